"""A clock of a case as a strip: how much of the period is used, what is left, when it stood still, how late it is.

The strip is drawn on the server; every position is a share of its width, so that its text keeps its size on any screen.
What it shows is also said in words beside it: nothing rests on colour or position alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from mulberry.law.calendar import Calendar
from mulberry.law.periods import Unit
from mulberry.law.text import Text, t
from mulberry.procedures.case import Run
from mulberry.procedures.clocks import Reading
from mulberry.procedures.views import Look

DAY = timedelta(days=1)
NARROW = 120
"""A mark nearer than this (in thousandths) to an end of the strip carries no label of its own: they would overlap."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the strip. ``tone`` is used, paused, left or late; ``start`` and ``width`` are CSS percentages."""

    tone: str
    start: str
    width: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Strip:
    """One clock as it stands. ``used`` and ``left`` count working days, or calendar days where the law counts those."""

    reading: Reading
    first: date
    end: date
    used: int
    left: int
    unit: Text
    parts: tuple[Part, ...]
    pauses: tuple[tuple[date, date | None], ...]
    today_at: str
    today_labelled: bool
    today_inside: bool

    @property
    def title(self) -> Text:
        return self.reading.clock.title

    @property
    def late(self) -> bool:
        return self.reading.late

    @property
    def unconfirmed(self) -> list[Text]:
        """The numbers of the law behind it that nobody has compared with the official text."""
        return [one.title for one in self.reading.clock.parameters if one.key in self.reading.unconfirmed]

    @property
    def needed(self) -> list[Text]:
        """The numbers of the law that nobody has established."""
        return [one.title for one in self.reading.clock.parameters if f"param:{one.key}" in self.reading.needed]

    @property
    def summary(self) -> Text:
        """The strip in one sentence."""
        return _summary(self)


def strips(look: Look) -> list[Strip]:
    """Every clock that runs or stands still, the one that ends first at the top."""
    live = [one for one in look.clocks.values() if one.word in {"running", "suspended"} and not one.clock.term]
    drawn = [strip(one, look.case.runs[one.clock.name], look.today, look.context.calendar) for one in live]
    return sorted(drawn, key=lambda one: one.reading.due or one.reading.not_before or date.max)


def strip(reading: Reading, run: Run, today: date, calendar: Calendar) -> Strip:
    """The strip of one run of a clock on a day."""
    first = run.started_on
    due = reading.due or reading.not_before
    end = max(first, today, due or today)
    reached = min(today, due) if due else today
    pauses = tuple((pause.first, pause.last) for pause in run.pauses)
    used = _counted(first, reached, pauses, reading, calendar)
    left = _counted(max(today, first), due, (), reading, calendar) if due and due > today else 0
    at = _share(first, end, today)
    return Strip(
        reading,
        first,
        end,
        used,
        left,
        Unit.WORKING_DAY.label if reading.clock.unit is Unit.WORKING_DAY else Unit.CALENDAR_DAY.label,
        _parts(first, end, reached, due, pauses, today),
        pauses,
        _percent(at),
        NARROW < at < 1000 - NARROW,
        first <= today <= end,
    )


def _counted(
    first: date, last: date, pauses: tuple[tuple[date, date | None], ...], reading: Reading, calendar: Calendar
) -> int:
    """The days after ``first`` up to and including ``last`` that count."""
    days = _days(first, last, reading, calendar)
    for begin, end in pauses:
        days -= max(0, _days(max(begin, first) - DAY, min(end or last, last), reading, calendar))
    return max(0, days)


def _days(first: date, last: date, reading: Reading, calendar: Calendar) -> int:
    if reading.clock.unit is Unit.WORKING_DAY and not reading.clock.until:
        return calendar.working_days_between(first, last)
    return (last - first).days


def _parts(
    first: date,
    end: date,
    reached: date,
    due: date | None,
    pauses: tuple[tuple[date, date | None], ...],
    today: date,
) -> tuple[Part, ...]:
    parts = [_part("used", first, reached, first, end)]
    if due is not None and due > today:
        parts.append(_part("left", today, due, first, end))
    if due is not None and today > due:
        parts.append(_part("late", due, today, first, end))
    parts += [_part("paused", begin, min(stop or today, end), first, end) for begin, stop in pauses]
    return tuple(part for part in parts if part.last > part.first or part.tone == "paused")


def _part(tone: str, start: date, stop: date, first: date, end: date) -> Part:
    begin, finish = _share(first, end, start), _share(first, end, stop)
    return Part(tone, _percent(begin), _percent(max(finish - begin, 4)), start, stop)


def _share(first: date, end: date, day: date) -> int:
    """Where a day lies on the strip, in thousandths."""
    whole = max(1, (end - first).days)
    return max(0, min(1000, (day - first).days * 1000 // whole))


def _percent(thousandths: int) -> str:
    return f"{thousandths // 10}.{thousandths % 10}%"


def _summary(strip: Strip) -> Text:
    reading, unit = strip.reading, strip.unit
    who_zh = "、".join(role.title.zh for role in reading.clock.acts)
    who_en = " or ".join(role.title.en for role in reading.clock.acts)
    used, left = _count(strip.used, unit), _count(strip.left, unit)
    if reading.word == "suspended":
        return t(
            f"计时中止，已用{used.zh}。中止的时间不计入期限。",
            f"The clock stands still with {used.en} used. This time does not count.",
        )
    if reading.due is None:
        return t("期限的天数尚未查明，无法算出截止日。", "The length of the period is not established: no last day.")
    if reading.late:
        late = _count(max(1, reading.working_days_late), Unit.WORKING_DAY.label)
        return t(f"{who_zh}已逾期{late.zh}。", f"{who_en}: {late.en} late.")
    if strip.left == 0:
        return t(f"今天是最后一天，由{who_zh}办理。", f"Today is the last day, for: {who_en}.")
    return t(f"已用{used.zh}，还剩{left.zh}，由{who_zh}办理。", f"{used.en} used, {left.en} left, for: {who_en}.")


def _count(count: int, unit: Text) -> Text:
    return t(f"{count}{unit.zh}", f"{count} {unit.en.removesuffix('s') if count == 1 else unit.en}")
