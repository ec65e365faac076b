"""4.2.2: the negative list of the free-trade zone."""

from __future__ import annotations

import pytest

from mulberry_sip.m04_singapore.negative_list import DataNegativeList
from tests.procedures.scenarios import Office

SCENARIO = {
    "id": "N1",
    "sector": "pharmaceutical",
    "scenario": "clinical trial data",
    "route": "security_assessment",
    "version_on": "2025-08-13",
}


@pytest.fixture
def office() -> Office:
    office = Office(DataNegativeList)
    office.do("2026-03-02", "ftz_officer", "enter", **SCENARIO)
    return office


def test_a_list_is_not_filed_before_it_is_approved(office: Office) -> None:
    refusal = office.refused("approval_missing", "2026-03-03", "ftz_officer", "move", id="N1", to="filed")
    assert "art. 6" in refusal.text.en
    office.do("2026-03-03", "ftz_officer", "move", id="N1", to="approved", approval_no="2026-1")
    assert office.do("2026-03-04", "ftz_officer", "move", id="N1", to="filed")["state"] == "filed"


def test_what_was_approved_is_not_changed(office: Office) -> None:
    office.do("2026-03-02", "ftz_officer", "amend", id="N1", threshold="100 000 persons")
    office.do("2026-03-03", "ftz_officer", "move", id="N1", to="approved")
    office.refused("new_version_needed", "2026-03-04", "ftz_officer", "amend", id="N1", threshold="1 person")
    assert office.see("2026-03-04", "public", id="N1")["threshold"] == "100 000 persons"


def test_the_public_sees_what_is_public(office: Office) -> None:
    seen = office.see("2026-03-04", "public", id="N1")
    assert set(seen) == {"id", "state", "sector", "scenario", "route", "version_on"}
