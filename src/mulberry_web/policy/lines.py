"""The sentences of the policy under their measures, each with what carries it out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mulberry.law.text import Text, t
from mulberry.pack.clauses import Measure
from mulberry.pack.coverage import Line, State, carrying
from mulberry.pack.pack import Pack

STATE_TEXTS = {
    State.CARRIED: (t("已落实", "Carried out"), "good"),
    State.REASONED: (t("无须落实", "Nothing to carry out"), ""),
    State.NOT_YET: (t("尚未落实", "Not yet"), "wait"),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """One sentence with its state in words."""

    line: Line

    @property
    def state(self) -> tuple[Text, str]:
        return STATE_TEXTS[self.line.state]


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
    return tuple(
        Section(measure, tuple(Shown(Line(c, carrying(pack, c.id))) for c in measure.clauses))
        for measure in pack.measures
    )


def parts(of: Sequence[Section]) -> Iterator[PartShown]:
    """The sections under the parts of the document."""
    titles = dict.fromkeys(section.measure.part for section in of)
    for title in titles:
        yield PartShown(title, tuple(section for section in of if section.measure.part == title))


@dataclass(frozen=True, slots=True)
class Tally:
    """How many sentences are in which state."""

    total: int
    carried: int
    reasoned: int
    not_yet: int


def tally(of: Sequence[Section]) -> Tally:
    states = [shown.line.state for section in of for shown in section.lines]
    counts = [states.count(state) for state in (State.CARRIED, State.REASONED, State.NOT_YET)]
    return Tally(len(states), *counts)
