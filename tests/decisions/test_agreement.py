"""Every way of evaluating a rule gives the same, and for known facts what the rule means."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from mulberry.decisions.declare import Decision, amount, first, require, route
from mulberry.decisions.evaluate import Reading
from mulberry.decisions.run import UNDETERMINED, answer, read_facts
from mulberry.decisions.scalar import Verdict, compiled
from mulberry.law.text import t
from tests.decisions.subjects import ARTICLE, AS_OF, WORDS, Firm, declared
from tests.decisions.trees import COMPLETE, PARTIAL, Rule, completions, numbers, truths

MANY = settings(max_examples=300)


def decision(conditions: list[Rule], figures: list[Rule]) -> type[Decision[Any]]:
    required = {f"r{i}": require(rule.node, WORDS, ARTICLE) for i, rule in enumerate(conditions)}
    given_ = {f"a{i}": amount(rule.node, WORDS, ARTICLE) for i, rule in enumerate(figures)}
    return declared(**required, **given_)


def interpreted(asked: type[Decision[Any]], facts: Mapping[str, Any]) -> Verdict:
    """The verdict worked out node by node, without any generated code."""
    reading = Reading(facts, AS_OF)
    holds = [reading.value(requirement) for requirement in asked.requirements]
    outcomes = list(asked.routes.outcomes())
    possible: list[int] = []
    for way in asked.routes.ordered:
        value = reading.value(way.when)
        if value is not False:
            possible.append(outcomes.index(way.outcome))
        if value:
            break
    return Verdict(
        possible[0] if len(set(possible)) == 1 else None,
        sum(1 << i for i, held in enumerate(holds) if held is False),
        sum(1 << i for i, held in enumerate(holds) if held is None),
        tuple(reading.value(one) for one in asked.amounts),
        0,
    )


@MANY
@given(st.lists(st.tuples(truths(3), st.sampled_from(["a", "b", "c"])), min_size=1, max_size=4), COMPLETE, PARTIAL)
def test_routes_in_any_order_lead_to_the_same_outcome_in_every_form(
    routes: list[tuple[Rule, str]], complete: dict[str, Any], partial: dict[str, Any]
) -> None:
    ways = [route(outcome, t(outcome, outcome), rule.node) for rule, outcome in routes]
    told = require(Firm.listed, WORDS, ARTICLE)
    asked = declared(told=told, result=first(*ways, otherwise=("c", t("c", "c"))))
    for facts in (complete, partial):
        values = read_facts(asked, facts)
        verdict = interpreted(asked, values)
        assert compiled(asked, AS_OF).partial(values) == verdict
        assert compiled(asked, AS_OF).complete(values) in (verdict, None)
    meant = next((outcome for rule, outcome in routes if rule.means(complete)), "c")
    assert answer(asked, read_facts(asked, complete), AS_OF).outcome == meant


CONDITIONS = st.lists(truths(3), min_size=1, max_size=3)
FIGURES = st.lists(numbers(3), max_size=2)


@MANY
@given(CONDITIONS, FIGURES, COMPLETE)
def test_known_facts_give_what_the_rule_means_in_every_form(
    conditions: list[Rule], figures: list[Rule], facts: dict[str, Any]
) -> None:
    asked = decision(conditions, figures)
    values = read_facts(asked, facts)
    complete, partial = compiled(asked, AS_OF).complete(values), compiled(asked, AS_OF).partial(values)
    assert complete is not None
    assert complete == partial == interpreted(asked, values)
    meant = [rule.means(facts) for rule in conditions]
    assert complete[1] == sum(1 << i for i, held in enumerate(meant) if not held)
    assert complete[0] == (0 if all(meant) else 1)
    counted = [Fraction(value) / one.type.scale for one, value in zip(asked.amounts, complete[3], strict=True)]
    assert counted == [rule.means(facts) for rule in figures]


@MANY
@given(CONDITIONS, FIGURES, PARTIAL)
def test_the_compiled_form_and_the_interpreter_agree_on_unknown_facts(
    conditions: list[Rule], figures: list[Rule], facts: dict[str, Any]
) -> None:
    asked = decision(conditions, figures)
    values = read_facts(asked, facts)
    assert compiled(asked, AS_OF)(values) == interpreted(asked, values)


@MANY
@given(st.data(), CONDITIONS, FIGURES, PARTIAL)
def test_every_completion_agrees_with_what_was_determined_without_it(
    data: st.DataObject, conditions: list[Rule], figures: list[Rule], facts: dict[str, Any]
) -> None:
    asked = decision(conditions, figures)
    said = answer(asked, read_facts(asked, facts), AS_OF).verdict
    full = data.draw(completions(facts))
    meant = [rule.means(full) for rule in conditions]
    for place, holds in enumerate(meant):
        if said.failed >> place & 1:
            assert not holds
        elif not said.unknown >> place & 1:
            assert holds
    if said.outcome is not None:
        assert said.outcome == (0 if all(meant) else 1)
    for one, value, rule in zip(asked.amounts, said.amounts, figures, strict=True):
        assert value is None or Fraction(value) / one.type.scale == rule.means(full)


@MANY
@given(st.data(), CONDITIONS, PARTIAL)
def test_what_is_needed_settles_the_answer(data: st.DataObject, conditions: list[Rule], facts: dict[str, Any]) -> None:
    asked = decision(conditions, [])
    said = answer(asked, read_facts(asked, facts), AS_OF)
    assert said.determined == (said.needed == ())
    full = data.draw(completions(facts))
    for _ in range(20):
        if said.determined:
            break
        assert all(_is_unknown(facts, name) for name in said.needed)
        for name in said.needed:
            _settle(facts, name, full)
        said = answer(asked, read_facts(asked, facts), AS_OF)
    assert said.outcome != UNDETERMINED


def _is_unknown(facts: dict[str, Any], name: str) -> bool:
    base, bracket, rest = name.partition("[")
    if not bracket:
        return facts[base] is None
    place, _, field = rest.partition("].")
    return facts[base][int(place) - 1][field] is None


def _settle(facts: dict[str, Any], name: str, full: dict[str, Any]) -> None:
    base, bracket, rest = name.partition("[")
    if not bracket:
        facts[base] = full[base]
    else:
        place, _, field = rest.partition("].")
        facts[base][int(place) - 1][field] = full[base][int(place) - 1][field]
