"""Comparing what a worked case expects with what came out: only what is named is compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any

from mulberry.law.month import Month

ABSENT = "(absent)"


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where the answer is not what the case expects."""

    at: str
    expected: Any
    got: Any

    def to_json(self) -> dict[str, Any]:
        return {"at": self.at, "expected": shown(self.expected), "got": shown(self.got)}


def differences(expected: Any, got: Any, tolerance: Decimal, at: str = "") -> Iterator[Difference]:
    """Where ``got`` differs from a part of it that is expected. Numbers are compared exactly up to the tolerance; a
    list is compared item by item, a set as a set; days, months and decimals also with their written form."""
    if isinstance(expected, Mapping) and isinstance(got, Mapping):
        for key, inner in expected.items():
            place = f"{at}.{key}" if at else str(key)
            if key in got or str(key) in got:
                yield from differences(inner, got[key] if key in got else got[str(key)], tolerance, place)
            elif inner is not None:
                yield Difference(place, inner, ABSENT)
    elif isinstance(got, set | frozenset) and isinstance(expected, list | tuple | set | frozenset):
        if {shown(item) for item in expected} != {shown(item) for item in got}:
            yield Difference(at, expected, got)
    elif isinstance(expected, list | tuple) and isinstance(got, list | tuple):
        if len(expected) != len(got):
            yield Difference(at, expected, got)
            return
        for index, (inner, value) in enumerate(zip(expected, got, strict=True), 1):
            yield from differences(inner, value, tolerance, f"{at}[{index}]")
    elif not same(expected, got, tolerance):
        yield Difference(at, expected, got)


def same(expected: Any, got: Any, tolerance: Decimal) -> bool:
    """Whether two single values are the same."""
    if isinstance(expected, bool) or isinstance(got, bool):
        return expected is got
    if (a := _number(expected)) is not None and (b := _number(got)) is not None:
        return abs(a - b) <= Fraction(tolerance)
    if isinstance(expected, date | Month) or isinstance(got, date | Month):
        return bool(shown(expected) == shown(got))
    equal: bool = expected == got
    return equal


def _number(value: Any) -> Fraction | None:
    """A number, also one that an event keeps as text; ``None`` for anything else."""
    if isinstance(value, int | Decimal | Fraction) and not isinstance(value, bool):
        return Fraction(value)
    if isinstance(value, str) and value[:1] in set("-0123456789"):
        try:
            return Fraction(Decimal(value)) if len(value) < 60 else None
        except InvalidOperation:
            return None
    return None


def shown(value: Any) -> Any:
    """A value as JSON and a reader see it."""
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    if isinstance(value, date | Month):
        return value.isoformat() if isinstance(value, date) else str(value)
    if isinstance(value, set | frozenset):
        return sorted(shown(item) for item in value)
    if isinstance(value, Mapping):
        return {str(key): shown(inner) for key, inner in value.items()}
    return [shown(inner) for inner in value] if isinstance(value, list | tuple) else value
