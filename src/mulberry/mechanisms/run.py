"""Running a mechanism: read the input, calculate, check the result against what was declared."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mulberry.mechanisms.declare import Mechanism, Setting
from mulberry.mechanisms.result import checked


def run(mechanism: Mechanism, given: Mapping[str, Any], setting: Setting) -> dict[str, Any]:
    """The result by name. Input that makes no sense raises ``Invalid`` naming the field; nothing is calculated then."""
    return checked(mechanism.id, mechanism.gives, mechanism.function(mechanism.takes.read(given), setting))
