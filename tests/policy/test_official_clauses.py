"""Heads, classes, conditions, names and quantities of the official text, against a gold read by hand."""

from __future__ import annotations

import re

from mulberry.policy.model import Phrase, Quantity
from tests.policy import official
from tests.policy.scores import f1

Head = tuple[str, str, str, str]


def _gold_heads() -> list[Head]:
    out = []
    for line in (official.GOLD / "heads.txt").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        id, rest = line.split(": ")
        for item in rest.split():
            head, cls = item.split("/")
            cls, _, under = cls.partition("<")
            out.append((id, head, cls, under))
    return out


def _found_heads() -> list[Head]:
    return [(s.id, c.force, c.cls, c.under or "") for s in official.pair().sentences for c in s.clauses]


def _gold_phrases(kind: str) -> list[tuple[str, str]]:
    out = []
    for line in (official.GOLD / "phrases.txt").read_text("utf-8").splitlines():
        label, _, rest = line.partition(": ")
        if label.endswith(f" {kind}"):
            out += [(label.split()[0], x.strip()) for x in rest.split(" | ")]
    return out


def _as_gold(id: str, text: str, gold: list[tuple[str, str]]) -> tuple[str, str]:
    """The gold's short form of a phrase, where the gold has it."""
    for other, short in gold:
        first, _, last = short.partition("…")
        if other == id and (text.rstrip("的") == short or (last and text.startswith(first) and text.endswith(last))):
            return id, short
    return id, text


def test_force_heads_are_found_with_their_class_and_what_governs_them() -> None:
    gold, found = _gold_heads(), _found_heads()
    assert f1([x[:2] for x in found], [x[:2] for x in gold]) >= 0.98
    matched = [(a, b) for a, b in zip(found, gold, strict=True) if a[:2] == b[:2]]
    assert sum(a[2] == b[2] for a, b in matched) >= 0.99 * len(matched)
    assert sum(a[3] == b[3] for a, b in matched) >= 0.95 * len(matched)


def test_conditions_and_names_are_found() -> None:
    for kind, least in (("c", 0.95), ("n", 0.90)):
        gold = _gold_phrases(kind)
        found = [
            _as_gold(s.id, p.text, gold)
            for s in official.pair().sentences
            for c in s.clauses
            for p in (c.conditions if kind == "c" else c.names)
        ]
        assert f1(found, gold) >= least, kind


def _written(q: Quantity) -> str:
    closed = "".join(str(int(end)) for end in q.closed)
    return f"{q.op} {q.value or '-'} {q.low or '-'} {q.high or '-'} {closed} {q.unit}"


def test_the_three_quantities_are_found_and_no_set_phrase_is_one() -> None:
    found = [(s.id, _written(q)) for s in official.pair().sentences for c in s.clauses for q in c.quantities]
    assert found == _gold_phrases("q")


def test_every_phrase_stands_at_its_span() -> None:
    reading = official.pair()
    for sentence in reading.sentences:
        for clause in sentence.clauses:
            assert reading.source[clause.force_at] == clause.force[0]
            items: list[Phrase | Quantity] = [*clause.names, *clause.conditions, *clause.quantities]
            for item in items:
                original = re.sub(r"\s| and ", "", reading.source[slice(*item.zh)])
                assert original == item.text


def test_the_short_name_is_known_with_its_long_one() -> None:
    (alias,) = official.pair().aliases
    assert alias.short == "自贸试验区"
    assert alias.long.startswith("中国（")
    assert alias.long.endswith("自由贸易试验区")


def test_who_acts_and_for_whom() -> None:
    reading = official.pair()
    assert reading.clause("C.4.1").actor == "商务部"
    assert reading.clause("3.4.1").beneficiary == "符合条件的金融机构"
    assert reading.clause("14.1.1").actor is None
    assert reading.clause("14.1.1").beneficiary == "苏州工业园区"
    assert reading.clause("8.5.1").actor == "外籍高层次人才"
