"""The same query on PostgreSQL, reached through Ibis."""

from __future__ import annotations

from typing import Any

import polars as pl
import pytest

from mulberry.decisions.columns.calendar_tables import calendar_frame, working_frame
from mulberry.decisions.columns.plan import plan
from mulberry.decisions.columns.sql import CALENDAR, POSTGRES, WORKING, query
from mulberry.decisions.declare import Decision
from mulberry_sip import pack
from tests.decisions.columns.judging import judged, told
from tests.decisions.columns.salted import AS_OF, each, frame, rows
from tests.decisions.columns.test_agreement_of_engines import differing, sources_of

psycopg = pytest.importorskip("psycopg", reason="PostgreSQL's driver is an extra")
TYPES: list[tuple[Any, str]] = [
    (pl.Boolean, "boolean"), (pl.Int64, "bigint"), (pl.Date, "date"), (pl.Datetime("us"), "timestamp"),
]  # fmt: skip


def keep(cursor: Any, name: str, made: pl.DataFrame) -> None:
    """A frame as a table, by COPY."""
    kinds = [next((sql for dtype, sql in TYPES if dtype == one), "varchar") for one in made.dtypes]
    declared = ", ".join(f'"{column}" {kind}' for column, kind in zip(made.columns, kinds, strict=True))
    cursor.execute(f"DROP TABLE IF EXISTS {name}")
    cursor.execute(f"CREATE TABLE {name} ({declared})")
    with cursor.copy(f"COPY {name} FROM STDIN") as copied:
        for row in made.iter_rows():
            copied.write_row(row)


@pytest.mark.postgres
def test_postgresql_tells_every_row_of_every_decision_what_one_subject_is_told(postgres_url: str) -> None:
    with psycopg.connect(postgres_url) as connection, connection.cursor() as cursor:
        keep(cursor, CALENDAR, calendar_frame())
        keep(cursor, WORKING, working_frame())
        for decision in each(iter(pack.instruments)):
            for hidden in (0.0, 0.06):
                _agrees(cursor, decision, hidden)


def _agrees(cursor: Any, decision: type[Decision[Any]], hidden: float) -> None:
    drawn = rows(decision, 300, AS_OF, hidden=hidden)
    population = frame(decision.facts, drawn)
    planned = plan(decision, AS_OF, sources_of(decision, population))
    keep(cursor, "population", population)
    cursor.execute(query(planned, POSTGRES, "population", ("key",)))
    names = [column.name for column in cursor.description]
    columns = dict(zip(names, zip(*cursor.fetchall(), strict=True), strict=True))
    made = pl.DataFrame({name: pl.Series(list(values), strict=False) for name, values in columns.items()})
    whole = [name for name, dtype in made.schema.items() if dtype.is_decimal()]
    found = told(decision, planned, made.with_columns(pl.col(whole).cast(pl.Int128)))
    differing(judged(decision, drawn, AS_OF), found, drawn)
