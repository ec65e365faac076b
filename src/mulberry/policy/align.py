"""Which English sentences render which Chinese ones: between matching headings, the cheapest monotone path over
merges, splits and gaps.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from mulberry.policy.glossary import Terms, plain_words, shown, terms_in
from mulberry.policy.model import Span

# tuned on damaged copies of a pair: coverage that chance gives, cost of odd lengths, of a further sentence, of one
# left over
_CHANCE, _STRETCH, _EXTRA, _LEFT = 0.33, 0.25, 0.1, 0.04
_COMMON = 1.5
# each of several sentences run together must be well covered by itself
_CHANCE_MERGED = 0.42
# beyond these shares of the usual length a split or a merger is not worth a look
_LONGEST, _SHORTEST, _NEVER = 2.2, 0.5, -1e9
# one of several left belongs to a sentence that shows so much of it, and so much more than of the others
_LEAST_SHARED, _CLEARLY = 0.15, 0.1
_BAND = 24
# how many Chinese and English sentences may stand for each other, and the most that such a group can score
_GROUPS = tuple(
    (a, b, a * (1 - (_CHANCE if a == 1 else _CHANCE_MERGED)) - _EXTRA * (a + b - 2))
    for a, b in ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (1, 4))
)
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


def features(text: str, terms: Terms) -> Features:
    """The terms of a Chinese sentence as stems with weights (longer terms say more), its Latin words and digits,
    its length.
    """
    stems = [(term.needles, min(len(term.zh), 5) * (1 if term.group == "plain" else 2)) for _, term in terms]
    return Features(stems, [x.lower() for x in _LATIN.findall(text)], len(text))


class _Matcher:
    """Scores groups of sentences within one section; what a pair shows is found once and reused by every group."""

    def __init__(self, zh: Sequence[Features], en: Sequence[str]) -> None:
        self.zh, self.en = zh, [plain_words(s) for s in en]
        seen = Counter(stems for f in zh for stems in {stems for stems, _ in f.stems})
        # a term that many sentences of the section share tells little about which is which
        weights = [[w / seen[stems] ** _COMMON for stems, w in f.stems] + [6.0] * len(f.latin) for f in zh]
        self.weights = [[w / (sum(row) or 1.0) for w in row] for row in weights]
        self.zh_ends = [0, *accumulate(f.length for f in zh)]
        self.en_ends = [0, *accumulate(len(s) for s in self.en)]
        self.shows: list[dict[tuple[str, ...], bool]] = [{} for _ in en]
        self.hits: dict[tuple[int, int], tuple[frozenset[int], float]] = {}

    def hit(self, i: int, j: int) -> tuple[frozenset[int], float]:
        """Which terms and Latin words of Chinese sentence ``i`` the English sentence ``j`` shows, and their share."""
        known = self.hits.get((i, j))
        if known is None:
            text, f, shows = self.en[j], self.zh[i], self.shows[j]
            terms = []
            for k, (stems, _) in enumerate(f.stems):
                seen = shows.get(stems)
                if seen is None:
                    seen = shows[stems] = shown(stems, text)
                if seen:
                    terms.append(k)
            if f.latin:
                terms += [len(f.stems) + k for k, w in enumerate(f.latin) if f" {w}" in text]
            found = frozenset(terms)
            known = self.hits[i, j] = (found, self._share(i, found))
        return known

    def _share(self, i: int, found: frozenset[int]) -> float:
        weights = self.weights[i]
        return sum([weights[k] for k in found]) if weights else 0.6

    def fits(self, i: int, j: int) -> bool:
        """Whether two sentences could be one by their lengths alone."""
        return 0.4 <= len(self.en[j]) / max(self.zh[i].length * _RATIO, 1.0) <= 2.5

    def may_fit(self, i: int, j: int) -> bool:
        """The same where the counts differ: they must share something, and their lengths agree well."""
        ratio = len(self.en[j]) / max(self.zh[i].length * _RATIO, 1.0)
        return 0.4 <= ratio <= 1.8 and self.hit(i, j)[1] >= _LEAST_SHARED

    def nearest(self, zh: range, en: range) -> tuple[list[int], list[int]] | None:
        """Of one sentence left on one side and a few on the other the pair that shares clearly most."""
        if min(len(zh), len(en)) != 1 or not 2 <= max(len(zh), len(en)) <= 3:
            return None
        pairs = sorted(((self.hit(i, j)[1], i, j) for i in zh for j in en), reverse=True)
        share, i, j = pairs[0]
        sure = share >= _LEAST_SHARED and share - pairs[1][0] >= _CLEARLY and self.fits(i, j)
        return ([i], [j]) if sure else None

    def group(self, i: int, a: int, j: int, b: int, ratio: float) -> float:
        """How well ``a`` Chinese sentences from ``i`` fit ``b`` English from ``j``: what is covered beyond chance,
        less what is odd.
        """
        if b == 1:
            covered = -(_CHANCE if a == 1 else _CHANCE_MERGED) * a
            for x in range(i, i + a):
                covered += self.hit(x, j)[1]
        else:
            found = self.hit(i, j)[0]
            for y in range(j + 1, j + b):
                more = found | self.hit(i, y)[0]
                if len(more) == len(found):
                    return _NEVER
                found = more
            covered = self._share(i, found) - _CHANCE
        away = ratio if ratio > 1 else 1 / max(ratio, 0.01)
        return covered - (_STRETCH * (away - 1.3) if away > 1.3 else 0.0) - _EXTRA * (a + b - 2)


def align(
    zh: Sequence[str], en: Sequence[str], terms: Sequence[Terms] | None = None
) -> list[tuple[list[int], list[int]]]:
    """Groups of indices (Chinese, English) that render each other, in order; what has no counterpart is in no group."""
    n, m = len(zh), len(en)
    if not n or not m:
        return []
    known = [terms_in(s) for s in zh] if terms is None else terms
    match = _Matcher([features(s, x) for s, x in zip(zh, known, strict=True)], en)
    rows: list[dict[int, tuple[float, int, int]]] = [{} for _ in range(n + 1)]
    for i in range(n + 1):
        middle = i * m // n
        for j in range(max(0, middle - _BAND - abs(n - m)), min(m, middle + _BAND + abs(n - m)) + 1):
            rows[i][j] = _best(match, rows, i, j)
    groups = _trace(rows, n, m)
    return _paired_leftovers(groups, n, m, match)


def _paired_leftovers(
    groups: list[tuple[list[int], list[int]]], n: int, m: int, match: _Matcher
) -> list[tuple[list[int], list[int]]]:
    """One sentence left on either side between two sure pairs belong together, even without a word in common; one
    left beside several goes to the one that shares most with it.
    """
    out, i, j = list[tuple[list[int], list[int]]](), 0, 0
    for left, right in [*groups, ([n], [m])]:
        if left[0] - i == 1 and right[0] - j == 1 and (match.fits(i, j) if n == m else match.may_fit(i, j)):
            out.append(([i], [j]))
        elif best := match.nearest(range(i, left[0]), range(j, right[0])):
            out.append(best)
        out.append((left, right))
        i, j = left[-1] + 1, right[-1] + 1
    return out[:-1]


def _best(match: _Matcher, rows: list[dict[int, tuple[float, int, int]]], i: int, j: int) -> tuple[float, int, int]:
    best = (0.0, 0, 0) if i == j == 0 else (-1e9, 0, 0)
    for a, b in ((1, 0), (0, 1)):
        before = rows[i - a].get(j - b) if i >= a and j >= b else None
        if before is not None and before[0] - _LEFT > best[0]:
            best = (before[0] - _LEFT, a, b)
    zh, en = match.zh_ends, match.en_ends
    for a, b, most in _GROUPS:
        if i < a or j < b:
            continue
        before = rows[i - a].get(j - b)
        if before is None or before[0] + most <= best[0]:
            continue
        ratio = (en[j] - en[j - b]) / ((zh[i] - zh[i - a]) * _RATIO + 1)
        if (b == 1 or ratio <= _LONGEST) and (a == 1 or ratio >= _SHORTEST):
            score = before[0] + match.group(i - a, a, j - b, b, ratio)
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


def _near(places: list[int], middle: int) -> list[int]:
    """Of many headings with one number, those about where the counterpart should be."""
    if len(places) <= 2 * _BAND:
        return places
    k = bisect_left(places, middle)
    return places[max(0, k - _BAND) : k + _BAND]


def anchors(zh: Sequence[tuple[int, int]], en: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Pairs of headings, both (depth, number), that stand for each other: the longest common sequence, in order."""
    where: dict[tuple[int, int], list[int]] = {}
    for j, key in enumerate(en):
        where.setdefault(key, []).append(j)
    tails: list[int] = []
    ends: list[int] = []
    nodes: list[tuple[int, int, int]] = []
    for i, key in enumerate(zh):
        for j in reversed(_near(where.get(key, []), i * len(en) // max(len(zh), 1))):
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
