"""Search in the policy: Chinese as it is written, English by words, and every place where it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mulberry_web.policy.folding import fold, has_chinese, stem
from mulberry_web.policy.searching import LONGEST, search

CHINESE = "支持创建国家“５Ｇ＋工业互联网”先导区，缴费不足 15 年的，遴选 1—2 家企业发行 REITs。"
ENGLISH = "Establishing qualified funds; the Park's establishment of High-Level innovation funds."
ANY = st.text(alphabet=st.sampled_from("桑田园区，。、「」“”（） \n　ＡaBb5５%—-.·…ﬁ½"), max_size=40)


def places(typed: str, text: str) -> list[str]:
    return [text[a:b] for a, b in search(typed).places(text)]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("5g+工业互联网", "５Ｇ＋工业互联网"),
        ("「5G＋工业互联网」", "５Ｇ＋工业互联网"),
        ("不足15年", "不足 15 年"),
        ("1-2家", "1—2 家"),
        ("先导区缴费", "先导区，缴费"),
        ("ＲＥＩＴＳ", "REITs"),
    ],
)
def test_chinese_is_found_whatever_its_width_spaces_and_punctuation(typed: str, found: str) -> None:
    assert places(typed, CHINESE) == [found]


@pytest.mark.parametrize("typed", ["establish", "ESTABLISHED", "establishments", "Establishes"])
def test_english_is_found_in_any_form_of_its_words(typed: str) -> None:
    assert places(typed, ENGLISH) == ["Establishing", "establishment"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("innovation", "innovative"), ("companies", "company"), ("operate", "operations"), ("policies", "policy"),
     ("planned", "planning"), ("measures", "measure"), ("qualities", "quality"), ("shares", "sharing")],
)  # fmt: skip
def test_forms_of_a_word_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"), [("park", "part"), ("station", "state"), ("nation", "nature"), ("gas", "ga")]
)
def test_other_words_do_not(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_a_word_is_no_part_of_another_word() -> None:
    assert places("port", "Ports report on portfolios") == ["Ports"]


def test_what_stands_in_quotes_stands_together() -> None:
    assert places('"innovation funds"', ENGLISH) == ["innovation funds"]
    assert places('"funds innovation"', ENGLISH) == []


def test_several_words_must_all_stand_somewhere() -> None:
    assert search("遴选 funds").finds([CHINESE, ENGLISH])
    assert not search("遴选 ships").finds([CHINESE, ENGLISH])


def test_words_that_stand_everywhere_are_passed_over_unless_they_are_all_there_is() -> None:
    assert search("the funds of parks").finds([ENGLISH]) and search("funds with parks").finds([ENGLISH])
    assert places("the", ENGLISH) == ["the"]


@pytest.mark.parametrize("typed", ["", "   ", '""', "，。"])
def test_nothing_typed_asks_for_nothing(typed: str) -> None:
    assert not search(typed)


def test_an_endless_search_is_cut() -> None:
    assert len(search("桑" * 5000).text) == LONGEST


@given(ANY, ANY, ANY)
def test_whatever_stands_in_a_text_is_found_in_it(before: str, wanted: str, after: str) -> None:
    text, folded = before + wanted + after, fold(wanted).text
    found = fold(text).find(folded)
    assert bool(found) is bool(folded)
    assert all(fold(text[a:b]).text.startswith(folded[:1]) for a, b in found)


@given(ANY, ANY)
def test_places_are_in_order_within_the_text_and_never_overlap(typed: str, text: str) -> None:
    spans = search(typed).places(text)
    flat = [place for span in spans for place in span]
    assert flat == sorted(flat) and len(set(flat)) == len(flat)
    assert not flat or (flat[0] >= 0 and flat[-1] <= len(text))


@given(ANY)
def test_folding_twice_is_folding_once(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once and has_chinese(text) is has_chinese(once)
