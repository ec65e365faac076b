"""``mulberry policy fingerprints``: the table by which a pack recognises its text, made anew under the pack's ids."""

from __future__ import annotations

from pathlib import Path

import click

from mulberry.cli.policy_files import load, write
from mulberry.cli.speaking import Speech, spoken
from mulberry.law.text import t

FILE = click.Path(path_type=Path, dir_okay=False)
_DONE = t("已写入 {path}：{n} 个指纹。", "{n} fingerprints are in {path}.")


@click.command(
    help="政策包的指纹模块：只有散列值，没有原文；已有的编号不变 / The fingerprint module of a pack: hashes, no text; "
    "ids stay as they are."
)
@click.argument("zh", type=FILE)
@click.option("--pack", default=None, help="政策包 / which pack")
@click.option("-o", "--output", type=FILE, help="写入此文件 / write to this file")
@spoken
def fingerprints(speech: Speech, zh: Path, pack: str | None, output: Path | None) -> None:
    from mulberry.pack.belonging import candidates, choose
    from mulberry.pack.living import living
    from mulberry.pack.pack import library
    from mulberry.pack.prints import table
    from mulberry.pack.scaffold.prints import module
    from mulberry.policy import read

    reading = read(load(zh, "zh"))
    chosen = choose(candidates(library().packs, reading), reading, pack).pack
    rows = table(living(chosen, reading).reading)
    if output:
        write(output, module(rows).encode(), "output")
    told = {"pack": chosen.id, "fingerprints": rows, "file": str(output) if output else None}
    done = _DONE.format(path=output, n=len(rows)).in_(speech.lang)
    speech.give(told, lambda: done if output else module(rows).rstrip("\n"))
