"""The worklist: what is open, late first; and no page that grows with the number of cases."""

from __future__ import annotations

import re

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.web.procedures.fixtures import Clock
from tests.web.procedures.people import MILL, NINE, Town

MOST_QUERIES = 32


def numbers(town: Town, name: str, query: str = "") -> list[str]:
    page = town.client(name).get(f"/worklist{query}").content.decode()
    return re.findall(r'href="/cases/mill-case/([^"/]+)"', page)


def three(town: Town) -> None:
    """One case that is soon due, one late, one without a clock."""
    town.do("submit", "2026-SOON-0001", at=NINE.replace(day=5))
    town.do("submit", "2026-LATE-0002")
    town.do("accept", "2026-LATE-0002")
    town.do("submit", "2026-NONE-0003")
    town.do("correct", "2026-NONE-0003", missing=["图"])


def test_the_late_come_first_and_those_without_a_deadline_last(town: Town, clock: Clock) -> None:
    three(town)
    clock.set("2026-04-01T09:00")
    town.do("submit", "2026-LATER-0004", at=clock.at)
    assert numbers(town, "officer") == ["2026-SOON-0001", "2026-LATE-0002", "2026-LATER-0004", "2026-NONE-0003"]


def test_how_late_or_how_soon_is_said_in_words(town: Town, clock: Clock) -> None:
    three(town)
    clock.set("2026-04-01T09:00")
    page = town.client("officer").get("/worklist").content.decode()
    assert "逾期" in page and "没有期限在走" in page


def test_it_is_filtered_by_procedure_state_and_office(town: Town) -> None:
    three(town)
    assert numbers(town, "officer", f"?procedure={MILL}&state=correcting") == ["2026-NONE-0003"]
    assert len(numbers(town, "officer", "?office=mills")) == 3
    town.do("withdraw", "2026-NONE-0003")
    assert numbers(town, "officer", "?state=closed") == ["2026-NONE-0003"]


@pytest.mark.parametrize(
    "query", ["?office=parks", "?procedure=garden-case", "?state=nothing", "?after=x~y", "?after=~9"]
)
def test_a_filter_that_makes_no_sense_shows_no_more_than_one_may_see(town: Town, query: str) -> None:
    three(town)
    assert set(numbers(town, "officer", query)) <= {"2026-SOON-0001", "2026-LATE-0002", "2026-NONE-0003"}
    assert numbers(town, "elsewhere", query) == []


def test_a_supervisor_sees_the_same_list_and_acts_in_none(town: Town) -> None:
    three(town)
    assert set(numbers(town, "supervisor")) == {"2026-SOON-0001", "2026-LATE-0002", "2026-NONE-0003"}


@pytest.mark.parametrize("name", ["owner", "stranger", "alone"])
def test_nobody_else_has_a_worklist(town: Town, name: str) -> None:
    assert town.client(name).get("/worklist").status_code == 404


def test_a_private_applicant_is_named_to_the_office_and_not_to_the_supervisor(town: Town) -> None:
    town.do("submit", by="alone")
    assert "alone甲" in town.client("officer").get("/worklist").content.decode()
    assert "alone甲" not in town.client("supervisor").get("/worklist").content.decode()


def test_what_does_not_fit_on_one_page_follows_on_the_next_without_a_gap(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mulberry_web.procedures.worklist.PER_PAGE", 3)
    for number in range(7):
        town.do("submit", f"2026-MANY-{number:04}", at=NINE.replace(day=2 + number % 4))
    town.do("correct", "2026-MANY-0000", missing=["图"])
    seen, query = [], ""
    for _ in range(4):
        page = town.client("officer").get(f"/worklist{query}").content.decode()
        seen += re.findall(r'href="/cases/mill-case/([^"/]+)"', page)
        more = re.search(r'href="(\?[^"]*after=[^"]+)"', page)
        if more is None:
            break
        query = more[1].replace("&amp;", "&")
    assert len(seen) == len(set(seen)) == 7 and seen[-1] == "2026-MANY-0000"


@pytest.mark.parametrize(
    ("name", "address"),
    [("officer", "/worklist"), ("owner", "/cases"), ("officer", f"/cases/{MILL}/2026-MANY-0000"),
     ("owner", f"/cases/{MILL}/2026-MANY-0000"), ("supervisor", "/worklist"), (None, f"/apply/{MILL}"),
     ("officer", f"/cases/{MILL}/2026-MANY-0000/act/accept")],
)  # fmt: skip
def test_no_page_asks_the_database_more_for_more_cases(
    town: Town, name: str | None, address: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    town.do("submit", "2026-MANY-0000")
    for number in range(1, 25):
        town.do("submit", f"2026-MANY-{number:04}")
        town.do("accept", f"2026-MANY-{number:04}")
    client = town.client(name)
    client.get(address)
    with django_assert_max_num_queries(MOST_QUERIES):
        assert client.get(address).status_code == 200
