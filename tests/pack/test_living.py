"""Which pack a text belongs to, what became of each sentence and clause, and what that touches."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mulberry.errors import Invalid
from mulberry.pack.belonging import candidates, choose
from mulberry.pack.living import Change, Living, living
from mulberry.pack.prints import kept, known, table
from mulberry.pack.touches import touched
from mulberry.policy import read
from mulberry.policy.fingerprints import fingerprints
from tests.pack.living_pack import NOTICE, OTHER, make

PACK = make()
FLEXIBLE = "允许企业采取弹性年期方式取得土地使用权。"


def told(living: Living) -> list[tuple[str, str, str]]:
    return [(change.what, change.id, change.now) for change in living.changes]


def seen(text: str, *, by_clause: bool = True) -> Living:
    return living(PACK if by_clause else make(by_clause=False), read(text))


def only(living: Living) -> Change:
    (change,) = living.changes
    return change


def test_a_pack_carries_the_fingerprints_of_its_sentences_and_their_clauses() -> None:
    carried, whole = known(PACK), fingerprints(read(NOTICE))
    assert (carried.sentences, carried.clauses) == (whole.sentences, whole.clauses)


def test_the_text_a_pack_was_made_for_belongs_to_it_unchanged() -> None:
    found = candidates([make(id="other", text=OTHER), PACK], read(NOTICE))
    assert choose(found, read(NOTICE)).pack is PACK
    assert seen(NOTICE).changes == () and seen(NOTICE).unchecked == ()


def test_a_text_of_no_pack_is_refused_and_every_pack_is_named() -> None:
    with pytest.raises(Invalid) as error:
        choose(candidates([PACK], read(OTHER)), read(OTHER))
    assert error.value.field == "zh" and "jianghai: 0 of 9" in error.value.text.en and "pack new" in error.value.text.en


def test_a_text_of_several_packs_alike_asks_which_and_takes_the_one_named() -> None:
    twin = make(id="twin")
    found = candidates([PACK, twin], read(NOTICE))
    assert all(one.belongs for one in found)
    with pytest.raises(Invalid) as error:
        choose(found, read(NOTICE))
    assert error.value.field == "pack" and "jianghai, twin" in error.value.text.en
    assert choose(found, read(NOTICE), "twin").pack is twin


def test_the_nearest_of_several_packs_is_taken() -> None:
    older = make(id="older", text=NOTICE.replace("20万元", "15万元"))
    assert choose(candidates([older, PACK], read(NOTICE)), read(NOTICE)).pack is PACK


def test_a_pack_that_is_named_but_not_meant_is_refused() -> None:
    for wanted, field in (("jianghai", "zh"), ("none", "pack")):
        with pytest.raises(Invalid) as error:
            choose(candidates([PACK], read(OTHER)), read(OTHER), wanted)
        assert error.value.field == field


def test_without_any_pack_there_is_nothing_to_compare_with() -> None:
    with pytest.raises(Invalid, match="No pack is installed"):
        choose((), read(NOTICE))


def test_a_pack_without_fingerprints_is_taken_by_its_name_alone_and_says_that_nothing_was_compared() -> None:
    bare = make(prints=False)
    found = candidates([bare], read(NOTICE))
    with pytest.raises(Invalid):
        choose(found, read(NOTICE))
    assert choose(found, read(NOTICE), bare.id).pack is bare
    assert living(bare, read(NOTICE)).unchecked == tuple(bare.clauses)


def test_a_changed_sentence_is_told_clause_by_clause() -> None:
    change = only(seen(NOTICE.replace(FLEXIBLE, "允许企业采取先租后让方式取得土地使用权。")))
    assert (change.what, change.id, change.places) == ("differs", "3.1", ("3.1.2",))


def test_a_pack_with_sentences_only_tells_the_sentence_alone() -> None:
    change = only(seen(NOTICE.replace(FLEXIBLE, "允许企业采取先租后让方式取得土地使用权。"), by_clause=False))
    assert (change.clauses, change.places) == (None, ("3.1",))


def test_a_former_wording_tells_the_clauses_that_the_pack_does_not_carry() -> None:
    new = read(NOTICE.replace(FLEXIBLE, "允许企业采取先租后让方式取得土地使用权。"))
    change = only(living(make(by_clause=False), new, read(NOTICE)))
    assert change.places == ("3.1.2",)


def test_an_inserted_sentence_gets_a_letter_and_the_others_keep_their_ids() -> None:
    found = seen(NOTICE.replace("企业连续三年", "支持企业建设数字化车间。企业连续三年"))
    assert told(found) == [("inserted", "1.1a", "1.2")]
    assert found.reading.sentence("1.2").text.startswith("企业连续三年")


def test_a_removed_sentence_is_told_after_the_one_before_it() -> None:
    found = seen(
        NOTICE.replace("企业连续三年在库的，再给予10万元奖励。", "").replace("最高不超过1000万元", "最高不超过800万元")
    )
    assert told(found) == [("removed", "1.2", ""), ("differs", "2.1", "2.1")]


def test_a_sentence_that_moved_is_told_as_moved() -> None:
    third = "企业连续三年在库的，再给予10万元奖励。"
    text = NOTICE.replace(third, "").replace(FLEXIBLE, FLEXIBLE + third)
    (change,) = seen(text).changes
    assert (change.what, change.moved_from, change.now) == ("moved", "1.2", "3.2")


def test_a_changed_sentence_touches_its_instruments_and_their_parameters() -> None:
    found = touched(PACK, ["1.1"])
    assert [one.id for one in found.instruments] == ["growth-award"]
    assert [one.key for one in found.parameters] == ["jianghai.least"] and not found.taken


def test_a_changed_clause_touches_only_what_names_it() -> None:
    assert [one.id for one in touched(PACK, ["3.1.2"]).instruments] == ["flexible-land"]
    assert touched(PACK, ["3.1.1"]).instruments == ()
    assert [one.id for one in touched(PACK, ["3.1"]).instruments] == ["flexible-land"]


def test_a_parameter_taken_from_the_changed_measure_is_touched_with_whoever_reads_it() -> None:
    found = touched(PACK, ["2.1"])
    assert [one.id for one in found.instruments] == ["growth-award"] and found.taken == {"jianghai.least"}


SENTENCES = [s.text for s in read(NOTICE).sentences if s.measure]


@settings(max_examples=25, deadline=None)
@given(st.sets(st.sampled_from(SENTENCES), max_size=3))
def test_every_sentence_is_the_same_changed_or_gone_and_ids_keep_their_meaning(gone: set[str]) -> None:
    text = NOTICE
    for one in gone:
        text = text.replace(one, "")
    found = seen(text)
    assert found.comparison is not None
    same = {old for old, _ in found.comparison.same}
    lost = {change.id for change in found.changes if change.what in {"removed", "differs"}}
    assert same | lost == set(PACK.clauses) and not same & lost
    before = {s.id: s.text for s in read(NOTICE).sentences}
    assert all(found.reading.sentence(id).text == before[id] for id in same)


def test_the_table_of_fingerprints_comes_back_as_it_was_kept() -> None:
    rows = table(read(NOTICE))
    assert list(kept(rows)) == [id for id in rows if id.count(".") == 1]
    assert kept(dict(reversed(rows.items()))).keys() == kept(rows).keys()
