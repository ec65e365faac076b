"""The history of a subject's facts: what was said when, by whom, and the receipt of each statement."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from mulberry.decisions.facts import Fact
from mulberry.law.text import Text, t
from mulberry.record.events import Event
from mulberry_web.facts.catalogue import facts
from mulberry_web.facts.machine import ID, OPEN
from mulberry_web.facts.views import found
from mulberry_web.page.written import field_text
from mulberry_web.people.models import Person
from mulberry_web.record import read

GONE = t("已不在本系统的人员", "Somebody no longer in this system")


@dataclass(frozen=True, slots=True)
class Change:
    """One statement; ``index`` asks for its receipt. What was erased of it is told as unknown."""

    index: int
    at: datetime
    by: Text
    opens: bool
    source: str
    facts: tuple[tuple[Text, Text], ...]


@login_required
@require_GET
def past(request: HttpRequest, key: str) -> HttpResponse:
    """Every statement about a subject, the latest first."""
    looking, one = found(request, key)
    told = read.history(looking.person, ID, key) if one.version else []
    names = {person.ref: person.name for person in Person.objects.filter(ref__in={each.event.by.name for each in told})}
    declared = facts(one.kind)
    changes = [_change(each.index, each.event, names, declared) for each in reversed(told)]
    return render(request, "facts/past.html", {"subject": one, "changes": changes})


def _change(index: int, event: Event, names: Mapping[str, Text], declared: Mapping[str, Fact]) -> Change:
    said: dict[str, Any] = {}
    if event.type != OPEN.name:
        plain = event.data.get("facts")
        said = {**(plain if isinstance(plain, dict) else {}), **event.personal}
    sources = [one["source"] for one in said.values() if one and one["source"]]
    shown = tuple(
        (declared[name].title, field_text(declared[name].field, one["value"] if one else None))
        for name, one in said.items()
        if name in declared
    )
    by = names.get(event.by.name, GONE)
    return Change(index, event.at, by, event.type == OPEN.name, sources[0] if sources else "", shown)
