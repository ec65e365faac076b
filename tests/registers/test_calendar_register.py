"""X.1: the register of yearly working-day calendars."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mulberry.law.calendar import Calendar
from mulberry.record.memory import Programme
from mulberry_sip.programme.calendar_register import WorkingDayCalendar
from mulberry_sip.programme.licensing import LicenceCase
from tests.procedures.scenarios import Office

NOTICE_2026: dict[str, Any] = {
    "year": 2026,
    "notice_title": "国务院办公厅关于2026年部分节假日安排的通知",
    "notice_date": "2025-11-04",
    "url": "https://www.gov.cn/",
    "off_days": [
        *(f"2026-01-0{n}" for n in (1, 2, 3)),
        *(f"2026-02-{n}" for n in range(15, 24)),
        *(f"2026-04-0{n}" for n in (4, 5, 6)),
        *(f"2026-05-0{n}" for n in range(1, 6)),
        *(f"2026-06-{n}" for n in (19, 20, 21)),
        *(f"2026-09-{n}" for n in (25, 26, 27)),
        *(f"2026-10-0{n}" for n in range(1, 8)),
    ],
    "makeup_days": ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"],
    "working_days": 248,
}


@pytest.fixture
def office() -> Office:
    return Office(WorkingDayCalendar)


def test_a_notice_is_loaded_and_published_with_its_totals(office: Office) -> None:
    told = office.do("2025-11-05", "calendar_clerk", "enter", **NOTICE_2026)
    assert (told["state"], told["working_days"]) == ("loaded", 248)
    assert told["by_month"] == [21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23]
    assert office.do("2025-11-05", "calendar_clerk", "move", year=2026, to="published")["state"] == "published"
    assert office.see("2025-11-05", "year", year=2026)["notice_date"] == "2025-11-04"


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"makeup_days": ["2026-01-05"]}, "makeup_not_on_weekend"),
        ({"makeup_days": ["2026-01-03"]}, "both_off_and_makeup"),
        ({"off_days": ["2026-01-01", "2026-01-03"]}, "off_block_not_contiguous"),
        ({"working_days": 249}, "control_total_differs"),
    ],
)
def test_a_notice_that_makes_no_sense_is_refused(office: Office, changed: dict[str, Any], code: str) -> None:
    office.refused(code, "2025-11-05", "calendar_clerk", "enter", **{**NOTICE_2026, **changed})


def test_only_what_is_published_counts_and_a_correction_counts_when_it_is_published(office: Office) -> None:
    def works() -> bool:
        entry = office.programme.streams["working-day-calendar", "2026"].state
        return WorkingDayCalendar.calendar(Calendar(), [entry]).is_working(date(2026, 10, 10))

    office.do("2025-11-05", "calendar_clerk", "enter", **NOTICE_2026)
    assert not works()
    office.do("2025-11-05", "calendar_clerk", "move", year=2026, to="published")
    assert works()
    fewer = {**NOTICE_2026, "makeup_days": NOTICE_2026["makeup_days"][:-1], "working_days": 247}
    office.do("2026-03-02", "calendar_clerk", "enter", **fewer)
    assert works()
    office.do("2026-03-02", "calendar_clerk", "move", year=2026, to="published")
    assert not works()


def test_publishing_a_year_recomputes_every_open_case_and_tells_how_many_have_changed() -> None:
    programme = Programme([WorkingDayCalendar, LicenceCase])
    clerk, cases = Office(WorkingDayCalendar, programme=programme), Office(LicenceCase, programme=programme)
    for number, received in (("K3", "2026-03-02"), ("K1", "2026-12-28"), ("K2", "2026-12-28")):
        cases.do(received, "applicant", "submit", id=number, request="new")
    assert cases.see("2026-12-28", "case", id="K1")["published"] is False
    notice = {"year": 2027, "notice_title": "notice", "notice_date": "2026-12-28", "url": "-", "makeup_days": []}
    off = {"off_days": ["2027-01-01"], "working_days": 260}
    assert clerk.do("2026-12-28", "calendar_clerk", "enter", **notice, **off)["changed_deadlines"] == 0
    told = clerk.do("2026-12-28", "calendar_clerk", "move", year=2027, to="published")
    assert told["changed_deadlines"] == 2
    seen = cases.see("2026-12-28", "case", id="K1")
    assert (seen["due"], seen["published"]) == ("2027-01-05", True)
    assert cases.see("2027-01-06", "case", id="K1")["state"] == "accepted"


def test_years_that_are_none_are_invalid(office: Office) -> None:
    office.invalid("year", "2025-11-05", "calendar_clerk", "enter", **{**NOTICE_2026, "year": "next"})
    office.invalid("year", "2025-11-05", "calendar_clerk", "enter", **{**NOTICE_2026, "year": 1900})
    office.invalid(
        "off_days[1]", "2025-11-05", "calendar_clerk", "enter", **{**NOTICE_2026, "off_days": ["2026-13-01"]}
    )
