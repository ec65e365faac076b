"""Values as JSON holds them: what a person is told is the same the first time and when it is told again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from mulberry.law.month import Month
from mulberry.record.values import plain as decimal_text


def plain(value: Mapping[str, Any]) -> dict[str, Any]:
    """The mapping with decimals, days and months as text, and sets as sorted lists."""
    told: dict[str, Any] = json.loads(json.dumps(value, default=_plain))
    return told


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return decimal_text(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Month):
        return str(value)
    if isinstance(value, set | frozenset):
        return sorted(value)
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} cannot be told")
