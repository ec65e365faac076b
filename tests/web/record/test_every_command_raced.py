"""Every command of the installed packs, carried out twice at the same instant: as if once and then once more.

The list is generated from the packs' worked scenarios; what should come of the second is asked of the programme in
memory.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from mulberry.errors import Invalid, Refused
from mulberry.pack.pack import library
from mulberry.record.memory import Programme
from tests.support.postgres_server import PostgresServer
from tests.web.record.desks import ROOT
from tests.web.record.programme_of import machines
from tests.web.record.scenarios import Turn, command, turns

TURNS = list(turns())


def one_after_the_other(turn: Turn) -> list[str]:
    """What comes of the same command given twice, in memory."""
    programme = Programme(machines(library()))
    for step in turn.before:
        programme.do(command(step))
    outcomes = []
    for _ in range(2):
        try:
            programme.do(command(turn.step))
            outcomes.append("done")
        except Refused as refused:
            outcomes.append(f"refused {refused.code}")
        except Invalid as invalid:
            outcomes.append(f"invalid {invalid.field}")
    return outcomes


class Racer:
    """One of the two processes."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.web.record.racer"],
            env=environment, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip
        assert self.hear() == str(len(TURNS))

    def say(self, *words: object) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(" ".join(map(str, words)) + "\n")
        self.process.stdin.flush()

    def hear(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def ask(self, *words: object) -> str:
        self.say(*words)
        return self.hear()

    def end(self) -> None:
        self.process.kill()
        self.process.communicate()


def migrated(environment: dict[str, str]) -> None:
    command_line = [sys.executable, "-m", "django", "migrate", "-v0", "--skip-checks"]
    subprocess.run(command_line, env=environment, cwd=ROOT, check=True)


def environment(data: Path, url: str) -> dict[str, str]:
    found = {**os.environ, "MULBERRY_DATA": str(data), "DATABASE_URL": url, "MULBERRY_PACKS": ""}
    found["DJANGO_SETTINGS_MODULE"] = "mulberry_web.settings"
    return found


def race_all(racers: list[Racer], databases: Iterator[str]) -> None:
    first, second = racers
    for number, (turn, name) in enumerate(zip(TURNS, databases, strict=False)):
        for racer in racers:
            assert racer.ask("open", name) == "opened"
        assert first.ask("prepare", number) == "ready", turn
        for racer in racers:
            racer.say("race", number)
        outcomes = sorted(racer.hear() for racer in racers)
        assert outcomes == sorted(one_after_the_other(turn)), turn.name
        assert second.ask("check") == "sound", turn.name


@pytest.fixture
def stack() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


def start(stack: ExitStack, where: dict[str, str]) -> list[Racer]:
    racers = [Racer(where) for _ in range(2)]
    for racer in racers:
        stack.callback(racer.end)
    return racers


def test_every_command_raced_on_sqlite(tmp_path: Path, stack: ExitStack) -> None:
    where = environment(tmp_path, "")
    migrated(where)

    def databases() -> Iterator[str]:
        for number in range(len(TURNS)):
            copy = tmp_path / f"race{number}.sqlite3"
            shutil.copy(tmp_path / "mulberry.sqlite3", copy)
            yield str(copy)

    race_all(start(stack, where), databases())


@pytest.mark.postgres
def test_every_command_raced_on_postgresql(
    tmp_path: Path, stack: ExitStack, postgres_server: PostgresServer, postgres_database: str
) -> None:
    where = environment(tmp_path, postgres_database)
    migrated(where)
    template = postgres_database.rpartition("/")[2]

    def databases() -> Iterator[str]:
        for number in range(len(TURNS)):
            name = f"{template}_race{number}"
            postgres_server.sql(f"CREATE DATABASE {name} TEMPLATE {template}")
            stack.callback(postgres_server.sql, f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
            yield name

    race_all(start(stack, where), databases())
