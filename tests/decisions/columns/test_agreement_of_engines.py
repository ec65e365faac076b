"""Every column engine gives for every row what the rule gives for one subject."""

from __future__ import annotations

from datetime import date
from typing import Any

import polars as pl
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from mulberry.decisions.columns.plan import plan
from mulberry.decisions.columns.polars_ import with_plan
from mulberry.decisions.columns.sources import Source, declared
from mulberry.decisions.declare import Decision, amount, require
from mulberry.decisions.run import read_facts
from mulberry.errors import Invalid
from mulberry_sip import pack
from tests.decisions.columns.databases import computed, duckdb_with_calendar
from tests.decisions.columns.judging import judged, told
from tests.decisions.columns.salted import each, frame, rows
from tests.decisions.subjects import ARTICLE, WORDS
from tests.decisions.subjects import declared as declared_
from tests.decisions.trees import COMPLETE, PARTIAL, Rule, numbers, truths

DECISIONS = each(iter(pack.instruments))
AS_OF = date(2026, 11, 21)
ROWS = 2_000


def sources_of(decision: type[Decision[Any]], made: pl.DataFrame) -> dict[str, Source]:
    """The columns as they are: whether they have nulls, and between which numbers they lie."""
    found = {}
    for name, fact in decision.facts.items():
        source = declared(fact, nullable=made[name].null_count() > 0)
        if source.high and made[name].null_count() < made.height:
            low: Any = made[name].min()
            high: Any = made[name].max()
            source = Source(low, high, nullable=source.nullable)
        found[name] = source
    return found


@pytest.mark.parametrize("decision", DECISIONS, ids=lambda decision: decision.id)
@pytest.mark.parametrize("hidden", [0.0, 0.06], ids=["complete", "partial"])
def test_polars_tells_every_row_of_every_decision_what_one_subject_is_told(
    decision: type[Decision[Any]], hidden: float
) -> None:
    drawn = rows(decision, ROWS, AS_OF, hidden=hidden)
    population = frame(decision.facts, drawn)
    planned = plan(decision, AS_OF, sources_of(decision, population))
    made = with_plan(population.lazy(), planned, ["key"]).collect(engine="streaming")
    differing(judged(decision, drawn, AS_OF), told(decision, planned, made), drawn)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(truths(3), min_size=1, max_size=3),
    st.lists(numbers(3), max_size=2),
    st.lists(COMPLETE | PARTIAL, min_size=1, max_size=6),
)
def test_polars_reads_random_rules_as_the_compiled_form_does(
    conditions: list[Rule], figures: list[Rule], given_: list[dict[str, Any]]
) -> None:
    required = {f"r{i}": require(rule.node, WORDS, ARTICLE) for i, rule in enumerate(conditions)}
    asked = declared_(**required, **{f"a{i}": amount(rule.node, WORDS, ARTICLE) for i, rule in enumerate(figures)})
    drawn = [read_facts(asked, facts) for facts in given_]
    assume("members" not in asked.facts and "breaches" not in asked.facts)
    population = frame(asked.facts, drawn)
    try:
        planned = plan(asked, AS_OF, sources_of(asked, population))
    except Invalid:
        # random products of products need not fit 38 digits; no silent overflow is what matters
        assume(False)
    made = with_plan(population.lazy(), planned, ["key"]).collect(engine="streaming")
    differing(judged(asked, drawn, AS_OF), told(asked, planned, made), drawn)


@pytest.fixture(scope="module")
def duckdb() -> Any:
    return duckdb_with_calendar()


@pytest.mark.parametrize("decision", DECISIONS, ids=lambda decision: decision.id)
@pytest.mark.parametrize("hidden", [0.0, 0.06], ids=["complete", "partial"])
def test_duckdb_tells_every_row_of_every_decision_what_one_subject_is_told(
    decision: type[Decision[Any]], hidden: float, duckdb: Any
) -> None:
    drawn = rows(decision, ROWS, AS_OF, hidden=hidden)
    population = frame(decision.facts, drawn)
    planned = plan(decision, AS_OF, sources_of(decision, population))
    found = told(decision, planned, computed(duckdb, planned, population))
    differing(judged(decision, drawn, AS_OF), found, drawn)


def differing(expected: list[Any], found: list[Any], drawn: list[Any]) -> None:
    wrong = [place for place in range(len(expected)) if expected[place] != found[place]]
    assert not wrong, f"{len(wrong)} rows differ, such as {drawn[wrong[0]]}: {expected[wrong[0]]} {found[wrong[0]]}"
