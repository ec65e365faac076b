"""``decide --population``: one question for everybody in a file."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from mulberry.cli.speaking import Speech
from mulberry.errors import Invalid
from mulberry.law.text import t

MISSING = t(
    "对整个人群计算需要 polars、ibis 和 duckdb；请安装 mulberry[population]。",
    "population runs need polars, ibis and duckdb; install mulberry[population].",
)
STOPPED = t(
    "已停止；已完成的部分保留在 {path}，加上 --resume 可继续。",
    "stopped; what is done is kept in {path}; --resume goes on from there.",
)
NO_OUT = t("--out：请指明结果写入哪个 Parquet 文件。", "--out: name the Parquet file to write the answers to.")
SAME = t("--out：不能与人群文件相同。", "--out: must not be the population file itself.")


def decide_population(
    speech: Speech, decision: Any, population: str, out: str | None, as_of: date, engine: str, key: str, *, resume: bool
) -> None:
    """Decide every row of a Parquet file; progress goes to stderr, the number of rows to stdout."""
    try:
        from mulberry.decisions.columns.population import Run, decide_all
    except ModuleNotFoundError as error:
        raise Invalid("population", MISSING) from error
    if out is None:
        raise Invalid("out", NO_OUT)
    if Path(out).resolve() == Path(population).resolve():
        raise Invalid("out", SAME)
    run = Run(decision, Path(population), Path(out), as_of, engine, key)

    def progress(done: int, total: int) -> None:
        click.echo(f"{done}/{total}", err=True)

    try:
        rows = decide_all(run, resume=resume, progress=progress)
    except KeyboardInterrupt:
        click.echo(STOPPED.format(path=run.folder).in_(speech.lang), err=True)
        raise SystemExit(130) from None
    answer = {"instrument": decision.id, "as_of": as_of.isoformat(), "rows": rows, "out": out}
    speech.give(answer, lambda: t(f"{rows} 行，写入 {out}", f"{rows} rows written to {out}").in_(speech.lang))
