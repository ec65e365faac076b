"""A file of subjects in, a file of answers out: the same from every engine, and one sentence for every mistake."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from mulberry.decisions.columns.population import Run, decide_all
from mulberry.decisions.declare import Decision
from mulberry.decisions.run import answer
from mulberry.errors import Invalid
from mulberry_sip import pack
from tests.decisions.columns.files import write
from tests.decisions.columns.salted import AS_OF, each, rows
from tests.decisions.subjects import Firm, requiring

DECISIONS = each(iter(pack.instruments))
ASKED = requiring(Firm.staff >= 10, Firm.size.one_of("small"), Firm.capital >= 5, Firm.founded_on <= AS_OF)


def sensible(decision: type[Decision[Any]], count: int) -> list[dict[str, Any]]:
    """Rows that do not contradict themselves."""
    return [row for row in rows(decision, count, AS_OF, hidden=0.1) if _makes_sense(decision, row)]


def _makes_sense(decision: type[Decision[Any]], row: dict[str, Any]) -> bool:
    try:
        answer(decision, row, AS_OF)
    except Invalid:
        return False
    return True


@pytest.mark.parametrize("decision", DECISIONS, ids=lambda decision: decision.id)
def test_every_engine_writes_the_same_file(decision: type[Decision[Any]], tmp_path: Path) -> None:
    source = write(tmp_path / "in.parquet", decision, sensible(decision, 400))
    written = {}
    for engine in ("python", "polars", "duckdb"):
        out = tmp_path / f"{engine}.parquet"
        decide_all(Run(decision, source, out, AS_OF, engine, rows=150))
        written[engine] = _comparable(pl.read_parquet(out))
    assert_frame_equal(written["polars"], written["python"])
    assert_frame_equal(written["duckdb"], written["python"])


def _comparable(made: pl.DataFrame) -> pl.DataFrame:
    """Quotients as one number: engines need not reduce them alike."""
    for over in [name for name in made.columns if name.endswith(".over")]:
        part = over.removesuffix(".over")
        reduced = [
            None if above is None or below is None else str(Decimal(above) / Decimal(below))
            for above, below in zip(made[part].to_list(), made[over].to_list(), strict=True)
        ]
        made = made.drop(over).with_columns(pl.Series(part, reduced, dtype=pl.String))
    return made


GOOD: dict[str, Any] = {
    "key": ["a", "b"],
    "staff": [10, 9],
    "size": ["small", None],
    "capital": [5, 4],
    "founded_on": [AS_OF, AS_OF],
}


def decided(tmp_path: Path, resume: bool = False, **columns: Any) -> pl.DataFrame:
    frame = pl.DataFrame({name: one for name, one in {**GOOD, **columns}.items() if one is not None})
    frame.write_parquet(tmp_path / "in.parquet")
    decide_all(Run(ASKED, tmp_path / "in.parquet", tmp_path / "out.parquet", AS_OF), resume=resume)
    return pl.read_parquet(tmp_path / "out.parquet")


def test_an_answer_stands_beside_its_key(tmp_path: Path) -> None:
    made = decided(tmp_path)
    assert made["key"].to_list() == ["a", "b"]
    assert made["outcome"].to_list() == ["yes", "no"]
    assert made["holds.r1"].to_list() == [True, None]


def test_a_column_that_is_not_there_is_unknown_for_everybody(tmp_path: Path) -> None:
    assert decided(tmp_path, capital=None)["outcome"].to_list() == ["undetermined", "no"]


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({"staff": [10, -1]}, "row 2 (b) Staff (staff): cannot be below 0; it is “-1”."),
        ({"staff": [10, 41]}, "row 2 (b) Staff (staff): cannot be above 40; it is “41”."),
        ({"size": ["small", "tiny"]}, "row 2 (b) Size (size): must be one of small, middle, large, not"),
        ({"capital": [0.5, 1.5]}, "column capital: must be whole or decimal numbers (no binary floats)"),
        ({"capital": [Decimal("0.001"), Decimal(1)]}, "row 1 (a) Capital (capital): has at most 2 decimals"),
        ({"founded_on": ["2020-01-01", "2020-01-02"]}, "column founded_on: must be dates, but the file holds String."),
        ({"founded_on": [AS_OF, date(1900, 1, 1)]}, "row 2 (b) Founded on (founded_on): must lie between the years"),
        ({"key": ["a", "a"]}, "column key: a stands twice; one row per subject."),
        ({"key": ["a", None]}, "column key: row 2 has no key."),
        ({"key": None}, "population: there is no column key; name the column that identifies a subject by --key."),
        ({"stuff": [1, 2]}, "column stuff: neither the key nor a fact of this subject; remove or rename it."),
    ],
)
def test_bad_input_is_told_by_row_and_column(columns: dict[str, Any], said: str, tmp_path: Path) -> None:
    with pytest.raises(Invalid) as told:
        decided(tmp_path, **columns)
    assert said in told.value.text.en


def test_nobody_gives_a_file_without_rows(tmp_path: Path) -> None:
    pl.DataFrame(GOOD).clear().write_parquet(tmp_path / "in.parquet")
    assert decide_all(Run(ASKED, tmp_path / "in.parquet", tmp_path / "out.parquet", AS_OF)) == 0
    assert pl.read_parquet(tmp_path / "out.parquet").columns[:2] == ["key", "outcome"]


class Stopped(Exception):
    pass


def test_a_stopped_run_goes_on_where_it_stopped(tmp_path: Path) -> None:
    source = write(tmp_path / "in.parquet", ASKED, rows(ASKED, 1000, AS_OF, hidden=0.1))
    run = Run(ASKED, source, tmp_path / "out.parquet", AS_OF, rows=100)

    def stop(done: int, _all: int) -> None:
        if done >= 500:
            raise Stopped

    with pytest.raises(Stopped):
        decide_all(run, progress=stop)
    kept = {path.name: path.stat().st_mtime_ns for path in run.folder.glob("*.parquet")}
    assert len(kept) == 5
    # what is done is not done again: a piece that cannot be read any more would be missed
    assert decide_all(run, resume=True) == 1000
    whole = Run(ASKED, source, tmp_path / "whole.parquet", AS_OF)
    decide_all(whole)
    assert_frame_equal(pl.read_parquet(run.out), pl.read_parquet(whole.out))
    assert not run.folder.exists()


def test_pieces_of_another_file_are_not_taken_up(tmp_path: Path) -> None:
    source = write(tmp_path / "in.parquet", ASKED, rows(ASKED, 200, AS_OF))
    run = Run(ASKED, source, tmp_path / "out.parquet", AS_OF, rows=100)

    def stop(_done: int, _all: int) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        decide_all(run, progress=stop)
    write(source, ASKED, rows(ASKED, 300, AS_OF))
    with pytest.raises(Invalid, match="resume"):
        decide_all(run, resume=True)
