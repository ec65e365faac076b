"""8.5: the ledger of contribution months."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mulberry.errors import Invalid, Refused
from mulberry.law.calendar_years import CHINA
from mulberry.record.events import Context
from mulberry.record.memory import Programme
from mulberry_sip.m08_talent.pension_ledger import PensionLedger
from tests.procedures.scenarios import Office


@pytest.fixture
def office() -> Office:
    office = Office(PensionLedger)
    opening = {"person": "P1", "opening_months": 177, "required_months": 180, "starts_month": "2027-06"}
    assert office.do("2027-05-20", "officer", "open", **opening)["paid_months"] == 177
    return office


def line(month: str, **changed: Any) -> dict[str, Any]:
    money = {"base_cny": "8000", "employer_cny": "1280", "employee_cny": "640.50"}
    return {"person": "P1", "month": month, "work_permit_valid": True, **money, **changed}


def test_every_line_is_a_month_and_the_extension_ends_exactly_when_all_are_paid(office: Office) -> None:
    assert office.do("2027-06-15", "applicant", "issue", **line("2027-06"))["remaining_months"] == 2
    office.do("2027-07-15", "applicant", "issue", **line("2027-07"))
    told = office.do("2027-08-15", "applicant", "issue", **line("2027-08"))
    assert (told["paid_months"], told["remaining_months"]) == (180, 0)
    office.refused("complete", "2027-09-15", "applicant", "issue", **line("2027-09"))
    seen = office.see("2027-09-15", "balance", person="P1")
    assert (seen["paid_months"], seen["employee_total_cny"]) == (180, "1921.5")


def test_one_line_for_each_month(office: Office) -> None:
    office.do("2027-06-15", "applicant", "issue", **line("2027-06"))
    office.refused("duplicate_month", "2027-06-16", "applicant", "issue", **line("2027-06"))


def test_no_line_without_a_valid_permit(office: Office) -> None:
    office.refused("permit_invalid", "2027-06-15", "applicant", "issue", **line("2027-06", work_permit_valid=False))


def test_months_before_the_extension_or_long_past_are_backdated(office: Office) -> None:
    office.refused("backdated", "2027-06-15", "applicant", "issue", **line("2027-05"))
    office.do("2027-07-31", "applicant", "issue", **line("2027-06"))
    office.refused("backdated", "2027-09-01", "applicant", "issue", **line("2027-07"))


def test_a_reversed_month_may_be_posted_again_and_the_balance_follows(office: Office) -> None:
    office.do("2027-06-15", "applicant", "issue", **line("2027-06"))
    told = office.do("2027-09-01", "officer", "reverse", person="P1", month="2027-06", reason="wrong base")
    assert told["paid_months"] == 177
    office.refused("no_such_month", "2027-09-01", "officer", "reverse", person="P1", month="2027-06", reason="again")
    again = office.do("2027-09-02", "applicant", "issue", **line("2027-06", employee_cny="650"))
    assert (again["paid_months"], again["employee_total_cny"]) == (178, "650")


def test_nothing_is_paid_once_the_pension_has_started(office: Office) -> None:
    office.do("2027-06-15", "applicant", "issue", **line("2027-06"))
    office.invalid("pension_from", "2027-07-01", "officer", "retire", person="P1", pension_from="2027-06-30")
    office.do("2027-07-01", "officer", "retire", person="P1", pension_from="2027-07-01")
    office.refused("after_pension_start", "2027-07-02", "applicant", "issue", **line("2027-07"))
    office.refused("already_done", "2027-07-02", "officer", "retire", person="P1", pension_from="2027-08-01")


def test_a_base_outside_the_years_limits_is_refused_and_unknown_limits_are_warned_of() -> None:
    limits = {"pension.base_lower_cny": 5000, "pension.base_upper_cny": 24000}
    office = Office(PensionLedger, programme=Programme([PensionLedger], Context(CHINA, parameters=limits)))
    opening = {"person": "P1", "opening_months": 0, "required_months": 180, "starts_month": "2027-06"}
    office.do("2027-05-20", "officer", "open", **opening)
    for base in ("4999.99", "24000.01"):
        office.refused("base_out_of_range", "2027-06-15", "applicant", "issue", **line("2027-06", base_cny=base))
    assert office.do("2027-06-15", "applicant", "issue", **line("2027-06", base_cny="5000"))["warnings"] == []
    unknown = Office(PensionLedger)
    unknown.do("2027-05-20", "officer", "open", **opening)
    told = unknown.do("2027-06-15", "applicant", "issue", **line("2027-06", base_cny="1"))
    assert told["warnings"] == ["base_limits_not_established"]


def test_money_is_exact_and_never_negative(office: Office) -> None:
    office.invalid("base_cny", "2027-06-15", "applicant", "issue", **line("2027-06", base_cny=8000.1))
    office.invalid("base_cny", "2027-06-15", "applicant", "issue", **line("2027-06", base_cny="8000.001"))
    office.invalid("employee_cny", "2027-06-15", "applicant", "issue", **line("2027-06", employee_cny="-1"))
    office.invalid("month", "2027-06-15", "applicant", "issue", **line("2027-13"))


def test_what_is_about_the_person_is_kept_apart(office: Office) -> None:
    office.do("2027-06-15", "applicant", "issue", **line("2027-06"))
    event = office.programme.events("pension-ledger", "P1")[-1]
    assert set(event.personal) == {"base_cny", "employer_cny", "employee_cny"}
    assert "base_cny" not in str(event.data)


MONTHS = [f"2027-{n:02d}" for n in range(5, 13)]


@settings(max_examples=80, deadline=None)
@given(
    acts=st.lists(
        st.tuples(st.sampled_from(["issue", "issue", "reverse", "retire"]), st.sampled_from(MONTHS), st.booleans()),
        max_size=14,
    )
)
def test_paid_months_are_the_opening_balance_and_the_lines(acts: list[tuple[str, str, bool]]) -> None:
    office = Office(PensionLedger)
    opening = {"person": "P1", "opening_months": 176, "required_months": 180, "starts_month": "2027-06"}
    office.do("2027-05-20", "officer", "open", **opening)
    for name, month, valid in acts:
        fields: dict[str, Any] = {
            "issue": line(month, work_permit_valid=valid),
            "reverse": {"person": "P1", "month": month, "reason": "x"},
            "retire": {"person": "P1", "pension_from": f"{month}-01"},
        }[name]
        try:
            office.do("2027-07-01", "applicant" if name == "issue" else "officer", name, **fields)
        except (Refused, Invalid):
            continue
    book = office.programme.streams["pension-ledger", "P1"].state
    seen = office.see("2027-07-01", "balance", person="P1")
    assert seen["paid_months"] == 176 + len(book.lots) <= 180
    assert book.balanced
    start = book.day("pension_from")
    assert start is None or all(month < start.isoformat()[:7] for month in book.lots)
    assert office.programme.replayed()["pension-ledger", "P1"] == book
