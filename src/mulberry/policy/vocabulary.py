"""Word lists written as running text, so that a dictionary reads like one."""

from __future__ import annotations


def words(text: str) -> tuple[str, ...]:
    """The words of a list set in lines, in order."""
    return tuple(text.split())
