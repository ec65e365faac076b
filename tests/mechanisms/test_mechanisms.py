"""Mechanisms: input read and checked before anything is calculated, results held to what was declared."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from mulberry.errors import Invalid
from mulberry.instrument import Instrument, Kind
from mulberry.law.basis import Law
from mulberry.law.calendar_years import CHINA
from mulberry.law.text import t
from mulberry.mechanisms.check import findings
from mulberry.mechanisms.declare import Mechanism, Setting, mechanism
from mulberry.mechanisms.run import run
from mulberry.record.fields import Fields, choice, choices, day, many, mapping, money, text, whole

LAW = Law("a-law", t("某法", "A law"))
SETTING = Setting(date(2026, 11, 21), CHINA)
WORD = t("字段", "Field")
KINDS = {"a": t("甲", "A"), "b": t("乙", "B")}


def declared(gives: Fields, result: Mapping[str, Any], **more: Any) -> Mechanism:
    heading = {"id": "shares", "system": "0", "clauses": "0.1", "title": t("分摊", "Shares"), "bases": (LAW.art(1),)}

    @mechanism(takes=Fields(total=money(WORD), parts=whole(WORD, low=1)), gives=gives, **{**heading, **more})
    def calculated(_given: Mapping[str, Any], _setting: Setting) -> Mapping[str, Any]:
        """The result that the test has made up."""
        return result

    return calculated


@mechanism(
    id="equal-shares",
    system="0",
    clauses=("0.1", "0.2"),
    title=t("平均分摊", "Equal shares"),
    takes=Fields(total=money(WORD), parts=whole(WORD, low=1)),
    gives=Fields(each=money(WORD), rest=money(WORD)),
    bases=(LAW.art(1),),
)
def equal_shares(given: Mapping[str, Any], _setting: Setting) -> Mapping[str, Any]:
    """To the fen, and what is left over."""
    each = (given["total"] / given["parts"]).quantize(Decimal("0.01"), "ROUND_DOWN")
    return {"each": each, "rest": given["total"] - each * given["parts"]}


def test_a_mechanism_calculates_from_what_was_read() -> None:
    assert run(equal_shares, {"total": "100", "parts": 3}, SETTING) == {
        "each": Decimal("33.33"),
        "rest": Decimal("0.01"),
    }


def test_a_mechanism_is_an_instrument() -> None:
    asked: object = equal_shares
    assert isinstance(asked, Instrument)
    assert equal_shares.kind is Kind.MECHANISM
    assert equal_shares.clauses == ("0.1", "0.2")


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"total": "100", "parts": 0}, "parts"),
        ({"total": 1.5, "parts": 3}, "total"),
        ({"parts": 3}, "total"),
        ({"total": "1", "parts": 3, "part": 1}, "part"),
        ({"total": "9" * 10_000_000, "parts": 3}, "total"),
    ],
)
def test_input_that_makes_no_sense_is_refused_by_name(given: Mapping[str, Any], field: str) -> None:
    with pytest.raises(Invalid) as refused:
        run(equal_shares, given, SETTING)
    assert refused.value.field == field


GIVES = Fields(
    each=money(WORD),
    on=day(WORD),
    kind=choice(WORD, KINDS),
    kinds=choices(WORD, KINDS),
    lines=many(WORD, Fields(who=text(WORD), sum=money(WORD))),
    by_name=mapping(WORD, money(WORD)),
)
GOOD: dict[str, Any] = {
    "each": Decimal("1.5"),
    "on": date(2026, 1, 1),
    "kind": "a",
    "kinds": frozenset({"a", "b"}),
    "lines": [{"who": "x", "sum": 3}, {"who": "y", "sum": None}],
    "by_name": {"x": Decimal(1)},
}
GIVEN = {"total": "1", "parts": 1}


def test_a_result_of_the_declared_types_is_given_as_it_is() -> None:
    assert run(declared(GIVES, GOOD), GIVEN, SETTING) == GOOD
    assert run(declared(GIVES, {"each": None}), GIVEN, SETTING) == {"each": None}


@pytest.mark.parametrize(
    ("wrong", "place"),
    [
        ({"sum": 3}, "sum"),
        ({"each": 1.5}, "each as float"),
        ({"each": True}, "each as bool"),
        ({"each": "1.5"}, "each as str"),
        ({"on": "2026-01-01"}, "on as str"),
        ({"kind": "c"}, "kind as str"),
        ({"kinds": {"c"}}, "kinds as set"),
        ({"lines": {"who": "x"}}, "lines as dict"),
        ({"lines": [{"who": "x"}, {"who": 3}]}, "lines[2].who as int"),
        ({"lines": [{"whom": "x"}]}, "lines[1].whom"),
        ({"by_name": {"x": "1"}}, "by_name.x as str"),
    ],
)
def test_a_result_that_was_not_declared_is_its_authors_fault(wrong: Mapping[str, Any], place: str) -> None:
    with pytest.raises(TypeError) as refused:
        run(declared(GIVES, {**GOOD, **wrong}), GIVEN, SETTING)
    assert str(refused.value).endswith(f"gives what it does not declare: {place}")


@pytest.mark.parametrize(
    ("heading", "way_out"),
    [
        ({"id": "Equal Shares"}, "kebab-case"),
        ({"clauses": ()}, "clauses"),
        ({"system": ""}, "system"),
        ({"title": "Shares"}, "title"),
    ],
)
def test_a_mechanism_without_a_heading_is_refused(heading: Mapping[str, Any], way_out: str) -> None:
    with pytest.raises(TypeError, match=way_out):
        declared(GIVES, GOOD, **heading)


def test_what_is_doubtful_is_found() -> None:
    assert findings(equal_shares) == []
    assert [finding.code for finding in findings(declared(Fields(), {}, bases=()))] == ["gives-nothing", "no-basis"]
