"""What every command has in common: ``--json``, ``--lang``, and how an error is told."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import click

from mulberry import jsontext
from mulberry.errors import Invalid
from mulberry.law.text import Lang, Text, t

F = TypeVar("F", bound=Callable[..., Any])
PLACE = ZoneInfo("Asia/Shanghai")


@dataclass(frozen=True, slots=True)
class Speech:
    """How a command answers: in which language, and whether as JSON."""

    lang: Lang
    as_json: bool

    def say(self, text: Text | str) -> None:
        click.echo(text if isinstance(text, str) else text.in_(self.lang))

    def give(self, value: Any, page: Callable[[], str]) -> None:
        """The value as JSON, or the page made of it for a person."""
        click.echo(jsontext.dumps(value) if self.as_json else page())


def default_lang() -> Lang:
    """The language of the environment: ``MULBERRY_LANG``, else ``LANG``; Chinese where neither says English."""
    wanted = os.environ.get("MULBERRY_LANG") or os.environ.get("LANG") or "zh"
    return "en" if wanted.lower().startswith("en") else "zh"


def today() -> date:
    """The present day in China. The engine never asks for it: only the edges do."""
    return datetime.now(PLACE).date()  # clock: the command line is an edge


def spoken(function: F) -> F:
    """Give a command ``--json`` and ``--lang``; it gets a ``Speech`` as its first argument."""
    import functools

    @click.option("--json", "as_json", is_flag=True, help="以 JSON 输出 / answer as JSON")
    @click.option("--lang", type=click.Choice(["zh", "en"]), default=None, help="语言 / language")
    @click.pass_context  # type: ignore[arg-type]  # the options come as keywords
    @functools.wraps(function)
    def wrapped(context: click.Context, lang: Lang | None, as_json: bool, **arguments: Any) -> Any:
        inherited = (context.obj or {}).get("lang") if isinstance(context.obj, dict) else None
        return function(Speech(lang or inherited or default_lang(), as_json), **arguments)

    return wrapped  # type: ignore[return-value]


class Day(click.ParamType[date]):
    """A calendar day on the command line."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, context: click.Context | None) -> date:
        field = param.opts[0] if param is not None else "date"
        try:
            return date.fromisoformat(value) if isinstance(value, str) and len(value) == 10 else _no_day(field, value)
        except ValueError:
            return _no_day(field, value)


def _no_day(field: str, value: Any) -> date:
    if isinstance(value, date):
        return value
    zh, en = f"{field}：没有“{value}”这一天，请写作 2026-11-21", f"{field}: there is no day “{value}”; write 2026-11-21"
    raise Invalid(field, t(zh, en))


DAY = Day()


def table(rows: Sequence[tuple[str, ...]]) -> str:
    """Columns set apart by their widest cell; Chinese characters count two."""
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    lines = ("  ".join(cell + " " * (w - _width(cell)) for cell, w in zip(row, widths, strict=True)) for row in rows)
    return "\n".join(line.rstrip() for line in lines)


def _width(text: str) -> int:
    return sum(2 if ord(c) > 0x2E7F else 1 for c in text)
