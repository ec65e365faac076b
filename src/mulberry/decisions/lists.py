"""Words over a list of records: whether any, whether all, how many, how much together."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import Any, NoReturn

from mulberry.decisions.expression import BOOL, Expr, Operand, alike, lift
from mulberry.decisions.types import PLAIN, Type

_serial = count()


class Scope:
    """The place of one record while a word goes through its list. Conditions within conditions each have their own."""

    __slots__ = ("serial",)

    def __init__(self) -> None:
        self.serial = next(_serial)

    def __str__(self) -> str:
        return f"item {self.serial}"


class Item:
    """One record of a list, inside a condition over the list: its fields are read as attributes."""

    def __init__(self, source: Expr, scope: Scope) -> None:
        self._source, self._scope = source, scope

    def __getattr__(self, name: str) -> Expr:
        type_ = self._source.type.items.get(name)
        if type_ is None:
            raise TypeError(f"{self._source} has no field {name!r}; it has {', '.join(self._source.type.items)}")
        return Expr("item", type_, (), (self._scope, name))

    def __bool__(self) -> NoReturn:
        raise TypeError("a record has no truth value: ask one of its fields")


Condition = Callable[[Any], Operand]
"""Asked of each record, as ``lambda member: member.share >= HALF``; of the value itself in a list of plain values."""


def any_in(records: Expr, where: Condition) -> Expr:
    """At least one record meets the condition."""
    scope, item = _open(records)
    return Expr("any", BOOL, (records, _asked(where(item))), scope)


def all_in(records: Expr, where: Condition) -> Expr:
    """Every record meets the condition; true of an empty list."""
    scope, item = _open(records)
    return Expr("all", BOOL, (records, _asked(where(item))), scope)


def count_in(records: Expr, where: Condition | None = None, unit: str = "item") -> Expr:
    """How many records meet the condition."""
    scope, item = _open(records)
    condition = _asked(where(item)) if where else lift(True)
    return Expr("count", Type("int", unit=unit), (records, condition), scope)


def sum_in(records: Expr, value: Condition, where: Condition | None = None) -> Expr:
    """The sum of a value over the records that meet the condition; unknown as soon as one that counts is."""
    scope, item = _open(records)
    node = lift(value(item))
    if not node.type.is_number:
        raise TypeError(f"only numbers are summed, not {node.type.name}: {node}")
    return Expr("sum", node.type, (records, _asked(where(item)) if where else lift(True), node), scope)


def greatest_in(
    records: Expr, value: Condition, where: Condition | None = None, *, of_nothing: Operand | None = None
) -> Expr:
    """The greatest value among the records that meet the condition; where none does, what ``of_nothing`` says."""
    return _extreme("max_in", records, value, where, of_nothing)


def least_in(
    records: Expr, value: Condition, where: Condition | None = None, *, of_nothing: Operand | None = None
) -> Expr:
    """The least value among the records that meet the condition; where none does, what ``of_nothing`` says."""
    return _extreme("min_in", records, value, where, of_nothing)


def first_of(records: Expr, count: int) -> Expr:
    """The first records of a list, fewer where there are not so many; in the order in which its fact asks for them."""
    if records.type.name != "list" or count < 1:
        raise TypeError(f"the first {count} of {records}: give a list of records and how many")
    return Expr("take", records.type, (records,), count)


def _extreme(op: str, records: Expr, value: Condition, where: Condition | None, of_nothing: Operand | None) -> Expr:
    scope, item = _open(records)
    node, condition = lift(value(item)), _asked(where(item)) if where else lift(True)
    if not node.type.is_ordered:
        raise TypeError(f"there is no greatest or least {node.type.name}: {node}")
    if of_nothing is None:
        return Expr(op, node.type, (records, condition, node, Expr("const", node.type, (), None)), scope)
    node, otherwise = alike(node, lift(of_nothing, node.type))
    return Expr(op, node.type, (records, condition, node, otherwise), scope)


def _open(records: Expr) -> tuple[Scope, Any]:
    if records.type.name != "list":
        raise TypeError(f"{records} is {records.type.name}, not a list of records")
    scope = Scope()
    item = Item(records, scope)
    return scope, getattr(item, PLAIN) if records.type.is_plain_list else item


def _asked(condition: Operand) -> Expr:
    node = lift(condition)
    if node.type.name != "bool":
        raise TypeError(f"{node} is {node.type.name}, not a condition")
    return node
