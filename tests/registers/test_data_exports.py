"""4.2.2: the register of data exports."""

from __future__ import annotations

from typing import Any

import pytest

from mulberry.record.memory import Programme
from mulberry_sip.m04_singapore.data_exports import DataExports
from mulberry_sip.m04_singapore.security_assessment import SecurityAssessment
from mulberry_sip.m04_singapore.standard_contract import StandardContractFiling
from tests.procedures.scenarios import Office

EXPORT: dict[str, Any] = {
    "id": "X1",
    "exporter": "Hotel group",
    "recipient": "Hotel group Singapore",
    "country": "SG",
    "purpose": "loyalty programme",
    "fields": ["name", "nights"],
    "route": "standard_contract",
    "document_no": "S1",
    "valid_until": "2027-03-01",
    "pipia": "PIA-7",
}


@pytest.fixture
def office() -> Office:
    return Office(DataExports, StandardContractFiling, SecurityAssessment)


def filed(office: Office) -> None:
    contract = Office(StandardContractFiling, programme=office.programme)
    contract.do(
        "2026-03-02",
        "exporter",
        "submit",
        id="S1",
        exporter="Hotel group",
        recipient="Hotel group Singapore",
        contract_effective_on="2026-03-02",
        pipia="PIA-7",
    )
    contract.do("2026-03-10", "provincial_cac", "decide", id="S1", outcome="filed", reason="complete")


def test_an_export_on_a_filed_contract_is_planned_and_then_runs(office: Office) -> None:
    filed(office)
    told = office.do("2026-03-16", "exporter", "enter", **EXPORT)
    assert (told["state"], told["warnings"]) == ("planned", [])
    assert office.do("2026-03-17", "exporter", "move", id="X1", to="running")["state"] == "running"


def test_a_document_covers_only_its_exporter_and_recipient(office: Office) -> None:
    filed(office)
    for changed in ({"recipient": "Another firm"}, {"exporter": "Another group"}):
        office.refused("outside_scope", "2026-03-16", "exporter", "enter", **{**EXPORT, **changed})


def test_an_export_keeps_to_the_purpose_that_was_assessed(office: Office) -> None:
    assessment = Office(SecurityAssessment, programme=office.programme)
    asked = {"id": "A1", "exporter": "Hotel group", "recipient": "Hotel group Singapore", "scope": "bookings, billing"}
    assessment.do("2026-03-02", "exporter", "submit", **asked)
    assessment.do("2026-03-03", "provincial_cac", "review", id="A1", complete=True)
    assessment.do("2026-03-04", "national_cac", "accept", id="A1")
    assessment.do("2026-03-05", "national_cac", "decide", id="A1", outcome="granted", reason="low risk")
    entry = {**EXPORT, "route": "security_assessment", "document_no": "A1"}
    office.refused("outside_scope", "2026-03-16", "exporter", "enter", **{**entry, "purpose": "advertising"})
    assert office.do("2026-03-16", "exporter", "enter", **{**entry, "purpose": "Billing"})["state"] == "planned"


def test_a_route_that_needs_a_document_is_not_entered_without_one(office: Office) -> None:
    without = {name: value for name, value in EXPORT.items() if name != "document_no"}
    office.refused("route_document_missing", "2026-03-16", "exporter", "enter", **without)


def test_a_document_that_is_not_in_force_yet_is_none(office: Office) -> None:
    assessment = Office(SecurityAssessment, programme=office.programme)
    assessment.do(
        "2026-03-02",
        "exporter",
        "submit",
        id="A1",
        exporter="Hotel group",
        recipient="Hotel group Singapore",
        scope="loyalty programme",
    )
    entry = {**EXPORT, "route": "security_assessment", "document_no": "A1"}
    office.refused("route_document_missing", "2026-03-16", "exporter", "enter", **entry)


def test_an_expired_document_is_refused_and_an_export_ends_with_its_document(office: Office) -> None:
    office.refused("document_expired", "2026-03-16", "exporter", "enter", **{**EXPORT, "valid_until": "2026-03-15"})
    assert office.do("2026-03-16", "exporter", "enter", **EXPORT)["warnings"] == ["document_not_on_record"]
    office.do("2026-03-16", "exporter", "move", id="X1", to="running")
    assert office.see("2027-03-01", "entry", id="X1")["state"] == "running"
    assert office.see("2027-03-02", "entry", id="X1")["state"] == "expired"
    office.refused("document_expired", "2027-03-02", "exporter", "move", id="X1", to="running")


def test_a_new_document_brings_an_expired_export_back(office: Office) -> None:
    office.do("2026-03-16", "exporter", "enter", **EXPORT)
    office.refused(
        "document_expired", "2027-04-01", "exporter", "amend", id="X1", document_no="S2", valid_until="2027-03-31"
    )
    told = office.do("2027-04-01", "exporter", "amend", id="X1", document_no="S2", valid_until="2029-03-31")
    assert told["state"] == "planned"
    assert office.do("2027-04-01", "exporter", "move", id="X1", to="running")["state"] == "running"


def test_an_assessment_that_expires_earlier_than_said_is_what_counts(office: Office) -> None:
    assessment = Office(SecurityAssessment, programme=office.programme)
    asked = {"id": "A1", "exporter": "Hotel group", "recipient": "Hotel group Singapore", "scope": "loyalty"}
    assessment.do("2025-03-03", "exporter", "submit", **asked)
    assessment.do("2025-03-04", "provincial_cac", "review", id="A1", complete=True)
    assessment.do("2025-03-05", "national_cac", "accept", id="A1")
    assessment.do("2025-04-01", "national_cac", "decide", id="A1", outcome="granted", reason="low risk")
    entry = {**EXPORT, "route": "security_assessment", "document_no": "A1", "valid_until": "2030-01-01"}
    office.do("2025-05-06", "exporter", "enter", **entry)
    assert office.see("2025-05-06", "entry", id="X1")["valid_until"] == "2028-04-01"
    assert office.see("2028-04-02", "entry", id="X1")["state"] == "expired"


def test_personal_information_is_not_exported_without_an_impact_assessment(office: Office) -> None:
    exempt = {**EXPORT, "route": "exempt_art5_4", "document_no": None, "pipia": None}
    office.refused("pipia_missing", "2026-03-16", "exporter", "enter", **exempt)
    office.do("2026-03-16", "exporter", "enter", **{**exempt, "route": "exempt_art3"})


def test_states_are_left_only_as_the_register_allows(office: Office) -> None:
    office.do("2026-03-16", "exporter", "enter", **EXPORT)
    office.refused("move_not_allowed", "2026-03-16", "exporter", "move", id="X1", to="expired")
    office.invalid("to", "2026-03-16", "exporter", "move", id="X1", to="closed")
    office.do("2026-03-16", "exporter", "move", id="X1", to="ended")
    office.refused("move_not_allowed", "2026-03-16", "exporter", "move", id="X1", to="running")
    office.refused("unknown_case", "2026-03-16", "exporter", "move", id="X9", to="running")
    office.refused("already_exists", "2026-03-16", "exporter", "enter", **EXPORT)


def test_the_history_tells_every_change_with_its_law(office: Office) -> None:
    office.do("2026-03-16", "exporter:li", "enter", **EXPORT)
    office.see("2027-03-02", "entry", id="X1")
    history = DataExports.history(office.programme.events("data-exports", "X1"))
    assert [event["event"] for event in history] == ["enter", "expiry"]
    assert history[1]["role_title"]["zh"] == "依法"
    assert history[0]["person"] == "li"
    assert isinstance(office.programme, Programme)
