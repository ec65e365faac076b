"""The cases of the demonstration park: every state is there, all of it happened through the write door."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from mulberry_web.demo import cases
from mulberry_web.demo.fill import fill
from mulberry_web.demo.park import Park
from mulberry_web.people.models import Person
from mulberry_web.procedures.known import opening, procedures, questions
from mulberry_web.record.check import check
from mulberry_web.record.models import Event, Stream
from tests.web.small.fixtures import CACHED

# Forty people are enrolled, and no password of theirs is tried here.
HASHER = ["django.contrib.auth.hashers.MD5PasswordHasher"]
PLAYED = (
    "licence-case", "pi-standard-contract-case", "data-export-assessment-case", "pi-certification-case",
    "pension-extension-case",
)  # fmt: skip
# Both are good for three years by rules of March 2024: nothing has expired under them before March 2027.
NOT_YET = {("pi-certification-case", "expired"), ("data-export-assessment-case", "expired")}


@pytest.fixture
def park(settings: Settings, tmp_path: Path, db: None) -> Iterator[Park]:
    """A park with its cases, on the installed packs."""
    settings.MULBERRY_PACKS, settings.DATA_DIR, settings.PASSWORD_HASHERS = [], tmp_path, HASHER
    settings.MEDIA_ROOT = tmp_path / "files"
    for kept in CACHED:
        kept.cache_clear()
    made = fill()
    cases.fill(made)
    yield made
    for kept in CACHED:
        kept.cache_clear()


def test_cases_of_the_two_systems_stand_in_every_state(park: Park) -> None:
    for id in PLAYED:
        states = procedures()[id].states.items()
        declared = {name for name, state in states if not state.draft and (id, name) not in NOT_YET}
        seen = set(Stream.objects.filter(instrument=id).values_list("state", flat=True))
        assert seen == declared, (id, declared - seen)


def test_some_are_late_some_wait_for_the_applicant_and_silence_has_decided_some(park: Park) -> None:
    opened = Stream.objects.filter(instrument__in=PLAYED, ended=False)
    assert opened.filter(due__lt=park.now.date()).exists()
    assert opened.filter(state="correcting").exists()
    silent = {name for id in PLAYED for name in procedures()[id].silences}
    assert set(Event.objects.filter(type__in=silent).values_list("type", flat=True)) == silent - {"expiry"}


def test_nothing_in_the_park_happened_after_it_was_made(park: Park) -> None:
    assert not Event.objects.filter(at__gt=park.now.isoformat()).exists()


def test_the_record_of_the_park_holds(park: Park) -> None:
    assert check().ok


def test_playing_the_cases_again_adds_nothing(park: Park) -> None:
    before = Event.objects.count()
    cases.fill(park)
    assert Event.objects.count() == before


def test_an_invented_paper_is_a_paper_that_is_taken(park: Park) -> None:
    from mulberry_web.demo.paper import pdf

    content = pdf("Demonstration (a)", "供应")
    assert content.startswith(b"%PDF-") and content.rstrip().endswith(b"%%EOF")
    start = int(content.split(b"startxref\n")[1].split(b"\n")[0])
    assert content[start:].startswith(b"xref")


def browser(person: Person, language: str) -> Client:
    client = Client(HTTP_ACCEPT_LANGUAGE=language)
    client.force_login(person)
    return client


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_every_case_opens_for_those_it_concerns_with_every_act_that_is_offered(park: Park, language: str) -> None:
    everybody = {person: browser(person, language) for person in park.people.values()}
    for stream in Stream.objects.filter(instrument__in=procedures()):
        roles = {role for instrument, role in park.officers if instrument == stream.instrument}
        officers = {one for role in roles for one in park.officers[stream.instrument, role]}
        for person in {*officers, park.people["jiandu"], *_owners(park, stream)}:
            address = reverse("case", args=[stream.instrument, stream.key])
            response = everybody[person].get(address)
            if person == park.people["jiandu"] and response.status_code == 404:
                continue  # an office that the park does not supervise
            assert response.status_code == 200, (address, person)
            for act in set(re.findall(r'href="([^"]+/act/[^"]+)"', response.content.decode())):
                assert everybody[person].get(act).status_code == 200, (act, person)


def _owners(park: Park, stream: Stream) -> list[Person]:
    organisation = stream.owner_organisation
    return [park.agents[organisation.code]] if organisation else [stream.owner_person] if stream.owner_person else []


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_every_procedure_of_the_installed_packs_can_be_begun(park: Park, language: str) -> None:
    client = browser(park.people["yunzhan"], language)
    for id, procedure in procedures().items():
        step = opening(procedure)
        start = reverse("apply", args=[id])
        assert client.get(start).status_code == (200 if step else 404), id
        if step is None:
            continue
        draft = client.post(start).headers["Location"]
        pages = [draft, f"{draft}/check", *(f"{draft}/ask/{name}" for name in questions(procedure, step))]
        for page in [*pages, *(f"{draft}/papers/{paper.id}" for paper in step.documents)]:
            assert client.get(page).status_code == 200, page
        assert client.post(f"{draft}/check").status_code in {302, 422}, id
        client.post(f"{draft}/delete")
