"""How a clock stands: derived from its runs and the calendar each time it is asked, never stored while it runs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Literal

from mulberry.law.calendar import Calendar
from mulberry.law.parameters import Parameter
from mulberry.law.periods import Suspension, Unit, deadline
from mulberry.law.text import Text
from mulberry.procedures.case import Case, Extension, Run
from mulberry.procedures.parts import Clock, Count, Given, parameters_of
from mulberry.procedures.words import CLOCK_WORDS
from mulberry.record.acts import value_of
from mulberry.record.events import Context

Word = Literal["not_started", "running", "suspended", "stopped"]


@dataclass(frozen=True, slots=True)
class Reading:
    """One clock of one case at a moment.

    ``due`` is its last lawful day: ``None`` while it does not run, or while the law's number is missing (``needed``).
    ``not_before`` is what it would be if a suspended clock ran again today. ``published`` is false while the day rests
    on a year whose holiday notice is not loaded.
    """

    clock: Clock
    word: Word
    due: date | None = None
    not_before: date | None = None
    started_on: date | None = None
    stopped_on: date | None = None
    published: bool = True
    late: bool = False
    working_days_late: int = 0
    needed: tuple[str, ...] = ()
    unconfirmed: tuple[str, ...] = ()
    notes: tuple[Text, ...] = ()

    def to_json(self) -> dict[str, Any]:
        told: dict[str, Any] = {
            "clock": self.clock.name,
            "title": self.clock.title.to_json(),
            "acts": [role.id for role in self.clock.acts],
            "state": self.word,
            "state_title": CLOCK_WORDS[self.word].to_json(),
            "due": self.due.isoformat() if self.due else None,
            "published": self.published,
            "late": self.late,
            "working_days_late": self.working_days_late,
            "basis": self.clock.basis.to_json(),
        }
        told |= {"started_on": self.started_on.isoformat()} if self.started_on else {}
        told |= {"stopped_on": self.stopped_on.isoformat()} if self.stopped_on else {}
        told |= {"not_before": self.not_before.isoformat()} if self.not_before else {}
        told |= {"needed": list(self.needed)} if self.needed else {}
        told |= {"unconfirmed": list(self.unconfirmed)} if self.unconfirmed else {}
        told |= {"notes": [note.to_json() for note in self.notes]} if self.notes else {}
        return told


def read(clock: Clock, case: Case, context: Context, today: date) -> Reading:
    """How one clock of a case stands on a day."""
    run = case.runs.get(clock.name)
    if run is None:
        return Reading(clock, "not_started")
    if not run.live:
        return _judged(_stopped(clock, run), run.stopped_on or today, context.calendar)
    ends = _ends(clock, run, case, context, today)
    if run.paused:
        return replace(ends, word="suspended", due=None, not_before=ends.due)
    return _judged(ends, today, context.calendar)


def _stopped(clock: Clock, run: Run) -> Reading:
    return Reading(
        clock, "stopped", run.due, started_on=run.started_on, stopped_on=run.stopped_on, published=run.published
    )


def _judged(reading: Reading, by: date, calendar: Calendar) -> Reading:
    """The same reading, with how late it is on the day it was acted on, or on which nobody has acted yet."""
    if reading.due is None or by <= reading.due:
        return reading
    return replace(reading, late=True, working_days_late=calendar.working_days_between(reading.due, by))


def _ends(clock: Clock, run: Run, case: Case, context: Context, today: date) -> Reading:
    if clock.until:
        return Reading(clock, "running", case.day(clock.until), started_on=run.started_on)
    counts = [(clock.count, run.started_on, None), *((clock.extension, e.on, e.count) for e in run.extensions)]
    total, needed, unconfirmed = _total(counts, case, context)
    reading = Reading(clock, "running", started_on=run.started_on, needed=tuple(needed), unconfirmed=tuple(unconfirmed))
    if needed:
        return reading
    start = run.started_on - timedelta(days=1) if clock.first_day_counts else run.started_on
    found = deadline(start, total, clock.unit, _suspensions(run, today), context.calendar)
    return replace(reading, due=found.deadline, published=found.published, notes=found.notes)


def _total(
    counts: list[tuple[Count | None, date, int | None]], case: Case, context: Context
) -> tuple[int, list[str], list[str]]:
    """All units of the period together, and the parameters missing or unconfirmed on the day each was fixed."""
    total, needed, unconfirmed = 0, [], []
    for count, on, given in counts:
        if given is not None:
            total += given
            continue
        chosen = _chosen(count, case)
        if isinstance(chosen, int):
            total += chosen
        elif isinstance(chosen, Parameter):
            value, confirmed = value_of(chosen, on, context)
            total += value or 0
            if value is None:
                needed.append(f"param:{chosen.key}")
            elif not confirmed:
                unconfirmed.append(chosen.key)
        else:
            needed.append(chosen)
    return total, needed, unconfirmed


def _chosen(count: Count | None, case: Case) -> Parameter | int | str:
    """The parameter that counts, the number that was given, or the name of the field that is missing."""
    if isinstance(count, Given):
        given = case.whole(count.field)
        return count.field if given is None else given
    if isinstance(count, Parameter):
        return count
    if count is None:
        return "count"
    return count.of(case)


def _suspensions(run: Run, today: date) -> list[Suspension]:
    """The days that do not count; of a suspension that goes on, those up to yesterday."""
    yesterday = today - timedelta(days=1)
    spans = [(pause.first, pause.last or yesterday) for pause in run.pauses]
    # A clock is only ever paused by a step that refuses a suspension nobody was told of in writing.
    return [Suspension(first, last, notified_in_writing=True) for first, last in spans if last >= first]


def advance(
    clocks: Mapping[str, Clock], case: Case, on: date, effective: date, met: Mapping[str, Mapping[str, Any]]
) -> dict[str, Run]:
    """The clocks after the case has come into its present state by an event of a day. ``effective`` starts new runs."""
    runs = dict(case.runs)
    for name, clock in clocks.items():
        run = runs.get(name)
        if clock.pauses(case.state):
            if run is not None and run.live:
                runs[name] = run.pause(on)
        elif clock.runs(case.state) and (run is None or not run.live):
            if _starts(clock, case):
                runs[name] = Run(_start(clock, case, effective))
        elif clock.runs(case.state) and run is not None:
            runs[name] = run.resume(on)
        elif run is not None and run.live:
            runs[name] = run.stop(on, *_frozen(met.get(name, {})))
        elif name in met and not clock.runs_in:
            runs[name] = Run(_start(clock, case, effective)).stop(on, *_frozen(met[name]))
    return runs


def met(clock: Clock, case: Case, on: date, context: Context) -> dict[str, Any]:
    """What an event keeps of a clock that it stops: the deadline as it stood on that day."""
    run = case.runs.get(clock.name)
    if run is None or not run.live:
        run = Run(_start(clock, case, on))
    ends = _ends(clock, run.resume(on), case, context, on)
    return {"due": ends.due.isoformat() if ends.due else None, "published": ends.published}


def left(clocks: Mapping[str, Clock], case: Case, to: str) -> list[Clock]:
    """The clocks that a step into a state stops."""
    live = [clock for name, clock in clocks.items() if (run := case.runs.get(name)) and run.live]
    return [clock for clock in live if not clock.runs(to) and not clock.pauses(to)]


def extended(runs: Mapping[str, Run], name: str, on: date, count: int | None) -> dict[str, Run]:
    run = runs.get(name)
    return {**runs, name: run.extend(Extension(on, count))} if run else dict(runs)


def given_extension(clock: Clock, case: Case) -> int | None:
    """How much longer a step has made the period, where it was given and not declared."""
    return case.whole(clock.extension.field) if isinstance(clock.extension, Given) else None


def _starts(clock: Clock, case: Case) -> bool:
    """Whether a clock runs for this case at all; one that ends on a given day needs that day."""
    return (not clock.until or case.day(clock.until) is not None) and (clock.when is None or clock.when(case))


def _start(clock: Clock, case: Case, effective: date) -> date:
    return (case.day(clock.counts_from) if clock.counts_from else None) or effective


def _frozen(met: Mapping[str, Any]) -> tuple[date | None, bool]:
    due = met.get("due")
    return date.fromisoformat(due) if due else None, met.get("published", True)


def unit_title(clock: Clock) -> Text:
    return (Unit.CALENDAR_DAY if clock.until else clock.unit).label


def uncited(clock: Clock) -> list[Parameter]:
    """Numbers of a clock that rest on no basis."""
    return [p for count in (clock.count, clock.extension) for p in parameters_of(count) if not p.bases]
