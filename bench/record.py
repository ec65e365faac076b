"""The record's tree against pymerkle, in the same minute on the same machine: read the ratios, not the rates.

    python bench/record.py [--leaves 1000000] [--quick] [--no-peer]

pymerkle (GPL) is a judge and nothing else: it is installed into an environment that is deleted afterwards, runs in a
process of its own, and is asked for the same root. Where it cannot be installed, our own figures stand alone.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median

PEER = "pymerkle==7.0.0"
PROOFS = 500
Figures = dict[str, float | str]


def entries(count: int) -> list[bytes]:
    """256 bytes each, as an event of the record has."""
    return [index.to_bytes(8, "big") * 32 for index in range(count)]


def timed(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def microseconds(run: Callable[[int], object], count: int) -> float:
    """Median over random leaves or sizes, each asked for once."""
    choice = random.Random(1)  # noqa: S311  the same places for everybody
    places = [choice.randrange(1, count) for _ in range(PROOFS)]
    return median(timed(partial(run, at)) for at in places) * 1e6


def best(run: Callable[[], object], times: int) -> float:
    return min(timed(run) for _ in range(times))


def ours(count: int, single: int) -> Figures:
    from mulberry.record.merkle import Log, leaf_hash
    from mulberry.record.proofs import consistency_path, inclusion_path, verify_inclusion

    data = entries(count)

    def one_by_one() -> Log:
        log = Log()
        for leaf in data:
            log.append(leaf)
        return log

    def bulk() -> Log:
        log = Log()
        log.extend(data)
        return log

    figures: Figures = {"bulk": count / best(bulk, 2), "one": count / best(one_by_one, 2)}
    log = bulk()
    root = log.root()
    path = inclusion_path(count // 3, count, log.node)
    leaf = leaf_hash(data[count // 3])
    figures |= {
        "root": root.hex(),
        "inclusion": microseconds(lambda at: inclusion_path(at, count, log.node), count),
        "consistency": microseconds(lambda at: consistency_path(at, count, log.node), count),
        "verify": microseconds(lambda _: verify_inclusion(leaf, count // 3, count, path, root), count),
    }
    with tempfile.TemporaryDirectory() as folder:
        return figures | disk(Path(folder), log, single)


class Table:
    """Complete nodes in a table, as a desk keeps them; the frontier lives in memory between appends."""

    def __init__(self, path: Path) -> None:
        from mulberry.record.merkle import Frontier

        self.connection = sqlite3.connect(path, isolation_level=None)
        self.connection.execute("PRAGMA journal_mode=WAL")
        self.connection.execute("PRAGMA synchronous=FULL")
        self.connection.execute(
            "CREATE TABLE IF NOT EXISTS node (level, at, hash, PRIMARY KEY (level, at)) WITHOUT ROWID"
        )
        size = self.connection.execute("SELECT coalesce(max(at) + 1, 0) FROM node WHERE level = 0").fetchone()[0]
        self.frontier = Frontier.at(size, self.node)

    def node(self, level: int, index: int) -> bytes:
        row = self.connection.execute("SELECT hash FROM node WHERE level = ? AND at = ?", (level, index)).fetchone()
        return bytes(row[0])

    def append(self, leaf: bytes) -> None:
        """One leaf, one transaction, on the disk before it returns."""
        from mulberry.record.merkle import leaf_hash

        self.frontier, nodes = self.frontier.append(leaf_hash(leaf))
        self.connection.execute("BEGIN IMMEDIATE")
        self.load((node.level, node.index, node.hash) for node in nodes)
        self.connection.execute("COMMIT")

    def append_each(self, leaves: list[bytes]) -> None:
        for leaf in leaves:
            self.append(leaf)

    def load(self, rows: Iterator[tuple[int, int, bytes]]) -> None:
        self.connection.executemany("INSERT INTO node VALUES (?, ?, ?)", rows)


def disk(folder: Path, log: object, single: int) -> Figures:
    from mulberry.record.merkle import Log
    from mulberry.record.proofs import consistency_path, inclusion_path

    assert isinstance(log, Log)
    count = log.size
    table = Table(folder / "one.sqlite")
    data = entries(single)
    figures: Figures = {"disk-one": single / timed(lambda: table.append_each(data))}
    table = Table(folder / "all.sqlite")
    table.connection.execute("BEGIN")
    for level, row in enumerate(log.levels):
        table.load((level, at, value) for at, value in enumerate(row))
    table.connection.execute("COMMIT")
    table.connection.close()
    roots = []
    figures["open"] = timed(lambda: roots.append(Table(folder / "all.sqlite").frontier.root())) * 1e3
    assert roots == [log.root()]
    opened = Table(folder / "all.sqlite")
    figures["disk-inclusion"] = microseconds(lambda at: inclusion_path(at, count, opened.node), count)
    figures["disk-consistency"] = microseconds(lambda at: consistency_path(at, count, opened.node), count)
    return figures | files(folder, log)


def files(folder: Path, log: object) -> Figures:
    """The other store: a plain file of 32-byte hashes per level."""
    from mulberry.record.merkle import Frontier, Log
    from mulberry.record.proofs import inclusion_path

    assert isinstance(log, Log)
    for level, row in enumerate(log.levels):
        (folder / str(level)).write_bytes(b"".join(row))
    handles: list[int] = []

    def node(level: int, index: int) -> bytes:
        return os.pread(handles[level], 32, index * 32)

    def reopen() -> bytes:
        handles.extend(os.open(folder / str(level), os.O_RDONLY) for level in range(len(log.levels)))
        return Frontier.at(os.fstat(handles[0]).st_size // 32, node).root()

    opening = timed(reopen) * 1e3
    return {
        "file-open": opening,
        "file-inclusion": microseconds(lambda at: inclusion_path(at, log.size, node), log.size),
    }


def peer(count: int, single: int) -> Figures:
    import pymerkle  # type: ignore[import-not-found]

    data = entries(count)
    memory: list[object] = []

    def one_by_one() -> None:
        tree = pymerkle.InmemoryTree()
        for leaf in data:
            tree.append_entry(leaf)

    def bulk() -> None:
        tree = pymerkle.InmemoryTree()
        tree.append_entries(data)
        memory[:] = [tree]

    figures: Figures = {"one": count / timed(one_by_one), "bulk": count / best(bulk, 2)}
    tree: object = memory[0]
    figures["root"] = tree.get_root().hex()  # type: ignore[attr-defined]
    figures |= asked(tree, count, "")
    with tempfile.TemporaryDirectory() as folder:
        small = pymerkle.SqliteTree(str(Path(folder) / "one.sqlite"))
        figures["disk-one"] = single / timed(lambda: [small.append_entry(leaf) for leaf in data[:single]])
        large = pymerkle.SqliteTree(str(Path(folder) / "all.sqlite"))
        large.append_entries(data)
        del large
        opened: list[object] = []

        def reopen() -> None:
            opened.append(pymerkle.SqliteTree(str(Path(folder) / "all.sqlite")))
            opened[0].get_root()  # type: ignore[attr-defined]

        figures["open"] = timed(reopen) * 1e3
        return figures | asked(opened[0], count, "disk-")


def asked(tree: object, count: int, where: str) -> Figures:
    return {
        f"{where}inclusion": microseconds(lambda at: tree.prove_inclusion(at, count), count),  # type: ignore[attr-defined]
        f"{where}consistency": microseconds(lambda at: tree.prove_consistency(at, count), count),  # type: ignore[attr-defined]
    }


def measure_peer(count: int, single: int) -> Figures:
    """pymerkle's figures from a process of its own; none, with the reason said, where it cannot be had."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = str(Path(folder) / "bin" / "python")
        install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", PEER]
        got = subprocess.run(install, capture_output=True, text=True, check=False)
        if got.returncode:
            print(f"{PEER} could not be installed, so nothing is compared: {got.stderr.strip().splitlines()[-1]}")
            return {}
        command = [python, __file__, "--as-peer", "--leaves", str(count), "--single", str(single)]
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
        figures: Figures = json.loads(done.stdout)
        return figures


ROWS = [
    ("bulk", "append in bulk, memory", "/s", True),
    ("one", "append one by one, memory", "/s", True),
    ("disk-one", "append one by one, SQLite, each durable", "/s", True),
    ("inclusion", "inclusion proof, memory", "us", False),
    ("consistency", "consistency proof, memory", "us", False),
    ("verify", "verify an inclusion proof", "us", False),
    ("open", "open and first root, SQLite", "ms", False),
    ("disk-inclusion", "inclusion proof, SQLite", "us", False),
    ("disk-consistency", "consistency proof, SQLite", "us", False),
    ("file-open", "open and first root, files", "ms", False),
    ("file-inclusion", "inclusion proof, files", "us", False),
]


def shown(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def report(count: int, own: Figures, other: Figures) -> None:
    print(f"\n| {count:,} leaves of 256 bytes | unit | Mulberry | pymerkle | ratio |")
    print("| --- | --- | ---: | ---: | ---: |")
    for key, name, unit, more_is_better in ROWS:
        mine, theirs = float(own[key]), float(other.get(key, 0))
        ratio = (mine / theirs if more_is_better else theirs / mine) if theirs else 0
        compared = f"{shown(theirs)} | {ratio:.1f} x" if theirs else "| "
        print(f"| {name} | {unit} | {shown(mine)} | {compared} |")
    if other:
        assert own["root"] == other["root"], "the two trees do not have the same root"
        print("\nBoth have the same root.")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--leaves", type=int, default=1_000_000)
    arguments.add_argument("--single", type=int, default=5_000, help="leaves appended one by one to the disk")
    arguments.add_argument("--quick", action="store_true", help="100 000 leaves")
    arguments.add_argument("--no-peer", action="store_true", help="measure ourselves alone")
    arguments.add_argument("--as-peer", action="store_true", help=argparse.SUPPRESS)
    options = arguments.parse_args()
    count = 100_000 if options.quick else options.leaves
    if options.as_peer:
        json.dump(peer(count, options.single), sys.stdout)
        return
    report(count, ours(count, options.single), {} if options.no_peer else measure_peer(count, options.single))


if __name__ == "__main__":
    main()
