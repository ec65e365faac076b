"""The database itself refuses to change what was sealed."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction

from mulberry_web.record import upkeep
from mulberry_web.record.models import Personal
from tests.web.record.park import Park

TABLES = ("event", "node", "checkpoint", "head", "personal")


@pytest.fixture
def filled(park: Park) -> Park:
    park.run("C1", holder="王")
    upkeep.seal()
    return park


def refuses(sql: str) -> bool:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)
    except DatabaseError:
        return True
    return False


@pytest.mark.parametrize("table", ["event", "node", "checkpoint", "head"])
def test_no_sealed_row_can_be_deleted(filled: Park, table: str) -> None:
    assert refuses(f"DELETE FROM record_{table}")


@pytest.mark.parametrize(("table", "change"), [
    ("event", "leaf = ''"),
    ("event", "version = version + 100"),
    ("node", "level = level + 1"),
    ("checkpoint", "note = ''"),
    ("personal", "value = 'null'"),
])  # fmt: skip
def test_no_sealed_row_can_be_altered(filled: Park, table: str, change: str) -> None:
    assert refuses(f"UPDATE record_{table} SET {change}")


def test_personal_values_can_be_deleted(filled: Park) -> None:
    assert not refuses("DELETE FROM record_personal")
    assert not Personal.objects.exists()


@pytest.mark.parametrize("table", TABLES)
def test_no_sealed_table_can_be_emptied_at_once(filled: Park, table: str) -> None:
    if connection.vendor == "postgresql":
        assert refuses(f"TRUNCATE record_{table} CASCADE")
