"""The facts of the park, stated through the write door by those whom they are about."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from mulberry.record.events import Actor, Command
from mulberry.record.values import write
from mulberry_web.demo.park import Park
from mulberry_web.facts.catalogue import facts
from mulberry_web.facts.machine import ID, OWNER
from mulberry_web.facts.subjects import enterprise_key, own_key
from mulberry_web.people.models import Organisation, Person
from mulberry_web.record import door

STATED_DAYS_AGO = 60
SOURCE = "演示数据 / demonstration"


def state_all(park: Park, script: Mapping[str, Any]) -> None:
    """Every company's facts, those of the people it names, and those of people who act for themselves."""
    at = park.ago(STATED_DAYS_AGO)
    for entry in script["organisations"]:
        organisation = park.organisations[entry["code"]]
        agent = park.agents.get(entry["code"])
        if agent is None:
            continue
        _state(agent, enterprise_key(organisation), "enterprise", entry.get("facts", {}), at, organisation)
        for employee in entry.get("people", ()):
            key = park.subjects[employee["key"]] = f"person-{employee['key']}"
            _open(agent, key, employee["name"], at, organisation)
            _state(agent, key, "person", employee["facts"], at, organisation)
    for entry in script.get("individuals", ()):
        person = park.people[entry["username"]]
        _state(person, own_key(person), "person", entry.get("facts", {}), at, None)


def _open(agent: Person, key: str, name: str, at: datetime, owner: Organisation) -> None:
    command = Command(ID, "open", {"subject": key, "kind": "person", "name": name}, Actor(OWNER.id), at)
    door.execute(agent, command, owner=owner, idempotency_key=f"demo-open-{key}")


def _state(
    person: Person, key: str, kind: str, given: Mapping[str, Any], at: datetime, owner: Organisation | None
) -> None:
    """State what the installed packs ask for; a script may know more than they do."""
    asked = {name: write(value) for name, value in given.items() if name in facts(kind)}
    if not asked:
        return
    fields = {"subject": key, "kind": kind, "source": SOURCE, "as_of": at.date().isoformat(), "facts": asked}
    command = Command(ID, "state", fields, Actor(OWNER.id), at)
    door.execute(person, command, owner=owner, idempotency_key=f"demo-state-{key}")
