"""Applying: one thing per page, kept until one comes back, checked, sent once."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from mulberry_web.procedures import door as drafts
from mulberry_web.procedures.models import Draft, Paper
from mulberry_web.record.models import Stream
from tests.web.procedures.fixtures import Clock
from tests.web.procedures.people import ANSWERS, MILL, Town, pdf

START = f"/apply/{MILL}"


def started(client: Client, **choice: Any) -> str:
    """The address of a new draft."""
    response = client.post(START, choice)
    assert response.status_code == 302, response.content.decode()
    return response.headers["Location"]


def answer(client: Client, draft: str, name: str, value: Any = None, **more: Any) -> Any:
    return client.post(f"{draft}/ask/{name}", {name: ANSWERS[name] if value is None else value, **more})


def filled(client: Client, **others: Any) -> str:
    """A draft with every answer and paper that must be given."""
    draft = started(client)
    for name, value in (ANSWERS | others).items():
        assert answer(client, draft, name, value).status_code == 302
    assert client.post(f"{draft}/papers/plan", {"papers": pdf(), "onwards": "1"}).status_code == 302
    return draft


def test_the_start_page_says_who_with_what_in_how_many_days_and_under_which_law(town: Town) -> None:
    page = town.client(None).get(START).content.decode()
    for told in ("缫丝许可", "申请人", "厂区图", "20个工作日", "5个工作日", "《缫丝条例》", "视为受理", "缫丝须许可"):
        assert told in page, told
    assert "未核对" in page, "the rules have not been compared with the official text"


def test_a_visitor_is_asked_to_sign_in_and_comes_back_to_the_start_page(town: Town) -> None:
    response = town.client(None).post(START)
    assert response.headers["Location"] == f"/sign-in?next={START}"


def test_an_answer_leads_to_the_next_question_and_in_the_end_to_the_papers(town: Town) -> None:
    client = town.client("owner")
    draft = started(client)
    names = list(ANSWERS)
    for name, following in zip(names, [*names[1:], "remark"], strict=True):
        assert answer(client, draft, name).headers["Location"].endswith(f"/ask/{following}")
    assert client.post(f"{draft}/ask/remark", {"remark": ""}).headers["Location"].endswith("/papers/plan")


def test_the_name_of_the_firm_is_offered_for_the_applicant(town: Town) -> None:
    client = town.client("owner")
    assert 'value="桑田丝绸"' in client.get(f"{started(client)}/ask/applicant").content.decode()


def test_what_was_answered_is_there_when_one_comes_back_another_day(town: Town, clock: Clock) -> None:
    client = town.client("owner")
    draft = started(client)
    answer(client, draft, "survey", "W-77", later="1")
    clock.set("2026-03-20T10:00")
    again = town.client("owner")
    assert draft in again.get("/cases").content.decode()
    assert 'value="W-77"' in again.get(f"{draft}/ask/survey").content.decode()


def test_leaving_a_question_open_for_later_is_no_mistake(town: Town) -> None:
    client = town.client("owner")
    response = answer(client, started(client), "basins", "", later="1")
    assert response.headers["Location"] == "/cases"


def test_a_mistake_is_told_on_its_own_page_and_what_was_typed_stays(town: Town) -> None:
    client = town.client("owner")
    response = answer(client, started(client), "basins", "many")
    page = response.content.decode()
    assert response.status_code == 422
    assert 'value="many"' in page and 'href="#id-basins"' in page and 'aria-invalid="true"' in page


def test_what_the_law_asks_for_is_named_with_the_way_out(town: Town) -> None:
    client = town.client("owner")
    response = answer(client, started(client), "survey", "")
    assert response.status_code == 422 and "须先作水质检测" in response.content.decode()


def test_the_task_list_says_of_each_question_whether_it_is_answered(town: Town) -> None:
    client = town.client("owner")
    draft = started(client)
    answer(client, draft, "basins")
    page = client.get(draft).content.decode()
    assert page.count("已填写") == 1 and page.count("未填写") == 4 and page.count("可不填") == 1
    assert "填完后可以提交" in page and f"{draft}/check" not in page


def test_the_check_shows_every_answer_with_a_way_to_change_it_and_back(town: Town) -> None:
    client = town.client("owner")
    draft = filled(client)
    page = client.get(f"{draft}/check").content.decode()
    for name in ANSWERS:
        assert f"{draft}/ask/{name}?from=check" in page
    assert "沈如意" in page and "生丝" in page and "厂区图.pdf" in page
    changed = client.post(f"{draft}/ask/basins?from=check", {"basins": "41"})
    assert changed.headers["Location"] == f"{draft}/check"


def test_nothing_is_sent_while_something_is_missing(town: Town) -> None:
    client = town.client("owner")
    draft = started(client)
    answer(client, draft, "basins")
    response = client.post(f"{draft}/check")
    page = response.content.decode()
    assert response.status_code == 422 and "还没有提供：水质检测编号。" in page and "还没有提供：厂区图。" in page
    assert not Stream.objects.filter(instrument=MILL).exists()


def test_a_refusal_of_the_procedure_is_told_on_the_check_and_nothing_is_lost(town: Town) -> None:
    client = town.client("owner")
    draft = filled(client, basins=101)
    response = client.post(f"{draft}/check")
    assert response.status_code == 422 and "最多一百口锅" in response.content.decode()
    assert Draft.objects.exists() and not Stream.objects.filter(instrument=MILL).exists()


def test_sending_gives_the_number_what_happens_next_by_when_whom_to_ask_and_the_receipt(town: Town) -> None:
    client = town.client("owner")
    draft = filled(client)
    number = draft.rpartition("/")[2]
    response = client.post(f"{draft}/check", follow=True)
    page = response.content.decode()
    assert response.redirect_chain[-1][0] == f"/cases/{MILL}/{number}/sent"
    index = Stream.objects.get(instrument=MILL).events.get().index
    for told in (
        number,
        "经办人",
        "2026年3月9日",
        "桑蚕局",
        f"/receipts/{index}",
        f"/receipts/{index}.json",
        "打印本页",
    ):
        assert told in page, told


def test_sending_twice_makes_one_case(town: Town) -> None:
    client = town.client("owner")
    draft = filled(client)
    first, second = client.post(f"{draft}/check"), client.post(f"{draft}/check")
    assert first.headers["Location"] == second.headers["Location"]
    assert Stream.objects.filter(instrument=MILL).count() == 1
    assert not Draft.objects.exists()


def test_the_papers_are_on_record_before_the_application_is(town: Town) -> None:
    client = town.client("owner")
    client.post(f"{filled(client)}/check")
    paper = Paper.objects.get()
    case = Stream.objects.get(instrument=MILL).events.get()
    assert paper.sealed is not None and paper.sealed < case.index


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("plan.html", b"<script>alert(1)</script>"),
        ("plan.pdf", b"<html>"),
        ("plan", b"%PDF-1.4"),
        ("plan.svg", b"<svg/>"),
        ("plan.pdf", b""),
    ],
)
def test_a_paper_of_another_kind_is_not_taken_whatever_its_name_says(town: Town, name: str, content: bytes) -> None:
    client = town.client("owner")
    draft = started(client)
    response = client.post(f"{draft}/papers/plan", {"papers": pdf(name, content), "onwards": "1"})
    assert response.status_code in {302, 422} and not Paper.objects.exists()
    assert "厂区图" in client.get(f"{draft}/papers/plan").content.decode()


def test_a_paper_can_be_taken_back_before_it_is_sent(town: Town) -> None:
    client = town.client("owner")
    draft = started(client)
    client.post(f"{draft}/papers/plan", {"papers": pdf()})
    paper = Paper.objects.get()
    assert "厂区图.pdf" in client.get(f"{draft}/papers/plan").content.decode()
    client.post(f"{draft}/papers/plan", {"remove": paper.ref})
    assert not Paper.objects.exists()


def test_a_name_cannot_lead_a_paper_out_of_its_folder(town: Town) -> None:
    client = town.client("owner")
    client.post(f"{started(client)}/papers/plan", {"papers": pdf("../../etc/plan.pdf")})
    paper = Paper.objects.get()
    assert "/" not in paper.name and "/" not in paper.ref


def test_whoever_acts_for_several_says_for_whom(town: Town) -> None:
    client = town.client("double")
    assert "请选择为哪个单位申请" in client.post(START).content.decode()
    draft = started(client, organisation=str(town.other.pk))
    assert Draft.objects.get(ref=draft.rpartition("/")[2]).organisation == town.other


def test_nobody_applies_for_an_organisation_that_is_not_his_own(town: Town) -> None:
    response = town.client("double").post(START, {"organisation": "999999"})
    assert response.status_code == 200 and not Draft.objects.exists()


@pytest.mark.parametrize("name", ["reader", "officer", "supervisor"])
def test_who_only_reads_handles_or_supervises_cannot_apply(town: Town, name: str) -> None:
    client = town.client(name)
    assert "您的账号不能提出这项申请" in client.get(START).content.decode()
    assert client.post(START).status_code == 404


def test_somebody_who_belongs_to_nobody_applies_for_himself(town: Town) -> None:
    client = town.client("alone")
    client.post(f"{filled(client)}/check")
    stream = Stream.objects.get(instrument=MILL)
    assert stream.owner_person == town.alone and stream.owner_organisation is None


@pytest.mark.parametrize("name", ["colleague", "stranger", "officer", "supervisor", "alone"])
@pytest.mark.parametrize("page", ["", "/ask/basins", "/papers/plan", "/check"])
def test_a_draft_is_its_authors_alone(town: Town, name: str, page: str) -> None:
    draft = started(town.client("owner"))
    client = town.client(name)
    assert client.get(f"{draft}{page}").status_code == 404
    assert client.post(f"{draft}/delete").status_code == 404
    assert Draft.objects.exists()


def test_a_draft_left_alone_for_sixty_days_is_gone_with_its_papers(town: Town, clock: Clock) -> None:
    client = town.client("owner")
    draft = started(client)
    client.post(f"{draft}/papers/plan", {"papers": pdf()})
    clock.set("2026-05-02T09:00")
    client = town.client("owner")
    assert client.get(draft).status_code == 404
    started(client)
    assert Draft.objects.count() == 1 and not Paper.objects.exists()


def test_a_draft_can_be_thrown_away(town: Town) -> None:
    client = town.client("owner")
    draft = started(client)
    assert client.post(f"{draft}/delete").headers["Location"] == "/cases"
    assert not Draft.objects.exists()


def test_nobody_keeps_more_drafts_than_anybody_needs(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafts, "MOST_DRAFTS", 2)
    client = town.client("owner")
    for _ in range(2):
        started(client)
    assert "请先提交或删除其中一些" in client.post(START).content.decode()


def test_an_answer_cannot_be_longer_than_a_draft_may_be(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    client = town.client("owner")
    draft = started(client)
    assert answer(client, draft, "remark", "丝" * 2001).status_code == 422


@pytest.mark.parametrize("address", ["/apply/no-such", "/apply/may-reel", f"/apply/{MILL}/2026-NONE-0000"])
def test_what_cannot_be_applied_for_is_not_found(town: Town, address: str) -> None:
    assert town.client("owner").get(address).status_code == 404


def test_a_period_that_may_be_extended_says_by_how_much(town: Town) -> None:
    page = town.client(None, "en").get(START).content.decode()
    assert "20 working days" in page and "may be extended by 10 working days" in page
