"""A number and what it counts, which never mix with another unit unless converted on purpose."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import total_ordering

from mulberry.law.exact import Rounding, add, as_decimal, fraction_to_decimal, grouped, multiply, round_to, trimmed
from mulberry.law.measure import UnitOfMeasure, mixing
from mulberry.law.text import Text
from mulberry.law.units import PERCENT


@total_ordering
@dataclass(frozen=True, slots=True, eq=False)
class Quantity:
    """An exact number of one unit. Other units are refused with ``Invalid("unit")`` unless ``to`` converts them.

    Of ``percent`` the number is the share itself: 0.05 is 5 %.
    """

    number: Decimal
    unit: UnitOfMeasure

    def __post_init__(self) -> None:
        object.__setattr__(self, "number", as_decimal(self.number, "quantity"))

    @classmethod
    def of(cls, number: int | str | Decimal, unit: UnitOfMeasure, field: str = "quantity") -> Quantity:
        """From what a form or file holds. ``Invalid`` names the field; floats are refused."""
        return cls(as_decimal(number, field), unit)

    def to(self, unit: UnitOfMeasure) -> Quantity:
        """The same quantity in another unit of its dimension. ``Invalid`` if it has none or the decimals never end."""
        return Quantity(fraction_to_decimal(Fraction(self.number) * self.unit.factor_to(unit), "quantity"), unit)

    def round_to(self, step: Decimal, rounding: Rounding) -> Quantity:
        """The number rounded to a multiple of ``step`` by a named rule."""
        return Quantity(round_to(self.number, step, rounding), self.unit)

    def __add__(self, other: Quantity) -> Quantity:
        self._same(other)
        return Quantity(add(self.number, other.number, "quantity"), self.unit)

    def __sub__(self, other: Quantity) -> Quantity:
        return self + -other

    def __neg__(self) -> Quantity:
        return Quantity(self.number.copy_negate(), self.unit)

    def __mul__(self, by: int | Decimal) -> Quantity:
        return Quantity(multiply(self.number, as_decimal(by, "quantity"), "quantity"), self.unit)

    __rmul__ = __mul__

    def ratio(self, other: Quantity) -> Fraction:
        """How many times the other quantity this is, exactly. ZeroDivisionError where the other is nothing."""
        self._same(other)
        return Fraction(self.number) / Fraction(other.number)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Quantity):
            return NotImplemented
        return self.unit == other.unit and self.number == other.number

    def __lt__(self, other: Quantity) -> bool:
        self._same(other)
        return self.number < other.number

    def __hash__(self) -> int:
        return hash((self.unit.code, self.number))

    def text(self, digits: int | None = None) -> Text:
        """For a person: 20个工作日 / 20 working days. ``digits`` rounds what is shown half up to so many places."""
        return quantity_text(self.number, self.unit, digits)

    def _same(self, other: Quantity) -> None:
        if self.unit != other.unit:
            raise mixing(self.unit, other.unit)


def quantity_text(number: int | Decimal, unit: UnitOfMeasure, digits: int | None = None) -> Text:
    """A number with its unit in both languages; a share in percent is written times a hundred."""
    value = as_decimal(number, "quantity")
    if unit == PERCENT:
        shown = _shown(value * 100, digits)
        return Text(f"{shown}%", f"{shown}%")
    return unit.after(_shown(value, digits))


def _shown(value: Decimal, digits: int | None) -> str:
    if digits is None:
        return grouped(trimmed(value))
    return grouped(round_to(value, Decimal(1).scaleb(-digits), Rounding.HALF_UP))
