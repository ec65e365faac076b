"""How a register is declared: a class whose body names its roles, states, commands and what lapses by itself.

The class itself is the instrument and the machine, and every stream is one entry. Names that collide with the machine's
own methods, or with Python's words, take a trailing underscore.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, ClassVar, TypeVar

from mulberry.instrument import Kind
from mulberry.law.basis import Basis
from mulberry.law.parameters import Parameter
from mulberry.law.text import Text
from mulberry.record.acts import (
    Role,
    Summary,
    check_titles,
    read_key,
)
from mulberry.record.events import Command, Context, Decided, Event
from mulberry.record.lifecycle import State
from mulberry.registers import run, views
from mulberry.registers.entry import Entry
from mulberry.registers.parts import Change, Figure, Lapse, View

P = TypeVar("P")


class Register:
    """The base of all registers. ``key`` is the field that names the entry; ``view`` the name of its main view."""

    id: ClassVar[str] = ""
    kind: ClassVar[Kind] = Kind.REGISTER
    system: ClassVar[str] = ""
    clauses: ClassVar[tuple[str, ...]] = ()
    subject: ClassVar[str] = ""
    title: ClassVar[Text]
    bases: ClassVar[tuple[Basis, ...]] = ()
    parameters: ClassVar[tuple[Parameter, ...]] = ()
    rests_on: ClassVar[tuple[Basis, ...]] = ()
    """Law that the register as a whole rests on, beside that of its commands."""
    reads: ClassVar[tuple[Parameter, ...]] = ()
    """Parameters that its guards and notes read."""

    key_field: ClassVar[str] = "id"
    main_view: ClassVar[str] = "entry"
    roles: ClassVar[Mapping[str, Role]] = {}
    applicant_roles: ClassVar[frozenset[str]] = frozenset()
    states: ClassVar[Mapping[str, State]] = {}
    commands: ClassVar[Mapping[str, Change]] = {}
    lapses: ClassVar[Mapping[str, Lapse]] = {}
    figures: ClassVar[Mapping[str, Figure]] = {}
    views: ClassVar[Mapping[str, View]] = {}

    def __init_subclass__(
        cls,
        *,
        id: str = "",
        system: str = "",
        clauses: tuple[str, ...] = (),
        subject: str = "",
        key: str = "id",
        view: str = "entry",
    ) -> None:
        super().__init_subclass__()
        cls.id, cls.system, cls.clauses, cls.subject = id, system, clauses, subject
        cls.key_field, cls.main_view = key, view
        cls.states, cls.commands, cls.lapses = _parts(cls, State), _parts(cls, Change), _parts(cls, Lapse)
        cls.figures, cls.views = _parts(cls, Figure), _parts(cls, View)
        check_titles(cls, cls.commands)
        cls.roles = {role.id: role for change in cls.commands.values() for role in change.roles}
        cls.applicant_roles = frozenset(role.id for role in cls.roles.values() if role.applicant)
        cls.parameters = cls.reads
        cls.bases = tuple(dict.fromkeys([*cls.rests_on, *_bases(cls)]))

    @classmethod
    def key(cls, command: str, fields: Mapping[str, Any]) -> str:  # noqa: ARG003 - one key for all commands so far
        return read_key(cls.key_field, fields)

    @classmethod
    def initial(cls, key: str) -> Entry:
        return Entry(key)

    @classmethod
    def decide(cls, state: Entry, command: Command, context: Context) -> Decided:
        return run.decide(cls, state, command, context)

    @classmethod
    def evolve(cls, state: Entry, event: Event) -> Entry:
        return run.evolve(cls, state, event)

    @classmethod
    def lapse(cls, state: Entry, now: datetime, context: Context) -> Sequence[Event]:  # noqa: ARG003 - days, no calendar
        return run.lapse(cls, state, now)

    @classmethod
    def view(
        cls, state: Entry, name: str, fields: Mapping[str, Any], now: datetime, context: Context
    ) -> Mapping[str, Any]:
        return views.view(cls, state, name, fields, now, context)

    @classmethod
    def history(cls, events: Sequence[Event]) -> list[dict[str, Any]]:
        """Everything that was ever recorded of an entry, with titles in both languages."""
        return views.history(cls, events)

    @classmethod
    def summary(cls, state: Entry, context: Context) -> Summary:  # noqa: ARG003 - an entry has no clock
        ended = state.state in cls.states and cls.states[state.state].end
        return Summary(state.state, ended=ended)


def _parts(cls: type[Register], kind: type[P]) -> dict[str, P]:
    found: dict[str, P] = {}
    for owner in reversed(cls.__mro__):
        for attribute, part in vars(owner).items():
            if isinstance(part, kind):
                if hasattr(Register, attribute):
                    raise TypeError(f"{cls.__name__}.{attribute}: write “{attribute}_”, the machine uses this name")
                found[attribute.removesuffix("_")] = part
    return found


def _bases(cls: type[Register]) -> list[Basis]:
    changes = [basis for change in cls.commands.values() for basis in _of_change(change)]
    return [*changes, *(lapse.basis for lapse in cls.lapses.values()), *(b for p in cls.parameters for b in p.bases)]


def _of_change(change: Change) -> list[Basis]:
    cited = [change.basis, *(paper.basis for paper in change.documents), *(r.basis for r in change.refusals())]
    return [basis for basis in cited if basis is not None]
