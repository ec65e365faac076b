"""How a procedure is declared: a class whose body names its roles, states, clocks, commands and silences.

The class itself is the instrument and the machine; nothing is ever instantiated. Command names that collide with the
machine's own methods take a trailing underscore (``decide_`` declares the command "decide"), as do Python's own words.
A class without an id is a shape: parts that several procedures of one law share by inheritance.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, ClassVar, TypeVar

from mulberry.instrument import Kind
from mulberry.law.basis import Basis
from mulberry.law.parameters import Parameter
from mulberry.law.text import Text
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
    Act,
    Role,
    Summary,
    check_titles,
    read_key,
)
from mulberry.record.events import Command, Context, Decided, Event

P = TypeVar("P")


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
