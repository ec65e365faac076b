"""A decision as tables: a row for each way an outcome is reached, conditions as columns, the first row that fits wins.

A row holds exactly where the route it stands for holds, for unknown facts too: conditions are only distributed and
negated inward, which Kleene's logic allows, and nothing is taken to be either true or false.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product
from typing import Any, NamedTuple

from mulberry.decisions.declare import Decision
from mulberry.decisions.expression import Expr
from mulberry.decisions.facts import Fact
from mulberry.decisions.figures import figure, listed, quoted
from mulberry.decisions.operations import COMPARISONS
from mulberry.decisions.parts import Part
from mulberry.decisions.passages import Passage, escaped
from mulberry.decisions.phrases import bare, counter_of, filled, words_of
from mulberry.decisions.prose import laws
from mulberry.decisions.sentences import OTHER, Said, Sentences
from mulberry.decisions.wording import MIRRORED, OPPOSITE
from mulberry.law.text import Lang, Text, t

YES, NO, ANY = t("✓", "✓"), t("✗", "✗"), t("–", "–")
NUMBER, RESULT, VALUE = t("序号", "No."), t("结论", "Outcome"), t("取值", "Value")
MOST_ROWS = 40
"""More rows than this for one outcome are no table: its condition then stands in a column of its own."""

Rule = tuple[Expr | None, Text]
"""A condition and what follows; no condition for what follows otherwise."""


class Cell(NamedTuple):
    """One condition in a table: the column it stands in and what is asked there."""

    key: object
    head: Text
    text: Text


@dataclass(frozen=True, slots=True)
class Grid:
    """A table whose first fitting row is the answer. ``notes`` say what the letters in it stand for."""

    title: Text
    columns: tuple[Text, ...]
    result: Text
    rows: tuple[tuple[Text, ...], ...]
    notes: tuple[Passage, ...] = ()

    def markdown(self, lang: Lang) -> str:
        """The table in Markdown; the last column is the result."""
        heads = [NUMBER.in_(lang), *(one.in_(lang) for one in self.columns), self.result.in_(lang)]
        lines = [f"### {escaped(self.title.in_(lang))}", "", _line(heads), _line(["---"] * len(heads))]
        for place, row in enumerate(self.rows, 1):
            lines.append(_line([str(place), *(one.in_(lang) for one in row)]))
        lines.append("")
        for note in self.notes:
            lines += note.lines(lang)
        return "\n".join([*lines, ""] if self.notes else lines)


def tables(decision: type[Decision[Any]], day: date) -> tuple[Grid, ...]:
    """The routes of a decision and every choice in its amounts, with parameters as they stand on a day."""
    rules = [(_asked(route.when), quoted(route.text)) for route in decision.routes.ordered]
    found = [_grid(decision.title, RESULT, rules, Sentences(day, laws(decision)))]
    for amount in decision.amounts:
        found += _choices(amount.text, amount.args[0], Sentences(day, laws(decision)))
    return tuple(grid for grid in found if grid.columns)


def markdown(decision: type[Decision[Any]], day: date, lang: Lang) -> str:
    """All tables of a decision in one language."""
    return "\n".join(grid.markdown(lang) for grid in tables(decision, day))


def _choices(title: Text, value: Expr, speaker: Sentences) -> Iterator[Grid]:
    """The choice an amount is, or those it is put together from."""
    if bare(value).op == "ite":
        yield _grid(title, VALUE, list(_cases(value, speaker)), speaker)
        return
    speaker.noun(value)
    for node, letter in list(speaker.letters.items()):
        if node.op == "ite":
            name = filled(t("{title}：{letter}", "{title}: {letter}"), title=title, letter=letter)
            yield _grid(name, VALUE, list(_cases(node, speaker)), speaker, own=node)


def _cases(node: Expr, speaker: Sentences) -> Iterator[Rule]:
    node = bare(node)
    while node.op == "ite":
        yield node.args[0], speaker.noun(node.args[1])
        node = bare(node.args[2])
    none = node.op == "const" and node.value is None
    yield None, t("没有", "none") if none else speaker.noun(node)


def _asked(when: Expr) -> Expr | None:
    return None if when.op == "const" and when.value is True else when


def _grid(title: Text, result: Text, rules: list[Rule], speaker: Sentences, own: Expr | None = None) -> Grid:
    told = [(row, outcome) for when, outcome in rules for row in _rows(when, speaker)]
    heads: dict[object, Text] = {}
    for row, _ in told:
        for cell in row:
            heads.setdefault(cell.key, cell.head)
    lines = tuple((*(_cell(row, key) for key in heads), outcome) for row, outcome in told)
    where = speaker.whole(Passage(title)).where
    notes = tuple(note for node, note in zip(speaker.letters, where, strict=True) if node is not own)
    return Grid(title, tuple(heads.values()), result, lines, notes)


def _cell(row: list[Cell], key: object) -> Text:
    texts = list(dict.fromkeys(cell.text for cell in row if cell.key == key))
    return Text("，且".join(one.zh for one in texts), " and ".join(one.en for one in texts)) if texts else ANY


def _rows(when: Expr | None, speaker: Sentences) -> list[list[Cell]]:
    if when is None:
        return [[]]
    try:
        return [[cell(speaker, *said) for said in row] for row in alternatives(speaker, when)]
    except TooManyRowsError:
        return [[Cell(id(when), _whole(speaker.condition(when)), YES)]]


def _whole(passage: Passage) -> Text:
    """A condition of many lines in one cell."""
    inner = [_whole(part) for part in passage.parts]
    zh, en = "；".join(one.zh for one in inner), "; ".join(one.en for one in inner)
    return Text(f"{passage.text.zh}[{zh}]", f"{passage.text.en} [{en}]") if inner else passage.text


# ------------------------------------------------------------------ rows


class TooManyRowsError(Exception):
    """A condition that would fill a table by itself."""


def alternatives(speaker: Sentences, node: Expr, negated: bool = False) -> list[list[Said]]:
    """The ways in which a condition holds, each a list of plain conditions that hold together."""
    while node.op == "not":
        node, negated = node.args[0], not negated
    if node.op not in OTHER or isinstance(node, Part):
        return [[(node, negated)]]
    if speaker.share_of(node) is not None:
        return [[(node, negated)]]
    below = [alternatives(speaker, *said) for said in speaker.terms(node, negated)]
    if (OTHER[node.op] if negated else node.op) == "or":
        return _shortest(row for rows in below for row in rows)
    count = 1
    for rows in below:
        count *= len(rows)
        if count > MOST_ROWS:
            raise TooManyRowsError
    return _shortest([said for row in chosen for said in row] for chosen in product(*below))


def _shortest(rows: Iterable[list[Said]]) -> list[list[Said]]:
    """Without rows that ask for all that another row asks for and more: the other one holds wherever they do."""
    each = [list(dict.fromkeys(row)) for row in rows]
    if len(each) > MOST_ROWS:
        raise TooManyRowsError
    asked = [frozenset(row) for row in each]
    return [row for place, row in enumerate(each) if not _spared(place, asked)]


def _spared(place: int, asked: list[frozenset[Said]]) -> bool:
    one = asked[place]
    return any(other < one or (other == one and i < place) for i, other in enumerate(asked))


# ------------------------------------------------------------------ cells


def cell(speaker: Sentences, term: Expr, negated: bool) -> Cell:
    """Where one condition stands, and what is asked there."""
    mark = NO if negated else YES
    if isinstance(term, Part | Fact):
        return Cell(id(term), term.text if isinstance(term, Part) else term.title, mark)
    if term.op in {"in", "has"}:
        return _member(speaker, term, negated)
    compared = term.op in COMPARISONS and term.args[0].type.name != "bool"
    bound = _bound(speaker, term, negated) if compared else None
    return bound or Cell(id(term), _whole(speaker.condition(term)), mark)


def _member(speaker: Sentences, node: Expr, negated: bool) -> Cell:
    a, type_ = node.args[0], node.args[0].type
    if node.op == "has":
        words = t("不含{b}", "not {b}") if negated else t("含{b}", "includes {b}")
        return Cell(id(a), speaker.noun(a), filled(words, b=figure(type_, node.value)))
    members = [figure(type_, member) for member in type_.values if member in node.value]
    words = t("不为{b}", "not {b}") if negated else t("{b}", "{b}")
    return Cell(id(a), speaker.noun(a), filled(words, b=listed(members, last=t("或", "or"))))


def _bound(speaker: Sentences, node: Expr, negated: bool) -> Cell | None:
    """A value against a figure: the value is the column."""
    a, b = node.args
    op = OPPOSITE[node.op] if negated else node.op
    if _is_fixed(a):
        a, b, op = b, a, MIRRORED[op]
    if _is_fixed(a) or not _is_fixed(b) or a.op == "law_day":
        return None
    right = speaker.noun(b, counter=counter_of(a), unit="item" if a.op == "size" else a.type.unit)
    if op == "eq":
        return Cell(id(a), speaker.noun(a), right)
    words = words_of(a, b)[op]
    asked = filled(Text(words.zh.removeprefix("{a}"), words.en.removeprefix("{a} is ")), b=right)
    return Cell(id(a), speaker.noun(a), asked)


def _is_fixed(node: Expr) -> bool:
    return node.op in {"const", "param"} or (node.op == "scale" and _is_fixed(node.args[0]))


def _line(cells: list[str]) -> str:
    return "| " + " | ".join(one if one == "---" else escaped(one) for one in cells) + " |"
