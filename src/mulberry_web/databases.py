"""Which database the desk runs on: SQLite in the data folder, or what ``DATABASE_URL`` names."""

from __future__ import annotations

import os
from typing import Any

import dj_database_url

from mulberry_web.data_dir import data_dir

# FULL: a decision that was acknowledged must outlive a power cut. A negative cache size is in KiB.
PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "cache_size=-16000",
    "temp_store=MEMORY",
    "journal_size_limit=67108864",
    "wal_autocheckpoint=4000",  # pages: what is written again and again reaches the file once
    "secure_delete=ON",  # what is erased is overwritten
)
BUSY_SECONDS = 30


def sqlite(name: str) -> dict[str, Any]:
    """The embedded database: one writer at a time by our own fair queue (``mulberry_web.sqlite``)."""
    return {
        "ENGINE": "mulberry_web.sqlite",
        "NAME": name,
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": BUSY_SECONDS,
            "init_command": ";".join(f"PRAGMA {pragma}" for pragma in PRAGMAS),
        },
    }


def database() -> dict[str, Any]:
    """Django's setting of the one database."""
    url = os.environ.get("DATABASE_URL", "")
    if not url:
        return sqlite(str(data_dir() / "mulberry.sqlite3"))
    found: dict[str, Any] = dict(dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True))
    if found["ENGINE"] == "django.db.backends.sqlite3":
        return sqlite(found["NAME"])
    options = found.setdefault("OPTIONS", {})
    # Behind a pooler that hands connections round; Django's own setting, which a URL can only say as an option.
    found["DISABLE_SERVER_SIDE_CURSORS"] = bool(options.pop("disable_server_side_cursors", False))
    return found
