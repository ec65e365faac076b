"""Days and months by integer arithmetic: what every engine computes alike, with the clamping of the civil law.

A result outside the years 1949 to 2200 is refused for one subject; here it becomes a guard, so that the row is told.
"""

from __future__ import annotations

from datetime import date, timedelta

from mulberry.decisions.columns.ir import Builder, Node
from mulberry.law.calendar_years import CHINA
from mulberry.law.dates import FIRST_DAY, LAST_DAY

FIRST_MONTH, LAST_MONTH = FIRST_DAY.year * 12, LAST_DAY.year * 12 + 11
SPAN = (LAST_DAY - FIRST_DAY).days


class Days:
    """Words about days, written by a builder. ``guards`` are conditions under which a day would leave the calendar,
    each with the name to tell."""

    def __init__(self, builder: Builder) -> None:
        self.b = builder
        self.guards: list[tuple[Node, str]] = []

    def year(self, day: Node) -> Node:
        return self.b.node("year", "int", (day,), None, (FIRST_DAY.year, LAST_DAY.year))

    def month(self, day: Node) -> Node:
        """Months since the year 0."""
        of_year = self.b.node("month", "int", (day,), None, (1, 12))
        return self.b.add(self.b.times(self.year(day), 12), self.b.add(of_year, self.b.whole(-1)))

    def of_month(self, day: Node) -> Node:
        return self.b.node("day", "int", (day,), None, (1, 31))

    def plus(self, day: Node, days: Node) -> Node:
        return self.b.node("plus_days", "date", (day, days))

    def between(self, start: Node, end: Node) -> Node:
        if start.is_lit and end.is_lit and not (start.is_null or end.is_null):
            return self.b.whole((end.value - start.value).days)
        return self.b.node("days_between", "int", (start, end), None, (-SPAN, SPAN))

    def add_days(self, day: Node, days: Node, field: str) -> Node:
        near = self._kept(days, -SPAN, SPAN, field)
        return self._within(self.plus(day, near), field)

    def add_months(self, day: Node, months: Node, field: str) -> Node:
        """The corresponding day, or the last of its month."""
        month = self._kept(self.b.add(self.month(day), months), FIRST_MONTH, LAST_MONTH, field)
        first = self._first_of(month)
        last = self.of_month(self.plus(self._first_of(self.b.add(month, self.b.one)), self.b.whole(-1)))
        return self.plus(first, self.b.add(self.b.extreme("min", self.of_month(day), last), self.b.whole(-1)))

    def completed_months(self, since: Node, on: Node) -> Node:
        """Full months: one less while the corresponding day, or the month's last, is still to come."""
        apart = self.b.sub(self.month(on), self.month(since))
        not_last = self.b.compare("ne", self.of_month(self.plus(on, self.b.one)), self.b.one)
        ahead = self.b.and_(self.b.compare("gt", self.of_month(since), self.of_month(on)), not_last)
        return self.b.sub(apart, self.b.case(ahead, self.b.one, self.b.whole(0)))

    def add_hours(self, moment: Node, hours: Node, field: str) -> Node:
        near = self._kept(hours, -SPAN * 24, SPAN * 24, field)
        later = self.b.node("plus_hours", "moment", (moment, near))
        day = self.b.node("day_of", "date", (later,))
        self._within(day, field)
        return later

    def working_upto(self, day: Node) -> Node:
        """Working days from the first of the calendar up to and including a day."""
        return self.b.node("working_upto", "int", (day,), None, (0, SPAN))

    def working_day(self, number: Node, field: str) -> Node:
        """The working day of a number, from 1."""
        day = self.b.node("working_day", "date", (number,), null=True)
        beyond = self.b.and_(self.b.not_(self.b.is_null(number)), self.b.is_null(day))
        self.guards.append((beyond, field))
        return day

    def next_working(self, day: Node, field: str) -> Node:
        self._within(day, field)
        before = self.working_upto(self.plus(day, self.b.whole(-1)))
        return self.working_day(self.b.add(before, self.b.one), field)

    def add_working_days(self, day: Node, days: Node, field: str) -> Node:
        self._within(day, field)
        backwards = self.b.compare("lt", days, self.b.whole(0))
        from_day = self.b.case(backwards, self.plus(day, self.b.whole(-1)), day)
        number = self.b.add(self.working_upto(from_day), days)
        number = self.b.add(number, self.b.case(backwards, self.b.one, self.b.whole(0)))
        none = self.b.compare("eq", days, self.b.whole(0))
        moved = self.b.case(none, self.b.lit("int", None), number)
        return self.b.case(none, day, self.working_day(moved, field))

    def working_days_from(self, start: Node, end: Node, field: str) -> Node:
        for day in (start, end):
            self._within(day, field)
        return self.b.sub(self.working_upto(end), self.working_upto(start))

    def _first_of(self, month: Node) -> Node:
        return self.b.node("first_of", "date", (month,))

    def _kept(self, value: Node, low: int, high: int, field: str) -> Node:
        """The value within bounds, null beyond them, where the row is refused."""
        if low <= value.low and value.high <= high:
            return value
        beyond = self.b.or_(
            self.b.compare("lt", value, self.b.whole(low)), self.b.compare("gt", value, self.b.whole(high))
        )
        self.guards.append((beyond, field))
        kept = self.b.case(beyond, self.b.lit("int", None), value)
        kept.low, kept.high = max(value.low, low), min(value.high, high)
        return kept

    def _within(self, day: Node, field: str) -> Node:
        beyond = self.b.or_(
            self.b.compare("lt", day, self.b.lit("date", FIRST_DAY)),
            self.b.compare("gt", day, self.b.lit("date", LAST_DAY)),
        )
        self.guards.append((beyond, field))
        return self.b.case(beyond, self.b.lit("date", None), day)


def calendar_table() -> tuple[list[date], list[int]]:
    """Every day of the calendar, from the day before the first, with the working days up to it."""
    days, upto, count = [FIRST_DAY - timedelta(days=1)], [0], 0
    for place in range(SPAN + 1):
        day = FIRST_DAY + timedelta(days=place)
        count += CHINA.is_working(day)
        days.append(day)
        upto.append(count)
    return days, upto
