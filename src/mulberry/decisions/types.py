"""The types of expressions, and how a value is counted inside every backend.

Inside, a number is an integer: money of two places is counted in fen, a rate of six places in millionths; a month is
``year * 12 + month - 1``. So comparisons are exact everywhere, and no backend ever sees a binary float.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal

from mulberry.law.month import Month
from mulberry.law.text import Text

Name = Literal["bool", "int", "decimal", "money", "percent", "date", "month", "str", "enum", "set", "list"]
NUMBERS = frozenset({"int", "decimal", "money", "percent"})
DEFAULT_PLACES: Mapping[str, int] = {"money": 2, "percent": 6, "decimal": 6}


@dataclass(frozen=True, slots=True)
class Type:
    """A type of value. ``low`` and ``high`` bound numbers, both included, in the type's own unit; ``places`` are the decimal
    places counted (the usual ones of the type where none are given)."""

    name: Name
    unit: str = ""
    values: Mapping[str, Text] = field(default_factory=dict)
    items: Mapping[str, Type] = field(default_factory=dict)
    low: Decimal | None = None
    high: Decimal | None = None
    places: int = -1

    def __post_init__(self) -> None:
        if self.places < 0:
            object.__setattr__(self, "places", DEFAULT_PLACES.get(self.name, 0))
        if self.name in {"enum", "set"} and not self.values:
            raise TypeError(f"{self.name} needs its members")

    @property
    def is_number(self) -> bool:
        return self.name in NUMBERS

    @property
    def scale(self) -> int:
        """How many of the smallest counted part make one."""
        scale: int = 10**self.places
        return scale

    def count(self, value: Any) -> Any:
        """A value as read (``Decimal``, ``Month``, records …) as the backends count it."""
        if value is None or isinstance(value, bool | str):
            return value
        if isinstance(value, Month):
            return value.year * 12 + value.month - 1
        if self.name == "list":
            return tuple(
                {name: inner.count(record.get(name)) for name, inner in self.items.items()} for record in value
            )
        if not self.is_number:
            return value
        counted = Fraction(value) * self.scale
        return counted.numerator if counted.denominator == 1 else counted

    def show(self, value: Any) -> Any:
        """A counted value as it is written outside: ``Decimal``, ``date``, ``YYYY-MM``, records with their fields."""
        if value is None:
            return None
        if self.name == "list":
            return [{name: inner.show(record[name]) for name, inner in self.items.items()} for record in value]
        if self.name == "month":
            return f"{value // 12:04d}-{value % 12 + 1:02d}"
        if self.name == "int":
            return int(value)
        if not self.is_number:
            return value
        exact = Fraction(value) / self.scale
        return Decimal(exact.numerator) / Decimal(exact.denominator)
