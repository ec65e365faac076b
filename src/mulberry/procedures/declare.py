"""How a procedure is declared: a class whose body names its roles, states, clocks, commands and silences.

The class itself is the instrument and the machine; nothing is ever instantiated. Command names that collide with the
machine's own methods take a trailing underscore (``decide_`` declares the command "decide"), as do Python's own words.
A class without an id is a shape: parts that several procedures of one law share by inheritance.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, ClassVar

from mulberry.instrument import Kind
from mulberry.procedures import clocks, run, views
from mulberry.procedures.case import Case
from mulberry.procedures.clocks import Reading
from mulberry.procedures.parts import (
    Clock,
    Figure,
    Silence,
    State,
    Step,
)
from mulberry.record.acts import (
    Summary,
)
from mulberry.record.declared import Declared, parts
from mulberry.record.events import Command, Context, Decided, Event


class Procedure(Declared):
    """The base of all procedures. ``key`` is the field that names the case; ``view`` the name of its main view."""

    kind: ClassVar[Kind] = Kind.PROCEDURE
    version: ClassVar[int] = 1

    main_view: ClassVar[str] = "case"
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
        cls.head(id, system, clauses, subject, key, view)
        cls.version = version
        cls.states, cls.clocks, cls.commands = (
            parts(cls, Procedure, State),
            parts(cls, Procedure, Clock),
            parts(cls, Procedure, Step),
        )
        cls.silences, cls.figures = parts(cls, Procedure, Silence), parts(cls, Procedure, Figure)
        numbers = [parameter for clock in cls.clocks.values() for parameter in clock.parameters]
        clocks = [basis for clock in cls.clocks.values() for basis in clock.bases]
        cls.settle(cls.commands, numbers, [*clocks, *(silence.basis for silence in cls.silences.values())])

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
