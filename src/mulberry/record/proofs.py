"""Inclusion and consistency proofs: made as RFC 6962 section 2.1 says, checked as RFC 9162 section 2.1 says.

A *plan* names, for every hash of a proof, the stored nodes from which it is folded, so that a store may fetch all of
them in one query. The verifiers answer False to everything malformed: they are fed by strangers and never raise.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeGuard

from mulberry.record.merkle import EMPTY_ROOT, HASH_SIZE, NodeReader, Position, cover, fold, node_hash

#: For each hash of a proof, in the proof's order: the complete nodes it is folded from.
Plan = list[tuple[Position, ...]]


def _split(begin: int, end: int) -> int:
    """Where the RFC divides ``[begin, end)``: after the largest power of two smaller than its width."""
    return begin + (1 << ((end - begin - 1).bit_length() - 1))


def inclusion_plan(index: int, size: int) -> Plan:
    """What proves leaf ``index`` in the tree of ``size`` leaves: PATH(m, D[n]), section 2.1.1."""
    if not 0 <= index < size:
        raise ValueError(f"there is no leaf {index} in a tree of {size}")
    plan: Plan = []
    begin, end = 0, size
    while end - begin > 1:
        middle = _split(begin, end)
        if index < middle:
            plan.append(cover(middle, end))
            end = middle
        else:
            plan.append(cover(begin, middle))
            begin = middle
    return plan[::-1]


def consistency_plan(old: int, new: int) -> Plan:
    """What proves that the tree of ``new`` leaves begins with that of ``old``: PROOF(m, D[n]), section 2.1.2."""
    if not 0 <= old <= new:
        raise ValueError(f"a tree of {new} leaves does not continue one of {old}")
    if old in (0, new):
        return []  # every tree continues the empty one and itself: there is nothing to show
    plan: Plan = []
    begin, end = 0, new
    while end != old:
        middle = _split(begin, end)
        if old <= middle:
            plan.append(cover(middle, end))
            end = middle
        else:
            plan.append(cover(begin, middle))
            begin = middle
    if begin:  # at 0 the remaining subtree is the old tree itself, whose root the verifier holds
        plan.append(cover(begin, end))
    return plan[::-1]


def fetch(plan: Plan, node: NodeReader) -> tuple[bytes, ...]:
    """The hashes of a proof, read from a store of complete nodes."""
    return tuple(fold(node(*position) for position in group) for group in plan)


def inclusion_path(index: int, size: int, node: NodeReader) -> tuple[bytes, ...]:
    """The audit path of leaf ``index`` in the tree of ``size`` leaves: 32-byte hashes, the nearest sibling first."""
    return fetch(inclusion_plan(index, size), node)


def consistency_path(old: int, new: int, node: NodeReader) -> tuple[bytes, ...]:
    """The proof that the tree of ``new`` leaves only adds to that of ``old``: 32-byte hashes, lowest first."""
    return fetch(consistency_plan(old, new), node)


def _is_count(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _are_hashes(*values: object) -> bool:
    return all(isinstance(value, bytes) and len(value) == HASH_SIZE for value in values)


def verify_inclusion(leaf: bytes, index: int, size: int, path: Sequence[bytes], root: bytes) -> bool:
    """Whether ``path`` shows that the leaf with hash ``leaf`` stands at ``index`` in the tree of that size and root.

    RFC 9162 section 2.1.3.2.
    """
    if not (_is_count(index) and _is_count(size) and index < size and _are_hashes(leaf, root, *path)):
        return False
    at, last, joined = index, size - 1, leaf
    for sibling in path:
        if last == 0:
            return False  # the path goes on above the root
        if at & 1 or at == last:
            joined = node_hash(sibling, joined)
            while not at & 1 and at:  # levels at which this right edge has no sibling
                at, last = at >> 1, last >> 1
        else:
            joined = node_hash(joined, sibling)
        at, last = at >> 1, last >> 1
    return last == 0 and joined == root


def verify_consistency(old: int, new: int, path: Sequence[bytes], old_root: bytes, new_root: bytes) -> bool:
    """Whether ``path`` shows that the tree of ``new`` leaves begins with the whole tree of ``old`` leaves."""
    if not (_is_count(old) and _is_count(new) and old <= new and _are_hashes(old_root, new_root, *path)):
        return False
    if old == new:
        return not path and old_root == new_root and (old > 0 or old_root == EMPTY_ROOT)
    if old == 0:
        return not path and old_root == EMPTY_ROOT
    return _joins_to_both(old, new, path, old_root, new_root)


def _joins_to_both(old: int, new: int, path: Sequence[bytes], old_root: bytes, new_root: bytes) -> bool:
    """RFC 9162 section 2.1.4.2 for 0 < old < new: one walk up that must end in both roots."""
    hashes = [old_root, *path] if old & (old - 1) == 0 else list(path)  # a full old tree is itself the first node
    if not path:
        return False
    at, last = old - 1, new - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    joined_old = joined_new = hashes[0]
    for sibling in hashes[1:]:
        if last == 0:
            return False
        if at & 1 or at == last:
            joined_old, joined_new = node_hash(sibling, joined_old), node_hash(sibling, joined_new)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            joined_new = node_hash(joined_new, sibling)
        at, last = at >> 1, last >> 1
    return last == 0 and joined_old == old_root and joined_new == new_root
