"""Fingerprints, what changed between two versions, and ids that keep their meaning."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mulberry.errors import Invalid
from mulberry.policy import read
from mulberry.policy.compare import carry_ids, compare, recognise
from mulberry.policy.fingerprints import Fingerprints, digest, fingerprints
from tests.policy.marked import FOLDER

NOTICE = (FOLDER / "notice.txt").read_text("utf-8")
PLAIN = (FOLDER / "plain.txt").read_text("utf-8")


def test_a_text_read_again_is_unchanged() -> None:
    old = Fingerprints.from_json(fingerprints(read(NOTICE)).to_json())
    assert compare(old, read(NOTICE)).unchanged


def test_spaces_and_broken_lines_make_no_other_text() -> None:
    old = fingerprints(read(NOTICE))
    assert compare(
        old, read(NOTICE.replace("技改项目", "技改 项目").replace("先进制造业项目", "先进\n制造业项目"))
    ).unchanged


def test_a_changed_an_inserted_and_a_removed_sentence_are_told_apart() -> None:
    old = fingerprints(read(NOTICE))
    new = NOTICE.replace("给予20万元一次性奖励。", "给予30万元一次性奖励。")
    new = new.replace("企业连续三年在库的，再给予10万元奖励。", "")
    new = new.replace(
        "允许企业采取弹性年期方式取得土地使用权。", "允许企业采取弹性年期方式取得土地使用权。探索工业用地混合利用。"
    )
    found = compare(old, read(new))
    assert found.differs == (("1.1", "1.1"),)
    assert found.removed == ("1.2",)
    assert found.inserted == ("3.2",)
    assert found.recognised


def test_ids_stay_when_a_sentence_is_inserted_before_them() -> None:
    first = read(NOTICE)
    new = NOTICE.replace("对首次升规的工业企业，", "支持企业建设数字化车间。对首次升规的工业企业，")
    again = carry_ids(fingerprints(first), read(new))
    before = {s.text: (s.id, [c.id for c in s.clauses]) for s in first.sentences}
    after = {s.text: (s.id, [c.id for c in s.clauses]) for s in again.sentences}
    assert {text: after[text] for text in before} == before
    (fresh,) = [s.id for s in again.sentences if s.text not in before]
    assert fresh not in {id for id, _ in before.values()}


def test_the_pack_that_a_text_belongs_to_is_recognised() -> None:
    known = {"notice": fingerprints(read(NOTICE)), "plain": fingerprints(read(PLAIN))}
    assert recognise(known, read(PLAIN.replace("20年", "30年"))) == "plain"
    assert recognise(known, read("关于别的事情的若干措施\n一、别的\n（一）加强绿化。建设口袋公园。")) is None


def test_a_malformed_list_of_fingerprints_is_refused() -> None:
    for data in (
        {},
        {"title": "", "sentences": 3, "clauses": []},
        {"title": "", "sentences": [["1", "x", "y"]], "clauses": []},
    ):
        with pytest.raises(Invalid):
            Fingerprints.from_json(data)


@given(st.text("支持企业创新，。（） \u3000\n", min_size=1), st.integers(0, 20))
def test_the_fingerprint_does_not_see_spaces(text: str, at: int) -> None:
    assert digest(text[:at] + " \u3000\u200b" + text[at:]) == digest(text)
