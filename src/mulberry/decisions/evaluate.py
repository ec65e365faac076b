"""Reading a tree value by value: for explanations, for what is still needed, and as the reference that the compiled
forms are held to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from mulberry.decisions.expression import Expr
from mulberry.decisions.lists import Scope
from mulberry.decisions.operations import OPERATIONS, REFUSING, growth, rounded
from mulberry.decisions.ranges import may_settle, settled
from mulberry.decisions.tree import OVER_LIST, TRANSPARENT, asked_once, names_read

Values = Mapping[str, Any]


class Reading:
    """The facts of one subject on one day, with any parameter values set for this answer alone.

    ``law_day`` is the day whose law applies where a fact picks it, else the as-of date.
    """

    def __init__(
        self, facts: Values, as_of: date, overrides: Values | None = None, law_day: date | None = None
    ) -> None:
        self.facts, self.as_of, self.overrides = facts, as_of, overrides or {}
        self.law_day = law_day or as_of
        self._known: dict[Expr, Any] = {}
        self._items: dict[Scope, Values] = {}
        self._places: dict[Scope, str] = {}

    def value(self, node: Expr) -> Any:
        """The node's value, ``None`` where it is unknown."""
        waiting = [node]
        while waiting:
            current = waiting[-1]
            if current in self._known:
                waiting.pop()
                continue
            # what is asked of the records of a list is read record by record, not here
            if first := [arg for arg in asked_once(current) if arg not in self._known]:
                waiting.extend(reversed(first))
            else:
                self._known[current] = self._evaluate(current)
        return self._known[node]

    def unknown(self, node: Expr) -> tuple[str, ...]:
        """The facts and parameters that keep a node unknown, in the order the rule reads them; none if it is known."""
        found: dict[str, None] = {}
        self.ask(node, found, set())
        return tuple(found)

    def looked_up(self, node: Expr, day: date) -> Any:
        """The counted value of a node's parameter on a day, ``None`` where it is missing."""
        if node.value.key in self.overrides:
            return node.type.count(self.overrides[node.value.key])
        version = node.value.at(day)
        return None if version is None else node.type.count(version.value)

    def within(self, scope: Scope, record: Values, place: str) -> Reading:
        """The same reading with one record of a list in hand."""
        inner = Reading(self.facts, self.as_of, self.overrides, self.law_day)
        inner._items = {**self._items, scope: record}
        inner._places = {**self._places, scope: place}
        return inner

    # -------------------------------------------------------------- values

    def _evaluate(self, node: Expr) -> Any:
        match node.op:
            case "const":
                return node.value
            case "fact":
                return self.facts.get(node.value.name)
            case "item":
                scope, name = node.value
                return self._items[scope].get(name)
            case "as_of":
                return self.as_of
            case "law_day":
                return self.law_day
            case "param":
                return self.looked_up(node, self.law_day)
        args = [self._known[arg] for arg in asked_once(node)]
        if node.op == "lookup":
            return None if args[0] is None else self.looked_up(node, args[0])
        if node.op in OVER_LIST:
            return None if args[0] is None else self._over_list(node, *args)
        result = apply(node, args)
        if result is None and may_settle(node) and (form := settled(node)) is not None:
            return self.value(form)
        return result

    def _over_list(self, node: Expr, records: tuple[Values, ...], of_nothing: Any = None) -> Any:
        readings = [self.within(node.value, record, "") for record in records]
        holds = [reading.value(node.args[1]) for reading in readings]
        if node.op in KLEENE:
            return KLEENE[node.op](holds)
        if None in holds:
            return None
        if node.op == "count":
            return sum(holds)
        values = [reading.value(node.args[2]) for reading, held in zip(readings, holds, strict=True) if held]
        if None in values or node.op == "sum":
            return None if None in values else sum(values)
        extreme = max if node.op == "max_in" else min
        return extreme(values) if values else of_nothing

    # -------------------------------------------------------------- what is needed

    def ask(self, node: Expr, found: dict[str, None], seen: set[Expr]) -> None:
        """Add what keeps a node unknown to what was found; ``seen`` nodes are not asked again."""
        if node in seen or self.value(node) is not None:
            return
        seen.add(node)
        match node.op:
            case "fact":
                found[node.value.name] = None
            case "item":
                scope, name = node.value
                found[self._places[scope] + (f".{name}" if name else "")] = None
            case "param":
                found[f"param:{node.value.key}"] = None
            case "lookup" if self.value(node.args[0]) is not None:
                found[f"param:{node.value.key}"] = None
            case op if op in OVER_LIST and self.value(node.args[0]) is not None:
                self._ask_records(node, found)
                for arg in node.args[3:]:
                    self.ask(arg, found, seen)
            case op if op in OVER_LIST:
                self.ask(node.args[0], found, seen)
            case "ite" if (chosen := self.value(node.args[0])) is not None:
                self.ask(node.args[1 if chosen else 2], found, seen)
            case _:
                for arg in node.args:
                    self.ask(arg, found, seen)

    def _ask_records(self, node: Expr, found: dict[str, None]) -> None:
        name = self._place_of(node.args[0])
        for position, record in enumerate(self.value(node.args[0]), 1):
            reading = self.within(node.value, record, f"{name}[{position}]")
            reading.ask(node.args[1], found, set())
            # what is summed or compared matters only where the record may count
            if len(node.args) > 2 and reading.value(node.args[1]) is not False:
                reading.ask(node.args[2], found, set())

    def _place_of(self, records: Expr) -> str:
        if records.op == "fact":
            return str(records.value.name)
        if records.op == "item":
            scope, name = records.value
            return f"{self._places[scope]}.{name}"
        return self._place_of(records.args[0]) if records.op == "take" else records.op


def apply(node: Expr, args: list[Any]) -> Any:
    """What an operation gives for the values of its arguments, any of which may be unknown."""
    match node.op:
        case op if op in TRANSPARENT:
            return args[0]
        case "and":
            return kleene_all(args)
        case "or":
            return kleene_any(args)
        case "ite":
            condition, a, b = args
            return (a if a == b else None) if condition is None else (a if condition else b)
        case "branch":
            condition, a, b, open_ = args
            return open_ if condition is None else a if condition else b
    return None if any(arg is None for arg in args) else _known(node, args)


def _known(node: Expr, args: list[Any]) -> Any:
    match node.op:
        case "not":
            return not args[0]
        case "in":
            return args[0] in node.value
        case "has":
            return node.value in args[0]
        case "set":
            return frozenset(member for member, held in zip(node.value, args, strict=True) if held)
        case "take":
            return args[0][: node.value]
        case "scale":
            return args[0] * node.value
        case "round":
            return rounded(args[0], node.value)
        case "growth":
            return growth(args[0], args[1], node.value)
        case op if op in REFUSING:
            return OPERATIONS[op](*args, names_read(node))
    return OPERATIONS[node.op](*args)


def kleene_all(values: list[bool | None]) -> bool | None:
    """Strong Kleene conjunction: one False decides, otherwise one unknown leaves it open."""
    return False if False in values else (None if None in values else True)


def kleene_any(values: list[bool | None]) -> bool | None:
    """Strong Kleene disjunction: one True decides, otherwise one unknown leaves it open."""
    return True if True in values else (None if None in values else False)


KLEENE: Mapping[str, Callable[[list[bool | None]], bool | None]] = {"any": kleene_any, "all": kleene_all}
