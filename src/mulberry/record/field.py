"""One typed field, several of them, and the refusal that may answer where one is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal

from mulberry.errors import Invalid, Refused
from mulberry.law.basis import Basis
from mulberry.law.text import Text, t
from mulberry.record.values import MAX_KEY, MAX_TEXT, READERS, write, wrong

# fmt: off
TypeName = Literal[
    "bool", "int", "decimal", "money", "percent", "date", "datetime", "month", "str", "enum", "set", "list", "map",
    "record",
]
# fmt: on

_NEEDED = t("必须填写", "must be given")
_NO_RECORD = t("须为一组字段", "must be a group of fields")
_UNKNOWN = t("{name}：没有这一字段，可填的有：{zh}。", "{name}: no such field; there are {en}.")


@dataclass(frozen=True, slots=True)
class Refusal:
    """One way an act is refused: a stable code, a sentence that names the way out, and the article it rests on."""

    code: str
    text: Text
    basis: Basis | None = None

    def refused(self, **values: object) -> Refused:
        """The error to raise, with named values filled into the sentence and the article after it."""
        text = self.text.format(**values) if values else self.text
        if self.basis is not None:
            cited = self.basis.label()
            text = Text(f"{text.zh}（{cited.zh}）", f"{text.en} ({cited.en})")
        return Refused(self.code, text)


@dataclass(frozen=True, slots=True)
class Field:
    """One typed field.

    ``low`` and ``high`` bound numbers, both included; ``least`` is the fewest items of a list or set. ``personal``
    marks data about natural persons: the event keeps them apart, so that they can be erased. ``absent`` is the refusal
    that answers where the field is left out although the act would otherwise be possible.
    """

    type: TypeName
    title: Text
    optional: bool = False
    absent: Refusal | None = None
    personal: bool = False
    values: Mapping[str, Text] = field(default_factory=dict)
    item: Field | None = None
    record: Fields | None = None
    low: int | Decimal | None = None
    high: int | Decimal | None = None
    places: int = 0
    length: int = MAX_TEXT
    least: int = 0
    unit: str = ""

    @property
    def inner(self) -> Field:
        """The field of one item of a list or one value of a mapping."""
        if self.item is None:
            raise TypeError(f"a {self.type} has no items")
        return self.item

    def read(self, name: str, value: Any) -> Any:
        """The value in its own type, such as ``Decimal``, ``date`` or ``Month``. ``Invalid`` names the field."""
        if self.record is None:
            return READERS[self.type](self, name, value)
        if not isinstance(value, Mapping):
            wrong(self, name, _NO_RECORD)
        return self.record.read(value, within=f"{name}.")

    def to_json(self) -> dict[str, Any]:
        """What a form or an interface description needs to know."""
        told: dict[str, Any] = {"type": self.type, "title": self.title.to_json(), "optional": self.optional}
        told |= {"values": {name: title.to_json() for name, title in self.values.items()}} if self.values else {}
        told |= {"unit": self.unit} if self.unit else {}
        told |= {"personal": True} if self.personal else {}
        told |= {"item": self.item.to_json()} if self.item else {}
        told |= {"fields": self.record.to_json()} if self.record else {}
        return told


class Fields(Mapping[str, Field]):
    """Named fields in the order in which a form asks for them.

    Declared as keyword arguments, so that a name stands once. A trailing underscore keeps Python's own words free:
    ``from_`` is the field "from". A field that is not given, given as null, or given as blank text is absent.
    """

    def __init__(self, /, **fields: Field) -> None:
        self._fields = {name.removesuffix("_"): declared for name, declared in fields.items()}

    def __getitem__(self, name: str) -> Field:
        return self._fields[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._fields)

    def __len__(self) -> int:
        return len(self._fields)

    def __or__(self, more: Fields) -> Fields:
        return Fields(**{**self._fields, **more._fields})

    def read(self, given: Mapping[str, Any], within: str = "") -> dict[str, Any]:
        """Every declared field with its value, ``None`` where absent. Unknown and missing ones raise ``Invalid``."""
        for name in given:
            if name not in self._fields:
                place = f"{within}{name}"[:MAX_KEY]
                known = {"zh": "、".join(self._fields) or "（无）", "en": ", ".join(self._fields) or "none"}
                raise Invalid(place, _UNKNOWN.format(name=place, **known))
        return {name: self._one(f"{within}{name}", declared, given.get(name)) for name, declared in self.items()}

    @staticmethod
    def _one(name: str, declared: Field, value: Any) -> Any:
        if value is not None and not (isinstance(value, str) and not value.strip()):
            return declared.read(name, value)
        if not declared.optional and declared.absent is None:
            wrong(declared, name, _NEEDED)
        return None

    def refuse_absent(self, given: Mapping[str, Any]) -> None:
        """Raise the declared refusal of the first absent field that has one."""
        for name, declared in self.items():
            if declared.absent is not None and given.get(name) is None and not declared.optional:
                raise declared.absent.refused()

    def written(self, given: Mapping[str, Any], *, personal: bool) -> dict[str, Any]:
        """The given values as an event holds them: those about natural persons, or all others."""
        chosen = (name for name, declared in self.items() if declared.personal is personal)
        return {name: write(given[name]) for name in chosen if given.get(name) is not None}

    def to_json(self) -> dict[str, Any]:
        return {name: declared.to_json() for name, declared in self.items()}
