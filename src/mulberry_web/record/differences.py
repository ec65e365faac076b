"""What the check of the record finds, and the quiet moment in which it looks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction

from mulberry.law.text import Text, t


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where what is stored is not what it must be: the row, its field, and what is wrong."""

    at: str
    field: str
    text: Text

    def to_json(self) -> dict[str, str]:
        return {"at": self.at, "field": self.field, **self.text.to_json()}


NOT_AS_SEALED = t("与事件所记不符。", "is not what the events say.")
MISSING = t("缺失。", "is missing.")
SURPLUS = t("不应存在。", "should not be there.")


def event_at(index: int) -> str:
    return f"event {index}"


def stream_at(instrument: str, key: str) -> str:
    return f"stream {instrument} {key}"


@contextmanager
def one_moment() -> Iterator[None]:
    """Everything read within is as of one moment; writers are not kept waiting."""
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "postgresql":
        with transaction.atomic(durable=True), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            yield
    else:
        cursor = connection.cursor()
        cursor.execute("BEGIN")  # deferred: a reader needs no place in the queue of writers
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")


def sound_file() -> Iterator[Difference]:
    """SQLite: what the database itself finds wrong with its file."""
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check(20)")
        for (line,) in cursor.fetchall():
            if line != "ok":
                yield Difference(
                    "database file", "integrity", t(f"数据库文件受损：{line}", f"the file is damaged: {line}")
                )


def differs(at: str, fields: dict[str, tuple[Any, Any]]) -> list[Difference]:
    """One difference for every field whose stored value is not the one it must be."""
    return [Difference(at, name, NOT_AS_SEALED) for name, (stored, due) in fields.items() if stored != due]
