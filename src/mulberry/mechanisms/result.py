"""Whether a calculation gives what it declares. Where it does not, its author is at fault, not who asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from mulberry.law.month import Month
from mulberry.record.field import Field
from mulberry.record.fields import Fields

# fmt: off
IS: Mapping[str, Callable[[Any], bool]] = {
    "bool": lambda value: isinstance(value, bool),
    "int": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "decimal": lambda value: isinstance(value, int | Decimal) and not isinstance(value, bool),
    "date": lambda value: isinstance(value, date) and not isinstance(value, datetime),
    "datetime": lambda value: isinstance(value, datetime),
    "month": lambda value: isinstance(value, Month | str),
    "str": lambda value: isinstance(value, str),
}
# fmt: on
SAME_AS = {"money": "decimal", "percent": "decimal"}


def checked(id_: str, gives: Fields, result: Mapping[str, Any]) -> dict[str, Any]:
    """The result as it is. A field that was not declared, or a value of another type, raises ``TypeError``."""
    for fault in _faults(gives, result, ""):
        raise TypeError(f"{id_} gives what it does not declare: {fault}")
    return dict(result)


def _faults(gives: Fields, result: Mapping[str, Any], within: str) -> Iterator[str]:
    for name, value in result.items():
        if name not in gives:
            yield f"{within}{name}"
        elif value is not None:
            yield from _wrong(gives[name], value, f"{within}{name}")


def _wrong(field: Field, value: Any, place: str) -> Iterator[str]:
    match field.type:
        case "record" if isinstance(value, Mapping) and field.record is not None:
            yield from _faults(field.record, value, f"{place}.")
        case "list" if isinstance(value, list | tuple):
            for position, item in enumerate(value, 1):
                yield from _wrong(field.inner, item, f"{place}[{position}]")
        case "map" if isinstance(value, Mapping):
            for key, item in value.items():
                yield from _wrong(field.inner, item, f"{place}.{key}")
        case "enum" if isinstance(value, str) and value in field.values:
            pass
        case "set" if isinstance(value, set | frozenset | list | tuple) and (
            not field.values or {*value} <= {*field.values}
        ):
            pass
        case _:
            test = IS.get(SAME_AS.get(field.type, field.type))
            if test is None or not test(value):
                yield f"{place} as {type(value).__name__}"
