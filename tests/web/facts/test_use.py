"""What can we use: every decision about the subject, yes, settled, one step away, open, no; and why."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mulberry_web.facts.offers import Standing, offers
from tests.web.small.people import FIRM, Desk


@pytest.mark.parametrize(
    ("facts", "standing"),
    [
        ({"staff": 12, "green": True}, Standing.YES),
        ({"staff": 9, "green": True}, Standing.NEAR),
        ({"staff": 12}, Standing.NEAR),
        ({}, Standing.OPEN),
        ({"staff": 9, "green": False}, Standing.NO),
        ({"green": False}, Standing.NO),
    ],
)
def test_each_decision_stands_under_its_heading(small: None, facts: dict[str, Any], standing: Standing) -> None:
    found = {offer.decision.id: offer.standing for offer in offers("enterprise", facts, date(2026, 3, 2))}
    assert found["silk-grant"] is standing


def test_a_choice_of_ways_is_settled_and_no_yes_or_no(small: None) -> None:
    (way,) = [o for o in offers("enterprise", {"sector": "tea"}, date(2026, 3, 2)) if o.decision.id == "silk-way"]
    assert way.standing is Standing.SETTLED
    assert way.shown is not None and way.shown.outcome.en == "The tea counter"


def test_a_stated_fact_that_no_longer_makes_sense_is_told_and_the_others_are_answered(small: None) -> None:
    found = offers("enterprise", {"staff": -3, "sector": "tea"}, date(2026, 3, 2))
    told = {offer.decision.id: offer.error for offer in found}
    assert told["silk-grant"] is not None and told["silk-way"] is None


def test_the_page_says_why_not_and_what_is_missing(desk: Desk) -> None:
    desk.state(staff=9, green=True)
    page = desk.client("owner").get(f"/use/{FIRM}/").content.decode()
    assert "只差一项" in page and "人数达到要求" in page
    assert f"/facts/{FIRM}/change/sector" in page  # the other decision lacks this fact


def test_where_the_answer_is_yes_the_page_leads_to_the_application(desk: Desk) -> None:
    desk.state(staff=12, green=True)
    assert 'href="/apply/silk-grant-case"' in desk.client("owner").get(f"/use/{FIRM}/").content.decode()


def test_an_answer_tells_every_requirement_with_what_it_read_and_its_law(desk: Desk) -> None:
    desk.state(staff=9, green=True, sector="silk")
    page = desk.client("owner").get(f"/use/{FIRM}/silk-grant").content.decode()
    for told in ("人数达到要求", "9人", "《桑蚕细则》第2条", "是绿色企业", "不符合", "-1人"):
        assert told in page


def test_an_answer_says_which_values_nobody_has_checked_and_which_are_missing(desk: Desk) -> None:
    desk.state(staff=9, green=True, turnover="5.00")
    page = desk.client("owner").get(f"/use/{FIRM}/silk-grant").content.decode()
    assert "以下数值未经核对" in page and "尚未查明" in page


def test_an_answer_is_given_as_of_the_day_asked_for(desk: Desk) -> None:
    page = desk.client("owner").get(f"/use/{FIRM}/silk-grant?as_of=2025-07-01").content.decode()
    assert "2025年7月1日" in page


@pytest.mark.parametrize("typed", ["yesterday", "2026-02-30", "0001-01-01"])
def test_a_day_that_is_none_is_told_and_today_is_answered(desk: Desk, typed: str) -> None:
    response = desk.client("owner").get(f"/use/{FIRM}/", {"as_of": typed})
    assert response.status_code == 200 and 'aria-invalid="true"' in response.content.decode()


def test_a_decision_about_another_kind_of_subject_is_not_there(desk: Desk) -> None:
    assert desk.client("owner").get(f"/use/{FIRM}/worker-permit").status_code == 404


def test_the_people_of_a_firm_are_asked_their_own_questions(desk: Desk) -> None:
    desk.add_person()
    desk.state(subject="person-1", kind="person", foreign=False)
    page = desk.client("owner", "en").get("/use/person-1/").content.decode()
    assert "Permit for a worker" in page and "Silk grant" not in page and "Ada Silk" in page


def test_the_home_page_counts_what_stands_where(desk: Desk) -> None:
    desk.state(staff=12, green=True)
    page = desk.client("owner").get("/").content.decode()
    assert "能用什么" in page and "桑田丝绸" in page
