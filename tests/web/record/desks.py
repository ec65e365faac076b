"""Starts desks in processes of their own, on SQLite or PostgreSQL, and talks to them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PROGRAM = [sys.executable, "-m", "tests.web.record.worker"]
ROOT = Path(__file__).parents[3]
PATIENCE = 240


class Desk:
    """One database, and as many processes on it as a test wants."""

    def __init__(self, data: Path, database_url: str = "") -> None:
        self.environment = {**os.environ, "MULBERRY_DATA": str(data), "DATABASE_URL": database_url}
        self.environment.pop("DJANGO_SETTINGS_MODULE", None)

    def run(self, *words: object) -> list[list[str]]:
        """Run one action to its end; gives what it told."""
        done = subprocess.run(
            [*PROGRAM, *map(str, words)],
            env=self.environment, cwd=ROOT, text=True, timeout=PATIENCE, check=False, capture_output=True,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return [line.split(" ") for line in done.stdout.splitlines()]

    @contextmanager
    def running(self, *words: object) -> Iterator[subprocess.Popen[str]]:
        """A process that goes on beside the test; it is ready when this is entered, and gone when it is left."""
        process = subprocess.Popen(
            [*PROGRAM, *map(str, words)],
            env=self.environment, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )  # fmt: skip
        try:
            assert heard(process) == ["ready"], process.stderr and process.stderr.read()
            yield process
        finally:
            process.kill()
            process.communicate()


def heard(process: subprocess.Popen[str]) -> list[str]:
    """The next line that a process tells."""
    assert process.stdout is not None
    return process.stdout.readline().split()


def go(process: subprocess.Popen[str]) -> None:
    """Let a waiting process take its next turn."""
    assert process.stdin is not None
    process.stdin.write("go\n")
    process.stdin.flush()
