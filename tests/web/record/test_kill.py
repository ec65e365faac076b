"""Killed at any moment, the record is whole and nothing that was acknowledged is lost."""

from __future__ import annotations

import random
import signal
import subprocess
import time
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.support.postgres_server import PostgresServer
from tests.web.record.desks import Desk, go

LOADERS = 2


def killed_under_load(desk: Desk, round_: int, seconds: float) -> dict[str, int]:
    """Let processes work for a moment and kill them; gives the last acknowledged version of each case."""
    with ExitStack() as stack:
        names = [f"K{round_}.{number}-" for number in range(LOADERS)]
        loaders = [stack.enter_context(desk.running("load", name, 60)) for name in names]
        for loader in loaders:
            go(loader)
        time.sleep(seconds)
        for loader in loaders:
            loader.kill()
        return {key: version for loader in loaders for key, version in acknowledged(loader)}


def acknowledged(loader: subprocess.Popen[str]) -> list[tuple[str, int]]:
    """What the process had told before it was killed; its last line may have been cut short."""
    out, _ = loader.communicate()
    lines = [line.split() for line in out.split("\n")[:-1]]
    return [(line[1], int(line[2])) for line in lines if line[0] == "done"]


def check_nothing_lost(desk: Desk, told: dict[str, int]) -> None:
    stored, differences = {}, ["unread"]
    for line in desk.run("look"):
        if line[0] == "stream":
            stored[line[1]] = int(line[2])
        elif line[0] == "differences":
            differences = line[1:]
    assert differences[0] == "0", " ".join(differences)
    lost = {key: version for key, version in told.items() if stored.get(key, 0) < version}
    assert not lost
    assert told, "nothing was done before the kill"


def test_nothing_acknowledged_is_lost_when_the_desk_is_killed(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.run("prepare")
    moments = random.Random(282)
    told: dict[str, int] = {}
    for round_ in range(20):
        told |= killed_under_load(desk, round_, moments.uniform(0.1, 0.5))
        check_nothing_lost(desk, told)


@pytest.mark.postgres
def test_nothing_acknowledged_is_lost_when_the_database_server_is_killed(
    tmp_path: Path, postgres_server: PostgresServer, postgres_database: str
) -> None:
    desk = Desk(tmp_path, postgres_database)
    desk.run("prepare")
    moments = random.Random(282)
    told: dict[str, int] = {}
    for round_ in range(6):
        with ExitStack() as stack:
            loader = stack.enter_context(desk.running("load", f"P{round_}-", 60))
            go(loader)
            time.sleep(moments.uniform(0.2, 0.6))
            postgres_server.stop(signal.SIGQUIT)
            loader.kill()
            told |= dict(acknowledged(loader))
        postgres_server.start()
        check_nothing_lost(desk, told)
