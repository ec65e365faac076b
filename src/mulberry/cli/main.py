"""The root command: finds the others, and turns every error into one clear sentence and an exit code."""

from __future__ import annotations

import difflib
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.metadata import entry_points
from typing import Any

import click

from mulberry import __version__
from mulberry.cli.speaking import default_lang
from mulberry.errors import Invalid, MulberryError, Refused
from mulberry.law.text import Lang, Text, t

# Loaded only when called: a deadline must not wait for a policy reader or a web framework to be imported.
COMMANDS = {
    "policy": "mulberry.cli.policy:group",
    "pack": "mulberry.cli.packs:group",
    "coverage": "mulberry.cli.programme:coverage",
    "instruments": "mulberry.cli.programme:instruments",
    "params": "mulberry.cli.programme:params",
    "check": "mulberry.cli.programme:check",
    "decide": "mulberry.cli.answers:decide",
    "run": "mulberry.cli.answers:run",
    "deadline": "mulberry.cli.answers:deadline",
    "export": "mulberry.cli.export:group",
    "test": "mulberry.cli.cases:test",
    "receipt": "mulberry.cli.receipts:receipt",
}


class Root(click.Group):
    """The engine's own commands, and those of the desk and of packs, found by their entry points."""

    def list_commands(self, context: click.Context) -> list[str]:
        return sorted({*COMMANDS, *(point.name for point in entry_points(group="mulberry.commands"))})

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name in COMMANDS:
            module, _, attribute = COMMANDS[name].partition(":")
            command: click.Command = getattr(import_module(module), attribute)
            return command
        for point in entry_points(group="mulberry.commands"):
            if point.name == name:
                found: click.Command = point.load()
                return found
        return None

    def resolve_command(
        self, context: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and self.get_command(context, args[0]) is None and not args[0].startswith("-"):
            near = difflib.get_close_matches(args[0], self.list_commands(context), n=1)
            zh, en = (f"；是否为 {near[0]}？", f"; did you mean {near[0]}?") if near else ("", ". See --help.")
            given = args[0][:80]
            raise Invalid("command", t(f"没有“{given}”这个命令{zh}", f"there is no command “{given}”{en}"))
        return super().resolve_command(context, args)


@click.group(cls=Root, help="桑田：把公布的政策变成运行的事项 / Mulberry: a published policy as the running programme.")
@click.option("--lang", type=click.Choice(["zh", "en"]), default=None, help="语言 / language")
@click.version_option(__version__, prog_name="mulberry")
@click.pass_context
def root(context: click.Context, lang: Lang | None) -> None:
    context.obj = {"lang": lang}
    if lang:
        os.environ["MULBERRY_LANG"] = lang


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command and leave with 0 (done), 1 (checked, and it does not hold) or 2 (bad input)."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    lang = _lang(given)
    try:
        code = root.main(args=given, prog_name="mulberry", standalone_mode=False)
    except MulberryError as error:
        click.echo(error.text.in_(lang), err=True)
        sys.exit(1 if isinstance(error, Refused) else 2)
    except click.ClickException as error:
        click.echo(_usage(error).in_(lang), err=True)
        sys.exit(2)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    sys.exit(code if isinstance(code, int) else 0)


def _lang(given: list[str]) -> Lang:
    """The language asked for anywhere on the line, so that even a misspelt command is answered in it."""
    for i, word in enumerate(given):
        wanted = word.partition("=")[2] or (given[i + 1] if i + 1 < len(given) else "")
        if word.partition("=")[0] == "--lang" and wanted in {"zh", "en"}:
            return "en" if wanted == "en" else "zh"
    return default_lang()


def _usage(error: click.ClickException) -> Text:
    """A mistake on the command line, told in both languages."""
    name = _parameter(error)
    help_zh, help_en = "用 --help 查看用法。", "See --help for how it is called."
    match error:
        case click.NoSuchOption():
            return t(
                f"没有 {error.option_name} 这个选项。{help_zh}", f"There is no option {error.option_name}. {help_en}"
            )
        case click.MissingParameter():
            return t(f"缺少 {name}。{help_zh}", f"{name} is missing. {help_en}")
        case click.BadParameter():
            return t(f"{name} 的值不符合要求。{help_zh}", f"{name} has no valid value: {error.message} {help_en}")
        case click.FileError():
            return t(f"读不到文件 {error.ui_filename}。", f"Cannot read the file {error.ui_filename}.")
    message = error.format_message()
    return t(f"命令有误：{message} {help_zh}", f"{message} {help_en}")


def _parameter(error: Any) -> str:
    parameter = getattr(error, "param", None)
    if parameter is None:
        return str(getattr(error, "param_hint", "") or "")
    name: str = (
        parameter.opts[0] if parameter.opts and parameter.opts[0].startswith("-") else parameter.human_readable_name
    )
    return name
