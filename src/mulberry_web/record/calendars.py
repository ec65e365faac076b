"""The calendar in force, where a register keeps it: what comes with the engine, and over it the entries.

The head of the log carries a mark of the calendar, a digest of its years. Whoever decides names the mark that he
counted by, and is sent back where another calendar was published meanwhile.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from mulberry.law.calendar import Calendar
from mulberry.record.memory import KeepsCalendar
from mulberry_web.record import replay
from mulberry_web.record.models import Event, Head, Personal, Stream
from mulberry_web.record.snapshot import Snapshot, Unstorable, restore

MOST_KNOWN = 16
_known: dict[str, Calendar] = {}
States = Mapping[tuple[str, str], Any]


def mark_of(calendar: Calendar) -> str:
    """The digest of a calendar's years."""
    told = [(year.year, sorted(year.off), sorted(year.makeup)) for year in calendar.years]
    return sha256(repr(told).encode()).hexdigest()


def current(base: Calendar, keepers: Sequence[KeepsCalendar]) -> Calendar:
    """The calendar in force now."""
    return in_force(Head.objects.values_list("calendar", flat=True).get(), base, keepers) if keepers else base


def in_force(mark: str, base: Calendar, keepers: Sequence[KeepsCalendar]) -> Calendar:
    """The calendar of a mark; none is that which comes with the engine. Known ones are not read again."""
    if not mark or not keepers:
        return base
    if mark not in _known:
        found = made_of(base, keepers, {})
        if len(_known) >= MOST_KNOWN:
            _known.clear()
        _known[mark_of(found)] = found
        return found
    return _known[mark]


def made_of(base: Calendar, keepers: Sequence[KeepsCalendar], newer: States) -> Calendar:
    """The calendar made of the keepers' entries as they are stored, or as ``newer`` has them by instrument and key."""
    calendar = base
    for keeper in keepers:
        states = _states(keeper) | {key: state for (instrument, key), state in newer.items() if instrument == keeper.id}
        if states:
            calendar = keeper.calendar(calendar, [states[key] for key in sorted(states)])
    return calendar


def _states(keeper: Any) -> dict[str, Any]:
    return {stream.key: state_of(keeper, stream) for stream in Stream.objects.filter(instrument=keeper.id)}


def state_of(machine: Any, stream: Stream) -> Any:
    """The state of a stored stream: from its snapshot, or else from its events."""
    try:
        return restore(Snapshot(stream.shape, stream.snapshot), machine.initial(stream.key))
    except Unstorable:
        events = Event.objects.filter(stream=stream).order_by("version").values_list("index", "leaf")
        personal = Personal.objects.filter(event__stream=stream).values_list("event_id", "place", "value")
        return replay.fold(machine, stream.key, list(events), list(personal))
