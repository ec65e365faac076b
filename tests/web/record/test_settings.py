"""How a desk is set up: safe without a word said, and by one setting on PostgreSQL."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from mulberry_web import databases
from mulberry_web.data_dir import secret
from mulberry_web.headers import CONTENT_SECURITY_POLICY
from mulberry_web.record.signing import signing_key, trusted_keys

SHOW = """
import json
from mulberry_web import settings
names = ("DEBUG", "ALLOWED_HOSTS", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_HSTS_SECONDS", "SECRET_KEY")
print(json.dumps({name: getattr(settings, name) for name in names}))
"""


def shown(data: Path, **environment: str) -> dict[str, object]:
    import json

    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
    environment = {**kept, "MULBERRY_DATA": str(data), **environment}
    done = subprocess.run([sys.executable, "-c", SHOW], env=environment, capture_output=True, text=True, check=True)
    told: dict[str, object] = json.loads(done.stdout)
    return told


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_desk_is_closed_to_everybody_else(tmp_path: Path) -> None:
    told = shown(tmp_path / "new")
    assert told["DEBUG"] is False
    assert told["ALLOWED_HOSTS"] == ["localhost", "127.0.0.1", "[::1]"]
    assert mode(tmp_path / "new") == 0o700
    assert mode(tmp_path / "new" / "secret_key") == 0o600


def test_the_secret_is_made_once(tmp_path: Path) -> None:
    assert shown(tmp_path)["SECRET_KEY"] == shown(tmp_path)["SECRET_KEY"]


def test_a_desk_behind_https_sends_its_cookies_over_nothing_else(tmp_path: Path) -> None:
    told = shown(tmp_path, MULBERRY_HTTPS="1", MULBERRY_HOSTS="desk.example, other.example")
    assert told["SESSION_COOKIE_SECURE"] is told["CSRF_COOKIE_SECURE"] is True
    assert told["SECURE_HSTS_SECONDS"] == 31_536_000
    assert "other.example" in str(told["ALLOWED_HOSTS"])


def test_an_empty_secret_is_never_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MULBERRY_DATA", str(tmp_path))
    (tmp_path / "secret_key").touch()
    with pytest.raises(RuntimeError, match="is empty"):
        secret("secret_key")


def test_sqlite_is_durable_and_waits_its_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    found = databases.database()
    assert found["ENGINE"] == "mulberry_web.sqlite"
    assert found["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON"):
        assert f"PRAGMA {pragma}" in found["OPTIONS"]["init_command"]


def test_postgresql_is_one_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://desk:word@db/mulberry?disable_server_side_cursors=true")
    found = databases.database()
    assert (found["ENGINE"], found["NAME"], found["HOST"]) == ("django.db.backends.postgresql", "mulberry", "db")
    assert found["DISABLE_SERVER_SIDE_CURSORS"] is True
    assert found["OPTIONS"] == {}


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/nothing-here", "/static/nothing.css"])
def test_every_answer_forbids_what_is_inline_or_from_elsewhere(path: str) -> None:
    answer = Client().get(path)
    policy = answer.headers["Content-Security-Policy"]
    assert policy == CONTENT_SECURITY_POLICY
    assert "unsafe" not in policy
    assert "http" not in policy
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "same-origin"


def test_the_records_key_is_made_once_and_closed(settings: Settings, tmp_path: Path) -> None:
    settings.DATA_DIR = tmp_path
    key = signing_key()
    assert mode(tmp_path / "record.key") == 0o600
    assert [one.key for one in trusted_keys()] == [key.verifier]
    assert signing_key().verifier == key.verifier
    assert sorted(path.name for path in tmp_path.iterdir()) == ["record.key", "record.pub"]
