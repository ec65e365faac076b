"""X.2: the licence case, against its worked cases and the articles beyond them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mulberry.law.calendar import Calendar
from mulberry.law.calendar_years import CHINA
from mulberry.record.events import LAW, Context
from mulberry.record.memory import Programme
from mulberry_sip.programme.licensing import LicenceCase
from tests.procedures.scenarios import Office

REMEDY = {"review_body": "苏州市人民政府", "review_days": 60}


@pytest.fixture
def office() -> Office:
    return Office(LicenceCase)


def accepted(office: Office, at: str = "2026-02-10", *, joint: bool = False) -> Any:
    office.do(at, "applicant", "submit", id="K1", request="new")
    return office.do(at, "officer", "accept", id="K1", joint_handling=joint)


def test_nothing_told_in_five_working_days_is_acceptance_from_the_day_of_receipt(office: Office) -> None:
    office.do("2026-04-28", "applicant", "submit", id="K1", request="new")
    assert office.see("2026-05-08", "case", id="K1")["state"] == "submitted"
    seen = office.see("2026-05-09", "case", id="K1")
    assert (seen["state"], seen["deemed"], seen["accepted_on"]) == ("accepted", True, "2026-04-28")
    assert (seen["due"], seen["clock"]) == ("2026-05-28", "running")


def test_silence_is_recorded_as_the_laws_own_act_at_the_moment_the_period_is_over(office: Office) -> None:
    office.do("2026-04-28", "applicant", "submit", id="K1", request="new")
    office.see("2026-07-01", "case", id="K1")
    event = office.programme.events("licence-case", "K1")[-1]
    assert (event.type, event.by, event.at.isoformat()) == ("deemed_accepted", LAW, "2026-05-09T00:00:00")
    assert event.data["met"] == {"completeness": {"due": "2026-05-08", "published": True}}


def test_an_ordinary_case_has_twenty_days_and_ten_more_to_issue(office: Office) -> None:
    assert accepted(office)["due"] == "2026-03-16"
    granted = office.do("2026-03-16", "officer", "decide", id="K1", outcome="granted", reason="conditions met")
    assert (granted["state"], granted["due"], granted["late"]) == ("granted", "2026-03-30", False)
    assert office.do("2026-03-30", "officer", "issue", id="K1")["state"] == "issued"


def test_a_decision_after_the_last_day_is_late_by_the_working_days_between(office: Office) -> None:
    accepted(office)
    assert office.see("2026-03-18", "case", id="K1")["working_days_late"] == 2
    decided = office.do("2026-03-18", "officer", "decide", id="K1", outcome="granted", reason="met")
    assert (decided["late"], decided["working_days_late"]) == (True, 2)


def test_joint_handling_has_forty_five_days_and_fifteen_more(office: Office) -> None:
    assert accepted(office, joint=True)["due"] == _after("2026-02-10", 45)
    office.refused("approver_not_competent", "2026-03-12", "agency_head", "extend", id="K1", reason="complex")
    extended = office.do("2026-03-12", "government_head", "extend", id="K1", reason="complex")
    assert extended["due"] == _after("2026-02-10", 60)


def test_a_correction_notice_on_the_fifth_day_is_valid_and_the_clock_has_not_started(office: Office) -> None:
    office.do("2026-04-28", "applicant", "submit", id="K1", request="new")
    told = office.do("2026-05-08", "officer", "correct", id="K1", missing=["site plan"])
    assert (told["state"], told["clock"], told["due"]) == ("correcting", "not_started", None)


def test_a_second_correction_notice_is_refused(office: Office) -> None:
    office.do("2026-04-28", "applicant", "submit", id="K1", request="new")
    office.do("2026-04-29", "officer", "correct", id="K1", missing=["site plan"])
    office.refused("second_correction", "2026-04-29", "officer", "correct", id="K1", missing=["deed"])
    office.do("2026-05-06", "applicant", "supply", id="K1", documents=["site plan"])
    refusal = office.refused("second_correction", "2026-05-07", "officer", "correct", id="K1", missing=["deed"])
    assert "art. 32" in refusal.text.en
    assert "第32条" in refusal.text.zh


def test_a_correction_after_silence_has_accepted_is_refused(office: Office) -> None:
    office.do("2026-04-28", "applicant", "submit", id="K1", request="new")
    tried: dict[str, dict[str, Any]] = {
        "correct": {"missing": ["x"]},
        "reject": {"reason": "x"},
        "accept": {"joint_handling": False},
    }
    for command, fields in tried.items():
        office.refused("already_deemed_accepted", "2026-05-09", "officer", command, id="K1", **fields)


def test_silence_after_everything_was_supplied_is_acceptance_from_the_second_receipt(office: Office) -> None:
    office.do("2026-03-02", "applicant", "submit", id="K1", request="new")
    office.do("2026-03-03", "officer", "correct", id="K1", missing=["deed"])
    office.do("2026-03-10", "applicant", "supply", id="K1", documents=["deed"])
    seen = office.see("2026-03-18", "case", id="K1")
    assert (seen["state"], seen["accepted_on"]) == ("accepted", "2026-03-10")


@pytest.mark.parametrize(
    ("command", "by", "fields"),
    [
        ("decide", "officer", {"outcome": "granted", "reason": "met"}),
        ("suspend", "officer", {"reason": "hearing", "notified_in_writing": True}),
        ("hear", "officer", {"hearing_on": "2026-05-01"}),
        ("extend", "agency_head", {"reason": "complex"}),
    ],
)
def test_nothing_is_decided_heard_suspended_or_extended_before_acceptance(
    office: Office, command: str, by: str, fields: dict[str, Any]
) -> None:
    office.do("2026-03-02", "applicant", "submit", id="K1", request="new")
    office.refused("not_accepted_yet", "2026-03-02", by, command, id="K1", **fields)


def test_a_second_extension_is_refused(office: Office) -> None:
    accepted(office)
    assert office.do("2026-03-12", "agency_head", "extend", id="K1", reason="differ")["due"] == "2026-03-30"
    office.refused("extension_already_used", "2026-03-26", "agency_head", "extend", id="K1", reason="again")


def test_an_extension_needs_a_reason_a_competent_approver_and_a_period_that_still_runs(office: Office) -> None:
    accepted(office)
    office.refused("extension_without_reason", "2026-03-12", "agency_head", "extend", id="K1")
    office.refused("extension_without_reason", "2026-03-12", "agency_head", "extend", id="K1", reason="  ")
    office.refused("approver_not_competent", "2026-03-12", "government_head", "extend", id="K1", reason="x")
    office.refused("approver_not_competent", "2026-03-12", "officer", "extend", id="K1", reason="x")
    office.refused("extension_too_late", "2026-03-17", "agency_head", "extend", id="K1", reason="x")


def test_suspended_working_days_are_added_to_the_deadline(office: Office) -> None:
    accepted(office)
    office.refused(
        "suspension_not_notified", "2026-03-02", "officer", "suspend", id="K1", reason="test", notified_in_writing=False
    )
    stopped = office.do("2026-03-02", "officer", "suspend", id="K1", reason="test", notified_in_writing=True)
    assert (stopped["state"], stopped["clock"], stopped["due"]) == ("suspended", "suspended", None)
    resumed = office.do("2026-03-09", "officer", "resume", id="K1")
    assert (resumed["clock"], resumed["due"]) == ("running", "2026-03-23")


def test_a_suspension_that_ends_on_the_day_it_began_costs_nothing(office: Office) -> None:
    accepted(office)
    office.do("2026-03-02", "officer", "suspend", id="K1", reason="test", notified_in_writing=True)
    assert office.do("2026-03-02", "officer", "resume", id="K1")["due"] == "2026-03-16"


def test_while_suspended_it_is_told_what_the_deadline_would_be(office: Office) -> None:
    accepted(office)
    office.do("2026-03-02", "officer", "suspend", id="K1", reason="test", notified_in_writing=True)
    clocks = {c["clock"]: c for c in office.see("2026-03-09", "case", id="K1")["clocks"]}
    assert clocks["decision"]["not_before"] == "2026-03-23"


def test_a_refusal_carries_reason_review_body_and_a_lawful_period(office: Office) -> None:
    accepted(office)
    refuse = {"id": "K1", "outcome": "refused", "reason": "unsafe"}
    for remedy in ({}, {"review_body": "city"}, {"review_days": 60}, {"review_body": "city", "review_days": 59}):
        office.refused("refusal_without_remedy_line", "2026-03-02", "officer", "decide", **refuse, **remedy)
    office.invalid("reason", "2026-03-02", "officer", "decide", id="K1", outcome="refused", **REMEDY)
    assert office.do("2026-03-02", "officer", "decide", **refuse, **REMEDY)["state"] == "refused"


def test_a_hearing_needs_seven_working_days_of_notice(office: Office) -> None:
    accepted(office, "2026-03-02")
    refusal = office.refused(
        "hearing_notice_too_short", "2026-03-03", "officer", "hear", id="K1", hearing_on="2026-03-11"
    )
    assert "2026-03-12" in refusal.text.en
    office.do("2026-03-03", "officer", "hear", id="K1", hearing_on="2026-03-12")


def test_a_renewal_without_an_answer_by_expiry_is_renewed(office: Office) -> None:
    office.do("2026-11-20", "applicant", "submit", id="K1", request="renewal", licence_expires_on="2026-12-31")
    assert office.see("2026-12-31", "case", id="K1")["state"] == "accepted"
    seen = office.see("2027-01-01", "case", id="K1")
    assert (seen["state"], seen["deemed"], seen["renewed_on"]) == ("deemed_renewed", True, "2026-12-31")


@pytest.mark.parametrize(("asked", "renewed"), [("2026-12-01", True), ("2026-12-02", False)])
def test_a_renewal_is_asked_for_thirty_days_before_expiry(office: Office, asked: str, renewed: bool) -> None:
    told = office.do(asked, "applicant", "submit", id="K1", request="renewal", licence_expires_on="2026-12-31")
    assert ("renewal_asked_late" in told["warnings"]) is not renewed
    assert (office.see("2027-01-01", "case", id="K1")["state"] == "deemed_renewed") is renewed


def test_a_renewal_that_waits_for_the_applicants_papers_is_not_renewed_by_silence(office: Office) -> None:
    office.do("2026-11-20", "applicant", "submit", id="K1", request="renewal", licence_expires_on="2026-12-31")
    office.do("2026-11-23", "officer", "correct", id="K1", missing=["report"])
    assert office.see("2027-01-04", "case", id="K1")["state"] == "correcting"


def test_the_earlier_of_expiry_and_decision_period_is_due(office: Office) -> None:
    office.do("2026-11-02", "applicant", "submit", id="K1", request="renewal", licence_expires_on="2026-12-02")
    told = office.do("2026-11-05", "officer", "accept", id="K1", joint_handling=False)
    assert told["due"] == "2026-12-02"


def test_a_renewal_needs_its_expiry_and_a_licence_that_lives(office: Office) -> None:
    office.invalid("licence_expires_on", "2026-11-20", "applicant", "submit", id="K1", request="renewal")
    office.refused(
        "licence_expired",
        "2026-11-20",
        "applicant",
        "submit",
        id="K1",
        request="renewal",
        licence_expires_on="2026-11-19",
    )


def test_a_period_into_an_unpublished_year_is_provisional_and_nothing_is_deemed_from_it(office: Office) -> None:
    told = office.do("2026-12-30", "applicant", "submit", id="K1", request="new")
    assert told["published"] is False
    assert office.see("2027-02-01", "case", id="K1")["state"] == "submitted"


def test_a_newly_published_calendar_recomputes_a_running_deadline_and_leaves_a_met_one() -> None:
    plain = Programme([LicenceCase], Context(Calendar()))
    office = Office(LicenceCase, programme=plain)
    office.do("2026-02-02", "applicant", "submit", id="K1", request="new")
    office.do("2026-02-05", "officer", "accept", id="K1", joint_handling=False)
    before = office.see("2026-02-06", "case", id="K1")
    assert (before["due"], before["published"]) == ("2026-03-05", False)
    plain.context = Context(CHINA)
    after = office.see("2026-02-06", "case", id="K1")
    assert (after["due"], after["published"]) == (_after("2026-02-05", 20), True)
    met = next(clock for clock in after["clocks"] if clock["clock"] == "completeness")
    assert (met["state"], met["due"], met["published"]) == ("stopped", "2026-02-09", False)


def test_roles_states_and_numbers_are_asked_in_clear_words(office: Office) -> None:
    office.refused("unknown_case", "2026-03-02", "officer", "accept", id="K9", joint_handling=False)
    office.do("2026-03-02", "applicant", "submit", id="K1", request="new")
    office.refused("already_exists", "2026-03-02", "applicant", "submit", id="K1", request="new")
    office.refused("not_competent", "2026-03-02", "applicant", "accept", id="K1", joint_handling=False)
    office.refused("unknown_command", "2026-03-02", "officer", "approve", id="K1")
    refusal = office.refused("not_possible_in_this_state", "2026-03-02", "officer", "issue", id="K1")
    assert "Received" in refusal.text.en
    assert "准予许可" in refusal.text.zh
    office.invalid("id", "2026-03-02", "officer", "accept", joint_handling=False)
    office.invalid("colour", "2026-03-02", "officer", "accept", id="K1", joint_handling=False, colour="red")
    office.invalid("joint_handling", "2026-03-02", "officer", "accept", id="K1", joint_handling="yes")
    office.invalid("at", "2026-03-01", "officer", "accept", id="K1", joint_handling=False)


def test_what_may_be_done_next_is_told_by_role(office: Office) -> None:
    office.do("2026-03-02", "applicant", "submit", id="K1", request="new")
    officer = office.see("2026-03-02", "open", id="K1", role="officer")["open"]
    assert [step["command"] for step in officer] == ["correct", "accept", "reject"]
    applicant = office.see("2026-03-02", "open", id="K1", role="applicant")["open"]
    assert [step["command"] for step in applicant] == ["withdraw"]
    assert officer[0]["documents"][0]["title"]["zh"] == "补正告知书"


def _after(day: str, count: int) -> str:
    return CHINA.add_working_days(date.fromisoformat(day), count).isoformat()
