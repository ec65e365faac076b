"""The calendar years published so far, as the yearly notices of the State Council's General Office announce them.

A holiday is written as its first and last day, both off; a make-up working day as the weekend day that is worked. To
publish a year, add its notice here (or load it through the register of calendar years); the control totals are
checked on loading.
"""

from __future__ import annotations

from datetime import date, timedelta

from mulberry.law.calendar import Calendar
from mulberry.law.calendar_year import CalendarYear
from mulberry.law.text import t


def _year(year: int, noticed: date, total: int, off: str, makeup: str) -> CalendarYear:
    title = t(
        "国务院办公厅关于{year}年部分节假日安排的通知",
        "Notice of the General Office of the State Council on the arrangement of holidays in {year}",
    )
    return CalendarYear(
        year,
        title.format(year=year),
        noticed,
        off=frozenset(day for block in off.split() for day in _block(year, block)),
        makeup=frozenset(_day(year, day) for day in makeup.split()),
        stated_working_days=total,
    )


def _block(year: int, block: str) -> list[date]:
    first, _, last = block.partition("..")
    start, end = _day(year, first), _day(year, last or first)
    return [start + timedelta(days=i) for i in range((end - start).days + 1)]


def _day(year: int, text: str) -> date:
    return date.fromisoformat(f"{year}-{text}")


YEARS: tuple[CalendarYear, ...] = (
    _year(
        2024,
        noticed=date(2023, 10, 25),
        total=251,
        off="01-01 02-10..02-17 04-04..04-06 05-01..05-05 06-10 09-15..09-17 10-01..10-07",
        makeup="02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12",
    ),
    _year(
        2025,
        noticed=date(2024, 11, 12),
        total=248,
        off="01-01 01-28..02-04 04-04..04-06 05-01..05-05 05-31..06-02 10-01..10-08",
        makeup="01-26 02-08 04-27 09-28 10-11",
    ),
    _year(
        2026,
        noticed=date(2025, 11, 4),
        total=248,
        off="01-01..01-03 02-15..02-23 04-04..04-06 05-01..05-05 06-19..06-21 09-25..09-27 10-01..10-07",
        makeup="01-04 02-14 02-28 05-09 09-20 10-10",
    ),
)

CHINA = Calendar(YEARS)
"""The calendar of the mainland of China, by every notice known to this release."""
