"""What can be said of a comparison while a choice in it is open.

``points >= 60`` may be settled although one of ten facts that give points is unknown, and a rate of 3, 4 or 5 % by
turnover may not matter to a firm that spends 20 %. So a choice whose condition is unknown stands for the range from its
least to its greatest value, and a comparison that comes out the same over the whole range is determined. The ranges are
ordinary expressions; a backend only needs ``branch``: one value where a condition holds, one where it fails, and one
where it is unknown.
"""

from __future__ import annotations

from functools import cache

from mulberry.decisions.expression import BOOL, Expr
from mulberry.decisions.intervals import never_negative
from mulberry.decisions.operations import COMPARISONS
from mulberry.decisions.tree import TRANSPARENT


class Derived(Expr):
    """A node made from a declared one. It may be deeper than a person should write."""

    __slots__ = ()
    max_depth = 10_000


Range = tuple[Expr, Expr]
TRUE, FALSE, UNKNOWN = (Derived("const", BOOL, (), truth) for truth in (True, False, None))
# fmt: off
RISING = frozenset({
    "scale", "round", "floordiv", "min", "max", "add", "add_months", "add_days", "add_hours", "add_working_days",
    "next_working", "year", "month", "day_of",
})
"""Operations whose value never falls when an argument rises."""
# fmt: on
ELAPSED = frozenset({"months_from", "days_from", "completed_months", "completed_years", "working_days_from"})
"""Operations whose value never falls when the first argument falls or the second rises."""


@cache
def settled(comparison: Expr) -> Expr | None:
    """An equal condition that is also determined where every value of an open choice gives the same; ``None`` where the
    comparison holds no choice."""
    if comparison.op == "in" or comparison.args[0].type.name in {"enum", "str", "bool"}:
        return _over_members(comparison)
    a, b = (bounds(arg) for arg in comparison.args)
    if a[0] is a[1] and b[0] is b[1]:
        return None
    match comparison.op:
        case "ge":
            return _surely(_ge(a[0], b[1]), _ge(a[1], b[0]))
        case "gt":
            return _not(_surely(_ge(b[0], a[1]), _ge(b[1], a[0])))
        case "le":
            return _surely(_ge(b[0], a[1]), _ge(b[1], a[0]))
        case "lt":
            return _not(_surely(_ge(a[0], b[1]), _ge(a[1], b[0])))
    same = _surely(_both(_ge(a[0], b[1]), _ge(b[0], a[1])), _both(_ge(a[1], b[0]), _ge(b[1], a[0])))
    return same if comparison.op == "eq" else _not(same)


def may_settle(node: Expr) -> bool:
    """Whether a node is a comparison of which ``settled`` may be asked."""
    return node.op in COMPARISONS or node.op == "in"


def _over_members(comparison: Expr) -> Expr | None:
    """A choice among members has no range: the question is asked of each branch."""
    for place, arg in enumerate(map(_bare, comparison.args)):
        if arg.op == "ite":
            before, after = comparison.args[:place], comparison.args[place + 1 :]
            asked = (Derived(comparison.op, BOOL, (*before, one, *after), comparison.value) for one in arg.args[1:])
            return Derived("ite", BOOL, (arg.args[0], *asked))
    return None


def _bare(node: Expr) -> Expr:
    """What a requirement or an amount wraps: a sum of amounts has the range of their values."""
    while node.op in TRANSPARENT:
        node = node.args[0]
    return node


def _surely(least: Expr, possibly: Expr) -> Expr:
    """True where it holds at worst, False where it fails at best, unknown between."""
    return _both(possibly, Derived("or", BOOL, (least, UNKNOWN)))


def _ge(a: Expr, b: Expr) -> Expr:
    return Derived("ge", BOOL, (a, b))


def _both(a: Expr, b: Expr) -> Expr:
    return Derived("and", BOOL, (a, b))


def _not(condition: Expr) -> Expr:
    return Derived("not", BOOL, (condition,))


@cache
def bounds(node: Expr) -> Range:
    """The least and the greatest a value can be while choices below it are open; itself, where there is none."""
    if isinstance(node, Derived):
        return node, node
    if node.op in TRANSPARENT:
        return bounds(node.args[0])
    if node.op == "ite" and node.type.is_ordered:
        condition, a, b = node.args[0], bounds(node.args[1]), bounds(node.args[2])
        return _branch(condition, "min", a[0], b[0]), _branch(condition, "max", a[1], b[1])
    if node.op == "count":
        records, condition = node.args
        surely = Derived("branch", BOOL, (condition, TRUE, FALSE, FALSE))
        possibly = Derived("branch", BOOL, (condition, TRUE, FALSE, TRUE))
        return _like(node, records, surely), _like(node, records, possibly)
    parts = [bounds(arg) for arg in node.args]
    if all(low is high for low, high in parts):
        return node, node
    if node.op in RISING:
        return _like(node, *(low for low, _ in parts)), _like(node, *(high for _, high in parts))
    if node.op == "sub" or node.op in ELAPSED:
        (low, high), (least, most) = parts
        swapped = _like(node, low, most), _like(node, high, least)
        return swapped if node.op == "sub" else swapped[::-1]
    return _product(node, parts) if node.op == "mul" else (node, node)


def _branch(condition: Expr, op: str, a: Expr, b: Expr) -> Expr:
    return Derived("branch", a.type, (condition, a, b, Derived(op, a.type, (a, b))))


def _product(node: Expr, parts: list[Range]) -> Range:
    """The corners of two ranges: which of them is least depends on the signs, where these are not known."""
    if all(map(never_negative, node.args)):
        return _like(node, *(low for low, _ in parts)), _like(node, *(high for _, high in parts))
    corners = [_like(node, a, b) for a in dict.fromkeys(parts[0]) for b in dict.fromkeys(parts[1])]
    least = most = corners[0]
    for corner in corners[1:]:
        least, most = Derived("min", node.type, (least, corner)), Derived("max", node.type, (most, corner))
    return least, most


def _like(node: Expr, *args: Expr) -> Expr:
    return Derived(node.op, node.type, args, node.value)
