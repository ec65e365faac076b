"""Databases with a population in them, reached through Ibis."""

from __future__ import annotations

from typing import Any

import polars as pl

from mulberry.decisions.columns.calendar_tables import calendar_frame, working_frame
from mulberry.decisions.columns.plan import Plan
from mulberry.decisions.columns.sql import CALENDAR, DUCKDB, WORKING, Dialect, query


def duckdb_with_calendar() -> Any:
    """An embedded DuckDB that knows the working days."""
    import ibis

    connection = ibis.duckdb.connect()
    for name, table in ((CALENDAR, calendar_frame()), (WORKING, working_frame())):
        _keep(connection, name, table)
    return connection


def computed(connection: Any, plan: Plan, population: pl.DataFrame, dialect: Dialect = DUCKDB) -> pl.DataFrame:
    """The columns of a plan, computed by the database."""
    _keep(connection, "population", population)
    cursor = connection.raw_sql(query(plan, dialect, "population", ("key",)))
    if dialect is DUCKDB:
        return pl.DataFrame(cursor.to_arrow_table())
    names = [column.name for column in cursor.description]
    return pl.DataFrame(cursor.fetchall(), schema=names, orient="row", infer_schema_length=None)


def _keep(connection: Any, name: str, table: pl.DataFrame) -> None:
    connection.con.register("incoming", table.to_arrow())
    connection.con.execute(f"CREATE OR REPLACE TABLE {name} AS SELECT * FROM incoming")
    connection.con.unregister("incoming")
