"""Invented sentences with their gold in line: ``{head:class<governing}``, ``⟦condition⟧``,
``‹quantity|operator|unit›``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

_MARK = re.compile(r"\{([^{}:]+):([a-z-]+)(?:<([^}]+))?\}|[⟦⟧]|‹([^|]+)\|([^|]+)\|([^›]+)›")
FOLDER = Path(__file__).parent / "fixtures"


@dataclass
class Marked:
    """A sentence without its marks, and what they say."""

    text: str = ""
    heads: list[tuple[int, str, str, str]] = field(default_factory=list)
    conditions: list[str] = field(default_factory=list)
    quantities: list[tuple[str, str, str]] = field(default_factory=list)


def parse(line: str) -> Marked:
    out, here, opened = Marked(), 0, 0
    for mark in _MARK.finditer(line):
        out.text += line[here : mark.start()]
        here = mark.end()
        if mark[1]:
            out.heads.append((len(out.text), mark[1], mark[2], mark[3] or ""))
            out.text += mark[1]
        elif mark[4]:
            out.quantities.append((mark[4], mark[5], mark[6]))
            out.text += mark[4]
        elif mark[0] == "⟦":
            opened = len(out.text)
        else:
            out.conditions.append(out.text[opened:].rstrip("的"))
    out.text += line[here:]
    return out


def sentences() -> list[Marked]:
    """All marked sentences of the fixtures."""
    lines = [x for name in ("marked", "marked2") for x in (FOLDER / f"{name}.txt").read_text("utf-8").splitlines()]
    return [parse(x) for x in lines if x and not x.startswith("#")]
