"""Precision, recall and F1 against a gold, counted over multisets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable


def f1(found: Iterable[Hashable], gold: Iterable[Hashable]) -> float:
    """The harmonic mean of precision and recall; 1.0 where both sides are empty."""
    left, right = Counter(found), Counter(gold)
    both = sum((left & right).values())
    total = sum(left.values()) + sum(right.values())
    return 2 * both / total if total else 1.0
