from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from mulberry.decisions.run import UNDETERMINED, decide
from mulberry_sip.m04_singapore.data_export_facts import Exporter
from mulberry_sip.m04_singapore.data_export_route import DataExportRoute
from tests.sip.route_judge import judge

LINES = (0, 1, 9_999, 10_000, 99_999, 100_000, 999_999, 1_000_000, 10_000_000)
TURNS = [
    date(2022, 9, 1),
    date(2024, 3, 21),
    date(2024, 3, 22),
    date(2024, 12, 31),
    date(2025, 1, 1),
    date(2025, 8, 12),
    date(2025, 8, 13),
    date(2026, 6, 1),
]


def values(name: str) -> st.SearchStrategy[Any]:
    type_ = Exporter.facts()[name].type
    if type_.name == "bool":
        return st.booleans()
    if type_.name == "enum":
        return st.sampled_from(list(type_.values))
    return st.sampled_from(LINES)


complete = st.fixed_dictionaries({name: values(name) for name in Exporter.facts()})
days = st.sampled_from(TURNS)
exports = st.tuples(complete, days)


@given(exports)
def test_the_route_is_the_one_a_second_reading_of_the_rules_gives(export: tuple[dict[str, Any], date]) -> None:
    facts, on = export
    assert decide(DataExportRoute, facts, on).outcome == judge(facts, on)


@given(exports, st.sets(st.sampled_from(list(Exporter.facts()))))
def test_a_route_given_on_part_of_the_facts_is_never_taken_back(
    export: tuple[dict[str, Any], date], unknown: set[str]
) -> None:
    facts, on = export
    answer = decide(DataExportRoute, {name: v for name, v in facts.items() if name not in unknown}, on)
    if answer.outcome == UNDETERMINED:
        assert set(answer.needed) <= unknown
    else:
        assert answer.outcome == judge(facts, on)


@given(exports)
def test_counters_never_fall_and_rise_by_no_more_than_the_export(export: tuple[dict[str, Any], date]) -> None:
    facts, on = export
    amounts = decide(DataExportRoute, facts, on).amounts
    for kind in ("nonsensitive", "sensitive"):
        added = amounts[f"counter_{kind}"] - facts[f"persons_{kind}_ytd"]
        assert added in {0, facts[f"persons_{kind}_new"]}


@given(exports)
def test_an_exempt_export_uses_no_counter_unless_it_is_exempt_for_its_small_number(
    export: tuple[dict[str, Any], date],
) -> None:
    facts, on = export
    answer = decide(DataExportRoute, facts, on)
    if answer.outcome == "no_action" or (answer.outcome.startswith("exempt") and answer.outcome != "exempt_art5_4"):
        assert answer.amounts["counter_nonsensitive"] == facts["persons_nonsensitive_ytd"]
    else:
        counted = facts["persons_nonsensitive_new"] if facts["contains_personal_info"] else 0
        assert answer.amounts["counter_nonsensitive"] == facts["persons_nonsensitive_ytd"] + counted


@given(exports)
def test_exactly_the_right_route_fits(export: tuple[dict[str, Any], date]) -> None:
    facts, on = export
    outcome, asked = judge(facts, on), facts["requested_route"]
    fitting = {
        "security_assessment": {"security_assessment"},
        "standard_contract_or_certification": {"standard_contract", "certification"},
    }.get(outcome, {"none"})
    answer = decide(DataExportRoute, facts, on)
    assert ("requested_route_fits" in answer.held()) is (asked in fitting)


@given(exports)
def test_a_larger_number_of_persons_never_makes_the_route_lighter(export: tuple[dict[str, Any], date]) -> None:
    facts, on = export
    weight = {"security_assessment": 2, "standard_contract_or_certification": 1}
    more = facts | {"persons_nonsensitive_new": facts["persons_nonsensitive_new"] + 1}
    before, after = (decide(DataExportRoute, f, on).outcome for f in (facts, more))
    assert weight.get(after, 0) >= weight.get(before, 0)
