"""Exact numbers over integer columns: a column times a constant fraction, perhaps over another column.

Constants stay out of the columns as long as they can: ``part >= 5 % of whole`` becomes ``part * 20 >= whole``, and
``3 * staff >= 40`` becomes ``staff >= 14``. So most comparisons need no arithmetic, and 64 bits go far.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import gcd, lcm
from typing import NamedTuple

from mulberry.decisions.columns.ir import MIRRORED, Builder, Node


class Number(NamedTuple):
    """``factor * node / under``, where ``under`` is positive; without it the number is the column times the factor."""

    node: Node
    factor: Fraction = Fraction(1)
    under: Node | None = None


class Numbers:
    """Arithmetic on numbers, written by a builder."""

    def __init__(self, builder: Builder) -> None:
        self.b = builder

    def constant(self, value: int | Fraction | None) -> Number:
        if value is None:
            return Number(self.b.lit("int", None))
        return Number(self.b.one, Fraction(value))

    def fixed(self, x: Number) -> Fraction | None:
        """The value of a constant."""
        return x.factor * x.node.value if x.node.is_lit and not x.node.is_null and x.under is None else None

    def scaled(self, x: Number, factor: Fraction) -> Number:
        if factor == 0 and not x.node.is_lit:
            # nothing times an unknown number is unknown
            return Number(self.b.mul(x.node, self.b.whole(0)), Fraction(1), x.under)
        return Number(x.node, x.factor * factor, x.under)

    def mul(self, x: Number, y: Number) -> Number:
        for one, other in ((x, y), (y, x)):
            if (value := self.fixed(one)) is not None:
                return self.scaled(other, value)
        return Number(self.b.mul(x.node, y.node), x.factor * y.factor, self._under(x, y))

    def add(self, x: Number, y: Number) -> Number:
        a, b, factor = self.alike(x, y)
        under = x.under if x.under is y.under else self._under(x, y)
        return Number(self.b.add(a, b), factor, under)

    def sub(self, x: Number, y: Number) -> Number:
        return self.add(x, self.scaled(y, Fraction(-1)))

    def compare(self, op: str, x: Number, y: Number) -> Node:
        if x.under is not None or y.under is not None:
            a, b, _ = self.alike(x, y)
            return self.b.compare(op, a, b)
        left, right = self.fixed(x), self.fixed(y)
        if left is not None and right is not None:
            return self.b.compare(op, *self.alike(x, y)[:2])
        if left is not None:
            x, y, right, op = y, x, left, MIRRORED[op]
        if right is not None and not x.node.is_lit:
            return self.b.against(op if x.factor > 0 else MIRRORED[op], x.node, right / x.factor)
        return self.b.compare(op, *self.alike(x, y)[:2])

    def ite(self, c: Node, x: Number, y: Number) -> Number:
        if not c.nullable and x == y:
            return x
        same = self.compare("eq", x, y) if c.nullable else None
        a, b, factor = self._shared(x, y)
        return Number(self.b.ite(c, a, b, same), factor, self._either(lambda p, q: self.b.ite(c, p, q, same), x, y))

    def case(self, c: Node, x: Number, y: Number, open_: Number) -> Number:
        factor = common(common(x.factor, y.factor), open_.factor)
        a, b, o = (self.b.times(one.node, int(one.factor / factor)) for one in (x, y, open_))
        if x.under is None and y.under is None and open_.under is None:
            return Number(self.b.case(c, a, b, o), factor)
        p, q, r = (one.under or self.b.one for one in (x, y, open_))
        return Number(self.b.case(c, a, b, o), factor, self.b.case(c, p, q, r))

    def extreme(self, op: str, x: Number, y: Number) -> Number:
        if x.under is None and y.under is None:
            a, b, factor = self.alike(x, y)
            return Number(self.b.extreme(op, a, b), factor)
        c = self.compare("le" if op == "min" else "ge", x, y)
        a, b, factor = self._shared(x, y)
        return Number(self.b.case(c, a, b), factor, self._either(lambda p, q: self.b.case(c, p, q), x, y))

    def ratio(self, x: Number, y: Number, of_nothing: int | Fraction | None) -> Number:
        """The quotient; of nothing, what is said, or null."""
        value = self.fixed(y)
        if value is not None:
            return self.scaled(x, 1 / value) if value else self.constant(of_nothing)
        part, whole = self._over_one(x), self._over_one(y)
        above = self.b.mul(part[0], whole[1])
        below = self.b.mul(whole[0], part[1])
        if below.low < 0:
            negative = self.b.compare("lt", below, self.b.whole(0))
            above = self.b.case(negative, self.b.negated(above), above)
            below = self.b.case(negative, self.b.negated(below), below)
        factor = x.factor / y.factor
        zero = self.b.compare("eq", below, self.b.whole(0))
        if of_nothing is None:
            return Number(above, factor, self.b.case(zero, self.b.lit("int", None), below))
        given = Fraction(of_nothing) / factor
        if given.denominator != 1:
            finer = given.denominator
            above, factor, given = self.b.times(above, finer), factor / finer, given * finer
        otherwise = self.b.whole(int(given))
        if x.node.nullable:
            otherwise = self.b.case(self.b.is_null(above), self.b.lit("int", None), otherwise)
        return Number(self.b.case(zero, otherwise, above), factor, self.b.case(zero, self.b.one, below))

    def over(self, x: Number) -> tuple[Node, Node]:
        """The number as one integer over another, positive one."""
        above = self.b.times(x.node, x.factor.numerator)
        return above, self.b.times(x.under or self.b.one, x.factor.denominator)

    # -------------------------------------------------------------- bringing together

    def alike(self, x: Number, y: Number) -> tuple[Node, Node, Fraction]:
        """Two numbers as integers of one part, after multiplying both by what stands under them."""
        a, b = x.node, y.node
        if x.under is not y.under:
            a = a if y.under is None else self.b.mul(a, y.under)
            b = b if x.under is None else self.b.mul(b, x.under)
        factor = common(x.factor, y.factor)
        return self.b.times(a, int(x.factor / factor)), self.b.times(b, int(y.factor / factor)), factor

    def _shared(self, x: Number, y: Number) -> tuple[Node, Node, Fraction]:
        factor = common(x.factor, y.factor)
        return self.b.times(x.node, int(x.factor / factor)), self.b.times(y.node, int(y.factor / factor)), factor

    def _under(self, x: Number, y: Number) -> Node | None:
        if x.under is None or y.under is None:
            return x.under or y.under
        return self.b.mul(x.under, y.under)

    def _either(self, pick: Callable[[Node, Node], Node], x: Number, y: Number) -> Node | None:
        if x.under is None and y.under is None:
            return None
        return pick(x.under or self.b.one, y.under or self.b.one)

    def _over_one(self, x: Number) -> tuple[Node, Node]:
        return x.node, x.under or self.b.one


def common(a: Fraction, b: Fraction) -> Fraction:
    """The greatest positive fraction of which both are whole multiples."""
    if not a and not b:
        return Fraction(1)
    below = lcm(a.denominator, b.denominator)
    return Fraction(gcd(int(a * below), int(b * below)), below)
