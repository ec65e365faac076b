"""JSON text for people and programs outside: decimals as numbers, days in ISO form, Chinese as it is."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any


def dumps(value: Any, *, indent: int | None = 2) -> str:
    """The value as JSON text. A decimal is written digit for digit; where no JSON reader could keep it, as a string."""
    return json.dumps(value, ensure_ascii=False, indent=indent, default=_plain)


def loads(text: str) -> Any:
    """JSON text as values; numbers with a point become exact decimals. ``NaN`` and ``Infinity`` are refused."""
    return json.loads(text, parse_float=Decimal, parse_constant=_refuse)


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        if value == value.to_integral_value():
            return int(value)
        number = float(value)  # written only where its shortest text is the decimal itself
        return number if Decimal(repr(number)) == value else str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, frozenset | set):
        return sorted(value)
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} cannot be written as JSON")


def _refuse(name: str) -> Any:
    raise ValueError(f"{name} is no number")
