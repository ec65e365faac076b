"""What somebody looks for in the policy, in Chinese or English, and where it stands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from mulberry_web.policy.folding import Folded, Span, fold, has_chinese, stems

LONGEST = 200
_TERM = re.compile(r'"([^"]*)"|(\S+)')
# Words that stand in nearly every sentence are no help in finding one, unless there is nothing else to go by.
_LIGHT = frozenset(
    {"", "a", "an", "and", "as", "at", "by", "for", "from", "in", "is", "of", "on", "or", "the", "to", "with"}
)
_QUOTES = str.maketrans(dict.fromkeys("“”„‟＂", '"'))


@dataclass(frozen=True, slots=True)
class Term:
    """One thing looked for: ``folded`` wherever it stands in Chinese, or Latin ``words`` one behind the other.

    Latin words are looked for in both languages, since Chinese writes REITs and 5G as they are.
    """

    folded: str = ""
    words: tuple[str, ...] = ()

    def found(self, text: str) -> tuple[Span, ...]:
        """Every place in a text of either language."""
        return self._in_words(_stems(text)) if self.words else _folded(text).find(self.folded)

    def _in_words(self, known: tuple[tuple[str, Span], ...]) -> tuple[Span, ...]:
        size = len(self.words)
        at = [n for n in range(len(known) - size + 1) if tuple(word for word, _ in known[n : n + size]) == self.words]
        return tuple((known[n][1][0], known[n + size - 1][1][1]) for n in at)


@dataclass(frozen=True, slots=True)
class Search:
    """All the terms of a search; a sentence is found where each of them stands in it somewhere."""

    text: str
    terms: tuple[Term, ...]

    def __bool__(self) -> bool:
        return bool(self.terms)

    def places(self, text: str) -> tuple[Span, ...]:
        """Where any of the terms stands in a text, in order and without overlap."""
        return _joined(span for term in self.terms for span in term.found(text))

    def finds(self, texts: Iterable[str]) -> bool:
        """Whether each term stands in one of these texts or another."""
        held = tuple(texts)
        return all(any(map(term.found, held)) for term in self.terms)


def search(typed: str) -> Search:
    """What was typed, as terms: words apart, what stands in quotes together."""
    text = " ".join(typed[:LONGEST].split())
    found = [(_term(quoted or word), bool(quoted)) for quoted, word in _TERM.findall(text.translate(_QUOTES))]
    terms = [term for term, quoted in found if quoted or not _LIGHT.issuperset(term.words or (term.folded,))]
    return Search(text, tuple(dict.fromkeys(terms or [term for term, _ in found if term.folded or term.words])))


def _term(word: str) -> Term:
    words = () if has_chinese(word) else tuple(one for one, _ in stems(unicodedata.normalize("NFKC", word)))
    return Term(words=words) if words else Term(folded=fold(word).text)


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in order, those that touch or overlap as one."""
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return tuple(out)


@lru_cache(maxsize=4096)
def _folded(text: str) -> Folded:
    return fold(text)


@lru_cache(maxsize=4096)
def _stems(text: str) -> tuple[tuple[str, Span], ...]:
    return stems(text)
