"""``mulberry policy table``: read a filled task table back."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mulberry.cli.policy_files import load
from mulberry.cli.speaking import Speech, spoken
from mulberry.cli.speaking import table as columns
from mulberry.law.text import t

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mulberry.pack.tasks import Remark
    from mulberry.policy.table import Task

FILE = click.Path(path_type=Path, dir_okay=False)
_SUMMARY = t(
    "{rows} 款，已指定牵头单位 {led}，已定完成时限 {dated}；{remarks} 处需要处理。",
    "{rows} clauses, {led} with a lead office, {dated} with a due date; {remarks} to look at.",
)


@click.command(
    help="读回填好的任务分解表，说明变动和缺漏 / Read a filled task table back: what changed, what is missing."
)
@click.argument("file", type=FILE)
@click.option("--policy", "zh", type=FILE, help="与政策正文核对 / compare with the policy's text")
@click.option("--before", type=FILE, help="与此前的表核对 / compare with an earlier table")
@spoken
def table(speech: Speech, file: Path, zh: Path | None, before: Path | None) -> None:
    from mulberry.pack.pack import library
    from mulberry.pack.tasks import remarks, task_json
    from mulberry.policy import read
    from mulberry.policy.table import read_table

    tasks = read_table(load(file, "table"))
    reading = read(load(zh, "policy")) if zh else None
    earlier = read_table(load(before, "before")) if before else None
    found = remarks(tasks, library().packs, reading, earlier)
    told = {
        "rows": len(tasks),
        "led": sum(bool(task.lead) for task in tasks),
        "dated": sum(task.due is not None for task in tasks),
        "tasks": [task_json(task) for task in tasks],
        "remarks": [one.to_json() for one in found],
    }
    summary = _SUMMARY.format(**{**told, "remarks": len(found)}).in_(speech.lang)
    speech.give(told, lambda: "\n".join([*_rows(tasks), *_said(found, speech), summary]))
    sys.exit(1 if found else 0)


def _rows(tasks: Sequence[Task]) -> list[str]:
    rows = [(x.clause, x.force, x.lead, x.due.isoformat() if x.due else "—", x.status) for x in tasks]
    return [columns(rows), ""] if rows else []


def _said(found: Sequence[Remark], speech: Speech) -> list[str]:
    return [*(f"! {one.clause}  {one.text.in_(speech.lang)}" for one in found), *([""] if found else [])]
