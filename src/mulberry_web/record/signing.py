"""The log's own key, kept in the data folder, and the keys by which its checkpoints are believed."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from django.conf import settings

from mulberry.errors import Invalid
from mulberry.record.keys import SigningKey, create_key
from mulberry.record.keys_files import load_signing_key, load_trusted_keys, save_signing_key
from mulberry.record.keys_trusted import TrustedKey, format_trusted_keys

_read: dict[tuple[Path, int, int], SigningKey] = {}


def _folder() -> Path:
    return Path(settings.DATA_DIR)


def signing_key() -> SigningKey:
    """The private key (``record.key``, mode 0600), made on first use together with ``record.pub``.

    Where several machines serve one database, all need the same two files. The file is looked at every time, so that a
    new key is used at once by every process.
    """
    path = _folder() / "record.key"
    if not path.exists():
        _make(path)
    found = path.stat()
    version = (path, found.st_mtime_ns, found.st_ino)
    if version not in _read:
        _read.clear()
        _read[version] = load_signing_key(path)
    return _read[version]


def _make(path: Path) -> None:
    """Written aside and then linked: another process sees the whole file or none, and the first one wins."""
    key = create_key(settings.RECORD_NAME, os.urandom(32))
    aside = _aside(path, key)
    try:
        os.link(aside, path)
        path.with_suffix(".pub").write_text(format_trusted_keys([TrustedKey(key.verifier)]))
    except FileExistsError:
        pass
    finally:
        aside.unlink(missing_ok=True)


def _aside(path: Path, key: SigningKey) -> Path:
    aside = path.with_suffix(f".{secrets.token_hex(4)}.new")
    save_signing_key(aside, key)
    return aside


def replace_key(old: SigningKey, new: SigningKey, size: int) -> None:
    """From this size on the log signs with the new key; the old one is trusted up to it and its file kept aside.

    The public file first: were the machine to stop in between, the old key would go on signing, which is told as a
    difference by the next check, and the change is then repeated.
    """
    path = _folder() / "record.key"
    earlier = [trusted for trusted in trusted_keys() if trusted.key != old.verifier]
    since = next((trusted.since for trusted in trusted_keys() if trusted.key == old.verifier), 0)
    span = [TrustedKey(old.verifier, since, size), TrustedKey(new.verifier, size)]
    public = path.with_suffix(".pub.new")
    public.write_text(format_trusted_keys([*earlier, *span]))
    public.replace(path.with_suffix(".pub"))
    aside = _aside(path, new)
    os.link(path, path.with_suffix(f".until-{size}"))
    aside.replace(path)


def trusted_keys() -> tuple[TrustedKey, ...]:
    """Who is believed, from ``record.pub``: after a change of key, the old one with its span stands there too."""
    path = _folder() / "record.pub"
    try:
        return load_trusted_keys(path)
    except (FileNotFoundError, Invalid):
        return (TrustedKey(signing_key().verifier),)
