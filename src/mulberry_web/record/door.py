"""The write door: the only way in which anything the record tells of comes about.

One transaction: lock the stream, check the right, check the expected version, let the law's own consequences happen
first, decide, seal the events into the tree, update the views, leave notices, keep the answer. All of it, or nothing.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any, TypeVar

from django.db import IntegrityError, OperationalError, transaction

from mulberry.errors import MulberryError
from mulberry.record.events import Actor, Command
from mulberry_web.people.models import Organisation, Person
from mulberry_web.record import refusals
from mulberry_web.record.deadlines import changed_deadlines, redate
from mulberry_web.record.deciding import decide, key_of
from mulberry_web.record.plain import plain
from mulberry_web.record.programme import applicant_roles, programme
from mulberry_web.record.rights import check_right
from mulberry_web.record.store import Asker, Row, others_write
from mulberry_web.record.work import Contended, Opened, Stale, Wanted, Work

ATTEMPTS = 20
CHANGED = "changed_deadlines"
# PostgreSQL: two transactions that wait for each other's streams, or that cannot be put in an order.
TRY_AGAIN = frozenset({"40001", "40P01"})

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person is told. ``first`` to ``last`` are the leaf indices of all that happened; empty if nothing did."""

    instrument: str
    key: str
    version: int
    first: int
    last: int
    said: Mapping[str, Any]


def execute(
    person: Person,
    command: Command,
    *,
    expected_version: int | None = None,
    idempotency_key: str | None = None,
    owner: Organisation | None = None,
) -> Answer:
    """Carry out a command for a person, or raise ``Invalid`` or ``Refused`` and change nothing.

    ``command.by.role`` is the role the person acts in; the name is always the person's own. ``expected_version`` is the
    version that the person saw. A repeat under the same ``idempotency_key`` gets the first answer. ``owner`` is the
    organisation whose case a new stream becomes; an applicant who acts for one organisation alone need not say.
    """
    command = dataclasses.replace(command, by=Actor(command.by.role, person.ref))
    machine = programme().machine(command.instrument)
    key = key_of(machine, command)
    code = owner.code if owner else None
    asker = Asker(person.pk, command.by.role, owner.pk if owner else None, code, idempotency_key)

    def attempt(also: Wanted) -> Answer:
        return _execute(key, command, asker, expected_version, also)

    answer = retried(attempt)
    if answer.said.get(CHANGED):
        redate()  # after the answer is certain; were it not to come to its end, the next start makes up for it
    return answer


def lapse(instrument: str, key: str, at: datetime) -> int:
    """Record what the law itself has made happen to a stream by now; gives the number of events."""

    def attempt(also: Wanted) -> int:
        with transaction.atomic(durable=True):
            work = Work(programme(), at)
            opened = work.open_first(instrument, key, Asker(), also)
            work.lapse(opened)
            if not opened.leaves:
                return 0
            first, end = work.write(("owner", "officers"))
            return end - first

    return retried(attempt)


def retried(attempt: Callable[[Wanted], T]) -> T:
    """Run the whole transaction again where it and another needed the same streams, or could not be put in an order."""
    wanted: Wanted = frozenset()
    for left in reversed(range(ATTEMPTS)):
        try:
            return attempt(wanted)
        except Contended as contended:
            wanted = contended.wanted
        except Stale:
            pass
        except (OperationalError, IntegrityError) as error:
            state = getattr(error.__cause__, "sqlstate", None)
            if not left or not (state in TRY_AGAIN or isinstance(error, IntegrityError)):
                raise
    raise refusals.refused("busy", refusals.BUSY)


def _execute(key: str, command: Command, asker: Asker, expected: int | None, also: Wanted) -> Answer:
    if others_write():
        # What is refused ahead of the lock may have been read while others wrote: it is decided once more under it.
        with suppress(Stale, MulberryError):
            return _ahead(key, command, asker, expected)
    with transaction.atomic(durable=True):
        work = Work(programme(), command.at)
        done = _prepare(work, key, command, asker, expected, also)
        return done if isinstance(done, Answer) else _write(work, done, command)


def _ahead(key: str, command: Command, asker: Asker, expected: int | None) -> Answer:
    """SQLite, while others write: decide on what is read now, and write it if all of that is still so in our turn."""
    work = Work(programme(), command.at)
    done = _prepare(work, key, command, asker, expected, frozenset())
    if isinstance(done, Answer):
        return done
    with transaction.atomic(durable=True):
        work.confirm()
        return _write(work, done, command)


def _prepare(
    work: Work, key: str, command: Command, asker: Asker, expected: int | None, also: Wanted
) -> Answer | tuple[Opened, Mapping[str, Any]]:
    """All but the writing: an answer given before, or the stream and what is to be said of it."""
    opened = work.open_first(command.instrument, key, asker, also)
    before = _answered(work, opened, command, asker)
    if before is not None:
        return before
    check_right(work, opened, command, asker)
    if expected is not None and expected != opened.version:
        raise refusals.refused("changed_meanwhile", refusals.CHANGED_MEANWHILE, seen=expected, now=opened.version)
    return opened, decide(work, opened, command)


def _answered(work: Work, opened: Opened, command: Command, asker: Asker) -> Answer | None:
    """The answer given before under the person's own key."""
    if asker.key is None:
        return None
    found: tuple[Any, Any] | None = (opened.found.answered_command, opened.found.answer)
    if work.store.vendor == "postgresql":  # what was read with the stream may be older than the lock on it
        found = work.store.answered(asker.person, asker.key)
    if found is None or found[0] is None:
        return None
    if found[0] != _fingerprint(command):
        raise refusals.refused("key_reused", refusals.KEY_REUSED)
    return Answer(**json.loads(found[1]))


def _write(work: Work, done: tuple[Opened, Mapping[str, Any]], command: Command) -> Answer:
    """Write what happened, and beside it the answer, so that a repeat is told the same."""
    opened, said = done
    asker = opened.asker
    if work.new_calendar is not None:
        said = {**said, CHANGED: changed_deadlines(work.context, work.new_calendar)}
    told = plain(said)

    def answer(first: int, end: int) -> Answer:
        return Answer(opened.instrument, opened.key, opened.version, first, end - 1, told)

    def kept(first: int, end: int) -> Row:
        text = json.dumps(dataclasses.asdict(answer(first, end)), ensure_ascii=False)
        return (asker.person, asker.key, _fingerprint(command), text, opened.id)

    if not work.order:
        return answer(0, 0)
    return answer(*work.write(_notices(opened, asker), kept if asker.key is not None else None))


def _notices(opened: Opened, asker: Asker) -> Sequence[str]:
    """Who is to be told: the other side."""
    if asker.role in applicant_roles(opened.machine):
        return ("officers",)
    owned = opened.found.owner_organisation is not None or opened.found.owner_person is not None
    return ("owner",) if owned else ()


def _fingerprint(command: Command) -> str:
    """What makes two commands the same, whenever they are sent."""
    told = [command.instrument, command.name, command.by.role, command.by.name, plain(dict(command.fields))]
    return sha256(json.dumps(told, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
