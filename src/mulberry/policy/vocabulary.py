"""Word lists written as running text, so that a dictionary reads like one."""

from __future__ import annotations

from collections.abc import Iterable


def words(text: str) -> tuple[str, ...]:
    """The words of a list set in lines, in order."""
    return tuple(text.split())


def by_character(listed: Iterable[str], place: int) -> dict[str, tuple[str, ...]]:
    """Words by their first (0) or last (-1) character, the longest first."""
    out: dict[str, list[str]] = {}
    for word in sorted(listed, key=len, reverse=True):
        out.setdefault(word[place], []).append(word)
    return {c: tuple(found) for c, found in out.items()}
