"""The folder in which one desk keeps what it must not lose: database, keys, uploaded files."""

from __future__ import annotations

import os
import secrets
import time
from pathlib import Path


def data_dir() -> Path:
    """The data folder: ``MULBERRY_DATA`` or ``./var``. Made on first use, closed to everybody else."""
    path = Path(os.environ.get("MULBERRY_DATA") or "var").absolute()
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    (path / "static").mkdir(exist_ok=True)
    return path


def secret(name: str) -> str:
    """A random text kept in the data folder (mode 0600), made on first use."""
    path = data_dir() / name
    try:
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return _once_written(path)
    value = secrets.token_urlsafe(50)
    with os.fdopen(file, "w") as out:
        out.write(value)
    return value


def _once_written(path: Path) -> str:
    """What another process has written, or is about to: it made the file a moment before it fills it."""
    for _ in range(100):
        if value := path.read_text().strip():
            return value
        time.sleep(0.02)
    raise RuntimeError(f"{path} is empty: remove it, and it is made anew")
