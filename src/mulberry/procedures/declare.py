"""How a procedure is declared: a class whose body names its roles, states, clocks, commands and silences.

The class itself is the instrument and the machine; nothing is ever instantiated. Command names that collide with the
machine's own methods take a trailing underscore (``decide_`` declares the command "decide"), as do Python's own words.
A class without an id is a shape: parts that several procedures of one law share by inheritance.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, ClassVar, TypeVar

from mulberry.instrument import Kind
from mulberry.law.basis import Basis
from mulberry.law.parameters import Parameter
from mulberry.law.periods import Unit
from mulberry.law.text import Text
from mulberry.procedures import clocks, run, views
from mulberry.procedures.case import Case
from mulberry.procedures.clocks import Reading
from mulberry.procedures.parts import (
    ByField,
    Clock,
    Count,
    Figure,
    Given,
    Notes,
    Silence,
    State,
    Step,
    Target,
    Then,
)
from mulberry.procedures.words import COMMAND_TITLES
from mulberry.record.acts import (
    NOT_COMPETENT,
    UNTITLED,
    Act,
    Document,
    Guard,
    Role,
    Sense,
    Summary,
    Warning,
    check_titles,
    read_key,
    take_title,
)
from mulberry.record.events import Command, Context, Decided, Event
from mulberry.record.field import Fields, Refusal

P = TypeVar("P")

WORKING_DAY, CALENDAR_DAY, MONTH, YEAR = Unit.WORKING_DAY, Unit.CALENDAR_DAY, Unit.MONTH, Unit.YEAR


class Procedure:
    """The base of all procedures. ``key`` is the field that names the case; ``view`` the name of its main view."""

    id: ClassVar[str] = ""
    kind: ClassVar[Kind] = Kind.PROCEDURE
    system: ClassVar[str] = ""
    clauses: ClassVar[tuple[str, ...]] = ()
    subject: ClassVar[str] = ""
    version: ClassVar[int] = 1
    title: ClassVar[Text]
    bases: ClassVar[tuple[Basis, ...]] = ()
    parameters: ClassVar[tuple[Parameter, ...]] = ()
    rests_on: ClassVar[tuple[Basis, ...]] = ()
    """Further law that the procedure as a whole rests on, beside that of its parts."""
    reads: ClassVar[tuple[Parameter, ...]] = ()
    """Parameters that its guards and notes read, beside those of its clocks."""

    key_field: ClassVar[str] = "id"
    main_view: ClassVar[str] = "case"
    roles: ClassVar[Mapping[str, Role]] = {}
    applicant_roles: ClassVar[frozenset[str]] = frozenset()
    states: ClassVar[Mapping[str, State]] = {}
    clocks: ClassVar[Mapping[str, Clock]] = {}
    commands: ClassVar[Mapping[str, Step]] = {}
    silences: ClassVar[Mapping[str, Silence]] = {}
    figures: ClassVar[Mapping[str, Figure]] = {}

    def __init_subclass__(
        cls,
        *,
        id: str = "",
        system: str = "",
        clauses: tuple[str, ...] = (),
        subject: str = "",
        version: int = 1,
        key: str = "id",
        view: str = "case",
    ) -> None:
        super().__init_subclass__()
        cls.id, cls.system, cls.clauses, cls.subject = id, system, clauses, subject
        cls.version, cls.key_field, cls.main_view = version, key, view
        cls.states, cls.clocks, cls.commands = _parts(cls, State), _parts(cls, Clock), _parts(cls, Step)
        cls.silences, cls.figures = _parts(cls, Silence), _parts(cls, Figure)
        check_titles(cls, cls.commands)
        cls.roles = {role.id: role for step in cls.commands.values() for role in step.roles}
        cls.applicant_roles = frozenset(role.id for role in cls.roles.values() if role.applicant)
        of_clocks = (p for clock in cls.clocks.values() for p in clock.parameters)
        cls.parameters = tuple(dict.fromkeys([*of_clocks, *cls.reads]))
        cls.bases = tuple(dict.fromkeys([*cls.rests_on, *_bases(cls)]))

    @classmethod
    def key(cls, command: str, fields: Mapping[str, Any]) -> str:  # noqa: ARG003 - one key for all commands so far
        return read_key(cls.key_field, fields)

    @classmethod
    def initial(cls, key: str) -> Case:
        return Case(key, version=cls.version)

    @classmethod
    def decide(cls, state: Case, command: Command, context: Context) -> Decided:
        return run.decide(cls, state, command, context)

    @classmethod
    def evolve(cls, state: Case, event: Event) -> Case:
        return run.evolve(cls, state, event)

    @classmethod
    def lapse(cls, state: Case, now: datetime, context: Context) -> Sequence[Event]:
        return run.lapse(cls, state, now, context)

    @classmethod
    def view(
        cls, state: Case, name: str, fields: Mapping[str, Any], now: datetime, context: Context
    ) -> Mapping[str, Any]:
        return views.view(cls, state, name, fields, now, context)

    @classmethod
    def timeline(cls, events: Sequence[Event]) -> list[dict[str, Any]]:
        """The whole course of a case, event by event, with titles in both languages."""
        return views.timeline(cls, events)

    @classmethod
    def summary(cls, state: Case, context: Context) -> Summary:
        """What a worklist shows of a case and orders it by."""
        return views.summary(cls, state, context)

    @classmethod
    def reading(cls, state: Case, clock: str, now: datetime, context: Context) -> Reading:
        """How one clock of a case stands."""
        return clocks.read(cls.clocks[clock], state, context, now.date())


def _parts(cls: type[Procedure], kind: type[P]) -> dict[str, P]:
    """The declared parts of one kind by name, those of shapes first; an own one replaces a shape's of the same name."""
    found: dict[str, P] = {}
    for owner in reversed(cls.__mro__):
        for attribute, part in vars(owner).items():
            if isinstance(part, kind):
                if hasattr(Procedure, attribute):
                    raise TypeError(f"{cls.__name__}.{attribute}: write “{attribute}_”, the machine uses this name")
                found[attribute.removesuffix("_")] = part
    return found


def _bases(cls: type[Procedure]) -> list[Basis]:
    clocks = [basis for clock in cls.clocks.values() for basis in clock.bases]
    steps = [basis for step in cls.commands.values() for basis in _of_step(step)]
    silences = [silence.basis for silence in cls.silences.values()]
    numbers = [basis for p in cls.parameters for basis in p.bases]
    return [*clocks, *steps, *silences, *numbers]


def _of_step(step: Act) -> list[Basis]:
    cited = [step.basis, *(paper.basis for paper in step.documents), *(refusal.basis for refusal in step.refusals())]
    return [basis for basis in cited if basis is not None]


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
