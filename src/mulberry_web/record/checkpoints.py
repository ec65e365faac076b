"""Signed checkpoints: with a write, at most one a second, and whenever somebody asks for the newest."""

from __future__ import annotations

import threading
import time

from mulberry.record.checkpoint import Checkpoint as Signed
from mulberry.record.checkpoint import sign_checkpoint
from mulberry.record.keys import SigningKey
from mulberry.record.merkle import Frontier
from mulberry_web.record.signing import signing_key

SECONDS_BETWEEN = 1.0


class _Last:
    """When this process last signed. A transaction that is rolled back only makes the next note come later."""

    lock = threading.Lock()
    at = 0.0


def due_note(head: Frontier) -> str | None:
    """The signed note for the log as it is about to be, unless one was signed less than a second ago."""
    with _Last.lock:
        now = time.monotonic()
        if _Last.at and now - _Last.at < SECONDS_BETWEEN:
            return None
        _Last.at = now
    return note(head)


def note(head: Frontier, *also: SigningKey) -> str:
    """The signed note over a log that ends here, by the log's key and further ones."""
    key = signing_key()
    return sign_checkpoint(Signed(key.name, head.size, head.root()), [key, *also])
