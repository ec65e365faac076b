"""What cannot be right is refused where it is written, with words that tell what to write instead."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from mulberry.decisions import facts
from mulberry.decisions import vocabulary as v
from mulberry.decisions.declare import amount, finding, first, require, route, warn
from mulberry.decisions.facts import Subject
from mulberry.law.parameters import fixed
from mulberry.law.text import t
from tests.decisions.subjects import (
    ARTICLE,
    KINDS,
    LEAST_STAFF,
    TAGS,
    WORDS,
    Firm,
    Holder,
    declared,
    members,
    requiring,
)

PERSONS = facts.integer(t("人数", "Persons"), unit="person")
MONTHS = facts.integer(t("月数", "Months"), unit="month")
WORKING = fixed("working", t("工作日", "Working days"), 5, ARTICLE, unit="working-day")

# the type checker refuses most of these too; here it is told nothing, so that the engine is asked
F: Any = Firm
PARAMETER: Any = LEAST_STAFF

EXPRESSIONS: dict[str, tuple[Callable[[], Any], str]] = {
    "a chained comparison": (lambda: 1 < F.staff < 5, "between"),
    "and instead of &": (lambda: F.listed and F.clean, "a & b"),
    "or instead of |": (lambda: F.listed or F.clean, "a | b"),
    "not instead of ~": (lambda: not F.listed, "~a"),
    "if instead of ite": (lambda: 1 if F.listed else 0, "ite"),
    "in instead of one_of": (lambda: F.size in ("small", "large"), "one_of"),
    "min instead of least": (lambda: min(F.staff, F.experts), "least"),
    "a float": (lambda: F.foreign_share >= 0.05, "Decimal"),
    "None": (lambda: F.staff == None, "by itself"),  # noqa: E711
    "a mistyped member": (lambda: F.size == "smal", "small, middle, large"),
    "a mistyped member in a list of them": (lambda: F.size.one_of("small", "lrge"), "small, middle, large"),
    "a mistyped member of a set": (lambda: F.tags.has("rde"), "red, green, blue"),
    "a set compared with a word": (lambda: F.tags == "red", "has"),
    "a number asked for members": (lambda: F.staff.one_of("small"), "not a choice"),
    "two choices of different members": (lambda: F.size == facts.choice(WORDS, members("a", "b")), "different"),
    "two units": (lambda: PERSONS >= MONTHS, "units differ"),
    "a sum of two units": (lambda: PERSONS + MONTHS, "units differ"),
    "money and a rate added": (lambda: F.capital + F.foreign_share, "multiply"),
    "a number compared with a day": (lambda: F.staff >= F.founded_on, "cannot be compared"),
    "a day compared with a moment": (lambda: F.reported_at >= F.founded_on, "day_of"),
    "an order of words": (lambda: F.size < "large", "not defined"),
    "a quotient by /": (lambda: F.staff / F.experts, "share"),
    "a whole division by a fact": (lambda: F.staff // F.experts, "share and ratio"),
    "a whole division by zero": (lambda: F.staff // 0, "positive"),
    "a constant without an end": (lambda: F.staff >= Fraction(1, 3), "cross-multiplying"),
    "a truth that is no condition": (lambda: F.listed & (PARAMETER == 10), "value(PARAMETER)"),
    "a number as a condition": (lambda: F.listed & F.staff, "not a condition"),
    "days counted in months": (lambda: v.add_months(F.founded_on, PERSONS), "months are asked for"),
    "working days added as calendar days": (lambda: v.add_days(F.founded_on, WORKING), "calendar days"),
    "years of a number": (lambda: v.year(F.staff), "not a day"),
    "years of a moment": (lambda: v.year(F.reported_at), "day_of"),
    "a score without every member": (lambda: v.score(F.size, {"small": 1}), "members without a value"),
    "bands that fall": (lambda: v.bands(F.staff, (20, 1), (10, 2), below=0), "rise"),
    "a share by itself": (lambda: bool(v.share(F.staff, F.experts)), "compare it"),
    "a field that a record does not have": (lambda: v.any_in(F.members, lambda m: m.age > 3), "no field 'age'"),
    "a word over no list": (lambda: v.any_in(F.staff, lambda m: m > 3), "not a list"),
    "nothing joined": (lambda: v.all_of(), "nothing is joined"),
    "an unknown rounding": (lambda: v.rounded(F.staff, 0, "nearest"), "half_up"),
    "branches of two types": (lambda: v.ite(F.listed, F.staff, F.founded_on), "cannot be compared"),
}


@pytest.mark.parametrize("what", EXPRESSIONS)
def test_an_expression_is_refused_with_the_way_out(what: str) -> None:
    write, way_out = EXPRESSIONS[what]
    with pytest.raises(TypeError) as refused:
        write()
    assert way_out in str(refused.value)


class OtherFirm(Subject, kind="enterprise"):
    staff = facts.integer(t("另一种人数", "Another staff"))


def leaking() -> Any:
    kept: list[Any] = []

    def inside(member: Any) -> Any:
        kept.append(member.persons)
        return member.domestic

    return requiring(v.any_in(Firm.members, inside), kept[0] > 3)


PAIR = (("yes", t("是", "Yes")), ("no", t("否", "No")))
DECISIONS: dict[str, tuple[Callable[[], Any], str]] = {
    "no title": (lambda: requiring(Firm.listed, title=None), "title"),
    "an id that is no name": (lambda: requiring(Firm.listed, id="My Decision"), "kebab-case"),
    "nothing required and no routes": (lambda: declared(), "nothing required"),
    "no outcomes": (lambda: requiring(Firm.listed, result="yes"), "first(route"),
    "a requirement without a basis": (lambda: require(Firm.listed, WORDS, ()), "without a basis"),
    "an amount without a basis": (lambda: amount(Firm.staff, WORDS, ()), "without a basis"),
    "a warning without a basis": (lambda: warn(Firm.listed, WORDS, ()), "without a basis"),
    "words in one language": (lambda: require(Firm.listed, "listed", ARTICLE), "both languages"),  # type: ignore[arg-type]
    "a requirement that is a number": (lambda: require(Firm.staff, WORDS, ARTICLE), "condition"),
    "a requirement that is a truth": (lambda: require(PARAMETER == 10, WORDS, ARTICLE), "value(PARAMETER)"),
    "a route without a condition": (lambda: route("a", WORDS, Firm.staff), "condition"),
    "an outcome with two wordings": (
        lambda: requiring(
            Firm.listed,
            result=first(
                route("a", t("甲", "A"), Firm.listed), route("a", t("乙", "B"), Firm.clean), otherwise=("n", WORDS)
            ),
        ),
        "two ways",
    ),
    "a route to undetermined": (
        lambda: requiring(Firm.listed, result=first(route("undetermined", WORDS, Firm.listed), otherwise=("n", WORDS))),
        "while facts are missing",
    ),
    "a fact of another kind of subject": (lambda: requiring(Holder.age >= 18), "also_about"),
    "a fact of nobody": (lambda: requiring(facts.boolean(t("甲", "Loose"))), "inside a Subject"),
    "two facts of one name": (lambda: requiring(Firm.staff > 3, OtherFirm.staff > 3), "another name"),
    "a part under two names": (
        lambda: declared(**dict.fromkeys(("a", "b"), require(Firm.listed, WORDS, ARTICLE))),
        "one part has one id",
    ),
    "a part under a name of the decision's own": (
        lambda: declared(kind=require(Firm.listed, WORDS, ARTICLE)),
        "kind_ =",
    ),
    "a record spoken of outside its list": (leaking, "outside any_in"),
    "a requirement on a quotient of nothing": (lambda: requiring(v.ratio(Firm.staff, Firm.experts) >= 2), "share"),
    "a requirement on a value that there may not be": (
        lambda: requiring(v.only_if(Firm.listed, Firm.staff) >= 2),
        "not always",
    ),
}


@pytest.mark.parametrize("what", DECISIONS)
def test_a_decision_is_refused_with_the_way_out(what: str) -> None:
    write, way_out = DECISIONS[what]
    with pytest.raises(TypeError) as refused:
        write()
    assert way_out in str(refused.value)


def test_a_fact_of_another_subject_is_read_for_a_stated_reason() -> None:
    asked = requiring(Holder.age >= 18, also_about={"person": t("法定代表人", "The legal representative")})
    assert set(asked.facts) == {"age"}


def test_an_amount_may_share_its_id_with_a_requirement() -> None:
    asked = declared(
        ratio=require(v.share(Firm.experts, Firm.staff) >= Decimal("0.1"), WORDS, ARTICLE),
        ratio_=amount(v.ratio(Firm.experts, Firm.staff), WORDS, ARTICLE),
    )
    assert asked.requirements[0].id == asked.amounts[0].id == "ratio"


def test_a_requirement_may_be_shared_by_decisions() -> None:
    shared = require(Firm.listed, WORDS, ARTICLE)
    one, other = declared(a=shared), declared(a=shared, b=finding(Firm.clean, WORDS, ARTICLE))
    assert one.requirements[0] is other.requirements[0]


def test_a_rule_may_not_be_nested_without_end() -> None:
    def nested(times: int) -> Any:
        condition = Firm.staff > 0
        for _ in range(times):
            condition = ~condition
        return condition

    assert nested(150).depth > 150
    with pytest.raises(TypeError, match="nested more than"):
        nested(300)


def test_units_follow_products_and_quotients() -> None:
    monthly = facts.money(WORDS, unit="CNY/month")
    assert (monthly * MONTHS).type.unit == "CNY"
    assert v.ratio(Firm.capital, PERSONS).type.unit == "CNY/person"
    assert (v.share(Firm.capital, PERSONS) >= fixed("p", WORDS, 3, ARTICLE, unit="CNY/person")).type.name == "bool"


def test_a_constant_takes_the_unit_of_what_it_meets_and_a_parameter_keeps_its_own() -> None:
    asked: Any = PERSONS
    assert (asked >= 3).args[1].type.unit == "person"
    with pytest.raises(TypeError, match="units differ"):
        asked.__ge__(fixed("m", WORDS, 3, ARTICLE, unit="month"))


def test_members_of_a_word_are_checked_too() -> None:
    assert v.chosen(KINDS, (Firm.listed, "small"), otherwise="large").type.name == "enum"
    with pytest.raises(TypeError, match="no member"):
        v.chosen(KINDS, (Firm.listed, "tiny"))
    with pytest.raises(TypeError, match="no members"):
        v.members_where(TAGS, {"rde": Firm.listed})
