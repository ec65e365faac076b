"""Reading a tree value by value: for explanations, for what is still needed, and as the reference the compiled forms are held to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from mulberry.decisions.expression import Expr
from mulberry.decisions.operations import OPERATIONS, rounded

Values = Mapping[str, Any]


class Reading:
    """The facts of one subject on one day, with any parameter values set for this answer alone."""

    def __init__(self, facts: Values, as_of: date, overrides: Values | None = None) -> None:
        self.facts, self.as_of, self.overrides = facts, as_of, overrides or {}
        self._known: dict[int, Any] = {}

    def value(self, node: Expr) -> Any:
        """The node's value, ``None`` where it is unknown."""
        key = id(node)
        if key not in self._known:
            self._known[key] = self._evaluate(node, None)
        return self._known[key]

    def unknown(self, node: Expr) -> Iterator[str]:
        """The facts and parameters that keep a node unknown, in the order the rule reads them; nothing if it is known."""
        yield from self._unknown(node, None)

    # -------------------------------------------------------------- inside; `item` is one record of a list, or None

    def _evaluate(self, node: Expr, item: Values | None) -> Any:
        match node.op:
            case "const":
                return node.value
            case "fact":
                return self.facts.get(node.value.name)
            case "item":
                return item[node.value] if item is not None else None
            case "as_of":
                return self.as_of
            case "param":
                return self._parameter(node)
            case "lookup":
                day = self._evaluate(node.args[0], item)
                return None if day is None else self.looked_up(node, day)
            case "any" | "all" | "count" | "sum":
                return self._over_list(node, item)
        args = [self._evaluate(arg, item) for arg in node.args]
        return _apply(node, args)

    def _parameter(self, node: Expr) -> Any:
        return self.looked_up(node, self.as_of)

    def looked_up(self, node: Expr, day: date) -> Any:
        if node.value.key in self.overrides:
            return node.type.count(self.overrides[node.value.key])
        version = node.value.at(day)
        return None if version is None else node.type.count(version.value)

    def _over_list(self, node: Expr, item: Values | None) -> Any:
        records = self._evaluate(node.args[0], item)
        if records is None:
            return None
        holds = [self._evaluate(node.args[1], record) for record in records]
        if node.op == "any":
            return kleene_any(holds)
        if node.op == "all":
            return kleene_all(holds)
        if None in holds:
            return None
        if node.op == "count":
            return sum(holds)
        values = [self._evaluate(node.args[2], record) for record, held in zip(records, holds, strict=True) if held]
        return None if None in values else sum(values)

    def _unknown(self, node: Expr, item: Values | None, path: str = "") -> Iterator[str]:
        if self._evaluate(node, item) is not None:
            return
        match node.op:
            case "fact":
                yield node.value.name
            case "item":
                yield f"{path}.{node.value}"
            case "param":
                yield f"param:{node.value.key}"
            case "lookup" if self._evaluate(node.args[0], item) is not None:
                yield f"param:{node.value.key}"
            case "any" | "all" | "count" | "sum":
                yield from self._unknown_in_list(node, item)
            case "ite" if (chosen := self._evaluate(node.args[0], item)) is not None:
                yield from self._unknown(node.args[1 if chosen else 2], item, path)
            case _:
                for arg in node.args:
                    yield from self._unknown(arg, item, path)

    def _unknown_in_list(self, node: Expr, item: Values | None) -> Iterator[str]:
        records = self._evaluate(node.args[0], item)
        if records is None:
            yield from self._unknown(node.args[0], item)
            return
        name = getattr(node.args[0].value, "name", "")
        for position, record in enumerate(records, 1):
            for arg in node.args[1:]:
                yield from self._unknown(arg, record, f"{name}[{position}]")


def _apply(node: Expr, args: list[Any]) -> Any:
    match node.op:
        case "require" | "amount":
            return args[0]
        case "and":
            return kleene_all(args)
        case "or":
            return kleene_any(args)
        case "ite":
            condition, a, b = args
            return (a if a == b else None) if condition is None else (a if condition else b)
    if any(arg is None for arg in args):
        return None
    match node.op:
        case "not":
            return not args[0]
        case "in":
            return args[0] in node.value
        case "has":
            return node.value in args[0]
        case "scale":
            return args[0] * node.value
        case "round":
            return rounded(args[0], node.value)
    return OPERATIONS[node.op](*args)


def kleene_all(values: list[bool | None]) -> bool | None:
    """Strong Kleene conjunction: one False decides, otherwise one unknown leaves it open."""
    return False if False in values else (None if None in values else True)


def kleene_any(values: list[bool | None]) -> bool | None:
    """Strong Kleene disjunction: one True decides, otherwise one unknown leaves it open."""
    return True if True in values else (None if None in values else False)
