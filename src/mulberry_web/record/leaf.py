"""An event as the leaf that is sealed, and back. Personal values stay outside: the leaf only commits to them."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from mulberry.record.commitment import Opening, canonical, commitment_in, opens, pointer, seal
from mulberry.record.events import Actor, Event

PERSONAL = "/personal"


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose stream it is, by the organisation's code or the person's ref; an office's own has neither."""

    organisation: str | None = None
    person: str | None = None

    def to_json(self) -> dict[str, str]:
        told = {"organisation": self.organisation, "person": self.person}
        return {kind: name for kind, name in told.items() if name is not None}


@dataclass(frozen=True, slots=True)
class Leaf:
    """What is stored of one event: the sealed bytes, and beside them the openings of what they commit to."""

    instrument: str
    key: str
    version: int
    type: str
    at: str
    data: bytes
    openings: Mapping[str, Opening]


def seal_event(instrument: str, key: str, version: int, event: Event, owner: Owner | None) -> tuple[Leaf, Event]:
    """The leaf of an event, and the event exactly as it will be read back. ``owner`` stands in a first event."""
    at = event.at.replace(microsecond=0).isoformat()
    told: dict[str, Any] = {
        "at": at,
        "by": {"name": event.by.name, "role": event.by.role} if event.by.name else {"role": event.by.role},
        "data": event.data,
        "instrument": instrument,
        "key": key,
        "type": event.type,
        "version": version,
    }
    openings = seal(event.personal, {name: os.urandom(32) for name in event.personal})
    if openings:
        told["personal"] = {name: opening.sealed for name, opening in openings.items()}
    if owner is not None:
        told["owner"] = owner.to_json()
    data = canonical(told)
    kept = {name: json.loads(canonical(opening.value)) for name, opening in openings.items()}
    return Leaf(instrument, key, version, event.type, at, data, openings), event_of(json.loads(data), kept)


def event_of(told: Mapping[str, Any], personal: Mapping[str, Any]) -> Event:
    """The event that a leaf tells of, with those personal values that have not been erased or withheld."""
    by = told["by"]
    actor = Actor(by["role"], by.get("name", ""))
    # In one order, however the values were given or read: a state may keep them in the order in which they came.
    values = {name: personal[name] for name in sorted(personal)}
    return Event(told["type"], datetime.fromisoformat(told["at"]), actor, told["data"], values)


def owner_of(told: Mapping[str, Any]) -> Owner:
    """Whose stream it is, from its first leaf."""
    owner = told.get("owner", {})
    return Owner(owner.get("organisation"), owner.get("person"))


def place(name: str) -> str:
    """Where in a leaf the commitment of a personal field stands: its JSON pointer."""
    return pointer(PERSONAL, name)


def commitments(told: Mapping[str, Any]) -> dict[str, bytes]:
    """The commitments of a leaf by place."""
    found = {place(name): commitment_in(sealed) for name, sealed in told.get("personal", {}).items()}
    return {at: commitment for at, commitment in found.items() if commitment is not None}


def fits(commitment: bytes, value: str, salt: bytes) -> bool:
    """Whether a stored personal value, canonical JSON, is what the leaf commits to."""
    try:
        opening = Opening(json.loads(value), salt)
        return canonical(opening.value).decode() == value and opens(commitment, opening)
    except (ValueError, TypeError):
        return False
