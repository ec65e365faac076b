"""One generated Python function per decision and day: verdict and reasons for one subject at hand-written speed.

Parameters and the as-of date are folded to literals, facts become locals, and nothing is called that can be written out. Two
forms are made: ``Complete`` for facts that are all known, and ``Partial``, in which every node may be ``None`` (unknown). Only
masks come back; sentences are built when somebody asks for them. The code is generated from the typed tree alone: no text of a
pack or a user is ever compiled.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any, ClassVar, NamedTuple

from mulberry.decisions.declare import Decision, nodes, roots
from mulberry.decisions.evaluate import Reading, kleene_all, kleene_any
from mulberry.decisions.expression import Expr
from mulberry.decisions.operations import OPERATIONS, rounded

INFIX = {
    "lt": "<",
    "le": "<=",
    "gt": ">",
    "ge": ">=",
    "eq": "==",
    "ne": "!=",
    "add": "+",
    "sub": "-",
    "mul": "*",
    "floordiv": "//",
    "mod": "%",
}
OVER_LIST = frozenset({"any", "all", "count", "sum"})


class Verdict(NamedTuple):
    """What a compiled decision gives: the outcome's place among the outcomes (``None``: undetermined), bit masks over the
    requirements in the order declared, the amounts counted in their smallest part, and a mask over the warnings."""

    outcome: int | None
    failed: int
    unknown: int
    amounts: tuple[Any, ...]
    warned: int


Overrides = tuple[tuple[str, Any], ...]
Function = Callable[[Mapping[str, Any]], Verdict | None]


def run(decision: type[Decision[Any]], facts: Mapping[str, Any], as_of: date, overrides: Overrides = ()) -> Verdict:
    """The verdict for facts already read into counted values; absent ones are unknown."""
    complete, partial = compiled(decision, as_of, overrides)  # type: ignore[arg-type]  # a class is hashable
    verdict = complete(facts) or partial(facts)
    assert verdict is not None
    return verdict


@lru_cache(maxsize=512)
def compiled(decision: type[Decision[Any]], as_of: date, overrides: Overrides = ()) -> tuple[Function, Function]:
    """The two functions (complete, partial) of a decision on a day, with some parameter values set for this call alone."""
    reading = Reading({}, as_of, dict(overrides))
    partial = Partial(decision, reading).function()
    return (Complete(decision, reading).function() if _always_known(decision, reading) else partial), partial


def _always_known(decision: type[Decision[Any]], reading: Reading) -> bool:
    """Whether known facts leave nothing unknown: no parameter is missing, no quotient or dated look-up may have no value."""
    every = [node for root in roots(decision) for node in nodes(root)]
    return not any(
        node.op in {"ratio", "lookup"} or (node.op == "param" and reading.value(node) is None) for node in every
    )


class Writer:
    """Writes each distinct node once, as a local, and refers to it by that name afterwards."""

    def __init__(self, decision: type[Decision[Any]], reading: Reading) -> None:
        self.decision, self.reading = decision, reading
        self.lines: list[str] = []
        self.names: dict[Any, str] = {}
        self.constants: dict[str, Any] = {}
        self.depth = 1
        self.facts = {fact.name: f"f{i}" for i, fact in enumerate(decision.facts.values())}

    def function(self) -> Function:
        source = self.source()
        namespace: dict[str, Any] = {"Verdict": Verdict, "rounded": rounded, **OPERATIONS, **HELPERS, **self.constants}
        exec(compile(source, f"<decision {self.decision.id}>", "exec"), namespace)
        function: Function = namespace["decide"]
        return function

    def source(self) -> str:
        """The text of the function, for whoever wants to read what runs."""
        decision, outcomes = self.decision, list(self.decision.routes.outcomes())
        conditions = [self.name(route.when) for route in decision.routes.ordered]
        requirements = [self.name(requirement) for requirement in decision.requirements]
        amounts = "".join(self.name(amount) + ", " for amount in decision.amounts)
        warnings = [self.name(warning.condition) for warning in decision.warnings]
        outcome = self.outcome(conditions, [outcomes.index(route.outcome) for route in decision.routes.ordered])
        masks = self.mask(requirements, "failed"), self.mask(requirements, "unknown"), self.mask(warnings, "held")
        result = f"    return Verdict({outcome}, {masks[0]}, {masks[1]}, ({amounts}), {masks[2]})"
        return "\n".join(["def decide(facts):", *self.fetch(), *self.lines, result])

    def fetch(self) -> list[str]:
        return [f"    {local} = facts.get({name!r})" for name, local in self.facts.items()]

    def name(self, node: Expr) -> str:
        """The local or literal that holds a node's value; its line is written first if need be."""
        match node.op:
            case "require" | "amount":
                return self.name(node.args[0])
            case "const" | "param" | "as_of":
                return self.literal(self.reading.value(node))
            case "fact":
                return self.facts[node.value.name]
            case "item":
                return f"item[{node.value!r}]"
        key = self.key(node)
        if key not in self.names:
            text = (
                self.over_list(node)
                if node.op in OVER_LIST
                else self.operation(node, [self.name(arg) for arg in node.args])
            )
            self.names[key] = f"v{len(self.names)}"
            self.emit(f"{self.names[key]} = {text}")
        return self.names[key]

    def key(self, node: Expr) -> Any:
        """Equal for nodes that say the same, so that a condition used twice is computed once."""
        value = getattr(node.value, "key", None) or getattr(node.value, "name", node.value)
        return node.op, node.type.places, value, tuple(self.key(arg) for arg in node.args)

    def literal(self, value: Any) -> str:
        return repr(value) if value is None or type(value) in {bool, int, str} else self.constant(value)

    def constant(self, value: Any) -> str:
        name = f"c{len(self.constants)}"
        self.constants[name] = value
        return name

    def emit(self, line: str) -> None:
        self.lines.append("    " * self.depth + line)

    def known(self, node: Expr, args: list[str]) -> str:
        """The operation on arguments that all have a value."""
        match node.op:
            case "not":
                return f"not {args[0]}"
            case "in":
                return f"{args[0]} in {self.constant(node.value)}"
            case "has":
                return f"{node.value!r} in {args[0]}"
            case "scale":
                return f"{args[0]} * {node.value}"
            case "round":
                return f"rounded({args[0]}, {node.value!r})"
            case "lookup":
                return f"{self.constant(lambda day: self.reading.looked_up(node, day))}({args[0]})"
            case "min" | "max":
                return f"({args[0]} if {args[0]} {'<' if node.op == 'min' else '>'} {args[1]} else {args[1]})"
        return f" {INFIX[node.op]} ".join(args) if node.op in INFIX else f"{node.op}({', '.join(args)})"

    def over_list(self, node: Expr) -> str:
        functions = [self.per_record(arg) for arg in node.args[1:]]
        return f"{self.list_prefix}{node.op}({', '.join([self.name(node.args[0]), *functions])})"

    def per_record(self, node: Expr) -> str:
        """A local function of one record: the condition, or the value summed, over a list."""
        outer, names, self.lines = self.lines, dict(self.names), []
        self.depth += 1
        self.emit(f"return {self.name(node)}")
        self.depth -= 1
        body, self.lines, self.names = self.lines, outer, names
        function = f"r{sum(line.lstrip().startswith('def ') for line in outer)}"
        self.emit(f"def {function}(item):")
        self.lines += body
        return function

    def mask(self, names: list[str], wanted: str) -> str:
        """An integer with one bit for each name whose value is as wanted."""
        return (
            " | ".join(f"({1 << i} if {self.bit[wanted].format(name)} else 0)" for i, name in enumerate(names)) or "0"
        )

    list_prefix: ClassVar[str]
    bit: ClassVar[Mapping[str, str]]

    def operation(self, node: Expr, args: list[str]) -> str:
        raise NotImplementedError

    def outcome(self, conditions: list[str], outcomes: list[int]) -> str:
        raise NotImplementedError


class Complete(Writer):
    """Every fact known: plain Python, short-circuiting. Gives ``None`` as soon as a fact is not."""

    list_prefix = "known_"
    bit: ClassVar[Mapping[str, str]] = {"failed": "not {}", "held": "{}"}

    def mask(self, names: list[str], wanted: str) -> str:
        return "0" if wanted == "unknown" else super().mask(names, wanted)

    def fetch(self) -> list[str]:
        facts = self.decision.facts
        unknown = [f"{local} is None" for local in self.facts.values()]
        unknown += [f"gaps({self.facts[name]})" for name, fact in facts.items() if fact.type.name == "list"]
        return super().fetch() + ([f"    if {' or '.join(unknown)}: return None"] if unknown else [])

    def operation(self, node: Expr, args: list[str]) -> str:
        match node.op:
            case "and" | "or":
                return f" {node.op} ".join(args) or repr(node.op == "and")
            case "ite":
                return f"{args[1]} if {args[0]} else {args[2]}"
        return self.known(node, args)

    def outcome(self, conditions: list[str], outcomes: list[int]) -> str:
        return " ".join(f"{o} if {c} else" for c, o in zip(conditions, outcomes, strict=True)) + " None"


class Partial(Writer):
    """Any node may be unknown: Kleene's logic, written out."""

    list_prefix = "partial_"
    bit: ClassVar[Mapping[str, str]] = {"failed": "{} is False", "unknown": "{} is None", "held": "{}"}

    def operation(self, node: Expr, args: list[str]) -> str:
        none = " or ".join(f"{arg} is None" for arg in dict.fromkeys(args) if arg[0] in "vfi")
        none = "True" if "None" in args else none or "False"
        match node.op:
            case "and":
                return f"False if {' or '.join(f'{arg} is False' for arg in args) or 'False'} else None if {none} else True"
            case "or":
                return (
                    f"True if {' or '.join(f'{arg} is True' for arg in args) or 'False'} else None if {none} else False"
                )
            case "ite":
                c, a, b = args
                return f"({a} if {a} == {b} else None) if {c} is None else {a} if {c} else {b}"
        if none == "True":
            return "None"
        return self.known(node, args) if none == "False" else f"None if {none} else {self.known(node, args)}"

    def outcome(self, conditions: list[str], outcomes: list[int]) -> str:
        return f"first_open(({''.join(c + ', ' for c in conditions)}), {tuple(outcomes)})"


def first_open(conditions: tuple[bool | None, ...], outcomes: tuple[int, ...]) -> int | None:
    """The outcome of the first condition that holds; ``None`` where an unknown one before it would lead elsewhere."""
    possible: set[int] = set()
    for condition, outcome in zip(conditions, outcomes, strict=True):
        if condition is not False:
            possible.add(outcome)
        if condition:
            break
    return possible.pop() if len(possible) == 1 else None


Records = tuple[Mapping[str, Any], ...]
Each = Callable[[Mapping[str, Any]], Any]


def gaps(records: Records) -> bool:
    """Whether any field of any record is unknown."""
    return any(None in record.values() for record in records)


def partial_count(records: Records | None, where: Each) -> int | None:
    holds = None if records is None else [where(record) for record in records]
    return None if holds is None or None in holds else sum(holds)


def partial_sum(records: Records | None, where: Each, value: Each) -> Any:
    holds = None if records is None else [where(record) for record in records]
    if records is None or holds is None or None in holds:
        return None
    values = [value(record) for record, held in zip(records, holds, strict=True) if held]
    return None if None in values else sum(values)


HELPERS: Mapping[str, Any] = {
    "first_open": first_open,
    "gaps": gaps,
    "known_any": lambda records, where: any(map(where, records)),
    "known_all": lambda records, where: all(map(where, records)),
    "known_count": lambda records, where: sum(map(where, records)),
    "known_sum": lambda records, where, value: sum(value(record) for record in records if where(record)),
    "partial_any": lambda records, where: (
        None if records is None else kleene_any([where(record) for record in records])
    ),
    "partial_all": lambda records, where: (
        None if records is None else kleene_all([where(record) for record in records])
    ),
    "partial_count": partial_count,
    "partial_sum": partial_sum,
}
