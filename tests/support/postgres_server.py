"""A private PostgreSQL server: its own folder, its own Unix socket, no network, gone afterwards."""

from __future__ import annotations

import os
import pwd
import re
import shutil
import signal
import subprocess
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypedDict
from urllib.parse import quote

# fsync is off because these tests kill processes, never the machine. The server speaks through its socket only.
SETTINGS = ("fsync=off", "full_page_writes=off", "listen_addresses=", "log_min_messages=warning", "max_connections=60")
PATIENCE = 60


class CannotStart(Exception):
    """Why there is no server, in one sentence with the way out."""


def programs() -> Path | None:
    """The folder of the newest installed server's programs."""
    found = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    return max(found, key=lambda path: int(re.sub(r"\D", "", path.parent.name) or 0), default=None)


def account() -> str:
    """Who runs the server: it refuses to run as root."""
    return "postgres" if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name


class Identity(TypedDict):
    """Whom a program runs as, in the words of ``subprocess``; ``None`` is whoever we are."""

    user: str | None
    group: str | None
    extra_groups: list[str] | None


def _identity() -> Identity:
    root = os.geteuid() == 0
    name = account() if root else None
    return Identity(user=name, group=name, extra_groups=[] if root else None)


@dataclass
class PostgresServer:
    """A server that can be started, stopped, killed and started again on the same data."""

    bin: Path
    folder: Path = field(default_factory=lambda: Path(tempfile.mkdtemp(prefix="mulberry-pg-")))
    process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int:
        if self.process is None:
            raise CannotStart("The server does not run: call start() first.")
        return self.process.pid

    def url(self, database: str = "postgres") -> str:
        """As ``DATABASE_URL`` takes it; the host is the socket's folder."""
        return f"postgresql://postgres@{quote(str(self.folder), safe='')}/{database}"

    def create(self) -> None:
        """Make the data folder. The superuser is called ``postgres`` whoever runs the server."""
        if os.geteuid() == 0:
            shutil.chown(self.folder, account(), account())
        locale = ("--locale=C.UTF-8", "--encoding=UTF8")
        self._run("initdb", "-D", str(self.folder / "data"), "-U", "postgres", "-A", "trust", "--no-sync", *locale)

    def start(self) -> None:
        options = [word for setting in SETTINGS for word in ("-c", setting)]
        command = [str(self.bin / "postgres"), "-D", str(self.folder / "data"), "-k", str(self.folder), *options]
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(command, stdout=log, stderr=log, cwd=self.folder, **_identity())
        self._wait()

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """Stop by the server's own process id. SIGINT ends open sessions in order; SIGQUIT is a crash with recovery."""
        if self.process is None:
            return
        self.process.send_signal(how)
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(PATIENCE)
        self.process = None

    def remove(self) -> None:
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def sql(self, statement: str, database: str = "postgres") -> str:
        """Run one statement with psql and give back its plain output."""
        command = ("-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", self.url(database), "-c", statement)
        return self._run("psql", *command).strip()

    def _wait(self) -> None:
        deadline = time.monotonic() + PATIENCE
        while subprocess.run([self.bin / "pg_isready", "-q", "-h", self.folder], check=False).returncode:
            if (self.process and self.process.poll() is not None) or time.monotonic() > deadline:
                raise CannotStart(
                    f"PostgreSQL did not start; its log says: {(self.folder / 'log').read_text()[-2000:]}"
                )
            time.sleep(0.05)

    def _run(self, program: str, *arguments: str) -> str:
        command = [str(self.bin / program), *arguments]
        done = subprocess.run(command, capture_output=True, text=True, cwd=self.folder, check=False, **_identity())
        if done.returncode:
            raise CannotStart(f"{program} failed: {done.stderr.strip()}")
        return done.stdout
