"""The first page, the ways through the desk, and what goes round every page."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.http import HttpRequest

from mulberry.law.text import t
from mulberry_web.page import ways
from mulberry_web.page.ways import Audience, Panel, Way
from tests.web.small.people import Desk

FOR_APPLICANTS = ("/use/", "/facts/", "/cases")
SEEN = {
    None: (),
    "owner": FOR_APPLICANTS,
    "reader": FOR_APPLICANTS,
    "alone": FOR_APPLICANTS,
    "officer": ("/worklist",),
    "supervisor": ("/worklist",),
}


def header(page: str) -> set[str]:
    nav = page.partition("<nav")[2].partition("</nav>")[0]
    return set(re.findall(r'href="([^"]+)"', nav))


@pytest.mark.parametrize("name", SEEN)
def test_everybody_is_shown_the_ways_that_are_open_to_him(desk: Desk, name: str | None) -> None:
    links = header(desk.client(name).get("/").content.decode())
    assert "/policy/" in links
    assert links & {*FOR_APPLICANTS, "/worklist"} == set(SEEN[name])


@pytest.mark.parametrize("name", SEEN)
def test_every_way_that_is_shown_leads_somewhere(desk: Desk, name: str | None) -> None:
    client = desk.client(name)
    page = client.get("/").content.decode()
    for address in set(re.findall(r'<a [^>]*href="(/[^"#]*)', page)):
        assert client.get(address, follow=True).status_code == 200, address


def test_the_way_one_is_on_is_marked(desk: Desk) -> None:
    page = desk.client("owner").get("/facts/").content.decode()
    assert '<a href="/facts/" aria-current="page">' in page


def test_a_visitor_sees_the_measures_and_how_far_they_are_carried_out(desk: Desk) -> None:
    page = desk.client(None).get("/").content.decode()
    assert "桑蚕办法" in page and "2 句，已落实 2 句" in page and 'href="/policy/silk/#m-1"' in page


def test_a_room_that_is_taken_away_takes_its_ways_with_it(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = Way("room-that-was", t("没有的房间", "A room that was"), t("无", "none"))
    monkeypatch.setattr("mulberry_web.home.views.ways", lambda: (gone, *ways.ways()))
    monkeypatch.setattr("mulberry_web.templatetags.mulberry.ways", lambda: (gone, *ways.ways()))
    assert "没有的房间" not in desk.client("owner").get("/").content.decode()


def test_a_panel_with_nothing_to_show_is_left_out(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(request: HttpRequest) -> None:
        return None

    monkeypatch.setattr("mulberry_web.home.views.panels", lambda: (Panel(Audience.APPLICANT, "none.html", nothing),))
    assert desk.client("owner").get("/").status_code == 200


@pytest.mark.parametrize("name", ["owner", "officer", "supervisor", None])
def test_the_home_page_costs_a_fixed_few_queries(
    desk: Desk, name: str | None, django_assert_max_num_queries: Any
) -> None:
    client = desk.client(name)
    with django_assert_max_num_queries(14):
        client.get("/")


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_a_page_that_is_not_there_leads_back(desk: Desk, language: str) -> None:
    response = desk.client(None, language).get("/no-such-page")
    assert response.status_code == 404 and 'href="/"' in response.content.decode()


def test_a_form_without_its_token_is_refused_kindly(desk: Desk) -> None:
    from django.test import Client

    client = Client(enforce_csrf_checks=True, HTTP_ACCEPT_LANGUAGE="en")
    response = client.post("/language", {"language": "en"})
    assert response.status_code == 403 and "nothing was written" in response.content.decode()


def test_every_page_can_be_skipped_to_its_main_text(desk: Desk) -> None:
    page = desk.client("owner").get("/").content.decode()
    assert 'href="#main"' in page and '<main id="main"' in page
