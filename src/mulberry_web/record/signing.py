"""The log's own key, kept in the data folder, and the keys by which its checkpoints are believed."""

from __future__ import annotations

import os
import secrets
from functools import cache
from pathlib import Path

from django.conf import settings

from mulberry.errors import Invalid
from mulberry.record.keys import SigningKey, create_key
from mulberry.record.keys_files import load_signing_key, load_trusted_keys, save_signing_key
from mulberry.record.keys_trusted import TrustedKey, format_trusted_keys


def _folder() -> Path:
    return Path(settings.DATA_DIR)


@cache
def signing_key() -> SigningKey:
    """The private key (``record.key``, mode 0600), made on first use together with ``record.pub``.

    Where several machines serve one database, all need the same two files.
    """
    path = _folder() / "record.key"
    if not path.exists():
        _make(path)
    return load_signing_key(path)


def _make(path: Path) -> None:
    key = create_key(settings.RECORD_NAME, os.urandom(32))
    # Written aside and then linked: another process sees the whole file or none, and the first one wins.
    aside = path.with_suffix(f".{secrets.token_hex(4)}.new")
    try:
        save_signing_key(aside, key)
        public = path.with_suffix(".pub")
        os.link(aside, path)
        public.write_text(format_trusted_keys([TrustedKey(key.verifier)]))
    except FileExistsError:
        pass
    finally:
        aside.unlink(missing_ok=True)


def trusted_keys() -> tuple[TrustedKey, ...]:
    """Who is believed, from ``record.pub``: after a change of key, the old one with its span stands there too."""
    path = _folder() / "record.pub"
    try:
        return load_trusted_keys(path)
    except (FileNotFoundError, Invalid):
        return (TrustedKey(signing_key().verifier),)
