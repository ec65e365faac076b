"""A programme kept in memory: its machines, their streams, and the two doors through which people act and look.

It locks nothing and stores nothing; it is what worked cases, tests and analysts run on. What the law itself makes
happen is applied before every command and every view, and a command with all that follows from it happens whole or not
at all. A machine that keeps the working calendar (one with a ``calendar`` of its own) changes the days by which all
others are counted as soon as it publishes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Protocol, runtime_checkable

from mulberry.errors import Invalid
from mulberry.law.calendar import Calendar
from mulberry.law.calendar_years import CHINA
from mulberry.law.text import t
from mulberry.record.acts import Summary
from mulberry.record.events import Command, Context, Event, Machine, fold

MAX_CHAIN = 100
"""Commands that may follow from one another in a single transaction; more is a circle in the declarations."""

_UNKNOWN = t(
    "没有“{id}”这一政策工具，请核对名称。",
    "There is no instrument “{id}” with cases, entries or balances; check the name.",
)
_CIRCLE = t(
    "“{id}”的后续操作互相循环，请检查声明。", "Commands that follow from “{id}” go in a circle; check the declarations."
)


@dataclass(slots=True)
class Stream:
    """One history and the state it folds into."""

    state: Any
    events: list[Event] = field(default_factory=list)


Key = tuple[str, str]


@runtime_checkable
class KeepsCalendar(Protocol):
    """A machine whose entries are the calendar by which periods are counted."""

    @property
    def id(self) -> str: ...
    def calendar(self, known: Calendar, states: Sequence[Any]) -> Calendar:
        """The calendar in force, given what is known without this machine and all its states."""
        ...


@runtime_checkable
class HasDue(Protocol):
    """A machine that can tell the last lawful day of a state."""

    def summary(self, state: Any, context: Context) -> Summary: ...


class Programme:
    """The machines of a programme by id, on an empty record."""

    def __init__(
        self, machines: Mapping[str, Machine[Any]] | Iterable[Machine[Any]], context: Context | None = None
    ) -> None:
        given = machines.values() if isinstance(machines, Mapping) else machines
        self.machines: dict[str, Machine[Any]] = {machine.id: machine for machine in given}
        self.context = context or Context(CHINA)
        self.streams: dict[Key, Stream] = {}
        self.keepers = [machine for machine in self.machines.values() if isinstance(machine, KeepsCalendar)]

    def do(self, command: Command) -> Mapping[str, Any]:
        """Carry out a command and all that follows. Raises ``Invalid`` or ``Refused``; then nothing has happened."""
        draft: dict[Key, Stream] = {}
        before = self._context(draft) if isinstance(self.machines.get(command.instrument), KeepsCalendar) else None
        answer = self._carry_out(command, draft)
        self._keep(draft)
        return answer if before is None else {**answer, "changed_deadlines": self._changed_deadlines(before)}

    def see(self, instrument: str, view: str, fields: Mapping[str, Any], now: datetime) -> Mapping[str, Any]:
        """A named view at a moment. Silence that has decided by then is recorded first."""
        draft: dict[Key, Stream] = {}
        machine, stream = self._ready(instrument, view, fields, now, draft)
        seen = machine.view(stream.state, view, fields, now, self._context(draft, now))
        self._keep(draft)
        return seen

    def _keep(self, draft: dict[Key, Stream]) -> None:
        self.streams.update({key: stream for key, stream in draft.items() if stream.events})

    def _changed_deadlines(self, before: Context) -> int:
        """How many open cases have another last day under the calendar as it is now."""
        now = self._context({})
        asked = [(self.machines[id], stream.state) for (id, _), stream in self.streams.items()]
        dues = [
            (one.summary(state, before), one.summary(state, now)) for one, state in asked if isinstance(one, HasDue)
        ]
        return sum(was.due != is_.due for was, is_ in dues)

    def events(self, instrument: str, key: str) -> Sequence[Event]:
        """The history of one stream, oldest first."""
        stream = self.streams.get((instrument, key))
        return tuple(stream.events) if stream else ()

    def replayed(self) -> dict[Key, Any]:
        """Every state folded anew from its events; it must equal the kept one."""
        return {(id, key): fold(self.machines[id], key, stream.events) for (id, key), stream in self.streams.items()}

    def _carry_out(self, command: Command, draft: dict[Key, Stream]) -> Mapping[str, Any]:
        answer: Mapping[str, Any] | None = None
        waiting = [command]
        for _ in range(MAX_CHAIN):
            if not waiting:
                return answer or {}
            current = waiting.pop(0)
            machine, stream = self._ready(current.instrument, current.name, current.fields, current.at, draft)
            decided = machine.decide(stream.state, current, self._context(draft, current.at))
            _append(machine, stream, decided.events)
            answer = decided.answer if answer is None else answer
            waiting.extend(decided.then)
        raise Invalid("instrument", _CIRCLE.format(id=command.instrument))

    def _ready(
        self, instrument: str, name: str, fields: Mapping[str, Any], now: datetime, draft: dict[Key, Stream]
    ) -> tuple[Machine[Any], Stream]:
        """The stream that a command or view concerns, after the law has had its say; a draft until all is done."""
        if instrument not in self.machines:
            raise Invalid("instrument", _UNKNOWN.format(id=instrument[:100]))
        machine = self.machines[instrument]
        key = machine.key(name, fields)
        return machine, self._lapsed(machine, key, now, draft)

    def _lapsed(self, machine: Machine[Any], key: str, now: datetime, draft: dict[Key, Stream]) -> Stream:
        if (machine.id, key) in draft:
            return draft[machine.id, key]
        # In the draft before the law is asked, so that two streams that look at each other do not go round for ever.
        stream = draft[machine.id, key] = self._copy(machine, key)
        _append(machine, stream, machine.lapse(stream.state, now, self._context(draft, now)))
        return stream

    def _copy(self, machine: Machine[Any], key: str) -> Stream:
        kept = self.streams.get((machine.id, key))
        return replace(kept, events=list(kept.events)) if kept else Stream(machine.initial(key))

    def _context(self, draft: dict[Key, Stream], now: datetime | None = None) -> Context:
        """What a machine may look at: the calendar in force, and other streams, lapsed where the moment is known."""

        def read(instrument: str, key: str) -> Any:
            if instrument not in self.machines or now is None:
                return None
            stream = self._lapsed(self.machines[instrument], key, now, draft)
            return stream.state if stream.events else None

        return replace(self.context, calendar=self._calendar(draft), read=read)

    def _calendar(self, draft: dict[Key, Stream]) -> Calendar:
        calendar = self.context.calendar
        for machine in self.keepers:
            streams = {**self.streams, **draft}
            states = [stream.state for (id, _), stream in streams.items() if id == machine.id and stream.events]
            calendar = machine.calendar(calendar, states) if states else calendar
        return calendar


def _append(machine: Machine[Any], stream: Stream, events: Iterable[Event]) -> None:
    for event in events:
        stream.events.append(event)
        stream.state = machine.evolve(stream.state, event)
