"""What a desk does beside its people's acts: views made anew, silence recorded, the tail of the log signed."""

from __future__ import annotations

import os
from datetime import datetime, timedelta
from hashlib import sha256
from importlib.metadata import version

from django.db import connection, transaction

from mulberry.record.keys import create_key
from mulberry_web.record import door, receipts, replay
from mulberry_web.record.calendars import mark_of
from mulberry_web.record.checkpoints import note
from mulberry_web.record.models import Checkpoint, Made, Stream
from mulberry_web.record.programme import Programme, programme, rests, summary_of
from mulberry_web.record.signing import replace_key, signing_key
from mulberry_web.record.snapshot import take
from mulberry_web.record.statements import FORGET_ANSWERS, KEEP_MADE, REWRITE_STREAM
from mulberry_web.record.store import Store

VIEWS = "views"
AT_ONCE = 500
DAYS_TO_REPEAT = 7


def fingerprint(known: Programme) -> str:
    """What the views rest on beside the events: the calendar, the machines, and the release."""
    machines = [(name, getattr(machine, "version", 1)) for name, machine in sorted(known.machines.items())]
    return sha256(repr((mark_of(known.calendar), machines, version("mulberry"))).encode()).hexdigest()


def refresh() -> int:
    """Make the views anew if what they rest on has changed since; gives the number of streams that changed."""
    due = fingerprint(programme())
    if Made.objects.filter(name=VIEWS, value=due).exists():
        return 0
    return rebuild()


def rebuild() -> int:
    """Fold every stream anew and rewrite its view where it differs; gives the number of streams that changed."""
    changed, last = 0, 0
    while True:
        ids = list(Stream.objects.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:AT_ONCE])
        if not ids:
            break
        with transaction.atomic(durable=True):
            changed += sum(_rewrite(stream) for stream in ids)
        last = ids[-1]
    with connection.cursor() as cursor:
        cursor.execute(KEEP_MADE, [VIEWS, fingerprint(programme())])
    return changed


def _rewrite(pk: int) -> bool:
    lock = Stream.objects.select_for_update() if connection.vendor == "postgresql" else Stream.objects.all()
    stream = lock.get(pk=pk)
    machine = programme().machines.get(stream.instrument)
    return machine is not None and rewrite(stream, Store())


def rewrite(stream: Stream, store: Store) -> bool:
    """Fold a locked stream anew from what is stored of it; true where its view was another."""
    known = programme()
    machine = known.machine(stream.instrument)
    state = replay.fold(machine, stream.key, store.events(stream.pk), store.personal(stream.pk))
    summary = summary_of(machine, state, known.context())
    derived = (
        *take(state, rests=rests(machine, summary)),
        summary.state,
        summary.due,
        summary.published,
        summary.ended,
    )
    kept = (stream.shape, stream.snapshot, stream.state, stream.due, stream.published, stream.ended)
    if kept == derived:
        return False
    store.run(REWRITE_STREAM, (*derived, stream.pk))
    return True


def sweep(now: datetime) -> int:
    """Record what silence has decided by now, wherever a deadline has passed; gives the number of events."""
    late = Stream.objects.filter(ended=False, due__lt=now.date()).order_by("due", "pk")
    return sum(door.lapse(one.instrument, one.key, now) for one in late.only("instrument", "key").iterator())


def forget_answers(now: datetime) -> int:
    """Throw away answers kept for a repeat, of streams that nobody has touched for a week; gives how many."""
    before = (now - timedelta(days=DAYS_TO_REPEAT)).replace(microsecond=0).isoformat()
    with connection.cursor() as cursor:
        cursor.execute(FORGET_ANSWERS, [before])
        return int(cursor.rowcount)


def renew_key() -> str:
    """A new key for the log. Old and new sign the present end together, and from there on the new one alone."""
    with transaction.atomic(durable=True):
        store = Store()
        head = store.lock_head().frontier  # nobody signs anything meanwhile
        old = signing_key()
        new = create_key(old.name, os.urandom(32))
        if not Checkpoint.objects.filter(size=head.size).exists():
            store.insert_checkpoint(head.size, note(head, new))
        replace_key(old, new, head.size)
    return str(new.verifier)


def seal() -> str:
    """Sign the end of the log, if that has not been done yet."""
    return receipts.checkpoint()
