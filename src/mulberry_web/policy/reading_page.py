"""The reader page, put together: what was chosen, under its measures, with what there is to choose from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from django.http import QueryDict

from mulberry.law.text import Lang
from mulberry.pack.pack import Pack
from mulberry_web.policy.annotated import Annotated, annotated
from mulberry_web.policy.filters import CONDITIONS, FINDINGS, Chip, Chosen, chips, chosen
from mulberry_web.policy.forces import FAMILIES
from mulberry_web.policy.lines import STATE_TEXTS, PartShown, Section, Tally, parts, sections, tally
from mulberry_web.policy.notes import Notes, notes
from mulberry_web.policy.passages import Looking, Passage


@dataclass(frozen=True, slots=True)
class Chapter:
    """A measure with those of its sentences that are shown."""

    section: Section
    passages: tuple[Passage, ...]


@dataclass(frozen=True)
class ReadingPage:
    """Everything that the template shows; made anew for every choice, from what was read once."""

    pack: Pack
    given: QueryDict
    lang: Lang

    states = tuple((state.value, text) for state, (text, _) in STATE_TEXTS.items())
    conditions = tuple(CONDITIONS.items())
    finding_kinds = tuple(FINDINGS.items())
    families = tuple(FAMILIES.items())

    @cached_property
    def text(self) -> Annotated | None:
        return annotated(self.pack)

    @cached_property
    def choice(self) -> Chosen:
        return chosen(self.given)

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        return sections(self.pack)

    @property
    def parts(self) -> tuple[PartShown, ...]:
        return tuple(parts(self.sections))

    @cached_property
    def tally(self) -> Tally:
        return tally(self.sections)

    @property
    def chips(self) -> tuple[Chip, ...]:
        return chips(self.choice, self.given)

    @cached_property
    def looking(self) -> Looking:
        return Looking(self.pack, self.text, self.choice, self.lang)

    @cached_property
    def chapters(self) -> tuple[Chapter, ...]:
        """The measures that have something to show; all of them where nothing was chosen."""
        held = [Chapter(section, tuple(self._passages(section))) for section in self.sections]
        return tuple(chapter for chapter in held if chapter.passages or not self.choice)

    def _passages(self, section: Section) -> list[Passage]:
        out: list[Passage] = []
        for shown in section.lines:
            passage = self.looking.passage(shown.line)
            out += [*self.looking.alone(shown.line.clause.id), *([passage] if passage else [])]
        return out

    @cached_property
    def added(self) -> tuple[Passage, ...]:
        """Sentences of the text that the pack does not know, and English behind the last sentence."""
        if self.text is None:
            return ()
        found = [self.looking.added(sentence) for sentence in self.text.text.added]
        return (*(one for one in found if one), *self.looking.alone(""))

    @cached_property
    def notes(self) -> Notes | None:
        return notes(self.text) if self.text else None

    @property
    def _all(self) -> list[Passage]:
        return [one for chapter in self.chapters for one in chapter.passages] + list(self.added)

    @property
    def sentences(self) -> int:
        return sum(bool(one.id) for one in self._all)

    @property
    def total(self) -> int:
        return self.tally.total + (len(self.text.text.added) if self.text else 0)

    @property
    def clauses(self) -> int:
        """How many clauses are what was asked of clauses."""
        return sum(one.wanted for one in self._all)

    @property
    def hits(self) -> int:
        return sum(one.hits for one in self._all)

    @property
    def out_of_reach(self) -> bool:
        """Whether something was asked that only an attached text can answer."""
        return self.text is None and self.choice.of_text
