"""Fixtures for tests of cases: the pack of one procedure, its people, and a clock that stands where it is put."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from django.utils.timezone import make_aware
from pytest_django import Settings

from tests.web.procedures.people import NINE, Town, make_town
from tests.web.small.fixtures import CACHED


class Clock:
    """The moment that the desk takes for now, in local time."""

    def __init__(self) -> None:
        self.at = NINE

    def set(self, at: str) -> None:
        self.at = datetime.fromisoformat(at)

    def now(self) -> datetime:
        return make_aware(self.at)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    stands = Clock()
    monkeypatch.setattr("django.utils.timezone.now", stands.now)
    return stands


@pytest.fixture
def mills(settings: Settings, tmp_path: Path) -> Iterator[None]:
    """The desk runs the pack of the mill alone, on a data folder of its own."""
    settings.MULBERRY_PACKS = ["tests.web.procedures.pack:pack"]
    settings.DATA_DIR, settings.MEDIA_ROOT = tmp_path, tmp_path / "files"
    for kept in CACHED:
        kept.cache_clear()
    yield
    for kept in CACHED:
        kept.cache_clear()


@pytest.fixture
def town(mills: None, clock: Clock, db: None) -> Town:
    return make_town()
