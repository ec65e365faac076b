"""The words in which fields are declared.

``Fields(purpose=text(t("目的", "Purpose")), persons=whole(t("人数", "Persons"), unit="person"))``. Every word takes the
title in both languages and, besides its own bounds, ``optional``, ``absent`` (the refusal that answers where the field
is left out) and ``personal`` (about a natural person).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import TypedDict, Unpack

from mulberry.law.text import Text
from mulberry.record.field import Field, Fields, Refusal
from mulberry.record.values import MAX_TEXT

# fmt: off
__all__ = [
    "Field", "Fields", "Refusal", "choice", "choices", "day", "decimal", "identifier", "many", "mapping", "moment",
    "money", "month", "optional", "percent", "text", "whole", "yes_no",
]
# fmt: on


class Options(TypedDict, total=False):
    """What every field may say besides its type."""

    optional: bool
    absent: Refusal | None
    personal: bool


def yes_no(title: Text, **options: Unpack[Options]) -> Field:
    return Field("bool", title, **options)


def whole(
    title: Text, *, low: int | None = 0, high: int | None = None, unit: str = "", **options: Unpack[Options]
) -> Field:
    """A whole number; not negative unless ``low`` says so."""
    return Field("int", title, low=low, high=high, unit=unit, **options)


def decimal(
    title: Text,
    *,
    low: int | Decimal | None = 0,
    high: int | Decimal | None = None,
    places: int = 6,
    unit: str = "",
    **options: Unpack[Options],
) -> Field:
    """An exact decimal; not negative unless ``low`` says so."""
    return Field("decimal", title, low=low, high=high, places=places, unit=unit, **options)


def money(
    title: Text,
    *,
    low: int | Decimal | None = 0,
    places: int = 2,
    unit: str = "CNY",
    **options: Unpack[Options],
) -> Field:
    """An amount in its unit, exact to the smallest coin; unit prices may need more ``places``."""
    return Field("money", title, low=low, places=places, unit=unit, **options)


def percent(title: Text, *, low: int = 0, high: int | None = 1, **options: Unpack[Options]) -> Field:
    """A share as a fraction: 0.05 is 5 %."""
    return Field("percent", title, low=low, high=high, places=8, **options)


def day(title: Text, **options: Unpack[Options]) -> Field:
    return Field("date", title, **options)


def moment(title: Text, **options: Unpack[Options]) -> Field:
    """A point in local time, to the second."""
    return Field("datetime", title, **options)


def month(title: Text, **options: Unpack[Options]) -> Field:
    return Field("month", title, **options)


def text(title: Text, *, length: int = MAX_TEXT, **options: Unpack[Options]) -> Field:
    """Words that a person wrote; blank counts as absent."""
    return Field("str", title, length=length, **options)


def identifier(title: Text) -> Field:
    """The number by which a case, an entry or an account is known."""
    return Field("str", title, length=100)


def choice(title: Text, values: Mapping[str, Text], **options: Unpack[Options]) -> Field:
    """One of the named values, each with its title."""
    return Field("enum", title, values=values, **options)


def choices(title: Text, values: Mapping[str, Text], *, least: int = 0, **options: Unpack[Options]) -> Field:
    """A set of the named values; of any words where none are named."""
    return Field("set", title, values=values, least=least, **options)


def many(title: Text, item: Field | Fields | None = None, *, least: int = 0, **options: Unpack[Options]) -> Field:
    """A list of one field or of records with named fields; of words where nothing else is said."""
    inner = Field("record", title, record=item) if isinstance(item, Fields) else item or text(title)
    return Field("list", title, item=inner, least=least, **options)


def mapping(title: Text, item: Field, **options: Unpack[Options]) -> Field:
    """Names (such as ids) to values of one field."""
    return Field("map", title, item=item, **options)


def optional(declared: Field) -> Field:
    """The same field, which may be left out."""
    return replace(declared, optional=True)
