"""Static findings about an indicator."""

from __future__ import annotations

from collections.abc import Iterator

from mulberry.errors import Invalid
from mulberry.findings import Finding, Severity
from mulberry.indicators.declare import Indicator
from mulberry.law.text import t
from mulberry.law.units import unit
from mulberry.mechanisms.check import calculation


def findings(indicator: Indicator) -> list[Finding]:
    """Everything wrong or doubtful in one indicator."""
    return [*calculation(indicator.id, indicator.function.__doc__, indicator.gives), *_unit(indicator)]


def _unit(indicator: Indicator) -> Iterator[Finding]:
    """A figure is shown with its unit, and the table of units has its name in both languages."""
    try:
        unit(indicator.unit)
    except Invalid:
        text = t(
            f"单位“{indicator.unit}”不在单位表中，无法以两种语言显示",
            f"the unit {indicator.unit!r} is not in the table of units and cannot be shown in both languages",
        )
        yield Finding("unknown-unit", indicator.id, text, severity=Severity.DOUBT)
