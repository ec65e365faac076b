"""Human genetic resources: the route, the change and the fine, against a second reading of the rules."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from mulberry.decisions.run import decide
from mulberry_sip.m10_biomedicine.hgr_change import HgrChangeNeeded
from mulberry_sip.m10_biomedicine.hgr_facts import HgrActivity
from mulberry_sip.m10_biomedicine.hgr_penalty import HgrPenalty
from mulberry_sip.m10_biomedicine.hgr_route import HgrRoute

TODAY = date(2026, 11, 21)
NUMBERS = {
    "foreign_share": st.sampled_from([Decimal(0), Decimal("0.49"), Decimal("0.499999"), Decimal("0.5"), Decimal(1)]),
    "persons": st.sampled_from([0, 1, 2999, 3000, 3001, 20000]),
    "pedigree_generations": st.sampled_from([0, 2, 3, 4]),
    "info_persons": st.sampled_from([0, 499, 500, 501, 2000]),
}


def values(name: str) -> st.SearchStrategy[Any]:
    if name in NUMBERS:
        return NUMBERS[name]
    type_ = HgrActivity.facts()[name].type
    if type_.name == "enum":
        return st.sampled_from(list(type_.values))
    # mostly no, so that a project is seldom stopped at the first question
    return st.integers(0, 3).map(lambda n: n == 0)


activities = st.fixed_dictionaries({name: values(name) for name in HgrActivity.facts()}).map(
    lambda f: {**f, "material_leaves_china": f["material_leaves_china"] or f["activity"] == "export_material"}
)


def is_foreign(f: dict[str, Any]) -> bool:
    if f["hk_macau_mainland_controlled"]:
        return False
    return bool(f["foreign_share"] * 2 >= 1 or f["foreign_dominates_decisions"] or f["foreign_control_by_agreement"])


def judge(f: dict[str, Any]) -> str:
    doing, why = f["activity"], f["purpose"]
    genetic = f["info_kind"] in ("gene_genome", "exome")
    if why not in ("teaching", "research", "marketing_trial") or (doing == "provide_information" and not genetic):
        return "out_of_scope"
    if doing == "provide_information" and f["covered_by_cooperation"]:
        return "covered_by_cooperation"
    if is_foreign(f):
        return "refused"
    family = f["pedigree_generations"] > 2 and f["pedigree_disease"] in ("other_hereditary", "special_constitution")
    if doing == "collect":
        asks = why != "marketing_trial" and not f["covered_by_preservation"]
        large = family or f["special_region"] or f["persons"] > 3000
        return "collection_approval" if asks and large else "no_approval"
    if doing == "preserve":
        return "no_approval" if why == "teaching" or f["temporary_storage"] else "preservation_approval"
    if doing == "cooperate":
        here = f["work_inside_institution"] or f["domestic_lab_in_protocol"]
        trial = why == "marketing_trial" and f["at_clinical_institutions"] and not f["exploratory_part"]
        return "cooperation_filing" if trial and here and not f["material_leaves_china"] else "cooperation_approval"
    if doing == "export_material":
        return "export_certificate"
    sensitive = family or f["special_region"] or f["otherwise_sensitive"] or f["info_persons"] > 500
    return "prior_report_and_security_review" if sensitive else "prior_report"


@given(activities)
def test_the_route_is_the_one_a_second_reading_of_the_rules_gives(f: dict[str, Any]) -> None:
    assert decide(HgrRoute, f, TODAY).outcome == judge(f)


@given(st.integers(0, 40), st.integers(0, 60), st.booleans())
def test_more_than_a_tenth_over_what_was_approved_needs_approval(approved: int, total: int, changed: bool) -> None:
    facts = {"change_kind": "quantity", "approved_quantity": approved, "cumulative_quantity": total}
    outcome = decide(HgrChangeNeeded, {**facts, "plan_changed": changed}, TODAY).outcome
    if total <= approved:
        assert outcome == "none"
    elif 10 * total > 11 * approved or changed:
        assert outcome == "change_approval"
    else:
        assert outcome == "explanation"


breaches = st.sampled_from(
    ["no_approval_or_filing", "false_papers", "no_ethics_consent_or_report", "foreign_party_act", "trade"]
)
gains = st.sampled_from(["0", "999999.99", "1000000", "1000000.01", "7500000"]).map(Decimal)


@given(breaches, gains, gains)
def test_a_larger_gain_never_lowers_what_a_breach_may_cost(breach: str, one: Decimal, other: Decimal) -> None:
    low, high = (
        decide(HgrPenalty, {"hgr_breach": breach, "illegal_gain_cny": gain}, TODAY).amounts
        for gain in sorted((one, other))
    )
    assert low["fine_min_cny"] <= high["fine_min_cny"]
    assert all(fine["fine_min_cny"] <= fine["fine_max_cny"] for fine in (low, high))
