"""Erasing personal values: the recorded act, the deletion, and the views without them, in one transaction."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from mulberry.record.events import Actor, Command
from mulberry_web.people.models import Person
from mulberry_web.record import guard
from mulberry_web.record.deciding import decide
from mulberry_web.record.door import retried
from mulberry_web.record.erasure import DATA_OFFICER, ERASURE
from mulberry_web.record.leaf import place
from mulberry_web.record.models import Event, Stream
from mulberry_web.record.programme import programme
from mulberry_web.record.refusals import NotFound
from mulberry_web.record.rights import check_right
from mulberry_web.record.store import Asker
from mulberry_web.record.upkeep import rewrite
from mulberry_web.record.work import Wanted, Work


def erase(
    person: Person, instrument: str, key: str, reason: str, at: datetime, *, names: Collection[str] | None = None
) -> int:
    """Erase a stream's personal values, all or those of these names; gives how many. Only for a data officer."""
    if not Stream.objects.filter(guard.visible_to(person), instrument=instrument, key=key).exists():
        raise NotFound

    places = None if names is None else {place(name) for name in names}

    def attempt(also: Wanted) -> int:
        with transaction.atomic(durable=True):
            return _erase(person, instrument, key, reason, at, places, also)

    return retried(attempt)


def _erase(
    person: Person,
    instrument: str,
    key: str,
    reason: str,
    at: datetime,
    places: Collection[str] | None,
    also: Wanted,
) -> int:
    work = Work(programme(), at)
    work.open_first(instrument, key, Asker(), also)
    stream = Stream.objects.get(instrument=instrument, key=key)
    first = Event.objects.get(stream=stream, version=1).index
    kept = work.store.personal(stream.pk)
    gone = [(event, at_) for event, at_, _ in kept if places is None or at_ in places]
    _record(work, person, str(first), reason, gone, at)
    for event, at_ in gone:
        work.store.run("DELETE FROM record_personal WHERE event_id = %s AND place = %s", [event, at_])
    # An answer that is kept for a repeat may hold the value too.
    work.store.run("DELETE FROM record_idempotency WHERE stream_id = %s", [stream.pk])
    rewrite(stream, work.store)
    return len(gone)


def _record(work: Work, person: Person, id: str, reason: str, gone: list[tuple[int, str]], at: datetime) -> None:
    """The act itself, in the register of erasures; refused to everybody but a data officer."""
    told: dict[str, list[str]] = {}
    for event, place_ in gone:
        told.setdefault(str(event), []).append(place_)
    fields = {"id": id, "reason": reason, "places": told}
    command = Command(ERASURE, "erase", fields, Actor(DATA_OFFICER.id, person.ref), at)
    asker = Asker(person.pk, DATA_OFFICER.id)
    register = work.open(ERASURE, id, asker)
    check_right(work, register, command, asker)
    decide(work, register, command)
    work.write(())


def erased_places() -> dict[int, frozenset[str]]:
    """All that the record says was erased: places by the leaf index of their event."""
    found: dict[int, frozenset[str]] = {}
    leaves = Event.objects.filter(stream__instrument=ERASURE, type="erased").values_list("leaf", flat=True)
    for leaf in leaves.iterator():
        for index, places in json.loads(leaf)["data"]["places"].items():
            found[int(index)] = found.get(int(index), frozenset()) | frozenset(places)
    return found
