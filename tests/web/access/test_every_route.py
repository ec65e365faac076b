"""Every route of the desk is tried by everybody; nothing is left to memory."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from mulberry_web.people.models import Person
from mulberry_web.procedures.models import Draft, Paper
from mulberry_web.receipts.views import mark_of
from mulberry_web.record.models import Event, Stream
from mulberry_web.record.receipts import receipt
from tests.web.access.table import EVERYBODY, NOBODY, PEOPLE, ROUTES, Route, There
from tests.web.procedures.people import MILL, Town, hidden, pdf

SECRET = "沈如意"
CASE = "2026-TEST-0001"


def names(patterns: list[URLPattern | URLResolver] | None = None) -> Iterator[str]:
    """The name of every route, or its pattern where it has none."""
    for one in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(one, URLPattern):
            yield one.name or str(one.pattern)
        else:
            yield from names(one.url_patterns)


@pytest.fixture
def there(town: Town) -> There:
    """A case with a paper, facts, and a draft; all of it the owner's."""
    town.state(basins=40, clean=True)
    town.do("submit")
    town.do("correct", missing=["图"])
    owner = town.client("owner")
    address = reverse("case-act", args=[MILL, CASE, "supply"])
    form = hidden(owner.get(address).content.decode())
    owner.post(address, {**form, "documents": "图", "papers": pdf()})
    owner.post(reverse("apply", args=[MILL]))
    event = Event.objects.get(stream__instrument=MILL, type="submit").index
    mark = mark_of(receipt(town.owner, event))
    return There(CASE, event, mark, Paper.objects.get().ref, Draft.objects.get().ref)


def browser(town: Town, name: str) -> Client:
    return town.client(None if name == "visitor" else name)


def answer(town: Town, name: str, address: str, method: str) -> Any:
    client = browser(town, name)
    return client.post(address) if method == "POST" else client.get(address)


def is_open(response: Any) -> bool:
    """Whether the person was let in; a form sent empty may well be refused then."""
    asks_to_sign_in = response.status_code == 302 and response.headers["Location"].startswith("/sign-in")
    return response.status_code in {200, 302, 409, 422} and not asks_to_sign_in


def is_closed(response: Any, name: str) -> bool:
    """Whether it looks like nothing to somebody else, or asks a visitor to sign in."""
    if name == "visitor" and response.status_code == 302:
        return bool(response.headers["Location"].startswith("/sign-in"))
    return bool(response.status_code == 404)


def everything() -> tuple[int, int, int, int]:
    """How much there is of what a page could change."""
    return Event.objects.count(), Draft.objects.count(), Paper.objects.count(), Person.objects.count()


def test_every_route_is_in_the_table_and_the_table_names_no_other() -> None:
    assert set(names()) == set(ROUTES)


def test_the_table_knows_nobody_else() -> None:
    assert all(route.opens <= EVERYBODY and (route.posts or NOBODY) <= EVERYBODY for route in ROUTES.values())


@pytest.mark.parametrize("route", ROUTES)
def test_a_page_opens_to_those_it_is_for_and_to_nobody_else(town: Town, there: There, route: str) -> None:
    rule = ROUTES[route]
    address = reverse(route, kwargs=rule.args(there))
    for name in PEOPLE:
        response = answer(town, name, address, rule.method)
        told = (name, response.status_code, response.headers.get("Location"))
        if name in rule.opens:
            assert is_open(response), told
        else:
            assert is_closed(response, name), told
            assert CASE not in response.content.decode().replace(address, ""), told
        if name in {"stranger", "elsewhere", "supervisor", "visitor"}:
            assert SECRET not in response.content.decode("utf-8", "replace"), told


def writers(rule: Route) -> frozenset[str]:
    """Those who may send something to a route."""
    return rule.opens if rule.posts is None else rule.posts


@pytest.mark.parametrize("route", ROUTES)
def test_nobody_changes_anything_through_a_page_that_is_not_for_him(town: Town, there: There, route: str) -> None:
    rule = ROUTES[route]
    before = everything()
    for name in sorted(EVERYBODY - writers(rule)):
        sent = {"version": "3", "once": "x" * 32}
        response = browser(town, name).post(reverse(route, kwargs=rule.args(there)), sent)
        assert is_closed(response, name) or response.status_code == 405, (name, response.status_code)
    assert everything() == before


@pytest.mark.parametrize("route", ROUTES)
def test_looking_changes_nothing(town: Town, there: There, route: str) -> None:
    before = everything()
    versions = list(Stream.objects.values_list("pk", "version"))
    for name in PEOPLE:
        browser(town, name).get(reverse(route, kwargs=ROUTES[route].args(there)))
    assert everything() == before and list(Stream.objects.values_list("pk", "version")) == versions


@pytest.mark.parametrize("route", ROUTES)
def test_a_form_sent_from_another_site_is_refused(town: Town, there: There, route: str) -> None:
    """Django answers 403 to a POST without the token, whoever sends it; a route that takes none says 405 or 404."""
    for name in ("owner", "officer", "visitor"):
        client = Client(enforce_csrf_checks=True)
        if name != "visitor":
            client.force_login(getattr(town, name))
        response = client.post(reverse(route, kwargs=ROUTES[route].args(there)), {"organisation": "1"})
        assert response.status_code in {403, 404, 405}, (name, response.status_code)
