"""What generated functions call where writing it out would be longer than calling it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from mulberry.decisions.evaluate import kleene_all, kleene_any
from mulberry.decisions.operations import OPERATIONS, growth, rounded

Record = Mapping[str, Any]
Records = tuple[Record, ...]
Asked = Callable[[Record], Any]
"""What is asked of one record: a truth, or for a sum the truth and the value."""


def gaps(records: Records) -> bool:
    """Whether any field of any record, or of a list within one, is unknown."""
    return any(_gap(value) for record in records for value in record.values())


def _gap(value: Any) -> bool:
    return value is None or (isinstance(value, tuple) and gaps(value))


def members(names: Iterable[str], holds: Iterable[bool]) -> frozenset[str]:
    """The names whose condition holds."""
    return frozenset(name for name, held in zip(names, holds, strict=True) if held)


def known_sum(records: Records, asked: Asked) -> Any:
    """The sum over records of which everything is known."""
    return sum(value for held, value in map(asked, records) if held)


def partial_any(records: Records | None, asked: Asked) -> bool | None:
    return None if records is None else kleene_any([asked(record) for record in records])


def partial_all(records: Records | None, asked: Asked) -> bool | None:
    return None if records is None else kleene_all([asked(record) for record in records])


def partial_count(records: Records | None, asked: Asked) -> int | None:
    holds = None if records is None else [asked(record) for record in records]
    return None if holds is None or None in holds else sum(holds)


def partial_sum(records: Records | None, asked: Asked) -> Any:
    pairs = None if records is None else [asked(record) for record in records]
    if pairs is None or any(held is None for held, _ in pairs):
        return None
    values = [value for held, value in pairs if held]
    return None if None in values else sum(values)


def known_extreme(pick: Callable[[Iterable[Any]], Any]) -> Callable[[Records, Asked, Any], Any]:
    """The greatest or least value over records of which everything is known, or what there is of none."""

    def known(records: Records, asked: Asked, of_nothing: Any) -> Any:
        values = [value for held, value in map(asked, records) if held]
        return pick(values) if values else of_nothing

    return known


def partial_extreme(pick: Callable[[Iterable[Any]], Any]) -> Callable[[Records | None, Asked, Any], Any]:
    """The same over records with gaps: unknown as soon as it matters what is in one."""

    def partial(records: Records | None, asked: Asked, of_nothing: Any) -> Any:
        pairs = None if records is None else [asked(record) for record in records]
        if pairs is None or any(held is None or (held and value is None) for held, value in pairs):
            return None
        values = [value for held, value in pairs if held]
        return pick(values) if values else of_nothing

    return partial


HELPERS: Mapping[str, Any] = {
    **OPERATIONS,
    "gaps": gaps,
    "growth": growth,
    "known_all": lambda records, asked: all(map(asked, records)),
    "known_any": lambda records, asked: any(map(asked, records)),
    "known_count": lambda records, asked: sum(map(asked, records)),
    "known_max_in": known_extreme(max),
    "known_min_in": known_extreme(min),
    "known_sum": known_sum,
    "members": members,
    "partial_all": partial_all,
    "partial_any": partial_any,
    "partial_count": partial_count,
    "partial_max_in": partial_extreme(max),
    "partial_min_in": partial_extreme(min),
    "partial_sum": partial_sum,
    "rounded": rounded,
}
