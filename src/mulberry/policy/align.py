"""Which English sentences render which Chinese ones: between matching headings, the cheapest monotone path over merges, splits and gaps."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from mulberry.policy.glossary import terms_in
from mulberry.policy.model import Span

_GROUPS = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (1, 4))
# tuned on damaged copies of a pair: coverage that chance gives, cost of odd lengths, of a further sentence, of one left over
_CHANCE, _STRETCH, _EXTRA, _LEFT = 0.33, 0.25, 0.1, 0.04
_COMMON = 1.5
_BAND = 24
_WORD = re.compile(r"[a-z]+|\d+(?:\.\d+)?")
_LATIN = re.compile(r"[A-Za-z]{2,}|\d+(?:\.\d+)?")
# a Chinese character of a policy is about this many English ones
_RATIO = 4.7


@dataclass(slots=True)
class Features:
    """What a Chinese sentence should show in English, and how long it is."""

    stems: list[tuple[tuple[str, ...], int]]
    latin: list[str]
    length: int


def features(text: str) -> Features:
    """The terms of a Chinese sentence as stems with weights (longer terms say more), its Latin words and digits, its length."""
    stems = [(term.stems, min(len(term.zh), 5) * (1 if term.group == "plain" else 2)) for _, term in terms_in(text)]
    return Features(stems, [x.lower() for x in _LATIN.findall(text)], len(text))


class _Matcher:
    """Scores groups of sentences within one section; single hits are counted once and reused by every group."""

    def __init__(self, zh: Sequence[Features], en: Sequence[str]) -> None:
        self.zh, self.en = zh, [" " + s.lower() for s in en]
        seen = Counter(stems for f in zh for stems in {stems for stems, _ in f.stems})
        # a term that many sentences of the section share tells little about which is which
        self.weights = [[w / seen[stems] ** _COMMON for stems, w in f.stems] + [6.0] * len(f.latin) for f in zh]
        self.hits: dict[tuple[int, int], tuple[int, ...]] = {}

    def _hit(self, i: int, j: int) -> tuple[int, ...]:
        """Which terms and Latin words of Chinese sentence ``i`` the English sentence ``j`` shows."""
        known = self.hits.get((i, j))
        if known is None:
            text, f = self.en[j], self.zh[i]
            terms = [k for k, (stems, _) in enumerate(f.stems) if any(_shows(text, s) for s in stems)]
            words = [len(f.stems) + k for k, w in enumerate(f.latin) if _shows(text, w)]
            known = self.hits[i, j] = tuple(terms + words)
        return known

    def group(self, i: int, a: int, j: int, b: int) -> float:
        """How well ``a`` Chinese sentences from ``i`` fit ``b`` English ones from ``j``: what is covered beyond chance, less what is odd."""
        covered = 0.0
        for x in range(i, i + a):
            weights = self.weights[x]
            seen = {k for y in range(j, j + b) for k in self._hit(x, y)}
            total = sum(weights)
            covered += (sum(weights[k] for k in seen) / total if total else 0.6) - _CHANCE
        length = sum(self.zh[x].length for x in range(i, i + a)) * _RATIO
        ratio = sum(len(self.en[y]) for y in range(j, j + b)) / max(length, 1.0)
        away = max(ratio, 1 / max(ratio, 0.01))
        return covered - _STRETCH * max(0.0, away - 1.3) - _EXTRA * (a + b - 2)


def _shows(text: str, stem: str) -> bool:
    """Whether a stem starts a word of the text (which begins with a space)."""
    at = text.find(stem)
    while at > 0:
        if not text[at - 1].isalnum():
            return True
        at = text.find(stem, at + 1)
    return False


def align(zh: Sequence[str], en: Sequence[str]) -> list[tuple[list[int], list[int]]]:
    """Groups of indices (Chinese, English) that render each other, in order; what has no counterpart is in no group."""
    n, m = len(zh), len(en)
    if not n or not m:
        return []
    match = _Matcher([features(s) for s in zh], en)
    rows: list[dict[int, tuple[float, int, int]]] = [{} for _ in range(n + 1)]
    for i in range(n + 1):
        middle = i * m // n
        for j in range(max(0, middle - _BAND - abs(n - m)), min(m, middle + _BAND + abs(n - m)) + 1):
            rows[i][j] = _best(match, rows, i, j)
    return _trace(rows, n, m)


def _best(match: _Matcher, rows: list[dict[int, tuple[float, int, int]]], i: int, j: int) -> tuple[float, int, int]:
    best = (0.0, 0, 0) if i == j == 0 else (-1e9, 0, 0)
    for a, b in ((1, 0), (0, 1)):
        before = rows[i - a].get(j - b) if i >= a and j >= b else None
        if before is not None and before[0] - _LEFT > best[0]:
            best = (before[0] - _LEFT, a, b)
    for a, b in _GROUPS:
        before = rows[i - a].get(j - b) if i >= a and j >= b else None
        if before is not None:
            score = before[0] + match.group(i - a, a, j - b, b)
            if score > best[0]:
                best = (score, a, b)
    return best


def _trace(rows: list[dict[int, tuple[float, int, int]]], i: int, j: int) -> list[tuple[list[int], list[int]]]:
    out = []
    while i or j:
        _, a, b = rows[i][j]
        if a and b:
            out.append((list(range(i - a, i)), list(range(j - b, j))))
        i, j = i - a, j - b
    return out[::-1]


def anchors(zh: Sequence[tuple[int, int]], en: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Pairs of headings, both (depth, number), that stand for each other: the longest common sequence, in order."""
    where: dict[tuple[int, int], list[int]] = {}
    for j, key in enumerate(en):
        where.setdefault(key, []).append(j)
    tails: list[int] = []
    ends: list[int] = []
    nodes: list[tuple[int, int, int]] = []
    for i, key in enumerate(zh):
        for j in reversed(where.get(key, ())):
            k = bisect_left(tails, j)
            nodes.append((i, j, ends[k - 1] if k else -1))
            tails[k : k + 1], ends[k : k + 1] = [j], [len(nodes) - 1]
    out, at = list[tuple[int, int]](), ends[-1] if ends else -1
    while at >= 0:
        i, j, at = nodes[at]
        out.append((i, j))
    return out[::-1]


def spans_of(groups: Sequence[tuple[list[int], list[int]]], en: Sequence[Span]) -> dict[int, tuple[Span, ...]]:
    """Per Chinese index the spans of its English sentences; several Chinese sentences of one group share them."""
    return {i: tuple(en[j] for j in right) for left, right in groups for i in left}
