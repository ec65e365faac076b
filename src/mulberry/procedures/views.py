"""What is told of a case: its state and clocks, what may be done next and by whom, and its course."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from mulberry.errors import Invalid
from mulberry.law.text import Text, t
from mulberry.procedures.case import Case
from mulberry.procedures.clocks import Reading, read
from mulberry.procedures.parts import targets
from mulberry.procedures.words import CLOCK_WORDS
from mulberry.record.acts import LAW_ROLE, Summary, cited
from mulberry.record.events import LAW, Context, Event
from mulberry.record.lifecycle import UNKNOWN_CASE
from mulberry.record.values import write

if TYPE_CHECKING:
    from mulberry.procedures.declare import Procedure

_NO_VIEW = t(
    "“{thing}”没有名为“{name}”的视图，可用的有：{known}。", "“{thing_en}” has no view “{name}”; there are {known}."
)


@dataclass(frozen=True, slots=True)
class Look:
    """What a figure is computed from: the case, its clocks, and the moment."""

    case: Case
    clocks: Mapping[str, Reading]
    now: datetime
    context: Context

    @property
    def today(self) -> date:
        return self.now.date()

    def due(self, clock: str) -> date | None:
        return self.clocks[clock].due

    def late(self, clock: str) -> bool:
        return self.clocks[clock].late


def look(procedure: type[Procedure], case: Case, now: datetime, context: Context) -> Look:
    readings = {name: read(clock, case, context, now.date()) for name, clock in procedure.clocks.items()}
    return Look(case, readings, now, context)


def answer(procedure: type[Procedure], case: Case, now: datetime, context: Context) -> dict[str, Any]:
    """What a command answers with and the main view shows; ``due`` is the last lawful day of the running clock."""
    seen = look(procedure, case, now, context)
    current = _current(seen)
    main = _main(procedure, seen)
    late = [reading for reading in _judging(seen) if reading.late]
    return {
        "id": case.id,
        "state": case.state,
        "due": current.due.isoformat() if current and current.due else None,
        "published": current.published if current else True,
        "clock": main,
        "clock_title": current.clock.title.to_json() if current else None,
        "clock_basis": current.clock.basis.to_json() if current else None,
        "needed": list(current.needed) if current else [],
        "late": bool(late),
        "working_days_late": max((reading.working_days_late for reading in late), default=0),
        "deemed": case.deemed,
        "warnings": list(case.warnings),
        **{name: day.isoformat() for name, day in case.dates.items()},
        **{name: write(figure.tell(seen)) for name, figure in procedure.figures.items()},
    }


def summary(procedure: type[Procedure], case: Case, context: Context) -> Summary:
    """What a worklist shows. It does not depend on the hour, so that it changes only with an event or the calendar."""
    current = _current(look(procedure, case, case.last_at, context)) if case.last_at else None
    ended = case.state in procedure.states and procedure.states[case.state].end
    if current is None or current.word != "running":
        return Summary(case.state, ended=ended)
    return Summary(case.state, current.due, current.published, ended)


def _current(seen: Look) -> Reading | None:
    """The clock that runs now: the one that ends first. Where none runs, the one that the last step was measured by."""
    running = [reading for reading in seen.clocks.values() if reading.word == "running" and not reading.clock.term]
    if running:
        return min(running, key=lambda reading: reading.due or date.max)
    measured = [
        seen.clocks[name] for name in seen.case.met if name in seen.clocks and not seen.clocks[name].clock.runs_in
    ]
    return measured[0] if measured else None


def _main(procedure: type[Procedure], seen: Look) -> str:
    """The word for the case as a whole: that of its main clock, or else of whichever tells most."""
    chosen = next((name for name, clock in procedure.clocks.items() if clock.main), None)
    if chosen is not None:
        return seen.clocks[chosen].word
    words = {reading.word for reading in seen.clocks.values() if not reading.clock.term}
    return next((word for word in ("running", "suspended", "stopped") if word in words), "not_started")


def _judging(seen: Look) -> list[Reading]:
    """The clocks by which the case is late or not: those that run, and those that the last step stopped."""
    running = [reading for reading in seen.clocks.values() if reading.word == "running"]
    return [*running, *(seen.clocks[name] for name in seen.case.met if name in seen.clocks)]


def view(
    procedure: type[Procedure], case: Case, name: str, fields: Mapping[str, Any], now: datetime, context: Context
) -> dict[str, Any]:
    """A named view: the main one (``case`` unless declared otherwise), or ``open``, what may be done next."""
    if not case.exists:
        raise UNKNOWN_CASE.refused(id=case.id, thing=procedure.title.zh, thing_en=procedure.title.en)
    if name == procedure.main_view:
        return full(procedure, case, now, context)
    if name == "open":
        role = fields.get("role")
        return {"state": case.state, "open": commands_open(procedure, case, role if isinstance(role, str) else None)}
    known = f"{procedure.main_view}, open"
    text = _NO_VIEW.format(thing=procedure.title.zh, thing_en=procedure.title.en, name=name[:100], known=known)
    raise Invalid("view", text)


def full(procedure: type[Procedure], case: Case, now: datetime, context: Context) -> dict[str, Any]:
    """All that is told of a case: its answer, titles, every clock, the data, and the commands that are open."""
    seen = look(procedure, case, now, context)
    told = answer(procedure, case, now, context)
    return told | {
        "state_title": _state_title(procedure, case.state).to_json(),
        "clock_word": CLOCK_WORDS[told["clock"]].to_json(),
        "since": case.since.isoformat() if case.since else None,
        "version": case.version,
        "data": dict(case.data),
        "clocks": [reading.to_json() for reading in seen.clocks.values()],
        "open": commands_open(procedure, case, None),
    }


def commands_open(procedure: type[Procedure], case: Case, role: str | None) -> list[dict[str, Any]]:
    """The commands that the state allows, for one role or for all; guards speak when the fields are known."""
    return [
        step.to_json() | {"to": _targets(procedure, step.name)}
        for step in procedure.commands.values()
        if any(case.state == state.name for state in step.from_)
        and not (step.once and case.times(step.name))
        and (role is None or role in {each.id for each in step.roles})
    ]


def _targets(procedure: type[Procedure], name: str) -> list[dict[str, Any]]:
    return [{"state": state.name, "title": state.title.to_json()} for state in targets(procedure.commands[name].to)]


def timeline(procedure: type[Procedure], events: Sequence[Event]) -> list[dict[str, Any]]:
    """The whole course of a case, oldest first: who did what when, what was given, and where it led."""
    state, told = "", []
    for event in events:
        to = event.data.get("to", state)
        title, basis = _event_title(procedure, event.type)
        role = LAW_ROLE if event.by == LAW else procedure.roles.get(event.by.role)
        told.append({
            "event": event.type,
            "title": title.to_json(),
            "at": event.at.isoformat(),
            "role": event.by.role,
            "role_title": role.title.to_json() if role else None,
            "person": event.by.name,
            "state": to,
            "state_title": _state_title(procedure, str(to)).to_json(),
            "moved": to != state,
            "effective_on": event.data.get("effective_on"),
            "given": event.data.get("given", {}),
            "met": event.data.get("met", {}),
            **basis,
        })  # fmt: skip
        state = str(to)
    return told


def _event_title(procedure: type[Procedure], name: str) -> tuple[Text, dict[str, Any]]:
    part = procedure.commands.get(name) or procedure.silences.get(name)
    return (part.title, cited(part.basis)) if part else (t(name, name), {})


def _state_title(procedure: type[Procedure], name: str) -> Text:
    return procedure.states[name].title if name in procedure.states else t(name or "-", name or "-")
