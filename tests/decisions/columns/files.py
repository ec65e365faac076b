"""Populations as files that somebody would bring: values in their own units."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import polars as pl

from mulberry.decisions.declare import Decision
from mulberry.decisions.facts import Fact


def write(path: Path, decision: type[Decision[Any]], rows: list[dict[str, Any]]) -> Path:
    data: dict[str, Any] = {"key": [f"S{place:05}" for place in range(len(rows))]}
    data |= {name: column(fact, [row.get(name) for row in rows]) for name, fact in decision.facts.items()}
    pl.DataFrame(data).write_parquet(path, row_group_size=300)
    return path


def column(fact: Fact, counted: list[Any]) -> pl.Series:
    type_ = fact.type
    if type_.name == "set":
        return pl.Series([None if one is None else sorted(one) for one in counted], dtype=pl.List(pl.String))
    shown = [type_.show(one) for one in counted]
    if type_.is_number:
        return pl.Series(shown, dtype=pl.Decimal(30, type_.places) if type_.places else pl.Int64)
    kinds: dict[str, Any] = {"bool": pl.Boolean, "date": pl.Date, "datetime": pl.Datetime("us")}
    return pl.Series(shown, dtype=kinds.get(type_.name, pl.String))
