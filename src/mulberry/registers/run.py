"""How a register runs: what a command does to an entry, and what becomes of it when a day has passed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from mulberry.record.acts import Scene, find
from mulberry.record.events import LAW, Command, Context, Decided, Event
from mulberry.registers import views
from mulberry.registers.entry import Entry
from mulberry.registers.parts import Change

if TYPE_CHECKING:
    from mulberry.registers.declare import Register


def decide(register: type[Register], entry: Entry, command: Command, context: Context) -> Decided:
    """Check a command against the entry and say what happens. Order: sense, existence, competence, state, guards."""
    change: Change = find(register.commands, command, register.title)
    given = change.takes.read({name: value for name, value in command.fields.items() if name != register.key_field})
    scene = Scene(entry, given, command.by, command.at, context)
    change.check_standing(scene, register.title, register.states)
    change.check(scene)
    personal = change.takes.written(given, personal=True)
    event = Event(change.name, command.at, command.by, change.data(scene), personal)
    answer = views.answer(register, evolve(register, entry, event), command.at, context)
    return Decided([event], answer, change.then(scene) if change.then else ())


def evolve(register: type[Register], entry: Entry, event: Event) -> Entry:
    """The entry after one more event."""
    data: Mapping[str, Any] = event.data
    to = data.get("to", entry.state)
    change = register.commands.get(event.type)
    given = {**data.get("given", {}), **event.personal}
    attaches = change is not None and change.attaches
    return replace(
        entry,
        state=to,
        since=event.on if to != entry.state else entry.since,
        last_at=event.at,
        fields={**entry.fields, **({} if attaches else _recorded(given)), **data.get("noted", {})},
        dates={**entry.dates, **{name: date.fromisoformat(day) for name, day in data.get("marks", {}).items()}},
        attached=(*entry.attached, {**given, "at": event.at.isoformat()}) if attaches else entry.attached,
        done={**entry.done, event.type: entry.times(event.type) + 1},
        warnings=tuple(data.get("warnings", ())),
    )


def _recorded(given: Mapping[str, Any]) -> dict[str, Any]:
    """What becomes part of the entry: where it was moved to stands in its state already."""
    return {name: value for name, value in given.items() if name != "to"}


def lapse(register: type[Register], entry: Entry, now: datetime) -> Sequence[Event]:
    """What has become of the entry by now, in the order of time."""
    events: list[Event] = []
    while (event := _next(register, entry, now)) is not None:
        events.append(event)
        entry = evolve(register, entry, event)
    return events


def _next(register: type[Register], entry: Entry, now: datetime) -> Event | None:
    passed = [
        (day, lapse)
        for lapse in register.lapses.values()
        if any(entry.state == state.name for state in lapse.from_)
        and (day := entry.day(lapse.field)) is not None
        and day < now.date()
    ]
    if not passed:
        return None
    day, found = min(passed, key=lambda item: item[0])
    at = datetime.combine(day + timedelta(days=1), time())
    at = max(at, entry.last_at) if entry.last_at else at
    return Event(found.name, at, LAW, {"to": found.to.name, "effective_on": day.isoformat()})
