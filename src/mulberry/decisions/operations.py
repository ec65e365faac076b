"""What each operation gives for known values: the one definition every backend agrees with.

Numbers are counted in their smallest part (see ``types``), days are ``date``, months are ``year * 12 + month - 1``.
"""

from __future__ import annotations

import operator
from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from mulberry.errors import Invalid
from mulberry.law.calendar_years import CHINA
from mulberry.law.text import t

OUT_OF_CALENDAR = t(
    "计算所得日期超出公历可表示的范围，请核对年份与期间",
    "the day computed lies outside the calendar: check the years and periods given",
)


def add_months(day: date, months: int) -> date:
    """The corresponding day of another month, or that month's last day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not 1 <= year <= 9999:
        raise Invalid("date", OUT_OF_CALENDAR)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add_days(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        raise Invalid("date", OUT_OF_CALENDAR) from None


def month_of(day: date) -> int:
    return day.year * 12 + day.month - 1


def completed_months(since: date, on: date) -> int:
    """Full months from one day to another: the largest n with add_months(since, n) <= on."""
    months = month_of(on) - month_of(since)
    return months - (add_months(since, months) > on)


def completed_years(since: date, on: date) -> int:
    return completed_months(since, on) // 12


def ratio(part: int | Fraction, whole: int | Fraction) -> Fraction | None:
    return Fraction(part) / Fraction(whole) if whole else None


def rounded(value: int | Fraction, rule: tuple[int, int, str]) -> int:
    """From one number of places to another; modes are seen from zero, ``half_even`` excepted."""
    from_places, to_places, mode = rule
    exact = Fraction(value) * Fraction(10) ** (to_places - from_places)
    if mode == "half_even":
        return round(exact)
    size = abs(exact)
    whole = {"down": size // 1, "up": -(-size // 1), "half_up": (size + Fraction(1, 2)) // 1}[mode]
    return int(whole) if exact >= 0 else -int(whole)


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
    "months_from": lambda a, b: b - a,
    "days_from": lambda a, b: (b - a).days,
    "completed_years": completed_years,
    "completed_months": completed_months,
    "add_months": add_months,
    "add_days": add_days,
    "next_working": CHINA.next_working,
}
