"""The case page: where it stands, until when, what is asked of whom, and all that happened."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from mulberry.law.text import t
from mulberry.record.events import Actor, Command
from mulberry_web.facts.machine import ID as FACTS
from mulberry_web.people import door as people
from mulberry_web.procedures.case_file import ID as FILES
from mulberry_web.procedures.door import throw_erased
from mulberry_web.procedures.models import Paper
from mulberry_web.procedures.papers import folder
from mulberry_web.procedures.subject import about
from mulberry_web.record import door, read
from mulberry_web.record.erase import erase
from mulberry_web.record.erasure import DATA_OFFICER, ERASURE
from mulberry_web.record.models import Event
from tests.web.procedures.fixtures import Clock
from tests.web.procedures.pack import MillCase
from tests.web.procedures.people import MILL, NINE, Town, pdf

CASE = f"/cases/{MILL}/2026-TEST-0001"


def page(town: Town, name: str, address: str = CASE, language: str = "zh-CN") -> str:
    response = town.client(name, language).get(address)
    assert response.status_code == 200, response.status_code
    return response.content.decode()


def test_the_applicant_sees_whose_turn_it_is_and_until_when(town: Town) -> None:
    town.do("submit")
    shown = page(town, "owner")
    assert "等待经办人办理，最迟2026年3月9日" in shown and "已用0个工作日，还剩5个工作日" in shown


def test_what_was_found_missing_is_asked_of_the_applicant_item_by_item(town: Town) -> None:
    town.do("submit")
    town.do("correct", missing=["排污许可", "用地证明"])
    shown = page(town, "owner")
    assert "<li>排污许可</li>" in shown and "<li>用地证明</li>" in shown
    assert f"{CASE}/act/supply" in shown and "轮到您了" in shown


def test_the_course_tells_every_event_with_what_was_given_its_law_and_its_receipt(town: Town) -> None:
    town.do("submit")
    town.do("accept")
    shown = page(town, "owner")
    for told in ("提交", "受理", "沈如意", "生丝", "《缫丝条例》（丝令第2号）第2条", "《缫丝细则》第2条"):
        assert told in shown, told
    for index in Event.objects.filter(stream__instrument=MILL).values_list("index", flat=True):
        assert f"/receipts/{index}" in shown


def test_the_applicant_knows_the_offices_people_by_their_role_and_the_office_knows_everybody(town: Town) -> None:
    town.do("submit")
    town.do("accept")
    assert "officer甲" not in page(town, "owner") and "owner甲" in page(town, "owner")
    assert "officer甲" in page(town, "second") and "owner甲" in page(town, "second")


def test_a_supervisor_sees_the_case_and_nothing_about_people(town: Town) -> None:
    town.do("submit")
    shown = page(town, "supervisor")
    assert "缫丝许可" in shown and "不向您显示" in shown
    assert "沈如意" not in shown and "owner甲" not in shown and "/act/" not in shown


def test_a_suspended_clock_says_that_the_time_does_not_count(town: Town, clock: Clock) -> None:
    town.do("submit")
    town.do("accept", at=NINE.replace(hour=10))
    town.do("suspend", at=NINE.replace(day=4), reason="检测水质")
    clock.set("2026-03-11T09:00")
    shown = page(town, "owner")
    assert "中止计时" in shown and "2026年3月4日起中止" in shown and "若今天恢复计时，最后一天为" in shown
    town.do("resume", at=NINE.replace(day=12))
    clock.set("2026-03-12T10:00")
    shown = page(town, "owner")
    assert "2026年3月4日至2026年3月11日中止，不计入期限" in shown
    assert '最后一天 <strong><time datetime="2026-04-08">' in shown, "six days stopped, Qingming on 6 April"


def test_a_late_office_is_told_so_in_words(town: Town, clock: Clock) -> None:
    town.do("submit")
    town.do("accept")
    clock.set("2026-04-03T09:00")
    shown = page(town, "officer")
    assert "逾期" in shown and "已经逾期，请尽快办理" in shown


def test_a_deadline_in_a_year_whose_holidays_are_not_announced_is_provisional(town: Town, clock: Clock) -> None:
    clock.set("2027-03-01T09:00")
    town.do("submit", at=NINE.replace(year=2027))
    clock.set("2027-03-02T10:00")
    shown = page(town, "owner")
    assert "暂定" in shown and "放假安排尚未公布" in shown


def test_what_silence_has_decided_is_shown_before_anybody_has_recorded_it(town: Town, clock: Clock) -> None:
    town.do("submit")
    clock.set("2026-03-11T09:00")
    shown = page(town, "owner")
    assert "已受理" in shown and "法律已作出后果" in shown
    assert Event.objects.filter(stream__instrument=MILL).count() == 1


def test_an_unconfirmed_period_says_so_and_a_confirmed_one_does_not(town: Town) -> None:
    town.do("submit")
    assert "“查验天数”的数值还没有与官方文本核对" in page(town, "owner")
    town.do("accept")
    assert "的数值还没有与官方文本核对" not in page(town, "owner")


def test_the_officer_sees_what_the_rules_say_on_the_facts_on_file(town: Town) -> None:
    town.state(basins=40, clean=False)
    town.do("submit")
    shown = page(town, "officer")
    assert "可否缫丝" in shown and "不可以" in shown and "1项符合，1项不符合" in shown and "水质达标" in shown


def test_the_applicant_is_not_shown_the_officers_reading(town: Town) -> None:
    town.state(basins=40, clean=True)
    town.do("submit")
    assert "规则怎么说" not in page(town, "owner")


def test_in_english_everything_is_english(town: Town) -> None:
    town.do("submit")
    shown = page(town, "owner", language="en")
    assert "Leave to run a mill" in shown and "Waiting for: Officer, until 9 Mar 2026 at the latest." in shown
    assert "Time to check" in shown and "raw silk" in shown and "查验" not in shown


@pytest.mark.parametrize("name", ["stranger", "elsewhere", "alone"])
def test_a_stranger_cannot_tell_a_case_from_none(town: Town, name: str) -> None:
    town.do("submit")
    client = town.client(name)
    there, nowhere = client.get(CASE), client.get(f"/cases/{MILL}/2026-NONE-0000")
    assert there.status_code == nowhere.status_code == 404
    assert plain(there.content, "2026-TEST-0001") == plain(nowhere.content, "2026-NONE-0000")


def plain(content: bytes, number: str) -> str:
    """A page without its address and without the tokens that differ each time."""
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", content.decode()).replace(number, "")


def test_a_paper_is_given_to_the_applicant_and_the_office_as_it_was_handed_in(town: Town) -> None:
    with_paper(town)
    paper = Paper.objects.get()
    for name in ("owner", "colleague", "reader", "officer"):
        response = town.client(name).get(f"{CASE}/papers/{paper.ref}")
        assert response.content == b"%PDF-1.4 plan"
        assert response.headers["Content-Disposition"].startswith("attachment;")
        assert response.headers["X-Content-Type-Options"] == "nosniff"
    for name in ("stranger", "elsewhere", "supervisor"):
        assert town.client(name).get(f"{CASE}/papers/{paper.ref}").status_code == 404


def test_a_paper_that_was_exchanged_is_withheld(town: Town, settings: object) -> None:
    with_paper(town)
    paper = Paper.objects.get()
    (settings.MEDIA_ROOT / "papers" / paper.ref).write_bytes(b"%PDF-1.4 another")  # type: ignore[attr-defined]
    response = town.client("officer").get(f"{CASE}/papers/{paper.ref}")
    assert response.status_code == 409 and "不能提供" in response.content.decode()


def with_paper(town: Town) -> None:
    """A case to which the applicant has supplied a paper."""
    town.do("submit")
    town.do("correct", missing=["厂区图"])
    form = town.client("owner").get(f"{CASE}/act/supply").content.decode()
    from tests.web.procedures.people import hidden

    sent = {**hidden(form), "documents": "", "papers": pdf()}
    assert town.client("owner").post(f"{CASE}/act/supply", sent).status_code == 302


def test_the_list_of_ones_cases_shows_those_of_ones_organisations_alone(town: Town) -> None:
    town.do("submit")
    assert "2026-TEST-0001" in page(town, "owner", "/cases")
    assert "2026-TEST-0001" in page(town, "reader", "/cases")
    for name in ("stranger", "alone"):
        assert "2026-TEST-0001" not in page(town, name, "/cases")


def test_a_paper_whose_name_was_erased_from_the_record_is_gone_here_too(town: Town) -> None:
    with_paper(town)
    paper = Paper.objects.get()
    privacy = people.office("privacy", t("个保办", "Privacy office"), handles=(ERASURE, FILES))
    people.appoint(town.second, privacy, DATA_OFFICER.id)
    erase(town.second, FILES, f"{MILL}/2026-TEST-0001", "本人要求", NINE.replace(hour=12))
    assert f"{CASE}/papers/" not in page(town, "owner")
    assert town.client("owner").get(f"{CASE}/papers/{paper.ref}").status_code == 404
    assert throw_erased(MILL, "2026-TEST-0001") == 1 and not Paper.objects.exists()
    assert not (folder() / paper.ref).exists()


def test_the_home_page_names_the_cases_that_wait_for_the_reader(town: Town) -> None:
    town.do("submit")
    town.do("correct", missing=["图"])
    assert "等您办理" in page(town, "owner", "/") and "2026-TEST-0001" in page(town, "owner", "/")
    assert "2026-TEST-0001" in page(town, "officer", "/") and "2026-TEST-0001" not in page(town, "stranger", "/")


def test_a_case_that_names_somebody_elses_subject_learns_nothing_about_it(town: Town) -> None:
    fields = {"subject": "org-TEA-1", "kind": "enterprise", "facts": {"basins": 99}}
    door.execute(town.stranger, Command(FACTS, "state", fields, Actor("owner"), NINE), owner=town.other)
    town.do("submit")
    held = read.case(town.officer, MILL, "2026-TEST-0001", NINE)
    named = replace(held, state=replace(held.state, data={**held.state.data, "enterprise": "org-TEA-1"}))
    assert about(town.officer, MillCase, named, NINE).facts == {}


def test_a_period_that_nobody_kept_says_that_the_law_has_spoken(town: Town, clock: Clock) -> None:
    town.do("submit")
    clock.set("2026-03-11T09:00")
    assert "期满未办，依法生效" in page(town, "owner")
