"""The facts of a population as columns: read strictly, and told by row and column where they make no sense."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any, NamedTuple

import polars as pl

from mulberry.decisions.columns.sources import Source, declared, kind_of
from mulberry.decisions.facts import Fact
from mulberry.decisions.types import Type
from mulberry.errors import Invalid
from mulberry.law.dates import FIRST_DAY, LAST_DAY
from mulberry.law.text import Text, t

BAD = "_bad_"
COLUMN_TYPE = t("列 {name}：须为{zh}，而文件中是 {got}。", "column {name}: must be {en}, but the file holds {got}.")
WANTED: Mapping[str, Text] = {
    "bool": t("真假值", "true or false"),
    "date": t("日期", "dates"),
    "datetime": t("不带时区的时间", "times without a zone"),
    "month": t("“2026-11”样式的文字", "text such as 2026-11"),
    "str": t("文字", "text"),
    "enum": t("文字", "text"),
    "set": t("文字列表", "lists of text"),
}
NUMBER = t("整数或十进制数（不接受浮点数）", "whole or decimal numbers (no binary floats)")


class Prepared(NamedTuple):
    """A fact as the plan reads it, the factor of its integers, and the condition under which a value is bad."""

    column: pl.Expr
    factor: Fraction
    bad: pl.Expr | None


def dtype_of(type_: Type) -> Any:
    """The column type of a fact, as the plan reads it: whole numbers, sets as bits, choices as an enumeration."""
    if type_.name == "enum":
        return pl.Enum(list(type_.values))
    kinds: dict[str, Any] = {
        "bool": pl.Boolean, "int": pl.Int64, "date": pl.Date, "moment": pl.Datetime("us"), "word": pl.String,
    }  # fmt: skip
    return kinds[kind_of(type_)]


def prepared(fact: Fact, dtype: Any) -> Prepared:
    """How a column of the file becomes that of a fact. ``Invalid`` where its type cannot."""
    declared(fact)
    type_, column = fact.type, pl.col(fact.name)
    if type_.is_number:
        return _number(fact, dtype, column)
    if not _fits(type_, dtype):
        raise _wrong_type(fact, dtype, WANTED[type_.name])
    one = Fraction(1)
    match type_.name:
        case "bool":
            return Prepared(column, one, None)
        case "date":
            return Prepared(column, one, (column < FIRST_DAY) | (column > LAST_DAY))
        case "datetime":
            day = column.dt.date()
            return Prepared(column.dt.truncate("1s").cast(pl.Datetime("us")), one, (day < FIRST_DAY) | (day > LAST_DAY))
        case "month":
            return _month(column)
        case "enum":
            made = column.cast(pl.String).cast(dtype_of(type_), strict=False)
            return Prepared(made, one, made.is_null() & column.is_not_null())
        case "set":
            return _set(type_, column)
    return Prepared(column.cast(pl.String), one, None)


def _fits(type_: Type, dtype: Any) -> bool:
    match type_.name:
        case "bool":
            return bool(dtype == pl.Boolean)
        case "date":
            return bool(dtype == pl.Date)
        case "datetime":
            return isinstance(dtype, pl.Datetime) and dtype.time_zone is None
        case "set":
            return isinstance(dtype, pl.List) and _is_text(dtype.inner)
    return _is_text(dtype)


def _is_text(dtype: Any) -> bool:
    return dtype == pl.String or isinstance(dtype, pl.Enum | pl.Categorical)


def _number(fact: Fact, dtype: Any, column: pl.Expr) -> Prepared:
    scale = fact.type.scale
    if dtype.is_integer():
        made, factor, uneven = column.cast(pl.Int64, strict=False), Fraction(scale), None
    elif dtype.is_decimal():
        made, factor = column.to_physical().cast(pl.Int64, strict=False), Fraction(scale, 10**dtype.scale)
        uneven = made % factor.denominator != 0
    else:
        raise _wrong_type(fact, dtype, NUMBER)
    source = declared(fact)
    low, high = -(-source.low // factor), source.high // factor
    beyond = (made < max(int(low), -(2**63))) | (made > min(int(high), 2**63 - 1))
    beyond = beyond | (made.is_null() & column.is_not_null())
    if uneven is None or factor.denominator == 1:
        return Prepared(made, factor, beyond)
    return Prepared(made // factor.denominator, Fraction(factor.numerator), beyond | uneven)


def _month(column: pl.Expr) -> Prepared:
    text = column.cast(pl.String)
    year, of_year = (text.str.slice(*part).cast(pl.Int64, strict=False) for part in ((0, 4), (5, 2)))
    shape = text.str.contains(r"^[0-9]{4}-(0[1-9]|1[0-2])$")
    inside = (year >= FIRST_DAY.year) & (year <= LAST_DAY.year)
    return Prepared(year * 12 + of_year - 1, Fraction(1), ~(shape & inside))


def _set(type_: Type, column: pl.Expr) -> Prepared:
    members = list(type_.values)
    text = column.cast(pl.List(pl.String))
    bits = [pl.when(text.list.contains(member)).then(1 << place).otherwise(0) for place, member in enumerate(members)]
    made = pl.when(column.is_not_null()).then(pl.sum_horizontal(bits).cast(pl.Int64))
    strangers = text.list.eval(~pl.element().is_in(members).fill_null(value=False)).list.any()
    return Prepared(made, Fraction(1), strangers)


def _wrong_type(fact: Fact, dtype: Any, wanted: Text) -> Invalid:
    return Invalid(fact.name, COLUMN_TYPE.format(name=fact.name, zh=wanted.zh, en=wanted.en, got=str(dtype)))


def sources(facts: Mapping[str, Fact], made: pl.DataFrame, factors: Mapping[str, Fraction]) -> dict[str, Source]:
    """What a piece of a population holds: absent columns, nulls, and between which numbers its values lie."""
    extremes = _extremes(facts, made)
    found = {}
    for name in facts:
        if name not in made.columns:
            found[name] = Source(absent=True)
            continue
        low, high = extremes.get(name, (0, 0))
        found[name] = Source(low, high, factors[name], nullable=made[name].null_count() > 0)
    return found


def _extremes(facts: Mapping[str, Fact], made: pl.DataFrame) -> dict[str, tuple[int, int]]:
    """Least and greatest of every integer column, rounded out to powers of two: one plan serves many pieces."""
    whole = [name for name in facts if name in made.columns and kind_of(facts[name].type) == "int"]
    if not whole:
        return {}
    lows, highs = made.select(pl.col(whole).min()).row(0), made.select(pl.col(whole).max()).row(0)
    pairs = zip(whole, lows, highs, strict=True)
    return {name: (-_out(-(low or 0)), _out(high or 0)) for name, low, high in pairs}


def _out(value: int) -> int:
    """The next number of ones only: 5 is in reach of 7."""
    return (1 << max(value, 0).bit_length()) - 1


def bad_rows(made: pl.DataFrame, facts: Mapping[str, Fact], raw: pl.DataFrame) -> Iterator[tuple[int, str, Invalid]]:
    """Where a value makes no sense: the place of the row, the column, and why, as one subject would be told."""
    for name in facts:
        flag = f"{BAD}{name}"
        if flag not in made.columns or not made[flag].any():
            continue
        for place in made[flag].fill_null(value=False).arg_true().head(10).to_list():
            yield place, name, _why(facts[name], raw[name][place])


def _why(fact: Fact, value: Any) -> Invalid:
    given = value.to_list() if isinstance(value, pl.Series) else value
    try:
        fact.read(given)
    except Invalid as error:
        return error
    return Invalid(fact.name, t(f"{fact.name}：无法读取“{given}”", f"{fact.name}: {given!r} cannot be read"))
