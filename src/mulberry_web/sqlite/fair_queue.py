"""A first-come, first-served queue of writers, across threads and processes.

SQLite lets one writer in at a time, and those who wait sleep and try again: under load the lucky starve the others (of
four writers one did 383 cases while another did 1). Here everybody draws a ticket and waits for those with lower ones.

The queue is a file. Its first eight bytes are the next ticket; the byte at ``LINE + n`` stands for ticket ``n`` and
stays locked by its holder until he is done. Locks belong to an open file, so the kernel gives them back when a process
is killed, and the queue moves on. Nobody relies on the queue for safety: SQLite's own lock still holds.
"""

from __future__ import annotations

import fcntl
import os
import struct
from pathlib import Path

LINE = 4096
COUNTER = 8
# Linux: the lock belongs to the open file and not to the process, so threads queue as processes do.
OPEN_FILE_LOCKS = hasattr(fcntl, "F_OFD_SETLKW")
_FLOCK = struct.Struct("hhqqi4x")


class FairQueue:
    """One place in the queue. Each database connection opens its own; not to be shared between threads."""

    __slots__ = ("_file", "_ticket")

    def __init__(self, path: str | Path) -> None:
        self._file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        self._ticket = -1

    @property
    def held(self) -> bool:
        return self._ticket >= 0

    def busy(self) -> bool:
        """Whether somebody else is in the queue at this moment."""
        if not OPEN_FILE_LOCKS:  # pragma: no cover
            return False
        asked = _FLOCK.pack(fcntl.F_WRLCK, os.SEEK_SET, LINE, 0, 0)
        kind: int = _FLOCK.unpack(fcntl.fcntl(self._file, fcntl.F_OFD_GETLK, asked))[0]
        return kind != fcntl.F_UNLCK

    def acquire(self) -> None:
        """Draw a ticket and wait until everybody before us is done."""
        if not OPEN_FILE_LOCKS:  # pragma: no cover - other systems: safe, but not fair
            fcntl.flock(self._file, fcntl.LOCK_EX)
            self._ticket = 0
            return
        ticket = self._draw()
        if ticket:
            # The one before us first, so that a release wakes one waiter and not all of them; then everybody, because
            # the one before us may have been killed while he himself was waiting.
            self._lock(fcntl.F_RDLCK, LINE + ticket - 1, 1)
            self._lock(fcntl.F_RDLCK, LINE, ticket)
            self._lock(fcntl.F_UNLCK, LINE, ticket)
        self._ticket = ticket

    def release(self) -> None:
        """Let the next one in."""
        if not OPEN_FILE_LOCKS:  # pragma: no cover
            fcntl.flock(self._file, fcntl.LOCK_UN)
        else:
            self._lock(fcntl.F_UNLCK, LINE + self._ticket, 1)
        self._ticket = -1

    def close(self) -> None:
        os.close(self._file)
        self._file, self._ticket = -1, -1

    def _draw(self) -> int:
        self._lock(fcntl.F_WRLCK, 0, COUNTER)
        try:
            ticket = int.from_bytes(os.pread(self._file, COUNTER, 0), "little")
            # Locked before the next ticket is published: nobody can overtake a holder who has not locked yet.
            self._lock(fcntl.F_WRLCK, LINE + ticket, 1)
            os.pwrite(self._file, (ticket + 1).to_bytes(COUNTER, "little"), 0)
        finally:
            self._lock(fcntl.F_UNLCK, 0, COUNTER)
        return ticket

    def _lock(self, kind: int, start: int, length: int) -> None:
        fcntl.fcntl(self._file, fcntl.F_OFD_SETLKW, _FLOCK.pack(kind, os.SEEK_SET, start, length, 0))
