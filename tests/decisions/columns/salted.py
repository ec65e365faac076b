"""Populations in which many facts sit on, or one unit beside, a number that the rule speaks of."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import polars as pl

from mulberry.decisions.columns.inputs import dtype_of
from mulberry.decisions.declare import Decision, roots
from mulberry.decisions.facts import Fact
from mulberry.decisions.tree import walk
from mulberry.decisions.types import Type

AS_OF = date(2026, 11, 21)
Row = dict[str, Any]


def lines(decision: type[Decision[Any]]) -> list[Fraction]:
    """The numbers a decision speaks of, in their own units: of its parameters and of its constants."""
    given = [version.value for one in decision.parameters for version in one.versions]
    found = {Fraction(one) for one in given if isinstance(one, int | Decimal | Fraction) and not isinstance(one, bool)}
    for node in walk(*roots(decision)):
        if node.op == "const" and node.type.is_number and node.value is not None:
            found.add(Fraction(node.value) / node.type.scale)
    return sorted(found | {Fraction(0), Fraction(1)})


def rows(decision: type[Decision[Any]], count: int, as_of: date, *, seed: int = 1, hidden: float = 0.0) -> list[Row]:
    """Counted facts, complete or with a share of them unknown."""
    draw = random.Random(seed)
    near = lines(decision)
    made = []
    for _ in range(count):
        row = {name: value(draw, fact.type, near, as_of) for name, fact in decision.facts.items()}
        share = draw.choice((0.0, hidden, 0.5)) if hidden else 0.0
        made.append({name: one for name, one in row.items() if draw.random() >= share})
    return made


def value(draw: random.Random, type_: Type, near: list[Fraction], as_of: date) -> Any:
    match type_.name:
        case "bool":
            return draw.random() < 0.6
        case "enum":
            return draw.choice(list(type_.values))
        case "set":
            return frozenset(one for one in type_.values if draw.random() < 0.4)
        case "str":
            return draw.choice(["CNY", "HK", "SG", "USD"])
        case "date":
            moved = draw.choice((0, 1, -1, 30, 180, 365, 366, draw.randint(0, 9000)))
            day = as_of - timedelta(days=moved)
            return draw.choice((day, date(2024, 2, 29), date(2025, 12, 31))) if draw.random() < 0.2 else day
        case "datetime":
            return datetime.fromisoformat("2026-01-31T09:30") - timedelta(hours=draw.randint(0, 20_000))
        case "month":
            return (as_of.year * 12 + as_of.month - 1) - draw.randint(0, 300)
    return number(draw, type_, near)


def number(draw: random.Random, type_: Type, near: list[Fraction]) -> int:
    """On a line, one beside it, or a multiple of it."""
    low = -(10**9) if type_.low is None else type_.low
    high = 10 ** max(3, 13 - type_.places) if type_.high is None else type_.high
    if draw.random() < 0.25 and high <= 1000:
        return draw.randint(int(low * type_.scale), int(high * type_.scale))
    line = draw.choice(near) * draw.choice((1, 1, 1, 2, 3, 10, 100)) * type_.scale
    counted = int(line) + draw.choice((-1, 0, 0, 1))
    return min(max(counted, int(low * type_.scale)), int(high * type_.scale))


def frame(facts: Mapping[str, Fact], made: list[Row]) -> pl.DataFrame:
    """Rows as columns of counted values; sets as bits, months as numbers."""
    data: dict[str, Any] = {"key": pl.Series(range(len(made)), dtype=pl.Int64)}
    for name, fact in facts.items():
        values = [_counted(fact.type, row.get(name)) for row in made]
        data[name] = pl.Series(values, dtype=dtype_of(fact.type))
    return pl.DataFrame(data)


def _counted(type_: Type, one: Any) -> Any:
    if type_.name == "set" and one is not None:
        return sum(1 << place for place, member in enumerate(type_.values) if member in one)
    return one


def each(decisions: Iterator[Any]) -> list[type[Decision[Any]]]:
    return [one for one in decisions if isinstance(one, type) and issubclass(one, Decision)]
