"""The solver is told the same rule as everybody else: pinned to some facts, it finds what the interpreter finds."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
import z3
from hypothesis import given, settings
from hypothesis import strategies as st

from mulberry.decisions import vocabulary as v
from mulberry.decisions.evaluate import Reading
from mulberry.decisions.expression import Expr, lift
from mulberry.decisions.run import read_facts
from mulberry.decisions.solve.encode import Encoder
from mulberry.decisions.solve.terms import Codes, Val, both, equal
from mulberry.decisions.solve.unknowns import Unknowns
from mulberry.errors import Invalid
from tests.decisions.subjects import AS_OF, STEPPED, Firm, requiring
from tests.decisions.trees import COMPLETE, PARTIAL, Rule, truths


def found(node: Expr, facts: dict[str, Any]) -> Any:
    """What the solver finds for a node where it must find the given facts first; ``None`` where it is unknown,
    ``"refused"`` where such facts are ruled out."""
    asked = requiring(node)
    try:
        values = read_facts(asked, facts)
    except Invalid:
        return "refused"
    codes = Codes()
    unknowns = Unknowns(z3.Context(), codes)
    named = {n: f for n, f in asked.facts.items() if n in values and f.type.name != "list"}
    free = {name: unknowns.of(name, fact.type) for name, fact in named.items()}
    encoder = Encoder(Reading(values, AS_OF), free, unknowns.context, codes)
    result = encoder.value(asked.requirements[0])
    solver = z3.Solver(ctx=unknowns.context)
    pins = [equal(free[n], codes.plain(values[n], f.type), f.type) for n, f in named.items()]
    solver.add(both(*pins, *encoder.held, *unknowns.held), z3.BoolVal(True, unknowns.context))
    if solver.check() == z3.unsat:
        return "refused"
    model = solver.model()
    return unknowns.read(model, Val(result.term), node.type) if unknowns.plain(model, result.known) else None


def interpreted(node: Expr, facts: dict[str, Any]) -> Any:
    asked = requiring(node)
    try:
        return Reading(read_facts(asked, facts), AS_OF).value(asked.requirements[0])
    except Invalid:
        return "refused"


@given(truths(3), COMPLETE)
@settings(max_examples=300, deadline=None)
def test_the_solver_agrees_on_complete_facts(rule: Rule, facts: dict[str, Any]) -> None:
    assert found(rule.node, facts) == interpreted(rule.node, facts)


@given(truths(3), PARTIAL)
@settings(max_examples=300, deadline=None)
def test_the_solver_agrees_on_what_is_unknown(rule: Rule, facts: dict[str, Any]) -> None:
    assert found(rule.node, facts) == interpreted(rule.node, facts)


DAYS = st.dates(date(1949, 1, 1), date(2200, 12, 31)) | st.sampled_from(
    [date(2000, 2, 29), date(2100, 2, 28), date(2024, 2, 29), date(2200, 12, 31), date(1949, 1, 1), date(2100, 3, 1)]
)


@given(DAYS, DAYS, st.integers(-30, 30))
@settings(max_examples=8, deadline=None)
def test_the_calendar_of_the_solver_is_the_civil_one(first: date, second: date, months: int) -> None:
    facts = {"founded_on": first, "audited_on": second, "result": months}
    rules = [
        v.add_months(Firm.founded_on, Firm.result) <= Firm.audited_on,
        v.completed_months(Firm.founded_on, Firm.audited_on) >= Firm.result,
        v.completed_years(Firm.founded_on, Firm.audited_on) > Firm.result,
        v.year(Firm.founded_on) + Firm.result == v.year(Firm.audited_on),
        v.add_days(v.add_months(Firm.founded_on, Firm.result), 1) > Firm.audited_on,
    ]
    for rule in rules:
        assert found(rule, facts) == interpreted(rule, facts)


@given(st.integers(-40, 40), st.sampled_from(["half_up", "half_even", "floor", "ceiling", "down", "up"]))
@settings(max_examples=30, deadline=None)
def test_roundings_and_whole_divisions_are_those_of_the_law(result: int, mode: str) -> None:
    tenth = Firm.result * lift(Decimal("0.5"))
    expected = Reading({"result": result}, AS_OF).value(v.rounded(tenth, 0, mode))
    assert found(v.rounded(tenth, 0, mode) == int(expected), {"result": result}) is True


@pytest.mark.parametrize("day", [date(2019, 12, 31), date(2020, 1, 1), date(2024, 12, 31), date(2025, 1, 1)])
def test_a_parameter_is_looked_up_on_an_open_day(day: date) -> None:
    for staff in (4, 5, 14, 15):
        rule = v.at(STEPPED, Firm.founded_on) <= Firm.staff
        facts = {"founded_on": day, "staff": staff}
        assert found(rule, facts) == interpreted(rule, facts)


def test_a_day_that_leaves_the_calendar_is_ruled_out() -> None:
    rule = v.add_days(Firm.founded_on, 1) > AS_OF
    assert found(rule, {"founded_on": date(2200, 12, 31)}) == "refused"
    assert found(rule, {"founded_on": date(2200, 12, 31) - timedelta(days=1)}) is True
