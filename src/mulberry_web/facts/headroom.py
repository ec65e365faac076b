"""How much is left, and what is due next: from the accounts and cases of the reader's organisations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from mulberry.instrument import Kind
from mulberry.law.text import Text
from mulberry_web.page.who import Who
from mulberry_web.record import read
from mulberry_web.record.models import Stream
from mulberry_web.record.programme import programme

MOST = 5


@dataclass(frozen=True, slots=True)
class Due:
    """A day by which something must happen in a case; provisional where the calendar of its year is not published."""

    stream: Stream
    title: Text


def next_due(looking: Who) -> list[Due]:
    """The open cases of the reader with the nearest last days."""
    if looking.person is None:
        return []
    machines = programme().machines
    found = read.mine(looking.person).filter(ended=False, due__isnull=False).order_by("due", "pk")[:MOST]
    return [Due(stream, _title(machines.get(stream.instrument))) for stream in found if stream.instrument in machines]


def accounts(looking: Who) -> list[tuple[Stream, Any]]:
    """The accounts of the reader, each with its machine."""
    if looking.person is None:
        return []
    ids = [id for id, machine in programme().machines.items() if machine.kind is Kind.ACCOUNT]
    found = read.mine(looking.person).filter(instrument__in=ids).order_by("instrument", "key")
    return [(stream, programme().machines[stream.instrument]) for stream in found]


def _title(machine: Any) -> Text:
    title: Text = machine.title
    return title
