"""A decision for every subject of a Parquet file, piece by piece: bounded memory, and a run that can be resumed.

Every piece is kept in a folder beside the result until the last is done. A manifest pins what the pieces belong to: the
file, the rule as it runs on that day, and the engine.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl

from mulberry.decisions.columns.by_row import decide_rows
from mulberry.decisions.columns.engines import ENGINES, Piece
from mulberry.decisions.columns.inputs import BAD, Prepared, bad_rows, prepared, sources
from mulberry.decisions.columns.outputs import shown
from mulberry.decisions.columns.plan import REFUSED, plan
from mulberry.decisions.declare import Decision
from mulberry.decisions.scalar import source as text_of_rule
from mulberry.errors import Invalid
from mulberry.law.text import Text, t

ROWS = 500_000
BY_ROW = "python"
TOLD = 10
"""How many wrong rows are told at once."""
Progress = Callable[[int, int], None]

NO_FILE = t("{path}：读不出 Parquet 文件（{why}）。", "{path}: no readable Parquet file ({why}).")
NO_KEY = t(
    "人群文件：没有“{key}”列；请用 --key 指明哪一列是对象的编号。",
    "population: there is no column {key}; name the column that identifies a subject by --key.",
)
STRANGE = t(
    "列 {names}：既不是编号，也不是这类对象的事实；请删去或改名。",
    "column {names}: neither the key nor a fact of this subject; remove or rename it.",
)
NO_FACT = t(
    "人群文件：没有这一判定所用的任何事实；它读取：{names}。",
    "population: it holds none of the facts of this decision, which reads {names}.",
)
TWICE = t("列 {key}：编号重复，如 {value}；每个对象一行。", "column {key}: {value} stands twice; one row per subject.")
EMPTY = t("列 {key}：第{row}行没有编号。", "column {key}: row {row} has no key.")
WRONG = t("第{row}行（{key}）{text}", "row {row} ({key}) {text}")
MORE = t("（共{count}行有误）", " ({count} rows are wrong)")
CHANGED = t(
    "--resume：{path} 中的部分结果属于另一份文件、另一版规则或另一引擎；请去掉 --resume 重新开始。",
    "--resume: the pieces in {path} belong to another file, rule or engine; start anew without --resume.",
)


@dataclass(frozen=True, slots=True)
class Run:
    """One run: which decision, over which file, on which day, by which engine, into which file."""

    decision: type[Decision[Any]]
    population: Path
    out: Path
    as_of: date
    engine: str = "polars"
    key: str = "key"
    rows: int = ROWS

    @property
    def folder(self) -> Path:
        return self.out.with_name(self.out.name + ".parts")


def decide_all(run: Run, *, resume: bool = False, progress: Progress = lambda _done, _all: None) -> int:
    """Decide every row and write the result; the number of rows. ``Invalid`` names the rows and columns at fault."""
    frame, total = _opened(run)
    ready = _columns(run, frame.collect_schema())
    _check_keys(run, frame)
    done = _begin(run, total, resume=resume)
    for place, start in enumerate(range(0, total, run.rows)):
        if place >= done:
            piece = _piece(run, frame.slice(start, run.rows), ready, start)
            target = run.folder / f"{place:06}.parquet"
            piece.write_parquet(target.with_suffix(".tmp"))
            target.with_suffix(".tmp").rename(target)
        progress(min(start + run.rows, total), total)
    _joined(run, total)
    return total


# ------------------------------------------------------------------ the file


def _opened(run: Run) -> tuple[pl.LazyFrame, int]:
    try:
        frame = pl.scan_parquet(run.population)
        return frame, int(frame.select(pl.len()).collect().item())
    except (OSError, pl.exceptions.PolarsError) as error:
        why = str(error).splitlines()[0][:120]
        raise Invalid("population", NO_FILE.format(path=run.population, why=why)) from None


def _columns(run: Run, schema: Mapping[str, Any]) -> dict[str, Prepared]:
    """Every fact of the decision that the file has, ready to be read."""
    facts = run.decision.facts
    if run.key not in schema:
        raise Invalid("key", NO_KEY.format(key=run.key))
    if strangers := [name for name in schema if name != run.key and name not in _known(run)]:
        raise Invalid(strangers[0], STRANGE.format(names=", ".join(strangers)))
    present = {name: fact for name, fact in facts.items() if name in schema}
    if not present:
        raise Invalid("population", NO_FACT.format(names=", ".join(facts)))
    if run.engine == BY_ROW:
        return {}
    return {name: prepared(fact, schema[name]) for name, fact in present.items()}


def _known(run: Run) -> Mapping[str, Any]:
    return {**run.decision.subject_type.facts(), **run.decision.facts}


def _check_keys(run: Run, frame: pl.LazyFrame) -> None:
    """No key is missing, none stands twice: found by sorting hashes, eight bytes a row."""
    column = pl.col(run.key)
    hashed = frame.select(column.hash()).collect(engine="streaming").to_series().sort()
    again = hashed.filter(hashed == hashed.shift()).unique()
    if frame.select(column.null_count()).collect().item():
        row = frame.select(column.is_null().arg_max()).collect().item()
        raise Invalid(run.key, EMPTY.format(key=run.key, row=row + 1))
    if again.len():
        same = frame.select(column).filter(column.hash().is_in(again.implode())).collect().to_series()
        if (twice := same.filter(same.is_duplicated())).len():
            raise Invalid(run.key, TWICE.format(key=run.key, value=twice[0]))


# ------------------------------------------------------------------ one piece


def _piece(run: Run, part: pl.LazyFrame, ready: Mapping[str, Prepared], start: int) -> pl.DataFrame:
    if run.engine == BY_ROW:
        return _by_row(run, part.collect(), start)
    facts = run.decision.facts
    flags = {f"{BAD}{name}": one.bad for name, one in ready.items() if one.bad is not None}
    made = part.select(run.key, **{name: one.column for name, one in ready.items()}, **flags).collect()
    if any(made[flag].any() for flag in flags):
        raw = part.collect()
        _refuse(run, [(place, why.text) for place, _, why in bad_rows(made, facts, raw)], made, start)
    made = made.drop(list(flags))
    held = sources(facts, made, {name: one.factor for name, one in ready.items()})
    planned = plan(run.decision, run.as_of, held)
    columns = ENGINES[run.engine](Piece(run.decision, run.as_of, planned, held, made, run.key))
    if columns[REFUSED].null_count() < columns.height:
        places = columns[REFUSED].is_not_null().arg_true().to_list()
        texts = [(place, planned.refusals[columns[REFUSED][place]].text) for place in places]
        _refuse(run, texts, made, start)
    return columns.select(shown(run.decision, planned, run.key))


def _by_row(run: Run, part: pl.DataFrame, start: int) -> pl.DataFrame:
    made, wrong = decide_rows(run.decision, run.as_of, part, run.key)
    if wrong:
        _refuse(run, [(place, error.text) for place, error in wrong], part, start)
    return made


def _refuse(run: Run, wrong: list[tuple[int, Text]], made: pl.DataFrame, start: int) -> None:
    wrong = sorted(wrong, key=lambda one: one[0])
    told = [_told(text, start + place + 1, made[run.key][place]) for place, text in wrong[:TOLD]]
    more = MORE.format(count=len(wrong)) if len(wrong) > TOLD else t("。", ".")
    joined = Text("；".join(one.zh for one in told) + more.zh, "; ".join(one.en for one in told) + more.en)
    raise Invalid("population", joined)


def _told(text: Text, row: int, key: Any) -> Text:
    bare = Text(text.zh.rstrip("。"), text.en.rstrip("."))
    return Text(WRONG.zh.format(row=row, key=key, text=bare.zh), WRONG.en.format(row=row, key=key, text=bare.en))


# ------------------------------------------------------------------ pieces kept and joined


def _begin(run: Run, total: int, *, resume: bool) -> int:
    """Make or take up the folder of pieces; how many are done."""
    manifest = run.folder / "manifest.json"
    pinned = json.dumps(_pinned(run, total), sort_keys=True)
    if resume and manifest.exists():
        if manifest.read_text() != pinned:
            raise Invalid("resume", CHANGED.format(path=run.folder))
        return len(list(run.folder.glob("*.parquet")))
    shutil.rmtree(run.folder, ignore_errors=True)
    run.folder.mkdir(parents=True)
    manifest.write_text(pinned)
    return 0


def _pinned(run: Run, total: int) -> dict[str, Any]:
    """What the pieces belong to. The end of a Parquet file describes all that is in it."""
    stat = run.population.stat()
    with run.population.open("rb") as file:
        file.seek(max(0, stat.st_size - 65_536))
        end = hashlib.sha256(file.read()).hexdigest()
    rule = text_of_rule(run.decision, run.as_of, certain=False)
    return {
        "population": [stat.st_size, stat.st_mtime_ns, end, total],
        "decision": run.decision.id,
        "rule": hashlib.sha256(rule.encode()).hexdigest(),
        "as_of": run.as_of.isoformat(),
        "engine": run.engine,
        "key": run.key,
        "rows": run.rows,
    }


def _joined(run: Run, total: int) -> None:
    pieces = sorted(run.folder.glob("*.parquet"))
    if total:
        pl.scan_parquet(pieces).sink_parquet(run.out.with_name(run.out.name + ".tmp"))
    else:
        _nobody(run).write_parquet(run.out.with_name(run.out.name + ".tmp"))
    run.out.with_name(run.out.name + ".tmp").replace(run.out)
    shutil.rmtree(run.folder)


def _nobody(run: Run) -> pl.DataFrame:
    """The columns of a result without a row."""
    frame, _ = _opened(run)
    return _piece(run, frame, _columns(run, frame.collect_schema()), 0)
