"""Shares, quotients, growth and rounding."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from typing import Any, NoReturn

from mulberry.decisions import units
from mulberry.decisions.expression import Expr, Operand, alike, all_of, ite, lift
from mulberry.decisions.types import Type
from mulberry.law.exact import Rounding

Comparison = Callable[[Any, Any], Expr]


class Compared:
    """Something that is not a number by itself but can be compared with one exactly: a share, a growth."""

    def _against(self, op: Comparison, rate: Operand) -> Expr:
        raise NotImplementedError

    def __ge__(self, rate: Operand) -> Expr:
        return self._against(lambda a, b: a >= b, rate)

    def __gt__(self, rate: Operand) -> Expr:
        return self._against(lambda a, b: a > b, rate)

    def __le__(self, rate: Operand) -> Expr:
        return self._against(lambda a, b: a <= b, rate)

    def __lt__(self, rate: Operand) -> Expr:
        return self._against(lambda a, b: a < b, rate)

    def __eq__(self, rate: Operand) -> Expr:  # type: ignore[override]
        return self._against(lambda a, b: a == b, rate)

    def __ne__(self, rate: Operand) -> NoReturn:
        raise TypeError(f"{self} is compared by <, <=, ==, >=, >: ~(… == rate) says how 0 of 0 is meant")

    def __bool__(self) -> NoReturn:
        raise TypeError(f"{self} has no truth value: compare it with a rate")

    __hash__ = None  # type: ignore[assignment]  # == builds a condition


@dataclass(frozen=True, eq=False)
class Share(Compared):
    """A part of a whole, to be compared with a rate. Nothing of nothing is no share: a whole is asked for."""

    part: Expr
    whole: Expr

    def _against(self, op: Comparison, rate: Operand) -> Expr:
        if isinstance(rate, Fraction):
            # a rate such as 2/37 has no finite decimal, but both sides can be multiplied by 37
            return all_of(self.whole > 0, op(self.part * rate.denominator, self.whole * rate.numerator))
        return all_of(self.whole > 0, op(self.part, self.whole * lift(rate)))


def share(part: Operand, whole: Operand) -> Share:
    """``share(staff_abroad, staff) >= RATE``: compared exactly, by cross-multiplying."""
    return Share(lift(part), lift(whole))


def ratio(part: Operand, whole: Operand, of_nothing: Operand | None = None) -> Expr:
    """The exact quotient, for amounts. Of nothing it is what ``of_nothing`` says; else there is none then, and a
    condition may not ask for it: a condition compares a ``share``."""
    a, b = lift(part), lift(whole)
    if not (a.type.is_number and b.type.is_number):
        raise TypeError(f"a quotient is of two numbers, not of {a.type.name} and {b.type.name}")
    type_ = Type("decimal", units.quotient(a.type.unit, b.type.unit), places=0)
    # each is counted in its own smallest part, and the quotient is of the values, not of the counts
    finer = b.type.places - a.type.places
    parts = (a * 10**finer if finer > 0 else a, b * 10**-finer if finer < 0 else b)
    if of_nothing is None:
        return Expr("ratio", type_, parts)
    return ite(b == 0, of_nothing, Expr("ratio", type_, (*parts, lift(0))))


def rounded(value: Operand, places: int = 0, mode: str | Rounding = "half_up") -> Expr:
    """Rounded as the law says: ``half_up``, ``half_even``, ``floor``, ``ceiling``, ``down`` or ``up`` as from zero."""
    name = mode.name if isinstance(mode, Rounding) else mode.upper()
    if name not in Rounding.__members__:
        raise TypeError(f"{mode!r} is no rounding: {', '.join(m.lower() for m in Rounding.__members__)}")
    node = lift(value)
    if not node.type.is_number:
        raise TypeError(f"only numbers are rounded, not {node.type.name}: {node}")
    type_ = Type("int" if places == 0 and node.type.name != "money" else node.type.name, node.type.unit, places=places)
    return Expr("round", type_, (node,), (node.type.places, places, name))


def as_money(value: Operand, unit: str = "CNY") -> Expr:
    """A number taken as a sum of money of a currency, such as an amount times a rate of exchange."""
    node = lift(value)
    if not node.type.is_number:
        raise TypeError(f"only a number can be taken as money, not {node.type.name}: {node}")
    return Expr("scale", Type("money", unit, places=node.type.places), (node,), 1)


def as_percent(value: Operand) -> Expr:
    """A quotient of like things taken as a rate, to be shown in per cent: 0.05 is 5 %."""
    node = lift(value)
    if not node.type.is_number or node.type.unit not in units.PURE:
        raise TypeError(f"only a quotient of like things is a rate, not {node.type.name} in {node.type.unit}: {node}")
    return Expr("scale", Type("percent", places=node.type.places), (node,), 1)


@dataclass(frozen=True, eq=False)
class Growth(Compared):
    """How much something grew a year, compounded, compared exactly: no root is taken. Nothing does not grow."""

    first: Expr
    last: Expr
    years: int

    def _against(self, op: Comparison, rate: Operand) -> Expr:
        factor = 1 + lift(rate)
        grown = reduce(lambda sum_, _: sum_ * factor, range(self.years), self.first)
        return all_of(self.first > 0, op(self.last, grown))

    def rate(self, places: int = 6) -> Expr:
        """The yearly rate as an amount, rounded half up; there is none where it grew from nothing."""
        return Expr("growth", Type("percent", places=places), (self.first, self.last), (self.years, places))


def growth(first: Operand, last: Operand, years: int = 1) -> Growth:
    """``growth(revenue_y1, revenue_y3, years=2) >= RATE``: compound growth a year from the first value to the last."""
    if not 1 <= years <= 10:
        raise TypeError("growth is over 1 to 10 years")
    return Growth(*alike(lift(first), lift(last)), years)
