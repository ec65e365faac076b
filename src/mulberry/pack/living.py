"""A policy's text that lives on: what became of every sentence and clause that a pack was made for.

The words themselves are never kept: a pack carries fingerprints, and where a former wording is at hand (the one
attached before, or a file somebody names) the clauses of a changed sentence are told apart even if the pack has only
sentences.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from mulberry.pack.pack import Pack
from mulberry.pack.prints import known, sentence_of
from mulberry.policy.compare import Comparison, carry_ids, pair_up
from mulberry.policy.fingerprints import Fingerprints, fingerprints
from mulberry.policy.model import Reading

_DIFFERS, _INSERTED, _REMOVED, _MOVED = "differs", "inserted", "removed", "moved"


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one sentence or clause.

    ``id`` is the pack's, which never changes its meaning; ``now`` is the number in the text at hand, empty where it is
    gone. ``clauses`` are the changes within a sentence, ``None`` where no fingerprint tells its clauses apart.
    """

    what: str
    id: str
    now: str = ""
    moved_from: str = ""
    clauses: tuple[Change, ...] | None = None

    @property
    def places(self) -> tuple[str, ...]:
        """The ids whose meaning may have changed: its clauses where these are known, else the whole sentence."""
        return tuple(one.id for one in self.clauses) if self.clauses else (self.id,)

    def to_json(self) -> dict[str, Any]:
        inner = None if self.clauses is None else [{"what": c.what, "id": c.id, "now": c.now} for c in self.clauses]
        moved = {"moved_from": self.moved_from} if self.moved_from else {}
        return {"what": self.what, "id": self.id, "now": self.now or None, **moved, "clauses": inner}


@dataclass(frozen=True)
class Living:
    """A text read beside the pack that it belongs to. ``reading`` bears the pack's ids, ``read_as`` the text's own."""

    pack: Pack
    reading: Reading
    read_as: Reading
    old: Fingerprints
    comparison: Comparison | None

    @cached_property
    def unchecked(self) -> tuple[str, ...]:
        """Sentences of the pack that carry no fingerprint and so cannot be compared."""
        carried = {one.id for one in self.old.sentences}
        return tuple(dict.fromkeys(s for s in map(sentence_of, self.pack.clauses) if s not in carried))

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Everything that is not as it was, in the order of the text; what is gone after what stood before it."""
        return tuple(_changes(self)) if self.comparison else ()


def living(pack: Pack, reading: Reading, former: Reading | None = None) -> Living:
    """The text under the pack's ids. ``former`` is an earlier wording; where its sentence is the one the pack was made
    for, its clauses are known too."""
    old = _with_clauses(known(pack), former) if former else known(pack)
    if not old.sentences:
        return Living(pack, reading, reading, old, None)
    new = fingerprints(reading)
    return Living(pack, carry_ids(old, reading), reading, old, pair_up(old.sentences, new.sentences))


def _with_clauses(old: Fingerprints, former: Reading) -> Fingerprints:
    """The pack's fingerprints, filled up with the clauses of an earlier wording of the same sentences."""
    earlier = carry_ids(old, former)
    hashes = {one.id: one.hash for one in old.sentences}
    have = {sentence_of(one.id) for one in old.clauses}
    found = fingerprints(earlier)
    same = {one.id for one in found.sentences if hashes.get(one.id) == one.hash and one.id not in have}
    return replace(old, clauses=(*old.clauses, *(c for c in found.clauses if sentence_of(c.id) in same)))


def _changes(one: Living) -> Iterator[Change]:
    comparison = one.comparison or Comparison((), (), (), ())
    carried = {a.id: b.id for a, b in zip(one.read_as.sentences, one.reading.sentences, strict=True)}
    differs = {now: old for old, now in comparison.differs}
    gone, moves = _gone(one.old, comparison), _moves(one, comparison)
    yield from _removed(gone.get("", ()), moves)
    for sentence in one.read_as.sentences:
        id = carried[sentence.id]
        if sentence.id in comparison.inserted:
            source = moves.get(sentence.id, "")
            yield Change(_MOVED if source else _INSERTED, id, sentence.id, source)
        elif sentence.id in differs:
            yield Change(_DIFFERS, id, sentence.id, clauses=_within(one, id, sentence.id))
        yield from _removed(gone.get(id, ()), moves)


def _gone(old: Fingerprints, comparison: Comparison) -> dict[str, list[str]]:
    """The removed sentences by the last one before them that is still there."""
    out: dict[str, list[str]] = {}
    last = ""
    for one in old.sentences:
        if one.id in comparison.removed:
            out.setdefault(last, []).append(one.id)
        else:
            last = one.id
    return out


def _moves(one: Living, comparison: Comparison) -> dict[str, str]:
    """New sentences whose very words were removed elsewhere."""
    left = {p.hash: p.id for p in one.old.sentences if p.id in comparison.removed}
    new = {p.id: p.hash for p in fingerprints(one.read_as).sentences}
    return {id: left.pop(new[id]) for id in comparison.inserted if new[id] in left}


def _removed(ids: Sequence[str], moves: Mapping[str, str]) -> Iterator[Change]:
    """What is gone for good; what stands elsewhere is told there."""
    return (Change(_REMOVED, id) for id in ids if id not in moves.values())


def _within(one: Living, id: str, now: str) -> tuple[Change, ...] | None:
    """The clauses of a sentence that differ, came or went; ``None`` where the former ones are not known."""
    before = [p for p in one.old.clauses if sentence_of(p.id) == id]
    if not before:
        return None
    after = fingerprints(replace(one.read_as, sentences=(one.read_as.sentence(now),))).clauses
    carried = dict(
        zip(
            (c.id for c in one.read_as.sentence(now).clauses),
            (c.id for c in one.reading.sentence(id).clauses),
            strict=True,
        )
    )
    found = pair_up(before, after)
    return (
        *(Change(_DIFFERS, old, new) for old, new in found.differs),
        *(Change(_INSERTED, carried[new], new) for new in found.inserted),
        *(Change(_REMOVED, old) for old in found.removed),
    )
