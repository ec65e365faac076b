"""Places where the translation changes the meaning. The Chinese text governs; the English is read as evidence of
how it was understood.

Each check is a small rule on one sentence and its English. A rule speaks only where the loss can be named: a term
with no rendering at all,
a number that is not there, a negation that came or went, a goal in the perfect tense, an actor on the wrong side of
the verb.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from mulberry.law.text import t
from mulberry.policy.glossary import Terms, plain_words, terms_in
from mulberry.policy.model import Finding, Sentence, Span
from mulberry.policy.translation_acts import actors, forces, negations, numbers, relations
from mulberry.policy.translation_case import Case
from mulberry.policy.translation_shape import broken, doubled, goal_done, manners
from mulberry.policy.translation_terms import fewer_places, lost_consent, lost_stretches, lost_terms, strangers

_DROPPED = t("译文没有译出这一句。", "The translation leaves this sentence out.")
_RULES: tuple[Callable[[Case], Iterator[Finding]], ...] = (
    lost_terms, lost_consent, fewer_places, lost_stretches, goal_done, doubled, broken, actors, relations, manners,
    strangers,
    forces, numbers, negations,
)  # fmt: skip


def check(sentence: Sentence, back: Callable[[int, int], Span], source: str, terms: Terms) -> list[Finding]:
    """The findings on one sentence. ``back`` leads a stretch of its text to the original; ``source`` is the English
    file.
    """
    if not sentence.en:
        return [Finding("translation", "dropped-sentence", sentence.zh, None, _DROPPED)]
    pieces = tuple(source[a:b] for a, b in sentence.en)
    span = (sentence.en[0][0], sentence.en[-1][1])
    case = Case(
        sentence,
        sentence.text,
        " " + " ".join(pieces).lower() + " ",
        pieces,
        back,
        span,
        source,
        terms,
        plain_words(" ".join(pieces)),
    )
    return [finding for rule in _RULES for finding in rule(case)]


def check_heading(zh: Span, en: Span, title: str, back: Callable[[int, int], Span], source: str) -> list[Finding]:
    """The findings on a heading: what it loses, and what it adds that the original does not name."""
    words = source[slice(*en)]
    heading = Sentence("", None, zh, title, (en,))
    case = Case(heading, title, f" {words.lower()} ", (words,), back, en, source, terms_in(title), plain_words(words))
    return [f for rule in (lost_terms, goal_done, negations, strangers) for f in rule(case)]
