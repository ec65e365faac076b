"""The write door against the plain-ORM step of the peers' script, alternating in the same minutes: read the ratios.

    python bench/door.py [../shared/bench/cases/bench_cases.py] [--rounds 7] [--seconds 1.5]

The plain step is `atomic()`, a row lock, `save(update_fields)` and one `create`; it checks a state and nothing else.
Ours checks fields, right, version and clocks, seals the event into the tree and keeps state, notices and checkpoints.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import quote

HERE = Path(__file__).resolve().parent
PEER = HERE.parents[1] / "shared" / "bench" / "cases" / "bench_cases.py"
OURS = [sys.executable, str(HERE / "_permit.py")]
Figures = dict[str, float]
WRITERS = (1, 2, 4, 8)


def run(command: Sequence[str], **environment: str) -> Figures:
    done = subprocess.run(
        command, env={**os.environ, **environment}, check=False, capture_output=True, text=True, cwd=HERE.parent
    )
    if done.returncode:
        sys.exit(done.stderr)
    last = done.stdout.splitlines()[-1:] or ["{}"]
    told: Figures = json.loads(last[0])
    return told


def ours(folder: Path, url: str, *words: str) -> Figures:
    return run([*OURS, *words], MULBERRY_DATA=str(folder), DATABASE_URL=url)


def one_round(seconds: str, url: Callable[[], str]) -> Figures:
    """Our figures on an empty database."""
    with tempfile.TemporaryDirectory(prefix="bench-door-") as folder:
        where = url()
        ours(Path(folder), where, "prepare")
        return ours(Path(folder), where, "round", seconds)


def peers_round(peer: Path, name: str, dsn: str, seconds: str) -> Figures:
    with tempfile.TemporaryDirectory(prefix="bench-peer-") as folder:
        command = [sys.executable, str(peer), "--seconds", seconds, "--child", name, f"{folder}/store.db", dsn]
        return run(command)


def alternating(runs: dict[str, Callable[[], Figures]], rounds: int) -> dict[str, Figures]:
    got: dict[str, list[Figures]] = {name: [] for name in runs}
    for number in range(rounds):
        for name in sorted(runs, reverse=bool(number % 2)):
            got[name].append(runs[name]())
    return {name: {key: median(one[key] for one in all_) for key in all_[0]} for name, all_ in got.items()}


def writers(url: Callable[[], str], number: int, seconds: str) -> tuple[float, int, int]:
    """Cases a second of so many processes together, and the fewest and most that one of them got done."""
    with tempfile.TemporaryDirectory(prefix="bench-door-") as folder:
        where = url()
        ours(Path(folder), where, "prepare")
        environment = {**os.environ, "MULBERRY_DATA": folder, "DATABASE_URL": where}
        pipe = subprocess.PIPE
        started = [
            subprocess.Popen(
                [*OURS, "parallel", f"W{at}", seconds], env=environment, stdin=pipe, stdout=pipe, text=True
            )
            for at in range(number)
        ]
        for process in started:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
        for process in started:
            assert process.stdin is not None
            process.stdin.write("go\n")
            process.stdin.flush()
        got = [json.loads(process.communicate()[0].splitlines()[-1]) for process in started]
    cases = [one["cases"] for one in got]
    return sum(one["cases"] / one["seconds"] for one in got), min(cases), max(cases)


def tell(title: str, figures: dict[str, Figures], plain: str) -> None:
    print(f"\n{title}\n{'':34}{'cases/s':>9}{'us/step':>9}{'cpu us':>8}{'p99 us':>8}{'B/case':>8}{'ratio':>7}")
    for name, f in figures.items():
        ratio = f["step_us"] / figures[plain]["step_us"]
        print(
            f"{name:34}{f['cases_s']:9.0f}{f['step_us']:9.0f}{f['cpu_us']:8.0f}{f['p99_us']:8.0f}"
            f"{f['bytes_case']:8.0f}{ratio:7.2f}"
        )


def tell_writers(title: str, url: Callable[[], str], seconds: str) -> None:
    print(f"\n{title}: writers, cases/s together, fewest and most of one")
    alone = 0.0
    for number in WRITERS:
        rate, least, most = writers(url, number, seconds)
        alone = alone or rate
        print(f"{number:3}{rate:10.0f}  x{rate / alone:.2f}  {least:6} {most:6}  fair {least / max(most, 1):.2f}")


def long_case(url: Callable[[], str]) -> None:
    with tempfile.TemporaryDirectory(prefix="bench-door-") as folder:
        where = url()
        ours(Path(folder), where, "prepare")
        told = ours(Path(folder), where, "long", "700")
    ratio = told["late_us"] / told["early_us"]
    print(f"\nOne case, 700 steps: early {told['early_us']:.0f} us, late {told['late_us']:.0f} us, ratio {ratio:.2f}")


def script(peer: Path) -> Any:
    """The peers' script, for its scratch PostgreSQL."""
    spec = importlib.util.spec_from_file_location("bench_cases", peer)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["bench_cases"] = module
    spec.loader.exec_module(module)
    return module


class Databases:
    """A new database of the scratch server every time one is asked for."""

    def __init__(self, dsn: str, folder: Path) -> None:
        self.dsn, self.folder, self.made = dsn, folder, 0

    def __call__(self) -> str:
        import psycopg

        self.made += 1
        with psycopg.connect(self.dsn, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE d{self.made}")
        return f"postgresql://bench@{quote(str(self.folder), safe='')}:54329/d{self.made}"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("peer", nargs="?", type=Path, default=PEER)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--seconds", default="1.5")
    parser.add_argument("--no-writers", action="store_true")
    given = parser.parse_args()
    if not given.peer.is_file():
        sys.exit(f"The peers' script is not at {given.peer}: name it as the first argument.")
    seconds = given.seconds

    def none() -> str:
        return ""

    plain = "Django ORM, SQLite FULL"
    runs = {"ours": lambda: one_round(seconds, none), plain: lambda: peers_round(given.peer, plain, "", seconds)}
    tell("SQLite, synchronous FULL", alternating(runs, given.rounds), plain)
    long_case(none)
    if not given.no_writers:
        tell_writers("SQLite", none, seconds)
    scratch = Path(tempfile.mkdtemp(prefix="bench-door-pg-"))
    scratch.chmod(0o755)
    with script(given.peer).Postgres(scratch / "pg") as server:
        if not server.dsn:
            print("PostgreSQL is not installed: nothing measured on it.")
            return
        url, plain = Databases(server.dsn, scratch / "pg"), "Django ORM, PostgreSQL"
        runs = {
            "ours": lambda: one_round(seconds, url),
            plain: lambda: peers_round(given.peer, plain, server.dsn, seconds),
        }
        tell("PostgreSQL, durable", alternating(runs, given.rounds), plain)
        if not given.no_writers:
            tell_writers("PostgreSQL", url, seconds)


if __name__ == "__main__":
    main()
