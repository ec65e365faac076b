"""One transaction's work: the streams it has opened and what has happened to them, written all at once at the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any

from mulberry.law.calendar import Calendar
from mulberry.record.events import Context, Event, Machine
from mulberry.record.merkle import Frontier, leaf_hash
from mulberry_web.record import calendars, refusals, replay
from mulberry_web.record.checkpoints import due_note
from mulberry_web.record.leaf import Leaf, Owner, seal_event
from mulberry_web.record.programme import Programme, rests, summary_of
from mulberry_web.record.snapshot import Snapshot, Unstorable, restore, take
from mulberry_web.record.store import Asker, End, Found, Row, Store, Taken, frontier_of

SKEW_SECONDS = 120
Wanted = frozenset[tuple[str, str]]


class Stale(Exception):
    """What was decided ahead of the lock rested on something that has changed since."""


class Contended(Exception):
    """Somebody else holds a further stream that is needed: begin again with all of ``wanted``, in one order."""

    def __init__(self, wanted: Wanted) -> None:
        super().__init__()
        self.wanted = wanted


@dataclass(slots=True)
class Opened:
    """A stream: its row as read, its state as this work has moved it on, and the leaves not yet written.

    ``seen`` is the row as it was read; ``found`` the same, but for the owner of a stream that is about to be made.
    """

    machine: Machine[Any]
    instrument: str
    key: str
    seen: Found
    found: Found
    state: Any
    version: int
    updated_at: str
    owner: Owner
    id: int | None
    asker: Asker
    leaves: list[Leaf] = field(default_factory=list)
    lapsed: bool = False

    @property
    def stored_version(self) -> int:
        return self.version - len(self.leaves)


class Work:
    """Streams are opened (and so locked) on first use; nothing is written before ``write``."""

    def __init__(self, programme: Programme, now: datetime) -> None:
        self.programme = programme
        self.now = now.replace(microsecond=0)
        self.store = Store()
        self.streams: dict[tuple[str, str], Opened] = {}
        self.order: list[Opened] = []
        self.mark: str | None = None
        self.end: End | None = None

    @cached_property
    def context(self) -> Context:
        """What machines may look at: other streams, and the calendar in force when the first one was read."""
        return self.programme.context(self.read, self.programme.calendar_of(self.mark or ""))

    def open_first(self, instrument: str, key: str, asker: Asker, also: Wanted = frozenset()) -> Opened:
        """The stream that the work is about; others known to be needed are locked with it, in one order."""
        for name in sorted({(instrument, key), *also}):
            self._open(*name, asker if name == (instrument, key) else Asker(), wait=True)
        return self.streams[instrument, key]

    def open(self, instrument: str, key: str, asker: Asker | None = None) -> Opened:
        """A further stream, locked until the transaction ends; ``Contended`` where somebody else holds it."""
        known = self.streams.get((instrument, key))
        if known is not None:
            return known
        try:
            return self._open(instrument, key, asker or Asker(), wait=False)
        except Taken:
            raise Contended(frozenset({*self.streams, (instrument, key)})) from None

    def _open(self, instrument: str, key: str, asker: Asker, *, wait: bool) -> Opened:
        machine = self.programme.machine(instrument)
        found = self.store.open(instrument, key, asker, wait=wait)
        self._at(found)
        state, version = self._state(machine, key, found), found.version or 0
        updated_at = found.updated_at or ""
        opened = Opened(
            machine, instrument, key, found, found, state, version, updated_at, Owner(), found.id, asker
        )  # fmt: skip
        self.streams[instrument, key] = opened
        return opened

    def reopen(self, opened: Opened, asker: Asker) -> None:
        """Read the row of a stream once more, for an asker of whom more is known by now."""
        opened.seen = opened.found = self.store.open(opened.instrument, opened.key, asker, wait=True)
        opened.asker = asker

    def confirm(self) -> None:
        """Under the lock: whether everything that was read ahead of it is still so; ``Stale`` where it is not."""
        for opened in self.streams.values():
            now = self.store.open(opened.instrument, opened.key, opened.asker, wait=True)
            if now.without_head() != opened.seen.without_head():
                raise Stale
            self._at(now)

    def _at(self, found: Found) -> None:
        """Where the log ends, as far as this database tells it with a stream, and by which calendar to count."""
        self.mark = found.calendar if self.mark is None else self.mark
        if found.head_size is not None and found.head_peaks is not None:
            self.end = End(frontier_of(found.head_size, found.head_peaks), found.calendar)

    def read(self, instrument: str, key: str) -> Any:
        """The state of another stream for ``Context.read``: locked like every stream that a decision rests on."""
        if instrument not in self.programme.machines:
            return None
        opened = self.opened(instrument, key)
        return opened.state if opened.version else None

    def opened(self, instrument: str, key: str) -> Opened:
        """A further stream, after the law has had its say on it."""
        opened = self.open(instrument, key)
        self.lapse(opened)
        return opened

    def _state(self, machine: Machine[Any], key: str, found: Found) -> Any:
        initial = machine.initial(key)
        if found.id is None:
            return initial
        try:
            return restore(Snapshot(found.shape or "", found.snapshot or ""), initial)
        except Unstorable:
            return replay.fold(machine, key, self.store.events(found.id), self.store.personal(found.id))

    def moment(self, opened: Opened) -> datetime:
        """The moment of an act, never before the stream's last entry; clocks of two machines may differ a little."""
        at = self.now
        if not opened.updated_at or at.isoformat() >= opened.updated_at:
            return at
        last = datetime.fromisoformat(opened.updated_at)
        if (last - at).total_seconds() > SKEW_SECONDS:
            raise refusals.refused("clock_behind", refusals.CLOCK_BEHIND, at=at, last=last)
        return last

    def append(self, opened: Opened, events: Sequence[Event]) -> None:
        """Seal events at the end of a stream and move its state on."""
        for event in events:
            owner = opened.owner if opened.version == 0 else None
            leaf, kept = seal_event(opened.instrument, opened.key, opened.version + 1, event, owner)
            opened.leaves.append(leaf)
            opened.version, opened.updated_at = leaf.version, max(opened.updated_at, leaf.at)
            opened.state = opened.machine.evolve(opened.state, kept)
            self.order.append(opened)

    def lapse(self, opened: Opened) -> None:
        """Append what the law itself has made happen by now; asked once, before anything else of the stream."""
        if opened.lapsed:
            return
        opened.lapsed = True  # at once, so that two streams that look at each other do not go round for ever
        if opened.version:
            self.append(opened, opened.machine.lapse(opened.state, self.now, self.context))

    def write(self, notices: Sequence[str], kept: Callable[[int, int], Row] | None = None) -> tuple[int, int]:
        """Write everything; gives the first leaf index of this work and the one after its last.

        ``notices`` says who is to be told of the first stream's events; ``kept`` makes the row of the kept answer.
        """
        moved = [row for opened in self.streams.values() if opened.leaves and (row := self._moved(opened))]
        at = self.end if self.end is not None else self.store.lock_head()
        if at.calendar != self.mark:
            raise Stale  # another calendar was published: count again
        head = at.frontier
        first, end = head.size, head.size + len(self.order)
        rows: dict[str, list[Row]] = {"event": [], "node": [], "personal": []}
        head = self._append_leaves(head, rows)
        rows["notice"] = [(self.order[0].id, end - 1, to, 0) for to in notices]
        rows["idempotency"] = [kept(first, end)] if kept else []
        calendar = self.new_calendar
        self.store.append(moved, rows, End(head, at.calendar if calendar is None else calendars.mark_of(calendar)))
        note = due_note(head)
        if note is not None:
            self.store.insert_checkpoint(head.size, note)
        return first, end

    @cached_property
    def new_calendar(self) -> Calendar | None:
        """The calendar that this work puts in force; None where it leaves the present one."""
        keepers = self.programme.keepers
        kept = {keeper.id for keeper in keepers}
        newer = {name: one.state for name, one in self.streams.items() if one.leaves and one.instrument in kept}
        return calendars.made_of(self.programme.base, keepers, newer) if newer else None

    def _append_leaves(self, head: Frontier, rows: dict[str, list[Row]]) -> Frontier:
        position = {id(opened): iter(opened.leaves) for opened in self.streams.values()}
        for opened in self.order:
            leaf = next(position[id(opened)])
            digest = leaf_hash(leaf.data)
            index = head.size
            head, completed = head.append(digest)
            rows["event"].append((index, opened.id, leaf.version, leaf.type, leaf.at, leaf.data.decode(), digest))
            rows["node"] += [(node.level, node.index, node.hash) for node in completed if node.level]
            rows["personal"] += replay.personal_rows(index, leaf)
        return head

    def _moved(self, opened: Opened) -> Row | None:
        """The row by which a stream moves on; a new one is written at once, because its events need its id."""
        summary = summary_of(opened.machine, opened.state, self.context)
        snapshot = take(opened.state, rests=rests(opened.machine, summary))
        derived = (*snapshot, summary.state, summary.due, summary.published, summary.ended)
        if opened.id is not None:
            return (opened.version, opened.updated_at, *derived, opened.id)
        found = opened.found
        row = (opened.instrument, opened.key, found.owner_organisation, found.owner_person)
        opened.id = self.store.insert_stream((*row, opened.version, opened.updated_at, *derived))
        return None
