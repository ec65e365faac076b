"""The engines that compute a plan for one piece of a population, each giving the same columns."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import Any, NamedTuple

import polars as pl

from mulberry.decisions.columns.calendar_tables import calendar_frame, working_frame
from mulberry.decisions.columns.plan import Plan
from mulberry.decisions.columns.polars_ import with_plan
from mulberry.decisions.columns.sources import Source
from mulberry.decisions.columns.sql import CALENDAR, DUCKDB, WORKING, text_of
from mulberry.decisions.declare import Decision

ROW = "_row"


class Piece(NamedTuple):
    """Some rows of a population, with what their columns hold."""

    decision: type[Decision[Any]]
    as_of: date
    plan: Plan
    sources: Mapping[str, Source]
    frame: pl.DataFrame
    key: str


def by_polars(piece: Piece) -> pl.DataFrame:
    return with_plan(piece.frame.lazy(), piece.plan, [piece.key]).collect(engine="streaming")


def by_duckdb(piece: Piece) -> pl.DataFrame:
    """The rows come back with a number of their own, by which their order is restored."""
    connection = _duckdb()
    frame = piece.frame.with_row_index(ROW)
    connection.con.register("population", frame.to_arrow())
    keep = (ROW, piece.key)
    text = text_of(piece.decision, piece.as_of, tuple(sorted(piece.sources.items())), DUCKDB.name, "population", keep)
    try:
        return pl.DataFrame(connection.raw_sql(text).to_arrow_table()).sort(ROW).drop(ROW)
    finally:
        connection.con.unregister("population")


@cache
def _duckdb() -> Any:
    import ibis

    connection = ibis.duckdb.connect()
    for name, table in ((CALENDAR, calendar_frame()), (WORKING, working_frame())):
        connection.con.register("incoming", table.to_arrow())
        connection.con.execute(f"CREATE TABLE {name} AS SELECT * FROM incoming")
        connection.con.unregister("incoming")
    return connection


ENGINES: Mapping[str, Callable[[Piece], pl.DataFrame]] = {"polars": by_polars, "duckdb": by_duckdb}
