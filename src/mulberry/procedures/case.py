"""The state of one case: where it stands, what has been said and done, and which clocks have run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from mulberry.record.events import Actor


@dataclass(frozen=True, slots=True)
class Pause:
    """Days on which a clock stands still, both included; ``last`` is ``None`` while it still does."""

    first: date
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Extension:
    """A period made longer on a day, by what its clock declares or by a given number of units."""

    on: date
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a clock, from the event that started it. No deadline is kept while it runs: the calendar may change.

    ``due`` and ``published`` are what the deadline was when the clock was stopped; what was acted on does not move.
    """

    started_on: date
    pauses: tuple[Pause, ...] = ()
    extensions: tuple[Extension, ...] = ()
    stopped_on: date | None = None
    due: date | None = None
    published: bool = True

    @property
    def live(self) -> bool:
        return self.stopped_on is None

    @property
    def paused(self) -> bool:
        return self.live and bool(self.pauses) and self.pauses[-1].last is None

    def pause(self, on: date) -> Run:
        """Stand still from this day on."""
        return self if self.paused else replace(self, pauses=(*self.pauses, Pause(on)))

    def resume(self, on: date) -> Run:
        """Count again from this day on: the day before is the last that does not count."""
        if not self.paused:
            return self
        earlier, open_ = self.pauses[:-1], self.pauses[-1]
        last = on - timedelta(days=1)
        # Suspended and resumed on one day: no day was lost.
        return replace(self, pauses=(*earlier, Pause(open_.first, last)) if last >= open_.first else earlier)

    def extend(self, by: Extension) -> Run:
        return replace(self, extensions=(*self.extensions, by))

    def stop(self, on: date, due: date | None, published: bool) -> Run:
        return replace(self.resume(on), stopped_on=on, due=due, published=published)


@dataclass(frozen=True, slots=True)
class Done:
    """How often a command was carried out, by whom (each once, in order), and when last.

    Only what later steps may ask is kept, so that the state stays small however long the case runs; the full course is
    in the events.
    """

    times: int = 0
    by: tuple[Actor, ...] = ()
    last_at: datetime | None = None

    def again(self, by: Actor, at: datetime) -> Done:
        return Done(self.times + 1, self.by if by in self.by else (*self.by, by), at)


NEVER = Done()


@dataclass(frozen=True, slots=True)
class Case:
    """One run of a procedure. ``state`` is empty before the first event.

    ``data`` is what was last given under each field's name, in the form of events; ``dates`` are the days that count in
    law, such as ``accepted_on``. ``version`` is the version of the procedure that the case runs under to its end.
    ``met`` are the clocks that the last event stopped.
    """

    id: str
    state: str = ""
    version: int = 1
    since: date | None = None
    last_at: datetime | None = None
    data: Mapping[str, Any] = field(default_factory=dict)
    dates: Mapping[str, date] = field(default_factory=dict)
    done: Mapping[str, Done] = field(default_factory=dict)
    runs: Mapping[str, Run] = field(default_factory=dict)
    met: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    deemed: bool = False

    @property
    def exists(self) -> bool:
        return self.last_at is not None

    def times(self, command: str) -> int:
        """How often a command was carried out."""
        return self.done.get(command, NEVER).times

    def doers(self, command: str) -> tuple[Actor, ...]:
        """Who carried out a command: whose opinion is in, who has signed."""
        return self.done.get(command, NEVER).by

    def roles(self, command: str) -> frozenset[str]:
        """The roles in which a command was carried out."""
        return frozenset(actor.role for actor in self.doers(command))

    def text(self, name: str) -> str:
        value = self.data.get(name)
        return value if isinstance(value, str) else ""

    def flag(self, name: str) -> bool | None:
        value = self.data.get(name)
        return value if isinstance(value, bool) else None

    def whole(self, name: str) -> int | None:
        value = self.data.get(name)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def number(self, name: str) -> Decimal | None:
        value = self.data.get(name)
        return Decimal(value) if isinstance(value, int | str) and not isinstance(value, bool) else None

    def day(self, name: str) -> date | None:
        """A day that counts in law, or one that was given as a field."""
        if name in self.dates:
            return self.dates[name]
        value = self.data.get(name)
        return date.fromisoformat(value) if isinstance(value, str) else None
