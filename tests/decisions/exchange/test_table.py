"""Decisions as tables: a row holds exactly where the condition it was made of holds, unknown facts included."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from mulberry.decisions import vocabulary as v
from mulberry.decisions.evaluate import Reading, kleene_all, kleene_any
from mulberry.decisions.sentences import Sentences
from mulberry.decisions.table import TooManyRowsError, alternatives, markdown, tables
from mulberry.instrument import Kind
from mulberry.pack.pack import library
from tests.decisions.subjects import AS_OF, Firm
from tests.decisions.trees import PARTIAL, Facts, Rule, truths

DECISIONS: list[Any] = [i for pack in library().packs for i in pack.instruments if i.kind is Kind.DECISION]


@settings(max_examples=400, deadline=None)
@given(truths(3), PARTIAL)
def test_the_rows_of_a_condition_hold_together_exactly_where_it_holds(rule: Rule, facts: Facts) -> None:
    reading = Reading({name: Firm.facts()[name].read(value) for name, value in facts.items()}, AS_OF)
    try:
        rows = alternatives(Sentences(AS_OF), rule.node)
    except TooManyRowsError:
        return

    def held(row: list[Any]) -> bool | None:
        values = [(reading.value(node), negated) for node, negated in row]
        return kleene_all([None if value is None else value is not negated for value, negated in values])

    assert kleene_any([held(row) for row in rows]) is reading.value(rule.node)


@pytest.mark.parametrize("decision", DECISIONS, ids=lambda decision: decision.id)
def test_every_decision_of_the_pack_has_tables_of_full_rows(decision: Any) -> None:
    for grid in tables(decision, AS_OF):
        assert all(len(row) == len(grid.columns) + 1 for row in grid.rows)
    assert markdown(decision, AS_OF, "zh")
    assert markdown(decision, AS_OF, "en")


def test_a_condition_that_would_fill_a_table_stands_in_one_column() -> None:
    wide = v.all_of(*(v.any_of(Firm.staff == n, Firm.experts == n, Firm.listed) for n in range(6)))
    with pytest.raises(TooManyRowsError):
        alternatives(Sentences(AS_OF), wide)
