"""What each operation gives for known values: the one definition every backend agrees with.

Numbers are counted in their smallest part (see ``types``), days are ``date``, months are ``year * 12 + month - 1``.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal, DecimalException
from fractions import Fraction
from typing import Any

from mulberry.errors import Invalid
from mulberry.law import dates
from mulberry.law.calendar_years import CHINA
from mulberry.law.exact import Rounding, round_to
from mulberry.law.text import t

Number = int | Fraction
ONE = Decimal(1)
TOO_LARGE = t("计算所得数值过大，请核对所填数字。", "the number computed is too large: check the figures given.")

INFIX = {
    "lt": "<",
    "le": "<=",
    "gt": ">",
    "ge": ">=",
    "eq": "==",
    "ne": "!=",
    "add": "+",
    "sub": "-",
    "mul": "*",
    "floordiv": "//",
    "mod": "%",
}
"""Operations that every backend writes as an operator, here in Python's spelling."""

COMPARISONS = frozenset({"lt", "le", "gt", "ge", "eq", "ne"})

BY_CALENDAR = frozenset({"next_working", "add_working_days", "working_days_from"})
"""Operations that count working days by the calendar that has been announced."""

REFUSING = BY_CALENDAR | {"add_months", "add_days", "add_hours"}
"""Operations that refuse input by which a day would leave the calendar; they take the name of what was read as well."""


def month_of(day: date) -> int:
    """The month a day lies in, counted from the year 0."""
    return day.year * 12 + day.month - 1


def completed_months(since: date, on: date) -> int:
    """Full months from one day to another: the most whose corresponding day is reached. Negative where the second comes
    first, so that a day still ahead has not even completed a month of 0."""
    months = dates.months_between(since, on)
    return months - (dates.add_months(since, months) > on)


def completed_years(since: date, on: date) -> int:
    """Full years between two days, as full dozens of months."""
    return completed_months(since, on) // 12


def ratio(part: Number, whole: Number, of_nothing: Number | None = None) -> Number | None:
    """The exact quotient, or what is said of a whole of zero."""
    return Fraction(part) / Fraction(whole) if whole else of_nothing


def rounded(value: Number, rule: tuple[int, int, str]) -> int:
    """From one number of places to another, by a rounding named as in ``mulberry.law.exact``."""
    from_places, to_places, mode = rule
    exact = Fraction(value) * Fraction(10) ** (to_places - from_places)
    try:
        return int(round_to(exact, ONE, Rounding[mode]))
    except DecimalException:
        raise Invalid("amount", TOO_LARGE) from None


def growth(first: Number, last: Number, rule: tuple[int, int]) -> int | None:
    """The yearly rate by which the first value grows to the last, counted in its places and rounded half up."""
    years, places = rule
    if first <= 0 or last < 0:
        return None
    one: int = 10**places
    # half up: the largest n with (n - 1/2) / one at most the root, so (2n - 1)^years * first <= (2 one)^years * last
    bound = Fraction(last) * (2 * one) ** years / Fraction(first)
    low, high = 0, 1
    while (2 * high - 1) ** years <= bound:
        high *= 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if (2 * middle - 1) ** years <= bound else (low, middle)
    return low - one


def add_hours(moment: datetime, hours: int, field: str) -> datetime:
    """So many hours later, within the calendar."""
    whole_days, rest = divmod(hours, 24)
    day = dates.add_days(moment.date(), whole_days, field)
    later = datetime.combine(day, moment.time()) + timedelta(hours=rest)
    dates.add_days(day, (later.date() - day).days, field)
    return later


def next_working(day: date, field: str) -> date:
    """The day itself if it works, else the first working day after it."""
    dates.check_day(day, field)
    return day if CHINA.is_working(day) else CHINA.add_working_days(day, 1, field)


def add_working_days(day: date, days: int, field: str) -> date:
    """The n-th working day after a day."""
    dates.check_day(day, field)
    return CHINA.add_working_days(day, days, field)


def working_days_from(start: date, end: date, field: str) -> int:
    """Working days after one day up to and including another."""
    dates.check_day(start, field)
    dates.check_day(end, field)
    return CHINA.working_days_between(start, end)


OPERATIONS: Mapping[str, Callable[..., Any]] = {
    "lt": operator.lt,
    "le": operator.le,
    "gt": operator.gt,
    "ge": operator.ge,
    "eq": operator.eq,
    "ne": operator.ne,
    "add": operator.add,
    "sub": operator.sub,
    "mul": operator.mul,
    "floordiv": operator.floordiv,
    "mod": operator.mod,
    "min": min,
    "max": max,
    "ratio": ratio,
    "year": lambda day: day.year,
    "month": month_of,
    "day_of": lambda moment: moment.date(),
    "months_from": lambda a, b: b - a,
    "days_from": lambda a, b: (b - a).days,
    "completed_years": completed_years,
    "completed_months": completed_months,
    "size": len,
    "contains": operator.ge,
    "add_months": dates.add_months,
    "add_days": dates.add_days,
    "add_hours": add_hours,
    "next_working": next_working,
    "add_working_days": add_working_days,
    "working_days_from": working_days_from,
}
