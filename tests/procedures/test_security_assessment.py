"""4.2.2: the security assessment of a data export."""

from __future__ import annotations

from typing import Any

import pytest

from mulberry_sip.m04_singapore.security_assessment import SecurityAssessment
from tests.procedures.scenarios import Office

EXPORT = {"id": "A1", "exporter": "Park firm", "recipient": "Parent SG", "scope": "customer data, analytics"}


@pytest.fixture
def office() -> Office:
    return Office(SecurityAssessment)


def accepted(office: Office) -> Any:
    office.do("2025-03-03", "exporter", "submit", **EXPORT)
    office.do("2025-03-10", "provincial_cac", "review", id="A1", complete=True)
    return office.do("2025-03-19", "national_cac", "accept", id="A1")


def granted(office: Office) -> Any:
    accepted(office)
    return office.do("2025-04-01", "national_cac", "decide", id="A1", outcome="granted", reason="low risk")


def test_five_seven_and_forty_five_working_days(office: Office) -> None:
    assert office.do("2025-03-03", "exporter", "submit", **EXPORT)["due"] == "2025-03-10"
    assert office.do("2025-03-10", "provincial_cac", "review", id="A1", complete=True)["due"] == "2025-03-19"
    told = office.do("2025-03-19", "national_cac", "accept", id="A1")
    assert (told["state"], told["due"], told["clock"]) == ("accepted", "2025-05-26", "running")


def test_the_assessment_may_be_extended_by_a_given_number_of_days_more_than_once(office: Office) -> None:
    accepted(office)
    assert office.do("2025-05-20", "national_cac", "extend", id="A1", working_days=10)["due"] == "2025-06-10"
    assert office.do("2025-06-09", "national_cac", "extend", id="A1", working_days=5)["due"] == "2025-06-17"
    office.invalid("working_days", "2025-06-09", "national_cac", "extend", id="A1", working_days=0)


def test_incomplete_papers_go_back_and_are_asked_for_once(office: Office) -> None:
    office.do("2025-03-03", "exporter", "submit", **EXPORT)
    office.do("2025-03-05", "provincial_cac", "correct", id="A1", missing=["contract"])
    office.do("2025-03-07", "exporter", "supply", id="A1", documents=["contract"])
    office.refused("already_corrected", "2025-03-10", "provincial_cac", "correct", id="A1", missing=["more"])


def test_a_result_is_valid_for_three_years_and_then_expires(office: Office) -> None:
    assert granted(office)["valid_until"] == "2028-04-01"
    assert office.see("2028-04-01", "case", id="A1")["state"] == "granted"
    seen = office.see("2028-04-02", "case", id="A1")
    assert (seen["state"], seen["valid_until"]) == ("expired", "2028-04-01")


def test_what_is_granted_is_never_due(office: Office) -> None:
    assert granted(office)["due"] is None


def test_an_extension_is_asked_for_in_the_last_sixty_working_days_with_nothing_changed(office: Office) -> None:
    granted(office)
    office.refused("extension_not_open", "2028-01-06", "exporter", "submit", **EXPORT)
    office.refused("scope_changed", "2028-01-10", "exporter", "submit", **{**EXPORT, "scope": "more data"})
    assert office.do("2028-01-10", "exporter", "submit", **EXPORT)["state"] == "submitted"
    office.do("2028-01-11", "provincial_cac", "review", id="A1", complete=True)
    office.do("2028-01-12", "national_cac", "accept", id="A1")
    told = office.do("2028-02-01", "national_cac", "decide", id="A1", outcome="granted", reason="unchanged")
    assert told["valid_until"] == "2031-04-01"


def test_an_extension_that_is_refused_leaves_the_result_standing(office: Office) -> None:
    granted(office)
    office.do("2028-01-10", "exporter", "submit", **EXPORT)
    office.do("2028-01-11", "provincial_cac", "review", id="A1", complete=True)
    office.do("2028-01-12", "national_cac", "accept", id="A1")
    told = office.do("2028-02-01", "national_cac", "decide", id="A1", outcome="refused", reason="risk abroad")
    assert (told["state"], told["valid_until"]) == ("granted", "2028-04-01")
    assert office.see("2028-04-03", "case", id="A1")["state"] == "expired"


@pytest.mark.parametrize(("on", "late"), [("2025-04-24", False), ("2025-04-25", True)])
def test_a_second_assessment_is_asked_for_within_fifteen_working_days_of_receipt(
    office: Office, on: str, late: bool
) -> None:
    accepted(office)
    office.do("2025-04-01", "national_cac", "decide", id="A1", outcome="refused", reason="risk")
    if late:
        office.refused("appeal_late", on, "exporter", "appeal", id="A1", received_on="2025-04-02")
        return
    assert office.do(on, "exporter", "appeal", id="A1", received_on="2025-04-02")["state"] == "re_review"
    again = office.do("2025-05-12", "national_cac", "decide", id="A1", outcome="granted", reason="remedied")
    assert (again["state"], again["valid_until"]) == ("granted", "2028-05-12")
    office.refused("no_second_assessment", "2025-05-13", "exporter", "appeal", id="A1", received_on="2025-05-13")


def test_a_result_cannot_have_been_received_before_it_was_made(office: Office) -> None:
    granted(office)
    office.invalid("received_on", "2025-04-02", "exporter", "appeal", id="A1", received_on="2025-03-31")
    office.invalid("received_on", "2025-04-02", "exporter", "appeal", id="A1", received_on="2025-04-03")


def test_the_second_assessment_may_take_a_result_away(office: Office) -> None:
    granted(office)
    office.do("2025-04-10", "exporter", "appeal", id="A1", received_on="2025-04-02")
    told = office.do("2025-05-12", "national_cac", "decide", id="A1", outcome="refused", reason="risk")
    assert (told["state"], told["valid_until"]) == ("refused", None)
