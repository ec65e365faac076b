"""What a rule is lowered to before a column engine reads it: integers, truths, days, moments and words only.

Every node knows between which values it lies and whether it may be null, so that a printer writes Kleene's logic out
only where something may be unknown, and 64 bits wherever they are enough. Equal nodes are one node.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from math import ceil, floor
from typing import Any, Literal

from mulberry.errors import Invalid
from mulberry.law.text import t

Kind = Literal["bool", "int", "date", "moment", "word"]
SMALL = 2**63 - 1
WIDE = 10**38 - 1
"""What the widest exact integer of every engine holds: 38 decimal digits."""
MIRRORED = {"ge": "le", "le": "ge", "gt": "lt", "lt": "gt", "eq": "eq", "ne": "ne"}
TOO_WIDE = t(
    "{field}：按所声明的范围计算，数值可能超出38位整数；请收窄事实的范围，或改用 --engine python。",
    "{field}: within the declared ranges the number may not fit 38 digits; narrow the range of the facts, or use "
    "--engine python.",
)


class Node:
    """One column-wise operation. ``low`` and ``high`` bound an integer; ``nullable`` says that it may be unknown."""

    __slots__ = ("args", "high", "kind", "low", "nullable", "number", "op", "value")

    def __init__(
        self,
        number: int,
        op: str,
        kind: Kind,
        args: tuple[Node, ...],
        value: Any,
        bounds: tuple[int, int],
        *,
        null: bool,
    ) -> None:
        self.number, self.op, self.kind, self.args, self.value = number, op, kind, args, value
        self.low, self.high = bounds
        self.nullable = null

    @property
    def is_wide(self) -> bool:
        """Whether 64 bits may not be enough."""
        return self.kind == "int" and max(-self.low, self.high) > SMALL

    @property
    def is_lit(self) -> bool:
        return self.op == "lit"

    @property
    def is_null(self) -> bool:
        return self.op == "lit" and self.value is None

    def __repr__(self) -> str:
        inner = ", ".join(map(repr, self.args))
        return f"{self.op}[{self.value}]({inner})" if self.args else f"{self.op}[{self.value}]"


class Builder:
    """Makes nodes: equal ones once, and what is known beforehand folded."""

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self._known: dict[Any, Node] = {}
        self.field = "amount"
        self.true, self.false = self.lit("bool", True), self.lit("bool", False)
        self.one = self.lit("int", 1)

    def node(
        self,
        op: str,
        kind: Kind,
        args: tuple[Node, ...] = (),
        value: Any = None,
        bounds: tuple[int, int] = (0, 0),
        *,
        null: bool | None = None,
    ) -> Node:
        key = op, kind, tuple(arg.number for arg in args), type(value), value
        if key not in self._known:
            if max(-bounds[0], bounds[1]) > WIDE:
                raise Invalid(self.field, TOO_WIDE.format(field=self.field))
            may = any(arg.nullable for arg in args) if null is None else null
            self._known[key] = Node(len(self.nodes), op, kind, args, value, bounds, null=may)
            self.nodes.append(self._known[key])
        return self._known[key]

    # -------------------------------------------------------------- leaves

    def lit(self, kind: Kind, value: Any) -> Node:
        bounds = (value, value) if kind == "int" and value is not None else (0, 0)
        return self.node("lit", kind, (), value, bounds, null=value is None)

    def whole(self, value: int) -> Node:
        return self.lit("int", value)

    def column(self, name: str, kind: Kind, bounds: tuple[int, int] = (0, 0), *, null: bool) -> Node:
        return self.node("col", kind, (), name, bounds, null=null)

    # -------------------------------------------------------------- truths

    def not_(self, a: Node) -> Node:
        if a.is_lit:
            return a if a.value is None else self.lit("bool", not a.value)
        return a.args[0] if a.op == "not" else self.node("not", "bool", (a,))

    def and_(self, *args: Node) -> Node:
        return self._joined("and", self.true, self.false, args)

    def or_(self, *args: Node) -> Node:
        return self._joined("or", self.false, self.true, args)

    def _joined(self, op: str, neutral: Node, settling: Node, args: Iterable[Node]) -> Node:
        kept = tuple(dict.fromkeys(arg for arg in args if arg is not neutral))
        if settling in kept:
            return settling
        if len(kept) < 2:
            return kept[0] if kept else neutral
        return self.node(op, "bool", kept)

    def is_null(self, a: Node) -> Node:
        return self.node("is_null", "bool", (a,), null=False) if a.nullable else self.false

    # -------------------------------------------------------------- choices

    def case(self, c: Node, then: Node, otherwise: Node, open_: Node | None = None) -> Node:
        """One value where a condition holds, one where it fails, and one where it is unknown (null where none is
        given)."""
        if c.is_lit:
            return (open_ or self.lit(then.kind, None)) if c.value is None else then if c.value else otherwise
        if open_ is None or not c.nullable:
            args: tuple[Node, ...] = (c, then, otherwise)
        elif then is otherwise is open_:
            return then
        else:
            args = (c, then, otherwise, open_)
        if then is otherwise and not c.nullable:
            return then
        values = [one for one in args[1:] if not one.is_null] or [then]
        bounds = min(one.low for one in values), max(one.high for one in values)
        null = any(one.nullable for one in args[1:]) or (c.nullable and len(args) == 3)
        return self.node("case", then.kind, args, None, bounds, null=null)

    def ite(self, c: Node, a: Node, b: Node, same: Node | None = None) -> Node:
        """One of two values; where the condition is unknown, the value if both are the same."""
        if a.kind == "bool":
            parts = [self.and_(c, a), self.and_(self.not_(c), b)]
            return self.or_(*parts, self.and_(a, b)) if c.nullable else self.or_(*parts)
        if not c.nullable:
            return self.case(c, a, b)
        same = self.compare("eq", a, b) if same is None else same
        return self.case(c, a, b, self.case(same, a, self.lit(a.kind, None), self.lit(a.kind, None)))

    def coalesce(self, a: Node, b: Node) -> Node:
        return self.node("coalesce", a.kind, (a, b), null=b.nullable) if a.nullable else a

    # -------------------------------------------------------------- comparisons

    def compare(self, op: str, a: Node, b: Node) -> Node:
        if a.is_null or b.is_null:
            return self.lit("bool", None)
        if a.is_lit and b.is_lit:
            return self.lit("bool", COMPARED[op](a.value, b.value))
        if a.is_lit:
            a, b, op = b, a, MIRRORED[op]
        if a is b:
            return self._of_itself(op, a)
        if a.kind == "int" and b.is_lit and not a.low <= b.value <= a.high:
            # a literal that is out of reach need not be wider than the column it meets
            b = self.whole(a.low - 1 if b.value < a.low else a.high + 1)
        return self.node(op, "bool", (a, b))

    def against(self, op: str, a: Node, line: Fraction) -> Node:
        """An integer compared with a constant that may lie between two integers."""
        if line.denominator == 1 or op in {"ge", "lt"}:
            return self.compare(op, a, self.whole(ceil(line)))
        if op in {"gt", "le"}:
            return self.compare(op, a, self.whole(floor(line)))
        return self._of_itself("lt" if op == "eq" else "ge", a)

    def _of_itself(self, op: str, a: Node) -> Node:
        held = op in {"ge", "le", "eq"}
        known = self.lit("bool", held)
        return self.case(self.is_null(a), self.lit("bool", None), known) if a.nullable else known

    def member(self, a: Node, members: Iterable[str]) -> Node:
        wanted = tuple(sorted(members))
        if a.is_lit:
            return self.lit("bool", None if a.value is None else a.value in wanted)
        return self.node("in", "bool", (a,), wanted)

    # -------------------------------------------------------------- integers

    def add(self, a: Node, b: Node) -> Node:
        if a.is_lit and b.is_lit:
            return self.lit("int", None if a.is_null or b.is_null else a.value + b.value)
        if b.is_lit and b.value == 0:
            return a
        if a.is_lit and a.value == 0:
            return b
        return self.node("add", "int", (a, b), None, (a.low + b.low, a.high + b.high))

    def negated(self, a: Node) -> Node:
        return self.times(a, -1)

    def sub(self, a: Node, b: Node) -> Node:
        if b.is_lit and b.value is not None:
            return self.add(a, self.whole(-b.value))
        return self.node("sub", "int", (a, b), None, (a.low - b.high, a.high - b.low))

    def times(self, a: Node, factor: int) -> Node:
        if a.is_lit:
            return self.lit("int", None if a.is_null else a.value * factor)
        return a if factor == 1 else self.mul(a, self.whole(factor))

    def mul(self, a: Node, b: Node) -> Node:
        if a.is_lit and a.value == 1:
            return b
        if b.is_lit and b.value == 1:
            return a
        if a.is_lit and b.is_lit and not (a.is_null or b.is_null):
            return self.whole(a.value * b.value)
        corners = [x * y for x in (a.low, a.high) for y in (b.low, b.high)]
        return self.node("mul", "int", (a, b), None, (min(corners), max(corners)))

    def floordiv(self, a: Node, b: Node) -> Node:
        """Rounded down; the divisor is positive (or null)."""
        if b.is_lit and b.value == 1:
            return a
        if a.is_lit and b.is_lit and not (a.is_null or b.is_null):
            return self.whole(a.value // b.value)
        least = max(b.low, 1)
        bounds = min(a.low // least, a.low // max(b.high, 1)), max(a.high // least, a.high // max(b.high, 1))
        return self.node("floordiv", "int", (a, b), None, bounds)

    def extreme(self, op: str, a: Node, b: Node) -> Node:
        """The least or the greatest of two; unknown as soon as one is."""
        if a is b:
            return a
        pick = min if op == "min" else max
        if a.is_lit and b.is_lit and not (a.is_null or b.is_null):
            return self.lit(a.kind, pick(a.value, b.value))
        return self.node(op, a.kind, (a, b), None, (pick(a.low, b.low), pick(a.high, b.high)))


COMPARED: dict[str, Any] = {
    "lt": lambda a, b: a < b,
    "le": lambda a, b: a <= b,
    "gt": lambda a, b: a > b,
    "ge": lambda a, b: a >= b,
    "eq": lambda a, b: a == b,
    "ne": lambda a, b: a != b,
}
