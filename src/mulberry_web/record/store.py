"""Reads and writes the rows of the record within the write door's transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from django.db import DEFAULT_DB_ALIAS, OperationalError, connection, connections

from mulberry.record.merkle import HASH_SIZE, Frontier
from mulberry_web.record import statements
from mulberry_web.sqlite.base import DatabaseWrapper

Row = Sequence[Any]
LOCK_NOT_AVAILABLE = "55P03"
PREPARE_AFTER = 2


class Taken(Exception):
    """Somebody else holds the stream's lock."""


class Asker(NamedTuple):
    """For whom a stream is opened: the person, the role, the owner of a stream yet to be made, the person's own key."""

    person: int | None = None
    role: str = ""
    owner: int | None = None
    owner_code: str | None = None
    key: str | None = None


class Found(NamedTuple):
    """A stream's row, or nulls, and what the asker is to it."""

    id: int | None
    version: int | None
    updated_at: str | None
    shape: str | None
    snapshot: str | None
    owner_organisation: int | None
    owner_person: int | None
    head_size: int | None
    head_peaks: bytes | None
    calendar: str
    active: bool | None
    posts: int
    membership: str | None
    answered_command: str | None
    answer: str | None

    def without_head(self) -> tuple[Any, ...]:
        """What concerns the stream and the asker alone."""
        return (*self[:7], *self[9:])


class End(NamedTuple):
    """The end of the log: its frontier, and the mark of the calendar in force."""

    frontier: Frontier
    calendar: str


@lru_cache(maxsize=512)
def _plain(sql: str) -> str:
    """The statement with SQLite's own marks for parameters."""
    return sql.replace("%s", "?")


def _sqlite_cursor() -> Any:
    return connection.connection.cursor()


def _postgresql_cursor() -> Any:
    if connection.settings_dict["DISABLE_SERVER_SIDE_CURSORS"]:  # behind a pooler that hands connections round
        return connection.cursor()
    from django.db.backends.postgresql.base import ServerBindingCursor

    connection.connection.prepare_threshold = PREPARE_AFTER
    return ServerBindingCursor(connection.connection)  # type: ignore[call-arg]  # the stub leaves it out


def others_write() -> bool:
    """Whether a transaction begun now would wait in SQLite's queue of writers."""
    current = connections[DEFAULT_DB_ALIAS]
    return isinstance(current, DatabaseWrapper) and current.others_write()


class Store:
    """One transaction's dealings with the database; ``statements`` counts them.

    The door speaks to the driver itself, within Django's transaction and with Django's errors: on SQLite a statement
    takes a few microseconds and Django's wrapping of it three times as long; on PostgreSQL planning these statements
    takes longer than running them, so they are prepared once for each connection.
    """

    def __init__(self) -> None:
        connection.ensure_connection()
        self.vendor = connection.vendor
        self.cursor: Any = _sqlite_cursor() if self.vendor == "sqlite" else _postgresql_cursor()
        self.statements = 0

    def run(self, sql: str, parameters: Sequence[Any]) -> None:
        self.statements += 1
        with connection.wrap_database_errors:
            self.cursor.execute(_plain(sql) if self.vendor == "sqlite" else sql, parameters)

    def _row(self) -> Row:
        """The one row of an answer; read to its end, since SQLite otherwise goes on reading as of that moment."""
        rows: list[Row] = self.cursor.fetchall()
        return rows[0]

    def open(self, instrument: str, key: str, asker: Asker, *, wait: bool) -> Found:
        """Lock and read a stream. One that does not exist is locked by its name, so that nobody else can make it."""
        found = self._open(instrument, key, asker, wait)
        if found.id is None and self.vendor == "postgresql":
            self.run(statements.LOCK_NAME[wait], [f"{instrument}/{key}"])
            if not self._row()[0]:
                raise Taken
            found = self._open(instrument, key, asker, wait)
        return found

    def _open(self, instrument: str, key: str, asker: Asker, wait: bool) -> Found:
        person, role, owner, _, own_key = asker
        rights = (person, person, role, instrument, person, owner)
        try:
            self.run(statements.OPEN[self.vendor, wait], (*rights, instrument, key, person, own_key))
        except OperationalError as error:
            if getattr(error.__cause__, "sqlstate", None) == LOCK_NOT_AVAILABLE:
                raise Taken from error
            raise
        return Found(*self._row())

    def events(self, stream: int) -> list[tuple[int, str]]:
        """Index and leaf of every event of a stream, in order."""
        self.run('SELECT "index", leaf FROM record_event WHERE stream_id = %s ORDER BY version', [stream])
        return [(index, leaf) for index, leaf in self.cursor.fetchall()]

    def personal(self, stream: int) -> list[tuple[int, str, str]]:
        """Event, place and value of every personal value of a stream that is still there."""
        sql = """SELECT p.event_id, p.place, p.value FROM record_personal p
            JOIN record_event e ON e."index" = p.event_id WHERE e.stream_id = %s"""
        self.run(sql, [stream])
        return [(event, place, value) for event, place, value in self.cursor.fetchall()]

    def answered(self, person: int | None, key: str) -> tuple[str, str] | None:
        """The command and answer under a person's own key, as of now."""
        self.run(statements.ANSWERED, [person, key])
        found: list[tuple[str, str]] = self.cursor.fetchall()
        return found[0] if found else None

    def sole_organisation(self, person: int | None, roles: Sequence[str]) -> tuple[int, str] | None:
        """Id and code of the one organisation for which the person acts, where it is only one."""
        marks = ", ".join(["%s"] * len(roles))
        sql = f"""SELECT o.id, o.code FROM people_membership m JOIN people_organisation o ON o.id = m.organisation_id
            WHERE m.person_id = %s AND m.role IN ({marks}) LIMIT 2"""
        self.run(sql, [person, *roles])
        found: list[tuple[int, str]] = self.cursor.fetchall()
        return found[0] if len(found) == 1 else None

    def insert_stream(self, values: Row) -> int:
        self.run(statements.INSERT_STREAM, values)
        return int(self._row()[0])

    def lock_head(self) -> End:
        """The end of the log; nobody else appends until this transaction is over."""
        self.run(statements.LOCK_HEAD if self.vendor == "postgresql" else statements.READ_HEAD, ())
        size, peaks, calendar = self._row()
        return End(frontier_of(size, peaks), calendar)

    def append(self, streams: Sequence[Row], rows: Mapping[str, list[Row]], to: End) -> None:
        """Write what happened: the streams that moved on, rows by table, and the new end of the log."""
        end = (to.frontier.size, b"".join(to.frontier.peaks), to.calendar)
        if self.vendor == "postgresql":
            given = [rows.get(table, []) for table in statements.APPENDED]
            values = [value for group in (streams, *given) for row in group for value in row]
            self.run(statements.append(len(streams), tuple(map(len, given))), (*values, *end))
            return
        for stream in streams:
            self.run(statements.UPDATE_STREAM, stream)
        for table in statements.APPENDED:
            if held := rows.get(table):
                self.run(statements.insert(table, len(held)), [value for row in held for value in row])
        self.run(statements.UPDATE_HEAD, end)

    def insert_checkpoint(self, size: int, note: str) -> None:
        self.run(statements.INSERT_CHECKPOINT, (size, note))


def frontier_of(size: int, peaks: bytes) -> Frontier:
    """The frontier from its row."""
    joined = bytes(peaks)
    return Frontier(size, tuple(joined[at : at + HASH_SIZE] for at in range(0, len(joined), HASH_SIZE)))
