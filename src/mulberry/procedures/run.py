"""How a procedure runs: what a command does to a case, what an event makes of it, and what silence decides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from mulberry.procedures import clocks, views
from mulberry.procedures.case import NEVER, Case
from mulberry.procedures.parts import Silence, Step
from mulberry.procedures.words import (
    SECOND_PERSON_NEEDED,
)
from mulberry.record.acts import Scene, find
from mulberry.record.events import LAW, Actor, Command, Context, Decided, Event

if TYPE_CHECKING:
    from mulberry.procedures.declare import Procedure


def decide(procedure: type[Procedure], case: Case, command: Command, context: Context) -> Decided:
    """Check a command against the case and say what happens. Order: sense, existence, competence, state, guards."""
    step: Step = find(procedure.commands, command, procedure.title)
    given = step.takes.read({name: value for name, value in command.fields.items() if name != procedure.key_field})
    scene = Scene(case, given, command.by, command.at, context)
    step.check_standing(scene, procedure.title, procedure.states)
    _check_second_person(procedure, step, scene)
    step.check(scene)
    event = _event(procedure, step, scene)
    after = evolve(procedure, case, event)
    answer = views.answer(procedure, after, command.at, context)
    return Decided([event], answer, step.then(scene) if step.then else ())


def _check_second_person(procedure: type[Procedure], step: Step, scene: Scene[Case]) -> None:
    for before in step.other_than:
        if any(_same(actor, scene.by) for actor in scene.state.done.get(before, NEVER).by):
            done = procedure.commands[before].title
            values = {"before": done.zh, "before_en": done.en}
            raise (step.same_person or SECOND_PERSON_NEEDED).refused(act=step.title.zh, act_en=step.title.en, **values)


def _same(one: Actor, other: Actor) -> bool:
    """One person in two roles is still one person; where nobody is named, the role is all that tells."""
    return one.name == other.name if one.name and other.name else one == other


def _event(procedure: type[Procedure], step: Step, scene: Scene[Case]) -> Event:
    case = scene.state
    data = step.data(scene) | ({} if case.exists else {"version": procedure.version})
    personal = step.takes.written(scene.given, personal=True)
    event = Event(step.name, scene.at, scene.by, data, personal)
    met = {
        clock.name: clocks.met(clock, case, scene.on, scene.context)
        for clock in clocks.left(procedure.clocks, case, data["to"])
    }
    # A clock that is measured by this very step may count from a day that the step has only just given.
    after = _told(case, event)
    met |= {clock.name: clocks.met(clock, after, scene.on, scene.context) for clock in step.meets}
    return replace(event, data=data | {"met": met}) if met else event


def evolve(procedure: type[Procedure], case: Case, event: Event) -> Case:
    """The case after one more event."""
    data: Mapping[str, Any] = event.data
    effective = date.fromisoformat(data["effective_on"]) if "effective_on" in data else event.on
    met: Mapping[str, Any] = data.get("met", {})
    after = _told(case, event)
    runs = clocks.advance(procedure.clocks, after, event.on, effective, met)
    step = procedure.commands.get(event.type)
    if step is not None and step.extends is not None:
        count = clocks.given_extension(step.extends, after)
        runs = clocks.extended(runs, step.extends.name, event.on, count)
    return replace(after, runs=runs, met=tuple(met))


def _told(case: Case, event: Event) -> Case:
    """The case with what the event says, its clocks untouched."""
    data: Mapping[str, Any] = event.data
    to = data.get("to", case.state)
    marks = {name: date.fromisoformat(day) for name, day in data.get("marks", {}).items()}
    done = case.done.get(event.type, NEVER).again(event.by, event.at)
    return replace(
        case,
        state=to,
        version=data.get("version", case.version),
        since=event.on if to != case.state else case.since,
        last_at=event.at,
        data={**case.data, **data.get("given", {}), **data.get("noted", {}), **event.personal},
        dates={**case.dates, **marks},
        done={**case.done, event.type: done},
        warnings=tuple(data.get("warnings", ())),
        deemed=case.deemed or event.by == LAW,
    )


def lapse(procedure: type[Procedure], case: Case, now: datetime, context: Context) -> Sequence[Event]:
    """What silence has decided by now, in the order of time; one consequence may start the next period."""
    events: list[Event] = []
    while (event := _next_lapse(procedure, case, now, context)) is not None:
        events.append(event)
        case = evolve(procedure, case, event)
    return events


def _next_lapse(procedure: type[Procedure], case: Case, now: datetime, context: Context) -> Event | None:
    due = [
        (reading.due, silence)
        for silence in procedure.silences.values()
        if silence.applies(case)
        and (reading := clocks.read(silence.clock, case, context, now.date())).word == "running"
        and reading.due is not None
        and reading.published
        and reading.started_on is not None
        and reading.started_on <= reading.due < now.date()
    ]
    if not due:
        return None
    last_day, silence = min(due, key=lambda item: item[0])
    return _lapsed(case, silence, last_day, context)


def _lapsed(case: Case, silence: Silence, last_day: date, context: Context) -> Event:
    begun = case.runs[silence.clock.name].started_on
    effective = begun if silence.from_start else last_day
    # The period ends with its last day; where the calendar came late, the law does not act before what was done.
    at = datetime.combine(last_day + timedelta(days=1), time())
    at = max(at, case.last_at) if case.last_at else at
    data: dict[str, Any] = {"to": silence.to.name, "effective_on": effective.isoformat()}
    data |= {"marks": {silence.marks: effective.isoformat()}} if silence.marks else {}
    data["met"] = {silence.clock.name: clocks.met(silence.clock, case, last_day, context)}
    return Event(silence.name, at, LAW, data)
