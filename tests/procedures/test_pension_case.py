"""8.5: the application to go on contributing."""

from __future__ import annotations

from typing import Any

import pytest

from mulberry_sip.m08_talent.pension_case import PensionExtensionCase
from tests.procedures.scenarios import Office

ASKED: dict[str, Any] = {
    "id": "E1",
    "person": "P1",
    "listing_proof": "L-7",
    "work_permit": "W-9",
    "person_consents": True,
}


@pytest.fixture
def office() -> Office:
    office = Office(PensionExtensionCase)
    assert office.do("2026-03-02", "applicant", "submit", **ASKED)["due"] == "2026-03-16"
    return office


def test_the_person_must_choose() -> None:
    office = Office(PensionExtensionCase)
    for consents in (False, None):
        office.refused("consent_missing", "2026-03-02", "applicant", "submit", **{**ASKED, "person_consents": consents})
    office.invalid("work_permit", "2026-03-02", "applicant", "submit", **{**ASKED, "work_permit": ""})


def test_what_is_missing_is_asked_for_once_and_the_period_begins_anew(office: Office) -> None:
    office.do("2026-03-03", "officer", "correct", id="E1", missing=["listing"])
    assert office.do("2026-03-10", "applicant", "supply", id="E1", documents=["listing"])["due"] == "2026-03-24"
    office.refused("already_corrected", "2026-03-11", "officer", "correct", id="E1", missing=["permit"])


def test_nothing_is_reviewed_or_decided_before_acceptance(office: Office) -> None:
    office.refused("not_accepted", "2026-03-03", "officer", "review", id="E1")
    office.refused("not_accepted", "2026-03-03", "officer", "decide", id="E1", outcome="granted")


def test_the_period_stands_still_while_the_case_is_suspended(office: Office) -> None:
    office.do("2026-03-03", "officer", "accept", id="E1")
    office.refused("reason_missing", "2026-03-04", "officer", "suspend", id="E1")
    office.do("2026-03-04", "officer", "suspend", id="E1", reason="record of another city")
    told = office.do("2026-03-06", "officer", "resume", id="E1")
    assert (told["state"], told["due"]) == ("accepted", "2026-03-18")


def test_a_refusal_states_its_reasons(office: Office) -> None:
    office.do("2026-03-03", "officer", "accept", id="E1")
    office.do("2026-03-04", "officer", "review", id="E1")
    office.refused("reason_missing", "2026-03-05", "officer", "decide", id="E1", outcome="refused")
    assert office.do("2026-03-05", "officer", "decide", id="E1", outcome="granted")["state"] == "granted"
    assert office.do("2031-06-30", "officer", "close", id="E1", pension_from="2031-07-01")["state"] == "closed"


def test_who_is_concerned_is_kept_apart_from_the_record(office: Office) -> None:
    event = office.programme.events("pension-extension-case", "E1")[0]
    assert set(event.personal) == {"person", "listing_proof", "work_permit"}
    assert event.data["given"] == {"person_consents": True}
