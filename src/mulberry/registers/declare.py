"""How a register is declared: a class whose body names its roles, states, commands and what lapses by itself.

The class itself is the instrument and the machine, and every stream is one entry. Names that collide with the machine's
own methods, or with Python's words, take a trailing underscore.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, ClassVar

from mulberry.instrument import Kind
from mulberry.record.acts import (
    Summary,
)
from mulberry.record.declared import Declared, parts
from mulberry.record.events import Command, Context, Decided, Event
from mulberry.record.lifecycle import State
from mulberry.registers import run, views
from mulberry.registers.entry import Entry
from mulberry.registers.parts import Change, Figure, Lapse, View


class Register(Declared):
    """The base of all registers. ``key`` is the field that names the entry; ``view`` the name of its main view."""

    kind: ClassVar[Kind] = Kind.REGISTER

    main_view: ClassVar[str] = "entry"
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
        cls.head(id, system, clauses, subject, key, view)
        cls.states, cls.commands, cls.lapses = (
            parts(cls, Register, State),
            parts(cls, Register, Change),
            parts(cls, Register, Lapse),
        )
        cls.figures, cls.views = parts(cls, Register, Figure), parts(cls, Register, View)
        cls.settle(cls.commands, bases=[lapse.basis for lapse in cls.lapses.values()])

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
