"""The few statements that every step runs, kept in one place. Values are always parameters.

On SQLite a transaction holds the only write lock from its beginning, so the head of the log is read with the stream. On
PostgreSQL the stream's row is locked first and the head last, so that writers of different streams wait for one another
only while they append. For a further stream nobody waits (NOWAIT): whoever cannot have it begins again and takes all
that is needed in one order, so that two who need the same streams never wait for each other.
"""

from __future__ import annotations

from functools import lru_cache

# One row always: the stream or nulls, what the person may do with it, and an answer given before to the same key.
_RIGHTS = """
    (SELECT is_active FROM people_person WHERE id = %s),
    (SELECT count(*) FROM people_post p JOIN people_competence c ON c.office_id = p.office_id
      WHERE p.person_id = %s AND p.role = %s AND c.instrument = %s),
    (SELECT m.role FROM people_membership m
      WHERE m.person_id = %s
        AND m.organisation_id = CASE WHEN s.id IS NULL THEN %s ELSE s.owner_organisation_id END),
    i.command, i.answer"""
_STREAM = "s.id, s.version, s.updated_at, s.shape, s.snapshot, s.owner_organisation_id, s.owner_person_id"
_IDEMPOTENCY = "LEFT JOIN record_idempotency i ON i.person_id = %s AND i.key = %s"

_SQLITE = f"""SELECT {_STREAM}, h.size, h.peaks, h.calendar, {_RIGHTS}
    FROM record_head h
    LEFT JOIN record_stream s ON s.instrument = %s AND s.key = %s
    {_IDEMPOTENCY}"""
_POSTGRESQL = f"""SELECT {_STREAM}, NULL::bigint, NULL::bytea, (SELECT calendar FROM record_head), {_RIGHTS}
    FROM (SELECT 1) one
    LEFT JOIN LATERAL
        (SELECT * FROM record_stream WHERE instrument = %s AND key = %s FOR UPDATE /*wait*/) s ON true
    {_IDEMPOTENCY}"""
# By database and by whether to wait for somebody else's lock.
OPEN = {
    ("sqlite", True): _SQLITE,
    ("sqlite", False): _SQLITE,
    ("postgresql", True): _POSTGRESQL.replace("/*wait*/", ""),
    ("postgresql", False): _POSTGRESQL.replace("/*wait*/", "NOWAIT"),
}
# A stream that does not exist has no row to lock: its name is locked instead, by whoever looks for it or makes it.
LOCK_NAME = {
    True: "SELECT pg_advisory_xact_lock(hashtextextended(%s, 282)) IS NOT NULL",
    False: "SELECT pg_try_advisory_xact_lock(hashtextextended(%s, 282))",
}
LOCK_HEAD = "SELECT size, peaks, calendar FROM record_head WHERE id = 1 FOR UPDATE"
READ_HEAD = "SELECT size, peaks, calendar FROM record_head"
ANSWERED = "SELECT command, answer FROM record_idempotency WHERE person_id = %s AND key = %s"

INSERT_STREAM = """INSERT INTO record_stream (instrument, key, owner_organisation_id, owner_person_id,
    version, updated_at, shape, snapshot, state, due, published, ended)
    VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s) RETURNING id"""
UPDATE_STREAM = """UPDATE record_stream SET version = %s, updated_at = %s, shape = %s, snapshot = %s,
    state = %s, due = %s, published = %s, ended = %s WHERE id = %s"""
REWRITE_STREAM = """UPDATE record_stream SET shape = %s, snapshot = %s, state = %s, due = %s, published = %s,
    ended = %s WHERE id = %s"""
FORGET_ANSWERS = """DELETE FROM record_idempotency
    WHERE stream_id IN (SELECT id FROM record_stream WHERE updated_at < %s)"""
REDATE_STREAM = "UPDATE record_stream SET due = %s, published = %s WHERE id = %s AND version = %s"
KEEP_MADE = """INSERT INTO record_made (name, value) VALUES (%s, %s)
    ON CONFLICT (name) DO UPDATE SET value = excluded.value"""
UPDATE_HEAD = "UPDATE record_head SET size = %s, peaks = %s, calendar = %s WHERE id = 1"
INSERT_CHECKPOINT = "INSERT INTO record_checkpoint (size, note) VALUES (%s, %s)"

_TABLES = {
    "event": ("record_event", ("index", "stream_id", "version", "type", "at", "leaf", "hash")),
    "node": ("record_node", ("level", "index", "hash")),
    "personal": ("record_personal", ("event_id", "place", "salt", "value")),
    "notice": ("record_notice", ("stream_id", "event", "to", "attempts")),
    "idempotency": ("record_idempotency", ("person_id", "key", "command", "answer", "stream_id")),
}
APPENDED = ("event", "personal", "node", "notice", "idempotency")


@lru_cache(maxsize=256)
def insert(table: str, rows: int) -> str:
    """An insert of so many rows at once."""
    name, columns = _TABLES[table]
    row = f"({', '.join(['%s'] * len(columns))})"
    quoted = ", ".join(f'"{column}"' for column in columns)
    return f"INSERT INTO {name} ({quoted}) VALUES {', '.join([row] * rows)}"


@lru_cache(maxsize=256)
def append(streams: int, counts: tuple[int, ...]) -> str:
    """PostgreSQL: the moved streams, the rows of ``APPENDED`` and the new head, in one round trip."""
    parts = [f"stream_{number} AS ({UPDATE_STREAM})" for number in range(streams)]
    parts += [f"{table}_ AS ({insert(table, rows)})" for table, rows in zip(APPENDED, counts, strict=True) if rows]
    return f"WITH {', '.join(parts)} {UPDATE_HEAD}"
