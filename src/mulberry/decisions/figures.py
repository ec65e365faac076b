"""How a value inside a rule is written for a person: money in 万元 and millions, rates in per cent, days in full."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

from mulberry.decisions.types import Type
from mulberry.errors import Invalid
from mulberry.law.exact import grouped, trimmed
from mulberry.law.money import CURRENCIES
from mulberry.law.text import Text, t
from mulberry.law.units import unit

# fmt: off
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)
# fmt: on
LARGE_ZH = ((Decimal(100_000_000), "亿"), (Decimal(10_000), "万"))
LARGE_EN = ((Decimal(1_000_000_000), " billion"), (Decimal(1_000_000), " million"))
TENTH = Decimal("0.1")
NOTHING = t("没有", "none")
YEARS_OF_AGE = "岁"


def figure(type_: Type, value: Any, *, counter: str = "") -> Text:
    """A counted value in words; ``None`` is what there is not. ``counter`` is what Chinese puts behind the number where
    it is not the counter of the unit."""
    if value is None:
        return NOTHING
    if isinstance(value, bool):
        return t("是", "yes") if value else t("否", "no")
    if isinstance(value, datetime):
        return Text(f"{_day(value).zh}{value:%H:%M}", f"{value:%H:%M} on {_day(value).en}")
    if isinstance(value, date):
        return _day(value)
    if type_.name == "month":
        year, month = divmod(value, 12)
        return Text(f"{year}年{month + 1}月", f"{MONTHS[month]} {year}")
    if isinstance(value, str):
        return quoted(type_.values.get(value) or Text(value, value))
    if isinstance(value, frozenset):
        return listed([figure(type_, member) for member in sorted(value)]) if value else NOTHING
    shown = type_.show(value)
    return _number(type_, shown if isinstance(shown, Decimal) else Decimal(shown), counter)


def quoted(text: Text) -> Text:
    """A name in the quotation marks of its language; what stands in quotation marks inside keeps single ones."""
    zh = text.zh.replace("“", "‘").replace("”", "’")
    en = text.en.replace("“", "‘").replace("”", "’")
    return Text(f"“{zh}”", f"“{en}”")


def listed(texts: Sequence[Text], *, last: Text | None = None) -> Text:
    """Several names in one row: 甲、乙和丙; A, B and C. ``last`` is the word before the last."""
    word = last or t("和", "and")
    if len(texts) == 1:
        return texts[0]
    zh = "、".join(text.zh for text in texts[:-1]) + word.zh + texts[-1].zh
    return Text(zh, ", ".join(text.en for text in texts[:-1]) + f" {word.en} {texts[-1].en}")


def fraction(value: Fraction) -> Text:
    """A rate that has no finite decimal: 2/37."""
    return Text(f"{value.numerator}/{value.denominator}", f"{value.numerator}/{value.denominator}")


def _day(value: date) -> Text:
    return Text(f"{value.year}年{value.month}月{value.day}日", f"{value.day} {MONTHS[value.month - 1]} {value.year}")


def _number(type_: Type, number: Decimal, counter: str) -> Text:
    if type_.name == "percent" or type_.unit == "percent":
        rate = grouped(trimmed(number * 100))
        return Text(f"{rate}%", f"{rate}%")
    if type_.unit in CURRENCIES:
        return Text(f"{_large(number, LARGE_ZH)}{CURRENCIES[type_.unit].label.zh}", f"{type_.unit} {_english(number)}")
    return _counted(type_.unit, number, counter)


def _english(number: Decimal) -> str:
    return _large(number, LARGE_EN)


def _counted(code: str, number: Decimal, counter: str) -> Text:
    zh, en = _large(number, LARGE_ZH), grouped(trimmed(number))
    try:
        named = unit(code) if code else None
    except Invalid:
        named = None  # a unit that only the title of the fact names
    if named is None:
        return Text(f"{zh}{counter}", en)
    return Text(f"{zh}{counter or named.counter or named.label.zh}", named.after(en).en)


def _large(number: Decimal, scales: Iterable[tuple[Decimal, str]]) -> str:
    """In the largest scale in which the number stays as short as it is: 8,000万, not 0.8亿; 12,345, not 1.2345万."""
    for scale, word in scales:
        scaled = number / scale
        if abs(scaled) >= 1 and scaled == scaled.quantize(TENTH):
            return f"{grouped(trimmed(scaled))}{word}"
    return grouped(trimmed(number))


def as_fraction(type_: Type, value: Any) -> Fraction:
    """A counted number in its own unit."""
    return Fraction(value) / type_.scale
