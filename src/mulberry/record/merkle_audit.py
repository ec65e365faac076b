"""Finding the place where a stored record was altered: every leaf, every stored node and every signed root, one by one.

Each stored hash is vouched for twice: by what lies under it, and by the node above it or, at the right edge, by a
signed root. A leaf whose bytes changed fails only below its hash; a stored hash that changed fails on both sides. So a
single fault is not only found but told apart from its neighbours.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from mulberry.law.text import Text, t
from mulberry.record.merkle import NodeReader, Position, cover, leaf_hash, node_hash, root_at

#: leaf: its bytes are not those sealed; node: a stored hash; range: leaves rewritten together with the hashes over
#: them; root: a checkpoint that the rest of the record contradicts; count: leaves missing or too many.
Fault = Literal["leaf", "node", "range", "root", "count"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One altered place: leaves ``first`` to ``last`` (inclusive, from 0); ``level`` is that of a stored node."""

    fault: Fault
    first: int
    last: int
    level: int = 0

    @property
    def text(self) -> Text:
        """The place in words."""
        first, last, level = self.first, self.last, self.level
        return {
            "leaf": t(f"第 {first} 号事件的内容被改动。", f"the content of event {first} was altered."),
            "node": t(
                f"第 {level} 层覆盖事件 {first} 至 {last} 的散列被改动或缺失。",
                f"the stored hash over events {first} to {last} (level {level}) was altered or is missing.",
            ),
            "range": t(
                f"事件 {first} 至 {last} 之间有内容连同散列被改写。",
                f"between events {first} and {last} content was rewritten together with its hashes.",
            ),
            "root": t(
                f"大小为 {last + 1} 的检查点与台账不符。", f"the checkpoint of size {last + 1} is not of this record."
            ),
            "count": t(
                f"台账应有 {last + 1} 个事件，实有 {first + 1} 个。",
                f"the record should hold {last + 1} events and holds {first + 1}.",
            ),
        }[self.fault]


def audit(leaves: Iterable[bytes], size: int, node: NodeReader, roots: Mapping[int, bytes]) -> list[Finding]:
    """Compare leaf bytes, stored nodes and the roots of verified checkpoints; an empty list means that all agree.

    ``node`` raises LookupError where nothing is stored; ``roots`` maps tree sizes up to ``size`` to 32-byte roots.
    """

    def stored(level: int, index: int) -> bytes:
        try:
            return node(level, index)
        except LookupError:
            return b""  # no hash is empty, so that a missing node fails every comparison

    count, failing = _failing(leaves, size, stored)
    agree = {at: root_at(at, stored) == root for at, root in roots.items()}
    located = list(_locate(failing, size, agree))
    if count != size:
        located.insert(0, Finding("count", count - 1, size - 1))
    return located + list(_unexplained_roots(agree, located, size))


def _failing(leaves: Iterable[bytes], size: int, stored: NodeReader) -> tuple[int, set[Position]]:
    """The number of leaves, and the stored nodes that what lies under them contradicts."""
    count, failing = 0, set[Position]()
    for index, data in enumerate(leaves):
        count += 1
        if index < size and leaf_hash(data) != stored(0, index):
            failing.add((0, index))
    failing |= {(0, index) for index in range(count, size)}
    for level in range(1, size.bit_length()):
        for index in range(size >> level):
            if node_hash(stored(level - 1, 2 * index), stored(level - 1, 2 * index + 1)) != stored(level, index):
                failing.add((level, index))
    return count, failing


def _locate(failing: set[Position], size: int, agree: Mapping[int, bool]) -> Iterator[Finding]:
    for level, index in sorted(failing):
        first, last = index << level, ((index + 1) << level) - 1
        if not _stands(level, index, size, failing, agree):
            yield Finding("node", first, last, level)
        elif level == 0:
            yield Finding("leaf", first, last)
        elif not failing & {(level - 1, 2 * index), (level - 1, 2 * index + 1)}:
            yield Finding("range", first, last)


def _stands(level: int, index: int, size: int, failing: set[Position], agree: Mapping[int, bool]) -> bool:
    """Whether the stored hash is the one that was sealed, as far as what lies over it can tell."""
    if ((index >> 1) + 1) << (level + 1) <= size:  # the node above is complete, hence stored
        return (level + 1, index >> 1) not in failing
    over = [sound for at, sound in agree.items() if (level, index) in cover(0, at)]
    return any(over) or not over


def _unexplained_roots(agree: Mapping[int, bool], located: list[Finding], size: int) -> Iterator[Finding]:
    """Roots that disagree though no node under them is known to be wrong: all was rewritten, or the root itself was."""
    sound = [at for at, holds in agree.items() if holds]
    broken = {(found.level, found.first >> found.level) for found in located if found.fault == "node"}
    wrong = sorted(at for at, holds in agree.items() if not holds and not broken & set(cover(0, at)))
    for at in wrong:
        if any(later > at for later in sound) or at > size:
            yield Finding("root", 0, at - 1)  # a later root holds, so the leaves under this one are as they were
    rewritten = [at for at in wrong if at <= size and not any(later > at for later in sound)]
    if rewritten:
        yield Finding("range", max(sound, default=0), rewritten[0] - 1)
