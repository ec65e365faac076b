"""What the reader and the coverage page show: measure by measure, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mulberry.law.text import Text, t
from mulberry.pack.clauses import Measure
from mulberry.pack.coverage import Line, State, carrying
from mulberry.pack.pack import Pack
from mulberry.policy import Finding
from mulberry_web.policy.attached import Attached, Match, attached, told

STATE_TEXTS = {
    State.CARRIED: (t("已落实", "Carried out"), "good"),
    State.REASONED: (t("无须落实", "Nothing to carry out"), ""),
    State.NOT_YET: (t("尚未落实", "Not yet"), "wait"),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """One sentence as the pages show it: the official wording where a text is attached, beside the pack's own."""

    line: Line
    official_zh: str = ""
    official_en: str = ""
    match: Match | None = None
    findings: tuple[Finding, ...] = ()

    @property
    def state(self) -> tuple[Text, str]:
        return STATE_TEXTS[self.line.state]

    @property
    def note(self) -> tuple[Text, str] | None:
        """Said only where there is something to say."""
        return told(self.match) if self.match in {Match.CHANGED, Match.ABSENT} else None


@dataclass(frozen=True, slots=True)
class Section:
    """A measure with its sentences."""

    measure: Measure
    lines: tuple[Shown, ...]

    @property
    def carried(self) -> int:
        return sum(shown.line.state is State.CARRIED for shown in self.lines)

    @property
    def numbered(self) -> bool:
        """Whether it is one of the measures, and no preamble or closing."""
        return self.measure.id.isdecimal()

    @property
    def heading(self) -> Text:
        title = self.measure.title
        return t(f"第{self.measure.id}条 {title.zh}", f"{self.measure.id}. {title.en}") if self.numbered else title


@dataclass(frozen=True, slots=True)
class PartShown:
    """A part of the document with its measures."""

    title: Text
    sections: tuple[Section, ...]

    @property
    def named(self) -> bool:
        """Whether the part has a name of its own, beside that of its only section."""
        return [section.heading for section in self.sections] != [self.title]


def sections(pack: Pack) -> tuple[Section, ...]:
    """Every measure in the order of the document."""
    text = attached(pack)
    return tuple(
        Section(measure, tuple(_shown(text, Line(c, carrying(pack, c.id))) for c in measure.clauses))
        for measure in pack.measures
    )


def parts(of: tuple[Section, ...]) -> Iterator[PartShown]:
    """The sections under the parts of the document."""
    titles = dict.fromkeys(section.measure.part for section in of)
    for title in titles:
        yield PartShown(title, tuple(section for section in of if section.measure.part == title))


def _shown(text: Attached | None, line: Line) -> Shown:
    if text is None:
        return Shown(line)
    id = line.clause.id
    return Shown(line, text.zh(id), text.en(id), text.match(id), text.findings(id))


@dataclass(frozen=True, slots=True)
class Tally:
    """How many sentences are in which state."""

    total: int
    carried: int
    reasoned: int
    not_yet: int


def tally(of: tuple[Section, ...]) -> Tally:
    states = [shown.line.state for section in of for shown in section.lines]
    counts = [states.count(state) for state in (State.CARRIED, State.REASONED, State.NOT_YET)]
    return Tally(len(states), *counts)
