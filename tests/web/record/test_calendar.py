"""A calendar that is published through the write door: open deadlines follow it, those that were acted on stand."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from pytest_django import Settings

from mulberry.law.text import t
from mulberry.record.events import Actor, Command
from mulberry_web.people import door as people
from mulberry_web.people.models import Person
from mulberry_web.record import deadlines, door, read, upkeep
from mulberry_web.record.check import check
from mulberry_web.record.door import Answer
from mulberry_web.record.models import Head, Stream
from mulberry_web.record.programme import programme
from mulberry_web.record.store import End
from mulberry_web.record.work import Work

pytestmark = pytest.mark.django_db
REGISTER, CASE = "working-day-calendar", "licence-case"


class Office:
    """An applicant, an officer and the clerk who keeps the calendar."""

    def __init__(self) -> None:
        self.applicant = people.enrol("applicant", t("申请人", "Applicant"))
        self.officer = people.enrol("officer", t("经办人", "Officer"))
        self.clerk = people.enrol("clerk", t("日历管理员", "Calendar clerk"))
        permits = people.office("permits", t("许可局", "Permit office"), handles=(CASE,))
        people.appoint(self.officer, permits, "officer")
        people.appoint(
            self.clerk, people.office("calendar", t("日历", "Calendar"), handles=(REGISTER,)), "calendar_clerk"
        )

    def do(self, who: Person, role: str, what: str, at: str, **fields: Any) -> Answer:
        instrument, _, name = what.rpartition(".")
        return door.execute(who, Command(instrument, name, fields, Actor(role), datetime.fromisoformat(at)))

    def accepted(self, id: str, day: str = "2026-12-28") -> None:
        self.do(self.applicant, "applicant", f"{CASE}.submit", f"{day}T09:00", id=id, request="new")
        self.do(self.officer, "officer", f"{CASE}.accept", f"{day}T10:00", id=id, joint_handling=False)

    def publish(self, off: str = "2027-01-01") -> Answer:
        notice = {"notice_title": "notice", "notice_date": "2026-12-28", "url": "-", "makeup_days": []}
        given = {"year": 2027, "off_days": [off], "working_days": 260, **notice}
        entered = self.do(self.clerk, "calendar_clerk", f"{REGISTER}.enter", "2026-12-28T11:00", **given)
        assert entered.said["changed_deadlines"] == 0
        return self.do(self.clerk, "calendar_clerk", f"{REGISTER}.move", "2026-12-28T12:00", year=2027, to="published")


@pytest.fixture
def office(settings: Settings) -> Office:
    settings.MULBERRY_PACKS = []
    programme.cache_clear()
    return Office()


def due(id: str) -> tuple[date | None, bool | None]:
    stream = Stream.objects.get(instrument=CASE, key=id)
    return stream.due, stream.published


def test_open_deadlines_are_counted_again_and_the_clerk_is_told_how_many(office: Office) -> None:
    office.accepted("K1")
    office.accepted("K2", day="2026-06-01")
    before, long_before = due("K1"), due("K2")
    assert before[1] is False
    told = office.publish()
    assert told.said["changed_deadlines"] == 1
    assert due("K1") != before
    assert due("K1")[1] is True
    assert due("K2") == long_before
    assert check().differences == ()


def test_what_is_decided_next_and_what_is_shown_counts_by_the_new_calendar(office: Office) -> None:
    office.accepted("K1")
    office.publish()
    office.accepted("K2")
    assert due("K2") == due("K1")
    seen = read.case(office.officer, CASE, "K1", datetime.fromisoformat("2026-12-29T09:00")).view("case")
    assert (seen["due"], seen["published"]) == (str(due("K1")[0]), True)


def test_the_mark_of_the_calendar_is_checked(office: Office) -> None:
    office.accepted("K1")
    office.publish()
    assert len(Head.objects.get().calendar) == 64
    assert check().ok
    Head.objects.update(calendar="")
    found = {(one.at, one.field) for one in check().differences}
    assert ("head", "calendar") in found


def test_a_decision_that_counted_by_an_older_calendar_is_made_again(office: Office, monkeypatch: Any) -> None:
    """Somebody publishes a calendar after the case was read and before it is written."""
    office.do(office.applicant, "applicant", f"{CASE}.submit", "2026-12-28T09:00", id="K1", request="new")
    plain, marks = Work.write, list[str]()

    def write(work: Work, *arguments: Any) -> Any:
        end = work.end or work.store.lock_head()
        work.end = end if marks else End(end.frontier, "another")
        marks.append(work.end.calendar)
        return plain(work, *arguments)

    monkeypatch.setattr(Work, "write", write)
    office.do(office.officer, "officer", f"{CASE}.accept", "2026-12-28T10:00", id="K1", joint_handling=False)
    assert marks == ["another", ""]
    assert Stream.objects.get(key="K1").version == 2
    assert check().ok


def test_deadlines_that_could_not_be_counted_at_once_are_made_up_for(office: Office, monkeypatch: Any) -> None:
    office.accepted("K1")
    upkeep.refresh()
    monkeypatch.setattr(door, "redate", lambda: 0)
    office.publish()
    assert due("K1")[1] is False
    assert upkeep.refresh() == 1
    assert due("K1")[1] is True
    assert check().ok
    assert deadlines.redate() == 0


def test_a_correction_is_published_over_the_first_notice(office: Office) -> None:
    office.accepted("K1")
    office.publish()
    first = due("K1")
    corrected = {
        "year": 2027,
        "notice_title": "corrected",
        "notice_date": "2026-12-29",
        "url": "-",
        "working_days": 259,
    }
    days = {"off_days": [f"2027-01-0{day}" for day in (1, 2, 3, 4)], "makeup_days": []}
    office.do(office.clerk, "calendar_clerk", f"{REGISTER}.enter", "2026-12-29T09:00", **corrected, **days)
    again = f"{REGISTER}.move"
    told = office.do(office.clerk, "calendar_clerk", again, "2026-12-29T10:00", year=2027, to="published")
    assert told.said["changed_deadlines"] == 1
    assert due("K1") != first
    assert check().ok
