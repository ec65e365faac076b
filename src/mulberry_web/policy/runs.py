"""A text cut where its marks begin and end, so that a page can show marks that overlap."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

Span = tuple[int, int]
# A line broken in mid-sentence is shown mended; the repair itself is told among the findings.
_BREAK = re.compile(r"[ \t　]*[\r\n]+[ \t　]*")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch with a meaning: ``head``, ``condition``, ``hit``, or ``finding`` with its number."""

    span: Span
    name: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch under the same marks. ``ends`` are the numbers of the findings that end with it."""

    text: str
    names: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()

    @property
    def hit(self) -> bool:
        return "hit" in self.names

    @property
    def classes(self) -> str:
        """For the page's style: every mark but the hit, which is an element of its own."""
        told = [name for name in self.names if name != "hit"]
        return " ".join([*told, *(f"n{number}" for number in self.numbers)])


def cut(source: str, outer: Span, marks: Iterable[Mark], joint: str = "") -> tuple[Run, ...]:
    """The stretches of ``source`` within ``outer``; a broken line is closed with ``joint``."""
    inside = [mark for mark in marks if mark.span[0] < outer[1] and mark.span[1] > outer[0]]
    ends = {max(outer[0], min(outer[1], place)) for mark in inside for place in mark.span}
    places = sorted(ends | set(outer))
    runs = (_run(source, (a, b), inside, joint) for a, b in pairwise(places))
    return tuple(run for run in runs if run.text or run.ends)


def _run(source: str, here: Span, marks: list[Mark], joint: str) -> Run:
    over = [mark for mark in marks if mark.span[0] <= here[0] and here[1] <= mark.span[1]]
    return Run(
        _BREAK.sub(joint, source[here[0] : here[1]]),
        tuple(dict.fromkeys(mark.name for mark in over)),
        tuple(mark.number for mark in over if mark.number),
        tuple(mark.number for mark in over if mark.number and mark.span[1] == here[1]),
    )


def mended(text: str, joint: str = "") -> str:
    """A text without the breaks within it."""
    return _BREAK.sub(joint, text).strip()
