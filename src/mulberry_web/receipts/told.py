"""What a receipt says, for people: which act, by whom in which role, when, and what was given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse

from mulberry.law.basis import Basis
from mulberry.law.text import Text, t
from mulberry.record.acts import LAW_ROLE
from mulberry.record.events import LAW
from mulberry.record.field import Field
from mulberry.record.receipt_form import Receipt
from mulberry_web.facts.catalogue import facts, kinds
from mulberry_web.facts.machine import ID as FACTS
from mulberry_web.procedures.case_file import ID as FILE
from mulberry_web.procedures.course import state_title
from mulberry_web.procedures.known import procedures
from mulberry_web.record.programme import programme

PERSONAL = "/personal/"


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that the event tells. ``field`` declares it where the instrument still does; ``None`` is withheld."""

    title: Text
    value: Any
    field: Field | None = None
    withheld: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """An event in words."""

    instrument: str
    instrument_title: Text
    key: str
    act: Text
    role: Text
    at: datetime
    index: int
    size: int
    version: int
    state: Text | None
    basis: Basis | None
    lines: tuple[Line, ...]

    @property
    def case(self) -> str:
        """The address of the case that the event belongs to, where it belongs to one."""
        instrument, key = (
            self.key.split("/", 1) if self.instrument == FILE and "/" in self.key else (self.instrument, self.key)
        )
        return reverse("case", args=[instrument, key]) if instrument in procedures() else ""

    @classmethod
    def of(cls, event: Any, index: int, shown: Mapping[str, Any], size: int) -> Told:
        """From a leaf as read; ``shown`` are the personal values that the receipt opens, by their place."""
        machine: Any = programme().machines.get(str(event["instrument"]))
        name, by = str(event["type"]), event["by"]["role"]
        act = getattr(machine, "commands", {}).get(name) or getattr(machine, "silences", {}).get(name)
        role = LAW_ROLE if by == LAW.role else getattr(machine, "roles", {}).get(by)
        procedure = procedures().get(str(event["instrument"]))
        to = event["data"].get("to") if procedure else None
        return cls(
            instrument=str(event["instrument"]),
            instrument_title=getattr(machine, "title", None) or _plain(event["instrument"]),
            key=str(event["key"]),
            act=act.title if act else _plain(name),
            role=role.title if role else _plain(by),
            at=datetime.fromisoformat(event["at"]),
            index=index,
            size=size,
            version=int(event["version"]),
            state=state_title(procedure, str(to)) if procedure and to else None,
            basis=getattr(act, "basis", None),
            lines=tuple(_lines(event, getattr(act, "takes", {}), shown)),
        )


def told(found: Receipt) -> Told:
    """What a receipt of this record says."""
    shown = {one.at: one.opening.value for one in found.personal if one.opening is not None}
    return Told.of(found.event, found.index, shown, found.size)


def _lines(event: Any, fields: Mapping[str, Field], shown: Mapping[str, Any]) -> list[Line]:
    data = event["data"]
    given = data.get("given", {} if "to" in data else {**data, **data.get("facts", {})})
    if "facts" in given:
        del given["facts"]
    if event["instrument"] == FACTS:
        fields = {**fields, **{name: fact.field for kind in kinds() for name, fact in facts(kind).items()}}
    lines = [_line(name, value, fields) for name, value in given.items()]
    for name in event.get("personal", {}):
        place = f"{PERSONAL}{name.replace('~', '~0').replace('/', '~1')}"
        title = fields[name].title if name in fields else _plain(name)
        lines.append(_line(name, shown[place], fields) if place in shown else Line(title, None, None, withheld=True))
    order = list(fields)
    return sorted(lines, key=lambda line: _place(line, order, fields))


def _line(name: str, value: Any, fields: Mapping[str, Field]) -> Line:
    field = fields.get(name)
    stated = value["value"] if isinstance(value, Mapping) and "value" in value else value
    return Line(field.title if field else _plain(name), stated, field)


def _place(line: Line, order: list[str], fields: Mapping[str, Field]) -> int:
    """Lines stand in the order in which a form asks for them."""
    return next((at for at, name in enumerate(order) if fields[name].title == line.title), len(order))


def _plain(name: Any) -> Text:
    return t(str(name) or "—", str(name) or "—")
