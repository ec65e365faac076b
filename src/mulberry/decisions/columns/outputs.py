"""What is written for each subject: the outcome by name, every requirement, amounts in their own unit, warnings."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import polars as pl

from mulberry.decisions.columns.plan import OUTCOME, Plan
from mulberry.decisions.declare import Decision
from mulberry.decisions.expression import Expr
from mulberry.decisions.sound import UNDETERMINED
from mulberry.decisions.types import Type


def shown(decision: type[Decision[Any]], plan: Plan, key: str) -> list[pl.Expr]:
    """The columns of an answer from those of a plan: ``outcome``, ``holds.ID`` (true, false, null: unknown),
    ``amount.ID``, ``warning.ID``. An amount that is a quotient is ``amount.ID`` over ``amount.ID.over``."""
    outcomes = [*decision.routes.outcomes(), UNDETERMINED]
    place = pl.col(OUTCOME).fill_null(len(outcomes) - 1).cast(pl.UInt32)
    columns = [pl.col(key), place.cat.to(pl.Enum(outcomes)).alias("outcome")]
    columns += [pl.col(f"r_{one.id}").alias(f"holds.{one.id}") for one in decision.requirements]
    for one in decision.amounts:
        columns += _amount(one.id, one, over=len(plan.amounts[one.id]) > 1)
    columns += [pl.col(f"w_{one.id}").fill_null(value=False).alias(f"warning.{one.id}") for one in decision.warnings]
    return columns


def _amount(name: str, node: Expr, *, over: bool) -> list[pl.Expr]:
    column = pl.col(f"a_{name}")
    if over:
        # value = a / d counted in the smallest part: the part goes below the line
        below = pl.col(f"d_{name}").cast(pl.Decimal(38, 0)) * Decimal(node.type.scale)
        return [column.cast(pl.Decimal(38, 0)).alias(f"amount.{name}"), below.alias(f"amount.{name}.over")]
    return [_in_its_unit(node.type, column).alias(f"amount.{name}")]


def _in_its_unit(type_: Type, column: pl.Expr) -> pl.Expr:
    match type_.name:
        case "set":
            members = [
                pl.when(column & (1 << place) != 0).then(pl.lit(member)) for place, member in enumerate(type_.values)
            ]
            return pl.when(column.is_not_null()).then(pl.concat_list(members).list.drop_nulls())
        case "month":
            return pl.format("{}-{}", column // 12, (column % 12 + 1).cast(pl.String).str.zfill(2))
        case "enum":
            return column.cast(pl.String).cast(pl.Enum(list(type_.values)))
    if not type_.is_number or not type_.places:
        return column
    places = type_.places
    return column.cast(pl.Decimal(38, places)) * pl.lit(Decimal(1).scaleb(-places), dtype=pl.Decimal(38, places))
