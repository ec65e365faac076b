"""Statutory periods: from an event and a number of days, months or years to the last lawful day.

The event day is not counted (民法典 art. 201). Working-day periods end on the n-th working day. Calendar-day periods
end on the n-th day, month and year periods on the corresponding day (art. 202); where that is a day off, the first
working day after it is the last day (art. 203). Suspended time does not count (行政许可法 art. 45).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from mulberry.errors import Invalid
from mulberry.law import deadline_notes
from mulberry.law.basis import Basis
from mulberry.law.calendar import Calendar
from mulberry.law.calendar_years import CHINA
from mulberry.law.dates import add_days, add_months, check_day
from mulberry.law.statutes import CIVIL_CODE, HOLIDAY_MEASURES, LICENSING_LAW
from mulberry.law.suspensions import Span, Suspension, merged
from mulberry.law.text import Text, t

__all__ = ["Deadline", "Suspension", "Unit", "deadline", "deadline_json"]


class Unit(Enum):
    """What a period is counted in."""

    WORKING_DAY = "working-day"
    CALENDAR_DAY = "calendar-day"
    MONTH = "month"
    YEAR = "year"

    @property
    def label(self) -> Text:
        return _LABELS[self]

    @property
    def bases(self) -> tuple[Basis, ...]:
        """The articles by which a period in this unit is counted and ends."""
        if self is Unit.WORKING_DAY:
            return CIVIL_CODE.art(201), LICENSING_LAW.art(82), HOLIDAY_MEASURES.art("")
        if self is Unit.CALENDAR_DAY:
            return CIVIL_CODE.art(201), CIVIL_CODE.art(203)
        return CIVIL_CODE.art(202), CIVIL_CODE.art(203)

    @classmethod
    def parse(cls, value: object, field: str = "unit") -> Unit:
        """The unit of that name. ``Invalid`` names the field for any other word."""
        try:
            return cls(value)
        except ValueError:
            raise Invalid(field, _UNIT.format(field=field, value=value)) from None


_LABELS = {
    Unit.WORKING_DAY: t("个工作日", "working days"),
    Unit.CALENDAR_DAY: t("日", "calendar days"),
    Unit.MONTH: t("个月", "months"),
    Unit.YEAR: t("年", "years"),
}
# A hundred years in each unit: no statutory period is longer, and a slip of the keyboard is.
_MOST = {Unit.WORKING_DAY: 26_000, Unit.CALENDAR_DAY: 36_525, Unit.MONTH: 1_200, Unit.YEAR: 100}
_DAY = timedelta(days=1)

_UNIT = t(
    "{field}：不认识的期间单位“{value}”，可用working-day、calendar-day、month、year。",
    "{field}: unknown unit '{value}'; use working-day, calendar-day, month or year.",
)
_COUNT = t("count：期间应为1至{most}{unit}，取整数。", "count: give a whole number from 1 to {most} {unit}.")
_FUTURE = t(
    "from：起算日{day}晚于{as_of}，期间尚未开始，请核对日期。",
    "from: {day} is after {as_of}, so the period has not begun; check the date.",
)


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last lawful day of a period.

    ``base_deadline`` is the day without suspensions, ``suspended_working_days`` the working days between event and
    deadline that a suspension covers. While ``published`` is false the answer is provisional: it rests on
    ``unpublished_years``, whose notices are not loaded.
    """

    deadline: date
    published: bool
    base_deadline: date
    suspended_working_days: int
    notes: tuple[Text, ...] = ()
    unpublished_years: tuple[int, ...] = ()


def deadline(
    start: date,
    count: int,
    unit: str | Unit,
    suspensions: Iterable[Suspension] = (),
    calendar: Calendar = CHINA,
    as_of: date | None = None,
) -> Deadline:
    """The last lawful day of a period of ``count`` units after the event day ``start``.

    Suspensions may overlap and come in any order. One that begins after the period, as extended so far, has ended
    changes nothing. ``as_of`` refuses an event in the future where the caller deals with what has happened. Raises
    ``Invalid`` naming ``from``, ``count``, ``unit`` or ``suspensions``.
    """
    unit = Unit.parse(unit)
    _check(start, count, unit, as_of)
    spans = merged(suspensions)
    raw_base, base = _end(start, count, unit, (), calendar)
    raw, last = _end(start, count, unit, spans, calendar) if spans else (raw_base, base)
    effective = [(max(first - _DAY, start), end) for first, end in spans if end > start and first <= last]
    suspended = sum(calendar.working_days_between(before, end) for before, end in effective)
    # The answer rests on the days that were looked up: all of a working-day period, only the end of any other.
    spread = [(start, last)] if unit is Unit.WORKING_DAY else [(raw_base - _DAY, base), (raw - _DAY, last), *effective]
    unpublished = sorted({y for before, end in spread for y in calendar.unpublished_years(before + _DAY, end)})
    notes = (
        *deadline_notes.on_calendar(unpublished, last, calendar),
        *deadline_notes.on_end(start, raw_base, raw, last, by_month=unit in (Unit.MONTH, Unit.YEAR)),
        *deadline_notes.on_suspensions(start, spans, last),
    )
    return Deadline(last, not unpublished, base, suspended, notes, tuple(unpublished))


def deadline_json(result: Deadline) -> dict[str, object]:
    """The answer as plain JSON: ISO dates, and notes as ``{"zh", "en"}``."""
    return {
        "deadline": result.deadline.isoformat(),
        "published": result.published,
        "base_deadline": result.base_deadline.isoformat(),
        "suspended_working_days": result.suspended_working_days,
        "notes": [note.to_json() for note in result.notes],
        "unpublished_years": list(result.unpublished_years),
    }


def _check(start: date, count: object, unit: Unit, as_of: date | None) -> None:
    check_day(start, "from")
    if as_of is not None and start > as_of:
        raise Invalid("from", _FUTURE.format(day=start, as_of=as_of))
    most = _MOST[unit]
    if not isinstance(count, int) or isinstance(count, bool) or not 1 <= count <= most:
        zh, en = _COUNT.zh.format(most=most, unit=unit.label.zh), _COUNT.en.format(most=most, unit=unit.label.en)
        raise Invalid("count", Text(zh, en))


def _end(start: date, count: int, unit: Unit, spans: Iterable[Span], calendar: Calendar) -> tuple[date, date]:
    """The day on which the time has run out, and the period's last day, which differs where that day is off."""
    if unit is Unit.WORKING_DAY:
        last = _after_working_days(start, count, spans, calendar)
        return last, last
    if unit is Unit.CALENDAR_DAY:
        raw = add_days(start, count, "count")
    else:
        raw = add_months(start, count if unit is Unit.MONTH else 12 * count, "count")
    return _after_calendar_time(start, raw, spans, calendar)


def _after_working_days(start: date, count: int, spans: Iterable[Span], calendar: Calendar) -> date:
    last = calendar.add_working_days(start, count)
    for first, end in spans:
        if first > last:
            break  # the period is over: this one and all after it come too late
        if end > start:
            covered = calendar.working_days_between(max(first - _DAY, start), end)
            last = calendar.add_working_days(last, covered, "suspensions")
    return last


def _after_calendar_time(start: date, raw: date, spans: Iterable[Span], calendar: Calendar) -> tuple[date, date]:
    last = calendar.next_working(raw)
    for first, end in spans:
        if first > last:
            break
        if end <= start:
            continue
        if first <= raw:
            raw = add_days(raw, (end - max(first - _DAY, start)).days, "suspensions")
            last = calendar.next_working(raw)
        elif end >= last:
            # The time ran out on days off, yet the period had not ended: its last day comes after the suspension.
            last = calendar.add_working_days(end, 1, "suspensions")
    return raw, last
