"""Makes the reference pages from the code: ``make docs``. A test fails while the pages differ from what this makes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import click

from mulberry.cli.main import root
from mulberry.instrument import Instrument, Kind
from mulberry.law.basis import Basis
from mulberry.pack.pack import library

HERE = Path(__file__).parent / "reference"
NOTICE = "<!-- Made from the code by `make docs`; do not edit. -->\n\n"


def commands() -> str:
    """Every command with its options, as the command line itself tells them."""
    parts = ["# Commands\n"]
    context = click.Context(root, info_name="mulberry")
    for name, command, within in _commands(root, context, "mulberry"):
        parts.append(f"## `{name}`\n\n```\n{command.get_help(within).strip()}\n```\n")
    return "\n".join(parts)


def _commands(
    group: click.Group, context: click.Context, name: str
) -> Iterator[tuple[str, click.Command, click.Context]]:
    for word in group.list_commands(context):
        command = group.get_command(context, word)
        if command is None:
            continue
        within = click.Context(command, info_name=f"{name} {word}", max_content_width=100, terminal_width=100)
        if isinstance(command, click.Group):
            yield from _commands(command, within, f"{name} {word}")
        else:
            yield f"{name} {word}", command, within


def instruments() -> str:
    """Every instrument of the installed packs, by system."""
    parts = ["# Instruments\n", "Ids are stable. 政策工具一览，编号稳定不变。\n"]
    for pack in library().packs:
        parts.append(f"## {pack.title.zh} / {pack.title.en}\n")
        parts.append("| system | id | kind | clauses | title | 名称 |\n| --- | --- | --- | --- | --- | --- |")
        parts += [_row(instrument) for instrument in sorted(pack.instruments, key=_order)]
    return "\n".join(parts) + "\n"


def _row(i: Instrument) -> str:
    return f"| {i.system} | `{i.id}` | {i.kind.value} | {', '.join(i.clauses)} | {i.title.en} | {i.title.zh} |"


def _order(instrument: Instrument) -> tuple[str, int, str]:
    return instrument.system.rjust(8), list(Kind).index(instrument.kind), instrument.id


def parameters() -> str:
    """Every dated parameter with its versions, basis and standing."""
    parts = ["# Dated parameters\n", "A value that nobody has compared with the official text is *unconfirmed*.\n"]
    parts.append(
        "| key | value | unit | from | until | basis | standing |\n| --- | --- | --- | --- | --- | --- | --- |"
    )
    known = {key: parameter for pack in library().packs for key, parameter in pack.parameters.items()}
    for key, parameter in sorted(known.items()):
        for v in parameter.versions:
            value = "—" if v.value is None else v.value
            cells = (
                f"`{key}`",
                value,
                parameter.unit,
                v.since or "…",
                v.until or "…",
                _cited(v.basis),
                v.standing.value,
            )
            parts.append("| " + " | ".join(map(str, cells)) + " |")
    return "\n".join(parts) + "\n"


def _cited(basis: Basis) -> str:
    return basis.label().zh


PAGES: Mapping[str, Callable[[], str]] = {
    "commands.md": commands,
    "instruments.md": instruments,
    "parameters.md": parameters,
}


def main() -> None:
    """Write every page."""
    HERE.mkdir(exist_ok=True)
    for name, page in PAGES.items():
        (HERE / name).write_text(NOTICE + page(), encoding="utf-8")
        sys.stdout.write(f"docs/reference/{name}\n")


if __name__ == "__main__":
    main()
