"""Every decision of the pack: an answer given on fewer facts stands when the rest is known, in every form."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from mulberry.decisions.declare import Decision
from mulberry.decisions.evaluate import Reading
from mulberry.decisions.expression import Expr
from mulberry.decisions.facts import Fact
from mulberry.decisions.run import UNDETERMINED, decide
from mulberry.decisions.tree import walk
from mulberry.decisions.types import PLAIN, Type
from mulberry.errors import Invalid
from mulberry_sip import pack

DECISIONS: list[type[Decision[Any]]] = [i for i in pack.instruments if isinstance(i, type) and issubclass(i, Decision)]
DAYS = [date(2024, 4, 29), date(2024, 12, 25), date(2026, 6, 30), date(2026, 11, 21)]
FEW = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


def values(type_: Type, near: list[Decimal]) -> st.SearchStrategy[Any]:
    """Values of a type as they are written outside, many of them on or beside a number that the rule speaks of."""
    match type_.name:
        case "bool":
            return st.booleans()
        case "enum":
            return st.sampled_from(list(type_.values))
        case "set":
            return st.sets(st.sampled_from(list(type_.values))).map(sorted)
        case "date":
            return st.integers(0, 9000).map(lambda n: date(2005, 1, 1) + timedelta(days=n))
        case "month":
            return st.dates(date(2015, 1, 1), date(2027, 1, 1)).map(lambda day: day.isoformat()[:7])
        case "datetime":
            return st.dates(date(2015, 1, 1), date(2027, 1, 1)).map(lambda day: f"{day}T10:00")
        case "str":
            return st.sampled_from(["HK", "SG", "CN", "DE"])
        case "list":
            if type_.is_plain_list:
                return st.lists(values(type_.items[PLAIN], near), max_size=3)
            record = {name: values(inner, near) for name, inner in type_.items.items()}
            return st.lists(st.fixed_dictionaries({}, optional=record), max_size=3)
    return numbers(type_, near)


def numbers(type_: Type, near: list[Decimal]) -> st.SearchStrategy[Any]:
    low, high = type_.low, type_.high
    step = Decimal(1) / type_.scale
    line = sorted({one + d for one in [Decimal(0), Decimal(1), *near] for d in (-step, Decimal(0), step)})
    fit = [one.quantize(step) for one in line if (low is None or one >= low) and (high is None or one <= high)]
    return st.sampled_from([one for one in fit if abs(one) < 10**14] or [low or Decimal(0)])


def spoken_of(decision: type[Decision[Any]]) -> list[Decimal]:
    """The numbers of a decision's parameters, to draw facts on and beside them."""
    found = [version.value for one in decision.parameters for version in one.versions]
    return [Decimal(value) for value in found if isinstance(value, int | Decimal) and not isinstance(value, bool)]


@st.composite
def drawn(draw: st.DrawFn, decision: type[Decision[Any]]) -> tuple[dict[str, Any], dict[str, Any]]:
    """All facts of a decision, and some of them."""
    near = spoken_of(decision)
    whole = {name: draw(values(fact.type, near)) for name, fact in decision.facts.items()}
    hidden = draw(st.sets(st.sampled_from(list(whole))))
    return whole, {name: value for name, value in whole.items() if name not in hidden}


@pytest.mark.parametrize("decision", DECISIONS, ids=lambda decision: decision.id)
@FEW
@given(data=st.data(), day=st.sampled_from(DAYS))
def test_an_answer_on_fewer_facts_stands_when_the_rest_is_known(
    decision: type[Decision[Any]], data: st.DataObject, day: date
) -> None:
    whole, fewer = data.draw(drawn(decision))
    try:
        known, partial = decide(decision, whole, day), decide(decision, fewer, day)
    except Invalid:
        assume(False)
    assume(known.law_day == partial.law_day)
    assert partial.outcome in {known.outcome, UNDETERMINED}
    assert set(partial.held()) <= set(known.held())
    assert set(partial.failed()) <= set(known.failed())
    assert all(partial.amounts[name] in (None, value) for name, value in known.amounts.items())
    assert bool(partial.needed) is (partial.outcome == UNDETERMINED)
    assert all(name in decision.facts or name.startswith("param:") or "[" in name for name in partial.needed)
    assert not {name for name in partial.needed if name in fewer}


@pytest.mark.parametrize("decision", DECISIONS, ids=lambda decision: decision.id)
@FEW
@given(data=st.data(), day=st.sampled_from(DAYS))
def test_the_generated_function_agrees_with_the_tree(
    decision: type[Decision[Any]], data: st.DataObject, day: date
) -> None:
    _, fewer = data.draw(drawn(decision))
    try:
        answer = decide(decision, fewer, day)
    except Invalid:
        assume(False)
    reading = Reading(answer.facts, day, {}, answer.law_day)
    for reason in answer.reasons:
        assert reason.holds is reading.value(reason.requirement), reason.requirement.id
    for amount in decision.amounts:
        assert answer.amounts[amount.id] == amount.type.show(reading.value(amount)), amount.id


def facts_of(node: Expr) -> set[str]:
    return {one.name for one in walk(node) if isinstance(one, Fact)}


@pytest.mark.parametrize("decision", DECISIONS, ids=lambda decision: decision.id)
def test_every_requirement_reads_some_fact(decision: type[Decision[Any]]) -> None:
    assert all(facts_of(requirement) for requirement in decision.requirements)
