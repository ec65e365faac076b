"""The working-day calendar: weekends, the days a yearly notice announces off, and its make-up days (调休上班日).

A day works if it is Monday to Friday and not announced off, or if it is an announced make-up day. A year whose notice
is not loaded is *not published*: only its weekends are known, so whatever rests on it is provisional and says so.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from datetime import date
from functools import cached_property
from itertools import accumulate, compress, pairwise

from mulberry.errors import Invalid
from mulberry.law.calendar_year import CalendarYear
from mulberry.law.dates import FIRST_DAY, LAST_DAY, check_day, days_in_month
from mulberry.law.text import t

_BASE = FIRST_DAY.toordinal()
_SPAN = LAST_DAY.toordinal() - _BASE + 1

_TOO_FAR = t(
    "{field}：结果超出1949年至2200年，请减小数值。",
    "{field}: the result lies outside 1949 to 2200; give a smaller number.",
)
_TWICE = t(
    "year：{year}年的日历给了两次，请只保留现行的一份。",
    "year: the calendar of {year} is given twice; keep the one in force.",
)


class Calendar:
    """Every day from 1949 to 2200, working or off, from the calendar years published so far.

    Immutable; each question is answered from tables built once, in constant or logarithmic time.
    """

    def __init__(self, years: Iterable[CalendarYear] = ()) -> None:
        self.years: tuple[CalendarYear, ...] = tuple(sorted(years, key=lambda y: y.year))
        self._published = frozenset(y.year for y in self.years)
        if len(self._published) < len(self.years):
            twice = next(a.year for a, b in pairwise(self.years) if a.year == b.year)
            raise Invalid("year", _TWICE.format(year=twice))

    def with_year(self, year: CalendarYear) -> Calendar:
        """A calendar with this year published, in place of an earlier version of the same year."""
        return Calendar([*(y for y in self.years if y.year != year.year), year])

    def published(self, day: date) -> bool:
        """Whether the notice for the day's year is loaded."""
        return day.year in self._published

    def unpublished_years(self, first: date, last: date) -> tuple[int, ...]:
        """The years between two days, both included, whose notice is not loaded."""
        return tuple(y for y in range(first.year, last.year + 1) if y not in self._published)

    def is_working(self, day: date) -> bool:
        return bool(self._flags[_index(day, "day")])

    def next_working(self, day: date) -> date:
        """The day itself if it works, else the first working day after it."""
        return day if self.is_working(day) else self.add_working_days(day, 1, "day")

    def add_working_days(self, day: date, n: int, field: str = "count") -> date:
        """The n-th working day after ``day``, or the n-th before it when n is negative; 0 gives the day itself.

        ``day`` is the event day and is never counted. ``Invalid`` names ``field`` when the result leaves 1949 to 2200.
        """
        if n == 0:
            return day
        index = _index(day, "day")
        # _upto counts the working days up to and including a day; the day itself must not count in either direction.
        position = self._upto[index] + n - 1 if n > 0 else self._upto[index] - self._flags[index] + n
        if not 0 <= position < len(self._working):
            raise Invalid(field, _TOO_FAR.format(field=field))
        return date.fromordinal(self._working[position])

    def working_days_between(self, a: date, b: date) -> int:
        """Working days after ``a`` up to and including ``b``; negative when b is before a."""
        return self._upto[_index(b, "b")] - self._upto[_index(a, "a")]

    def month_totals(self, year: int) -> tuple[int, ...]:
        """Working days of each month, January to December."""
        ends = [date(year, m, days_in_month(year, m)) for m in range(1, 13)]
        counts = [self._upto[_index(end, "year")] for end in ends]
        before = self._upto[_index(date(year, 1, 1), "year")] - self._flags[_index(date(year, 1, 1), "year")]
        return tuple(b - a for a, b in pairwise([before, *counts]))

    def working_days(self, year: int) -> int:
        """Working days of a whole year."""
        return sum(self.month_totals(year))

    @cached_property
    def _flags(self) -> bytearray:
        # 0001-01-01 was a Monday, so the ordinal alone gives the weekday.
        week = bytes(1 if (_BASE - 1 + i) % 7 < 5 else 0 for i in range(7))
        flags = bytearray((week * (_SPAN // 7 + 1))[:_SPAN])
        # In order of years: a notice may reach back into the last December, and the later notice prevails.
        for year in self.years:
            for day in year.off:
                flags[_index(day, "off_days")] = 0
            for day in year.makeup:
                flags[_index(day, "makeup_days")] = 1
        return flags

    @cached_property
    def _upto(self) -> array[int]:
        return array("i", accumulate(self._flags))

    @cached_property
    def _working(self) -> array[int]:
        return array("i", compress(range(_BASE, _BASE + _SPAN), self._flags))


def _index(day: date, field: str) -> int:
    index = day.toordinal() - _BASE
    if 0 <= index < _SPAN:
        return index
    check_day(day, field)
    raise AssertionError(day)
