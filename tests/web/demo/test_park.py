"""The demonstration park: made once, on an empty desk, with every answer of the two systems in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytest_django import Settings

from mulberry.cli.speaking import Speech
from mulberry.errors import Refused
from mulberry.law.text import t
from mulberry_web import demo
from mulberry_web.demo.fill import fill
from mulberry_web.demo.park import Park
from mulberry_web.facts.machine import ID
from mulberry_web.facts.offers import offers
from mulberry_web.facts.subjects import subjects
from mulberry_web.page import demonstration
from mulberry_web.page.who import _of
from mulberry_web.people import door
from mulberry_web.people.models import Person
from mulberry_web.record.check import check
from mulberry_web.record.models import Stream
from mulberry_web.record.programme import programme
from tests.web.small.fixtures import CACHED

QUIET = Speech("en", True)
HASHER = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # forty people are enrolled in every test


@pytest.fixture
def empty(settings: Settings, tmp_path: Path, db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A desk with the installed packs that holds nothing yet; cases are another test's matter."""
    settings.MULBERRY_PACKS, settings.DATA_DIR, settings.PASSWORD_HASHERS = [], tmp_path, HASHER
    monkeypatch.setattr(demo, "HAS_CASES", "mulberry_web.demo.none")
    for kept in CACHED:
        kept.cache_clear()
    yield
    for kept in CACHED:
        kept.cache_clear()


@pytest.fixture
def park(empty: None) -> Park:
    return fill()


def outcomes(park: Park, decision: str, kind: str, on: date) -> set[str]:
    """What the decision answers to all subjects of the park."""
    everybody = [one for person in park.people.values() for one in subjects(_of(person)) if one.kind == kind]
    told = [offer for one in everybody for offer in offers(kind, one.values, on) if offer.decision.id == decision]
    return {offer.shown.answer.outcome for offer in told if offer.shown}


def test_every_answer_of_the_data_export_route_appears(park: Park) -> None:
    found = outcomes(park, "data-export-route", "enterprise", date(2026, 11, 21))
    routes = programme_outcomes("data-export-route")
    assert found == {*routes, "undetermined"}


def test_every_answer_of_the_extended_pension_appears_now_or_in_2031(park: Park) -> None:
    days = (date(2026, 11, 21), date(2031, 1, 1))
    found = set().union(*(outcomes(park, "pension-extension", "person", day) for day in days))
    assert found == {*programme_outcomes("pension-extension"), "undetermined"}


def programme_outcomes(id: str) -> list[str]:
    from mulberry_web.page.packs import packs

    return list(packs().by_id[id].routes.outcomes())  # type: ignore[attr-defined]


def test_somebody_acts_in_every_role_of_every_instrument(park: Park) -> None:
    for id, machine in programme().machines.items():
        offices = {name for name in getattr(machine, "roles", {}) if name not in machine.applicant_roles}  # type: ignore[attr-defined]
        assert all(park.officers.get((id, role)) for role in offices), id


def test_whoever_is_listed_can_sign_in(park: Park) -> None:
    from django.test import Client

    guests, password = demonstration.guests()
    assert len(guests) >= 6
    for guest in guests:
        assert Client().post("/sign-in", {"username": guest.username, "password": password}).status_code == 302


def test_the_record_of_the_park_holds(park: Park) -> None:
    assert check().ok


def test_a_park_is_made_once(empty: None) -> None:
    demo.prepare(QUIET)
    people, streams = Person.objects.count(), Stream.objects.count()
    demo.prepare(QUIET)
    assert (Person.objects.count(), Stream.objects.count()) == (people, streams)


def test_a_park_that_was_broken_off_is_gone_on_with(empty: None, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("mulberry_web.demo.fill.state_all", broken)
        with pytest.raises(KeyboardInterrupt):
            demo.prepare(QUIET)
    assert demonstration.is_demonstration() and not demonstration.is_complete()
    demo.prepare(QUIET)
    assert demonstration.is_complete() and Stream.objects.filter(instrument=ID).exists()


def test_a_desk_in_use_is_never_made_a_demonstration(empty: None) -> None:
    door.enrol("somebody", t("某人", "Somebody"))
    with pytest.raises(Refused) as told:
        demo.prepare(QUIET)
    assert told.value.code == "in_use" and not demonstration.is_demonstration()
