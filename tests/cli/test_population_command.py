"""``decide --population`` from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import polars as pl
import pytest

from mulberry.cli import main
from mulberry_sip import pack
from tests.decisions.columns.files import write
from tests.decisions.columns.salted import AS_OF, each, rows

DECISION = next(one for one in each(iter(pack.instruments)) if one.id == "special-bond-eligibility")


def called(*arguments: str) -> int:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    return int(left.value.code or 0)


def test_a_file_of_subjects_becomes_a_file_of_answers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, out = write(tmp_path / "in.parquet", DECISION, rows(DECISION, 50, AS_OF)), tmp_path / "out.parquet"
    day = AS_OF.isoformat()
    asked = ("decide", DECISION.id, "--population", str(source), "--out", str(out), "--as-of", day, "--json")
    assert called(*asked) == 0
    told = capsys.readouterr()
    assert json.loads(told.out) == {"instrument": DECISION.id, "as_of": day, "rows": 50, "out": str(out)}
    assert told.err == "50/50\n"
    assert pl.read_parquet(out).height == 50


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ((), "give either --facts or --population"),
        (("--population", "no.parquet"), "--out: name the Parquet file to write the answers to."),
        (("--population", "no.parquet", "--out", "out.parquet"), "no.parquet: no readable Parquet file"),
        (("--population", "no.parquet", "--out", "no.parquet"), "--out: must not be the population file itself."),
    ],
)
def test_what_is_missing_is_told_in_one_sentence(
    more: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert called("decide", DECISION.id, "--lang", "en", *more) == 2
    assert said in capsys.readouterr().err
