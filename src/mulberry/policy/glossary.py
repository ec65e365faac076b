"""Terms of Chinese economic policy with the English stems that may render them, by the kind of meaning that is lost
without them.

One line per term: ``中文: stem, stem``. A stem is matched at the start of a word, in small letters. Terms under
``plain`` only help to align
sentences; a missing term of any other group changes what the sentence says and is reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from mulberry.policy.glossary_meaning import CONDITIONS, INSTITUTIONS, OBJECTS, RIGHTS
from mulberry.policy.glossary_plain import PLAIN


@dataclass(frozen=True, slots=True)
class Term:
    """A term, the stems that may render it, and the group that says what is lost without it."""

    zh: str
    stems: tuple[str, ...]
    group: str
    needles: tuple[str, ...] = ()


_BETWEEN = re.compile(r"[^a-z0-9]+")


def plain_words(text: str) -> str:
    """An English text as small words between single spaces, so that ``" stem" in text`` finds the start of a word."""
    return f" {_BETWEEN.sub(' ', text.lower()).strip()} "


def needles(stems: Iterable[str]) -> tuple[str, ...]:
    """What to look for in ``plain_words``: a stem at the start of a word; one of three letters or fewer as the
    whole word.
    """
    out: list[str] = []
    for stem in stems:
        words = plain_words(stem).rstrip()
        out += [f"{words} ", f"{words}s "] if len(words) <= 4 and words != " r d" else [words]
    return tuple(out)


def shown(needles: tuple[str, ...], words: str) -> bool:
    """Whether one of the needles stands in the words."""
    for needle in needles:  # noqa: SIM110 a generator here costs as much as the search
        if needle in words:
            return True
    return False


def _terms(block: str, group: str) -> list[Term]:
    """The terms of a block; a term may take several lines."""
    stems: dict[str, tuple[str, ...]] = {}
    for line in block.strip().splitlines():
        zh, rest = line.split(": ", 1)
        name = zh.strip('"')
        stems[name] = stems.get(name, ()) + tuple(s.strip() for s in rest.split(","))
    return [Term(zh, found, group, needles(found)) for zh, found in stems.items()]


Terms = list[tuple[int, Term]]

TERMS: tuple[Term, ...] = tuple(
    _terms(PLAIN, "plain")
    + _terms(OBJECTS, "object")
    + _terms(RIGHTS, "right")
    + _terms(CONDITIONS, "condition")
    + _terms(INSTITUTIONS, "institution")
)
BY_ZH: dict[str, Term] = {term.zh: term for term in TERMS}
_HEADS: dict[str, list[Term]] = {}
for _term in sorted(BY_ZH.values(), key=lambda x: -len(x.zh)):
    _HEADS.setdefault(_term.zh[:2], []).append(_term)


def terms_in(text: str) -> list[tuple[int, Term]]:
    """The terms in a Chinese text with their places, the longest first where several begin at one place; terms do
    not overlap.
    """
    out, i = list[tuple[int, Term]](), 0
    while i < len(text) - 1:
        for term in _HEADS.get(text[i : i + 2], ()):
            if text.startswith(term.zh, i):
                out.append((i, term))
                i += len(term.zh)
                break
        else:
            i += 1
    return out
