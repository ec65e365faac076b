"""``export``: instruments in the standard formats that other programs read."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from mulberry.cli.speaking import DAY, Speech, spoken, today
from mulberry.errors import Invalid
from mulberry.instrument import Kind
from mulberry.law.text import t

OUT = click.option("-o", "--out", type=click.Path(path_type=Path), required=True, help="写入的文件 / file to write")
AS_OF = click.option("--as-of", type=DAY, help="以哪一天的法律为准 / the day of law")


@click.group(help="以标准格式导出 / Export in standard formats.")
def group() -> None:
    """Each format is a command of its own."""


@group.command(help="判定规则的 DMN 1.5 文件 / A decision as DMN 1.5.")
@click.argument("instrument")
@OUT
@AS_OF
@spoken
def dmn(speech: Speech, instrument: str, out: Path, as_of: date | None) -> None:
    from mulberry.decisions.dmn.export import export, outside_values

    day, decision = as_of or today(), _decision(instrument)
    _write(out, export(decision, day))
    given = outside_values(decision, day)
    told = {"instrument": instrument, "as_of": day, "file": str(out), "given": list(given)}
    note = t(
        "另有 {n} 项输入须由使用者按其说明算好填入，例如按工作日计算的期日。",
        "{n} more inputs must be worked out as their labels say, such as days counted by the calendar.",
    ).in_(speech.lang)
    speech.give(told, lambda: f"{out}\n{note.format(n=len(given))}" if given else str(out))


@group.command(help="判定规则的文字 / A decision in words, as Markdown.")
@click.argument("instrument")
@OUT
@AS_OF
@spoken
def prose(speech: Speech, instrument: str, out: Path, as_of: date | None) -> None:
    from mulberry.decisions.prose import prose as read_out

    day = as_of or today()
    _write(out, read_out(_decision(instrument), day).markdown(speech.lang).encode())
    speech.give({"instrument": instrument, "as_of": day, "file": str(out)}, lambda: str(out))


@group.command(help="判定规则的判定表 / A decision as tables, in Markdown.")
@click.argument("instrument")
@OUT
@AS_OF
@spoken
def table(speech: Speech, instrument: str, out: Path, as_of: date | None) -> None:
    from mulberry.decisions.table import markdown

    day = as_of or today()
    _write(out, markdown(_decision(instrument), day, speech.lang).encode())
    speech.give({"instrument": instrument, "as_of": day, "file": str(out)}, lambda: str(out))


def _decision(id_: str) -> Any:
    from mulberry.pack.pack import library

    found = library().instrument(id_)
    if found.kind is not Kind.DECISION:
        zh = f"“{id_}”是{found.kind.text.zh}，这种格式只用于判定"
        raise Invalid("instrument", t(zh, f"“{id_}” is a {found.kind.text.en.lower()}; this format is for decisions"))
    return found


def _write(out: Path, content: bytes) -> None:
    try:
        out.write_bytes(content)
    except OSError as error:
        why = error.strerror or str(error)
        raise Invalid("out", t(f"无法写入 {out}：{why}", f"cannot write {out}: {why}")) from None
