"""Two languages: alignment of whole, thinned and merged translations, and findings of changed meaning."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Any

from mulberry.policy import read, to_json
from tests.policy.judge.gold import Pair
from tests.policy.judge.measures import Tally, overlap
from tests.policy.judge.notation import Span


@dataclass
class Thinned:
    """A translation with sentences dropped and merged; per Chinese sentence the units that should answer it."""

    en: str
    units: list[Span]
    expected: dict[Span, set[int]]


def thin(pair: Pair, dropped: float, merged: float, seed: int) -> Thinned:
    """Drop a share of the English sentences and run another share together with the next one."""
    rng = random.Random(seed)
    pieces = sorted((at, zh) for zh, spans in pair.alignment.items() for at in spans)
    kept = [rng.random() >= dropped for _ in pieces]
    text, position = "", 0
    units: list[Span] = []
    expected: dict[Span, set[int]] = {zh: set() for zh in pair.alignment}
    open_unit = False
    for (at, zh), keep in zip(pieces, kept, strict=True):
        between = pair.en[position : at[0]]
        position = at[1]
        open_unit = open_unit and "\n" not in between
        if not keep:
            text += between.rstrip(" ") if not open_unit else ""
            continue
        words = pair.en[at[0] : at[1]]
        if open_unit:
            words = words[0].lower() + words[1:]
            text = text.rstrip(". ") + "; "
            units[-1] = (units[-1][0], len(text) + len(words))
        else:
            text += between
            units.append((len(text), len(text) + len(words)))
        text += words
        expected[zh].add(len(units) - 1)
        open_unit = rng.random() < merged
    return Thinned(text + pair.en[position:], units, expected)


def _answer(zh: str, en: str) -> dict[str, Any]:
    return dict(to_json(read(zh.encode(), en.encode())))


def align_once(pair: Pair, dropped: float, merged: float, seed: int) -> tuple[int, int, list[str]]:
    """Sentences whose English is right, all sentences, and the others told."""
    given = thin(pair, dropped, merged, seed)
    told = {(s["zh"][0], s["zh"][1]): s["en"] or [] for s in _answer(pair.zh, given.en)["sentences"]}
    right, remarks = 0, []
    for zh, wanted in given.expected.items():
        spans = [(a, b) for a, b in told.get(zh, [])]
        units = {n for n, unit in enumerate(given.units) if any(overlap(span, unit) > 1 for span in spans)}
        stray = any(not any(overlap(span, unit) for unit in given.units) for span in spans)
        if units == wanted and not stray:
            right += 1
        else:
            remarks.append(f"seed {seed}: zh {zh} told {spans} for {[given.units[n] for n in sorted(wanted)]}")
    return right, len(given.expected), remarks


def align(pair: Pair, seeds: range) -> dict[str, tuple[float, list[str]]]:
    """The share of sentences rightly aligned: as given, with a tenth dropped, with 30 % dropped and 10 % merged."""
    results = {}
    for label, dropped, merged, tries in (
        ("as given", 0.0, 0.0, range(1)),
        ("a tenth dropped", 0.1, 0.0, seeds),
        ("30 % dropped, 10 % merged", 0.3, 0.1, seeds),
    ):
        if not tries:
            continue
        outcomes = [align_once(pair, dropped, merged, seed) for seed in tries]
        right, total = sum(o[0] for o in outcomes), sum(o[1] for o in outcomes)
        results[label] = (right / total, [note for o in outcomes for note in o[2]])
    return results


def findings(pair: Pair) -> Tally:
    """Changes of meaning found, and alarms on sentences that say the same in both languages."""
    told = _answer(pair.zh, pair.en)
    places: dict[Span, list[str]] = {}
    tally = Tally()
    for finding in (f for f in told["findings"] if f["kind"] == "translation"):
        at = _sentence_of(finding, pair)
        if at is not None:
            places.setdefault(at, []).append(finding["code"])
        elif finding["zh"] is not None:
            tally.notes.append(f"outside the sentences: {finding['code']} {finding['zh']}")
    for at, kinds in pair.changes.items():
        found = min(len(kinds), len(places.get(at, [])))
        tally.right += found
        if found < len(kinds):
            tally.missed += len(kinds) - found
            tally.notes.append(f"missed: {kinds} at {at}, told {places.get(at)}")
    for at, codes in places.items():
        if at not in pair.changes and at not in pair.tolerated:
            tally.unfounded(f"{codes} at {at} {pair.zh[at[0] : at[0] + 16]!r}")
    return tally


def _sentence_of(finding: dict[str, Any], pair: Pair) -> Span | None:
    if finding["zh"] is not None:
        zh = (finding["zh"][0], finding["zh"][1])
        return next((at for at in pair.alignment if overlap(at, zh) or at[0] <= zh[0] < at[1]), None)
    if finding["en"] is None:
        return None
    en = (finding["en"][0], finding["en"][1])
    return next((at for at, spans in pair.alignment.items() if any(overlap(span, en) for span in spans)), None)
