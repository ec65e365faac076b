"""The calendar of working days as two small tables, for engines that look days up."""

from __future__ import annotations

from functools import cache

import polars as pl

from mulberry.decisions.columns.days import calendar_table


@cache
def calendar_frame() -> pl.DataFrame:
    """``day, upto``: every day, and the working days up to and including it."""
    days, upto = calendar_table()
    return pl.DataFrame({"day": pl.Series(days, dtype=pl.Date), "upto": pl.Series(upto, dtype=pl.Int64)})


@cache
def working_frame() -> pl.DataFrame:
    """``number, day``: every working day by its number, from 1."""
    first = calendar_frame().filter(pl.col("upto") > 0).unique("upto", keep="first", maintain_order=True)
    return first.select(number="upto", day="day")
