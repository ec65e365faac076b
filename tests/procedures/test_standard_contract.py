"""4.2.2: filing a standard contract."""

from __future__ import annotations

from typing import Any

import pytest

from mulberry_sip.m04_singapore.standard_contract import StandardContractFiling
from tests.procedures.scenarios import Office

FILING: dict[str, Any] = {
    "id": "S1",
    "exporter": "Hotel group",
    "recipient": "Hotel group Singapore",
    "contract_effective_on": "2026-03-02",
    "pipia": "PIA-7",
}


@pytest.fixture
def office() -> Office:
    return Office(StandardContractFiling)


@pytest.mark.parametrize(("on", "in_time", "late"), [("2026-03-16", True, 0), ("2026-03-17", False, 1)])
def test_a_contract_is_filed_within_ten_working_days_of_its_effect(
    office: Office, on: str, in_time: bool, late: int
) -> None:
    told = office.do(on, "exporter", "submit", **FILING)
    assert (told["state"], told["file_by"], told["in_time"]) == ("submitted", "2026-03-16", in_time)
    assert told["working_days_late"] == late


def test_the_check_takes_fifteen_working_days_from_receipt(office: Office) -> None:
    assert office.do("2026-03-02", "exporter", "submit", **FILING)["due"] == "2026-03-23"


def test_the_check_begins_anew_when_the_filing_was_completed(office: Office) -> None:
    office.do("2026-03-02", "exporter", "submit", **FILING)
    told = office.do("2026-03-04", "provincial_cac", "correct", id="S1", missing=["signature"])
    assert (told["state"], told["due"]) == ("correcting", "2026-03-18")
    again = office.do("2026-03-06", "exporter", "supply", id="S1", documents=["signature"])
    assert (again["state"], again["due"]) == ("submitted", "2026-03-27")
    assert again["in_time"] is True


def test_a_filing_without_an_impact_assessment_is_refused(office: Office) -> None:
    office.refused("pipia_missing", "2026-03-02", "exporter", "submit", **{**FILING, "pipia": None})
    without = {name: value for name, value in FILING.items() if name != "pipia"}
    office.refused("pipia_missing", "2026-03-02", "exporter", "submit", **without)


def test_a_contract_that_is_not_in_effect_cannot_be_filed(office: Office) -> None:
    office.refused("contract_not_in_effect", "2026-03-01", "exporter", "submit", **FILING)


def test_a_change_asks_for_a_new_filing(office: Office) -> None:
    office.do("2026-03-02", "exporter", "submit", **FILING)
    office.do("2026-03-10", "provincial_cac", "decide", id="S1", outcome="filed", reason="complete")
    told = office.do("2026-06-01", "exporter", "report", id="S1", change="purpose")
    assert (told["state"], told["warnings"]) == ("superseded", ["file_anew"])


def test_only_the_authority_decides_and_only_the_listed_outcomes(office: Office) -> None:
    office.do("2026-03-02", "exporter", "submit", **FILING)
    office.refused("not_competent", "2026-03-03", "exporter", "decide", id="S1", outcome="filed", reason="x")
    office.invalid("outcome", "2026-03-03", "provincial_cac", "decide", id="S1", outcome="granted", reason="x")
    office.invalid(
        "contract_effective_on", "2026-03-03", "exporter", "submit", **{**FILING, "contract_effective_on": "2026-02-30"}
    )
