"""What a population's columns hold: for every fact the column it is read from, its bounds, and whether it has nulls."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from mulberry.decisions.columns.ir import Kind
from mulberry.decisions.facts import Fact
from mulberry.decisions.types import Type
from mulberry.errors import Invalid
from mulberry.law.dates import FIRST_DAY, LAST_DAY
from mulberry.law.text import t
from mulberry.record.values import MAX_NUMBER

KINDS: Mapping[str, Kind] = {
    "bool": "bool", "date": "date", "datetime": "moment", "str": "word", "enum": "word", "set": "int", "month": "int",
}  # fmt: skip
MOST_MEMBERS = 62
NO_COLUMN = t(
    "{field}：对整个人群计算时不支持这种事实（列表或超过62个选项的多选）；请用 --engine python。",
    "{field}: this kind of fact (a list, or choices among more than 62) cannot be a column yet; use --engine python.",
)


@dataclass(frozen=True, slots=True)
class Source:
    """A column: numbers are integers that, times ``factor``, give the fact in its smallest part. ``absent`` says that
    the population has no such column, so that the fact is unknown for everybody."""

    low: int = 0
    high: int = 0
    factor: Fraction = Fraction(1)
    nullable: bool = True
    absent: bool = False


def kind_of(type_: Type) -> Kind:
    """How a type stands in a column."""
    return "int" if type_.is_number else KINDS[type_.name]


def declared(fact: Fact, *, nullable: bool = True) -> Source:
    """A column of which nothing is known but what its fact declares."""
    type_ = fact.type
    if type_.name == "list" or (type_.name == "set" and len(type_.values) > MOST_MEMBERS):
        raise Invalid(fact.name, NO_COLUMN.format(field=fact.name))
    if type_.name == "set":
        return Source(0, 2 ** len(type_.values) - 1, nullable=nullable)
    if type_.name == "month":
        return Source(FIRST_DAY.year * 12, LAST_DAY.year * 12 + 11, nullable=nullable)
    if not type_.is_number:
        return Source(nullable=nullable)
    low = -MAX_NUMBER if type_.low is None else type_.low
    high = MAX_NUMBER if type_.high is None else type_.high
    return Source(int(low * type_.scale), int(high * type_.scale), nullable=nullable)
