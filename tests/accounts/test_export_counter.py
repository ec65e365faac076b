"""4.2.2: the year's counters of persons exported."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mulberry.errors import Refused
from mulberry_sip.m04_singapore.export_counter import DataExportCounter
from tests.procedures.scenarios import Office


@pytest.fixture
def office() -> Office:
    office = Office(DataExportCounter)
    told = office.do("2026-01-05", "exporter", "open", exporter="Park firm", year=2026)
    assert (told["nonsensitive"], told["sensitive"]) == (0, 0)
    return office


def use(office: Office, route: str, nonsensitive: int, sensitive: int = 0, at: str = "2026-03-02") -> Any:
    return office.do(
        at, "exporter", "use", exporter="Park firm", route=route, nonsensitive=nonsensitive, sensitive=sensitive
    )


def test_the_exemption_for_small_numbers_ends_before_one_hundred_thousand(office: Office) -> None:
    told = use(office, "exempt_art5_4", 60_000)
    assert (told["nonsensitive"], told["room_nonsensitive"], told["room_sensitive"]) == (60_000, 39_999, 0)
    assert use(office, "exempt_art5_4", 39_999)["room_nonsensitive"] == 0
    one_more = {"exporter": "Park firm", "route": "exempt_art5_4", "nonsensitive": 1, "sensitive": 0}
    office.refused("route_no_longer_fits", "2026-03-02", "exporter", "use", **one_more)
    assert use(office, "standard_contract", 1)["nonsensitive"] == 100_000


def test_one_sensitive_person_ends_the_exemption(office: Office) -> None:
    given_ = {"exporter": "Park firm", "route": "exempt_art5_4", "nonsensitive": 0, "sensitive": 1}
    office.refused("route_no_longer_fits", "2026-03-02", "exporter", "use", **given_)


@pytest.mark.parametrize("route", ["standard_contract", "certification", "standard_contract_or_certification"])
def test_contract_and_certificate_end_before_a_million_or_ten_thousand_sensitive(office: Office, route: str) -> None:
    told = use(office, route, 999_999, 9_999)
    assert (told["room_nonsensitive"], told["room_sensitive"]) == (0, 0)
    for more in ({"nonsensitive": 1, "sensitive": 0}, {"nonsensitive": 0, "sensitive": 1}):
        office.refused(
            "route_no_longer_fits", "2026-03-02", "exporter", "use", exporter="Park firm", route=route, **more
        )
    assert use(office, "security_assessment", 1, 1)["room_nonsensitive"] is None


def test_what_an_exemption_covers_is_not_counted(office: Office) -> None:
    assert use(office, "exempt_art5_1", 2_400_000)["nonsensitive"] == 0


def test_the_counters_never_fall(office: Office) -> None:
    given_ = {"exporter": "Park firm", "route": "security_assessment", "sensitive": 0}
    office.refused("counter_cannot_fall", "2026-03-02", "exporter", "use", nonsensitive=-1, **given_)
    office.invalid("nonsensitive", "2026-03-02", "exporter", "use", nonsensitive="many", **given_)


def test_a_year_begins_at_zero_and_the_former_one_stays(office: Office) -> None:
    use(office, "exempt_art5_4", 500)
    assert use(office, "exempt_art5_4", 7, at="2027-01-02")["nonsensitive"] == 7
    seen = office.see("2027-01-02", "position", exporter="Park firm", year=2026)
    assert (seen["nonsensitive"], seen["room_nonsensitive"]) == (500, 99_499)
    office.refused("already_exists", "2027-01-02", "exporter", "open", exporter="Park firm", year=2027)


def test_without_a_route_the_room_is_to_the_next_line_above(office: Office) -> None:
    seen = office.see("2026-02-02", "position", exporter="Park firm", year=2026)
    assert (seen["room_nonsensitive"], seen["room_sensitive"]) == (99_999, 0)


@settings(max_examples=100, deadline=None)
@given(
    uses=st.lists(
        st.tuples(
            st.sampled_from(["exempt_art5_4", "standard_contract", "security_assessment", "exempt_art5_2"]),
            st.integers(-5, 600_000),
            st.integers(-2, 6_000),
        ),
        max_size=8,
    )
)
def test_counters_rise_and_the_room_is_exactly_what_may_still_be_used(uses: list[tuple[str, int, int]]) -> None:
    office = Office(DataExportCounter)
    office.do("2026-01-05", "exporter", "open", exporter="F", year=2026)
    before = (0, 0)
    for route, nonsensitive, sensitive in uses:
        asked = {"exporter": "F", "route": route, "nonsensitive": nonsensitive, "sensitive": sensitive}
        try:
            told = office.do("2026-03-02", "exporter", "use", **asked)
        except Refused:
            continue
        after = (told["nonsensitive"], told["sensitive"])
        assert after[0] >= before[0]
        assert after[1] >= before[1]
        before = after
        room = told["room_nonsensitive"]
        if room is not None and route != "exempt_art5_2":
            more = {"exporter": "F", "route": route, "sensitive": 0}
            office.refused("route_no_longer_fits", "2026-03-02", "exporter", "use", nonsensitive=room + 1, **more)
    book = office.programme.streams["data-export-counter", "F"].state
    assert book.balanced
    assert office.programme.replayed()["data-export-counter", "F"] == book
