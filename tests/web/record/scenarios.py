"""Worked scenarios of the installed packs as commands for the doors, in a park where everybody may do everything."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from mulberry.law.text import t
from mulberry.pack import documents
from mulberry.pack.pack import library
from mulberry.record.events import Actor, Command

OFFICE_OPENS = time(9)


@dataclass(frozen=True)
class Turn:
    """One command of a scenario with those that come before it."""

    title: str
    before: tuple[Mapping[str, Any], ...]
    step: Mapping[str, Any]

    @property
    def name(self) -> str:
        return str(self.step["do"])


def turns() -> Iterator[Turn]:
    """The first possible occurrence of every command in the worked scenarios of all packs."""
    seen: set[str] = set()
    for pack in library().packs:
        for path in sorted(pack.folder.rglob("cases.yaml")):
            for case in documents.load(path):
                yield from _of_case(case, seen)


def _of_case(case: Mapping[str, Any], seen: set[str]) -> Iterator[Turn]:
    done: list[Mapping[str, Any]] = []
    if case.get("params"):
        return
    for step in case.get("scenario", ()):
        refused = {"refused", "invalid"} & (step.get("expect") or {}).keys()
        if "do" not in step or refused:
            continue
        if step["do"] not in seen:
            seen.add(str(step["do"]))
            yield Turn(str(case.get("title")), tuple(done), step)
        done.append(step)


def command(step: Mapping[str, Any]) -> Command:
    """A step as a command."""
    instrument, _, name = str(step["do"]).rpartition(".")
    role, _, person = str(step["by"]).partition(":")
    return Command(instrument, name, dict(step.get("with") or {}), Actor(role, person), moment(step["at"]))


def moment(value: Any) -> datetime:
    value = datetime.fromisoformat(value) if isinstance(value, str) else value
    return value if isinstance(value, datetime) else datetime.combine(_day(value), OFFICE_OPENS)


def _day(value: Any) -> date:
    assert isinstance(value, date)
    return value


def person_of(actor: Actor) -> Any:
    """One person for each name; where nobody is named, one for each role."""
    from mulberry_web.people import door as people
    from mulberry_web.people.models import Person

    username = f"name-{actor.name}" if actor.name else f"role-{actor.role}"
    found = Person.objects.filter(username=username).first()
    return found or people.enrol(username, t(username, username))


def let_everybody() -> None:
    """Everybody may do everything: the tests of rights are elsewhere."""
    from mulberry_web.record import rights

    def may(machine: Any, found: Any, asker: Any) -> bool:
        return True

    rights.may_act = may
