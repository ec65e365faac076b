"""Filling in facts: once, with source and day, each mistake told where it was made, nothing shown to others."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from mulberry_web.facts.subjects import subject
from mulberry_web.page.now import local_now
from mulberry_web.page.who import _of
from mulberry_web.record.check import check
from tests.web.small.people import FIRM, Desk

CHANGE = f"/facts/{FIRM}/change/1-1"
ADDRESSES = (
    "/facts/{}/",
    "/facts/{}/history",
    "/facts/{}/change/1-1",
    "/facts/{}/change/staff",
    "/use/{}/",
    "/use/{}/silk-grant",
)


def hidden(client: Client, address: str) -> dict[str, str]:
    """The form's own fields: the key that makes sending it twice harmless, and the version that was seen."""
    page = client.get(address).content.decode()
    return dict(re.findall(r'<input type="hidden" name="(key|version)" value="([^"]*)"', page))


def send(client: Client, address: str = CHANGE, **typed: Any) -> Any:
    return client.post(address, {**hidden(client, address), **typed})


def known(desk: Desk, key: str = FIRM) -> dict[str, Any]:
    return dict(subject(_of(desk.owner), key).values)


def test_facts_that_were_filled_in_are_kept_and_shown_with_source_and_day(desk: Desk) -> None:
    client = desk.client("owner")
    response = send(client, staff="12,000", green="true", **{"about.source": "年报", "about.as_of": "2025-12-31"})
    assert response.status_code == 302
    page = client.get(f"/facts/{FIRM}/").content.decode()
    assert "12,000人" in page and "年报" in page and "2025年12月31日" in page
    assert known(desk) == {"staff": 12000, "green": True}


def test_what_nobody_knows_is_shown_as_unknown_and_never_as_no(desk: Desk) -> None:
    page = desk.client("owner").get(f"/facts/{FIRM}/").content.decode()
    assert page.count("未知") >= 4 and "否" not in page


def test_a_mistake_is_told_beside_its_field_and_what_was_typed_stays(desk: Desk) -> None:
    response = send(desk.client("owner"), staff="many", green="true")
    page = response.content.decode()
    assert response.status_code == 422
    assert 'value="many"' in page and 'aria-invalid="true"' in page and 'href="#id-staff"' in page
    assert known(desk) == {}


def test_sending_a_form_twice_states_the_facts_once(desk: Desk) -> None:
    client = desk.client("owner")
    form = {**hidden(client, CHANGE), "staff": "12"}
    assert [client.post(CHANGE, form).status_code for _ in range(2)] == [302, 302]
    assert check().ok and check().to_json()["events"] == 2


def test_a_fact_that_a_colleague_changed_meanwhile_is_not_overwritten_unseen(desk: Desk) -> None:
    client = desk.client("owner")
    seen = hidden(client, CHANGE)
    desk.state("colleague", staff=99)
    response = client.post(CHANGE, {**seen, "staff": "12"})
    assert response.status_code == 422 and "他人" in response.content.decode()
    assert known(desk) == {"staff": 99}


def test_clearing_an_answer_makes_it_unknown_again(desk: Desk) -> None:
    desk.state(staff=12, green=True)
    send(desk.client("owner"), staff="", green="true")
    assert known(desk) == {"green": True}


def test_a_single_fact_can_be_changed_alone(desk: Desk) -> None:
    desk.state(staff=12, green=True)
    send(desk.client("owner"), f"/facts/{FIRM}/change/green", green="false")
    assert known(desk) == {"staff": 12, "green": False}


def test_an_as_of_day_in_the_future_is_told_beside_its_field(desk: Desk) -> None:
    tomorrow = (local_now() + timedelta(days=1)).date().isoformat()
    response = send(desk.client("owner"), staff="12", **{"about.as_of": tomorrow})
    assert response.status_code == 422 and 'id="id-about-as_of-error"' in response.content.decode()


def test_who_may_only_read_for_the_firm_sees_the_facts_and_changes_none(desk: Desk) -> None:
    desk.state(staff=12)
    client = desk.client("reader")
    page = client.get(f"/facts/{FIRM}/")
    assert "12人" in page.content.decode() and "/change/" not in page.content.decode()
    assert client.get(CHANGE).status_code == client.post(CHANGE, {"staff": "1"}).status_code == 404


@pytest.mark.parametrize("name", ["stranger", "officer", "supervisor", "alone"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_facts_of_others_and_facts_of_nobody_look_the_same(desk: Desk, name: str, address: str) -> None:
    desk.state(staff=12)
    client = desk.client(name)
    there, nowhere = client.get(address.format(FIRM)), client.get(address.format("org-NOBODY"))
    assert there.status_code == nowhere.status_code == 404
    assert without_address(there.content) == without_address(nowhere.content)


def without_address(page: bytes) -> str:
    told = page.decode().replace(FIRM, "X").replace("org-NOBODY", "X")
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", told)


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_visitor_is_asked_to_sign_in(desk: Desk, address: str) -> None:
    response = desk.client(None).get(address.format(FIRM))
    assert response.status_code == 302 and response["Location"].startswith("/sign-in?next=")


def test_a_firm_names_a_person_under_a_number_that_tells_nothing(desk: Desk) -> None:
    client = desk.client("owner")
    page = client.get("/facts/SILK-1/new-person").content.decode()
    key = re.search(r'name="key" value="(person-[0-9a-f]+)"', page)
    assert key is not None
    response = client.post("/facts/SILK-1/new-person", {"key": key[1], "name": "Ada Silk"})
    assert response["Location"] == f"/facts/{key[1]}/"
    assert "Ada Silk" in client.get("/facts/").content.decode()


def test_nobody_names_people_for_another_firm(desk: Desk) -> None:
    for name in ("stranger", "reader", "officer", "alone"):
        assert desk.client(name).get("/facts/SILK-1/new-person").status_code == 404


def test_somebody_without_a_firm_states_facts_of_himself(desk: Desk) -> None:
    client = desk.client("alone")
    key = f"me-{desk.alone.ref}"
    send(client, f"/facts/{key}/change/1-3", foreign="true")
    assert subject(_of(desk.alone), key).values == {"foreign": True}
    assert "须办许可" in client.get(f"/use/{key}/").content.decode()


def test_a_row_is_added_to_a_list_without_saving(desk: Desk) -> None:
    client, address = desk.client("owner"), f"/facts/{FIRM}/change/sites"
    form = {**hidden(client, address), "sites.0.place": "苏州", "sites.more": "1"}
    page = client.post(address, form).content.decode()
    assert "苏州</textarea>" in page and 'name="sites.1.place"' in page
    assert known(desk) == {}
    send(client, address, **{"sites.0.place": "苏州", "sites.0.area": "5", "sites.1.place": "昆山"})
    assert known(desk) == {"sites": [{"area": 5, "place": "苏州"}, {"place": "昆山"}]}


def test_the_history_tells_every_statement_with_its_receipt_the_latest_first(desk: Desk) -> None:
    desk.state(staff=12)
    desk.state("colleague", staff=13, green=True)
    page = desk.client("owner").get(f"/facts/{FIRM}/history").content.decode()
    assert page.index("13人") < page.index("12人")
    assert "colleague甲" in page and len(re.findall(r'href="/receipts/\d', page)) == 3  # created, stated, stated again


def test_a_subject_of_which_nothing_was_said_has_an_empty_history(desk: Desk) -> None:
    assert "还没有填写过" in desk.client("owner").get(f"/facts/{FIRM}/history").content.decode()


@pytest.mark.parametrize(
    "address", [f"/facts/{FIRM}/history", "/facts/", f"/facts/{FIRM}/", f"/use/{FIRM}/", "/", f"/use/{FIRM}/silk-grant"]
)
def test_a_page_costs_the_same_few_queries_however_many_people_a_firm_names(
    desk: Desk, address: str, django_assert_max_num_queries: Any
) -> None:
    desk.state(staff=12)
    for number in range(12):
        desk.add_person(f"person-{number}", f"Worker {number}")
    client = desk.client("owner")
    with django_assert_max_num_queries(18):
        assert client.get(address).status_code == 200
