"""The read door: what may this person see. Everything that is shown to somebody of the record comes through here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet

from mulberry.record.events import Event as Happened
from mulberry.record.events import Machine
from mulberry_web.people.models import Person
from mulberry_web.record import guard, replay
from mulberry_web.record.models import Event, Personal, Stream
from mulberry_web.record.programme import Programme, programme
from mulberry_web.record.refusals import NotFound
from mulberry_web.record.snapshot import Snapshot, Unstorable, restore


@dataclass(frozen=True, slots=True)
class Case:
    """A stream as one person may see it at a moment.

    ``state`` is as of that moment: what silence has decided by then is in it, though it may not yet be recorded.
    ``version`` is what to name when acting on what was seen. ``personal`` says whether personal values are in it.
    """

    stream: Stream
    machine: Machine[Any]
    state: Any
    version: int
    personal: bool
    now: datetime

    def view(self, name: str, **fields: Any) -> Mapping[str, Any]:
        """A named view of the state."""
        return self.machine.view(self.state, name, fields, self.now, programme().context(_reader(self.now)))


@dataclass(frozen=True, slots=True)
class Told:
    """One event of a history: its leaf index, by which receipts are asked for, and what happened."""

    index: int
    event: Happened


def case(person: Person | None, instrument: str, key: str, now: datetime) -> Case:
    """One stream; ``NotFound`` where there is none or the person may not see it."""
    stream = _guarded(person, instrument, key)
    machine = programme().machine(instrument)
    personal = _personal(person, stream)
    state = _lapsed(machine, _state(machine, stream, personal), now)
    return Case(stream, machine, state, stream.version, personal, now)


def public(instrument: str, key: str, now: datetime) -> Mapping[str, Any]:
    """What everybody may see of a register's entry: its public view, made without any personal value."""
    machine = _public_machine(instrument)
    stream = Stream.objects.filter(instrument=instrument, key=key).first()
    if stream is None:
        raise NotFound
    state = _lapsed(machine, _state(machine, stream, personal=False), now)
    return machine.view(state, guard.PUBLIC_VIEW, {}, now, programme().context())


def public_entries(instrument: str) -> QuerySet[Stream]:
    """The entries of a register that has a public view; of these rows only the key and the state are for everybody."""
    _public_machine(instrument)
    return Stream.objects.filter(instrument=instrument).order_by("key")


def _public_machine(instrument: str) -> Machine[Any]:
    machine = programme().machines.get(instrument)
    if machine is None or not guard.is_public(machine):
        raise NotFound
    return machine


def history(person: Person | None, instrument: str, key: str) -> list[Told]:
    """All that happened to a stream, oldest first."""
    stream = _guarded(person, instrument, key)
    events, personal = _stored(stream, _personal(person, stream))
    return [Told(index, event) for index, _, event in replay.stored_events(events, personal)]


def event(person: Person | None, index: int) -> tuple[Event, bool]:
    """One stored event, and whether its personal values may be shown."""
    found = Event.objects.select_related("stream").filter(index=index).first()
    if found is None or not Stream.objects.filter(guard.visible_to(person), pk=found.stream.pk).exists():
        raise NotFound
    return found, _personal(person, found.stream)


def streams(person: Person | None) -> QuerySet[Stream]:
    """Every stream the person may see."""
    return Stream.objects.filter(guard.visible_to(person))


def mine(person: Person) -> QuerySet[Stream]:
    """The person's own and those of his or her organisations, the last touched first."""
    return Stream.objects.filter(guard.own(person) | guard.of_organisations(person)).order_by("-updated_at", "-pk")


def worklist(
    person: Person, *, instruments: Sequence[str] = (), after: tuple[date | None, int] | None = None, limit: int = 50
) -> list[Stream]:
    """What is open in the offices where the person serves, the earliest deadline first, those without one last.

    ``after`` is the deadline and id of the last row of the page before. Each instrument is read by itself from its
    own index and only so many rows of it, so that the cost does not grow with the number of cases.
    """
    return _open(guard.instruments_served(person), instruments, after, limit)


def overseen(
    person: Person, *, instruments: Sequence[str] = (), after: tuple[date | None, int] | None = None, limit: int = 50
) -> list[Stream]:
    """What is open in the offices that the person supervises, ordered like a worklist."""
    return _open(guard.instruments_overseen(person), instruments, after, limit)


def _open(
    allowed: Sequence[str], chosen: Sequence[str], after: tuple[date | None, int] | None, limit: int
) -> list[Stream]:
    wanted = [name for name in allowed if not chosen or name in chosen]
    found = [stream for name in wanted for stream in _dated(name, after)[:limit]]
    if len(found) < limit:
        found += [stream for name in wanted for stream in _undated(name, after)[:limit]]
    return sorted(found, key=_order)[:limit]


def _order(stream: Stream) -> tuple[bool, date, int]:
    return (stream.due is None, stream.due or date.max, stream.pk)


def _dated(instrument: str, after: tuple[date | None, int] | None) -> QuerySet[Stream]:
    found = Stream.objects.filter(instrument=instrument, ended=False, due__isnull=False).order_by("due", "pk")
    if after is None:
        return found
    due, pk = after
    return found.none() if due is None else found.filter(due__gte=due).filter(Q(due__gt=due) | Q(pk__gt=pk))


def _undated(instrument: str, after: tuple[date | None, int] | None) -> QuerySet[Stream]:
    found = Stream.objects.filter(instrument=instrument, ended=False, due__isnull=True).order_by("pk")
    return found.filter(pk__gt=after[1]) if after is not None and after[0] is None else found


def _guarded(person: Person | None, instrument: str, key: str) -> Stream:
    found = Stream.objects.filter(guard.visible_to(person), instrument=instrument, key=key).first()
    if found is None:
        raise NotFound
    return found


def _personal(person: Person | None, stream: Stream) -> bool:
    return Stream.objects.filter(guard.personal_visible_to(person), pk=stream.pk).exists()


def _stored(stream: Stream, personal: bool) -> tuple[list[tuple[int, str]], list[tuple[int, str, str]]]:
    events = Event.objects.filter(stream=stream).order_by("version").values_list("index", "leaf")
    if not personal:
        return list(events), []
    values = Personal.objects.filter(event__stream=stream).values_list("event_id", "place", "value")
    return list(events), list(values)


def _state(machine: Machine[Any], stream: Stream, personal: bool) -> Any:
    """The stored state; for somebody who may not see personal values one that was folded without them."""
    if personal:
        try:
            return restore(Snapshot(stream.shape, stream.snapshot), machine.initial(stream.key))
        except Unstorable:
            pass
    return replay.fold(machine, stream.key, *_stored(stream, personal))


def _lapsed(machine: Machine[Any], state: Any, now: datetime) -> Any:
    for happened in machine.lapse(state, now, programme().context(_reader(now))):
        state = machine.evolve(state, happened)
    return state


def _reader(now: datetime) -> Callable[[str, str], Any]:
    """What ``Context.read`` gives a view: the state of other streams as of now, each looked up once."""
    seen: dict[tuple[str, str], Any] = {}

    def read(instrument: str, key: str) -> Any:
        if (instrument, key) not in seen:
            seen[instrument, key] = None  # two streams that look at each other do not go round for ever
            seen[instrument, key] = _other(programme(), instrument, key, now)
        return seen[instrument, key]

    return read


def _other(known: Programme, instrument: str, key: str, now: datetime) -> Any:
    machine = known.machines.get(instrument)
    stream = Stream.objects.filter(instrument=instrument, key=key).first()
    if machine is None or stream is None:
        return None
    return _lapsed(machine, _state(machine, stream, personal=True), now)
