"""``test``: run worked cases."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from mulberry.cli.speaking import Speech, spoken, today
from mulberry.errors import Invalid
from mulberry.law.text import t


@click.command(
    help="运行工作用例；不给文件则运行各政策包自带的 / Run worked cases; the packs' own where no file is named."
)
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--system", default=None, help="只运行这一事项的用例 / only the cases of this system")
@spoken
def test(speech: Speech, files: tuple[Path, ...], system: str | None) -> None:
    from mulberry.pack.pack import library
    from mulberry.pack.worked_cases import run_file

    installed = library()
    paths = list(files) or [path for pack in installed.packs for path in sorted(pack.folder.rglob("cases.yaml"))]
    results = [result for path in paths for result in run_file(path, installed.by_id, today())]
    results = [result for result in results if system is None or result.system == system]
    if not results:
        raise Invalid("files", t("没有找到任何工作用例", "no worked case was found"))
    failed = [result for result in results if not result.ok]
    passed = len(results) - len(failed)

    def page() -> str:
        lines: list[str] = []
        for result in failed:
            lines.append(f"✗ {result.file}: {result.title}")
            lines += [f"    {d.at}: expected {_short(d.expected)}, got {_short(d.got)}" for d in result.differs]
        return "\n".join(
            [
                *lines,
                t(f"{passed} 通过，{len(failed)} 未通过", f"{passed} passed, {len(failed)} failed").in_(speech.lang),
            ]
        )

    told = {"passed": passed, "failed": len(failed), "cases": [result.to_json() for result in results]}
    speech.give(told, page)
    sys.exit(1 if failed else 0)


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) < 300 else text[:300] + "…"
