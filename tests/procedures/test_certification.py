"""4.2.2: certification of personal-information export."""

from __future__ import annotations

from typing import Any

import pytest

from mulberry_sip.m04_singapore.certification import Certification
from tests.procedures.scenarios import Office


@pytest.fixture
def office() -> Office:
    return Office(Certification)


def asked(**changed: Any) -> dict[str, Any]:
    asking = {"id": "C1", "exporter": "Park firm", "scope": "bookings", "is_ciio": False}
    return {**asking, "persons_nonsensitive": 100_000, "persons_sensitive": 0, **changed}


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"is_ciio": True}, "assessment_needed"),
        ({"persons_nonsensitive": 1_000_000}, "assessment_needed"),
        ({"persons_sensitive": 10_000}, "assessment_needed"),
        ({"persons_nonsensitive": 99_999}, "not_needed"),
        ({"important_data": True}, "important_data_inside"),
    ],
)
def test_who_needs_another_route_is_told_which(office: Office, changed: dict[str, Any], code: str) -> None:
    office.refused(code, "2026-03-02", "exporter", "submit", **asked(**changed))


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"persons_nonsensitive": 999_999},
        {"persons_nonsensitive": 0, "persons_sensitive": 1},
        {"persons_sensitive": 9_999},
    ],
)
def test_who_lies_between_the_lines_may_be_certified(office: Office, changed: dict[str, Any]) -> None:
    assert office.do("2026-03-02", "exporter", "submit", **asked(**changed))["state"] == "submitted"


def test_persons_are_never_negative(office: Office) -> None:
    office.invalid("persons_sensitive", "2026-03-02", "exporter", "submit", **asked(persons_sensitive=-1))


def test_a_certificate_is_valid_for_three_years(office: Office) -> None:
    office.do("2026-03-02", "exporter", "submit", **asked())
    told = office.do("2026-04-01", "certification_body", "decide", id="C1", outcome="granted", reason="conforms")
    assert (told["state"], told["valid_until"]) == ("granted", "2029-04-01")
    assert office.see("2029-04-02", "case", id="C1")["state"] == "expired"


@pytest.mark.parametrize(("on", "warnings"), [("2028-10-01", []), ("2028-10-02", ["renewal_asked_late"])])
def test_a_renewal_is_asked_for_six_months_ahead(office: Office, on: str, warnings: list[str]) -> None:
    office.do("2026-03-02", "exporter", "submit", **asked())
    office.do("2026-04-01", "certification_body", "decide", id="C1", outcome="granted", reason="conforms")
    assert office.do(on, "exporter", "extend", id="C1")["warnings"] == warnings
    kept = office.do("2028-12-01", "certification_body", "decide", id="C1", outcome="refused", reason="gaps")
    assert (kept["state"], kept["valid_until"]) == ("granted", "2029-04-01")


def test_a_suspended_certificate_may_be_restored_or_withdrawn(office: Office) -> None:
    office.do("2026-03-02", "exporter", "submit", **asked())
    office.refused("not_possible_in_this_state", "2026-03-03", "certification_body", "withdraw", id="C1", reason="x")
    office.do("2026-04-01", "certification_body", "decide", id="C1", outcome="granted", reason="conforms")
    office.do("2026-05-06", "certification_body", "suspend", id="C1", reason="audit")
    assert office.do("2026-06-01", "certification_body", "resume", id="C1")["state"] == "granted"
    told = office.do("2026-06-02", "certification_body", "withdraw", id="C1", reason="false papers")
    assert (told["state"], told["valid_until"]) == ("withdrawn", None)
