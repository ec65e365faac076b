"""``mulberry policy``: read a policy document, attach it to its pack, and keep its task table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from mulberry.cli.policy_attach import attach
from mulberry.cli.policy_files import load, load_if, write, write_new
from mulberry.cli.policy_fingerprints import fingerprints
from mulberry.cli.policy_table import table
from mulberry.cli.speaking import Speech, spoken
from mulberry.errors import Invalid
from mulberry.law.text import Lang, t
from mulberry.policy import Reading, read, to_json
from mulberry.policy.akn import to_akn

_PART = t("第 {n} 部分", "Part {n}")
_TABLE_FIRST = t("--assigned 要与 --table 一起用。", "--assigned goes with --table.")
FILE = click.Path(path_type=Path, dir_okay=False)


@click.group("policy", help="阅读政策文本 / Read a published policy")
def group() -> None:
    """The commands on a policy's text."""


for _command in (attach, table, fingerprints):
    group.add_command(_command)


@group.command(
    "read",
    help="读出 ZH（及译文 EN）的结构、款项、对照和问题 / Structure, clauses, alignment and findings of ZH "
    "(and its translation EN).",
)
@click.argument("zh", type=FILE)
@click.argument("en", type=FILE, required=False)
@click.option("--akn", type=FILE, help="写成 Akoma Ntoso 3.0 / write Akoma Ntoso 3.0 to this file")
@click.option("--table", "table_file", type=FILE, help="写成任务分解表 .xlsx / write the task table to this new file")
@click.option("--assigned", type=FILE, help="沿用此前任务分解表的填报内容 / carry over what an earlier table assigns")
@spoken
def read_command(
    speech: Speech, zh: Path, en: Path | None, akn: Path | None, table_file: Path | None, assigned: Path | None
) -> None:
    """Read one policy and print it, or write it in the formats asked for."""
    if assigned and not table_file:
        raise Invalid("assigned", _TABLE_FIRST)
    reading = read(load(zh, "zh"), load_if(en, "en"))
    if akn:
        write(akn, to_akn(reading), "akn")
    if table_file:
        write_new(table_file, _tasks(reading, assigned, speech.lang), "table")
    if speech.as_json or not (akn or table_file):
        speech.give(to_json(reading), lambda: "\n".join(_page(reading, speech.lang)))


def _tasks(reading: Reading, assigned: Path | None, lang: Lang) -> bytes:
    """The task table; where the text is a pack's policy, under its ids and with its instruments."""
    from mulberry.pack.pack import library
    from mulberry.pack.tasks import assignments, instruments, under_pack
    from mulberry.policy.table import read_table, write_table

    pack, own = under_pack(library().packs, reading)
    tools: Mapping[str, Sequence[str]] = instruments(pack, own) if pack else {}
    earlier = assignments(read_table(load(assigned, "assigned"))) if assigned else {}
    return write_table(own, instruments=tools, assignments=earlier, lang=lang)


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
