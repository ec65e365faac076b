"""The policy as a reader: its sentences with what carries them out, with and without the official text."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from mulberry.errors import Invalid
from mulberry_web.policy.attached import Match, attach_text, attached
from tests.web.small.pack import OFFICIAL, TEXT, pack

READER = "/policy/silk/"


def page(address: str, language: str = "zh-CN") -> str:
    return Client(HTTP_ACCEPT_LANGUAGE=language).get(address).content.decode()


def test_where_there_is_one_policy_its_reader_is_the_first_page(small: None) -> None:
    assert Client().get("/policy/")["Location"] == READER


def test_without_a_text_the_packs_own_words_stand_in_both_languages_and_say_so(small: None) -> None:
    told = page(READER)
    assert "尚未附上官方文本" in told
    assert "给企业补助。" in told and "Grants for firms." in told


def test_every_sentence_names_what_carries_it_out_or_why_nothing_does_or_that_nothing_does_yet(small: None) -> None:
    told = page(READER)
    assert 'href="/instruments/silk-grant/"' in told and "已落实" in told
    assert "无须落实" in told and "只说施行日期。" in told
    assert "尚未落实" in told


def test_an_attached_text_is_shown_and_recognised_sentence_by_sentence(small: None) -> None:
    made = attach_text(pack, TEXT.encode())
    assert [made.match(id) for id in pack.clauses] == [Match.SAME, Match.SAME, Match.SAME, Match.ABSENT]
    told = page(READER)
    assert all(sentence in re.sub("<[^>]+>", "", told) for sentence in OFFICIAL)
    assert "尚未附上官方文本" not in told and "所附文本中没有此句" in told


def test_a_changed_and_a_new_sentence_are_noted(small: None) -> None:
    text = TEXT.replace("给予补助。", "给予一次性补助。").replace(OFFICIAL[2], f"{OFFICIAL[2]}本办法由桑蚕局负责解释。")
    made = attach_text(pack, text.encode())
    assert made.match("1.2") is Match.CHANGED
    assert [sentence.text for sentence in made.added] == ["本办法由桑蚕局负责解释。"]
    assert "措辞与登记的原文不同" in page(READER)


def test_the_text_of_another_policy_is_refused_and_the_earlier_one_stays(small: None) -> None:
    attach_text(pack, TEXT.encode())
    other = "茶叶办法\n\n一、正文\n（一）茶园\n支持企业种茶。鼓励出口茶叶。\n\n（二）附则\n本规定自明年起实行。\n"
    with pytest.raises(Invalid) as told:
        attach_text(pack, other.encode())
    assert told.value.field == "zh"
    kept = attached(pack)
    assert kept is not None and kept.zh("1.1") == OFFICIAL[0]


def test_coverage_counts_what_is_carried_out_and_pretends_nothing(small: None) -> None:
    told = page("/coverage/silk/", "en")
    assert "2 carried out" in told and "1 need nothing" in told and "1 not yet" in told and "of 4 sentences" in told


@pytest.mark.parametrize(
    ("state", "shown", "hidden"), [("carried", "1.1", "2.2"), ("not_yet", "2.2", "2.1"), ("reasoned", "2.1", "1.1")]
)
def test_coverage_shows_the_sentences_of_one_state(small: None, state: str, shown: str, hidden: str) -> None:
    told = page(f"/coverage/silk/?state={state}").partition("反过来")[0]
    assert f"#s-{shown}" in told and f"#s-{hidden}" not in told


def test_coverage_tells_the_other_way_round_which_sentences_an_instrument_carries_out(small: None) -> None:
    told = page("/coverage/silk/").partition("反过来")[2]
    assert all(instrument.title.zh in told for instrument in pack.instruments)


@pytest.mark.parametrize("address", ["/policy/none/", "/coverage/none/", "/instruments/none/"])
def test_what_is_not_there_is_said_to_be_not_there(small: None, address: str) -> None:
    assert Client().get(address).status_code == 404
