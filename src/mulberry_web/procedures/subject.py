"""Whom a case is about, and the facts on file about them, as far as the reader may see them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from mulberry.decisions.facts import Fact
from mulberry.law.text import Text, t
from mulberry.procedures import Procedure
from mulberry.procedures.case import Case
from mulberry_web.facts.machine import ID, SubjectState
from mulberry_web.facts.subjects import enterprise_key, own_key
from mulberry_web.people.models import Person
from mulberry_web.record import read
from mulberry_web.record.models import Stream
from mulberry_web.record.refusals import NotFound


@dataclass(frozen=True, slots=True)
class About:
    """A subject: its name where it is a person, and what has been stated of it."""

    key: str = ""
    name: Text | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)


def about(person: Person | None, procedure: type[Procedure], held: read.Case, now: datetime) -> About:
    """Whom the case is about. A case may name a subject; only one of the same owner is believed."""
    case: Case = held.state
    named = case.text(procedure.subject)
    key = named or _owner_key(held.stream)
    if person is None or not key or not held.personal:
        return About()
    try:
        found = read.case(person, ID, key, now)
    except NotFound:
        return About(key)
    if _owner(found.stream) != _owner(held.stream):
        return About(key)
    state: SubjectState = found.state
    name = t(state.name, state.name) if named and state.name else None
    return About(key, name, {**state.values, **case.data})


def fitting(facts: Mapping[str, Any], declared: Mapping[str, Fact]) -> dict[str, Any]:
    """Those facts that a decision reads."""
    return {name: value for name, value in facts.items() if name in declared}


def _owner(stream: Stream) -> tuple[int | None, int | None]:
    return stream.owner_organisation_id, stream.owner_person_id


def _owner_key(stream: Stream) -> str:
    if stream.owner_organisation is not None:
        return enterprise_key(stream.owner_organisation)
    return own_key(stream.owner_person) if stream.owner_person is not None else ""
