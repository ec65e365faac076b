"""``mulberry policy``: read a policy document."""

from __future__ import annotations

import json
from pathlib import Path

import click

from mulberry.errors import Invalid
from mulberry.law.text import Lang, t
from mulberry.policy import Reading, read, to_json
from mulberry.policy.akn import to_akn

_UNREADABLE = t(
    "读不到文件 {path}，请检查路径和权限。", "The file {path} cannot be read; please check its path and permissions."
)
_UNWRITABLE = t(
    "写不了文件 {path}，请检查路径和权限。", "The file {path} cannot be written; please check its path and permissions."
)
_PART = t("第 {n} 部分", "Part {n}")


@click.group("policy", help="Read a published policy / 阅读政策文本")
def group() -> None:
    """The commands on a policy's text."""


@group.command("read", help="Structure, clauses, alignment and findings of ZH (and its translation EN).")
@click.argument("zh", type=click.Path(path_type=Path))
@click.argument("en", type=click.Path(path_type=Path), required=False)
@click.option("--json", "as_json", is_flag=True, help="The whole reading as JSON.")
@click.option("--akn", "akn_file", type=click.Path(path_type=Path), help="Write Akoma Ntoso 3.0 to this file.")
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", show_default=True, help="Language of messages.")
def read_command(zh: Path, en: Path | None, as_json: bool, akn_file: Path | None, lang: Lang) -> None:
    """Read one policy and print it."""
    try:
        reading = read(_bytes(zh, "zh"), _bytes(en, "en") if en else None)
        if akn_file:
            _write(akn_file, to_akn(reading))
    except Invalid as error:
        click.echo(error.text.in_(lang), err=True)
        raise SystemExit(2) from error
    if as_json:
        click.echo(json.dumps(to_json(reading), ensure_ascii=False, indent=2))
    elif not akn_file:
        click.echo("\n".join(_page(reading, lang)))


def _bytes(path: Path, field: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Invalid(field, _UNREADABLE.format(path=path)) from error


def _write(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except OSError as error:
        raise Invalid("akn", _UNWRITABLE.format(path=path)) from error


def _page(reading: Reading, lang: Lang) -> list[str]:
    """The reading for a person: head, outline, clauses, findings."""
    head = reading.header
    out = [
        head.title,
        " · ".join(x for x in (head.issuer, head.number, head.dated.isoformat() if head.dated else "") if x),
    ]
    for part in reading.parts:
        out += ["", f"{_PART.format(n=part.n).in_(lang)}: {part.title}"]
        out += [f"  {m.label or m.n} {m.title}" for m in reading.measures if m.part == part.n]
    out += [f"  {m.label or m.n} {m.title}" for m in reading.measures if m.part is None]
    out.append("")
    for sentence in reading.sentences:
        out.append(f"{sentence.id}\t{sentence.text}")
        out += [f"  {c.id}\t{c.force}\t{c.cls}" + (f"\t← {c.under}" if c.under else "") for c in sentence.clauses]
        out += [f"  = {words}" for words in sentence.english]
    out.append("")
    out += [f"! {f.code} {f.zh or ''} {f.en or ''} {f.why.in_(lang)}" for f in reading.findings]
    return out
