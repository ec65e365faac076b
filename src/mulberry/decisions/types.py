"""The types of expressions, and how a value is counted inside every backend.

Inside, a number is an integer: money of two places is counted in fen, a rate of six places in millionths; a month is
``year * 12 + month - 1``. So comparisons are exact everywhere, and no backend ever sees a binary float.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Context, Decimal
from fractions import Fraction
from typing import Any, Literal

from mulberry.law.month import Month
from mulberry.law.text import Text

# fmt: off
Name = Literal[
    "bool", "int", "decimal", "money", "percent", "date", "datetime", "month", "str", "enum", "set", "list",
]
# fmt: on
NUMBERS = frozenset({"int", "decimal", "money", "percent"})
ORDERED = NUMBERS | {"date", "datetime", "month"}
USUAL_PLACES: Mapping[str, int] = {"money": 2, "percent": 6, "decimal": 6}
PLAIN = ""
"""The name under which the items of a list of plain values are kept: such an item is a record with this one field."""

_EXACT, _ENDLESS = Context(prec=200), Context(prec=28)


@dataclass(frozen=True, slots=True)
class Type:
    """A type of value. ``low`` and ``high`` bound numbers, both included, in the type's own unit; ``places`` are the
    decimal places counted (the usual ones of the type where none are given)."""

    name: Name
    unit: str = ""
    values: Mapping[str, Text] = field(default_factory=dict)
    items: Mapping[str, Type] = field(default_factory=dict)
    low: Decimal | None = None
    high: Decimal | None = None
    places: int = -1

    def __post_init__(self) -> None:
        if self.places < 0:
            object.__setattr__(self, "places", USUAL_PLACES.get(self.name, 0))
        if self.name in {"enum", "set"} and not self.values:
            raise TypeError(f"{self.name} needs its members")

    @property
    def is_number(self) -> bool:
        return self.name in NUMBERS

    @property
    def is_ordered(self) -> bool:
        """Whether one value can come before another: numbers, days, moments and months."""
        return self.name in ORDERED

    @property
    def is_plain_list(self) -> bool:
        """Whether this is a list of plain values, not of records."""
        return PLAIN in self.items

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
            return tuple(self._count_item(item) for item in value)
        if not self.is_number:
            return value
        counted = Fraction(value) * self.scale
        return counted.numerator if counted.denominator == 1 else counted

    def _count_item(self, item: Any) -> dict[str, Any]:
        record = {PLAIN: item} if self.is_plain_list else item
        return {name: inner.count(record.get(name)) for name, inner in self.items.items()}

    def show(self, value: Any) -> Any:
        """A counted value as it is written outside: ``Decimal``, ``date``, ``YYYY-MM``, records with their fields.

        A quotient without a finite decimal is shown with 28 digits; rules compare the exact one.
        """
        if value is None:
            return None
        if self.name == "list":
            return [self._show_item(record) for record in value]
        if self.name == "month":
            return str(Month(value // 12, value % 12 + 1))
        if self.name == "int":
            return int(value)
        if not self.is_number:
            return value
        if isinstance(value, int):
            whole, part = divmod(value, self.scale)
            return Decimal(value).scaleb(-self.places, _EXACT).normalize(_EXACT) if part else Decimal(whole)
        exact = value / self.scale
        return _ENDLESS.divide(Decimal(exact.numerator), Decimal(exact.denominator))

    def _show_item(self, record: Mapping[str, Any]) -> Any:
        shown = {name: inner.show(record[name]) for name, inner in self.items.items()}
        return shown[PLAIN] if self.is_plain_list else shown
