"""The check of the record: whatever is altered in what is stored is found, and its place named."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from mulberry_web.record import upkeep
from mulberry_web.record.check import check
from mulberry_web.record.models import Checkpoint, Stream
from tests.web.record.park import NINE, Park

# Table: the columns that pick a row out, and all columns.
TABLES = {
    "record_event": (("index",), ("index", "stream_id", "version", "type", "at", "leaf", "hash")),
    "record_personal": (("event_id", "place"), ("event_id", "place", "salt", "value")),
    "record_node": (("level", "index"), ("level", "index", "hash")),
    "record_head": (("id",), ("size", "peaks")),
    "record_checkpoint": (("size",), ("size", "note")),
    "record_stream": (
        ("id",),
        ("instrument", "key", "owner_organisation_id", "version", "updated_at", "shape", "snapshot", "state", "ended"),
    ),
}


def let_change() -> None:
    """Take the triggers away, as somebody with the database in hand could."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL session_replication_role = replica")
            return
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'record_%%'", [])
        for (name,) in cursor.fetchall():
            cursor.execute(f"DROP TRIGGER {name}")


@contextmanager
def taken_back() -> Iterator[None]:
    """Whatever is changed within is undone."""
    point = transaction.savepoint()
    try:
        yield
    finally:
        transaction.savepoint_rollback(point)


def flipped(value: Any, at: int) -> Any:
    """The value with one bit changed at a place."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value ^ 1
    if isinstance(value, str):
        if not value:
            return "!"
        at %= len(value)
        other = chr(ord(value[at]) ^ 1)
        return value[:at] + other + value[at + 1 :]
    if isinstance(value, date):
        return value + timedelta(days=1)
    data = bytearray(value)
    data[at % len(data)] ^= 1
    return bytes(data)


def rows(table: str) -> list[dict[str, Any]]:
    keys, columns = TABLES[table]
    wanted = list(dict.fromkeys((*keys, *columns)))
    with connection.cursor() as cursor:
        quoted = ", ".join(f'"{column}"' for column in wanted)
        cursor.execute(f"SELECT {quoted} FROM {table}")
        return [dict(zip(wanted, row, strict=True)) for row in cursor.fetchall()]


def put(table: str, row: dict[str, Any], column: str, value: Any) -> None:
    keys = TABLES[table][0]
    where = " AND ".join(f'"{key}" = %s' for key in keys)
    with connection.cursor() as cursor:
        cursor.execute(f'UPDATE {table} SET "{column}" = %s WHERE {where}', [value, *(row[key] for key in keys)])


def place(table: str, row: dict[str, Any]) -> str:
    """How the report names the row."""
    match table:
        case "record_event":
            return f"event {row['index']}"
        case "record_personal":
            return f"event {row['event_id']}"
        case "record_node":
            return f"node {row['level']}/{row['index']}"
        case "record_head":
            return "head"
        case "record_checkpoint":
            return f"checkpoint {row['size']}"
        case _:
            return f"stream {row['instrument']} {row['key']}"


@pytest.fixture
def filled(park: Park) -> Park:
    park.run("C1", holder="王小桑")
    upkeep.seal()
    park.run("C2", until="accept", quota="2026")
    park.act("submit", "C3", person=park.stranger)
    upkeep.seal()
    let_change()
    assert check().ok
    return park


def alterations(table: str) -> Iterator[tuple[dict[str, Any], str, int]]:
    for row in rows(table):
        for column in TABLES[table][1]:
            value = row[column]
            if value is not None:
                long = isinstance(value, str | bytes | memoryview) and len(value) > 40
                yield from ((row, column, at) for at in (range(0, len(value), 13) if long else (0,)))


@pytest.mark.parametrize("table", TABLES)
def test_a_flipped_byte_is_found_and_its_place_named(filled: Park, table: str) -> None:
    tried = 0
    for row, column, at in alterations(table):
        with taken_back():
            try:
                put(table, row, column, flipped(row[column], at))
            except IntegrityError:
                continue  # the database itself does not let two rows be one
            tried += 1
            found = check().differences
            where = place(table, row)
            told = (table, row, column, at, [difference.to_json() for difference in found])
            assert found, told
            if column not in TABLES[table][0] and column not in {"stream_id", "instrument", "key", "size"}:
                assert any(difference.at == where for difference in found), told
    assert tried > 2


def test_an_altered_leaf_is_told_from_an_altered_hash(filled: Park) -> None:
    for column, field in (("leaf", "leaf"), ("hash", "hash")):
        row = next(row for row in rows("record_event") if row["index"] == 3)
        value = row["leaf"].replace("09-", "08-").replace('"to":"reviewed"', '"to":"decided"')
        changed = value if column == "leaf" else flipped(row["hash"], 5)
        with taken_back():
            put("record_event", row, column, changed)
            found = {(one.at, one.field) for one in check().differences}
            assert ("event 3", field) in found


@pytest.mark.parametrize("table", TABLES)
def test_a_row_that_was_taken_away_is_missed(filled: Park, table: str) -> None:
    keys = TABLES[table][0]
    where = " AND ".join(f'"{key}" = %s' for key in keys)
    for row in rows(table):
        if table == "record_checkpoint":
            continue  # fewer signatures take nothing from what the others prove
        with taken_back(), connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {table} WHERE {where}", [row[key] for key in keys])
            assert check().differences, (table, row)


def test_a_history_that_was_rewritten_with_all_its_hashes_is_found_by_a_signature(filled: Park) -> None:
    """Somebody who recomputes leaf, hashes and head still cannot sign the old root again."""
    from mulberry.record.merkle import Frontier, Log

    stored = sorted(rows("record_event"), key=lambda row: row["index"])
    leaves = [row["leaf"].replace("decided", "refused").encode() for row in stored]
    log = Log()
    log.extend(leaves)
    with taken_back():
        for row, leaf in zip(stored, leaves, strict=True):
            put("record_event", row, "leaf", leaf.decode())
            put("record_event", row, "hash", log.node(0, row["index"]))
        for row in rows("record_node"):
            put("record_node", row, "hash", log.node(row["level"], row["index"]))
        frontier: Frontier = log.frontier()
        put("record_head", {"id": 1}, "peaks", b"".join(frontier.peaks))
        upkeep.rebuild()
        found = check().differences
        assert any(one.field == "note" or one.at.startswith("events ") for one in found)


def test_views_that_differ_are_made_anew(filled: Park) -> None:
    stream = next(row for row in rows("record_stream") if row["key"] == "C1")
    put("record_stream", stream, "state", "granted")
    assert not check().ok
    assert upkeep.rebuild() == 1
    assert check().ok


def test_a_snapshot_of_another_shape_is_not_read_but_folded_anew(filled: Park) -> None:
    stream = next(row for row in rows("record_stream") if row["key"] == "C2")
    put("record_stream", stream, "shape", "older")
    put("record_stream", stream, "snapshot", '{"id":"C2","state":"decided"}')
    filled.act("review_a", "C2", at=NINE + timedelta(hours=5))
    assert Stream.objects.get(key="C2").state == "reviewing_b"
    assert check().ok


def test_the_report_can_be_read_by_programs_and_people(filled: Park) -> None:
    report = check()
    told = json.loads(json.dumps(report.to_json()))
    assert told["ok"] is True
    assert told["events"] == 10
    assert told["checkpoints"] == Checkpoint.objects.count() >= 2
    assert "核对无差异" in report.page("zh")
    assert "No difference" in report.page("en")
