"""How a mechanism reads a dated parameter: as set for this run, else as the law stands on a day."""

from __future__ import annotations

from datetime import date
from typing import Any

from mulberry.errors import Invalid
from mulberry.law.parameters import Parameter, is_missing
from mulberry.law.text import t
from mulberry.mechanisms.declare import Setting

NOT_ESTABLISHED = t(
    "参数 {key} 在 {day} 没有确定的值；请先由有权人员补录并注明出处。",
    "The parameter {key} has no established value on {day}; have it entered with its source first.",
)


def value(parameter: Parameter, setting: Setting, on: date | None = None) -> Any:
    """The value on a day, else on the as-of date. ``Invalid`` names ``param:KEY`` where none is established."""
    if parameter.key in setting.parameters:
        return setting.parameters[parameter.key]
    day = on or setting.as_of
    version = parameter.at(day)
    if version is None or is_missing(version):
        raise Invalid(f"param:{parameter.key}", NOT_ESTABLISHED.format(key=parameter.key, day=day))
    return version.value
