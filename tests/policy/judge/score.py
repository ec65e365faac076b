"""The independent judge of the policy reader: run as a program it prints every measure and every disagreement.

python -m tests.policy.judge.score [--notes]
"""

from __future__ import annotations

import sys
from typing import Any

from mulberry.policy import read, to_json
from tests.policy.judge.gold import (
    Document,
    Pair,
    invented_documents,
    invented_pair,
    official_document,
    official_pair,
    official_texts,
)
from tests.policy.judge.measures import Score, Tally, judge
from tests.policy.judge.pairs import align, findings
from tests.policy.judge.strain import hostile, timings

THRESHOLDS = {
    "structure": 1.0, "heads": 0.98, "classes": 0.99, "governors": 0.95, "conditions": 0.95, "names": 0.90,
    "quantities": 0.97, "clauses": 1.0, "header": 1.0,
}  # fmt: skip


def reading_of(document: Document) -> dict[str, Any]:
    return dict(to_json(read(document.text.encode())))


def score(documents: list[Document]) -> Score:
    """The measures of several documents together."""
    total = Score()
    for document in documents:
        judge(document, reading_of(document), total)
    return total


def official() -> list[Document]:
    texts = official_texts()
    return [official_document(texts[0])] if texts else []


def pairs() -> list[tuple[str, Pair]]:
    texts = official_texts()
    official_one = [("official pair", official_pair(*texts))] if texts else []
    return [*official_one, ("invented pair", invented_pair())]


def _print(name: str, tally: Tally, least: float, notes: bool) -> None:
    mark = "ok " if tally.f1 >= least else "LOW"
    print(f"  {mark} {name:<12} P {tally.precision:.3f}  R {tally.recall:.3f}  F1 {tally.f1:.3f}  ({least})")
    for note in tally.notes if notes else []:
        print("        " + note)


def main() -> None:
    notes = "--notes" in sys.argv
    for name, documents in (("official policy", official()), ("invented documents", invented_documents())):
        result = score(documents)
        print(f"{name}: {len(documents)} texts, {sum(len(d.sentences) for d in documents)} sentences")
        for key, least in THRESHOLDS.items():
            _print(key, getattr(result, key), least, notes)
    for name, pair in pairs():
        print(name)
        for label, (value, remarks) in align(pair, seeds=range(20)).items():
            print(f"  alignment, {label}: {value:.4f}")
            for remark in remarks[:20] if notes else []:
                print("        " + remark)
        found = findings(pair)
        total = found.right + found.missed
        print(f"  changes of meaning found: {found.right}/{total}; false alarms: {found.groundless}")
        for note in found.notes if notes else []:
            print("        " + note)
    for line in [*timings(), *hostile()]:
        print("  " + line)


if __name__ == "__main__":
    main()
