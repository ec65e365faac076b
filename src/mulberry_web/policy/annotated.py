"""An attached text as the reader marks it up: what is the same whoever looks and whatever is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from mulberry.law.text import Text, t
from mulberry.pack.pack import Pack
from mulberry.policy import Finding, Reading, Sentence
from mulberry.policy.model import Alias, Clause, Span
from mulberry_web.policy.actors import ActorGroup, groups
from mulberry_web.policy.attached import Attached
from mulberry_web.policy.forces import Force, in_order
from mulberry_web.policy.kept import text_of
from mulberry_web.policy.runs import Mark

TRANSLATION = "translation"


@dataclass(frozen=True, slots=True)
class Extent:
    """A clause with all that the page shows on its line: its own words and what joins it to the next."""

    clause: Clause | None
    zh: Span


@dataclass(frozen=True, slots=True)
class Numbered:
    """A finding about the translation of a sentence, by the number it bears there."""

    n: int
    finding: Finding


@dataclass(frozen=True, eq=False)
class Annotated:
    """A text with everything that is found by looking through it once; the same as itself alone."""

    text: Attached

    @property
    def reading(self) -> Reading:
        return self.text.reading

    @cached_property
    def findings(self) -> Mapping[str, tuple[Finding, ...]]:
        """By sentence: those whose place lies within it."""
        return {id: self.text.findings(id) for id in self.text.sentences}

    def translation(self, id: str) -> tuple[Numbered, ...]:
        about = (one for one in self.findings.get(id, ()) if one.kind == TRANSLATION)
        return tuple(Numbered(n, one) for n, one in enumerate(about, 1))

    def repairs(self, id: str) -> int:
        """How many findings there are about the text of a sentence itself."""
        return sum(one.kind != TRANSLATION for one in self.findings.get(id, ()))

    def aliases(self, id: str) -> tuple[Alias, ...]:
        """The short names that a sentence uses."""
        text = self.text.zh(id)
        return tuple(alias for alias in self.reading.aliases if alias.short in text)

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        return tuple(clause for sentence in self.reading.sentences for clause in sentence.clauses)

    @cached_property
    def forces(self) -> tuple[tuple[Force, int], ...]:
        """The classes of force that occur, with the number of their clauses."""
        codes = [clause.cls for clause in self.clauses]
        return tuple((force, codes.count(force.code)) for force in in_order(frozenset(codes)))

    @cached_property
    def families(self) -> frozenset[str]:
        return frozenset(force.family for force, _ in self.forces)

    @cached_property
    def actors(self) -> tuple[ActorGroup, ...]:
        return groups(clause.actor for clause in self.clauses if clause.actor)

    @cached_property
    def unmatched(self) -> Mapping[str, tuple[Span, ...]]:
        """English that renders nothing, by the sentence that comes next in the translation; "" at its end."""
        starts = sorted((span[0], one.id) for one in self.reading.sentences for span in one.en)
        out: dict[str, list[Span]] = {}
        for span in self.reading.unmatched_en:
            out.setdefault(next((id for start, id in starts if start >= span[0]), ""), []).append(span)
        return {id: tuple(spans) for id, spans in out.items()}


def annotated(pack: Pack) -> Annotated | None:
    """The attached text marked up, made once for each text."""
    text = text_of(pack)
    return _marked(_Same(text)) if text else None


@dataclass(frozen=True, eq=False)
class _Same:
    """A text as a key: the same while it is the same object."""

    text: Attached

    def __hash__(self) -> int:
        return id(self.text)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.text is other.text


@lru_cache(maxsize=8)
def _marked(same: _Same) -> Annotated:
    return Annotated(same.text)


def extents(sentence: Sentence) -> tuple[Extent, ...]:
    """A sentence divided at the beginnings of its clauses, nothing left out; whole where it has none."""
    ordered = sorted(sentence.clauses, key=lambda clause: clause.zh[0])
    if not ordered:
        return (Extent(None, sentence.zh),)
    starts = [sentence.zh[0], *(clause.zh[0] for clause in ordered[1:]), sentence.zh[1]]
    return tuple(Extent(clause, (starts[n], starts[n + 1])) for n, clause in enumerate(ordered))


def marks(sentence: Sentence, numbered: tuple[Numbered, ...]) -> Iterator[Mark]:
    """What is marked in the Chinese of a sentence: heads, conditions, and the places of findings."""
    for clause in sentence.clauses:
        yield Mark((clause.force_at, clause.force_at + _head_length(clause)), "head")
        yield from (Mark(condition.zh, "condition") for condition in clause.conditions)
    yield from (found(one.finding.zh, one.n) for one in numbered if one.finding.zh)


# What is told of a whole sentence is tinted only; of a few words it is underlined too.
_CLOSE = 60


def found(span: Span, n: int) -> Mark:
    """The place of a numbered finding in either language."""
    return Mark(span, "finding close" if span[1] - span[0] <= _CLOSE else "finding", n)


# A head told as a whole phrase, as in “guided by …”, is no head that a reader would want underlined.
_LONGEST_HEAD = 8


def _head_length(clause: Clause) -> int:
    return len(clause.force) if len(clause.force) <= _LONGEST_HEAD else 1


def place_of(reading: Reading, finding: Finding) -> Text:
    """Where a finding lies that belongs to no sentence: in a heading, or on a line of the file."""
    for part in reading.parts:
        if _lies(finding.zh, part.zh) or _lies(finding.en, part.en):
            return t(f"第{part.n}部分的标题", f"heading of part {part.n}")
    for measure in reading.measures:
        if _lies(finding.zh, measure.zh) or _lies(finding.en, measure.en):
            return t(f"第{measure.n}条的标题", f"heading of measure {measure.n}")
    source, at = (reading.source, finding.zh[0]) if finding.zh else (reading.source_en, (finding.en or (0, 0))[0])
    line = source.count("\n", 0, at) + 1
    return t(f"文件第{line}行", f"line {line} of the file")


def _lies(span: Span | None, outer: Span | None) -> bool:
    return span is not None and outer is not None and outer[0] <= span[0] and span[1] <= outer[1]
