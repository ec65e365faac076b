"""The ways through the desk. A room names its own in ``nav.py``: adding a room adds its way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.http import HttpRequest

from mulberry.law.text import Text
from mulberry_web.page.who import Who
from mulberry_web.rooms import rooms


class Audience(StrEnum):
    """For whom a way is: everybody, those of an organisation, officers, supervisors."""

    EVERYONE = "everyone"
    APPLICANT = "applicant"
    OFFICER = "officer"
    SUPERVISOR = "supervisor"


@dataclass(frozen=True, slots=True)
class Way:
    """A link in the header and a card on the home page. ``url`` is the name of an address without arguments."""

    url: str
    title: Text
    about: Text
    audience: Audience = Audience.EVERYONE
    order: int = 50
    in_header: bool = True


@dataclass(frozen=True, slots=True)
class Panel:
    """A part of somebody's home page: a template and what it shows. ``context`` may answer ``None`` to show nothing."""

    audience: Audience
    template: str
    context: Callable[[HttpRequest], Mapping[str, Any] | None]
    order: int = 50


@cache
def ways() -> tuple[Way, ...]:
    """Every room's ``nav.WAYS``, in order."""
    return tuple(sorted(_all("WAYS"), key=lambda way: way.order))


@cache
def panels() -> tuple[Panel, ...]:
    """Every room's ``nav.PANELS``, in order."""
    return tuple(sorted(_all("PANELS"), key=lambda panel: panel.order))


def _all(name: str) -> list[Any]:
    modules = [import_module(f"{room}.nav") for room in rooms() if find_spec(f"{room}.nav")]
    return [one for module in modules for one in getattr(module, name, ())]


def open_to(audience: Audience, who: Who) -> bool:
    """Whether something for an audience is for this person."""
    match audience:
        case Audience.EVERYONE:
            return True
        case Audience.APPLICANT:
            return who.is_applicant
        case Audience.OFFICER:
            return who.is_officer
        case Audience.SUPERVISOR:
            return who.is_supervisor
