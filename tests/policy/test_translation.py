"""Changes of meaning in a translation are found; a faithful translation raises no alarm."""

from __future__ import annotations

import re

import pytest

from mulberry.policy import Reading, read
from mulberry.policy.model import Finding
from tests.policy import official
from tests.policy.marked import FOLDER

CHANGED: dict[str, set[str]] = {
    # sentence: the codes under which its change of meaning may be told; read by hand from both texts
    "O.2": {"goal-told-as-done"},
    "1.2": {"relation-turned"},
    "1.3": {"wrong-institution"},
    "2.3": {"relation-turned"},
    "3.4": {"wrong-institution"},
    "3.5": {"missing-object", "doubled-object"},
    "4.1": {"wrong-institution"},
    "6.1": {"lost-right"},
    "8.5": {"lost-condition"},
    "10.1": {"missing-object"},
    "11.3": {"wrong-institution"},
    "13.1": {"lost-condition", "doubled-object"},
    "13.2": {"missing-object"},
    "14.1": {"actor-reversed"},
}
# a careful reader may see a change here or none
ARGUABLE = {"O.1", "1.3", "2.1", "7.1", "11.6"}


def _translation(reading: Reading) -> list[Finding]:
    return [f for f in reading.findings if f.kind == "translation"]


def _by_sentence(reading: Reading) -> dict[str, set[str]]:
    out: dict[str, set[str]] = {}
    for f in _translation(reading):
        for s in reading.sentences:
            if f.zh and s.zh[0] <= f.zh[0] < s.zh[1]:
                out.setdefault(s.id, set()).add(f.code)
    return out


def test_the_changes_of_meaning_in_the_official_translation_are_found() -> None:
    found = _by_sentence(official.pair())
    told = [id for id, codes in CHANGED.items() if found.get(id, set()) & codes]
    assert len(told) >= 0.85 * len(CHANGED)
    assert "actor-reversed" in found["8.5"]


def test_few_sentences_of_the_official_translation_alarm_without_cause() -> None:
    assert len(set(_by_sentence(official.pair())) - set(CHANGED) - ARGUABLE) <= 5


def test_every_finding_gives_both_places_and_the_reason_in_both_languages() -> None:
    reading = official.pair()
    for f in _translation(reading):
        assert f.zh and f.en
        assert reading.source[slice(*f.zh)]
        assert reading.source_en[slice(*f.en)]
        assert f.why.zh and f.why.en


@pytest.mark.parametrize(
    ("pattern", "instead"),
    [
        ("five years", "three years"),
        ("less than 15 years", "more than 15 years"),
        ("1-2 companies", "3-5 companies"),
        (r"Suzhou Industrial Park is allowed to select", "Suzhou Industrial Park must select"),
        (r"Encourage multinational|encourage multinational", "require multinational"),
        ("On the premise of controllable risks, financial", "Financial"),
        ("The Ministry of Commerce should play", "The Ministry of Finance should play"),
        ("Jiangsu Province should increase", "Jiangsu Province should not increase"),
        ("and strengthen safety", "and weaken safety"),
        ("Establish a human genetic", "Establish an animal genetic"),
    ],
)
def test_a_change_made_to_the_official_translation_is_found(pattern: str, instead: str) -> None:
    english = official.data("en").decode()
    changed, count = re.subn(pattern, instead, english, count=1)
    assert count == 1
    before = {(f.code, f.zh) for f in _translation(official.pair())}
    after = {(f.code, f.zh) for f in _translation(read(official.data("zh"), changed))}
    if "five years" in pattern:  # the first stands in the news text above, which renders no sentence
        after = {(f.code, f.zh) for f in _translation(read(official.data("zh"), english.replace(pattern, instead)))}
    assert after - before


def _invented() -> list[tuple[str, str, str, str]]:
    """Chinese, faithful English, code and changed English (empty where there is none)."""
    rows: list[tuple[str, str, str, str]] = []
    for line in (FOLDER / "pair.txt").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        if "\u4e00" <= line[0] <= "\u9fff":
            rows.append((line, "", "", ""))
        elif not rows[-1][1]:
            rows[-1] = (rows[-1][0], line, "", "")
        else:
            code, _, words = line.partition("\t")
            rows[-1] = (*rows[-1][:2], code, words)
    return rows


def _documents(rows: list[tuple[str, str]]) -> Reading:
    zh = "关于某事项的若干措施\n一、重点任务\n（一）支持企业发展。" + "".join(x for x, _ in rows)
    en = "Several measures\n1. Key tasks\n(1) Support enterprises. " + " ".join(x for _, x in rows)
    return read(zh, en)


def test_a_faithful_translation_raises_no_alarm() -> None:
    reading = _documents([(zh, en) for zh, en, _, _ in _invented()])
    assert [s.id for s in reading.sentences if len(s.en) != 1] == []
    assert [(f.code, f.why.en) for f in _translation(reading)] == []


@pytest.mark.parametrize("row", [r for r in _invented() if r[2]], ids=lambda r: r[2])
def test_a_translation_that_changes_the_meaning_is_told(row: tuple[str, str, str, str]) -> None:
    zh, _, code, changed = row
    assert code in {f.code for f in _translation(_documents([(zh, changed)]))}


def test_a_sentence_left_out_is_told_and_left_unmatched() -> None:
    rows = [(zh, en) for zh, en, _, _ in _invented()]
    rows[3] = (rows[3][0], "")
    reading = _documents(rows)
    (dropped,) = [f for f in _translation(reading) if f.code == "dropped-sentence"]
    assert dropped.en is None
    assert [s.id for s in reading.sentences if not s.en] == ["1.4"]
