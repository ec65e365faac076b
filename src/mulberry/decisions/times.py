"""Days, months and moments."""

from __future__ import annotations

from mulberry.decisions.expression import DATE, MOMENT, MONTH, Expr, Operand, lift, whole
from mulberry.decisions.types import Type

YEARS, MONTHS, DAYS = Type("int", unit="year"), Type("int", unit="month"), Type("int", unit="day")
WORKING_DAYS = Type("int", unit="working-day")


def year(day: Operand) -> Expr:
    """The calendar year of a day."""
    return Expr("year", YEARS, (_day(day),))


def month(day: Operand) -> Expr:
    """The calendar month of a day; months can be compared, and months added to them."""
    return Expr("month", MONTH, (_day(day),))


def day_of(moment: Operand) -> Expr:
    """The day on which a moment lies."""
    return Expr("day_of", DATE, (_moment(moment),))


def months_from(start: Operand, end: Operand) -> Expr:
    """Calendar months from one month to another, days ignored; negative where the end comes first."""
    a, b = (node if node.type.name == "month" else month(node) for node in (lift(start), lift(end)))
    return Expr("months_from", MONTHS, (a, b))


def completed_years(since: Operand, on: Operand) -> Expr:
    """Full years between two days: 29 February completes its year on 28 February where there is none. Negative where
    ``on`` comes first."""
    return Expr("completed_years", YEARS, (_day(since), _day(on)))


def completed_months(since: Operand, on: Operand) -> Expr:
    """Full months between two days, counted by the corresponding day or the month's last. Negative where ``on`` comes
    first."""
    return Expr("completed_months", MONTHS, (_day(since), _day(on)))


def days_from(start: Operand, end: Operand) -> Expr:
    """Calendar days from one day to another; the first is not counted."""
    return Expr("days_from", DAYS, (_day(start), _day(end)))


def add_months(day: Operand, months: Operand) -> Expr:
    """The corresponding day of a later month, or that month's last day (民法典 art. 202)."""
    return Expr("add_months", DATE, (_day(day), whole(months, "month")))


def add_years(day: Operand, years: Operand) -> Expr:
    """The corresponding day of a later year."""
    twelve = Expr("const", Type("int", unit="month/year"), (), 12)
    months = whole(years, "year") * twelve
    return Expr("add_months", DATE, (_day(day), months))


def add_days(day: Operand, days: Operand) -> Expr:
    """So many calendar days later. Working days are counted by the calendar of a year and are never added like this."""
    count = whole(days)
    if count.type.unit not in {"", "day", "calendar-day"}:
        raise TypeError(f"{count} counts {count.type.unit}, but calendar days are asked for")
    return Expr("add_days", DATE, (_day(day), count))


def add_hours(moment: Operand, hours: Operand) -> Expr:
    """So many hours later, or earlier where they are negative."""
    return Expr("add_hours", MOMENT, (_moment(moment), whole(hours, "hour")))


def next_working(day: Operand) -> Expr:
    """The day itself if it works, else the first working day after it: where a period that ends on a day off ends."""
    return Expr("next_working", DATE, (_day(day),))


def add_working_days(day: Operand, days: Operand) -> Expr:
    """So many working days later; the day itself is not counted."""
    return Expr("add_working_days", DATE, (_day(day), whole(days, "working-day")))


def working_days_from(start: Operand, end: Operand) -> Expr:
    """Working days from one day to another; the first is not counted. Negative where the end comes first."""
    return Expr("working_days_from", WORKING_DAYS, (_day(start), _day(end)))


def _day(value: Operand) -> Expr:
    node = lift(value)
    if node.type.name == "datetime":
        raise TypeError(f"{node} is a moment: write day_of({node}) for its day")
    if node.type.name != "date":
        raise TypeError(f"{node} is {node.type.name}, not a day")
    return node


def _moment(value: Operand) -> Expr:
    node = lift(value)
    if node.type.name != "datetime":
        raise TypeError(f"{node} is {node.type.name}, not a moment")
    return node
