"""Whether this desk is a demonstration park: a file in its data folder says so, and nothing else does."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

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


def guests() -> tuple[tuple[Guest, ...], str]:
    """Those as whom one may sign in, and their common password; nobody outside a demonstration park."""
    if not is_demonstration():
        return (), ""
    told = json.loads(_path().read_text())
    return tuple(Guest(**guest) for guest in told["guests"]), str(told["password"])


def declare(guests: tuple[Guest, ...], password: str) -> None:
    """Make this desk a demonstration park. Only for the command that fills it."""
    fields = ("username", "zh", "en", "about_zh", "about_en")
    told = {"password": password, "guests": [{name: getattr(one, name) for name in fields} for one in guests]}
    _path().write_text(json.dumps(told, ensure_ascii=False, indent=1))
    _path().chmod(0o600)
