"""Clauses, conditions and quantities in invented sentences written the way other zones and ministries write."""

from __future__ import annotations

from mulberry.policy.clauses import split
from mulberry.policy.conditions import conditions
from mulberry.policy.quantities import quantities
from tests.policy import marked
from tests.policy.scores import f1


def test_heads_their_classes_and_governing_heads() -> None:
    gold = [(k, *h) for k, s in enumerate(marked.sentences()) for h in s.heads]
    found = [
        (k, c.head.at, c.head.word, c.cls, c.under or "")
        for k, s in enumerate(marked.sentences())
        for c in split(s.text)
    ]
    assert len(gold) > 100
    assert f1([x[:3] for x in found], [x[:3] for x in gold]) >= 0.98
    by_place = {x[:2]: x for x in gold}
    matched = [(x, by_place[x[:2]]) for x in found if x[:2] in by_place]
    assert sum(a[3] == b[3] for a, b in matched) >= 0.99 * len(matched)
    assert sum(a[4] == b[4] for a, b in matched) >= 0.95 * len(matched)


def test_conditions() -> None:
    gold = [(k, c) for k, s in enumerate(marked.sentences()) for c in s.conditions]
    found = [(k, s.text[a:b].rstrip("的")) for k, s in enumerate(marked.sentences()) for a, b in conditions(s.text)]
    assert f1(found, gold) >= 0.95


def test_quantities() -> None:
    gold = [(k, *q) for k, s in enumerate(marked.sentences()) for q in s.quantities]
    found = [
        (k, s.text[q.start : q.end], q.op, q.unit) for k, s in enumerate(marked.sentences()) for q in quantities(s.text)
    ]
    assert f1(found, gold) >= 0.97
