"""A real desk for the browser: a demonstration park in a folder of its own, served by the operator's command."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

PATIENCE = 90
COMMAND = [sys.executable, "-c", "from mulberry.cli import main; main()"]


@dataclass(frozen=True)
class Served:
    """Where the desk answers, and the folder that it keeps its data in."""

    address: str
    folder: Path

    @property
    def year(self) -> int:
        """The year in which the park was made: its cases are numbered by it."""
        made: str = json.loads((self.folder / "demonstration.json").read_text())["made_at"]
        return int(made[:4])

    def mulberry(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """The command line, on the same data."""
        return subprocess.run(
            [*COMMAND, *arguments], env=_environment(self.folder), capture_output=True, text=True, check=False
        )


def _environment(folder: Path) -> dict[str, str]:
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("MULBERRY_", "DJANGO_", "DATABASE"))
    }
    return kept | {"MULBERRY_DATA": str(folder), "PYTHONUTF8": "1"}


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The park, made once for the session; every test that changes it must leave what others look for."""
    folder, port = tmp_path_factory.mktemp("park"), _free_port()
    desk = Served(f"http://127.0.0.1:{port}", folder)
    made = desk.mulberry("demo")
    assert made.returncode == 0, made.stderr
    with (folder / "serve.log").open("w") as log:
        process = subprocess.Popen(
            [*COMMAND, "serve", "--port", str(port)], env=_environment(folder), stdout=log, stderr=log
        )
    try:
        _wait(desk, process)
        yield desk
    finally:
        process.terminate()
        process.wait(PATIENCE)


def _wait(desk: Served, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE
    while True:
        try:
            urllib.request.urlopen(desk.address, timeout=5).close()  # noqa: S310 - our own address
            return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            assert process.poll() is None, (desk.folder / "serve.log").read_text()
            assert time.monotonic() < until, "the desk does not answer"
            time.sleep(0.1)
