"""Polars expressions for a plan: one column per requirement, which the streaming engine computes side by side."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import polars as pl

from mulberry.decisions.columns.calendar_tables import calendar_frame, working_frame
from mulberry.decisions.columns.ir import Node
from mulberry.decisions.columns.plan import Plan, shared

Made = Mapping[int, pl.Expr]


def with_plan(frame: pl.LazyFrame, plan: Plan, keep: list[str]) -> pl.LazyFrame:
    """The columns of a plan beside the kept ones, from a frame that has the plan's sources."""
    columns = plan.columns()
    names: dict[int, pl.Expr] = {}
    for stage in shared(columns.values()):
        made = {f"_v{node.number}": printed(node, names) for node in stage}
        frame = frame.with_columns(**made)
        names |= {node.number: pl.col(f"_v{node.number}") for node in stage}
    return frame.select(*keep, **{name: printed(node, names) for name, node in columns.items()})


def printed(node: Node, names: Made) -> pl.Expr:
    """One node as an expression; nodes with a name are read from their column."""
    if node.number in names:
        return names[node.number]
    if node.op == "lit":
        return _literal(node)
    if node.op == "col":
        return pl.col(node.value)
    args = [printed(arg, names) for arg in node.args]
    if node.op in WIDENED and (node.is_wide or any(arg.is_wide for arg in node.args)):
        args = [arg.cast(pl.Int128) for arg in args]
    return PRINTED[node.op](node, *args)


DTYPES: Mapping[str, Any] = {
    "bool": pl.Boolean, "int": pl.Int64, "date": pl.Date, "moment": pl.Datetime("us"), "word": pl.String,
}  # fmt: skip


def _literal(node: Node) -> pl.Expr:
    if node.value is None:
        return pl.lit(None, dtype=DTYPES[node.kind])
    if node.kind == "int":
        return pl.lit(node.value, dtype=pl.Int128 if node.is_wide else pl.Int64)
    return pl.lit(node.value)


def _case(node: Node, c: pl.Expr, a: pl.Expr, b: pl.Expr, open_: pl.Expr | None = None) -> pl.Expr:
    if not node.args[0].nullable:
        return pl.when(c).then(a).otherwise(b)
    whole = pl.when(c).then(a).when(~c).then(b)
    return whole if open_ is None else whole.otherwise(open_)


def _extreme(node: Node, a: pl.Expr, b: pl.Expr) -> pl.Expr:
    if not node.nullable:
        return (pl.min_horizontal if node.op == "min" else pl.max_horizontal)(a, b)
    first = a <= b if node.op == "min" else a >= b
    return pl.when(first).then(a).when(~first).then(b)


def _compared(op: Callable[[pl.Expr, pl.Expr], pl.Expr]) -> Callable[..., pl.Expr]:
    def printed_(node: Node, a: pl.Expr, b: pl.Expr) -> pl.Expr:
        if node.args[0].kind == "word" and not (node.args[0].is_lit or node.args[1].is_lit):
            # two choices may list their members in different orders
            return op(a.cast(pl.String), b.cast(pl.String))
        return op(a, b)

    return printed_


def _root(node: Node, first: pl.Expr, last: pl.Expr) -> pl.Expr:
    years, one = node.value
    quotient = last.cast(pl.Float64) / first.cast(pl.Float64)
    estimate = (quotient.pow(1.0 / years) * one).round()
    return pl.when((first > 0) & (last >= 0)).then(estimate).otherwise(0.0).cast(pl.Int64)


def _first_of(_: Node, month: pl.Expr) -> pl.Expr:
    return pl.date(month // 12, month % 12 + 1, 1)


def _all(_: Node, *args: pl.Expr) -> pl.Expr:
    return pl.all_horizontal(*args)


def _any(_: Node, *args: pl.Expr) -> pl.Expr:
    return pl.any_horizontal(*args)


def _working_upto(_: Node, day: pl.Expr) -> pl.Expr:
    table = calendar_frame()
    return day.replace_strict(table["day"], table["upto"], default=None, return_dtype=pl.Int64)


def _working_day(_: Node, number: pl.Expr) -> pl.Expr:
    table = working_frame()
    return number.replace_strict(table["number"], table["day"], default=None, return_dtype=pl.Date)


PRINTED: Mapping[str, Callable[..., pl.Expr]] = {
    "and": _all,
    "or": _any,
    "not": lambda _, a: ~a,
    "is_null": lambda _, a: a.is_null(),
    "lt": _compared(lambda a, b: a < b),
    "le": _compared(lambda a, b: a <= b),
    "gt": _compared(lambda a, b: a > b),
    "ge": _compared(lambda a, b: a >= b),
    "eq": _compared(lambda a, b: a == b),
    "ne": _compared(lambda a, b: a != b),
    "in": lambda node, a: a.is_in(list(node.value)),
    "bit": lambda node, a: (a & (1 << node.value)) != 0,
    "case": _case,
    "coalesce": lambda _, a, b: pl.coalesce(a, b),
    "add": lambda _, a, b: a + b,
    "sub": lambda _, a, b: a - b,
    "mul": lambda _, a, b: a * b,
    "floordiv": lambda _, a, b: a // b,
    "min": _extreme,
    "max": _extreme,
    "root": _root,
    "year": lambda _, day: day.dt.year().cast(pl.Int64),
    "month": lambda _, day: day.dt.month().cast(pl.Int64),
    "day": lambda _, day: day.dt.day().cast(pl.Int64),
    "first_of": _first_of,
    "plus_days": lambda _, day, days: (day.cast(pl.Int64) + days).cast(pl.Int32).cast(pl.Date),
    "days_between": lambda _, start, end: end.cast(pl.Int64) - start.cast(pl.Int64),
    "plus_hours": lambda _, moment, hours: moment + pl.duration(hours=hours),
    "day_of": lambda _, moment: moment.dt.date(),
    "working_upto": _working_upto,
    "working_day": _working_day,
}
WIDENED = frozenset({"add", "sub", "mul", "floordiv", "min", "max", "lt", "le", "gt", "ge", "eq", "ne"})
