"""A text against the fingerprints of an earlier one: recognised or not, what differs, what came, what went; and ids
carried over.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from mulberry.policy.fingerprints import Fingerprints, Print, distance, fingerprints
from mulberry.policy.model import Clause, Reading, Sentence

# of 64 bits: unrelated sentences differ in about 32, one with a word changed in fewer than 16
_NEAR = 20
_RECOGNISED = 0.5


@dataclass(frozen=True, slots=True)
class Comparison:
    """What became of each sentence: pairs (old id, new id) that are the same or differ, ids inserted (new) and
    removed (old).
    """

    same: tuple[tuple[str, str], ...]
    differs: tuple[tuple[str, str], ...]
    inserted: tuple[str, ...]
    removed: tuple[str, ...]

    @property
    def recognised(self) -> bool:
        """Whether this is the same document: at least half of the longer one is unchanged."""
        longer = len(self.same) + len(self.differs) + max(len(self.inserted), len(self.removed))
        return bool(longer) and len(self.same) >= longer * _RECOGNISED

    @property
    def unchanged(self) -> bool:
        return not (self.differs or self.inserted or self.removed)

    def to_json(self) -> dict[str, object]:
        return {
            "recognised": self.recognised,
            "same": [list(p) for p in self.same],
            "differs": [list(p) for p in self.differs],
            "inserted": list(self.inserted),
            "removed": list(self.removed),
        }


def pair_up(old: Sequence[Print], new: Sequence[Print]) -> Comparison:
    """Match two lists of fingerprints in order: equal hashes first, then near sketches between them."""
    same: list[tuple[str, str]] = []
    differs: list[tuple[str, str]] = []
    inserted: list[str] = []
    removed: list[str] = []
    matcher = SequenceMatcher(None, [p.hash for p in old], [p.hash for p in new], autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            same += [(x.id, y.id) for x, y in zip(old[a:b], new[c:d], strict=True)]
            continue
        pairs, gone, come = _near(old[a:b], new[c:d])
        differs += pairs
        removed += gone
        inserted += come
    return Comparison(tuple(same), tuple(differs), tuple(inserted), tuple(removed))


def _near(old: Sequence[Print], new: Sequence[Print]) -> tuple[list[tuple[str, str]], list[str], list[str]]:
    """Between two matches: the nearest pairs first, never crossing, as far as they are near at all."""
    ranked = sorted((distance(x, y), abs(i - j), i, j) for i, x in enumerate(old) for j, y in enumerate(new))
    taken: list[tuple[int, int]] = []
    for bits, _, i, j in ranked:
        if bits <= _NEAR and all((i - a) * (j - b) > 0 for a, b in taken):
            taken.append((i, j))
    left, right = {i for i, _ in taken}, {j for _, j in taken}
    pairs = [(old[i].id, new[j].id) for i, j in sorted(taken)]
    return (
        pairs,
        [x.id for i, x in enumerate(old) if i not in left],
        [y.id for j, y in enumerate(new) if j not in right],
    )


def compare(old: Fingerprints, reading: Reading) -> Comparison:
    """What of the document that ``old`` was made from stands in ``reading``."""
    return pair_up(old.sentences, fingerprints(reading).sentences)


def recognise(known: Mapping[str, Fingerprints], reading: Reading) -> str | None:
    """Which of several documents a text is, by most unchanged sentences; ``None`` where it is none of them."""
    new = fingerprints(reading)
    best: tuple[int, str] | None = None
    for name, old in known.items():
        found = pair_up(old.sentences, new.sentences)
        if found.recognised and (best is None or len(found.same) > best[0]):
            best = (len(found.same), name)
    return best[1] if best else None


def carry_ids(old: Fingerprints, reading: Reading) -> Reading:
    """The reading with the ids of the earlier text wherever a sentence or clause is still there.

    A sentence that came in between gets the id of the one before it with a letter (``3.2a``), so that no id ever
    changes its meaning.
    """
    new = fingerprints(reading)
    found = pair_up(old.sentences, new.sentences)
    ids = _ids([s.id for s in reading.sentences], {b: a for a, b in (*found.same, *found.differs)}, old.sentences)
    before: dict[str, list[Print]] = {}
    after: dict[str, list[Print]] = {}
    for prints, by in ((old.clauses, before), (new.clauses, after)):
        for p in prints:
            by.setdefault(p.id.rpartition(".")[0], []).append(p)
    sentences = [_renamed(s, ids[s.id], before.get(ids[s.id], []), after.get(s.id, [])) for s in reading.sentences]
    return replace(reading, sentences=tuple(sentences))


def _ids(new: Sequence[str], carried: Mapping[str, str], old: Sequence[Print]) -> dict[str, str]:
    """New ids by those found now; ids in use, now or earlier, are not given out again."""
    used = {p.id for p in old} | set(carried.values())
    out: dict[str, str] = {}
    last = ""
    for id in new:
        if id in carried:
            last = out[id] = carried[id]
            continue
        prefix = id.rpartition(".")[0]
        base = last if last.rpartition(".")[0] == prefix else f"{prefix}.0"
        if id not in used and last.rpartition(".")[0] != prefix:
            base, fresh = id, id
        else:
            fresh = next(
                f"{base.rstrip('abcdefghijklmnopqrstuvwxyz')}{x}"
                for x in _letters()
                if f"{base.rstrip('abcdefghijklmnopqrstuvwxyz')}{x}" not in used
            )
        used.add(fresh)
        out[id] = fresh
    return out


def _letters() -> list[str]:
    single = [chr(c) for c in range(ord("a"), ord("z") + 1)]
    return single + [x + y for x in single for y in single]


def _renamed(s: Sentence, id: str, before: Sequence[Print], after: Sequence[Print]) -> Sentence:
    """A sentence under its carried id, its clauses likewise."""
    if not before:
        return replace(s, id=id, clauses=tuple(replace(c, id=f"{id}.{k + 1}") for k, c in enumerate(s.clauses)))
    found = pair_up(before, after)
    ids = _ids([c.id for c in s.clauses], {b: a for a, b in (*found.same, *found.differs)}, before)
    clauses: list[Clause] = []
    for c in s.clauses:
        name = ids[c.id]
        clauses.append(replace(c, id=name if name.startswith(f"{id}.") else f"{id}.{name.rpartition('.')[2]}"))
    return replace(s, id=id, clauses=tuple(clauses))
