"""Between which values a number can lie, by the bounds its facts are declared with."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from mulberry.decisions.expression import Expr
from mulberry.decisions.tree import TRANSPARENT, walk
from mulberry.decisions.types import Type
from mulberry.record.values import MAX_NUMBER

Bound = Fraction | None
Interval = tuple[Bound, Bound]
"""Least and greatest counted value, both included; ``None`` is open."""

OPEN: Interval = (None, None)


def interval(node: Expr) -> Interval:
    """The interval of a number, counted in its smallest part; open on both sides for what is no number."""
    known: dict[Expr, Interval] = {}
    for inner in walk(node):
        known[inner] = _interval(inner, [known[arg] for arg in inner.args]) if inner.type.is_number else OPEN
    return known[node]


def never_negative(node: Expr) -> bool:
    """Whether a number cannot be below zero."""
    low, _ = interval(node)
    return low is not None and low >= 0


def _interval(node: Expr, args: list[Interval]) -> Interval:
    match node.op:
        case "const":
            return OPEN if node.value is None else (Fraction(node.value), Fraction(node.value))
        case "fact" | "item":
            return _declared(node.type)
        case "param" | "lookup":
            return _versions(node)
        case op if op in TRANSPARENT:
            return args[0]
        case "scale":
            return _by_corners(args[0], (Fraction(node.value), Fraction(node.value)))
        case "add":
            return _plus(args[0], args[1])
        case "sub":
            return _plus(args[0], _negated(args[1]))
        case "mul":
            return _by_corners(args[0], args[1])
        case "ite":
            return _hull(args[1], args[2])
        case "max":
            return _greatest(args[0], args[1])
        case "min":
            return _negated(_greatest(_negated(args[0]), _negated(args[1])))
        case "size" | "count":
            return Fraction(0), None
        case "mod":
            return (Fraction(0), args[1][1]) if args[1][1] is not None else OPEN
        case "floordiv" | "ratio":
            return (Fraction(0), None) if _positive(args[0]) and _positive(args[1]) else OPEN
        case "round":
            from_places, to_places, _ = node.value
            factor = Fraction(10) ** (to_places - from_places)
            # rounding moves a value by less than one of its last place
            return _plus(_by_corners(args[0], (factor, factor)), _slack(args[0]))
        case "max_in" | "min_in":
            return _hull(args[2], args[3])
        case "sum":
            return (Fraction(0), None) if _positive(args[2]) else OPEN
    return OPEN


def _declared(type_: Type) -> Interval:
    low = -MAX_NUMBER if type_.low is None else type_.low
    high = MAX_NUMBER if type_.high is None else type_.high
    return Fraction(low) * type_.scale, Fraction(high) * type_.scale


def _versions(node: Expr) -> Interval:
    """A parameter may be set to another value for one answer, but not to the other side of zero."""
    values = [version.value for version in node.value.versions]
    negative = any(isinstance(value, int | Fraction | Decimal) and value < 0 for value in values)
    settled = any(value is not None for value in values)
    return _declared(replace(node.type, low=Decimal(0) if settled and not negative else None))


def _positive(one: Interval) -> bool:
    return one[0] is not None and one[0] >= 0


def _plus(a: Interval, b: Interval) -> Interval:
    low = None if a[0] is None or b[0] is None else a[0] + b[0]
    high = None if a[1] is None or b[1] is None else a[1] + b[1]
    return low, high


def _hull(a: Interval, b: Interval) -> Interval:
    low = None if a[0] is None or b[0] is None else min(a[0], b[0])
    high = None if a[1] is None or b[1] is None else max(a[1], b[1])
    return low, high


def _greatest(a: Interval, b: Interval) -> Interval:
    """Of two numbers the greater: at least what either is at least, and bounded only where both are."""
    lows = [low for low in (a[0], b[0]) if low is not None]
    high = None if a[1] is None or b[1] is None else max(a[1], b[1])
    return max(lows, default=None), high


def _negated(one: Interval) -> Interval:
    low, high = one
    return None if high is None else -high, None if low is None else -low


def _by_corners(a: Interval, b: Interval) -> Interval:
    if a[0] is None or a[1] is None or b[0] is None or b[1] is None:
        return (Fraction(0), None) if _positive(a) and _positive(b) else OPEN
    corners = [x * y for x in (a[0], a[1]) for y in (b[0], b[1])]
    return min(corners), max(corners)


def _slack(one: Interval) -> Interval:
    return (Fraction(0) if _positive(one) else Fraction(-1)), Fraction(1)
