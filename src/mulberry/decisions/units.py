"""What multiplying and dividing does to units: CNY/month times month is CNY, CNY by person is CNY/person."""

from __future__ import annotations

from collections import Counter

PURE = frozenset({"", "percent", "ratio"})
"""Units of a share: multiplying by one leaves the unit as it is."""


def product(a: str, b: str) -> str:
    """The unit of a product."""
    above, below = _parts(a)
    more_above, more_below = _parts(b)
    return _written(above + more_above, below + more_below)


def quotient(a: str, b: str) -> str:
    """The unit of a quotient."""
    above, below = _parts(a)
    more_above, more_below = _parts(b)
    return _written(above + more_below, below + more_above)


def _parts(unit: str) -> tuple[Counter[str], Counter[str]]:
    above, *below = unit.split("/")
    return Counter(part for part in above.split("·") if part not in PURE), Counter(below)


def _written(above: Counter[str], below: Counter[str]) -> str:
    shared = above & below
    top, bottom = "·".join((above - shared).elements()), "/".join((below - shared).elements())
    return f"{top}/{bottom}" if bottom else top
