"""The result of a mechanism or indicator as rows that a person reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mulberry.law.text import Text
from mulberry.record.field import Field
from mulberry_web.page.written import field_text


@dataclass(frozen=True, slots=True)
class Row:
    """One figure of a result: in words, or, for a list of records, as a table."""

    title: Text
    text: Text | None
    heads: tuple[Text, ...] = ()
    rows: tuple[tuple[Text, ...], ...] = ()


def results(instrument: Any, result: Mapping[str, Any] | None) -> tuple[Row, ...] | None:
    """What came out, in the order declared; ``None`` where nothing was calculated."""
    if result is None:
        return None
    return tuple(_row(field, result.get(name)) for name, field in instrument.gives.items())


def _row(field: Field, value: Any) -> Row:
    record = field.item.record if field.type == "list" and field.item is not None else None
    if record is not None and set(record) == {"zh", "en"}:
        return Row(field.title, None, (), tuple((Text(item["zh"], item["en"]),) for item in value or ()))
    if record is None or not value:
        return Row(field.title, field_text(field, value))
    rows = tuple(tuple(field_text(part, item.get(name)) for name, part in record.items()) for item in value)
    return Row(field.title, None, tuple(part.title for part in record.values()), rows)
