"""The views of the record against its events: every stream is folded anew and compared, column by column."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby, islice
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, TextField
from django.db.models.functions import Cast

from mulberry.errors import Invalid
from mulberry.law.text import t
from mulberry.record.events import Context
from mulberry_web.record import replay
from mulberry_web.record.calendars import made_of, mark_of
from mulberry_web.record.differences import MISSING, NOT_AS_SEALED, SURPLUS, Difference, differs, event_at, stream_at
from mulberry_web.record.erase import erased_places
from mulberry_web.record.leaf import commitments, fits, owner_of
from mulberry_web.record.models import Event, Head, Personal, Stream
from mulberry_web.record.programme import programme, rests, summary_of
from mulberry_web.record.snapshot import Snapshot, Unstorable, restore, take

AT_ONCE = 500
UNREADABLE = t("无法读出。", "cannot be read.")
NOT_INSTALLED = t(
    "所属政策工具未安装，无法重建。", "belongs to an instrument that is not installed and cannot be rebuilt."
)
FORGOTTEN = t("个人信息已不在，而台账中没有删除记录。", "the personal value is gone, and no erasure of it is recorded.")


class Row(NamedTuple):
    """A stored event's columns."""

    stream: int
    number: int
    version: int
    type: str
    at: str
    leaf: str


class Value(NamedTuple):
    """A stored personal value's columns."""

    stream: int
    event: int
    place: str
    salt: bytes | memoryview
    value: str


class Known(NamedTuple):
    """What every stream is checked by: which personal values were erased, and the calendar in force."""

    erased: Mapping[int, frozenset[str]]
    context: Context


def check_views() -> Iterator[Difference]:
    """Every place where a view, or a personal value, is not what the events say."""
    known = Known(erased_places(), programme().context())
    owners = ("owner_organisation", "owner_person")
    # The day is read as text: one that was altered may be no day at all.
    told = Stream.objects.select_related(*owners).defer("due").annotate(due_text=Cast("due", TextField()))
    streams = told.order_by("pk").iterator()
    while chunk := list(islice(streams, AT_ONCE)):
        ids = [stream.pk for stream in chunk]
        events, values = _events(ids), _values(ids)
        for stream in chunk:
            yield from _check(stream, events.get(stream.pk, []), values.get(stream.pk, []), known)
    yield from _orphans()
    yield from _calendar()


def _calendar() -> Iterator[Difference]:
    """The head's mark of the calendar against the entries of those who keep it."""
    known = programme()
    made = made_of(known.base, known.keepers, {})
    entries = Event.objects.filter(stream__instrument__in=[keeper.id for keeper in known.keepers]).exists()
    stored = Head.objects.values_list("calendar", flat=True).get()
    yield from differs("head", {"calendar": (stored, mark_of(made) if entries else "")})


def _events(ids: Collection[int]) -> dict[int, list[Row]]:
    columns = ("stream_id", "index", "version", "type", "at", "leaf")
    found = Event.objects.filter(stream__in=ids).order_by("stream_id", "version").values_list(*columns)
    return _by_stream(Row(*row) for row in found)


def _values(ids: Collection[int]) -> dict[int, list[Value]]:
    columns = ("event__stream_id", "event_id", "place", "salt", "value")
    found = (
        Personal.objects.filter(event__stream__in=ids).order_by("event__stream_id", "event_id").values_list(*columns)
    )
    return _by_stream(Value(*row) for row in found)


def _by_stream(rows: Iterable[Any]) -> dict[int, list[Any]]:
    return {stream: list(group) for stream, group in groupby(rows, key=lambda row: row.stream)}


def _orphans() -> Iterator[Difference]:
    """Rows whose stream or event is not there."""
    lost = Event.objects.filter(~Exists(Stream.objects.filter(pk=OuterRef("stream_id"))))
    for index in lost.values_list("index", flat=True):
        yield Difference(event_at(index), "stream", NOT_AS_SEALED)
    stray = Personal.objects.filter(~Exists(Event.objects.filter(pk=OuterRef("event_id"))))
    for index in stray.values_list("event_id", flat=True):
        yield Difference(event_at(index), "personal", SURPLUS)


def _check(stream: Stream, rows: Sequence[Row], values: Sequence[Value], known: Known) -> Iterator[Difference]:
    leaves: list[dict[str, Any]] = []
    for place, row in enumerate(rows, 1):
        leaf = _leaf(row)
        if leaf is None:
            yield Difference(event_at(row.number), "leaf", UNREADABLE)
            return
        yield from differs(event_at(row.number), _columns(stream, row, leaf, place))
        leaves.append(leaf)
    wrong = list(_personal(rows, leaves, values, known.erased))
    yield from wrong
    yield from _stream(stream, rows, leaves, [] if wrong else values, known.context)


def _leaf(row: Row) -> dict[str, Any] | None:
    try:
        leaf = json.loads(row.leaf)
        return leaf if leaf.keys() >= {"at", "by", "data", "instrument", "key", "type", "version"} else None
    except (ValueError, AttributeError):
        return None


def _columns(stream: Stream, row: Row, leaf: Mapping[str, Any], place: int) -> dict[str, tuple[Any, Any]]:
    return {
        "stream": ((stream.instrument, stream.key), (leaf["instrument"], leaf["key"])),
        "version": ((row.version, place), (leaf["version"], leaf["version"])),
        "type": (row.type, leaf["type"]),
        "at": (row.at, leaf["at"]),
    }


def _personal(
    rows: Sequence[Row], leaves: Sequence[Mapping[str, Any]], values: Sequence[Value], erased: Mapping[int, Any]
) -> Iterator[Difference]:
    """Personal values against the commitments to them; one that is gone must have been erased by a recorded act."""
    due = {
        (row.number, at): made for row, leaf in zip(rows, leaves, strict=True) for at, made in commitments(leaf).items()
    }
    for value in values:
        commitment = due.pop((value.event, value.place), None)
        if commitment is None:
            yield Difference(event_at(value.event), f"personal {value.place}", SURPLUS)
        elif not fits(commitment, value.value, bytes(value.salt)):
            yield Difference(event_at(value.event), f"personal {value.place}", NOT_AS_SEALED)
    for index, at in due:
        if at not in erased.get(index, ()):
            yield Difference(event_at(index), f"personal {at}", FORGOTTEN)


def _stream(
    stream: Stream,
    rows: Sequence[Row],
    leaves: Sequence[Mapping[str, Any]],
    values: Sequence[Value],
    context: Context,
) -> Iterator[Difference]:
    at = stream_at(stream.instrument, stream.key)
    if not rows:
        yield Difference(at, "events", MISSING)
        return
    owner = owner_of(leaves[0])
    yield from differs(at, {
        "version": (stream.version, len(rows)),
        "updated_at": (stream.updated_at, max(row.at for row in rows)),
        "owner_organisation": (stream.owner_organisation and stream.owner_organisation.code, owner.organisation),
        "owner_person": (stream.owner_person and stream.owner_person.ref, owner.person),
    })  # fmt: skip
    yield from _derived(at, stream, rows, values, context)


def _derived(
    at: str, stream: Stream, rows: Sequence[Row], values: Sequence[Value], context: Context
) -> Iterator[Difference]:
    try:
        machine = programme().machine(stream.instrument)
    except Invalid:
        yield Difference(at, "instrument", NOT_INSTALLED)
        return
    try:
        personal = [(value.event, value.place, value.value) for value in values]
        state = replay.fold(machine, stream.key, [(row.number, row.leaf) for row in rows], personal)
        summary = summary_of(machine, state, context)
    except (ArithmeticError, LookupError, TypeError, ValueError, AttributeError):
        yield Difference(at, "events", UNREADABLE)
        return
    due = take(state, rests=rests(machine, summary))
    yield from differs(at, {
        "shape": (stream.shape, due.shape),
        "snapshot": (stream.snapshot, due.text),
        "state": (stream.state, summary.state),
        "due": (getattr(stream, "due_text", None), summary.due and summary.due.isoformat()),
        "published": (stream.published, summary.published),
        "ended": (stream.ended, summary.ended),
    })  # fmt: skip
    if due.text and _restored(due, machine.initial(stream.key)) != state:
        yield Difference(at, "snapshot", t("不能还原为同一状态。", "does not give the same state back."))


def _restored(snapshot: Snapshot, like: Any) -> Any:
    try:
        return restore(snapshot, like)
    except Unstorable:
        return None
