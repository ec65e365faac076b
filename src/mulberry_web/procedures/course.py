"""The course of a case for a reader: who did what when, what was given, where it led, and the receipt of each event."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from mulberry.law.basis import Basis
from mulberry.law.text import Text, t
from mulberry.procedures import Procedure
from mulberry.procedures.parts import Silence, Step
from mulberry.record.acts import LAW_ROLE, Document
from mulberry.record.events import LAW, Event
from mulberry.record.field import Field
from mulberry_web.people.models import Person
from mulberry_web.record.read import Told

WITHHELD = t("（个人信息，不向您显示）", "(about a person; not shown to you)")


@dataclass(frozen=True, slots=True)
class Given:
    """One thing that was given with an act. ``field`` is ``None`` where the procedure no longer declares it.

    ``named`` is the name of the person or thing whose number was given.
    """

    name: str
    field: Field | None
    value: Any
    withheld: bool = False
    named: Text | None = None

    @property
    def title(self) -> Text:
        return self.field.title if self.field else t(self.name, self.name)

    @property
    def items(self) -> list[str]:
        """The single items of a list of words."""
        return self.value if isinstance(self.value, list) and all(isinstance(one, str) for one in self.value) else []


@dataclass(frozen=True, slots=True)
class Happened:
    """One event of a case."""

    index: int
    version: int
    title: Text
    at: datetime
    by_law: bool
    role: Text
    person: Text | None
    state: Text
    moved: bool
    effective_on: date | None
    given: tuple[Given, ...]
    documents: tuple[Document, ...]
    basis: Basis | None
    late_by: date | None


def course(
    procedure: type[Procedure], events: Sequence[Told], names: Mapping[str, Text], personal: bool
) -> list[Happened]:
    """What happened, oldest first. ``names`` are the people that the reader may know by name, by their ref."""
    told, state = [], ""
    for version, one in enumerate(events, 1):
        told.append(_happened(procedure, one, version, state, names, personal))
        state = str(one.event.data.get("to", state))
    return told


def _happened(
    procedure: type[Procedure], told: Told, version: int, before: str, names: Mapping[str, Text], personal: bool
) -> Happened:
    event = told.event
    part: Step | Silence | None = procedure.commands.get(event.type) or procedure.silences.get(event.type)
    to = str(event.data.get("to", before))
    role = LAW_ROLE if event.by == LAW else procedure.roles.get(event.by.role)
    effective = event.data.get("effective_on")
    return Happened(
        index=told.index,
        version=version,
        title=part.title if part else t(event.type, event.type),
        at=event.at,
        by_law=event.by == LAW,
        role=role.title if role else t(event.by.role, event.by.role),
        person=names.get(event.by.name),
        state=state_title(procedure, to),
        moved=to != before,
        effective_on=date.fromisoformat(effective) if isinstance(effective, str) else None,
        given=tuple(given_in(part, event, names, personal)),
        documents=part.documents if isinstance(part, Step) else (),
        basis=part.basis if part else None,
        late_by=_missed(event),
    )


def given_in(part: Step | Silence | None, event: Event, names: Mapping[str, Text], personal: bool) -> Iterable[Given]:
    """What was given with an event, in the order in which it was asked."""
    fields = part.takes if isinstance(part, Step) else {}
    given: Any = event.data.get("given", {})
    values = {**given, **event.personal}
    for name, field in fields.items():
        if name in values:
            value = values.pop(name)
            yield Given(name, field, value, named=names.get(value) if isinstance(value, str) else None)
        elif field.personal and not personal:
            yield Given(name, field, None, withheld=True)
    yield from (Given(name, None, value) for name, value in values.items())


def _missed(event: Event) -> date | None:
    """The last lawful day that an act came after, where it did."""
    met: Any = event.data.get("met", {})
    days = [date.fromisoformat(one["due"]) for one in met.values() if one.get("due")]
    return next((day for day in days if event.by != LAW and event.on > day), None)


def state_title(procedure: type[Procedure], name: str) -> Text:
    """A state's title."""
    found = procedure.states.get(name)
    return found.title if found else t(name or "—", name or "—")


def people_named(events: Sequence[Told], only: Set[str] | None = None) -> dict[str, Text]:
    """The names of those who acted, by ref; only of those who acted in certain roles where these are told."""
    acted = {one.event.by.name for one in events if only is None or one.event.by.role in only} - {""}
    return {person.ref: person.name for person in Person.objects.filter(ref__in=acted)} if acted else {}
