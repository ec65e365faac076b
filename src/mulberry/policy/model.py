"""What a reading of a policy is made of.

Every span is a half-open pair of code-point offsets into the text as it was given (for .docx: into the text taken
out of it), and may
run over a broken line. The shapes are frozen: a reading is a value, and whoever wants another makes another.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from mulberry.law.text import Text

Span = tuple[int, int]
FindingKind = Literal["text", "translation"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a careful reader would tell the author: a repair of the text, or a place where the translation says
    something else.
    """

    kind: FindingKind
    code: str
    zh: Span | None
    en: Span | None
    why: Text


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity as the text puts it: operator, value or range with its closed ends, unit (``year``, ``CNY``,
    ``%``, ``enterprise`` …).
    """

    text: str
    zh: Span
    op: str
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    closed: tuple[bool, bool]
    unit: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """A stretch of the text: a named law or platform, a condition, an actor's name."""

    text: str
    zh: Span


@dataclass(frozen=True, slots=True)
class Clause:
    """One direction within a sentence: a head, what it governs, and who, for whom, on what, on which condition."""

    id: str
    zh: Span
    force: str
    force_at: int
    cls: str
    text: str = ""
    under: str | None = None
    actor: str | None = None
    beneficiary: str | None = None
    objects: tuple[str, ...] = ()
    names: tuple[Phrase, ...] = ()
    conditions: tuple[Phrase, ...] = ()
    quantities: tuple[Quantity, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """One Chinese sentence up to its 。 with the English that renders it (none where the translation dropped it)."""

    id: str
    measure: int | None
    zh: Span
    text: str
    en: tuple[Span, ...] = ()
    clauses: tuple[Clause, ...] = ()
    english: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the document and the span of its heading line."""

    n: int
    zh: Span
    title: str
    label: str = ""
    en: Span | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure: its number, its part if the document has parts, and the span of its heading."""

    n: int
    part: int | None
    zh: Span
    title: str
    label: str
    en: Span | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """A numbered item within a measure; the span is its marker and heading."""

    id: str
    measure: int
    zh: Span
    label: str


@dataclass(frozen=True, slots=True)
class Alias:
    """A short name that the text defines in brackets, and where."""

    short: str
    long: str
    zh: Span


@dataclass(frozen=True, slots=True)
class Header:
    """Who issued what to whom, under which number and date. Empty or ``None`` where the document does not say."""

    title: str = ""
    issuer: str = ""
    number: str = ""
    dated: date | None = None
    addressee: str = ""
    carries: str = ""
    signers: tuple[str, ...] = ()
    appendices: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_until: date | None = None
    target_years: tuple[int, ...] = ()
    spans: tuple[tuple[str, Span], ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A document read: structure, clauses, alignment and findings. ``source`` holds the texts that the spans point
    into.
    """

    header: Header
    sha256: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...]
    measures: tuple[Measure, ...]
    items: tuple[Item, ...]
    sentences: tuple[Sentence, ...]
    aliases: tuple[Alias, ...] = ()
    unmatched_en: tuple[Span, ...] = ()
    findings: tuple[Finding, ...] = ()
    source: str = field(default="", repr=False)
    source_en: str = field(default="", repr=False)
    blocks: tuple[tuple[str, Span], ...] = field(default=(), repr=False)

    def partition(self) -> tuple[tuple[str, Span], ...]:
        """The whole Chinese text in stretches that touch: paragraphs by role, and ``gap`` between; joined they are
        the text.
        """
        out: list[tuple[str, Span]] = []
        here = 0
        for role, (a, b) in self.blocks:
            if a > here:
                out.append(("gap", (here, a)))
            if b > max(a, here):
                out.append((role, (max(a, here), b)))
            here = max(here, b)
        if here < len(self.source):
            out.append(("gap", (here, len(self.source))))
        return tuple(out)

    def sentence(self, id: str) -> Sentence:
        """The sentence with this id; ``KeyError`` where the document has none."""
        for sentence in self.sentences:
            if sentence.id == id:
                return sentence
        raise KeyError(id)

    def clause(self, id: str) -> Clause:
        """The clause with this id; ``KeyError`` where the document has none."""
        for clause in self.sentence(id.rpartition(".")[0]).clauses:
            if clause.id == id:
                return clause
        raise KeyError(id)
