"""A name that a template misspells is silently empty in Django: here it is loud."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from tests.web.small.addresses import OWN, PUBLIC
from tests.web.small.pack import TEXT, pack
from tests.web.small.people import Desk

MISSING = "[[no such name: %s]]"
TRIALS: dict[str, dict[str, Any]] = {
    "/instruments/silk-grant/": {"staff": "12", "green": "true"},
    "/instruments/silk-share/": {"cocoons": "12", "firms": "2"},
    "/instruments/silk-rate/": {"alive": "none", "all": "0"},
}


@pytest.fixture(autouse=True)
def loud(settings: Settings) -> None:
    templates: Any = deepcopy(settings.TEMPLATES)
    templates[0]["OPTIONS"]["string_if_invalid"] = MISSING
    settings.TEMPLATES = templates


def missing(page: bytes) -> list[str]:
    return [part.partition("]]")[0] for part in page.decode().split("[[no such name: ")[1:]]


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_page_uses_no_name_that_there_is_not(desk: Desk, address: str) -> None:
    assert missing(desk.client(None).get(address).content) == []


@pytest.mark.parametrize("address", OWN)
def test_ones_own_page_uses_no_name_that_there_is_not(desk: Desk, address: str) -> None:
    desk.add_person()
    desk.state(staff=9, green=True, sector="silk", turnover="5.00")
    assert missing(desk.client("owner").get(address).content) == []


@pytest.mark.parametrize("address", TRIALS)
def test_a_trial_uses_no_name_that_there_is_not(desk: Desk, address: str) -> None:
    assert missing(desk.client("owner").post(address, TRIALS[address]).content) == []


def test_the_reader_with_a_text_uses_no_name_that_there_is_not(small: None) -> None:
    from mulberry_web.policy.attached import attach_text

    attach_text(pack, TEXT.replace("补助。", "一次性补助。").encode())
    assert missing(Client().get("/policy/silk/").content) == []
