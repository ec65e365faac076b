"""A reading of text taken out of a page, led back to offsets in the page itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from mulberry.policy.model import Clause, Finding, Phrase, Reading, Sentence, Span

Back = Callable[[int, int], Span]


def _same(start: int, end: int) -> Span:
    return start, end


def _clause(c: Clause, back: Back) -> Clause:
    def phrases(found: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
        return tuple(replace(p, zh=back(*p.zh)) for p in found)

    return replace(
        c,
        zh=back(*c.zh),
        force_at=back(c.force_at, c.force_at + 1)[0],
        names=phrases(c.names),
        conditions=phrases(c.conditions),
        quantities=tuple(replace(q, zh=back(*q.zh)) for q in c.quantities),
    )


def _sentence(s: Sentence, zh: Back, en: Back) -> Sentence:
    return replace(s, zh=zh(*s.zh), en=tuple(en(*x) for x in s.en), clauses=tuple(_clause(c, zh) for c in s.clauses))


def _finding(f: Finding, zh: Back, en: Back) -> Finding:
    return replace(f, zh=zh(*f.zh) if f.zh else None, en=en(*f.en) if f.en else None)


def remapped(reading: Reading, zh: Back | None, en: Back | None, source: str, source_en: str) -> Reading:
    """The same reading with its spans in other texts; ``None`` leaves that language as it is."""
    there, away = zh or _same, en or _same
    return replace(
        reading,
        header=replace(reading.header, spans=tuple((name, there(*span)) for name, span in reading.header.spans)),
        parts=tuple(replace(p, zh=there(*p.zh), en=away(*p.en) if p.en else None) for p in reading.parts),
        measures=tuple(replace(m, zh=there(*m.zh), en=away(*m.en) if m.en else None) for m in reading.measures),
        items=tuple(replace(i, zh=there(*i.zh)) for i in reading.items),
        sentences=tuple(_sentence(s, there, away) for s in reading.sentences),
        aliases=tuple(replace(a, zh=there(*a.zh)) for a in reading.aliases),
        unmatched_en=tuple(away(*s) for s in reading.unmatched_en),
        findings=tuple(_finding(f, there, away) for f in reading.findings),
        source=source,
        source_en=source_en,
        blocks=tuple((role, there(*span)) for role, span in reading.blocks),
    )
