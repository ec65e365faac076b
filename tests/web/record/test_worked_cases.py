"""Every worked scenario of the installed packs, once in memory and once through the doors: they must agree."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import pytest
from django.db import transaction
from pytest_django import Settings

from mulberry.law.text import t
from mulberry.pack import documents, worked_cases
from mulberry.pack.pack import library
from mulberry.record.events import Actor, Command, Context
from mulberry_web.people import door as people
from mulberry_web.people.models import Person
from mulberry_web.record import door, read, rights
from mulberry_web.record.check import check
from mulberry_web.record.models import Stream
from mulberry_web.record.programme import programme
from mulberry_web.record.snapshot import Snapshot, restore, take
from mulberry_web.record.store import Found

TODAY = date(2026, 11, 22)
PACKS = library()
CASES = [path for pack in PACKS.packs for path in sorted(pack.folder.rglob("cases.yaml"))]


class Doors:
    """The doors as a programme for the runner of worked cases: everybody may do everything."""

    def __init__(self, machines: Mapping[str, Any], context: Context | None = None) -> None:
        self.people: dict[tuple[str, str], Person] = {}

    def person(self, actor: Actor) -> Person:
        """One person for each name; where nobody is named, one for each role."""
        who = ("", actor.name) if actor.name else (actor.role, "")
        if who not in self.people:
            name = f"{'-'.join(who)}-{Person.objects.count()}"
            self.people[who] = people.enrol(name.replace(":", "_"), t(name, name))
        return self.people[who]

    def do(self, command: Command) -> Mapping[str, Any]:
        return door.execute(self.person(command.by), command).said

    def see(self, instrument: str, view: str, fields: Mapping[str, Any], now: datetime) -> Mapping[str, Any]:
        machine = programme().machine(instrument)
        key = machine.key(view, fields)
        reader = read._reader(now)
        if Stream.objects.filter(instrument=instrument, key=key).exists():
            door.lapse(instrument, key, now)
        state = reader(instrument, key)
        seen = machine.initial(key) if state is None else state
        return machine.view(seen, view, fields, now, programme().context(reader))


@pytest.fixture(autouse=True)
def everything(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.MULBERRY_PACKS = []
    programme.cache_clear()

    def may(machine: Any, found: Found, asker: Any) -> bool:
        return True

    monkeypatch.setattr(rights, "may_act", may)


@pytest.mark.django_db
@pytest.mark.parametrize("path", CASES, ids=lambda path: path.parent.name)
def test_scenarios_go_through_the_doors_as_they_go_in_memory(path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = 0
    for case in documents.load(path):
        if "scenario" not in case or case.get("params"):
            continue
        in_memory = worked_cases.run_case(case, PACKS.by_id, TODAY, path)
        with monkeypatch.context() as patch:
            patch.setattr(worked_cases, "Programme", Doors)
            point = transaction.savepoint()
            through_doors = worked_cases.run_case(case, PACKS.by_id, TODAY, path)
            assert [one.to_json() for one in check().differences] == [], case["title"]
            for stream in Stream.objects.exclude(snapshot=""):
                initial = programme().machine(stream.instrument).initial(stream.key)
                assert take(restore(Snapshot(stream.shape, stream.snapshot), initial)).text == stream.snapshot
            transaction.savepoint_rollback(point)
        assert through_doors.to_json() == in_memory.to_json()
        ran += 1
    assert ran or not any("scenario" in case for case in documents.load(path))


@pytest.mark.parametrize("machine", [one for one in PACKS.by_id.values() if hasattr(one, "evolve")], ids=lambda m: m.id)
def test_the_states_of_every_machine_can_be_kept(machine: Any) -> None:
    initial = machine.initial("K1")
    snapshot = take(initial)
    assert snapshot.text, "a step would have to read the whole history"
    assert restore(snapshot, initial) == initial
