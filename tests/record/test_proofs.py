"""Proofs: each one made verifies, is the one the RFC defines, and no other list of hashes verifies in its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mulberry.record.merkle import EMPTY_ROOT, Log, fold, leaf_hash
from mulberry.record.proofs import (
    consistency_path,
    consistency_plan,
    inclusion_path,
    inclusion_plan,
    verify_consistency,
    verify_inclusion,
)
from tests.record.rfc6962 import mth, path, proof

MOST = 40
LEAVES = [bytes([i]) * (i % 5) for i in range(MOST)]
LOG = Log()
LOG.extend(LEAVES)
HASHES = LOG.levels[0]
ROOTS = [mth(LEAVES[:size]) for size in range(MOST + 1)]
JUNK = bytes(range(32))
Hashes = tuple[bytes, ...]


@pytest.mark.parametrize("size", range(1, MOST + 1))
def test_every_inclusion_proof_is_that_of_the_rfc_and_verifies(size: int) -> None:
    for index in range(size):
        made = inclusion_path(index, size, LOG.node)
        assert list(made) == path(index, LEAVES[:size])
        assert verify_inclusion(HASHES[index], index, size, made, ROOTS[size])


@pytest.mark.parametrize("new", range(MOST + 1))
def test_every_consistency_proof_is_that_of_the_rfc_and_verifies(new: int) -> None:
    for old in range(new + 1):
        made = consistency_path(old, new, LOG.node)
        assert list(made) == (proof(old, LEAVES[:new]) if old else [])
        assert verify_consistency(old, new, made, ROOTS[old], ROOTS[new])


@given(st.integers(1, 2**62), st.data())
def test_a_proof_of_any_size_reads_few_nodes(size: int, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, size - 1))
    old = data.draw(st.integers(1, size))
    levels = (size - 1).bit_length()
    assert len(inclusion_plan(index, size)) <= levels
    assert len(consistency_plan(old, size)) <= levels + 1
    for plan in (inclusion_plan(index, size), consistency_plan(old, size)):
        read = [position for group in plan for position in group]
        assert len(read) == len(set(read)) <= 2 * levels + 1
        assert all((at + 1) << level <= size for level, at in read), "only complete nodes are ever asked for"


@pytest.mark.parametrize(("index", "size"), [(0, 0), (1, 1), (5, 5), (-1, 3), (9, 3)])
def test_there_is_no_inclusion_proof_outside_the_tree(index: int, size: int) -> None:
    with pytest.raises(ValueError, match="no leaf"):
        inclusion_plan(index, size)


@pytest.mark.parametrize(("old", "new"), [(1, 0), (5, 4), (-1, 3)])
def test_there_is_no_consistency_proof_backwards(old: int, new: int) -> None:
    with pytest.raises(ValueError, match="continue"):
        consistency_plan(old, new)


def bad_paths(good: Hashes) -> Iterator[Hashes]:
    """Everything near a good path that is not it: cut, padded, turned round, a wrong length, a bit flipped."""
    yield from (good[:cut] for cut in range(len(good)))
    yield from (good[cut:] for cut in range(1, len(good) + 1))
    for extra in (b"", b"\0", b"\0" * 31, b"\0" * 32, b"\0" * 33, JUNK, EMPTY_ROOT, *good):
        yield from ((*good, extra), (extra, *good))
    yield (*good, *good) if good else (JUNK, JUNK)
    if len(set(good)) > 1:
        yield good[::-1]
    for at, step in enumerate(good):
        for other in (
            b"",
            step[:-1],
            step + b"\0",
            bytes([step[0] ^ 1]) + step[1:],
            step[:-1] + bytes([step[-1] ^ 0x80]),
        ):
            yield (*good[:at], other, *good[at + 1 :])


@pytest.mark.parametrize("size", [1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 33])
def test_no_bad_inclusion_proof_verifies(size: int) -> None:
    for index in range(size):
        good, leaf, root = inclusion_path(index, size, LOG.node), HASHES[index], ROOTS[size]
        assert not any(verify_inclusion(leaf, index, size, bad, root) for bad in bad_paths(good))
        for wrong in {index - 1, index + 1, index ^ 2, index + size, index + 2**64, -index - 1} - {index}:
            assert not verify_inclusion(leaf, wrong, size, good, root)
        for other_root in (ROOTS[size - 1], ROOTS[size + 1], EMPTY_ROOT, JUNK, b"", root[:-1], root + b"\0"):
            assert not verify_inclusion(leaf, index, size, good, other_root)
        for other_leaf in (JUNK, b"", leaf[:-1], leaf + b"\0", root if size > 1 else JUNK):
            assert not verify_inclusion(other_leaf, index, size, good, root)


@pytest.mark.parametrize("size", range(2, 34))
def test_an_inclusion_proof_fits_no_tree_in_which_paths_have_another_length(size: int) -> None:
    # A path can fit another size of the same shape at this index, which is why the signed checkpoint binds the size.
    for index in range(size):
        good = inclusion_path(index, size, LOG.node)
        for other in (*range(-1, 2 * size + 2), 2**40):
            if not 0 <= index < other or len(inclusion_plan(index, other)) != len(good):
                assert not verify_inclusion(HASHES[index], index, other, good, ROOTS[size])


def test_a_node_is_not_passed_off_as_the_root_of_a_smaller_tree() -> None:
    left, right = HASHES[:2]
    assert not verify_inclusion(right, 0, 1, (left,), ROOTS[2])
    assert not verify_inclusion(HASHES[2], 1, 2, (ROOTS[2], left), ROOTS[3])
    assert not verify_consistency(1, 2, (right, JUNK), left, ROOTS[2])


@pytest.mark.parametrize("new", [1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 33])
def test_no_bad_consistency_proof_verifies(new: int) -> None:
    for old in range(new + 1):
        good = consistency_path(old, new, LOG.node)
        assert not any(verify_consistency(old, new, bad, ROOTS[old], ROOTS[new]) for bad in bad_paths(good))
        junk = (JUNK, b"", EMPTY_ROOT if old else JUNK, ROOTS[old][:-1], ROOTS[old] + b"\0")
        assert not any(verify_consistency(old, new, good, other, ROOTS[new]) for other in junk)
        if old:
            junk = (JUNK, b"", EMPTY_ROOT, ROOTS[new][:-1], ROOTS[new] + b"\0")
            assert not any(verify_consistency(old, new, good, ROOTS[old], other) for other in junk)


@pytest.mark.parametrize("new", range(2, 34))
def test_a_consistency_proof_fits_no_other_pair_of_trees(new: int) -> None:
    for old in range(1, new):
        good = consistency_path(old, new, LOG.node)
        assert not verify_consistency(old, new, good, ROOTS[new], ROOTS[old])
        assert not verify_consistency(new, old, good, ROOTS[new], ROOTS[old])
        for wrong in {old - 1, old + 1, -old, old + 2**64, new} - {old}:
            assert not verify_consistency(wrong, new, good, ROOTS[old], ROOTS[new])


def test_a_proof_from_a_rewritten_record_is_refused() -> None:
    rewritten = Log()
    rewritten.extend([*LEAVES[:3], b"rewritten", *LEAVES[4:]])
    for old in range(4, MOST):
        forged = consistency_path(old, MOST, rewritten.node)
        assert not verify_consistency(old, MOST, forged, ROOTS[old], rewritten.root())


@pytest.mark.parametrize(
    ("old", "new", "path", "old_root", "new_root", "holds"),
    [
        (0, 0, (), EMPTY_ROOT, EMPTY_ROOT, True),
        (0, 0, (), JUNK, JUNK, False),  # the same junk on both sides is still no empty tree
        (0, 0, (JUNK,), EMPTY_ROOT, EMPTY_ROOT, False),
        (0, 5, (), EMPTY_ROOT, ROOTS[5], True),
        (0, 5, (), JUNK, ROOTS[5], False),
        (0, 5, (JUNK,), EMPTY_ROOT, ROOTS[5], False),
        (1, 1, (), ROOTS[1], ROOTS[1], True),
        (1, 1, (ROOTS[1],), ROOTS[1], ROOTS[1], False),
        (0, 0, (), b"", b"", False),
        (1, 1, (), b"", b"", False),
        (1, 2, (b"",), b"", b"", False),
        (2, 3, (), ROOTS[2], ROOTS[3], False),
        (2, 3, (), ROOTS[2], ROOTS[2], False),
    ],
)
def test_the_edges_of_consistency(
    old: int, new: int, path: Hashes, old_root: bytes, new_root: bytes, holds: bool
) -> None:
    assert verify_consistency(old, new, path, old_root, new_root) is holds


@pytest.mark.parametrize("not_a_count", [True, False, None, "0", 0.0, -1])
def test_what_is_not_a_count_is_refused_without_an_error(not_a_count: Any) -> None:
    root = leaf_hash(b"x")
    assert not verify_inclusion(root, not_a_count, 1, (), root)
    assert not verify_inclusion(root, 0, not_a_count, (), root)
    assert not verify_consistency(not_a_count, 1, (), root, root)
    assert not verify_consistency(1, not_a_count, (), root, root)


@pytest.mark.parametrize("not_a_hash", [None, "a" * 32, bytearray(32), 32, b""])
def test_what_is_not_a_hash_is_refused_without_an_error(not_a_hash: Any) -> None:
    left, right = HASHES[:2]
    assert not verify_inclusion(left, 0, 2, [not_a_hash], ROOTS[2])
    assert not verify_inclusion(not_a_hash, 0, 2, [right], ROOTS[2])
    assert not verify_inclusion(left, 0, 2, [right], not_a_hash)
    assert not verify_consistency(1, 2, [not_a_hash], left, ROOTS[2])


@given(st.integers(0, 50), st.integers(0, 50), st.lists(st.binary(min_size=32, max_size=32), max_size=8))
def test_random_hashes_never_verify(index: int, size: int, hashes: list[bytes]) -> None:
    leaf, root = leaf_hash(b"never"), fold([JUNK, JUNK])
    assert not verify_inclusion(leaf, index, size, hashes, root)
    assert not verify_consistency(index, size, hashes, leaf, root)
