"""What is told of an entry: its present state and values, what may be done with it, and its history."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from mulberry.errors import Invalid
from mulberry.law.text import Text, t
from mulberry.record.acts import LAW_ROLE, cited
from mulberry.record.events import LAW, Context, Event
from mulberry.record.lifecycle import UNKNOWN_CASE
from mulberry.record.values import write
from mulberry.registers.entry import Entry

if TYPE_CHECKING:
    from mulberry.registers.declare import Register

_NO_VIEW = t(
    "“{thing}”没有名为“{name}”的视图，可用的有：{known}。", "“{thing_en}” has no view “{name}”; there are {known}."
)


@dataclass(frozen=True, slots=True)
class Look:
    """What a figure is computed from: the entry and the moment."""

    entry: Entry
    now: datetime
    context: Context

    @property
    def today(self) -> date:
        return self.now.date()


def answer(register: type[Register], entry: Entry, now: datetime, context: Context) -> dict[str, Any]:
    """What a command answers with: the state, and all figures."""
    look = Look(entry, now, context)
    return {
        register.key_field: entry.id,
        "state": entry.state,
        "warnings": list(entry.warnings),
        **{name: day.isoformat() for name, day in entry.dates.items()},
        **{name: write(figure.tell(look)) for name, figure in register.figures.items()},
    }


def view(
    register: type[Register], entry: Entry, name: str, fields: Mapping[str, Any], now: datetime, context: Context
) -> dict[str, Any]:
    """A named view: the main one (``entry`` unless declared otherwise), ``open``, or one that the register declares."""
    if not entry.exists:
        raise UNKNOWN_CASE.refused(id=entry.id, thing=register.title.zh, thing_en=register.title.en)
    if name == register.main_view:
        return full(register, entry, now, context)
    if name == "open":
        role = fields.get("role")
        return {"state": entry.state, "open": commands_open(register, entry, role if isinstance(role, str) else None)}
    if name in register.views:
        shows = register.views[name].shows or tuple(entry.fields)
        kept = {field: entry.fields[field] for field in shows if field in entry.fields}
        return {register.key_field: entry.id, "state": entry.state, **kept}
    known = ", ".join([register.main_view, "open", *register.views])
    text = _NO_VIEW.format(thing=register.title.zh, thing_en=register.title.en, name=name[:100], known=known)
    raise Invalid("view", text)


def full(register: type[Register], entry: Entry, now: datetime, context: Context) -> dict[str, Any]:
    """All that is told of an entry: its values, titles, papers, and the commands that are open."""
    return {
        **entry.fields,
        **answer(register, entry, now, context),
        "state_title": _state_title(register, entry.state).to_json(),
        "since": entry.since.isoformat() if entry.since else None,
        "attached": [dict(paper) for paper in entry.attached],
        "open": commands_open(register, entry, None),
    }


def commands_open(register: type[Register], entry: Entry, role: str | None) -> list[dict[str, Any]]:
    """The commands that the state allows, for one role or for all; guards speak when the fields are known."""
    return [
        change.to_json()
        for change in register.commands.values()
        if change.open_in(entry.state)
        and not (change.once and entry.times(change.name))
        and (role is None or role in {each.id for each in change.roles})
    ]


def history(register: type[Register], events: Sequence[Event]) -> list[dict[str, Any]]:
    """Everything that was recorded of an entry, oldest first: who did what when, and what was given."""
    state, told = "", []
    for event in events:
        to = str(event.data.get("to", state))
        part = register.commands.get(event.type) or register.lapses.get(event.type)
        role = LAW_ROLE if event.by == LAW else register.roles.get(event.by.role)
        told.append(
            {
                "event": event.type,
                "title": (part.title if part else t(event.type, event.type)).to_json(),
                "at": event.at.isoformat(),
                "role": event.by.role,
                "role_title": role.title.to_json() if role else None,
                "person": event.by.name,
                "state": to,
                "state_title": _state_title(register, to).to_json(),
                "moved": to != state,
                "given": event.data.get("given", {}),
                **(cited(part.basis) if part else {}),
            }
        )
        state = to
    return told


def _state_title(register: type[Register], name: str) -> Text:
    return register.states[name].title if name in register.states else t(name or "-", name or "-")
