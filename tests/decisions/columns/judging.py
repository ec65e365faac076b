"""The judge of every column engine: the compiled form for one subject, row by row."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import polars as pl

from mulberry.decisions.columns.plan import Plan
from mulberry.decisions.declare import Decision
from mulberry.decisions.run import answer
from mulberry.decisions.types import Type
from mulberry.errors import Invalid

Told = tuple[Any, ...]


def judged(decision: type[Decision[Any]], rows: list[dict[str, Any]], as_of: date) -> list[Told | None]:
    """What one subject after another is told; ``None`` where the facts are refused."""
    return [_one(decision, row, as_of) for row in rows]


def _one(decision: type[Decision[Any]], row: dict[str, Any], as_of: date) -> Told | None:
    try:
        verdict = answer(decision, row, as_of).verdict
    except Invalid:
        return None
    holds = tuple(
        False if verdict.failed >> place & 1 else None if verdict.unknown >> place & 1 else True
        for place in range(len(decision.requirements))
    )
    warned = tuple(bool(verdict.warned >> place & 1) for place in range(len(decision.warnings)))
    return (verdict.outcome, holds, verdict.amounts, warned)


def told(decision: type[Decision[Any]], plan: Plan, made: pl.DataFrame) -> list[Told | None]:
    """The same, read off the columns of an engine, in the order of the key."""
    made = made.sort("key")
    columns = {name: made[name].to_list() for name in made.columns}
    return [_row(decision, plan, columns, place) for place in range(made.height)]


def _row(decision: type[Decision[Any]], plan: Plan, columns: dict[str, list[Any]], place: int) -> Told | None:
    if columns["refused"][place] is not None:
        return None
    holds = tuple(columns[f"r_{one.id}"][place] for one in decision.requirements)
    warned = tuple(columns[f"w_{one.id}"][place] is True for one in decision.warnings)
    amounts = tuple(_amount(one.id, one.type, columns, place) for one in decision.amounts)
    return (columns["outcome"][place], holds, amounts, warned)


def _amount(name: str, type_: Type, columns: dict[str, list[Any]], place: int) -> Any:
    value = columns[f"a_{name}"][place]
    if value is None:
        return None
    if type_.name == "set":
        return frozenset(member for bit, member in enumerate(type_.values) if value >> bit & 1)
    if f"d_{name}" not in columns:
        return value
    under = columns[f"d_{name}"][place]
    return None if under is None else Fraction(value, under)
