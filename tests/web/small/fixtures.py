"""Fixtures for tests of pages on the small pack."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django import Settings

from mulberry_web.facts import catalogue
from mulberry_web.page.packs import packs
from mulberry_web.record.programme import programme
from tests.web.small.people import Desk, make_desk

CACHED = (packs, programme, catalogue.decisions, catalogue.facts, catalogue.groups, catalogue.kinds)


@pytest.fixture
def small(settings: Settings, tmp_path: Path) -> Iterator[None]:
    """The desk runs the small pack alone, on a data folder of its own."""
    settings.MULBERRY_PACKS = ["tests.web.small.pack:pack"]
    settings.DATA_DIR = tmp_path
    for kept in CACHED:
        kept.cache_clear()
    yield
    for kept in CACHED:
        kept.cache_clear()


@pytest.fixture
def desk(small: None, db: None) -> Desk:
    return make_desk()
