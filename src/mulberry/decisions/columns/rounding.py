"""Rounding and growth by whole division, exact in every engine."""

from __future__ import annotations

from fractions import Fraction

from mulberry.decisions.columns.ir import Node
from mulberry.decisions.columns.numbers import Number, Numbers


def rounded(numbers: Numbers, x: Number, rule: tuple[int, int, str]) -> Node:
    """From one number of places to another, by a rounding named as in ``mulberry.law.exact``."""
    b = numbers.b
    from_places, to_places, mode = rule
    n, d = numbers.over(numbers.scaled(x, Fraction(10) ** (to_places - from_places)))
    if d.is_lit and d.value == 1:
        return n
    match mode:
        case "FLOOR":
            return b.floordiv(n, d)
        case "CEILING":
            return b.negated(b.floordiv(b.negated(n), d))
        case "HALF_EVEN":
            return _half_even(numbers, n, d)
    if n.low >= 0:
        return _away_from_zero(numbers, n, d, mode)
    below = b.negated(_away_from_zero(numbers, b.negated(n), d, mode))
    return b.case(b.compare("ge", n, b.whole(0)), _away_from_zero(numbers, n, d, mode), below)


def _away_from_zero(numbers: Numbers, n: Node, d: Node, mode: str) -> Node:
    """DOWN, UP and HALF_UP of a number that is not negative."""
    b = numbers.b
    if mode == "DOWN":
        return b.floordiv(n, d)
    if mode == "UP":
        return b.negated(b.floordiv(b.negated(n), d))
    return b.floordiv(b.add(b.times(n, 2), d), b.times(d, 2))


def _half_even(numbers: Numbers, n: Node, d: Node) -> Node:
    b = numbers.b
    below = b.floordiv(n, d)
    rest = b.times(b.sub(n, b.mul(below, d)), 2)
    odd = b.compare("ne", b.sub(below, b.times(b.floordiv(below, b.whole(2)), 2)), b.whole(0))
    up = b.or_(b.compare("gt", rest, d), b.and_(b.compare("eq", rest, d), odd))
    return b.add(below, b.case(up, b.one, b.whole(0)))


def growth(numbers: Numbers, first: Number, last: Number, rule: tuple[int, int]) -> Node:
    """The yearly rate in its places, rounded half up: a root estimated, then settled by exact comparison.

    It is the largest n with ``(2n - 1)^years * first <= (2 * one)^years * last``, less one; the estimate is off by less
    than one, so three candidates are enough.
    """
    b = numbers.b
    years, places = rule
    one = 10**places
    start, end, _ = numbers.alike(first, last)
    target = b.times(end, (2 * one) ** years)
    bounds = (0, int((max(end.high, 0) + 1) ** (1 / years) * one * 1.01) + 2)
    near = b.node("root", "int", (start, end), (years, one), bounds)
    lower, higher = b.add(near, b.whole(-1)), b.add(near, b.one)
    found = b.case(_reached(numbers, near, start, target, years), near, lower)
    found = b.case(_reached(numbers, higher, start, target, years), higher, found)
    found = b.extreme("max", found, b.whole(0))
    makes_sense = b.and_(b.compare("gt", start, b.whole(0)), b.compare("ge", end, b.whole(0)))
    return b.case(makes_sense, b.add(found, b.whole(-one)), b.lit("int", None))


def _reached(numbers: Numbers, n: Node, start: Node, target: Node, years: int) -> Node:
    b = numbers.b
    doubled = b.add(b.times(n, 2), b.whole(-1))
    power = start
    for _ in range(years):
        power = b.node("mul", "int", (power, doubled), None, (min(0, target.low), max(2 * target.high, 10**years) + 1))
    return b.compare("le", power, target)
