"""Months and years of open days, exactly: every day of a rule lies between 1949 and 2200."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from mulberry.decisions.solve.terms import Term, both, div, pick
from mulberry.law.dates import FIRST_DAY, LAST_DAY

FIRST, LAST = FIRST_DAY.toordinal(), LAST_DAY.toordinal()
FIRST_MONTH = FIRST_DAY.year * 12
LAST_MONTH = LAST_DAY.year * 12 + 11
_BEFORE = [date(1950, month, 1).toordinal() - date(1950, 1, 1).toordinal() for month in range(1, 13)]

Fresh = Callable[[], Term]
Hold = Callable[[Term], None]


class Calendar:
    """Civil calendar arithmetic in the solver. ``fresh`` gives a new whole number, ``hold`` states what is so."""

    def __init__(self, fresh: Fresh, hold: Hold) -> None:
        self._fresh, self._hold = fresh, hold
        self._split: dict[int, tuple[Term, Term, Term]] = {}
        self._months: dict[int, tuple[Term, Term]] = {}

    def month(self, day: Term) -> Term:
        """The month a day lies in, counted from the year 0."""
        if isinstance(day, int):
            known = date.fromordinal(day)
            return known.year * 12 + known.month - 1
        # the term is kept beside its month: a number of an object that is gone may be given to another
        if (key := hash(day)) not in self._months or not self._months[key][0].eq(day):
            month = self._fresh()
            self._hold(both(self.first_day(month) <= day, day < self.first_day(month + 1)))
            self._hold(both(month >= FIRST_MONTH, month <= LAST_MONTH))
            self._months[key] = day, month
        return self._months[key][1]

    def year(self, day: Term) -> Term:
        """The calendar year of a day."""
        return date.fromordinal(day).year if isinstance(day, int) else self._parts(self.month(day))[0]

    def add_months(self, day: Term, months: Term) -> Term:
        """The corresponding day so many months later, or that month's last."""
        month = self.month(day)
        number = day - self.first_day(month)
        start = self.first_day(month + months)
        longest = self.first_day(month + months + 1) - start - 1
        return start + pick(number <= longest, number, longest)

    def completed_months(self, since: Term, on: Term) -> Term:
        """Full months between two days; negative where the second comes first."""
        months = self.month(on) - self.month(since)
        return months - pick(self.add_months(since, months) > on, 1, 0)

    def first_day(self, month: Term) -> Term:
        """The first day of a month."""
        if isinstance(month, int):
            year, index = divmod(month, 12)
            return date(year, index + 1, 1).toordinal()
        year, index = self._parts(month)
        before: Term = _BEFORE[11]
        for place in range(10, -1, -1):
            before = pick(index == place, _BEFORE[place], before)
        leap = both(year % 4 == 0, year != 2100, year != 2200)
        centuries = pick(year <= 2100, 15, pick(year <= 2200, 16, 17))
        return 365 * (year - 1) + div(year - 1, 4) - centuries + before + pick(both(leap, index >= 2), 1, 0) + 1

    def _parts(self, month: Term) -> tuple[Term, Term]:
        """Year and place in the year of a month."""
        key = hash(month)
        if key not in self._split or not self._split[key][0].eq(month):
            year, index = self._fresh(), self._fresh()
            self._hold(both(month == year * 12 + index, index >= 0, index <= 11))
            self._split[key] = month, year, index
        return self._split[key][1:]


def within(day: Term) -> Term:
    """Whether a day can be one of a rule at all; what leads to another is refused as input."""
    return both(day >= FIRST, day <= LAST)
