"""Deadlines follow the calendar: when one is published, those of everything that is open are counted again."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from django.db import connection, transaction

from mulberry.law.calendar import Calendar
from mulberry.record.acts import Summary
from mulberry.record.events import Context
from mulberry_web.record.calendars import state_of
from mulberry_web.record.models import Stream
from mulberry_web.record.programme import programme, summary_of
from mulberry_web.record.statements import REDATE_STREAM

AT_ONCE = 500


def changed_deadlines(before: Context, calendar: Calendar) -> int:
    """How many open cases get another last day under a new calendar."""
    after = programme().context(calendar=calendar)
    return sum(summary_of(*one, before).due != summary_of(*one, after).due for _, one in _open())


def redate() -> int:
    """Count the deadlines of everything open by the calendar in force; gives how many rows changed.

    A row that somebody moves on meanwhile is left to him: whoever writes counts by the new calendar.
    """
    context, changed = programme().context(), 0
    streams = _open()
    while chunk := list(islice(streams, AT_ONCE)):
        due = [(stream, summary_of(*one, context)) for stream, one in chunk]
        moved = [(stream, summary) for stream, summary in due if _differs(stream, summary)]
        with transaction.atomic(), connection.cursor() as cursor:
            for stream, summary in moved:
                cursor.execute(REDATE_STREAM, [summary.due, summary.published, stream.pk, stream.version])
        changed += len(moved)
    return changed


def _differs(stream: Stream, summary: Summary) -> bool:
    return (stream.due, stream.published) != (summary.due, summary.published)


def _open() -> Iterator[tuple[Stream, tuple[Any, Any]]]:
    """Everything that has not ended, with its machine and state."""
    last = 0
    while page := list(Stream.objects.filter(ended=False, pk__gt=last).order_by("pk")[:AT_ONCE]):
        for stream in page:
            machine = programme().machines.get(stream.instrument)
            if machine is not None:
                yield stream, (machine, state_of(machine, stream))
        last = page[-1].pk
