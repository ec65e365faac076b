"""Word lists written as running text, so that a dictionary reads like one, and looking such words up in a text."""

from __future__ import annotations

from collections.abc import Iterable


def words(text: str) -> tuple[str, ...]:
    """The words of a list set in lines, in order."""
    return tuple(text.split())


class Lexicon:
    """Words that are looked for at a place of a text. They are kept by their first and by their last two characters,
    so that one look says for nearly every place that none stands there.
    """

    def __init__(self, listed: Iterable[str]) -> None:
        self._first: dict[str, tuple[str, ...]] = {}
        self._last: dict[str, tuple[str, ...]] = {}
        ordered = sorted(set(listed), key=len, reverse=True)
        self._single = frozenset(word for word in ordered if len(word) == 1)
        for word in ordered:
            if len(word) > 1:
                self._first[word[:2]] = (*self._first.get(word[:2], ()), word)
                self._last[word[-2:]] = (*self._last.get(word[-2:], ()), word)

    def at(self, text: str, i: int, end: int) -> str | None:
        """The longest word that begins at ``i`` and ends by ``end``."""
        for word in self._first.get(text[i : i + 2], ()):
            if text.startswith(word, i, end):
                return word
        return text[i] if i < end and text[i] in self._single else None

    def before(self, text: str, start: int, i: int) -> str | None:
        """The longest word that ends at ``i`` and begins at or after ``start``."""
        for word in self._last.get(text[max(i - 2, 0) : i], ()):
            if text.endswith(word, start, i):
                return word
        return text[i - 1] if i > start and text[i - 1] in self._single else None
