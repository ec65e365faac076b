"""Scales of points: where each step of a table begins is a dated parameter of its own, so that it can be cited,
confirmed and changed like any other number."""

from __future__ import annotations

from decimal import Decimal

from mulberry.law.basis import Basis
from mulberry.law.parameters import Parameter, TypeName, fixed
from mulberry.law.text import Text, t

Scale = tuple[tuple[Parameter, int], ...]
"""From each bound on, bound included, so many points: what ``bands(…)`` reads."""


def scale(
    key: str,
    title: Text,
    basis: Basis,
    *steps: tuple[str, int],
    type: TypeName = "percent",
    unit: str = "",
    standing: str = "unconfirmed",
) -> Scale:
    """``scale("hnte.staff", t("占比", "Share"), basis, ("0.10", 4), ("0.15", 8))``: steps rise, bounds are included."""
    return tuple((_bound(key, title, basis, start, points, type, unit, standing), points) for start, points in steps)


def _bound(
    key: str, title: Text, basis: Basis, start: str, points: int, type: TypeName, unit: str, standing: str
) -> Parameter:
    told = t(f"{title.zh}：得{points}分的起点", f"{title.en}: from where {points} points are given")
    value = int(start) if type == "int" else Decimal(start)
    return fixed(f"{key}.{points}_points", told, value, basis, type=type, unit=unit, standing=standing)


def parameters(*scales: Scale) -> tuple[Parameter, ...]:
    """The bounds of some scales, for an instrument that lists what it rests on."""
    return tuple(bound for one in scales for bound, _ in one)
