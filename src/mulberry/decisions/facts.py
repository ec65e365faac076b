"""Facts: what is known, or not known, about a subject. They are declared once and shared by all decisions about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any, ClassVar

from mulberry.decisions.expression import Expr
from mulberry.decisions.types import PLAIN, Type
from mulberry.law.text import Text
from mulberry.record import fields
from mulberry.record.fields import Field, Fields


class Fact(Expr):
    """One typed input. ``title`` is what a form asks; ``hint`` says where the answer is found; ``changeable`` whether
    the subject can lawfully change it (nobody changes a birth date); ``personal`` whether it is about a natural person.
    """

    __slots__ = ("changeable", "field", "hint", "name", "personal", "subject", "title")

    def __init__(
        self, field: Field, hint: Text | None = None, *, changeable: bool = False, personal: bool | None = None
    ) -> None:
        super().__init__("fact", _type(field), (), self)
        self.field, self.title, self.hint = field, field.title, hint
        self.changeable, self.personal = changeable, personal
        self.name = self.subject = ""

    __hash__ = object.__hash__

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = self.name or name

    def read(self, value: Any) -> Any:
        """A value from outside as the backends count it; ``None`` and blank text are unknown. Raises ``Invalid`` naming
        the fact."""
        if value is None or (isinstance(value, str) and not value.strip()):
            return None
        return self.type.count(self.field.read(self.name, value))

    def __repr__(self) -> str:
        return self.name or "fact"


class Subject:
    """What facts are about. Subclass it with ``kind="enterprise"`` (person, project, parcel …) and declare facts."""

    kind_of_subject: ClassVar[str] = ""

    def __init_subclass__(cls, *, kind: str = "", **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if not (kind or cls.kind_of_subject):
            raise TypeError(
                f"{cls.__name__}: say what the facts are about: class {cls.__name__}(Subject, kind='person')"
            )
        cls.kind_of_subject = kind or cls.kind_of_subject
        for name, fact in vars(cls).items():
            if isinstance(fact, Fact):
                if fact.name != name:
                    raise TypeError(f"the fact {fact.name!r} is declared a second time as {name!r}: it has one name")
                fact.subject = cls.kind_of_subject
                fact.personal = cls.kind_of_subject == "person" if fact.personal is None else fact.personal

    @classmethod
    def facts(cls) -> Mapping[str, Fact]:
        """Every fact of the subject by name, in the order declared, those of its bases first."""
        found: dict[str, Fact] = {}
        for base in reversed(cls.__mro__):
            found |= {fact.name: fact for fact in vars(base).values() if isinstance(fact, Fact)}
        return found


def _type(field: Field) -> Type:
    """The type that expressions see for a field."""
    if field.type in {"map", "record"}:
        raise TypeError(f"no rule computes with a {field.type}: {field.title.en}")
    return Type(
        field.type,  # type: ignore[arg-type]  # narrowed above
        unit=field.unit,
        values=field.values,
        items=_items(field.item),
        low=None if field.low is None else Decimal(field.low),
        high=None if field.high is None else Decimal(field.high),
        places=field.places,
    )


def _items(item: Field | None) -> dict[str, Type]:
    """The fields of a list's records; a plain value is a record of one field."""
    if item is None:
        return {}
    return {PLAIN: _type(item)} if item.record is None else {name: _type(one) for name, one in item.record.items()}


def boolean(title: Text, hint: Text | None = None, **about: Any) -> Fact:
    """Yes or no."""
    return Fact(fields.yes_no(title), hint, **about)


def integer(
    title: Text, hint: Text | None = None, *, unit: str = "", low: int | None = 0, high: int | None = None, **about: Any
) -> Fact:
    """A whole number, not negative unless ``low`` says otherwise."""
    return Fact(fields.whole(title, unit=unit, low=low, high=high), hint, **about)


def decimal(
    title: Text,
    hint: Text | None = None,
    *,
    unit: str = "",
    low: int | Decimal | None = 0,
    high: int | Decimal | None = None,
    places: int = 6,
    **about: Any,
) -> Fact:
    """An exact decimal number, not negative unless ``low`` says otherwise."""
    return Fact(fields.decimal(title, unit=unit, low=low, high=high, places=places), hint, **about)


def money(
    title: Text, hint: Text | None = None, *, unit: str = "CNY", low: int | None = 0, places: int = 2, **about: Any
) -> Fact:
    """A sum of money, counted in its smallest coin (or finer, by ``places``)."""
    return Fact(fields.money(title, unit=unit, low=low, places=places), hint, **about)


def percent(title: Text, hint: Text | None = None, *, low: int | None = 0, high: int | None = 1, **about: Any) -> Fact:
    """A rate as a fraction: 0.05 is 5 %."""
    return Fact(replace(fields.percent(title, high=high), low=low), hint, **about)


def day(title: Text, hint: Text | None = None, **about: Any) -> Fact:
    """A calendar day."""
    return Fact(fields.day(title), hint, **about)


def moment(title: Text, hint: Text | None = None, **about: Any) -> Fact:
    """A day and its time, in local time."""
    return Fact(fields.moment(title), hint, **about)


def calendar_month(title: Text, hint: Text | None = None, **about: Any) -> Fact:
    """A calendar month, YYYY-MM."""
    return Fact(fields.month(title), hint, **about)


def words(title: Text, hint: Text | None = None, **about: Any) -> Fact:
    """Text that no rule computes with, except for being equal."""
    return Fact(fields.text(title), hint, **about)


def choice(title: Text, values: Mapping[str, Text], hint: Text | None = None, **about: Any) -> Fact:
    """Exactly one of several named members."""
    return Fact(Field("enum", title, values=dict(values)), hint, **about)


def choices(title: Text, values: Mapping[str, Text], hint: Text | None = None, **about: Any) -> Fact:
    """Any number of several named members."""
    return Fact(Field("set", title, values=dict(values)), hint, **about)


def records(title: Text, items: Mapping[str, Fact], hint: Text | None = None, **about: Any) -> Fact:
    """A list of records. Their fields are declared like facts; each may be unknown in any record."""
    parts = {name: fields.optional(item.field) for name, item in items.items()}
    return Fact(fields.many(title, Fields(**parts)), hint, **about)


def several(title: Text, item: Fact, hint: Text | None = None, **about: Any) -> Fact:
    """A list of plain values, such as days or yes and no year by year, in the order given."""
    return Fact(fields.many(title, item.field), hint, **about)
