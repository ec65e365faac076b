"""How near a reading comes to the gold: counts of what was found, missed and said without ground."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise
from typing import Any

from tests.policy.judge.gold import Document
from tests.policy.judge.notation import Amount, Head, Mark, SentenceGold, Span

Clause = dict[str, Any]


@dataclass
class Tally:
    """Right, missed and groundless answers of one measure, with the places of the last two."""

    right: int = 0
    missed: int = 0
    groundless: int = 0
    notes: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.groundless) if self.right + self.groundless else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def miss(self, note: str) -> None:
        self.missed += 1
        self.notes.append("missed: " + note)

    def unfounded(self, note: str) -> None:
        self.groundless += 1
        self.notes.append("groundless: " + note)

    def wrong(self, note: str) -> None:
        """An answer that is both missing and wrong."""
        self.missed += 1
        self.groundless += 1
        self.notes.append("wrong: " + note)


@dataclass
class Score:
    """All measures of one or more documents."""

    structure: Tally = field(default_factory=Tally)
    heads: Tally = field(default_factory=Tally)
    classes: Tally = field(default_factory=Tally)
    governors: Tally = field(default_factory=Tally)
    conditions: Tally = field(default_factory=Tally)
    names: Tally = field(default_factory=Tally)
    quantities: Tally = field(default_factory=Tally)
    clauses: Tally = field(default_factory=Tally)
    header: Tally = field(default_factory=Tally)


def overlap(a: Span, b: Span) -> int:
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def judge(document: Document, reading: dict[str, Any], score: Score) -> None:
    """Add what ``reading`` (the JSON shape) says of ``document`` to ``score``."""
    _structure(document, reading, score.structure)
    _header(document, reading, score.header)
    for gold in document.sentences:
        clauses = _clauses_of(gold.at, reading)
        _Sentence(document, gold, clauses, score).judge()


def _structure(document: Document, reading: dict[str, Any], tally: Tally) -> None:
    for level in ("parts", "measures", "items"):
        wanted, told = sorted(getattr(document, level)), sorted(one["zh"][0] for one in reading[level])
        _compare(level, document, {(at, at) for at in wanted}, {(at, at) for at in told}, tally)
    told_spans = {(s["zh"][0], s["zh"][1]) for s in reading["sentences"]}
    if document.whole:
        _compare("sentences", document, {s.at for s in document.sentences}, told_spans, tally)


def _compare(what: str, document: Document, wanted: set[Span], told: set[Span], tally: Tally) -> None:
    tally.right += len(wanted & told)
    for at in sorted(wanted - told):
        tally.miss(f"{document.name}: {what} at {at} {document.text[at[0] : at[0] + 16]!r}")
    for at in sorted(told - wanted):
        tally.unfounded(f"{document.name}: {what} at {at} {document.text[at[0] : at[0] + 16]!r}")


def _header(document: Document, reading: dict[str, Any], tally: Tally) -> None:
    for key, value in document.header.items():
        if reading["document"].get(key) == value:
            tally.right += 1
        else:
            tally.wrong(f"{document.name}: {key} {reading['document'].get(key)!r} for {value!r}")
    short = {alias["short"] for alias in reading["aliases"]}
    for alias in document.aliases:
        if alias in short:
            tally.right += 1
        else:
            tally.miss(f"{document.name}: alias {alias}")


def _clauses_of(at: Span, reading: dict[str, Any]) -> list[Clause]:
    return [c for s in reading["sentences"] for c in s["clauses"] if overlap((c["zh"][0], c["zh"][1]), at)]


@dataclass
class _Sentence:
    document: Document
    gold: SentenceGold
    clauses: list[Clause]
    score: Score

    def judge(self) -> None:
        self._heads()
        self._tiling()
        self._marks("conditions", self.gold.conditions, self.score.conditions, _touches)
        self._marks("names", self.gold.names, self.score.names, _same)
        self._quantities()

    def _say(self, what: str, at: Span) -> str:
        words = self.document.text[at[0] : at[1]][:24].replace("\n", "⏎")
        return f"{self.document.name} {self.gold.label[:12]} {what} at {at} {words!r}"

    def _heads(self) -> None:
        left = [clause for clause in self.clauses if clause["force"]]  # a statement may have no directive head
        for head in self.gold.heads:
            match = next((c for c in left if overlap(_head_span(c), head.at)), None)
            if match is not None:
                left.remove(match)
                self._judge_head(head, match)
            elif not head.optional:
                self.score.heads.miss(self._say("head", head.at))
        for clause in left:
            self.score.heads.unfounded(self._say(f"head {clause['force']}", _head_span(clause)))

    def _judge_head(self, head: Head, clause: Clause) -> None:
        if not head.optional:
            self.score.heads.right += 1
        for told, wanted, tally in (
            (clause["class"], head.classes, self.score.classes),
            (clause["under"], head.under, self.score.governors),
        ):
            if told in wanted:
                tally.right += 1
            else:
                tally.wrong(self._say(f"{clause['force']}: {told} for {sorted(map(str, wanted))}", _head_span(clause)))

    def _tiling(self) -> None:
        """Clauses stand in order, do not overlap and hold their own head and marks."""
        spans = [(c["zh"][0], c["zh"][1]) for c in self.clauses]
        ordered = all(a[1] <= b[0] for a, b in pairwise(spans))
        inside = all(
            overlap((m["zh"][0], m["zh"][1]), span) == m["zh"][1] - m["zh"][0] and span[0] <= c["force_at"] < span[1]
            for c, span in zip(self.clauses, spans, strict=True)
            for m in [*c["conditions"], *c["quantities"], *c["names"]]
        )
        if ordered and inside:
            self.score.clauses.right += 1
        else:
            self.score.clauses.wrong(self._say("clauses overlap or lose a mark", self.gold.at))

    def _marks(self, key: str, wanted: tuple[Mark, ...], tally: Tally, fits: Any) -> None:
        told = [(m["zh"][0], m["zh"][1]) for c in self.clauses for m in c[key]]
        for at in told:
            ground = [mark for mark in wanted if fits(at, mark.at)]
            if not ground:
                tally.unfounded(self._say(key, at))
        for mark in (one for one in wanted if not one.optional):
            covered = sum(overlap(at, mark.at) for at in told if fits(at, mark.at))
            if covered * 2 >= mark.at[1] - mark.at[0]:
                tally.right += 1
            else:
                tally.miss(self._say(key, mark.at))

    def _quantities(self) -> None:
        tally, left = self.score.quantities, [q for c in self.clauses for q in c["quantities"]]
        for amount in self.gold.quantities:
            match = next((q for q in left if overlap((q["zh"][0], q["zh"][1]), amount.at)), None)
            if match is None:
                if not amount.optional:
                    tally.miss(self._say("quantity", amount.at))
                continue
            left.remove(match)
            told = {key: match[key] for key in ("op", "value", "low", "high", "closed", "unit")}
            if same_amount(amount, match):
                tally.right += not amount.optional
            elif not amount.optional:
                tally.wrong(self._say(f"quantity {told}", amount.at))
        for quantity in left:
            tally.unfounded(self._say(f"quantity {quantity['text']}", (quantity["zh"][0], quantity["zh"][1])))


def _head_span(clause: Clause) -> Span:
    return clause["force_at"], clause["force_at"] + max(1, len(clause["force"]))


def _touches(told: Span, wanted: Span) -> bool:
    """A condition is told in one piece or in several, a little shorter or longer."""
    shared, length, right = overlap(told, wanted), told[1] - told[0], wanted[1] - wanted[0]
    return shared * 5 >= 3 * length or (shared * 5 >= 4 * right and length * 2 <= 5 * right)


def _same(told: Span, wanted: Span) -> bool:
    """A name is told with its own ends, give or take what surrounds it."""
    shared = overlap(told, wanted)
    return shared * 2 >= max(told[1] - told[0], wanted[1] - wanted[0])


_OPERATORS = {"range": "between in []", "<=": "≤", ">=": "≥", "~": "≈ about approx"}
_UNITS = {
    "year": "年 年度 周岁 岁 age",
    "month": "月 个月",
    "day": "日 天 calendar-day date",
    "working-day": "工作日 个工作日 workday",
    "percent": "%",
    "enterprise": "家 家次 company firm enterprise-time",
    "person": "人 名",
    "times": "倍 multiple",
    "square-metre": "平方米 square_metre square-meter m2 sqm",
    "item": "个 piece count unit",
    "point": "分 points",
}
MONEY = {"元": 1, "yuan": 1, "CNY": 1, "万元": 10_000, "亿元": 100_000_000}


def _other_way(table: dict[str, str]) -> dict[str, str]:
    return {other: name for name, others in table.items() for other in others.split()}


OPERATORS, UNITS = _other_way(_OPERATORS), _other_way(_UNITS)


def _unit(name: str) -> str:
    return "money" if name in MONEY else UNITS.get(name, name)


def same_amount(wanted: Amount, told: dict[str, Any]) -> bool:
    """Operator, value or ends, closedness and unit agree."""
    operator = OPERATORS.get(told["op"], told["op"])
    if operator not in {OPERATORS.get(op, op) for op in wanted.ops}:
        return False
    if wanted.unit and told["unit"] is not None and _unit(told["unit"]) not in {_unit(u) for u in wanted.unit}:
        return _unknown_count(told["unit"], wanted)
    scale = MONEY.get(told["unit"] or "", 1)
    if wanted.ends:
        if told["low"] is None or told["high"] is None:
            return False
        ends = (Decimal(str(told["low"])) * scale, Decimal(str(told["high"])) * scale)
        closed = tuple(told["closed"])
        return ends == wanted.ends and (wanted.closed is None or closed == wanted.closed)
    return any(_same_value(value, told, scale) for value in wanted.values)


def _unknown_count(unit: str, wanted: Amount) -> bool:
    """Counting words without an agreed English name are right as themselves."""
    return unit in wanted.unit


def _same_value(wanted: str, told: dict[str, Any], scale: int) -> bool:
    value = told["value"]
    if value is None:
        value = told["low"] if told["low"] is not None else told["high"]
    try:
        return Decimal(str(value)) * scale == Decimal(wanted)
    except ArithmeticError:
        return str(value).startswith(wanted)
