"""Whether this desk is a demonstration park: a file in its data folder says so, and nothing else does."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings

NAME = "demonstration.json"


@dataclass(frozen=True, slots=True)
class Guest:
    """An invented person as whom anybody may sign in to a demonstration park."""

    username: str
    zh: str
    en: str
    about_zh: str
    about_en: str


def _path() -> Path:
    return Path(settings.DATA_DIR) / NAME


def is_demonstration() -> bool:
    """Whether the companies, people and cases here are invented."""
    return _path().exists()


def is_complete() -> bool:
    """Whether the park was filled to its end."""
    return bool(_read().get("complete"))


def guests() -> tuple[tuple[Guest, ...], str]:
    """Those as whom one may sign in, and their common password; nobody outside a demonstration park."""
    told = _read()
    return tuple(Guest(**guest) for guest in told.get("guests", ())), str(told.get("password", ""))


def begin(now: datetime, password: str) -> tuple[datetime, str]:
    """Mark the desk; gives the moment and the password of the first beginning, if it was begun before."""
    told = _read()
    if not told:
        told = {"made_at": now.isoformat(), "password": password, "guests": [], "complete": False}
        _write(told)
    return datetime.fromisoformat(told["made_at"]), str(told["password"])


def list_guests(guests: tuple[Guest, ...]) -> None:
    """Name those as whom one may sign in."""
    _write({**_read(), "guests": [asdict(one) for one in guests]})


def complete() -> None:
    """Say that nothing is missing any more."""
    _write({**_read(), "complete": True})


def _read() -> dict[str, Any]:
    try:
        told: dict[str, Any] = json.loads(_path().read_text())
    except FileNotFoundError:
        return {}
    return told


def _write(told: dict[str, Any]) -> None:
    aside = _path().with_suffix(".new")
    aside.touch(mode=0o600)
    aside.write_text(json.dumps(told, ensure_ascii=False, indent=1))
    aside.replace(_path())
