"""A park with one person of every kind, on the machine of ``permit``."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytest_django import Settings

from mulberry_web.record.programme import programme
from tests.web.record.park import Park, make_park


@pytest.fixture(autouse=True)
def permits(settings: Settings) -> Iterator[None]:
    """The desk runs the tests' own machine."""
    settings.MULBERRY_PACKS = ["tests.web.record.permit:pack"]
    programme.cache_clear()
    yield
    programme.cache_clear()


@pytest.fixture
def park(db: None) -> Park:
    return make_park()
