"""What a unit of measure is: its names in both languages, and which units it converts into."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from mulberry.errors import Invalid
from mulberry.law.text import Text, t

_NO_CONVERSION = t(
    "unit：{a}与{b}不能相加、比较或换算，请核对计量单位。",
    "unit: {a} and {b} cannot be added, compared or converted; check the unit.",
)


@dataclass(frozen=True, slots=True)
class UnitOfMeasure:
    """What a number counts. ``code`` is stable and is what facts, parameters and answers carry.

    ``counter`` is what follows a number in Chinese (个工作日) where it is not the name, ``plural`` what follows
    it in English (working days). Units of one ``dimension`` convert exactly into each other: ``scale`` is their size in
    its base unit. A unit without a dimension converts into nothing else.
    """

    code: str
    label: Text
    counter: str = ""
    plural: str = ""
    dimension: str = ""
    scale: Fraction = Fraction(1)

    def after(self, number: str) -> Text:
        """The unit written behind a number that is already formatted."""
        en = self.label.en if number in ("1", "-1") else self.plural or self.label.en
        return Text(f"{number}{self.counter or self.label.zh}", f"{number} {en}")

    def factor_to(self, other: UnitOfMeasure) -> Fraction:
        """What a number in this unit is multiplied by to be in the other. ``Invalid("unit")`` where nothing does it."""
        if self == other:
            return Fraction(1)
        if not self.dimension or self.dimension != other.dimension:
            raise mixing(self, other)
        return self.scale / other.scale

    def __str__(self) -> str:
        return self.code


def per(a: UnitOfMeasure, b: UnitOfMeasure) -> UnitOfMeasure:
    """The unit of a rate, such as 元/千瓦时; it converts where both of its parts do."""
    dimension = f"{a.dimension}/{b.dimension}" if a.dimension and b.dimension else ""
    label = Text(f"{a.label.zh}/{b.label.zh}", f"{a.plural or a.label.en}/{b.label.en}")
    return UnitOfMeasure(f"{a.code}/{b.code}", label, dimension=dimension, scale=a.scale / b.scale)


def mixing(a: UnitOfMeasure, b: UnitOfMeasure) -> Invalid:
    """The error for two units that do not go together."""
    return Invalid("unit", _NO_CONVERSION.format(a=a.code, b=b.code))
