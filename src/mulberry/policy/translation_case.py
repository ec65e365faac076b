"""One sentence before the checks on its translation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from mulberry.law.text import Text
from mulberry.policy.clauses import stretches
from mulberry.policy.glossary import Terms
from mulberry.policy.model import Finding, Sentence, Span
from mulberry.policy.sentences import depths


@dataclass(frozen=True)
class Case:
    """One sentence before the checks: its words, its English in small letters, and where both stand."""

    sentence: Sentence
    zh: str
    en: str
    pieces: tuple[str, ...]
    back: Callable[[int, int], Span]
    en_span: Span
    source: str
    terms: Terms
    words: str

    @cached_property
    def stretches(self) -> list[tuple[int, int]]:
        """The parts of the Chinese between commas and semicolons."""
        return stretches(self.zh, depths(self.zh))

    @cached_property
    def tokens(self) -> frozenset[str]:
        """The English words, each once."""
        return frozenset(self.words.split())

    def terms_within(self, a: int, b: int) -> Terms:
        """The terms that begin in a stretch of the Chinese."""
        return [x for x in self.terms if a <= x[0] < b]

    def finding(self, code: str, zh: tuple[int, int], why: Text, en: str = "") -> Finding:
        """A finding at a stretch of the Chinese sentence and, where the words are known, at its place in the
        English.
        """
        at = self.source.lower().find(en, *self.en_span) if en else -1
        return Finding("translation", code, self.back(*zh), (at, at + len(en)) if at >= 0 else self.en_span, why)
