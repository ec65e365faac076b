"""The clauses of every sentence with everything they hold, led back to offsets in the original."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from mulberry.policy import actors
from mulberry.policy.aliases import aliases
from mulberry.policy.clauses import RawClause, split
from mulberry.policy.conditions import conditions
from mulberry.policy.model import Alias, Clause, Phrase, Quantity, Sentence, Span
from mulberry.policy.names import names
from mulberry.policy.quantities import quantities
from mulberry.policy.sentences import depths

Back = Callable[[int, int], Span]


def analyse(sentence: Sentence, start: int, back: Back, own: frozenset[str], local: frozenset[str]) -> Sentence:
    """A sentence with its clauses. ``start`` is its place in the mended text, ``back`` leads a stretch there to the
    original.
    """
    text = sentence.text
    depth = depths(text)
    raw = split(text, depth)
    found = _Found(text, own, local)
    clauses = []
    for k, piece in enumerate(raw):
        low = 0 if k == 0 else piece.start
        high = len(text) if k == len(raw) - 1 else raw[k + 1].start
        clauses.append(
            _clause(
                f"{sentence.id}.{k + 1}",
                text,
                piece,
                (low, high),
                depth,
                found,
                lambda a, b: back(start + a, start + b),
            )
        )
    return replace(sentence, clauses=tuple(clauses))


class _Found:
    """What a sentence names, demands and counts; each belongs to the clause it starts in."""

    def __init__(self, text: str, own: frozenset[str], local: frozenset[str]) -> None:
        self.names = names(text, own, local)
        self.conditions = conditions(text)
        self.quantities = quantities(text)


def _clause(id: str, text: str, c: RawClause, room: Span, depth: list[int], found: _Found, back: Back) -> Clause:
    low, high = room
    named = actors.handed_to(text, c, depth)

    def phrases(spans: list[tuple[int, int]]) -> tuple[Phrase, ...]:
        return tuple(Phrase(text[a:b], back(a, b)) for a, b in spans if low <= a < high)

    return Clause(
        id=id,
        zh=back(c.start, c.end),
        force=c.head.word,
        force_at=back(c.head.at, c.head.at + 1)[0],
        cls=c.cls,
        text=text[c.start : c.end],
        under=c.under,
        actor=actors.actor(text, c, named),
        beneficiary=actors.beneficiary(text, c, named),
        objects=actors.objects(text, c, depth, named),
        names=phrases(found.names),
        conditions=phrases(found.conditions),
        quantities=tuple(
            Quantity(text[q.start : q.end], back(q.start, q.end), q.op, q.value, q.low, q.high, q.closed, q.unit)
            for q in found.quantities
            if low <= q.start < high
        ),
    )


def find_aliases(text: str, back: Back) -> tuple[Alias, ...]:
    """The short names that the mended text defines."""
    return tuple(Alias(short, long, back(a, b)) for short, long, a, b in aliases(text))


def own_names(title: str) -> frozenset[str]:
    """Names of the place the document is about, as its title has them."""
    return frozenset(title[a:b] for a, b in names(title))
