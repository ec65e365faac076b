"""Acting on a case: offered as the procedure says, done once, refusals and surprises told in place."""

from __future__ import annotations

from typing import Any

import pytest

from mulberry_web.procedures.models import Paper
from mulberry_web.record.models import Stream
from tests.web.procedures.fixtures import Clock
from tests.web.procedures.people import MILL, NINE, Town, hidden, pdf

CASE = f"/cases/{MILL}/2026-TEST-0001"


def asked(town: Town, name: str, act: str) -> dict[str, str]:
    """The form of an act as somebody opens it: what it sends by itself."""
    response = town.client(name).get(f"{CASE}/act/{act}")
    assert response.status_code == 200
    return hidden(response.content.decode())


def send(town: Town, name: str, act: str, form: dict[str, str] | None = None, **typed: Any) -> Any:
    sent = {**(asked(town, name, act) if form is None else form), **typed}
    return town.client(name).post(f"{CASE}/act/{act}", sent)


def version() -> int:
    return Stream.objects.get(instrument=MILL).version


def offered(town: Town, name: str) -> set[str]:
    page = town.client(name).get(CASE).content.decode()
    return {part.split('"')[0] for part in page.split(f'href="{CASE}/act/')[1:]}


def test_what_is_offered_is_what_the_state_and_the_role_allow(town: Town) -> None:
    town.do("submit")
    assert offered(town, "officer") == {"correct", "accept"}
    assert offered(town, "owner") == offered(town, "colleague") == {"withdraw"}
    assert offered(town, "chief") == offered(town, "reader") == offered(town, "supervisor") == set()
    town.do("accept")
    assert offered(town, "officer") == {"suspend", "recommend"} and offered(town, "chief") == {"extend"}


def test_what_may_be_done_once_is_not_offered_again(town: Town) -> None:
    town.do("submit")
    town.do("correct", missing=["图"])
    town.do("supply", documents=["图"])
    assert offered(town, "officer") == {"accept"}


def test_an_act_is_done_and_the_case_tells_of_it(town: Town) -> None:
    town.do("submit")
    response = send(town, "officer", "correct", missing="排污许可\n用地证明")
    assert response.headers["Location"] == CASE
    assert Stream.objects.get(instrument=MILL).state == "correcting"
    assert "已办理：一次告知补正。" in town.client("officer").get(CASE).content.decode() or version() == 2


def test_sending_an_act_twice_does_it_once_and_says_the_same(town: Town) -> None:
    town.do("submit")
    form = asked(town, "officer", "accept")
    first, second = send(town, "officer", "accept", form), send(town, "officer", "accept", form)
    assert first.status_code == second.status_code == 302 and version() == 2


def test_a_mistake_is_told_beside_its_field_and_what_was_typed_stays(town: Town) -> None:
    town.do("submit")
    town.do("accept")
    town.do("recommend", outcome="refused")
    response = send(town, "chief", "decide", outcome="refused", reason="")
    page = response.content.decode()
    assert response.status_code == 422 and 'href="#id-reason"' in page
    assert 'value="refused" checked' in page and version() == 3


def test_an_act_that_is_not_open_says_in_which_state_the_case_is(town: Town) -> None:
    town.do("submit")
    response = town.client("officer").get(f"{CASE}/act/recommend")
    assert response.status_code == 200 and "现在不能" in response.content.decode()
    assert '<form method="post" novalidate' not in response.content.decode()


def test_forcing_an_act_that_is_not_open_is_refused_in_place(town: Town) -> None:
    town.do("submit")
    response = send(town, "officer", "recommend", {"version": "1", "once": "a" * 32}, outcome="granted")
    assert response.status_code == 422 and version() == 1


@pytest.mark.parametrize(
    ("name", "act"),
    [("owner", "accept"), ("officer", "withdraw"), ("chief", "accept"), ("reader", "withdraw"),
     ("supervisor", "accept"), ("stranger", "withdraw"), ("elsewhere", "accept"), ("officer", "nothing")],
)  # fmt: skip
def test_an_act_of_somebody_else_is_not_found(town: Town, name: str, act: str) -> None:
    town.do("submit")
    client = town.client(name)
    assert client.get(f"{CASE}/act/{act}").status_code == 404
    assert client.post(f"{CASE}/act/{act}", {"version": "1"}).status_code == 404
    assert version() == 1


def test_whoever_was_slower_is_told_what_happened_meanwhile(town: Town) -> None:
    town.do("submit")
    form = asked(town, "second", "correct")
    town.do("accept", by="officer")
    response = send(town, "second", "correct", form, missing="图")
    page = response.content.decode()
    assert response.status_code == 409
    assert "您打开之后发生的事" in page and "officer甲" in page and "受理" in page
    assert "现在不能" in page, "the act that was asked for is not open any more"
    assert version() == 2


def test_what_is_still_possible_can_be_sent_again_after_reading_what_happened(town: Town) -> None:
    town.do("submit")
    town.do("accept")
    form = asked(town, "second", "recommend")
    town.do("extend", reason="须检测")
    response = send(town, "second", "recommend", form, outcome="granted")
    page = response.content.decode()
    assert response.status_code == 409 and 'value="granted" checked' in page
    assert send(town, "second", "recommend", hidden(page), outcome="granted").status_code == 302


def test_the_one_who_proposed_may_not_decide_and_is_told_why(town: Town) -> None:
    town.do("submit")
    town.do("accept")
    town.do("recommend", outcome="granted")
    page = town.client("officer").get(CASE).content.decode()
    assert "“推荐”是您办理的，这一步须由另一人办理" in page and offered(town, "officer") == set()
    assert offered(town, "second") == offered(town, "chief") == {"decide"}
    form = {"version": "3", "once": "b" * 32, "role": "officer"}
    response = send(town, "officer", "decide", form, outcome="granted", reason="好")
    assert response.status_code == 422 and version() == 3


def test_papers_are_supplied_with_an_act_and_named_where_nothing_was_typed(town: Town) -> None:
    town.do("submit")
    town.do("correct", missing=["厂区图"])
    response = send(town, "owner", "supply", documents="", papers=[pdf("厂区图.pdf"), pdf("说明.pdf")])
    assert response.status_code == 302
    assert set(Paper.objects.values_list("name", flat=True)) == {"厂区图.pdf", "说明.pdf"}
    assert not Paper.objects.filter(sealed=None).exists()
    assert "厂区图.pdf" in town.client("officer").get(CASE).content.decode()


def test_a_paper_handed_in_with_a_mistake_elsewhere_need_not_be_chosen_again(town: Town) -> None:
    town.do("submit")
    town.do("correct", missing=["厂区图"])
    wrong = send(town, "owner", "supply", papers=[pdf(), pdf("x.exe", b"MZ")])
    page = wrong.content.decode()
    assert wrong.status_code == 422 and "的种类不收" in page and "厂区图.pdf" in page
    assert send(town, "owner", "supply", hidden(page), documents="").status_code == 302


def test_the_officers_form_shows_law_and_what_stands_in_the_way(town: Town) -> None:
    town.do("submit")
    page = town.client("officer").get(f"{CASE}/act/correct").content.decode()
    assert "《缫丝细则》第2条" in page and "查验期限" in page


def test_a_version_or_key_that_makes_no_sense_harms_nobody(town: Town) -> None:
    town.do("submit")
    for strange in ("-1", "x", "9" * 40, "１"):
        response = send(town, "officer", "accept", {"version": strange, "once": strange})
        assert response.status_code in {302, 422, 409}


def test_silence_is_recorded_before_the_act_that_comes_after_it(town: Town, clock: Clock) -> None:
    town.do("submit")
    clock.set("2026-03-11T09:00")
    assert send(town, "officer", "recommend", outcome="granted").status_code == 302
    assert [event.type for event in Stream.objects.get(instrument=MILL).events.order_by("version")] == [
        "submit",
        "deemed",
        "recommend",
    ]
    assert NINE.isoformat() < Stream.objects.get(instrument=MILL).updated_at
