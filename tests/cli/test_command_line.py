"""The command line's promises: exit codes, languages, one clear sentence for every mistake."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mulberry.cli import main


class Ran:
    """What one call of the command gave."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def json(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.out)
        return found


Run = Callable[..., Ran]


@pytest.fixture
def mulberry(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.delenv("MULBERRY_LANG", raising=False)

    def run(*arguments: str) -> Ran:
        with pytest.raises(SystemExit) as left:
            main(arguments)
        told = capsys.readouterr()
        return Ran(int(left.value.code or 0), told.out, told.err)

    return run


def test_a_deadline_is_answered_as_json(mulberry: Run) -> None:
    ran = mulberry("deadline", "--from", "2026-02-10", "--count", "20", "--unit", "working-day", "--json")
    assert ran.code == 0
    assert ran.json["deadline"] == "2026-03-16"
    assert ran.json["published"] is True


def test_a_deadline_past_the_published_calendar_says_that_it_is_provisional(mulberry: Run) -> None:
    ran = mulberry("deadline", "--from", "2026-11-20", "--count", "40", "--lang", "en")
    assert "provisional" in ran.out
    assert "2027" in ran.out


def test_a_suspension_moves_the_deadline_by_its_working_days(mulberry: Run) -> None:
    ran = mulberry("deadline", "--from", "2026-02-10", "--count", "20", "--suspend", "2026-03-02..2026-03-06", "--json")
    assert ran.json["deadline"] == "2026-03-23"
    assert ran.json["suspended_working_days"] == 5


@pytest.mark.parametrize(
    ("arguments", "field"),
    [
        (("--from", "2026-02-30", "--count", "20"), "--from"),
        (("--from", "2026-02-10", "--count", "0"), "count"),
        (("--from", "2026-02-10", "--count", "-3"), "count"),
        (("--from", "2026-02-10", "--count", "9" * 30), "count"),
        (("--from", "2026-02-10", "--count", "5", "--unit", "fortnight"), "unit"),
        (("--from", "2026-02-10", "--count", "5", "--suspend", "2026-03-02"), "--suspend"),
        (
            (
                "--from",
                "2026-02-10",
            ),
            "--count",
        ),
    ],
)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_bad_input_is_one_sentence_that_names_the_field(
    mulberry: Run, arguments: tuple[str, ...], field: str, lang: str
) -> None:
    ran = mulberry("deadline", *arguments, "--lang", lang)
    assert ran.code == 2
    assert ran.out == ""
    assert field in ran.err
    assert len(ran.err.strip().splitlines()) == 1
    assert any("\u4e00" <= c <= "\u9fff" for c in ran.err) is (lang == "zh")


def test_an_unknown_command_is_answered_in_the_language_asked_for_with_the_nearest_one(mulberry: Run) -> None:
    assert "deadline" in mulberry("deadlin", "--lang", "zh").err
    assert "there is no command" in mulberry("deadlin", "--lang", "en").err


def test_an_unknown_instrument_names_those_like_it(mulberry: Run, tmp_path: Path) -> None:
    facts = tmp_path / "facts.json"
    facts.write_text("{}")
    ran = mulberry("decide", "pension-extention", "--facts", str(facts), "--lang", "en")
    assert ran.code == 2
    assert "pension-extension" in ran.err


def test_a_decision_says_what_is_still_needed(mulberry: Run, tmp_path: Path) -> None:
    facts = tmp_path / "facts.json"
    facts.write_text('{"nationality_foreign": true}')
    ran = mulberry("decide", "pension-extension", "--facts", str(facts), "--as-of", "2027-05-20", "--json")
    assert ran.json["outcome"] == "undetermined"
    assert "birth_date" in ran.json["needed"]


@pytest.mark.parametrize(
    "content",
    [
        "[1, 2",
        "paid_months: 1.5",
        "paid_months: -1",
        "paid_months: many",
        "paid_months: .nan",
        "paid_mnths: 3",
        "- 1",
        "a: &x [1]\nb: *x",
    ],
)
def test_facts_that_make_no_sense_are_refused_before_anything_is_decided(
    mulberry: Run, tmp_path: Path, content: str
) -> None:
    facts = tmp_path / "facts.yaml"
    facts.write_text(content)
    ran = mulberry("decide", "pension-extension", "--facts", str(facts), "--lang", "en")
    assert ran.code == 2
    assert ran.out == ""
    assert len(ran.err.strip().splitlines()) == 1


def test_ten_megabytes_of_text_are_refused_without_being_read(mulberry: Run, tmp_path: Path) -> None:
    facts = tmp_path / "facts.yaml"
    facts.write_text("x" * 10_000_000)
    assert mulberry("decide", "pension-extension", "--facts", str(facts)).code == 2


def test_a_decision_is_no_mechanism(mulberry: Run, tmp_path: Path) -> None:
    given = tmp_path / "input.yaml"
    given.write_text("{}")
    assert mulberry("run", "pension-extension", "--input", str(given)).code == 2


def test_coverage_lists_every_sentence_of_the_policy(mulberry: Run) -> None:
    clauses = mulberry("coverage", "--json").json["clauses"]
    assert isinstance(clauses, list)
    assert len([c for c in clauses if c["pack"] == "sip" and c["clause"].count(".") == 1]) == 75


def test_the_packs_own_worked_cases_pass(mulberry: Run) -> None:
    ran = mulberry("test", "--json")
    assert ran.json["failed"] == 0
    assert ran.code == 0


def test_a_failing_worked_case_says_where_it_differs(mulberry: Run, tmp_path: Path) -> None:
    case = tmp_path / "cases.yaml"
    case.write_text(
        "- title: Wrong on purpose\n  instrument: statutory-deadline\n"
        "  input: {from: 2026-02-10, count: 20, unit: working-day}\n  expect: {result: {deadline: 2026-03-17}}\n"
    )
    ran = mulberry("test", str(case), "--json")
    assert ran.code == 1
    assert ran.json["cases"][0]["differs"] == [{"at": "deadline", "expected": "2026-03-17", "got": "2026-03-16"}]
