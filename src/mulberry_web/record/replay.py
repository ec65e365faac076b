"""States made anew from stored events."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from mulberry.record.commitment import canonical
from mulberry.record.events import Event, Machine
from mulberry_web.record.leaf import PERSONAL, Leaf, event_of, place
from mulberry_web.record.store import Row


def personal_rows(index: int, leaf: Leaf) -> list[Row]:
    """The rows that keep a leaf's personal values beside it."""
    return [
        (index, place(name), opening.salt, canonical(opening.value).decode()) for name, opening in leaf.openings.items()
    ]


def unescaped(at: str) -> str:
    """The name of a personal field from its place."""
    return at.removeprefix(f"{PERSONAL}/").replace("~1", "/").replace("~0", "~")


def stored_events(
    events: Iterable[tuple[int, str]], personal: Iterable[tuple[int, str, str]]
) -> list[tuple[int, Mapping[str, Any], Event]]:
    """Index, leaf and event of stored events, with the personal values that are still there."""
    kept: dict[int, dict[str, Any]] = {}
    for index, at, value in personal:
        kept.setdefault(index, {})[unescaped(at)] = json.loads(value)
    told = ((index, json.loads(leaf)) for index, leaf in events)
    return [(index, leaf, event_of(leaf, kept.get(index, {}))) for index, leaf in told]


def fold(
    machine: Machine[Any],
    key: str,
    events: Sequence[tuple[int, str]],
    personal: Sequence[tuple[int, str, str]] = (),
) -> Any:
    """The state after all stored events of a stream."""
    state = machine.initial(key)
    for _, _, event in stored_events(events, personal):
        state = machine.evolve(state, event)
    return state
