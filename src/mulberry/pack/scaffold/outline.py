"""The sections of a policy as a pack has them: preamble, overall requirements, measures, closing, with their parts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mulberry.law.text import Text, t
from mulberry.pack.scaffold.literal import plain
from mulberry.pack.scaffold.names import TO_WRITE
from mulberry.policy.model import Measure, Part, Reading, Sentence, Span

_KNOWN = {
    "P": t("前言", "Preamble"),
    "O": t("总体要求", "Overall requirements"),
    "C": t("结尾", "Closing"),
}
_MARK = re.compile(r"^\W*(?:\d+|[ivxIVX]+)[\s.):、）]+")
_LONGEST_HEADING = 60


@dataclass(frozen=True, slots=True)
class Section:
    """One measure (or P, O, S2, C …) with its heading, its part, and its sentences."""

    id: str
    title: Text
    part: Text
    sentences: tuple[Sentence, ...]

    @property
    def numbered(self) -> bool:
        """Whether it is one of the measures."""
        return self.id.isdecimal()

    @property
    def folder(self) -> str:
        return f"m{int(self.id):02d}"


def sections(reading: Reading) -> tuple[Section, ...]:
    """Every section in the order of the text; a measure that has no sentence of its own is there too."""
    groups: dict[str, list[Sentence]] = {}
    starts: dict[str, int] = {}
    for sentence in reading.sentences:
        prefix = sentence.id.rpartition(".")[0]
        groups.setdefault(prefix, []).append(sentence)
        starts.setdefault(prefix, sentence.zh[0])
    measures = {str(one.n): one for one in reading.measures}
    for id, one in measures.items():
        groups.setdefault(id, [])
        starts[id] = one.zh[0]
    order = sorted(groups, key=lambda prefix: starts[prefix])
    return tuple(_section(reading, id, measures.get(id), tuple(groups[id])) for id in order)


def _section(reading: Reading, id: str, measure: Measure | None, sentences: tuple[Sentence, ...]) -> Section:
    if measure is not None:
        part = next((one for one in reading.parts if one.n == measure.part), None)
        title = _heading(reading, measure, f"第{id}条", f"Measure {id}")
        return Section(id, title, _part(reading, part) if part else t("正文", "Text"), sentences)
    number = id.removeprefix("S")
    part = next((one for one in reading.parts if str(one.n) == number), None) if id.startswith("S") else None
    title = _KNOWN.get(id) or (_part(reading, part) if part else t(f"第{number}部分", f"Part {number}"))
    return Section(id, title, title, sentences)


def _part(reading: Reading, part: Part) -> Text:
    return _heading(reading, part, f"第{part.n}部分", f"Part {part.n}")


def _heading(reading: Reading, one: Measure | Part, zh: str, en: str) -> Text:
    """The heading as the document has it, for finding one's way; a heading that is a sentence is left to the author."""
    title = plain(one.title)
    if not title or len(title) > _LONGEST_HEADING or title.endswith("。"):
        title = zh
    return Text(title, _english(reading, one.en) or f"{TO_WRITE.en} {en}")


def _english(reading: Reading, span: Span | None) -> str:
    if span is None:
        return ""
    words = _MARK.sub("", plain(reading.source_en[span[0] : span[1]])).rstrip(".")
    return words if len(words) <= _LONGEST_HEADING * 3 else ""
