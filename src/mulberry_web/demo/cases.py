"""The cases of the park: played through the write door by its people, each act on its own day before today.

What is to happen stands in a script beside the park's own: ``parks/NAME-cases.yaml``, or ``demonstration-cases.yaml``
in a pack's folder. Days are counted back from the day on which the park is made, in working days, so that periods that
run still run when somebody looks. Acts are played in the order of time, whatever case they belong to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.timezone import make_aware

from mulberry.law.calendar import Calendar
from mulberry.law.month import Month
from mulberry.pack.documents import load
from mulberry.record.events import Actor, Command, Machine
from mulberry_web.demo.paper import pdf
from mulberry_web.demo.park import Park
from mulberry_web.facts.subjects import own_key
from mulberry_web.page.packs import packs
from mulberry_web.people.models import Organisation, Person
from mulberry_web.procedures import door as case_door
from mulberry_web.procedures.models import Paper
from mulberry_web.record import door, upkeep
from mulberry_web.record.programme import applicant_roles, programme

HERE = Path(__file__).parent / "parks"
OFFSET = re.compile(r"(workday|day|month|year)([+-]\d+)")
OWNER = "owner"
SELF = "@self"


@dataclass(frozen=True, slots=True)
class Played:
    """One act of one case: who does what at which moment."""

    at: datetime
    case: str
    place: int
    person: Person
    owner: Organisation | None
    command: Command


def fill(park: Park) -> None:
    """Play every case. What was played before is not played again: each act has a key of its own."""
    acts = [act for script in scripts() for case in script["cases"] for act in _of_case(park, case)]
    for act in sorted(acts, key=lambda act: (act.at, act.case, act.place)):
        _hand_in(act)
        door.execute(act.person, act.command, owner=act.owner, idempotency_key=f"demo-{act.case}-{act.place}")
    upkeep.sweep(park.now)


def scripts() -> Iterator[Mapping[str, Any]]:
    """The script of every installed pack that has one."""
    for pack in packs().packs:
        for path in (pack.folder / "demonstration-cases.yaml", HERE / f"{pack.id}-cases.yaml"):
            if path.exists():
                yield load(path)
                break


def _of_case(park: Park, case: Mapping[str, Any]) -> Iterator[Played]:
    machine = programme().machines.get(case["instrument"])
    if machine is None or not _there(park, case["of"]):
        return
    calendar = programme().calendar
    key = str(case["key"]).format(year=park.now.year)
    for place, (back, clock, who, name, given) in enumerate(case["steps"]):
        at = datetime.combine(calendar.add_working_days(park.now.date(), -back), time.fromisoformat(clock))
        person, role, owner = _doer(park, case, machine, who, name)
        own = {case.get("key_field", "id"): key, **_dated(given or {}, at.date(), calendar)}
        named = {field: own_key(person) if value == SELF else value for field, value in own.items()}
        command = Command(machine.id, name, named, Actor(role), min(at, park.now))
        yield Played(command.at, f"{machine.id}-{key}", place, person, owner, command)


def _there(park: Park, owner: str) -> bool:
    return owner in park.agents or owner in park.people


def _doer(
    park: Park, case: Mapping[str, Any], machine: Machine[Any], who: str, name: str
) -> tuple[Person, str, Organisation | None]:
    """Who does it, in which role, and for whom: ``owner``, a role, or ``role#2`` for the second officer of a role."""
    organisation = park.organisations.get(case["of"])
    if who == OWNER:
        act: Any = getattr(machine, "commands")[name]  # noqa: B009 - every machine in the script has commands
        role = next(one.id for one in act.roles if one.id in applicant_roles(machine))
        return (park.agents[case["of"]] if organisation else park.people[case["of"]]), role, organisation
    role, _, nth = who.partition("#")
    serving = park.officers[machine.id, role]
    return serving[min(int(nth or 1), len(serving)) - 1], role, organisation


def _dated(given: Any, today: date, calendar: Calendar) -> Any:
    """The fields with every ``workday-15``, ``day+400``, ``month-1`` or ``year+0`` told from the day of the act."""
    if isinstance(given, Mapping):
        return {name: _dated(value, today, calendar) for name, value in given.items()}
    if isinstance(given, list):
        return [_dated(value, today, calendar) for value in given]
    offset = OFFSET.fullmatch(given) if isinstance(given, str) else None
    if offset is None:
        return given
    count = int(offset[2])
    match offset[1]:
        case "workday":
            return calendar.add_working_days(today, count).isoformat()
        case "day":
            return (today + timedelta(days=count)).isoformat()
        case "month":
            return str(Month.of(today) + count)
    return today.year + count


def _hand_in(act: Played) -> None:
    """The papers that an applicant's first act asks for: invented ones, and only once."""
    step: Any = getattr(programme().machine(act.command.instrument), "commands", {}).get(act.command.name)
    by_owner = act.command.by.role in applicant_roles(programme().machine(act.command.instrument))
    if not by_owner or not getattr(step, "start", False) or not step.documents:
        return
    id, name = act.command.instrument, act.command.name
    key = programme().machine(id).key(name, act.command.fields)
    for paper in step.documents:
        if not Paper.objects.filter(instrument=id, key=key, document=paper.id).exists():
            file = SimpleUploadedFile(f"{paper.title.zh}.pdf", pdf(f"Demonstration: {paper.title.en}", key))
            case_door.take_in(file, act.person, id, key, name, paper.id, make_aware(act.at))
    case_door.seal_papers(act.person, id, key, name, act.at, act.owner)
