"""Commands, events and the machines that turn the one into the other.

A machine is a pure description of something with a history: a procedure's case, a register's entry, an account. It
never stores anything. Whoever keeps the history (the desk, the worked-case runner) folds the events of one *stream*
into a state, asks ``decide`` what a command does to it, and appends the events that come back, all of them or none.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Protocol, TypeVar

from mulberry.instrument import Kind
from mulberry.law.calendar import Calendar

Json = None | bool | int | str | list[Any] | dict[str, Any]
"""What an event may hold: no floats; decimals and dates are written as strings."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody acting in a role. Two people of one role are told apart by ``name``, which is a stable id, not a
    display name."""

    role: str
    name: str = ""


LAW = Actor("law")
"""The actor of events that nobody causes: time has run out and the law itself draws the consequence."""


@dataclass(frozen=True, slots=True)
class Command:
    """What somebody wants done, with the fields given. ``at`` is local time; the day of it is the event day of
    periods."""

    instrument: str
    name: str
    fields: Mapping[str, Any]
    by: Actor
    at: datetime


@dataclass(frozen=True, slots=True)
class Event:
    """What happened. ``personal`` holds fields about natural persons: the sealed leaf only commits to them by a
    salted hash."""

    type: str
    at: datetime
    by: Actor
    data: Mapping[str, Json] = field(default_factory=dict)
    personal: Mapping[str, Json] = field(default_factory=dict)

    @property
    def on(self) -> date:
        return self.at.date()


def nothing(_instrument: str, _key: str) -> Any:
    """The state of a stream in a world without others."""
    return None


@dataclass(frozen=True, slots=True)
class Context:
    """What a machine may look at besides its own stream: the calendar in force, and the state of other streams.

    ``read(instrument, key)`` gives the state of another stream, or ``None`` where it has no events. A command that
    relies on what it reads there is decided in the same transaction in which that stream was locked. ``parameters``
    sets the values of dated parameters by key, over those declared.
    """

    calendar: Calendar
    read: Callable[[str, str], Any] = nothing
    parameters: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Decided:
    """What a command gives: events to append, the answer to the person, and commands that follow in the same
    transaction."""

    events: Sequence[Event]
    answer: Mapping[str, Any] = field(default_factory=dict)
    then: Sequence[Command] = ()


S = TypeVar("S")


class Machine(Protocol[S]):
    """A procedure, register or account as pure functions over one stream of events."""

    @property
    def id(self) -> str: ...
    @property
    def kind(self) -> Kind: ...

    def key(self, command: str, fields: Mapping[str, Any]) -> str:
        """The stream a command (or a view) concerns: a case number, an entry's key, a holder and year."""
        ...

    def initial(self, key: str) -> S:
        """The state before the first event."""
        ...

    def decide(self, state: S, command: Command, context: Context) -> Decided:
        """Check the command against the state; raise ``Invalid`` or ``Refused``, or say what happens. Changes
        nothing."""
        ...

    def evolve(self, state: S, event: Event) -> S:
        """The state after one more event. Never refuses: what happened, happened."""
        ...

    def lapse(self, state: S, now: datetime, context: Context) -> Sequence[Event]:
        """What the law itself has made happen by ``now`` (silence that decides), to append before all else."""
        ...

    def view(
        self, state: S, name: str, fields: Mapping[str, Any], now: datetime, context: Context
    ) -> Mapping[str, Any]:
        """One named view of the state for a reader."""
        ...


def fold(machine: Machine[S], key: str, events: Sequence[Event]) -> S:
    """The state after all events of a stream."""
    state = machine.initial(key)
    for event in events:
        state = machine.evolve(state, event)
    return state
