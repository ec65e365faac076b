"""``mulberry export``: files in standard formats."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from mulberry.cli.main import main


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as left:
        main(list(arguments))
    return int(left.value.code or 0)


def test_a_decision_is_written_as_dmn(tmp_path: Path) -> None:
    out = tmp_path / "route.dmn"
    assert run("export", "dmn", "data-export-route", "-o", str(out), "--as-of", "2026-11-21") == 0
    assert etree.parse(out).getroot().get("name") == "data-export-route"


@pytest.mark.parametrize("form", ["prose", "table"])
def test_a_decision_is_written_in_words_and_as_tables(form: str, tmp_path: Path) -> None:
    out = tmp_path / "route.md"
    assert run("export", form, "data-export-route", "-o", str(out), "--lang", "en") == 0
    assert "No export: nothing to do" in out.read_text()


def test_a_register_is_refused_in_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("export", "dmn", "no-such-thing", "-o", str(tmp_path / "x")) == 2
    assert "no-such-thing" in capsys.readouterr().err


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "absent" / "x.dmn"
    assert run("export", "dmn", "data-export-route", "-o", str(out), "--lang", "en") == 2
    assert "cannot write" in capsys.readouterr().err
