"""What is the same in every answer of a decision, worked out once: what each part reads, and its words and law."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Any

from mulberry.decisions.declare import Decision, roots
from mulberry.decisions.expression import Expr
from mulberry.decisions.facts import Fact
from mulberry.decisions.operations import BY_CALENDAR
from mulberry.decisions.tree import leaves, walk
from mulberry.law.parameters import Standing, Version


@dataclass(frozen=True, slots=True)
class Sheet:
    """``read`` are the facts of each requirement and ``told`` what its reason says whatever the facts, in the order
    declared. ``by_calendar`` are the nodes that count working days. No lookup speaks of a record of a list."""

    outcomes: tuple[str, ...]
    read: tuple[tuple[Fact, ...], ...]
    told: tuple[dict[str, Any], ...]
    parameters: tuple[Expr, ...]
    lookups: tuple[Expr, ...]
    by_calendar: tuple[Expr, ...]


def _sheet(decision: type[Decision[Any]]) -> Sheet:
    every = list(walk(*roots(decision)))
    alone = [node for node in every if node.op in BY_CALENDAR | {"lookup"} and not _of_records(node)]
    return Sheet(
        outcomes=tuple(decision.routes.outcomes()),
        read=tuple(tuple(leaf for leaf in leaves(one) if isinstance(leaf, Fact)) for one in decision.requirements),
        told=tuple(_told(decision, place) for place in range(len(decision.requirements))),
        parameters=tuple(node for node in every if node.op == "param"),
        lookups=tuple(node for node in alone if node.op == "lookup"),
        by_calendar=tuple(node for node in alone if node.op in BY_CALENDAR),
    )


# a class can be hashed, but the type checker asks it as if it were an instance
sheet: Callable[..., Sheet] = cache(_sheet)


def _in_force(decision: type[Decision[Any]], day: date) -> dict[str, Version | None]:
    return {node.value.key: node.value.at(day) for node in sheet(decision).parameters}


def _in_force_told(decision: type[Decision[Any]], day: date) -> tuple[dict[str, Any], ...]:
    return tuple(version_json(key, version) for key, version in in_force(decision, day).items())


in_force: Callable[..., dict[str, Version | None]] = lru_cache(maxsize=1024)(_in_force)
"""The version of every parameter of a decision on a day, ``None`` where there is none."""
in_force_told: Callable[..., tuple[dict[str, Any], ...]] = lru_cache(maxsize=1024)(_in_force_told)
"""The same, as the interface gives it."""


def _unconfirmed(decision: type[Decision[Any]], day: date) -> tuple[str, ...]:
    return tuple(key for key, version in in_force(decision, day).items() if is_unconfirmed(version))


unconfirmed: Callable[..., tuple[str, ...]] = lru_cache(maxsize=1024)(_unconfirmed)
"""The keys of the parameters whose version on a day nobody has compared with the official text."""


def is_unconfirmed(version: Version | None) -> bool:
    """Whether there is a value, and nobody has compared it with the official text."""
    return version is not None and version.standing is Standing.UNCONFIRMED


def version_json(key: str, version: Version | None) -> dict[str, Any]:
    """A parameter's version as the interface gives it; a missing one says so."""
    if version is None:
        return {"key": key, "value": None, "standing": "missing", "since": None, "until": None, "basis": None}
    return {
        "key": key,
        "value": version.value,
        "standing": version.standing.value,
        "since": version.since.isoformat() if version.since else None,
        "until": version.until.isoformat() if version.until else None,
        "basis": version.basis.to_json(),
    }


def _told(decision: type[Decision[Any]], place: int) -> dict[str, Any]:
    requirement = decision.requirements[place]
    return {
        **requirement.text.to_json(),
        "decides": requirement.decides,
        "clause": requirement.clause or decision.clauses[0],
        "basis": [basis.to_json() for basis in requirement.basis],
    }


def _of_records(node: Expr) -> bool:
    return any(leaf.op == "item" for leaf in leaves(node))
