"""What is marked in a text: clauses, heads, conditions, findings in both languages, and places that were looked for."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from mulberry.law.text import t
from mulberry.pack.coverage import coverage
from mulberry.policy import Finding, read
from mulberry.policy.heads import CLASS
from mulberry.policy.model import Quantity
from mulberry.policy.quantities import UNITS
from mulberry_web.policy.actors import KIND_NAMES, NOBODY, groups, is_wanted, kind_of
from mulberry_web.policy.annotated import Annotated, extents, place_of
from mulberry_web.policy.attached import Attached
from mulberry_web.policy.filters import chosen
from mulberry_web.policy.forces import FAMILIES, FORCES, force, in_order
from mulberry_web.policy.passages import Looking, Passage
from mulberry_web.policy.quantities import quantity_said
from mulberry_web.policy.runs import Mark, cut
from tests.web.policy.texts import EN, ZH
from tests.web.small.pack import pack

READING = read(ZH.encode(), EN.encode())
SPANS = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda pair: (min(pair), max(pair)))
MARKS = st.lists(st.builds(Mark, SPANS, st.sampled_from(["head", "hit", "finding"]), st.integers(0, 3)), max_size=6)


@given(st.text(alphabet="桑田 a，", min_size=30, max_size=30), MARKS, SPANS)
def test_a_text_that_is_cut_is_still_the_same_text(source: str, marks: list[Mark], outer: tuple[int, int]) -> None:
    runs = cut(source, outer, marks)
    assert "".join(run.text for run in runs) == source[slice(*outer)]


@given(MARKS)
def test_every_character_bears_exactly_the_marks_over_it(marks: list[Mark]) -> None:
    at = 0
    for run in cut("桑" * 30, (0, 30), marks):
        for _ in run.text:
            assert set(run.names) == {mark.name for mark in marks if mark.span[0] <= at < mark.span[1]}
            at += 1


def test_a_broken_line_is_shown_mended() -> None:
    assert "".join(run.text for run in cut("设立蚕\n\n种基地", (0, 8), [])) == "设立蚕种基地"


def test_a_sentence_is_divided_into_its_clauses_and_nothing_is_left_out() -> None:
    for sentence in READING.sentences:
        spans = [extent.zh for extent in extents(sentence)]
        assert spans[0][0] == sentence.zh[0] and spans[-1][1] == sentence.zh[1]
        assert all(a[1] == b[0] for a, b in pairwise(spans))
        assert [extent.clause.id for extent in extents(sentence) if extent.clause] == [c.id for c in sentence.clauses]


def look(query: str = "", *findings: Finding) -> dict[str, Passage]:
    text = Annotated(Attached(replace(READING, findings=findings), None))
    looking = Looking(pack, text, chosen(QueryDict(query)), "zh")
    shown = [looking.passage(line) for line in coverage(pack)]
    return {one.id: one for one in shown if one}


def test_a_finding_is_marked_in_both_languages_under_one_number() -> None:
    sentence = READING.sentence("1.2")
    zh, en = (sentence.zh[0], sentence.zh[0] + 3), (sentence.en[0][0], sentence.en[0][0] + 6)
    why = t("人数", "number")
    shown = look("", Finding("text", "x", zh, None, why), Finding("translation", "y", zh, en, why))["1.2"]
    assert [one.n for one in shown.findings] == [1] and shown.repairs == 1
    in_chinese = [run.text for row in shown.rows for run in row.runs if 1 in run.numbers]
    in_english = [run.text for runs in shown.english for run in runs if 1 in run.numbers]
    assert "".join(in_chinese) == READING.source[slice(*zh)] and "".join(in_english) == "Grants"


def test_a_place_that_a_mark_cuts_in_two_counts_once() -> None:
    shown = look("q=给予补助")["1.2"]  # 给予 is the head, so it is a run of its own
    assert [run.text for row in shown.rows for run in row.runs if run.hit] == ["给予", "补助"]
    assert shown.hits == 1


def test_our_own_words_are_opened_where_what_was_looked_for_stands_in_them_alone() -> None:
    assert look("q=补助")["1.2"].own_hit is False
    assert look("q=绿色企业有")["1.2"].own_hit is True


def test_a_finding_of_no_sentence_is_placed_by_its_heading_or_its_line() -> None:
    why = t("标题", "heading")
    measure = READING.measures[0]
    assert place_of(READING, Finding("text", "x", measure.zh, None, why)).en == "heading of measure 1"
    assert place_of(READING, Finding("text", "x", (0, 2), None, why)).zh == "文件第1行"


def test_every_class_of_force_that_the_reader_of_texts_knows_has_a_name_and_a_family() -> None:
    classes = frozenset(CLASS.values()) | {"must", "may", "declare", "enact", "goal", "guide-by"}
    assert classes <= set(FORCES) and {one.family for one in FORCES.values()} == set(FAMILIES)


def test_a_class_of_tomorrow_goes_by_its_code_and_stands_last() -> None:
    assert force("sing").name.en == "sing"
    assert [one.code for one in in_order(frozenset({"sing", "allow", "must"}))] == ["must", "allow", "sing"]


@pytest.mark.parametrize(
    ("actor", "kind"),
    [("中国自由贸易试验区苏州片区内符合资质的医疗机构", "medical"), ("苏州工业园区", "park"),
     ("江苏省、苏州市", "authority"),
     ("苏州工业园区有条件的企业", "enterprise"), ("境内外银行、证券、保险等金融机构", "finance"),
     ("国际知名高校和研究机构", "research"), ("外籍高层次人才", "people"), ("苏州工业园区药品口岸", "place"),
     ("符合条件的项目", "project"), ("国务院有关部门", "authority"), ("苏州工业园区符合条件的单位", "body"),
     ("蚕", "other")],
)  # fmt: skip
def test_an_actor_is_what_the_last_noun_of_its_name_says(actor: str, kind: str) -> None:
    assert kind_of(actor) == kind and kind in KIND_NAMES


def test_actors_are_chosen_by_name_by_kind_or_as_nobody() -> None:
    assert is_wanted("企业", "企业") and is_wanted("企业", "kind:enterprise") and not is_wanted("企业", NOBODY)
    assert is_wanted(None, NOBODY) and is_wanted(None, "") and not is_wanted(None, "kind:enterprise")
    assert [(group.code, group.total) for group in groups(["企业", "企业", "商务部"])] == [
        ("enterprise", 2),
        ("authority", 1),
    ]


def test_quantities_are_told_with_operator_and_unit() -> None:
    told = {q.text: quantity_said(q) for s in READING.sentences for c in s.clauses for q in c.quantities}
    assert told["不足15年"] == t("少于15年", "less than 15 years")
    span = Quantity("1—2家", (0, 4), "range", None, 1, 2, (True, False), "enterprise")  # type: ignore[arg-type]
    assert quantity_said(span) == t("1至2家（不含上限）", "1 to 2 enterprises, below the upper end")


@pytest.mark.parametrize("unit", sorted(set(UNITS.values())))
def test_every_unit_that_texts_count_in_has_a_name(unit: str) -> None:
    quantity = Quantity("x", (0, 1), ">=", 3, None, None, (True, False), unit)  # type: ignore[arg-type]
    assert quantity_said(quantity).zh not in {f"至少3 {unit}", "至少3"}
