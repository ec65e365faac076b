"""The Merkle tree of the record: RFC 6962 section 2.1 (kept unchanged by RFC 9162), over SHA-256.

A *node* ``(level, index)`` is the hash of the ``2**level`` leaves that start at leaf ``index * 2**level``. Only
complete nodes are ever stored: once written they never change, so a table, or a file of 32-byte hashes per level, can
hold them. What an incomplete right edge needs is folded from complete nodes when it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import TypeAlias

HASH_SIZE = 32
EMPTY_ROOT = sha256(b"").digest()
_LEAF, _NODE = b"\x00", b"\x01"  # different prefixes: a leaf can never be passed off as an inner node


#: Where a complete node stands: level and index; level 0 holds the leaf hashes.
Position: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Node:
    """A complete node with its 32-byte hash, ready to be stored."""

    level: int
    index: int
    hash: bytes


#: Fetches the stored hash of a complete node by level and index.
NodeReader = Callable[[int, int], bytes]


def leaf_hash(data: bytes) -> bytes:
    """SHA-256(0x00 || data): the hash by which a leaf enters the tree."""
    return sha256(_LEAF + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """SHA-256(0x01 || left || right)."""
    return sha256(_NODE + left + right).digest()


def cover(begin: int, end: int) -> tuple[Position, ...]:
    """The complete nodes, left to right, that together hold leaves ``[begin, end)``.

    ``begin`` must be a multiple of the largest power of two within ``end - begin``, as every range that the RFC
    splits off is; the nodes then grow smaller from left to right.
    """
    nodes: list[Position] = []
    while begin < end:
        level = (end - begin).bit_length() - 1
        nodes.append((level, begin >> level))
        begin += 1 << level
    return tuple(nodes)


def fold(hashes: Iterable[bytes]) -> bytes:
    """The hash of a range from those of its cover, joined from the right as the RFC's split demands."""
    newest_first = reversed(list(hashes))
    joined = next(newest_first)
    for left in newest_first:
        joined = node_hash(left, joined)
    return joined


def root_at(size: int, node: NodeReader) -> bytes:
    """The root of the first ``size`` leaves of a stored tree; any size up to the present one."""
    return fold(node(*position) for position in cover(0, size)) if size else EMPTY_ROOT


@dataclass(frozen=True, slots=True)
class Frontier:
    """All that appending needs: the size and the hashes of its cover, widest first; at most one per bit of the size."""

    size: int = 0
    peaks: tuple[bytes, ...] = ()

    def __post_init__(self) -> None:
        if self.size < 0 or len(self.peaks) != self.size.bit_count():
            raise ValueError(f"a tree of {self.size} leaves does not have {len(self.peaks)} peaks")
        if any(len(peak) != HASH_SIZE for peak in self.peaks):
            raise ValueError("every peak is a hash of 32 bytes")

    @classmethod
    def at(cls, size: int, node: NodeReader) -> Frontier:
        """The frontier of a stored tree: reads one node per set bit of ``size``, so opening costs O(log n)."""
        return cls(size, tuple(node(*position) for position in cover(0, size)))

    def append(self, leaf: bytes) -> tuple[Frontier, list[Node]]:
        """Add one leaf hash. Gives the new frontier and every node this completed, the leaf's own first."""
        peaks, nodes = list(self.peaks), [Node(0, self.size, leaf)]
        level, index, joined = 0, self.size, leaf
        while index & 1:
            joined = node_hash(peaks.pop(), joined)
            level, index = level + 1, index >> 1
            nodes.append(Node(level, index, joined))
        return Frontier(self.size + 1, (*peaks, joined)), nodes

    def extend(self, leaves: Iterable[bytes]) -> tuple[Frontier, list[Node]]:
        """Add leaf hashes in order; the nodes come in the order in which they were completed."""
        frontier, nodes = self, list[Node]()
        for leaf in leaves:
            frontier, completed = frontier.append(leaf)
            nodes += completed
        return frontier, nodes

    def root(self) -> bytes:
        """The root hash at this size; of no leaves it is SHA-256 of nothing."""
        return fold(self.peaks) if self.peaks else EMPTY_ROOT


class Log:
    """A whole tree in memory, one list of hashes per level: for bulk loads, rebuilding and checking the record."""

    __slots__ = ("levels",)

    def __init__(self) -> None:
        self.levels: list[list[bytes]] = [[]]

    @property
    def size(self) -> int:
        """The number of leaves."""
        return len(self.levels[0])

    def append(self, data: bytes) -> int:
        """Add the bytes of one leaf; gives its index."""
        # Written out rather than by way of Frontier: this is the loop a rebuild of the whole record spends its time in.
        joined, height, levels = sha256(_LEAF + data).digest(), 0, self.levels
        while True:
            level = levels[height]
            level.append(joined)
            if len(level) & 1:
                return len(levels[0]) - 1
            joined = sha256(_NODE + level[-2] + joined).digest()
            height += 1
            if height == len(levels):
                levels.append([])

    def extend(self, leaves: Iterable[bytes]) -> None:
        """Add the bytes of many leaves at once, level by level: the same tree as one by one, faster."""
        digest, added, height = sha256, [sha256(_LEAF + data).digest() for data in leaves], 0
        while added:
            if height == len(self.levels):
                self.levels.append([])
            level = self.levels[height]
            start = len(level) & ~1  # an odd last node of before waits for its sibling
            level += added
            pairs = range(start, len(level) - 1, 2)
            added = [digest(_NODE + level[left] + level[left + 1]).digest() for left in pairs]
            height += 1

    def node(self, level: int, index: int) -> bytes:
        """The hash of a complete node."""
        return self.levels[level][index]

    def root(self, size: int | None = None) -> bytes:
        """The root at a size, by default the present one."""
        size = self.size if size is None else size
        if not 0 <= size <= self.size:
            raise ValueError(f"the log has {self.size} leaves, not {size}")
        return root_at(size, self.node)

    def frontier(self) -> Frontier:
        """The state from which appending can go on elsewhere."""
        return Frontier.at(self.size, self.node)
