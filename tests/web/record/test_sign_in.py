"""Guessing a password becomes slow, and nobody can shut somebody else out."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.contrib.auth import authenticate
from django.test import RequestFactory
from django.utils import timezone
from pytest_django import Settings

from mulberry.law.text import t
from mulberry_web.people import door as people
from mulberry_web.people import sign_in_door
from mulberry_web.people.models import Person, SignInFailures

WORD = "a good long password"


@pytest.fixture
def wang(db: None, settings: Settings) -> Person:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # the real one is slow on purpose
    return people.enrol("wang", t("王", "Wang"), password=WORD)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[datetime]:
    now = [timezone.now()]
    monkeypatch.setattr(timezone, "now", lambda: now[0])
    return now


def sign_in(password: str, *, name: str = "wang", address: str = "10.0.0.1") -> tuple[bool, int]:
    """Whether it worked, and the seconds one is told to wait."""
    request = RequestFactory().post("/", REMOTE_ADDR=address)
    person = authenticate(request, username=name, password=password)
    return person is not None, getattr(request, "sign_in_wait", 0)


def fail(times: int, **how: str) -> None:
    for _ in range(times):
        assert sign_in("wrong", **how) == (False, 0)


def test_a_few_mistakes_are_free(wang: Person, clock: list[datetime]) -> None:
    fail(4)
    assert sign_in(WORD) == (True, 0)
    assert not SignInFailures.objects.exists()


def test_after_five_failures_even_the_right_password_must_wait(wang: Person, clock: list[datetime]) -> None:
    fail(5)
    worked, wait = sign_in(WORD)
    assert not worked
    assert 0 < wait <= 3
    clock[0] += timedelta(seconds=3)
    assert sign_in(WORD) == (True, 0)


def test_each_further_failure_doubles_the_wait_up_to_a_quarter_of_an_hour(wang: Person, clock: list[datetime]) -> None:
    waits = []
    fail(5)
    for _ in range(14):
        waits.append(sign_in("wrong")[1])
        clock[0] += timedelta(seconds=waits[-1])
        sign_in("wrong")
    assert waits == sorted(waits)
    assert waits[1] >= 2 * (waits[0] - 1)
    assert waits[-1] <= 15 * 60 + 1


def test_nobody_is_shut_out_by_failures_from_elsewhere(wang: Person, clock: list[datetime]) -> None:
    fail(5, address="203.0.113.9")
    assert sign_in(WORD, address="203.0.113.9")[1] > 0
    assert sign_in(WORD, address="10.0.0.1") == (True, 0)


def test_trying_many_names_from_one_address_is_slowed_too(wang: Person, clock: list[datetime]) -> None:
    for number in range(50):
        sign_in("wrong", name=f"name{number}")
    assert sign_in(WORD)[1] > 0


def test_a_name_is_the_same_however_it_is_written(wang: Person, clock: list[datetime]) -> None:
    fail(3)
    fail(2, name="WANG")
    assert sign_in(WORD)[1] > 0


def test_what_was_typed_is_not_kept(wang: Person, clock: list[datetime]) -> None:
    sign_in("wrong", name="my-secret-typed-as-name")
    assert "secret" not in str(list(SignInFailures.objects.values_list()))


def test_old_failures_are_forgotten(wang: Person, clock: list[datetime]) -> None:
    fail(2)
    assert sign_in_door.forget_failures(clock[0] + timedelta(hours=23)) == 0
    assert sign_in_door.forget_failures(clock[0] + timedelta(hours=25)) == 2
