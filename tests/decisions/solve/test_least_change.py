"""The least change is the least: judged by trying every change there is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import chain, combinations, product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mulberry.decisions import facts, least_change
from mulberry.decisions import vocabulary as v
from mulberry.decisions.declare import coherent, first, require, route
from mulberry.decisions.facts import Subject
from mulberry.decisions.least_change import told
from mulberry.decisions.run import decide
from mulberry.decisions.scalar import compiled
from mulberry.decisions.solve import terms
from mulberry.errors import Invalid, Refused
from mulberry.law.text import t
from tests.decisions.subjects import ARTICLE, AS_OF, KINDS, TAGS, WORDS, declared


class Shop(Subject, kind="enterprise"):
    """A subject small enough to try every change of it."""

    open_ = facts.boolean(t("营业", "Open"), changeable=True)
    staff = facts.integer(t("职工", "Staff"), high=7, unit="person", changeable=True)
    experts = facts.integer(t("专家", "Experts"), high=5, unit="person", changeable=True)
    size = facts.choice(t("规模", "Size"), KINDS, changeable=True)
    tags = facts.choices(t("标签", "Tags"), TAGS, changeable=True)
    founded_on = facts.day(t("成立日", "Founded on"))
    share = facts.percent(t("比例", "Share"), changeable=True)
    moved_on = facts.day(t("迁入日", "Moved in on"), changeable=True)

    within = coherent(experts <= staff, experts, t("不能多于职工", "cannot be more than the staff"))


SETS = [list(some) for some in chain.from_iterable(combinations(TAGS, n) for n in range(len(TAGS) + 1))]
DOMAIN: Mapping[str, list[Any]] = {
    "open_": [False, True],
    "staff": list(range(8)),
    "experts": list(range(6)),
    "size": [*KINDS],
    "tags": SETS,
}
SHOP = declared(
    about=Shop,
    old=require(Shop.founded_on <= date(2020, 1, 1), WORDS, ARTICLE),
    open_=require(Shop.open_ | (Shop.size == "small"), WORDS, ARTICLE),
    expert=require(v.share(Shop.experts, Shop.staff) >= Decimal("0.4"), WORDS, ARTICLE),
    points=require(
        v.ite(Shop.tags.has("red"), 3, 0) + v.ite(Shop.tags.has("blue"), 2, 0) + Shop.staff * 1
        >= v.ite(Shop.size == "large", 8, 5),
        WORDS,
        ARTICLE,
    ),
)


def cost(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[int, Fraction]:
    """How many facts a change moves, and how far in their own steps: written apart from the engine."""
    moved = [name for name in DOMAIN if before[name] != after[name]]
    way = Fraction(0)
    for name in moved:
        a, b = before[name], after[name]
        if name in {"staff", "experts"}:
            way += Fraction(abs(a - b), max(a, 1))
        else:
            way += len(set(a) ^ set(b)) if name == "tags" else 1
    return len(moved), way


def every(before: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Every shop that would be granted it, decided by the compiled rule."""
    decided = compiled(SHOP, AS_OF).complete
    for values in product(*DOMAIN.values()):
        after = {**before, **dict(zip(DOMAIN, values, strict=True))}
        verdict = decided({**after, "tags": frozenset(after["tags"])})
        if verdict is not None and verdict[0] == 0 and after["experts"] <= after["staff"]:
            yield after


SHOPS = st.fixed_dictionaries({name: st.sampled_from(values) for name, values in DOMAIN.items()})


@given(SHOPS)
@settings(max_examples=12, deadline=None)
def test_no_change_is_smaller_than_the_first_one_told(shop: dict[str, Any]) -> None:
    before = {**shop, "founded_on": date(2019, 1, 1)}
    try:
        asked = decide(SHOP, before, AS_OF)
    except Invalid:
        return
    if asked.outcome == "yes":
        assert told(asked)["least_change"] == []
        return
    changes = told(asked)["least_change"]
    reached = [{**before, **{name: to["to"] for name, to in one["changes"].items()}} for one in changes]
    assert all(decide(SHOP, after, AS_OF).outcome == "yes" for after in reached)
    assert cost(before, reached[0]) == min(cost(before, after) for after in every(before))
    named = [set(one["changes"]) for one in changes]
    assert not any(a <= b for a, b in combinations(named, 2))


def test_what_nobody_can_change_is_left_alone() -> None:
    young = {"open_": True, "staff": 5, "experts": 5, "size": "small", "tags": [], "founded_on": "2026-01-01"}
    told_ = told(decide(SHOP, young, AS_OF))
    assert told_["least_change"] == []
    assert told_["least_change_text"] == least_change.NO_WAY.to_json()


def test_a_change_is_told_in_both_languages() -> None:
    shop = {"open_": True, "staff": 5, "experts": 1, "size": "middle", "tags": [], "founded_on": "2010-01-01"}
    (change, *_) = decide(SHOP, shop, AS_OF).to_json(explain=True)["least_change"]
    assert change["changes"] == {"experts": {"from": 1, "to": 2}}
    assert change["outcome"] == "yes"
    assert change["zh"] == "“专家”由1改为2：是。"
    assert change["en"] == "“Experts” from 1 to 2: Yes."


def test_a_rate_and_a_day_move_to_the_boundary_and_no_further() -> None:
    asked = declared(
        about=Shop,
        rate=require(Shop.share >= Decimal("0.05"), WORDS, ARTICLE),
        moved=require(v.add_months(Shop.moved_on, 12) <= v.AS_OF, WORDS, ARTICLE),
    )
    (change,) = told(decide(asked, {"share": "0.049999", "moved_on": "2026-01-31"}, AS_OF))["least_change"]
    assert change["changes"]["share"]["to"] == Decimal("0.05")
    assert change["changes"]["moved_on"]["to"] == date(2025, 11, 21)
    assert "4.9999 % to 5 %" in change["en"]


def test_routes_are_turned_only_where_the_good_outcomes_are_declared_or_wished() -> None:
    routes = first(route("refused", t("否", "No"), ~Shop.open_), otherwise=("granted", t("可", "Yes")))
    undeclared = decide(declared(about=Shop, result=routes), {"open_": False}, AS_OF)
    assert told(undeclared)["least_change_text"] == least_change.NO_WISH.to_json()
    assert [one["outcome"] for one in told(undeclared, ("granted",))["least_change"]] == ["granted"]
    stated = declared(about=Shop, result=routes, good=("granted",))
    assert told(decide(stated, {"open_": False}, AS_OF))["least_change"][0]["changes"]["open_"]["to"] is True


def test_a_good_outcome_that_no_route_leads_to_is_refused() -> None:
    with pytest.raises(TypeError, match="no outcome is called fine"):
        declared(about=Shop, old=require(Shop.open_, WORDS, ARTICLE), good=("fine",))


def test_an_open_answer_is_completed_before_it_is_turned() -> None:
    assert told(decide(SHOP, {"open_": True}, AS_OF))["least_change_text"] == least_change.OPEN_ANSWER.to_json()


def test_nothing_is_searched_unless_asked_for() -> None:
    assert decide(SHOP, {}, AS_OF).to_json()["least_change"] == []
    assert "least_change_text" not in decide(SHOP, {}, AS_OF).to_json()


def test_without_a_solver_the_answer_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent() -> Any:
        raise Refused("no-solver", terms.NO_SOLVER)

    monkeypatch.setattr(terms, "solver", absent)
    asked = declared(about=Shop, old=require(Shop.open_, WORDS, ARTICLE))
    told_ = decide(asked, {"open_": False}, AS_OF).to_json(explain=True)
    assert told_["least_change"] == []
    assert told_["least_change_text"] == terms.NO_SOLVER.to_json()


def test_the_fact_that_picks_the_law_stays_as_it_is() -> None:
    asked = declared(about=Shop, dated_by=Shop.moved_on, new=require(Shop.moved_on >= v.LAW_DAY, WORDS, ARTICLE))
    assert decide(asked, {"moved_on": "2020-01-01"}, AS_OF).outcome == "yes"
    later = declared(about=Shop, dated_by=Shop.moved_on, new=require(Shop.moved_on > date(2021, 1, 1), WORDS, ARTICLE))
    assert told(decide(later, {"moved_on": "2020-01-01"}, AS_OF))["least_change"] == []
