"""The machines among the instruments of installed packs."""

from __future__ import annotations

from typing import Any, cast

from mulberry.pack.pack import Library
from mulberry.record.events import Machine
from mulberry_web.record.programme import KINDS_WITH_A_HISTORY


def machines(known: Library) -> dict[str, Machine[Any]]:
    """By id, those that keep a history."""
    found = {id: one for id, one in known.by_id.items() if one.kind in KINDS_WITH_A_HISTORY}
    return {id: cast("Machine[Any]", one) for id, one in found.items()}
