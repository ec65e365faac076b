"""The compact notation of a gold reading, compiled to offsets.

One line per kind, items parted by `` | `` and taken from left to right::

    h  head:class/class<governor/-      `-` stands for no governing head
    c  words of a condition, or first…last words
    n  a name
    q  words=op/op,value,unit  or  words=op,low..high,unit,closed

``?`` before an item: a careful reader may give it or leave it. ``word~next`` finds the word by what follows it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

Span = tuple[int, int]


@dataclass(frozen=True)
class Head:
    """A directive head: its place, the classes a careful reader may give it, the heads that may govern it."""

    at: Span
    classes: frozenset[str]
    under: frozenset[str | None]
    optional: bool = False


@dataclass(frozen=True)
class Mark:
    """A condition or a name."""

    at: Span
    optional: bool = False


@dataclass(frozen=True)
class Amount:
    """A quantity with its operator, its value or both ends, and its unit."""

    at: Span
    ops: frozenset[str]
    unit: frozenset[str]
    values: tuple[str, ...] = ()
    ends: tuple[Decimal, Decimal] | None = None
    closed: tuple[bool, bool] | None = None
    optional: bool = False


@dataclass(frozen=True)
class SentenceGold:
    """The gold of one sentence; offsets are code points of the whole text."""

    at: Span
    heads: tuple[Head, ...] = ()
    conditions: tuple[Mark, ...] = ()
    names: tuple[Mark, ...] = ()
    quantities: tuple[Amount, ...] = ()
    label: str = ""


@dataclass
class _Finder:
    text: str
    start: int
    end: int
    position: int = field(default=-1)

    def find(self, words: str) -> Span:
        """The next place of ``words`` (else the first), as first…last, or as word~next."""
        word, _, after = words.partition("~")
        first, gap, last = word.partition("…")
        at = self._index(first + ("" if gap else after))
        end = self.text.index(last, at + len(first), self.end) + len(last) if gap else at + len(first)
        self.position = end
        return at, end

    def _index(self, words: str) -> int:
        at = self.text.find(words, max(self.position, self.start), self.end)
        if at < 0:
            at = self.text.find(words, self.start, self.end)
        if at < 0:
            raise ValueError(f"the gold names words that the sentence lacks: {words!r}")
        return at


def _items(line: str | None) -> list[tuple[str, bool]]:
    parts = [part.strip() for part in (line or "").split("|")]
    return [(part.lstrip("?"), part.startswith("?")) for part in parts if part]


def _head(find: _Finder, item: str, optional: bool) -> Head:
    words, _, rest = item.partition(":")
    classes, _, under = rest.partition("<")
    governors = frozenset(None if name == "-" else name for name in (under or "-").split("/"))
    return Head(find.find(words), frozenset(classes.split("/")), governors, optional)


def _amount(find: _Finder, item: str, optional: bool) -> Amount:
    words, _, rest = item.partition("=")
    ops, value, unit, *closed = rest.rsplit(",", 3) if rest.count(",") == 3 else rest.rsplit(",", 2)
    at, operators, units = find.find(words), frozenset(ops.split("/")), frozenset(unit.split("/"))
    if ".." not in value:
        return Amount(at, operators, units, tuple(value.split("/")), optional=optional)
    low, high = (Decimal(end) for end in value.split(".."))
    flags = (closed[0][0] == "1", closed[0][1] == "1") if closed else None
    return Amount(at, operators, units, ends=(low, high), closed=flags, optional=optional)


def compile_sentence(text: str, at: Span, spec: dict[str, str], label: str = "") -> SentenceGold:
    """The gold of the sentence ``text[at]`` from its lines."""

    def finder() -> _Finder:
        return _Finder(text, *at)

    heads, conditions, names, amounts = finder(), finder(), finder(), finder()
    return SentenceGold(
        at,
        tuple(_head(heads, *item) for item in _items(spec.get("h"))),
        tuple(Mark(conditions.find(words), optional) for words, optional in _items(spec.get("c"))),
        tuple(Mark(names.find(words), optional) for words, optional in _items(spec.get("n"))),
        tuple(_amount(amounts, *item) for item in _items(spec.get("q"))),
        label,
    )
