"""A decision over a whole population against the same rule written by hand, taking turns: read the ratios only.

    python bench/population.py [--rows 1000000] [--rounds 9]

The rule is that of ``bench/decisions.py``: fifteen facts, twelve requirements, one amount. By hand it is written in
Polars and in DuckDB's SQL as a careful programmer would, for complete columns and for one day. All must agree on every
row before anything is timed.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from statistics import median
from typing import Any

import duckdb
import numpy as np
import polars as pl

sys.path.insert(0, str(Path(__file__).parent))
from decisions import DAY, FIELDS, GRADES, HighTechFirm
from mulberry.decisions.columns.inputs import sources
from mulberry.decisions.columns.plan import Plan, plan
from mulberry.decisions.columns.polars_ import with_plan
from mulberry.decisions.columns.sql import DUCKDB, query, text_of

EPOCH_DAY = DAY.toordinal() - 719_163


def population(rows: int, seed: int = 20250601) -> pl.DataFrame:
    """Firms of which one fact in eight sits on a threshold, or one unit beside it."""
    draw = np.random.default_rng(seed)

    def near(values: Any, line: Any) -> Any:
        beside = line + draw.integers(-1, 2, rows)
        return np.where(draw.random(rows) < 0.125, beside, values).clip(0).astype(np.int64)

    turnover = near(
        np.exp(draw.normal(17.6, 1.4, rows)).clip(1e6, 6e8), draw.choice([8_000_000, 50_000_000, 200_000_000], rows)
    )
    turnover_3y = (turnover * draw.uniform(2.2, 3.3, rows)).astype(np.int64) + 1
    research = near(turnover_3y * draw.uniform(0.03, 0.12, rows), -(-turnover_3y * 4 // 100)) + 1
    income, staff = (turnover * draw.uniform(1.0, 1.2, rows)).astype(np.int64) + 1, draw.integers(5, 3000, rows)
    day = pl.Series(EPOCH_DAY - near(draw.integers(100, 9000, rows), 365), dtype=pl.Int32)
    audited = pl.Series(EPOCH_DAY - near(draw.integers(5, 260, rows), 180), dtype=pl.Int32)
    columns: dict[str, Any] = {
        "registered_on": day.cast(pl.Date),
        "in_zone": draw.random(rows) < 0.93,
        "field": _chosen(draw, FIELDS, rows),
        "patents": near(draw.integers(0, 40, rows), 1),
        "staff": staff,
        "researchers": near(staff * draw.uniform(0.06, 0.6, rows), -(-staff // 10)),
        "turnover": turnover,
        "turnover_3y": turnover_3y,
        "research_3y": research,
        "research_at_home_3y": near(research * draw.uniform(0.55, 1.0, rows), -(-research * 3 // 5)),
        "high_tech_income": near(income * draw.uniform(0.5, 1.0, rows), -(-income * 3 // 5)),
        "income": income,
        "score": near(draw.integers(55, 100, rows), 70),
        "audited_on": audited.cast(pl.Date),
        "tax_grade": _chosen(draw, GRADES, rows),
    }
    return pl.DataFrame({"key": np.arange(rows), **columns})


def _chosen(draw: Any, members: tuple[str, ...], rows: int) -> pl.Series:
    return pl.Series(members, dtype=pl.Enum(members)).gather(draw.integers(0, len(members), rows))


def by_hand(frame: pl.LazyFrame) -> pl.LazyFrame:
    """What a careful programmer writes: one column per requirement."""
    c = pl.col
    rate = pl.when(c("turnover") <= 50_000_000).then(500).when(c("turnover") <= 200_000_000).then(400).otherwise(300)
    required = [
        c("registered_on") <= DAY - timedelta(days=365),
        c("in_zone"),
        c("field").is_in(FIELDS[:8]),
        c("patents") >= 1,
        (c("staff") > 0) & (c("researchers") * 100 >= c("staff") * 10),
        (c("turnover_3y") > 0) & (c("research_3y") * 10_000 >= c("turnover_3y") * rate),
        (c("research_3y") > 0) & (c("research_at_home_3y") * 100 >= c("research_3y") * 60),
        (c("income") > 0) & (c("high_tech_income") * 100 >= c("income") * 60),
        c("score") > 70,
        c("audited_on") >= DAY - timedelta(days=180),
        c("tax_grade").is_in(GRADES[:3]),
        c("turnover") >= 8_000_000,
    ]
    given = pl.min_horizontal(150_000 + c("research_3y") * 500 // 10_000, 1_000_000)
    names = [f"r{place}" for place in range(12)]
    made = frame.with_columns(**dict(zip(names, required, strict=True)))
    made = made.with_columns(eligible=pl.all_horizontal(names))
    return made.select("key", *names, "eligible", amount=pl.when("eligible").then(given).otherwise(0))


SQL_BY_HAND = f"""
SELECT key, eligible,
       CASE WHEN eligible THEN least(150000 + research_3y * 500 // 10000, 1000000) ELSE 0 END AS amount,
       r0, r1, r2, r3, r4, r5, r6, r7, r8, r9, r10, r11
FROM (SELECT *, r0 AND r1 AND r2 AND r3 AND r4 AND r5 AND r6 AND r7 AND r8 AND r9 AND r10 AND r11 AS eligible
FROM (SELECT key, research_3y, registered_on <= DATE '{DAY - timedelta(days=365)}' AS r0, in_zone AS r1,
  ({" OR ".join(f"field = '{one}'" for one in FIELDS[:8])}) AS r2, patents >= 1 AS r3,
  staff > 0 AND researchers * 100 >= staff * 10 AS r4,
  turnover_3y > 0 AND research_3y * 10000 >= turnover_3y * CASE WHEN turnover <= 50000000 THEN 500
    WHEN turnover <= 200000000 THEN 400 ELSE 300 END AS r5,
  research_3y > 0 AND research_at_home_3y * 100 >= research_3y * 60 AS r6,
  income > 0 AND high_tech_income * 100 >= income * 60 AS r7, score > 70 AS r8,
  audited_on >= DATE '{DAY - timedelta(days=180)}' AS r9,
  ({" OR ".join(f"tax_grade = '{one}'" for one in GRADES[:3])}) AS r10, turnover >= 8000000 AS r11 FROM population))
"""


def holed(frame: pl.DataFrame) -> pl.DataFrame:
    """The same with 6 % of all facts unknown."""
    draw = np.random.default_rng(7)
    facts = [name for name in frame.columns if name != "key"]
    hidden = {name: pl.Series(draw.random(frame.height) < 0.06) for name in facts}
    return frame.with_columns(pl.when(~hidden[name]).then(pl.col(name)).alias(name) for name in facts)


def planned(frame: pl.DataFrame) -> Plan:
    return plan(HighTechFirm, DAY, held(frame))


def held(frame: pl.DataFrame) -> Any:
    one = {name: fact.type.scale for name, fact in HighTechFirm.facts.items()}
    return sources(HighTechFirm.facts, frame, one)  # type: ignore[arg-type]  # whole yuan and whole numbers


def timed(ways: dict[str, Callable[[], Any]], rounds: int) -> dict[str, float]:
    """Median seconds of each way, all taking turns."""
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for turn in range(rounds + 1):
        for name, way in ways.items():
            begun = time.perf_counter()
            way()
            if turn:
                taken[name].append(time.perf_counter() - begun)
    return {name: median(one) for name, one in taken.items()}


def agree(frame: pl.DataFrame, ours: pl.DataFrame) -> None:
    hand = by_hand(frame.lazy()).collect()
    ours = ours.sort("key")
    assert ((ours["outcome"] == 0) == hand["eligible"]).all()
    grant = HighTechFirm.amounts[0]
    assert (ours[f"a_{grant.id}"] == hand["amount"] * grant.type.scale).all()
    for place, one in enumerate(HighTechFirm.requirements):
        assert (ours[f"r_{one.id}"] == hand[f"r{place}"]).all(), one.id


def main() -> int:
    asked = argparse.ArgumentParser()
    asked.add_argument("--rows", type=int, default=1_000_000)
    asked.add_argument("--rounds", type=int, default=9)
    given = asked.parse_args()
    frame = population(given.rows)
    partial = holed(frame)
    plain, safe = planned(frame), planned(partial)
    connection = duckdb.connect()
    for name, one in (("population", frame), ("holed", partial)):
        connection.register("incoming", one.to_arrow())
        connection.execute(f"CREATE TABLE {name} AS SELECT * FROM incoming")
        connection.unregister("incoming")
    text, safe_text = (query(p, DUCKDB, table, ("key",)) for p, table in ((plain, "population"), (safe, "holed")))
    agree(frame, with_plan(frame.lazy(), plain, ["key"]).collect(engine="streaming"))
    agree(frame, pl.DataFrame(connection.sql(text).to_arrow_table()))
    ways: dict[str, Callable[[], Any]] = {
        "Polars by hand": lambda: by_hand(frame.lazy()).collect(engine="streaming"),
        "Polars": lambda: with_plan(frame.lazy(), plain, ["key"]).collect(engine="streaming"),
        "Polars, 6 % unknown": lambda: with_plan(partial.lazy(), safe, ["key"]).collect(engine="streaming"),
        "SQL by hand": lambda: connection.sql(SQL_BY_HAND).to_arrow_table(),
        "SQL": lambda: connection.sql(text).to_arrow_table(),
        "SQL, 6 % unknown": lambda: connection.sql(safe_text).to_arrow_table(),
    }
    seconds = timed(ways, given.rounds)
    shape = tuple(sorted(held(frame).items()))
    text_of(HighTechFirm, DAY, shape, "duckdb", "population", ("key",))
    begun = time.perf_counter()
    text_of(HighTechFirm, DAY, shape, "duckdb", "population", ("key",))
    kept = time.perf_counter() - begun
    for name, one in seconds.items():
        base = seconds["Polars by hand" if name.startswith("Polars") else "SQL by hand"]
        print(f"{name:22} {given.rows / one / 1e6:7.1f} M rows/s   {one / base:5.2f} x by hand")
    print(f"the text of a second query: {kept * 1e6:.0f} µs")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
