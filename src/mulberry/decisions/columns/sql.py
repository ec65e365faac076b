"""A plan as one SQL query, for every database that Ibis reaches.

The text is kept per decision, day and shape of the population, so that a second query pays no compiling. Nothing is
aligned by position: the key goes through every stage. Membership is a chain of OR, since a join in disguise may give
rows back in another order.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from mulberry.decisions.columns.ir import Node
from mulberry.decisions.columns.plan import Plan, plan, shared
from mulberry.decisions.columns.sources import Source
from mulberry.decisions.declare import Decision

CALENDAR, WORKING = "mulberry_calendar", "mulberry_working"
"""Tables that a query on working days joins: ``day, upto`` for every day, and ``number, day`` for every working day."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """What one database spells its own way."""

    name: str
    types: Mapping[str, str]
    wide: str
    divide: str
    divide_wide: str
    plus_days: str
    plus_hours: str
    stage: str = "AS"

    def typed(self, text: str, kind: str) -> str:
        return f"CAST({text} AS {self.types[kind]})"


_TYPES = {
    "bool": "BOOLEAN",
    "int": "BIGINT",
    "date": "DATE",
    "moment": "TIMESTAMP",
    "word": "VARCHAR",
    "float": "DOUBLE",
}
DUCKDB = Dialect(
    "duckdb",
    _TYPES,
    wide="HUGEINT",
    divide="({0} // {1})",
    divide_wide="({0} // {1})",
    plus_days="CAST({0} + CAST({1} AS INTEGER) AS DATE)",
    plus_hours="({0} + to_hours(CAST({1} AS BIGINT)))",
)
POSTGRES = Dialect(
    "postgres",
    {**_TYPES, "float": "DOUBLE PRECISION"},
    wide="NUMERIC(38, 0)",
    divide="({0} / {1})",
    divide_wide="div({0}, {1})",
    plus_days="CAST({0} + CAST({1} AS INTEGER) AS DATE)",
    plus_hours="({0} + {1} * INTERVAL '1 hour')",
    # else every name is replaced by what it stands for, and the query grows without bound
    stage="AS MATERIALIZED",
)
SPARK = Dialect(
    "pyspark",
    {**_TYPES, "word": "STRING", "moment": "TIMESTAMP_NTZ"},
    wide="DECIMAL(38, 0)",
    divide="({0} DIV {1})",
    divide_wide="CAST({0} DIV {1} AS DECIMAL(38, 0))",
    plus_days="date_add({0}, CAST({1} AS INT))",
    plus_hours="({0} + make_interval(0, 0, 0, 0, CAST({1} AS INT)))",
)
DIALECTS: Mapping[str, Dialect] = {one.name: one for one in (DUCKDB, POSTGRES, SPARK)}


def _text_of(
    decision: type[Decision[Any]],
    as_of: date,
    sources: tuple[tuple[str, Source], ...],
    dialect: str,
    table: str,
    keep: tuple[str, ...],
) -> str:
    return query(plan(decision, as_of, dict(sources)), DIALECTS[dialect], table, keep)


text_of: Callable[..., str] = lru_cache(maxsize=256)(_text_of)
"""The query of a decision on a day over a table with those columns, written once."""


def query(plan_: Plan, dialect: Dialect, table: str, keep: tuple[str, ...]) -> str:
    """The query of a plan: one stage after another, each computing what the next ones read by name."""
    columns = plan_.columns()
    printer = Printer(dialect)
    source, stages = _name(table), []
    for place, stage in enumerate(shared(columns.values())):
        made, joins = [], []
        for node in stage:
            if node.op in JOINED:
                alias = f"j{node.number}"
                joins.append(printer.join(node, alias))
                made.append(f"{alias}.{JOINED[node.op][1]} AS v{node.number}")
            else:
                made.append(f"{printer.text(node)} AS v{node.number}")
        stages.append(f"s{place} {dialect.stage} (SELECT p.*, {', '.join(made)} FROM {source} AS p{''.join(joins)})")
        printer.named |= {node.number for node in stage}
        source = f"s{place}"
    shown = [*map(_name, keep), *(f"{printer.text(node)} AS {_name(name)}" for name, node in columns.items())]
    head = f"WITH {', '.join(stages)} " if stages else ""
    return f"{head}SELECT {', '.join(shown)} FROM {source}"


JOINED = {"working_upto": (CALENDAR, "upto", "day"), "working_day": (WORKING, "day", "number")}


class Printer:
    """Writes nodes as SQL of one dialect; ``named`` ones are columns already."""

    def __init__(self, dialect: Dialect) -> None:
        self.dialect = dialect
        self.named: set[int] = set()

    def text(self, node: Node) -> str:
        if node.number in self.named:
            return f"v{node.number}"
        if node.op == "lit":
            return self._literal(node)
        if node.op == "col":
            return _name(node.value)
        args = [self.text(arg) for arg in node.args]
        if node.op in ARITHMETIC and (node.is_wide or any(arg.is_wide for arg in node.args)):
            args = [f"CAST({arg} AS {self.dialect.wide})" for arg in args]
        if node.op in {"lt", "le", "gt", "ge", "eq", "ne"}:
            return self._compared(node, args)
        return WRITTEN[node.op](self, node, args)

    def join(self, node: Node, alias: str) -> str:
        table, _, by = JOINED[node.op]
        return f" LEFT JOIN {table} AS {alias} ON {alias}.{by} = {self.text(node.args[0])}"

    def _literal(self, node: Node) -> str:
        match node.value:
            case None:
                return self.dialect.typed("NULL", node.kind)
            case bool():
                return "TRUE" if node.value else "FALSE"
            case int():
                return f"CAST({node.value} AS {self.dialect.wide if node.is_wide else self.dialect.types['int']})"
            case str():
                return _quoted(node.value)
        return f"{'DATE' if node.kind == 'date' else 'TIMESTAMP'} '{node.value}'"

    def _compared(self, node: Node, args: list[str]) -> str:
        first, second = node.args
        if first.kind == "word" and not (first.is_lit or second.is_lit):
            # two choices may be enumerations of their own
            args = [self.dialect.typed(arg, "word") for arg in args]
        return f"({args[0]} {OPERATORS[node.op]} {args[1]})"

    def case(self, node: Node, args: list[str]) -> str:
        condition, then, otherwise = args[:3]
        if not node.args[0].nullable:
            return f"CASE WHEN {condition} THEN {then} ELSE {otherwise} END"
        rest = f" ELSE {args[3]}" if len(args) == 4 else ""
        return f"CASE WHEN {condition} THEN {then} WHEN NOT {condition} THEN {otherwise}{rest} END"

    def extreme(self, node: Node, args: list[str]) -> str:
        a, b = args
        if not node.nullable:
            return f"{'least' if node.op == 'min' else 'greatest'}({a}, {b})"
        first, second = ("<=", ">") if node.op == "min" else (">=", "<")
        return f"CASE WHEN {a} {first} {b} THEN {a} WHEN {a} {second} {b} THEN {b} END"

    def floordiv(self, node: Node, args: list[str]) -> str:
        wide = node.is_wide or any(arg.is_wide for arg in node.args)
        written = self.dialect.divide_wide if wide else self.dialect.divide
        a, b = args
        plain = written.format(a, b)
        if node.args[0].low >= 0:
            return plain
        # databases cut towards zero
        return f"CASE WHEN {a} >= 0 THEN {plain} ELSE -{written.format(f'({b} - 1 - {a})', b)} END"

    def root(self, node: Node, args: list[str]) -> str:
        years, one = node.value
        first, last = (self.dialect.typed(arg, "float") for arg in args)
        estimate = f"round(power({last} / {first}, 1.0 / {years}) * {one})"
        meant = f"{args[0]} > 0 AND {args[1]} >= 0"
        return f"CASE WHEN {meant} THEN CAST({estimate} AS {self.dialect.types['int']}) ELSE 0 END"

    def part(self, what: str, day: str) -> str:
        return self.dialect.typed(f"EXTRACT({what} FROM {day})", "int")

    def first_of(self, month: str) -> str:
        year = f"CAST({self.dialect.divide.format(month, 12)} AS INTEGER)"
        return f"make_date({year}, CAST({month} % 12 + 1 AS INTEGER), 1)"

    def days_between(self, start: str, end: str) -> str:
        apart = f"datediff({end}, {start})" if self.dialect is SPARK else f"({end} - {start})"
        return self.dialect.typed(apart, "int")


OPERATORS = {"lt": "<", "le": "<=", "gt": ">", "ge": ">=", "eq": "=", "ne": "<>"}
ARITHMETIC = frozenset({"add", "sub", "mul", "floordiv", "min", "max"})
WRITTEN: Mapping[str, Callable[[Printer, Node, list[str]], str]] = {
    "and": lambda _p, _n, args: f"({' AND '.join(args)})",
    "or": lambda _p, _n, args: f"({' OR '.join(args)})",
    "not": lambda _p, _n, args: f"(NOT {args[0]})",
    "is_null": lambda _p, _n, args: f"({args[0]} IS NULL)",
    "in": lambda _p, node, args: f"({' OR '.join(f'{args[0]} = {_quoted(member)}' for member in node.value)})",
    "bit": lambda _p, node, args: f"(({args[0]} & {1 << node.value}) <> 0)",
    "case": Printer.case,
    "coalesce": lambda _p, _n, args: f"coalesce({', '.join(args)})",
    "add": lambda _p, _n, args: f"({args[0]} + {args[1]})",
    "sub": lambda _p, _n, args: f"({args[0]} - {args[1]})",
    "mul": lambda _p, _n, args: f"({args[0]} * {args[1]})",
    "floordiv": Printer.floordiv,
    "min": Printer.extreme,
    "max": Printer.extreme,
    "root": Printer.root,
    "year": lambda printer, _n, args: printer.part("year", args[0]),
    "month": lambda printer, _n, args: printer.part("month", args[0]),
    "day": lambda printer, _n, args: printer.part("day", args[0]),
    "first_of": lambda printer, _n, args: printer.first_of(args[0]),
    "plus_days": lambda printer, _n, args: printer.dialect.plus_days.format(*args),
    "plus_hours": lambda printer, _n, args: printer.dialect.plus_hours.format(*args),
    "days_between": lambda printer, _n, args: printer.days_between(*args),
    "day_of": lambda printer, _n, args: printer.dialect.typed(args[0], "date"),
}


def _name(name: str) -> str:
    return ".".join(f'"{part}"' for part in name.split("."))


def _quoted(text: str) -> str:
    doubled = text.replace("'", "''")
    return f"'{doubled}'"
