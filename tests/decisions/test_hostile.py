"""Input made to break things ends in one clear sentence; rules of any size compile."""

from __future__ import annotations

import math
from decimal import Decimal
from typing import Any

import pytest

from mulberry.decisions import vocabulary as v
from mulberry.decisions.declare import amount, require
from mulberry.decisions.run import decide, read_facts
from mulberry.decisions.scalar import compiled
from mulberry.errors import Invalid
from mulberry.law.text import t
from tests.decisions.subjects import ARTICLE, AS_OF, WORDS, Firm, declared, members, requiring

EVERY_FACT = requiring(*(fact == fact for fact in Firm.facts().values() if fact.type.name not in {"set", "list"}))
TEN_MEGABYTES = "长" * 10_000_000


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("staff", TEN_MEGABYTES),
        ("staff", "9" * 10_000_000),
        ("staff", 10**10_000),
        ("staff", -1),
        ("staff", 41),
        ("staff", 1.0),
        ("staff", True),
        ("staff", math.nan),
        ("turnover", "NaN"),
        ("turnover", "1e400"),
        ("turnover", Decimal("Infinity")),
        ("turnover", Decimal("1E+999999")),
        ("turnover", "0.001"),
        ("foreign_share", "1.01"),
        ("listed", "yes"),
        ("listed", 1),
        ("founded_on", "2026-02-30"),
        ("founded_on", "20260201"),
        ("founded_on", "0001-01-01"),
        ("paid_until", "2026-13"),
        ("size", TEN_MEGABYTES),
        ("size", "huge"),
        ("tags", ["red"] * 100_000),
        ("tags", "red"),
        ("tags", [None]),
        ("name", TEN_MEGABYTES),
        ("name", "\x00"),
        ("members", {"persons": 3}),
        ("members", [{"persons": 3, "age": 3}]),
        ("members", [[]]),
        ("members", [{"persons": {"persons": {"persons": 3}}}]),
        ("breaches", ["2026-02-30"]),
        ("reported_at", "2026-02-01T25:00"),
        ("__class__", 1),
        ("f0", 1),
        (TEN_MEGABYTES, 1),
        (5, 1),
    ],
    ids=lambda one: str(one)[:30] if not isinstance(one, int) or abs(one) < 1000 else "huge",
)
def test_input_that_makes_no_sense_is_refused_by_name(name: Any, value: Any) -> None:
    with pytest.raises(Invalid) as refused:
        decide(EVERY_FACT, {name: value}, AS_OF)
    assert refused.value.field.partition("[")[0].startswith(str(name)[:60])
    assert len(refused.value.text.en) < 1_000
    assert len(refused.value.text.zh) < 1_000


def test_a_mistyped_name_is_answered_with_the_nearest() -> None:
    with pytest.raises(Invalid, match="did you mean “staff”"):
        decide(EVERY_FACT, {"staf": 3}, AS_OF)


def test_five_thousand_requirements_compile_and_agree_with_the_interpreter() -> None:
    required = {f"r{i}": require(Firm.staff > i % 40, WORDS, ARTICLE) for i in range(5_000)}
    asked = declared(**required)
    answer = decide(asked, {"staff": 20}, AS_OF)
    assert answer.outcome == "no"
    assert len(answer.failed()) == 20 * 125
    assert decide(asked, {}, AS_OF).needed == ("staff",)


def test_conditions_joined_flat_have_no_limit() -> None:
    every = v.all_of(*(Firm.staff != i for i in range(5_000)))
    some = v.any_of(*(Firm.staff == i for i in range(5_000)))
    asked = requiring(every, ~some)
    assert decide(asked, {"staff": 3}, AS_OF).failed() == ["r0", "r1"]
    assert decide(asked, {}, AS_OF).needed == ("staff",)


def test_the_deepest_rule_that_may_be_written_runs_in_every_form() -> None:
    chain: Any = Firm.staff
    for i in range(90):
        chain = v.ite(Firm.experts > i % 40, chain + 1, i)
    asked = declared(given=amount(chain, WORDS, ARTICLE), deep=require(chain >= 0, WORDS, ARTICLE))
    for facts in ({"staff": 1, "experts": 2}, {"staff": 1}, {"experts": 40}, {}):
        answer = decide(asked, facts, AS_OF)
        assert answer.reading.value(asked.amounts[0]) == answer.verdict.amounts[0]
        assert answer.reading.value(asked.requirements[0]) is True or not answer.determined


def test_what_is_said_twice_a_hundred_times_over_is_computed_once() -> None:
    total: Any = Firm.staff
    for _ in range(60):
        total = total + total  # as a tree, 2 to the 60th nodes
    asked = declared(given=amount(total, WORDS, ARTICLE), listed=require(Firm.listed, WORDS, ARTICLE))
    assert decide(asked, {"staff": 1}, AS_OF).amounts == {"given": 2**60}


def test_words_of_a_pack_never_become_code() -> None:
    from mulberry.decisions import facts
    from mulberry.decisions.facts import Subject

    wicked = "'); raise SystemExit('x'); #\n\\\" {0}"

    class Odd(Subject, kind="odd"):
        kind = facts.choice(t("种类", "Kind"), members(wicked, "b"))
        marks = facts.choices(t("标记", "Marks"), members(wicked, "b"))

    asked = requiring((Odd.kind == wicked) & Odd.marks.has(wicked), about=Odd)
    assert decide(asked, {"kind": wicked, "marks": [wicked]}, AS_OF).outcome == "yes"
    assert decide(asked, {"kind": "b"}, AS_OF).outcome == "no"


def test_a_known_fact_that_is_null_after_all_is_unknown_to_the_fast_form_too() -> None:
    asked = requiring(Firm.listed, Firm.staff > 3)
    functions = compiled(asked, AS_OF)
    assert functions.complete({"listed": None, "staff": 3}) is None
    assert functions.complete({"staff": 3}) is None
    assert functions({"listed": None, "staff": 30})[0] is None


def test_a_record_with_a_gap_is_never_taken_for_complete() -> None:
    asked = requiring(v.all_in(Firm.members, lambda m: m.persons > 3))
    values = read_facts(asked, {"members": [{"domestic": True}]})
    assert compiled(asked, AS_OF).complete(values) is None
    assert decide(asked, {"members": [{"domestic": True}]}, AS_OF).needed == ("members[1].persons",)
