"""Computing an indicator from its input."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mulberry.indicators.declare import Indicator
from mulberry.mechanisms.result import checked


def run(indicator: Indicator, given: Mapping[str, Any]) -> dict[str, Any]:
    """The figure and what belongs to it, by name. Bad input raises ``Invalid`` naming the field."""
    return checked(indicator.id, indicator.gives, indicator.function(indicator.takes.read(given)))
