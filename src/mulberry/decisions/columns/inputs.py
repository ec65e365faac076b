"""How the facts of a population stand in columns that the engines read."""

from __future__ import annotations

from typing import Any

import polars as pl

from mulberry.decisions.columns.sources import kind_of
from mulberry.decisions.types import Type


def dtype_of(type_: Type) -> Any:
    """The column type of a fact, as the plan reads it: whole numbers, sets as bits, choices as an enumeration."""
    if type_.name == "enum":
        return pl.Enum(list(type_.values))
    kinds: dict[str, Any] = {
        "bool": pl.Boolean, "int": pl.Int64, "date": pl.Date, "moment": pl.Datetime("us"), "word": pl.String,
    }  # fmt: skip
    return kinds[kind_of(type_)]
