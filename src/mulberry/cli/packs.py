"""``mulberry pack``: a new pack from a policy."""

from __future__ import annotations

import re
from pathlib import Path

import click

from mulberry.cli.policy_files import load, load_if
from mulberry.cli.speaking import Speech, spoken
from mulberry.law.text import t

FILE = click.Path(path_type=Path, dir_okay=False)
_DONE = t(
    "政策包 {id} 已写入 {dir}：{sentences} 句、{clauses} 款、{measures} 条措施。接下来：pip install "
    "--no-build-isolation -e {dir}，然后见其中的 README.md。",
    "The pack {id} is in {dir}: {sentences} sentences, {clauses} clauses, {measures} measures. Next: pip install "
    "--no-build-isolation -e {dir}, and then its README.md.",
)


@click.group("pack", help="政策包 / Packs.")
def group() -> None:
    """The commands on packs."""


@group.command("new", help="由政策文本新建一个可运行的政策包 / A runnable skeleton of a pack from a policy's text.")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--policy", type=FILE, required=True, help="政策正文 / the policy's Chinese text")
@click.option("--en", type=FILE, help="英文译文 / its English translation")
@click.option("--id", "id_", default=None, help="编号；默认取文件夹名 / the pack's id; the folder's name by default")
@spoken
def new(speech: Speech, folder: Path, policy: Path, en: Path | None, id_: str | None) -> None:
    from mulberry.pack.pack import library
    from mulberry.pack.scaffold import files, named
    from mulberry.pack.scaffold.writer import check_folder, write
    from mulberry.policy import read

    check_folder(folder)
    reading = read(load(policy, "policy"), load_if(en, "en"))
    id = id_ if id_ is not None else _id_of(folder)
    names = named(reading, id, {pack.id for pack in library().packs})
    made = files(names, reading)
    write(folder, made)
    counts = {
        "sentences": len(reading.sentences),
        "clauses": sum(len(sentence.clauses) for sentence in reading.sentences),
        "measures": len(reading.measures),
    }
    told = {"id": names.id, "dir": str(folder), "package": names.module, **counts, "files": sorted(made)}
    speech.give(told, lambda: _DONE.format(id=names.id, dir=folder, **counts).in_(speech.lang))


def _id_of(folder: Path) -> str:
    """The folder's name in the form of an id, as far as it has one."""
    name = folder.resolve().name.lower().removeprefix("mulberry-")
    return re.sub(r"[\s_.]+", "-", name)
