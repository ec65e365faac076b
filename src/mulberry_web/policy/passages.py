"""The sentences that a reader has chosen, cut where marks begin and end: what the reader page shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mulberry.instrument import Instrument
from mulberry.law.text import Lang, Text
from mulberry.pack.coverage import Line, carrying
from mulberry.pack.pack import Pack
from mulberry.policy import Sentence
from mulberry.policy.model import Alias, Clause, Span
from mulberry_web.policy.annotated import Annotated, Numbered, extents, found, marks
from mulberry_web.policy.attached import Match, told
from mulberry_web.policy.filters import Chosen
from mulberry_web.policy.forces import Force, force
from mulberry_web.policy.lines import STATE_TEXTS
from mulberry_web.policy.runs import Mark, Run, cut
from mulberry_web.policy.searching import Search

Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A clause on its line: its force, its words, whether it is what was asked for, and whether nobody has it yet."""

    clause: Clause | None
    force: Force | None
    runs: Runs
    wanted: bool = False
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Tool:
    """An instrument beside a sentence; ``clauses`` where it carries out some of its clauses only."""

    instrument: Instrument
    title: Runs
    clauses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence as the reader shows it, or English that renders none."""

    id: str
    rows: tuple[Row, ...] = ()
    english: tuple[Runs, ...] = ()
    own: tuple[Runs, Runs] | None = None
    line: Line | None = None
    tools: tuple[Tool, ...] = ()
    match: Match | None = None
    findings: tuple[Numbered, ...] = ()
    repairs: int = 0
    aliases: tuple[Alias, ...] = ()

    @property
    def official(self) -> bool:
        return bool(self.rows)

    @property
    def clauses(self) -> tuple[Clause, ...]:
        return tuple(row.clause for row in self.rows if row.clause)

    @property
    def wanted(self) -> int:
        return sum(row.wanted for row in self.rows)

    @property
    def state(self) -> tuple[Text, str] | None:
        return STATE_TEXTS[self.line.state] if self.line else None

    @property
    def note(self) -> tuple[Text, str] | None:
        """Said only where the text is not as the pack knows it."""
        return told(self.match) if self.match in {Match.CHANGED, Match.ABSENT} else None

    @property
    def own_hit(self) -> bool:
        return self.own is not None and any(run.hit for runs in self.own for run in runs)

    @property
    def hits(self) -> int:
        """How many places are highlighted in it. What a mark cuts in two is one place all the same."""
        held = [
            *(row.runs for row in self.rows),
            *self.english,
            *(self.own or ()),
            *(tool.title for tool in self.tools),
        ]
        return sum(_places(runs) for runs in held)


def _places(runs: Runs) -> int:
    before = [False, *(run.hit for run in runs)]
    return sum(run.hit and not before[n] for n, run in enumerate(runs))


@dataclass(frozen=True, slots=True)
class Looking:
    """Everything that decides what is shown: the pack, its text if one is attached, the choice, the language."""

    pack: Pack
    text: Annotated | None
    choice: Chosen
    lang: Lang

    def passage(self, line: Line) -> Passage | None:
        """A sentence of the pack, or ``None`` where it is not what was asked for."""
        sentence = self.text.text.sentences.get(line.clause.id) if self.text else None
        if not self.choice.wants_state(line.state) or not self._found(line, sentence):
            return None
        return self._shown(line, sentence)

    def added(self, sentence: Sentence) -> Passage | None:
        """A sentence of the text that the pack does not know."""
        if self.choice.state or not self._found(None, sentence):
            return None
        return self._shown(None, sentence)

    def alone(self, before: str) -> Iterator[Passage]:
        """English that renders nothing and stands before a sentence."""
        for span in self.text.unmatched.get(before, ()) if self.text else ():
            source = self.text.reading.source_en if self.text else ""
            if not self.choice.filtered and self.choice.search.finds([source[slice(*span)]]):
                yield Passage("", english=(self._english(source, span, ()),))

    def _found(self, line: Line | None, sentence: Sentence | None) -> bool:
        return self._asked(sentence) and (not self.choice.search or self._says(line, sentence))

    def _asked(self, sentence: Sentence | None) -> bool:
        if not self.choice.of_text:
            return True
        if sentence is None or self.text is None:
            return False
        if self.choice.of_clauses and not any(map(self.choice.wants, sentence.clauses)):
            return False
        return self.choice.wants_findings(len(self.text.translation(sentence.id)), self.text.repairs(sentence.id))

    def _says(self, line: Line | None, sentence: Sentence | None) -> bool:
        asked = self.choice.search
        id = line.clause.id if line else sentence.id if sentence else ""
        return f"{id}.".startswith(f"{asked.text}.") or asked.finds(self._texts(line, sentence))

    def _texts(self, line: Line | None, sentence: Sentence | None) -> Iterator[str]:
        if sentence and self.text:
            reading = self.text.reading
            yield reading.source[slice(*sentence.zh)]
            yield from (reading.source_en[slice(*span)] for span in sentence.en)
        if line:
            titles = (instrument.title for instrument in line.instruments)
            for text in (line.clause.wording, *titles):
                yield text.zh
                yield text.en

    def _shown(self, line: Line | None, sentence: Sentence | None) -> Passage:
        own = self._own(line, sentence) if line else None
        tools = tuple(self._tool(line.clause.id, one) for one in line.instruments) if line else ()
        if self.text is None or sentence is None:
            absent = Match.ABSENT if self.text else None
            return Passage(line.clause.id if line else "", own=own, line=line, tools=tools, match=absent)
        numbered = self.text.translation(sentence.id)
        return Passage(
            sentence.id,
            tuple(self._rows(sentence, numbered, line)),
            tuple(self._english(self.text.reading.source_en, span, numbered) for span in sentence.en),
            own,
            line,
            tools,
            self.text.text.match(sentence.id) if line else None,
            numbered,
            self.text.repairs(sentence.id),
            self.text.aliases(sentence.id),
        )

    def _own(self, line: Line, sentence: Sentence | None) -> tuple[Runs, Runs]:
        """Our own words; marked where they are the text, or where what was looked for stands in them alone."""
        wording, asked = line.clause.wording, self.choice.search
        if sentence and asked.finds(self._texts(None, sentence)):
            return (Run(wording.zh),), (Run(wording.en),)
        return self._plain(wording.zh), self._plain(wording.en)

    def _rows(self, sentence: Sentence, numbered: tuple[Numbered, ...], line: Line | None) -> Iterator[Row]:
        source = self.text.reading.source if self.text else ""
        over = [*marks(sentence, numbered), *_hits(self.choice.search, source, sentence.zh)]
        for extent in extents(sentence):
            clause = extent.clause
            runs = cut(source, extent.zh, over)
            if clause is None:
                yield Row(None, None, runs)
                continue
            bare = bool(line and line.instruments) and not carrying(self.pack, clause.id)
            wanted = self.choice.of_clauses and self.choice.wants(clause)
            yield Row(clause, force(clause.cls), runs, wanted, bare)

    def _english(self, source: str, span: Span, numbered: tuple[Numbered, ...]) -> Runs:
        over = [found(one.finding.en, one.n) for one in numbered if one.finding.en]
        return cut(source, span, [*over, *_hits(self.choice.search, source, span)], " ")

    def _plain(self, text: str) -> Runs:
        return cut(text, (0, len(text)), _hits(self.choice.search, text, (0, len(text))))

    def _tool(self, id: str, instrument: Instrument) -> Tool:
        only = tuple(named for named in instrument.clauses if named.startswith(f"{id}."))
        return Tool(instrument, self._plain(instrument.title.in_(self.lang)), only)


def _hits(search: Search, source: str, span: Span) -> Iterator[Mark]:
    for start, end in search.places(source[slice(*span)]):
        yield Mark((span[0] + start, span[0] + end), "hit")
