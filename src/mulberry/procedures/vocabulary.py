"""The words in which a procedure's parts are declared."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from mulberry.law.basis import Basis
from mulberry.law.parameters import Parameter
from mulberry.law.periods import Unit
from mulberry.law.text import Text
from mulberry.procedures.case import Case
from mulberry.procedures.parts import ByField, Clock, Count, Figure, Given, Notes, Silence, State, Step, Target, Then
from mulberry.procedures.words import COMMAND_TITLES
from mulberry.record.acts import NOT_COMPETENT, UNTITLED, Document, Guard, Role, Sense, Warning, take_title
from mulberry.record.field import Fields, Refusal

WORKING_DAY, CALENDAR_DAY, MONTH, YEAR = Unit.WORKING_DAY, Unit.CALENDAR_DAY, Unit.MONTH, Unit.YEAR


def by_field(field: str, counts: Mapping[Any, Parameter], otherwise: Parameter) -> ByField:
    """A count that a field of the case chooses."""
    return ByField(field, counts, otherwise)


def given(field: str) -> Given:
    """A count that was given as a field."""
    return Given(field)


def figure(title: Text, tell: Callable[[Any], Any]) -> Figure:
    """Something computed about a case; ``tell`` is given a ``views.Look``."""
    return Figure(title, tell)


def clock(
    title: Text,
    count: Count,
    unit: Unit,
    *,
    acts: Role | tuple[Role, ...],
    basis: Basis,
    runs_in: tuple[State, ...] = (),
    pauses_in: tuple[State, ...] = (),
    counts_from: str = "",
    first_day_counts: bool = False,
    extension: Count | None = None,
    extension_basis: Basis | None = None,
    when: Callable[[Case], bool] | None = None,
    main: bool = False,
) -> Clock:
    """A period of so many units within which ``acts`` must act."""
    return Clock(
        title=title, count=count, unit=unit, acts=_roles(acts), basis=basis, runs_in=runs_in, pauses_in=pauses_in,
        counts_from=counts_from, first_day_counts=first_day_counts, extension=extension,
        extension_basis=extension_basis, when=when, main=main,
    )  # fmt: skip


def until(
    title: Text,
    field: str,
    *,
    acts: Role | tuple[Role, ...],
    basis: Basis,
    runs_in: tuple[State, ...],
    when: Callable[[Case], bool] | None = None,
    main: bool = False,
) -> Clock:
    """A period that ends on a day that was given: an expiry, a milestone."""
    return Clock(title=title, until=field, acts=_roles(acts), basis=basis, runs_in=runs_in, when=when, main=main)


def term(
    title: Text,
    field: str,
    *,
    acts: Role | tuple[Role, ...],
    basis: Basis,
    runs_in: tuple[State, ...],
) -> Clock:
    """How long something is valid, to a day that was worked out."""
    return Clock(title=title, until=field, acts=_roles(acts), basis=basis, runs_in=runs_in, term=True)


def silence(
    title: Text,
    *,
    clock: Clock,
    to: State,
    basis: Basis,
    from_: tuple[State, ...] = (),
    from_start: bool = False,
    marks: str = "",
    when: Callable[[Case], bool] | None = None,
) -> Silence:
    """What the law makes of a clock that ran out. It holds from the start of the period, or else from its end."""
    return Silence(
        title=title, clock=clock, to=to, basis=basis, from_=from_, from_start=from_start, marks=marks, when=when
    )


def command(
    *roles: Role,
    start: bool = False,
    from_: State | tuple[State, ...] = (),
    to: Target = None,
    takes: Fields | None = None,
    title: Text | None = None,
    basis: Basis | None = None,
    senses: tuple[Sense, ...] = (),
    once: Refusal | None = None,
    first: tuple[Guard, ...] = (),
    guards: tuple[Guard, ...] = (),
    warns: tuple[Warning, ...] = (),
    documents: tuple[Document, ...] = (),
    wrong_role: Refusal = NOT_COMPETENT,
    other_than: tuple[str, ...] = (),
    same_person: Refusal | None = None,
    marks: str = "",
    extends: Clock | None = None,
    meets: tuple[Clock, ...] = (),
    notes: Notes | None = None,
    then: Then | None = None,
) -> Step:
    """One command: who gives it, from where it leads where, what it takes, and what forbids it."""
    return _Titled(
        title=title or UNTITLED, roles=roles, start=start, from_=(from_,) if isinstance(from_, State) else from_,
        to=to, takes=takes or Fields(), basis=basis, senses=senses, once=once, first=first, guards=guards, warns=warns,
        documents=documents, wrong_role=wrong_role, other_than=other_than, same_person=same_person, marks=marks,
        extends=extends, meets=meets, notes=notes or {}, then=then,
    )  # fmt: skip


class _Titled(Step):
    """A step that takes the usual title of its name where it was declared without one."""

    __slots__ = ()

    def __set_name__(self, owner: type, name: str) -> None:
        Step.__set_name__(self, owner, name)
        take_title(self, COMMAND_TITLES)


def _roles(acts: Role | tuple[Role, ...]) -> tuple[Role, ...]:
    return (acts,) if isinstance(acts, Role) else acts
