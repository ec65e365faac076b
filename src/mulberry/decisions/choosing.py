"""Choices, scores, bands and sets: values that depend on conditions, and what a set contains."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from mulberry.decisions.expression import BOOL, Expr, Operand, any_of, ite, lift
from mulberry.decisions.types import Type
from mulberry.law.parameters import Parameter
from mulberry.law.text import Text

COUNT = Type("int")


def among(value: Operand, first: Operand, *others: Operand) -> Expr:
    """Whether a number is one of those the law lists."""
    return any_of(*(value == member for member in (first, *others)))


def score(choice: Expr, table: Mapping[str, Operand], default: Operand | None = None) -> Expr:
    """The value a table gives for a choice. Every member must be in the table unless a default is given."""
    if choice.type.name != "enum":
        raise TypeError(f"a score table is over a choice, {choice} is {choice.type.name}; for numbers use bands")
    absent = [m for m in choice.type.values if m not in table]
    wrong = [m for m in table if m not in choice.type.values]
    if wrong or (absent and default is None):
        raise TypeError(f"score table: unknown members {wrong}, members without a value {absent}")
    *members, last = table.items()
    if default is None:
        result = lift(last[1])
    else:
        members, result = [*members, last], lift(default)
    for member, given in reversed(members):
        result = ite(choice == member, given, result)
    return result


def bands(value: Operand, *steps: tuple[Operand, Operand], below: Operand) -> Expr:
    """``bands(x, (10, 1), (20, 2), below=0)``: 0 under 10, 1 from 10 to under 20, 2 from 20 on. Steps rise. The value
    may be a ``share``; a share of nothing is below every step."""
    starts = [start for start, _ in steps if not isinstance(start, Expr | Parameter)]
    if any(earlier >= later for earlier, later in pairwise(starts)):
        raise TypeError(f"the steps of bands rise: {starts}")
    result = lift(below)
    for start, given in steps:
        result = ite(value >= start, given, result)
    return result


def chosen(values: Mapping[str, Text], *cases: tuple[Operand, str], otherwise: str | None = None) -> Expr:
    """The member whose condition holds first, as an amount that is a word; none where ``otherwise`` is left out."""
    type_ = Type("enum", values=values)
    result = Expr("const", type_, (), None) if otherwise is None else lift(otherwise, type_)
    for condition, member in reversed(cases):
        result = ite(condition, lift(member, type_), result)
    return result


def only_if(condition: Operand, value: Operand) -> Expr:
    """A value that there is only where a condition holds, for amounts that do not always apply."""
    node = lift(value)
    return ite(condition, node, Expr("const", node.type, (), None))


def members_where(values: Mapping[str, Text], conditions: Mapping[str, Operand]) -> Expr:
    """The set of the members whose conditions hold; unknown while one of them is."""
    wrong = [member for member in conditions if member not in values]
    if wrong:
        raise TypeError(f"no members: {wrong}; the members are {', '.join(values)}")
    nodes = tuple(lift(condition) for condition in conditions.values())
    if any(node.type.name != "bool" for node in nodes):
        raise TypeError("members_where(…) asks a condition of every member")
    return Expr("set", Type("set", values=values), nodes, tuple(conditions))


def size(members: Expr) -> Expr:
    """How many members a set has."""
    return Expr("size", COUNT, (_set(members),))


def is_empty(members: Expr) -> Expr:
    """Whether a set has no member."""
    return size(members) == 0


def contains(outer: Expr, inner: Expr) -> Expr:
    """Whether one set has every member of another."""
    a, b = _set(outer), _set(inner)
    if a.type.values.keys() != b.type.values.keys():
        raise TypeError(f"{a} and {b} are sets of different members")
    return Expr("contains", BOOL, (a, b))


def _set(node: Expr) -> Expr:
    if node.type.name != "set":
        raise TypeError(f"{node} is {node.type.name}, not a set")
    return node
