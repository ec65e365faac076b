"""Expressions in a small part of FEEL that every engine reads alike, unknown facts included.

FEEL's ``and``, ``or``, ``not``, order and arithmetic pass ``null`` on as Kleene's logic does; ``=`` and ``if`` do not
(``null = 1`` is false, and an unknown condition takes the ``else``). So equality is asked only of what is known, and a
choice asks ``= true`` and ``= false`` and, where neither is so, whether both values are the same. Numbers are counted
in their smallest part: a fact is turned into whole parts where it is read, so that an engine with binary floats is
exact too.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from fractions import Fraction
from typing import Any

from mulberry.decisions.evaluate import Reading
from mulberry.decisions.expression import Expr
from mulberry.decisions.facts import Fact
from mulberry.decisions.fold import folded
from mulberry.decisions.intervals import interval
from mulberry.decisions.parts import Part
from mulberry.decisions.ranges import may_settle, settled
from mulberry.decisions.tree import READ

NULL = "null"
ORDER = {"lt": "<", "le": "<=", "gt": ">", "ge": ">="}
ARITHMETIC = {"add": "+", "sub": "-", "mul": "*"}
SPOKEN = frozenset(
    {"const", "fact", "and", "or", "not", "eq", "ne", "in", "has", "ite", "branch", "scale", "min", "max", "floordiv"}
    | {"mod", "size", "contains", "year", "month", "months_from", "round", "set", "require", "amount"}
    | set(ORDER)
    | set(ARITHMETIC)
)
"""Operations that this part of FEEL has words for. The value of any other is asked for as an input of its own."""

Entries = list[tuple[str, str]]
SAFE = 2**53
"""Whole numbers below it are exact in engines that count in binary floats."""


class Writer:
    """Writes the parts of one decision as contexts: named entries, each of which reads those before it.

    ``part`` names another part where one is read; ``outside`` names an input for a value FEEL has no word for.
    """

    def __init__(self, reading: Reading, part: Callable[[Part], str], outside: Callable[[Expr], str]) -> None:
        self.reading, self.part, self.outside = reading, part, outside
        self.entries: Entries = []
        self.texts: dict[Expr, str] = {}
        self.reads: dict[str, None] = {}
        self.fixed: dict[Expr, bool] = {}
        self.forms: dict[Expr, Expr | None] = {}

    def context(self, node: Expr) -> tuple[Entries, tuple[str, ...]]:
        """The entries of a part, the last of which is its value, and the names it reads."""
        self.entries, self.texts, self.reads = [], {}, {}
        result = self.text(node)
        self.entries.append(("result", result))
        return self.entries, tuple(self.reads)

    def text(self, root: Expr) -> str:
        """A value as FEEL: a literal or a name, after entries for what it is put together from."""
        waiting = [root]
        while waiting:
            node = waiting[-1]
            if node in self.texts:
                waiting.pop()
            elif first := [arg for arg in self._args(node) if arg not in self.texts]:
                waiting.extend(reversed(first))
            else:
                self.texts[waiting.pop()] = self._written(node)
        return self.texts[root]

    # -------------------------------------------------------------- what is written

    def _form(self, node: Expr) -> Expr | None:
        """An equal condition that says the same in days, or also where an open choice does not matter."""
        if node not in self.forms:
            form = folded(node, self._value)
            self.forms[node] = settled(node) if form is None and may_settle(node) else form
        return self.forms[node]

    def _value(self, node: Expr) -> Any:
        return self.reading.value(node) if self._is_fixed(node) else None

    def _is_fixed(self, node: Expr) -> bool:
        """Whether no fact is read below a node."""
        waiting = [node]
        while waiting:
            current = waiting[-1]
            if current in self.fixed:
                waiting.pop()
            elif first := [arg for arg in current.args if arg not in self.fixed]:
                waiting.extend(first)
            else:
                self.fixed[waiting.pop()] = current.op not in READ and all(self.fixed[arg] for arg in current.args)
        return self.fixed[node]

    def _args(self, node: Expr) -> tuple[Expr, ...]:
        if isinstance(node, Part | Fact) or self._is_fixed(node):
            return ()
        if (form := self._form(node)) is not None:
            return (form,)
        return node.args if spoken(node) else ()

    def _written(self, node: Expr) -> str:
        if self._is_fixed(node):
            return literal(self.reading.value(node))
        if isinstance(node, Part):
            return self._read(self.part(node))
        if isinstance(node, Fact):
            return self._fact(node)
        if (form := self._form(node)) is not None:
            return self.texts[form]
        if not spoken(node):
            return self._read(self.outside(node))
        return self._named(operation(node, [self.texts[arg] for arg in node.args]))

    def _fact(self, fact: Fact) -> str:
        name = self._read(fact.name)
        scale = fact.type.scale if fact.type.is_number else 1
        return name if scale == 1 else self._named(f"floor({name} * {scale} + 0.5)")

    def _read(self, name: str) -> str:
        self.reads[name] = None
        return name

    def _named(self, text: str) -> str:
        name = f"v{len(self.entries) + 1}"
        self.entries.append((name, text))
        return name


def spoken(node: Expr) -> bool:
    """Whether this part of FEEL has words for an operation."""
    match node.op:
        case "round":
            return node.value[2] in {"HALF_UP", "FLOOR", "DOWN"} and _never_negative(node.args[0])
        case "floordiv" | "mod":
            return _never_negative(node.args[0])
        case "eq" | "ne" | "min" | "max":
            return node.args[0].type.name not in {"set", "list"}
    return node.op in SPOKEN


def operation(node: Expr, texts: list[str]) -> str:
    """One operation on names and literals."""
    match node.op:
        case "and" | "or":
            return f" {node.op} ".join(texts)
        case "not":
            return f"not({texts[0]})"
        case "eq":
            return guarded(texts, f"{texts[0]} = {texts[1]}")
        case "ne":
            return guarded(texts, f"{texts[0]} != {texts[1]}")
        case "in":
            return guarded(texts, " or ".join(f"{texts[0]} = {literal(one)}" for one in sorted(node.value)))
        case "has":
            return guarded(texts, f"list contains({texts[0]}, {literal(node.value)})")
        case "contains":
            outer, inner = texts
            each = (f"(not(list contains({inner}, {m})) or list contains({outer}, {m}))" for m in _members(node))
            return guarded(texts, " and ".join(each))
        case "set":
            chosen = (f"(if {text} then [{literal(m)}] else [])" for text, m in zip(texts, node.value, strict=True))
            return guarded(texts, f"concatenate({', '.join(chosen)})")
        case "ite":
            return choice(texts, f"if {texts[1]} = {texts[2]} then {texts[1]} else {NULL}")
        case "branch":
            return choice(texts, texts[3])
        case "min" | "max":
            op = "<=" if node.op == "min" else ">="
            return guarded(texts, f"if {texts[0]} {op} {texts[1]} then {texts[0]} else {texts[1]}")
        case "scale":
            return texts[0] if node.value == 1 else f"{texts[0]} * {node.value}"
        case "months_from":
            return f"{texts[1]} - {texts[0]}"
        case "year":
            return f"{texts[0]}.year"
        case "month":
            return f"{texts[0]}.year * 12 + {texts[0]}.month - 1"
        case "size":
            return guarded(texts, f"count({texts[0]})")
        case "floordiv":
            return f"floor({texts[0]} / {texts[1]})"
        case "mod":
            return f"{texts[0]} - {texts[1]} * floor({texts[0]} / {texts[1]})"
        case "round":
            return _rounded(node, texts[0])
    return f"{texts[0]} {(ORDER | ARITHMETIC)[node.op]} {texts[1]}"


def guarded(texts: list[str], text: str) -> str:
    """Asked only where everything it reads is known."""
    asked = [one for one in dict.fromkeys(texts) if _may_be_null(one)]
    if not asked:
        return text
    return f"if {' or '.join(f'{one} = {NULL}' for one in asked)} then {NULL} else ({text})"


def choice(texts: list[str], open_: str) -> str:
    """One of two values; what is said where the condition is unknown comes last."""
    condition, then, otherwise = texts[:3]
    return f"if {condition} = true then {then} else if {condition} = false then {otherwise} else ({open_})"


def literal(value: Any) -> str:
    """A counted value as FEEL writes it."""
    if value is None:
        return NULL
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return f'date and time("{value.isoformat()}")'
    if isinstance(value, date):
        return f'date("{value.isoformat()}")'
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if isinstance(value, frozenset):
        return f"[{', '.join(map(literal, sorted(value)))}]"
    if isinstance(value, Fraction):
        return f"{value.numerator} / {value.denominator}"
    return str(value) if value >= 0 else f"({value})"


def _rounded(node: Expr, text: str) -> str:
    from_places, to_places, mode = node.value
    if to_places >= from_places:
        return f"{text} * {10 ** (to_places - from_places)}"
    step = 10 ** (from_places - to_places)
    return f"floor(({text} + {step // 2}) / {step})" if mode == "HALF_UP" else f"floor({text} / {step})"


def _may_be_null(text: str) -> bool:
    return text == NULL or (text[0].isalpha() and text not in {"true", "false"} and not text.startswith("date"))


def _members(node: Expr) -> list[str]:
    return [literal(member) for member in node.args[1].type.values]


def _never_negative(node: Expr) -> bool:
    low, _ = interval(node)
    return low is not None and low >= 0
