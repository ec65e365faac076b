"""How days, moments, numbers and amounts are written for a person, in Chinese and in English."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

from mulberry.errors import Invalid
from mulberry.law.month import Month
from mulberry.law.quantity import quantity_text
from mulberry.law.text import Text, t
from mulberry.law.units import unit as unit_of
from mulberry.record.field import Field

UNKNOWN = t("未知", "Unknown")
NONE = t("（无）", "(none)")
YES, NO = t("是", "Yes"), t("否", "No")
FIVE_DIGITS = 10_000
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day_text(day: date) -> Text:
    """2026年11月21日 / 21 Nov 2026."""
    return t(f"{day.year}年{day.month}月{day.day}日", f"{day.day} {MONTHS[day.month - 1]} {day.year}")


def moment_text(moment: datetime) -> Text:
    """2026年11月21日 09:30 / 21 Nov 2026, 09:30."""
    told, clock = day_text(moment.date()), f"{moment:%H:%M}"
    return t(f"{told.zh} {clock}", f"{told.en}, {clock}")


def month_text(month: Month) -> Text:
    """2026年11月 / Nov 2026."""
    return t(f"{month.year}年{month.month}月", f"{MONTHS[month.month - 1]} {month.year}")


def number_text(number: int | Decimal | Fraction, unit: str = "") -> Text:
    """A number with separators, and its unit behind it where it has one."""
    if isinstance(number, Fraction) and number.denominator != 1:
        plain = f"{number.numerator:,}/{number.denominator:,}"
        return t(plain, plain) if not unit else unit_of(unit).after(plain)
    exact = Decimal(int(number)) if isinstance(number, Fraction) else number
    try:
        return quantity_text(exact, unit_of(unit)) if unit else _bare(exact)
    except Invalid:  # a unit that the table does not hold is written as it stands
        bare = _bare(exact)
        return t(f"{bare.zh} {unit}", f"{bare.en} {unit}")


def unit_text(code: str) -> Text:
    """The name of a unit; one that the table does not hold is written as it stands."""
    try:
        return unit_of(code).label
    except Invalid:
        return t(code or "-", code or "-")


def _bare(number: int | Decimal) -> Text:
    # Four digits need no separator, and a year must have none.
    comma = "," if not -FIVE_DIGITS < number < FIVE_DIGITS else ""
    written = f"{number:{comma}f}" if isinstance(number, Decimal) else f"{number:{comma}}"
    if "." in written:
        written = written.rstrip("0").rstrip(".")
    return t(written, written)


def value_text(value: Any, unit: str = "", type_name: str = "", values: Mapping[str, Text] | None = None) -> Text:
    """Any value of a fact, field, parameter or amount: typed, or as an event or answer holds it."""
    match value:
        case None:
            return UNKNOWN
        case bool():
            return YES if value else NO
        case datetime():
            return moment_text(value)
        case date():
            return day_text(value)
        case Month():
            return month_text(value)
        case int() | Decimal() | Fraction():
            return number_text(value, "percent" if type_name == "percent" and not unit else unit)
        case str():
            return _words(value, unit, type_name, values or {})
        case Mapping():
            return _listed([t(f"{key}：{_zh(held)}", f"{key}: {_en(held)}") for key, held in value.items()])
        case AbstractSet() | Sequence():
            ordered = sorted(value, key=str) if isinstance(value, AbstractSet) else value
            return _listed([value_text(item, "", "", values) for item in ordered])
    return t(str(value), str(value))


def _words(value: str, unit: str, type_name: str, values: Mapping[str, Text]) -> Text:
    """A string: a member by its name, a typed value by what it stands for, and otherwise itself."""
    if value in values:
        return values[value]
    if not value.strip():
        return NONE
    try:
        match type_name:
            case "date":
                return day_text(date.fromisoformat(value))
            case "datetime":
                return moment_text(datetime.fromisoformat(value))
            case "month":
                return month_text(Month.parse(value))
            case "int" | "decimal" | "money" | "percent":
                return value_text(Decimal(value), unit, type_name)
    except (ValueError, ArithmeticError, Invalid):
        pass
    return t(value, value)


def _zh(value: Any) -> str:
    return value_text(value).zh


def _en(value: Any) -> str:
    return value_text(value).en


def _listed(parts: Sequence[Text]) -> Text:
    if not parts:
        return NONE
    return t("、".join(part.zh for part in parts), ", ".join(part.en for part in parts))


def field_text(field: Field, value: Any) -> Text:
    """A value as its field declares it: members by name, records by the titles of their parts."""
    if value is not None and field.record is not None and isinstance(value, Mapping):
        parts = [(field.record[name], value.get(name)) for name in field.record]
        told = [(part.title, field_text(part, held)) for part, held in parts if held is not None]
        return t(
            "；".join(f"{a.zh}：{b.zh}" for a, b in told) or NONE.zh,
            "; ".join(f"{a.en}: {b.en}" for a, b in told) or NONE.en,
        )
    if field.type == "list" and value is not None and field.item is not None:
        items = [field_text(field.item, item) for item in value]
        return t("／".join(i.zh for i in items) or NONE.zh, " / ".join(i.en for i in items) or NONE.en)
    return value_text(value, field.unit, field.type, field.values)
