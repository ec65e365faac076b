"""Inputs of a form, made from declared fields, and what a person typed read back into the form that fields read.

Everything works without JavaScript. What was typed is kept as typed, so that a mistake is shown where it was made.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from django.http import QueryDict

from mulberry.errors import Invalid
from mulberry.law.measure import UnitOfMeasure
from mulberry.law.text import Text, t
from mulberry.law.units import unit as unit_of
from mulberry.record.field import Field, Fields
from mulberry.record.values import plain, write

MOST_RADIOS = 7
BOOLEANS: Mapping[str, Text] = {"true": t("是", "Yes"), "false": t("否", "No")}
UNKNOWN = t("不知道", "I do not know")


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of an input."""

    value: str
    title: Text
    chosen: bool


@dataclass(frozen=True)
class Input:
    """One input of a form. ``name`` is its HTML name, ``typed`` what stands in it, ``rows`` the records of a list."""

    name: str
    field: Field
    typed: str = ""
    ticked: frozenset[str] = frozenset()
    rows: tuple[tuple[Input, ...], ...] = ()
    parts: tuple[Input, ...] = ()
    hint: Text | None = None
    error: Text | None = None
    unknown_allowed: bool = False

    @property
    def id(self) -> str:
        return f"id-{self.name.replace('.', '-')}"

    @property
    def shape(self) -> str:
        """Which template draws it."""
        return shape(self.field)

    @property
    def options(self) -> tuple[Option, ...]:
        values = BOOLEANS if self.field.type == "bool" else self.field.values
        chosen = self.ticked if self.field.type == "set" else {self.typed}
        return tuple(Option(value, title, value in chosen) for value, title in values.items())

    @property
    def unit(self) -> Text | None:
        if self.field.type == "percent":
            return t("%", "%")
        if not self.field.unit:
            return None
        return _unit_text(self.field.unit)

    @property
    def described_by(self) -> str:
        parts = [f"{self.id}-hint" if self.hint else "", f"{self.id}-error" if self.error else ""]
        return " ".join(part for part in parts if part)


def _unit_text(code: str) -> Text:
    try:
        found: UnitOfMeasure = unit_of(code)
    except Invalid:
        return t(code, code)
    return Text(found.counter or found.label.zh, found.plural or found.label.en)


def shape(of: Field) -> str:
    """The way a field is asked; the templates of inputs go by these names."""
    match of.type:
        case "bool":
            return "radios"
        case "enum":
            return "radios" if len(of.values) <= MOST_RADIOS else "select"
        case "set":
            return "ticks" if of.values else "lines"
        case "list":
            return "records" if of.item is not None and of.item.record is not None else "lines"
        case "record":
            return "group"
        case "map":
            return "lines"
        case "date":
            return "date"
        case "datetime":
            return "moment"
        case "month":
            return "month"
        case "int" | "decimal" | "money" | "percent":
            return "number"
    return "long" if of.length > 200 else "short"


@dataclass(frozen=True)
class Form:
    """Inputs with what was typed in them, the values read from them, and what is wrong with them."""

    inputs: tuple[Input, ...]
    raw: Mapping[str, Any] = field(default_factory=dict)
    values: Mapping[str, Any] = field(default_factory=dict)
    errors: Mapping[str, Text] = field(default_factory=dict)

    @property
    def ok(self) -> bool:
        return not self.errors

    @property
    def wrong(self) -> tuple[Input, ...]:
        return tuple(one for one in self.inputs if one.error)

    @property
    def unplaced(self) -> tuple[Text, ...]:
        """Errors that belong to no input of the form."""
        placed = [one.error for one in self.wrong]
        return tuple(text for text in self.errors.values() if text not in placed)

    def refused(self, error: Invalid) -> Form:
        """The same form with an error of the instrument beside the input it names; others stand in ``errors`` alone."""
        named = error.field.split("[")[0].split(".")[0]
        inputs = tuple(
            replace(one, error=error.text) if one.name.rpartition(".")[2] == named else one for one in self.inputs
        )
        return replace(self, inputs=inputs, errors={**self.errors, error.field: error.text})


Hints = Mapping[str, Text | None]


def blank(
    fields: Mapping[str, Field],
    given: Mapping[str, Any] | None = None,
    *,
    hints: Hints | None = None,
    unknown: bool = False,
) -> Form:
    """A form with what is already known (values as events or facts hold them)."""
    known = given or {}
    inputs = tuple(
        _shown(name, declared, known.get(name), (hints or {}).get(name), unknown) for name, declared in fields.items()
    )
    return Form(inputs, dict(known))


def filled(fields: Mapping[str, Field], data: QueryDict, *, hints: Hints | None = None, unknown: bool = False) -> Form:
    """A form as sent: every field read, every mistake kept beside its input. With ``unknown`` nothing need be given."""
    raw: dict[str, Any] = {}
    values: dict[str, Any] = {}
    errors: dict[str, Text] = {}
    for name, declared in fields.items():
        raw[name] = typed_value(declared, data, name)
        lenient = replace(declared, optional=True) if unknown else declared
        try:
            values |= Fields(**{name: lenient}).read({name: raw[name]})
        except Invalid as error:
            errors[name] = error.text
    inputs = tuple(
        _typed(name, declared, data, (hints or {}).get(name), errors.get(name), unknown)
        for name, declared in fields.items()
    )
    return Form(inputs, raw, values, errors)


# ---------------------------------------------------------------- what was typed


def typed_value(of: Field, data: QueryDict, name: str) -> Any:
    """What stands in an input, in the form that ``Field.read`` takes; ``None`` where nothing was given."""
    match shape(of):
        case "ticks":
            return data.getlist(name) or None
        case "lines":
            return _lines(of, data.get(name, ""))
        case "records":
            return _records(of.inner.record or Fields(), data, name)
        case "group":
            return _record(of.record or Fields(), data, name)
    return _scalar(of, data.get(name, "").strip())


def _scalar(of: Field, typed: str) -> Any:
    if not typed:
        return None
    match of.type:
        case "bool":
            return {"true": True, "false": False}.get(typed, typed)
        case "int" | "decimal" | "money":
            return _number(typed)
        case "percent":
            return _share(_number(typed))
    return typed


def _number(typed: str) -> str:
    """Digits without the separators people write, Chinese and English ones alike."""
    return typed.replace(",", "").replace("，", "").replace(" ", "").replace("．", ".")


def _share(typed: str) -> Any:
    try:
        return Decimal(typed.removesuffix("%")) / 100
    except InvalidOperation:
        return typed


def _lines(of: Field, typed: str) -> Any:
    lines = [line.strip() for line in typed.splitlines() if line.strip()]
    if not lines:
        return None
    if of.type == "map":
        pairs = [line.replace("：", ":").partition(":") for line in lines]
        return {key.strip(): _scalar(of.inner, held.strip()) for key, _, held in pairs}
    if of.item is not None:
        return [_scalar(of.item, line) for line in lines]
    return lines


def _record(of: Fields, data: QueryDict, name: str) -> dict[str, Any] | None:
    held = {part: typed_value(declared, data, f"{name}.{part}") for part, declared in of.items()}
    given = {part: value for part, value in held.items() if value is not None}
    return given or None


def _records(of: Fields, data: QueryDict, name: str) -> list[dict[str, Any]] | None:
    found = [_record(of, data, f"{name}.{row}") for row in row_numbers(data, name)]
    return [record for record in found if record] or None


def row_numbers(data: Iterable[str], name: str) -> list[int]:
    """The rows that were sent of a list of records, in order."""
    starts = f"{name}."
    middles = {key[len(starts) :].partition(".")[0] for key in data if key.startswith(starts)}
    return sorted(int(middle) for middle in middles if middle.isdecimal() and len(middle) <= 4)


# ---------------------------------------------------------------- what is shown


def _typed(
    name: str, of: Field, data: QueryDict, hint: Text | None = None, error: Text | None = None, unknown: bool = False
) -> Input:
    rows: tuple[tuple[Input, ...], ...] = ()
    parts: tuple[Input, ...] = ()
    if shape(of) == "records":
        record, count = of.inner.record or Fields(), row_numbers(data, name)
        more = 1 if f"{name}.more" in data or not (count or of.optional or unknown) else 0
        last = count[-1] + 1 if count else 0
        numbers = [*count, *range(last, last + more)]
        rows = tuple(
            tuple(_typed(f"{name}.{row}.{part}", inner, data) for part, inner in record.items()) for row in numbers
        )
    elif of.record is not None:
        parts = tuple(_typed(f"{name}.{part}", inner, data) for part, inner in of.record.items())
    return Input(name, of, data.get(name, ""), frozenset(data.getlist(name)), rows, parts, hint, error, unknown)


def _shown(name: str, of: Field, value: Any, hint: Text | None = None, unknown: bool = False) -> Input:
    rows: tuple[tuple[Input, ...], ...] = ()
    parts: tuple[Input, ...] = ()
    if shape(of) == "records":
        # Whoever must list something finds the first item open; others ask for it.
        record, held = of.inner.record or Fields(), list(value or ([] if of.optional or unknown else [{}]))
        rows = tuple(
            tuple(_shown(f"{name}.{row}.{part}", inner, one.get(part)) for part, inner in record.items())
            for row, one in enumerate(held)
        )
    elif of.record is not None:
        parts = tuple(_shown(f"{name}.{part}", inner, (value or {}).get(part)) for part, inner in of.record.items())
    ticked = frozenset(map(str, value)) if of.type == "set" and value else frozenset()
    return Input(name, of, written(of, value), ticked, rows, parts, hint, None, unknown)


def written(of: Field, value: Any) -> str:
    """A value as it stands in an input."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case datetime():
            return value.isoformat(timespec="minutes")
        case date():
            return value.isoformat()
        case Mapping():
            return "\n".join(f"{key}: {held}" for key, held in value.items())
    if of.type == "percent":
        return plain(Decimal(str(value)) * 100)
    if isinstance(value, Sequence | frozenset) and not isinstance(value, str):
        return "\n".join(map(str, write(list(value)))) if not _are_records(value) else ""
    return str(write(value))


def _are_records(value: Iterable[Any]) -> bool:
    return any(isinstance(one, Mapping) for one in value)
