"""How much is left, and what is due next: from the accounts and cases of the reader's organisations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from mulberry.instrument import Kind
from mulberry.law.text import Text
from mulberry_web.facts.kept import kept
from mulberry_web.page.who import Who
from mulberry_web.page.written import unit_text, value_text
from mulberry_web.record import read
from mulberry_web.record.models import Stream
from mulberry_web.record.programme import programme

MOST = 5


@dataclass(frozen=True, slots=True)
class Due:
    """A day by which something must happen in a case; provisional where the calendar of its year is not published."""

    stream: Stream
    title: Text


@dataclass(frozen=True, slots=True)
class Room:
    """An account with its figures in words, and the unit in which it counts."""

    stream: Stream
    title: Text
    unit: Text
    figures: tuple[tuple[Text, Text], ...]


def next_due(looking: Who) -> list[Due]:
    """The open cases of the reader with the nearest last days."""
    if looking.person is None:
        return []
    machines: Any = programme().machines
    found = read.mine(looking.person).filter(ended=False, due__isnull=False).order_by("due", "pk")[:MOST]
    return [Due(stream, machines[stream.instrument].title) for stream in found if stream.instrument in machines]


def rooms(looking: Who, now: datetime) -> list[Room]:
    """The accounts of the reader: how much is used and how much is left."""
    if looking.person is None:
        return []
    ids = [id for id, machine in programme().machines.items() if machine.kind is Kind.ACCOUNT]
    found = read.mine(looking.person).filter(instrument__in=ids).order_by("instrument", "key")[:MOST]
    return [_room(stream, looking, now) for stream in found]


def _room(stream: Stream, looking: Who, now: datetime) -> Room:
    account: Any = programme().machines[stream.instrument]
    told = account.view(kept(stream, looking), account.main_view, {}, now, programme().context())
    figures = tuple((one.title, value_text(told.get(name))) for name, one in account.figures.items())
    return Room(stream, account.title, unit_text(account.unit), figures)
