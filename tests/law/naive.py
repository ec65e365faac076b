"""An independent judge: counts one day at a time, from its own copy of the published days, and knows no shortcut."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

Span = tuple[date, date]
ONE = timedelta(days=1)

# Month: days off | make-up days. Written out day by day, so that a slip in the ranges of the project shows.
DAYS = {
    2024: {
        1: ([1], []),
        2: ([10, 11, 12, 13, 14, 15, 16, 17], [4, 18]),
        4: ([4, 5, 6], [7, 28]),
        5: ([1, 2, 3, 4, 5], [11]),
        6: ([10], []),
        9: ([15, 16, 17], [14, 29]),
        10: ([1, 2, 3, 4, 5, 6, 7], [12]),
    },
    2025: {
        1: ([1, 28, 29, 30, 31], [26]),
        2: ([1, 2, 3, 4], [8]),
        4: ([4, 5, 6], [27]),
        5: ([1, 2, 3, 4, 5, 31], []),
        6: ([1, 2], []),
        9: ([], [28]),
        10: ([1, 2, 3, 4, 5, 6, 7, 8], [11]),
    },
    2026: {
        1: ([1, 2, 3], [4]),
        2: ([15, 16, 17, 18, 19, 20, 21, 22, 23], [14, 28]),
        4: ([4, 5, 6], []),
        5: ([1, 2, 3, 4, 5], [9]),
        6: ([19, 20, 21], []),
        9: ([25, 26, 27], [20]),
        10: ([1, 2, 3, 4, 5, 6, 7], [10]),
    },
}


def works(day: date) -> bool:
    off, makeup = DAYS.get(day.year, {}).get(day.month, ([], []))
    if day.day in makeup:
        return True
    return day.weekday() < 5 and day.day not in off


def corresponding(day: date, months: int) -> date:
    """Step month by month, then try the day and the days before it until one exists."""
    year, month = day.year, day.month
    for _ in range(months):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    for candidate in range(day.day, 27, -1):
        try:
            return date(year, month, candidate)
        except ValueError:
            continue
    return date(year, month, day.day)


def deadline(start: date, count: int, unit: str, spans: Sequence[Span]) -> date:
    def suspended(day: date) -> bool:
        return any(a <= day <= b for a, b in spans)

    if unit == "working-day":
        return _run_down(start, count, lambda d: works(d) and not suspended(d))
    if unit != "calendar-day":
        end = corresponding(start, count if unit == "month" else 12 * count)
        count = (end - start).days
    day = _run_down(start, count, lambda d: not suspended(d))
    while suspended(day) or not works(day):
        day += ONE
    return day


def count_working(a: date, b: date) -> int:
    """Working days after a, up to and including b."""
    total = 0
    while a < b:
        a += ONE
        total += works(a)
    return total


def _run_down(day: date, left: int, counts: Callable[[date], bool]) -> date:
    while left:
        day += ONE
        left -= counts(day)
    return day
