"""The official pair, read from beside the project where it lies; tests that need it say plainly when it is absent."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from mulberry.policy import Reading, read

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "policy"
GOLD = Path(__file__).parent / "gold"


def path(lang: str) -> Path:
    """The official text in one language, or a skip with the reason."""
    file = FOLDER / f"sip-2024-282.{lang}.txt"
    if not file.exists():
        pytest.skip(f"the official text is not stored in the project and is absent here: {file.name}")
    return file


def data(lang: str) -> bytes:
    return path(lang).read_bytes()


@cache
def _read(zh: bytes, en: bytes) -> Reading:
    return read(zh, en)


def pair() -> Reading:
    return _read(data("zh"), data("en"))


def gold(name: str) -> Any:
    return json.loads((GOLD / f"{name}.json").read_text("utf-8"))
