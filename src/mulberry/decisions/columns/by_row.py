"""A population one subject after another, by the compiled form: slower, for rules that cannot be columns yet, and as
the judge of the other engines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Any

import polars as pl

from mulberry.decisions.answer import Answer
from mulberry.decisions.columns.inputs import dtype_of
from mulberry.decisions.declare import Decision
from mulberry.decisions.expression import Expr
from mulberry.decisions.run import UNDETERMINED, answer, read_facts
from mulberry.errors import Invalid

Wrong = list[tuple[int, Invalid]]
SETTLING = frozenset({"round", "floordiv", "mod", "growth"})
"""Operations that make a whole number of a quotient."""


def decide_rows(
    decision: type[Decision[Any]], as_of: date, frame: pl.DataFrame, key: str
) -> tuple[pl.DataFrame, Wrong]:
    """The columns of the answers, as the other engines show them, and the rows that make no sense."""
    wrong: Wrong = []
    rows = []
    for place, row in enumerate(frame.iter_rows(named=True)):
        subject = row.pop(key)
        try:
            facts = read_facts(decision, {name: value for name, value in row.items() if name in decision.facts})
            rows.append((subject, *_told(decision, answer(decision, facts, as_of))))
        except Invalid as error:
            wrong.append((place, error))
    schema = {key: frame.schema[key], **_schema(decision)}
    return pl.DataFrame(rows, schema=schema, orient="row"), wrong


def _told(decision: type[Decision[Any]], given: Answer) -> Iterator[Any]:
    verdict = given.verdict
    yield given.outcome
    for place in range(len(decision.requirements)):
        yield False if verdict.failed >> place & 1 else None if verdict.unknown >> place & 1 else True
    for one, value in zip(decision.amounts, verdict.amounts, strict=True):
        if is_quotient(one):
            exact = None if value is None else Fraction(value) / one.type.scale
            yield None if exact is None else exact.numerator
            yield None if exact is None else exact.denominator
        else:
            shown = one.type.show(value)
            yield sorted(shown, key=list(one.type.values).index) if isinstance(shown, frozenset) else shown
    yield from (bool(verdict.warned >> place & 1) for place in range(len(decision.warnings)))


def _schema(decision: type[Decision[Any]]) -> dict[str, Any]:
    schema: dict[str, Any] = {"outcome": pl.Enum([*decision.routes.outcomes(), UNDETERMINED])}
    schema |= {f"holds.{one.id}": pl.Boolean for one in decision.requirements}
    for one in decision.amounts:
        schema[f"amount.{one.id}"] = _amount_dtype(one)
        schema |= {f"amount.{one.id}.over": pl.Decimal(38, 0)} if is_quotient(one) else {}
    return schema | {f"warning.{one.id}": pl.Boolean for one in decision.warnings}


def _amount_dtype(node: Expr) -> Any:
    match node.type.name:
        case "set":
            return pl.List(pl.String)
        case "month":
            return pl.String
    if not node.type.is_number:
        return dtype_of(node.type)
    if is_quotient(node):
        return pl.Decimal(38, 0)
    return pl.Decimal(38, node.type.places) if node.type.places else pl.Int64


def is_quotient(node: Expr) -> bool:
    """Whether an amount is a quotient that nobody rounds: two whole numbers, since it may have no finite decimal."""
    waiting = [node]
    while waiting:
        one = waiting.pop()
        if one.op == "ratio":
            return True
        if one.type.is_number and one.op not in SETTLING:
            waiting.extend(arg for arg in one.args if arg.type.is_number)
    return False
