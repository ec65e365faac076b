"""Runs a hand-written SQL file of the database in use."""

from __future__ import annotations

from pathlib import Path

from django.apps.registry import Apps
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

SQL = Path(__file__).parent / "sql"


def make_tables(_: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Make the tables that only ever grow, with their triggers."""
    script = (SQL / f"{editor.connection.vendor}.sql").read_text()
    if editor.connection.vendor == "postgresql":
        editor.execute(script, None)
        return
    for statement in _statements(script):
        editor.execute(statement, None)


def _statements(script: str) -> list[str]:
    """The statements of a script: one ends with a semicolon at the end of a line, a trigger's with END."""
    lines = "\n".join(line for line in script.splitlines() if not line.startswith("--"))
    return [part.strip() for part in lines.split(";\n") if part.strip()]
