"""Decisions read out: the law's words, in both languages, for every kind of expression."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings

from mulberry.decisions import vocabulary as v
from mulberry.decisions.declare import Decision
from mulberry.decisions.expression import Expr
from mulberry.decisions.facts import Fact, Subject, money
from mulberry.decisions.prose import prose
from mulberry.decisions.sentences import Sentences
from mulberry.decisions.tree import leaves
from mulberry.instrument import Kind
from mulberry.law.basis import Law
from mulberry.law.parameters import missing
from mulberry.law.text import t
from mulberry.pack.pack import library
from tests.decisions.subjects import ARTICLE, AS_OF, RATE, Firm
from tests.decisions.trees import Rule, truths

DECISIONS: list[Any] = [i for pack in library().packs for i in pack.instruments if i.kind is Kind.DECISION]


class Shop(Subject, kind="shop"):
    takings = money(t("营业额", "Takings"))


def said(node: Expr, lang: str = "en") -> str:
    speaker = Sentences(AS_OF)
    return "\n".join(speaker.whole(speaker.condition(node)).lines("en" if lang == "en" else "zh"))


@pytest.mark.parametrize(
    ("condition", "zh", "en"),
    [
        (Firm.staff >= 10, "不少于10", "is at least 10"),
        (Firm.staff < 10, "不满10", "is fewer than 10"),
        (Shop.takings >= 80_000_000, "不低于8,000万元", "is at least CNY 80 million"),
        (Shop.takings < Decimal("12345.67"), "低于12,345.67元", "is less than CNY 12,345.67"),
        (Shop.takings <= 5, "不超过5元", "is at most CNY 5"),
        (Shop.takings > 0, "超过0元", "is more than CNY 0"),
        (Firm.founded_on <= date(2024, 2, 29), "不晚于2024年2月29日", "is not later than 29 February 2024"),
        (Firm.founded_on > v.AS_OF, "晚于判定之日", "is later than the day asked about"),
        (~(Firm.staff >= 10), "不满10", "is fewer than 10"),
        (~~Firm.listed, "属实", "is true"),
        (~Firm.listed, "不属实", "is not true"),
        (v.among(Firm.staff, 3, 5), "为3", "or 5"),
    ],
)
def test_the_operator_is_the_law_s_own_word(condition: Expr, zh: str, en: str) -> None:
    assert zh in said(condition, "zh")
    assert en in said(condition)


def test_a_share_is_said_as_one_condition_and_not_as_a_product() -> None:
    told = said(v.share(Firm.experts, Firm.staff) >= RATE)
    assert "the share of" in told
    assert "times" not in told
    assert "more than" not in told  # that the whole is above zero is part of what a share is


def test_a_rate_without_a_finite_decimal_is_said_as_a_fraction() -> None:
    assert "2/37" in said(v.share(Firm.experts, Firm.staff) > Fraction(2, 37))


def test_growth_is_said_as_growth() -> None:
    assert "the yearly growth from" in said(v.growth(Firm.spending, Firm.turnover, years=2) >= RATE)


def test_a_choice_inside_a_sum_gets_a_letter_that_is_explained() -> None:
    told = said(v.ite(Firm.listed, 10, 5) + Firm.staff >= 12)
    assert "A" in told
    assert "where:" in told
    assert "A: the first of these cases" in told


def test_a_figure_that_nobody_has_established_is_said_to_be_so() -> None:
    unknown = missing("a.key", t("某数", "some figure"), ARTICLE, unit="person")
    assert "not established" in said(Firm.staff >= unknown)
    assert "尚未确定" in said(Firm.staff >= unknown, "zh")


def test_a_law_in_force_is_named() -> None:
    law = Law("order", t("某令", "Order"), since=date(2024, 3, 22))
    told = "\n".join(Sentences(AS_OF, (law,)).condition(~v.in_force(law)).lines("zh"))
    assert "《某令》尚未施行（2024年3月22日起施行）" in told


def test_a_negated_conjunction_is_said_as_its_alternatives() -> None:
    told = said(~(Firm.listed & (Firm.staff >= 10) & (Firm.experts >= 2)))
    assert told.startswith("- at least one of these holds:")
    assert "is not true" in told
    assert "fewer than 10" in told


@pytest.mark.parametrize("decision", DECISIONS, ids=lambda decision: decision.id)
def test_every_decision_of_the_pack_reads_in_both_languages(decision: type[Decision[Any]]) -> None:
    told = prose(decision, AS_OF)
    for lang in ("zh", "en"):
        text = told.markdown(lang)
        assert "None" not in text
        assert "{" not in text
        assert "  if if" not in text
        assert not any(f"{op}(" in text for op in ("and", "or", "ite", "mul", "ge"))


@pytest.mark.parametrize("decision", DECISIONS, ids=lambda decision: decision.id)
def test_no_fact_and_no_parameter_that_decides_is_left_out(decision: type[Decision[Any]]) -> None:
    text = prose(decision, AS_OF).markdown("en").replace("\\", "").replace("‘", "“").replace("’", "”")
    for leaf in leaves(*decision.requirements, *(route.when for route in decision.routes.ordered)):
        if isinstance(leaf, Fact):
            assert leaf.title.en.replace("‘", "“").replace("’", "”") in text
        elif leaf.op == "param":
            assert leaf.value.title.en.replace("‘", "“").replace("’", "”") in text


@settings(max_examples=300, deadline=None)
@given(truths(3))
def test_any_well_typed_rule_can_be_said(rule: Rule) -> None:
    for lang in ("zh", "en"):
        assert said(rule.node, lang)
