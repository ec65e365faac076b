"""Calendar arithmetic of the civil law: corresponding days, month ends, completed years and months.

Pure functions over ``datetime.date``. Every date lies between 1949 and 2200: outside it no law carried out here has
an answer, and a wrong century in a form is found at once.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from mulberry.errors import Invalid
from mulberry.law.text import Text, t

FIRST_DAY = date(1949, 1, 1)
LAST_DAY = date(2200, 12, 31)

_NOT_A_DAY = t(
    "{field}：应为日期（年-月-日，不含时刻）。", "{field}: give a date (year-month-day, without a time of day)."
)
_OUT_OF_RANGE = t(
    "{field}：{day}不在1949年至2200年之间，请核对日期。", "{field}: {day} is not between 1949 and 2200; check the date."
)
_PAST_THE_END = t(
    "{field}：结果超出2200年，请减小数值。", "{field}: the result lies outside 1949 to 2200; give a smaller number."
)
_NOT_YET = t("{field}：{later}早于{earlier}，请核对日期。", "{field}: {later} is before {earlier}; check the dates.")


def check_day(value: object, field: str) -> date:
    """The value as a date between 1949 and 2200. ``Invalid`` names the field where it is not; a datetime is no date."""
    if not isinstance(value, date) or isinstance(value, datetime):
        raise Invalid(field, _NOT_A_DAY.format(field=field))
    if not FIRST_DAY <= value <= LAST_DAY:
        raise Invalid(field, _OUT_OF_RANGE.format(field=field, day=value.isoformat()))
    return value


def add_days(day: date, n: int, field: str = "days") -> date:
    """The day n calendar days later, earlier if negative. ``Invalid`` names the field if that leaves 1949 to 2200."""
    try:
        result = day + timedelta(days=n)
    except OverflowError:
        raise Invalid(field, _PAST_THE_END.format(field=field)) from None
    return _within(result, field)


def add_months(day: date, n: int, field: str = "months") -> date:
    """The corresponding day n months later, or that month's last day if it has none (民法典 art. 202)."""
    year, index = divmod(day.year * 12 + day.month - 1 + n, 12)
    if not FIRST_DAY.year <= year <= LAST_DAY.year:
        raise Invalid(field, _PAST_THE_END.format(field=field))
    return date(year, index + 1, min(day.day, days_in_month(year, index + 1)))


def add_years(day: date, n: int, field: str = "years") -> date:
    """The corresponding day n years later; 29 February becomes 28 February in a common year."""
    return add_months(day, 12 * n, field)


def days_in_month(year: int, month: int) -> int:
    """How many days a month has, 28 to 31."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def month_end(day: date) -> date:
    """The last day of the month a day lies in."""
    return day.replace(day=days_in_month(day.year, day.month))


def months_between(start: date, end: date) -> int:
    """Difference of the two calendar months; days are ignored, negative if ``end`` lies in an earlier month."""
    return (end.year - start.year) * 12 + end.month - start.month


def completed_months(start: date, on: date) -> int:
    """Whole months from ``start`` to ``on``: the most whose corresponding day is reached. ``Invalid`` if negative."""
    if on < start:
        raise Invalid("on", _NOT_YET.format(field="on", later=on.isoformat(), earlier=start.isoformat()))
    months = months_between(start, on)
    # The corresponding day, clamped to the month's end, may still lie ahead.
    return months if min(start.day, days_in_month(on.year, on.month)) <= on.day else months - 1


def completed_years(birth: date, on: date) -> int:
    """Whole years from ``birth`` to ``on``, complete on the birthday itself, for 29 February on the 28th.

    Penal rules count an age from the day after the birthday; for them give the day before ``on``.
    """
    return completed_months(birth, on) // 12


def _within(day: date, field: str) -> date:
    if not FIRST_DAY <= day <= LAST_DAY:
        raise Invalid(field, _PAST_THE_END.format(field=field))
    return day


def joined_days(days: list[date]) -> Text:
    """Dates listed for a sentence in both languages."""
    return Text("、".join(map(str, days)), ", ".join(map(str, days)))
