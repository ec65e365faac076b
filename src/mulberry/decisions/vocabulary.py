"""More words a rule may be written with: shares, scores and bands, days and months, lists."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from mulberry.decisions.expression import AS_OF, BOOL, DATE, MONTH, Expr, Operand, all_of, any_of, ite, lift, same_scale
from mulberry.decisions.types import Type
from mulberry.law.basis import Law
from mulberry.law.parameters import Parameter

YEAR, DAYS, MONTHS = Type("int", unit="year"), Type("int", unit="day"), Type("int", unit="month")


# ------------------------------------------------------------------ shares


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole, to be compared with a rate. Nothing of nothing is no share: each comparison asks ``whole > 0``."""

    part: Expr
    whole: Expr

    def _against(self, op: Callable[[Any, Any], Expr], rate: Operand) -> Expr:
        return all_of(self.whole > 0, op(self.part, self.whole * lift(rate)))

    def __ge__(self, rate: Operand) -> Expr:
        return self._against(lambda a, b: a >= b, rate)

    def __gt__(self, rate: Operand) -> Expr:
        return self._against(lambda a, b: a > b, rate)

    def __le__(self, rate: Operand) -> Expr:
        return self._against(lambda a, b: a <= b, rate)

    def __lt__(self, rate: Operand) -> Expr:
        return self._against(lambda a, b: a < b, rate)


def share(part: Operand, whole: Operand) -> Share:
    """``share(staff_abroad, staff) >= RATE``: compared exactly, by cross-multiplying."""
    return Share(*same_scale(lift(part), lift(whole)))


def ratio(part: Operand, whole: Operand) -> Expr:
    """The exact quotient, for amounts and tables; where the whole is 0 there is none, and nothing is asked."""
    a, b = same_scale(lift(part), lift(whole))
    return Expr("ratio", Type("decimal", places=0), (a, b))


def rounded(value: Operand, places: int = 0, mode: str = "half_up") -> Expr:
    """Rounded as the law says: ``half_up``, ``half_even``, or ``down`` or ``up`` as seen from zero."""
    if mode not in {"half_up", "half_even", "down", "up"}:
        raise TypeError(f"{mode!r} is no rounding: half_up, half_even, down, up")
    node = lift(value)
    name = "int" if places == 0 else node.type.name
    return Expr("round", Type(name, unit=node.type.unit, places=places), (node,), (node.type.places, places, mode))


# ------------------------------------------------------------------ tables


def among(value: Expr, first: Operand, *others: Operand) -> Expr:
    """Whether a number is one of those the law lists."""
    return any_of(*(value == member for member in (first, *others)))


def score(choice: Expr, table: Mapping[str, Operand], default: Operand | None = None) -> Expr:
    """The value a table gives for a choice. Every member must be in the table unless a default is given."""
    if choice.type.name != "enum":
        raise TypeError("a score table is over an enum fact; for numbers use bands")
    absent = [m for m in choice.type.values if m not in table]
    wrong = [m for m in table if m not in choice.type.values]
    if wrong or (absent and default is None):
        raise TypeError(f"score table: unknown members {wrong}, members without a value {absent}")
    result = lift(default) if default is not None else lift(table[[*choice.type.values][-1]])
    for member, value in reversed(list(table.items())):
        result = ite(choice == member, value, result)
    return result


def bands(value: Expr, *steps: tuple[Operand, Operand], below: Operand) -> Expr:
    """``bands(x, (10, 1), (20, 2), below=0)``: 0 under 10, 1 from 10 to under 20, 2 from 20 on. Steps rise."""
    result = lift(below)
    for start, given in steps:
        result = ite(value >= start, given, result)
    return result


def at(parameter: Parameter, day: Expr) -> Expr:
    """The value a parameter had on a day that the facts tell, not on the as-of date."""
    if day.type.name != "date":
        raise TypeError("a parameter is looked up by a day")
    return Expr("lookup", Type(parameter.type, unit=parameter.unit), (day,), parameter)


# ------------------------------------------------------------------ dated law


def in_force(law: Law) -> Expr:
    """Whether a law is in force on the as-of date; both its first and its last day count."""
    begun = lift(True) if law.since is None else law.since <= AS_OF
    return begun if law.until is None else all_of(begun, law.until >= AS_OF)


# ------------------------------------------------------------------ days and months


def year(day: Expr) -> Expr:
    """The calendar year of a day."""
    return Expr("year", Type("int", unit="year"), (_day(day),))


def month(day: Expr) -> Expr:
    """The calendar month of a day; months can be compared, and months added to them."""
    return Expr("month", MONTH, (_day(day),))


def months_from(start: Operand, end: Operand) -> Expr:
    """Calendar months from one month to another, days ignored; negative where the end comes first."""
    a, b = (node if node.type.name == "month" else month(node) for node in (lift(start), lift(end)))
    return Expr("months_from", MONTHS, (a, b))


def completed_years(since: Operand, on: Operand) -> Expr:
    """Full years between two days: 29 February completes its year on 28 February where there is none."""
    return Expr("completed_years", YEAR, (_day(lift(since)), _day(lift(on))))


def completed_months(since: Operand, on: Operand) -> Expr:
    """Full months between two days, counted by the corresponding day or the month's last."""
    return Expr("completed_months", MONTHS, (_day(lift(since)), _day(lift(on))))


def days_from(start: Operand, end: Operand) -> Expr:
    """Calendar days from one day to another; the first is not counted."""
    return Expr("days_from", DAYS, (_day(lift(start)), _day(lift(end))))


def add_months(day: Operand, months: Operand) -> Expr:
    """The corresponding day of a later month, or that month's last day (民法典 art. 202)."""
    return Expr("add_months", DATE, (_day(lift(day)), lift(months)))


def add_years(day: Operand, years: Operand) -> Expr:
    """The corresponding day of a later year."""
    return add_months(day, lift(years) * 12)


def add_days(day: Operand, days: Operand) -> Expr:
    """So many calendar days later."""
    return Expr("add_days", DATE, (_day(lift(day)), lift(days)))


def next_working(day: Operand) -> Expr:
    """The day itself if it works, else the first working day after it: where a period that ends on a day off ends."""
    return Expr("next_working", DATE, (_day(lift(day)),))


def _day(node: Expr) -> Expr:
    if node.type.name != "date":
        raise TypeError(f"{node} is no day")
    return node


# ------------------------------------------------------------------ lists of records


class Item:
    """One record of a list, inside a condition over the list: its fields are read as attributes."""

    def __init__(self, source: Expr) -> None:
        self._source = source

    def __getattr__(self, name: str) -> Expr:
        type_ = self._source.type.items.get(name)
        if type_ is None:
            raise TypeError(f"{self._source} has no field {name!r}; it has {', '.join(self._source.type.items)}")
        return Expr("item", type_, (), name)


Condition = Callable[[Item], Operand]


def any_in(records: Expr, where: Condition) -> Expr:
    """At least one record meets the condition."""
    return Expr("any", BOOL, (_list(records), lift(where(Item(records)))))


def all_in(records: Expr, where: Condition) -> Expr:
    """Every record meets the condition; true of an empty list."""
    return Expr("all", BOOL, (_list(records), lift(where(Item(records)))))


def count_in(records: Expr, where: Condition | None = None, unit: str = "item") -> Expr:
    """How many records meet the condition."""
    condition = lift(where(Item(records))) if where else lift(True)
    return Expr("count", Type("int", unit=unit), (_list(records), condition))


def sum_in(records: Expr, value: Condition, where: Condition | None = None) -> Expr:
    """The sum of a value over the records that meet the condition; unknown as soon as one that counts is."""
    item = Item(records)
    node, condition = lift(value(item)), lift(where(item)) if where else lift(True)
    return Expr("sum", node.type, (_list(records), condition, node))


def _list(node: Expr) -> Expr:
    if node.type.name != "list":
        raise TypeError(f"{node} is no list of records")
    return node
