"""A new pack: what stands in its files, what never does, and that it comes whole or not at all."""

from __future__ import annotations

import ast
import json
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from mulberry.cli import main
from mulberry.errors import Invalid
from mulberry.law.text import Text
from mulberry.pack.scaffold import Named, files, named
from mulberry.pack.scaffold.literal import LINE, columns
from mulberry.pack.scaffold.proposals import BY_FORCE, propose
from mulberry.pack.scaffold.wording import LONGEST_OBJECT
from mulberry.pack.scaffold.writer import write
from mulberry.policy import Reading, read
from tests.pack.living_pack import NOTICE
from tests.policy import official
from tests.policy.marked import FOLDER

KNOWN = ("notice", "articles", "plain", "marked", "marked2")
TEXTS = {name: (FOLDER / f"{name}.txt").read_text("utf-8") for name in KNOWN}
LONGEST_RUN = 14


def made(reading: Reading, id: str = "jianghai") -> dict[str, str]:
    return files(named(reading, id, ()), reading)


def runs(reading: Reading, texts: dict[str, str]) -> Iterator[str]:
    """Stretches of official sentences found in generated files; titles and headings are names, not sentences."""
    headings = [part.title for part in reading.parts] + [measure.title for measure in reading.measures]
    names = "".join([reading.header.title, reading.header.carries, *headings])
    whole = "\n".join(texts.values())
    for sentence in reading.sentences:
        words = sentence.text.strip()
        for at in range(len(words) - LONGEST_RUN + 1):
            run = words[at : at + LONGEST_RUN]
            if run in whole and run not in names and "\n" not in run:
                yield run


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_no_official_sentence_stands_in_a_new_pack(name: str) -> None:
    reading = read(TEXTS[name])
    assert list(runs(reading, made(reading))) == []
    whole = "\n".join(made(reading).values())
    assert [
        s.id for s in reading.sentences if len(s.text.strip()) > LONGEST_OBJECT + 1 and s.text.strip("。 \n") in whole
    ] == []


def test_no_sentence_of_the_official_pair_stands_in_a_new_pack() -> None:
    reading = official.pair()
    texts = made(reading)
    assert list(runs(reading, texts)) == []
    english = [words for s in reading.sentences for words in s.english]
    assert not [words for words in english if words.strip() in "\n".join(texts.values())]


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_every_file_is_what_it_claims_to_be(name: str) -> None:
    texts = made(read(TEXTS[name]))
    for path, text in texts.items():
        if path.endswith(".py"):
            ast.parse(text)
            assert [line for line in text.splitlines() if columns(line) > LINE] == [], path
    assert tomllib.loads(texts["pyproject.toml"])["project"]["entry-points"]["mulberry.packs"] == {
        "jianghai": "mulberry_jianghai:pack"
    }
    assert yaml.safe_load(texts["src/mulberry_jianghai/programme/cases.yaml"])


def test_every_sentence_has_a_placeholder_and_every_clause_a_fingerprint_and_a_proposal() -> None:
    reading = read(NOTICE)
    texts = made(reading)
    whole = "\n".join(texts.values())
    for sentence in reading.sentences:
        assert f'"{sentence.id}": "' in texts["src/mulberry_jianghai/clauses/fingerprints.py"]
        for clause in sentence.clauses:
            assert f"\n# {clause.id} " in whole
    assert sum(text.count("            sentence(") for text in texts.values()) == len(reading.sentences)


def test_proposals_follow_the_force_and_what_the_clause_is_about() -> None:
    def kinds(text: str) -> list[str]:
        sentence = read(f"关于措施\n一、条\n（一）优化服务。\n支持出口。{text}\n").sentences[-1]
        return [kind.value for kind in propose(sentence.clauses[0]).kinds]

    assert kinds("允许企业备案后开展试点。")[:2] == ["decision", "procedure"]
    assert "account" in kinds("给予企业20万元奖励。")
    assert "register" in kinds("建设公共服务平台。")
    assert kinds("坚持稳中求进。") == []


def test_every_class_of_force_that_the_reader_knows_has_its_kinds() -> None:
    from mulberry.policy.heads import CLASS

    assert set(CLASS.values()) <= set(BY_FORCE)


def test_the_example_holds_on_both_sides_of_each_day_of_the_text() -> None:
    cases = yaml.safe_load(made(read(NOTICE))["src/mulberry_jianghai/programme/cases.yaml"])
    days = {case["as_of"]: case["expect"]["outcome"] for case in cases if case["facts"]}
    assert days == {
        date(2025, 3, 31): "not_in_force",
        date(2025, 4, 1): "in_force",
        date(2028, 3, 31): "in_force",
        date(2028, 4, 1): "not_in_force",
    }


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=30))
def test_whatever_a_document_calls_itself_stays_data(title: str, issuer: str, number: str) -> None:
    reading = read(NOTICE)
    names = Named("x", Text(f"“{title}”", f"'{title}'"), number, Text(f'"""{issuer}', issuer + "\\"))
    for path, text in files(names, reading).items():
        if path.endswith(".py"):
            ast.parse(text)
        if path == "pyproject.toml":
            tomllib.loads(text)


def test_a_hostile_heading_ends_no_string_and_no_comment() -> None:
    first = '一、"""\\N{BULLET}${x}{y}%s\u2028import os\n'
    evil = f'{first}（一）支持企业"); raise SystemExit("。鼓励创新。\n（二）鼓励企业出口。\n'
    texts = made(read(f'关于”“‘\\\'" """措施\n{evil}'))
    for path, text in texts.items():
        if path.endswith(".py"):
            tree = ast.parse(text)
            names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
            assert "os" not in names and not any(isinstance(node, ast.Raise) for node in ast.walk(tree))


@pytest.mark.parametrize("id", ["", "9lives", "Big", "a_b", "a--b", "江海", "a" * 41, "../x", "class"])
def test_an_id_that_can_be_no_package_is_refused(id: str) -> None:
    with pytest.raises(Invalid) as error:
        named(read(NOTICE), id, ())
    assert error.value.field == "id"


def test_an_id_in_use_is_refused() -> None:
    with pytest.raises(Invalid, match="is installed"):
        named(read(NOTICE), "sip", {"sip"})


def call(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as left:
        main([str(word) for word in words])
    told = capsys.readouterr()
    return int(left.value.code or 0), told.out, told.err


def test_the_command_says_what_it_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = call(capsys, "pack", "new", tmp_path / "Jianghai 2025", "--policy", FOLDER / "notice.txt", "--json")
    told = json.loads(out)
    assert (code, told["id"], told["sentences"], told["measures"]) == (0, "jianghai-2025", 9, 4)
    assert (
        sorted(
            str(p.relative_to(tmp_path / "Jianghai 2025"))
            for p in (tmp_path / "Jianghai 2025").rglob("*")
            if p.is_file()
        )
        == told["files"]
    )
    assert [one.name for one in tmp_path.iterdir()] == ["Jianghai 2025"]


def test_a_folder_that_is_not_empty_is_refused_and_left_as_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    code, out, err = call(capsys, "pack", "new", tmp_path, "--policy", FOLDER / "notice.txt", "--lang", "en")
    assert (code, out) == (2, "") and "not empty" in err and err.strip().count("\n") == 0
    assert [one.name for one in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("policy", ["none.txt", "empty.txt"])
def test_a_policy_that_cannot_be_read_makes_no_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], policy: str
) -> None:
    (tmp_path / "empty.txt").write_text("")
    assert call(capsys, "pack", "new", tmp_path / "new", "--policy", tmp_path / policy)[0] == 2
    assert not (tmp_path / "new").exists()


def test_a_text_of_headings_alone_makes_no_pack(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "heads.txt").write_text("关于措施的通知\n一、支持企业\n二、优化服务\n")
    new = call(capsys, "pack", "new", tmp_path / "new", "--policy", tmp_path / "heads.txt", "--lang", "en")
    assert new[0] == 2 and "no sentence" in new[2] and not (tmp_path / "new").exists()


def test_an_empty_folder_is_filled_and_a_file_of_that_name_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    write(tmp_path / "empty", {"a/b.txt": "x"})
    assert (tmp_path / "empty" / "a" / "b.txt").read_text() == "x"
    (tmp_path / "file").write_text("x")
    with pytest.raises(Invalid, match="no folder"):
        write(tmp_path / "file", {"a": "x"})


def test_nothing_is_left_behind_when_writing_fails(tmp_path: Path) -> None:
    with pytest.raises(Invalid):
        write(tmp_path / "new", {"a": "x", "a/b": "a file cannot be a folder too"})
    assert list(tmp_path.iterdir()) == []
