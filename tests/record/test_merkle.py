"""The tree against the RFC's definition, the Certificate Transparency vectors, and itself grown in other ways."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mulberry.record.merkle import EMPTY_ROOT, Frontier, Log, NodeReader, cover, leaf_hash, node_hash, root_at
from tests.record.rfc6962 import mth

# The leaves and tree heads that Certificate Transparency implementations publish and test each other by.
CT_LEAVES = [
    bytes.fromhex(leaf)
    for leaf in ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
]
CT_ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]

many_leaves = st.lists(st.binary(max_size=40), max_size=70)


def log_of(leaves: list[bytes]) -> Log:
    log = Log()
    for leaf in leaves:
        log.append(leaf)
    return log


def reader(stored: dict[tuple[int, int], bytes]) -> NodeReader:
    return lambda level, index: stored[level, index]


@pytest.mark.parametrize("size", range(9))
def test_roots_are_those_of_certificate_transparency(size: int) -> None:
    assert log_of(CT_LEAVES[:size]).root().hex() == CT_ROOTS[size] == mth(CT_LEAVES[:size]).hex()


def test_an_empty_tree_has_the_hash_of_nothing_as_its_root() -> None:
    assert Frontier().root() == Log().root() == EMPTY_ROOT
    assert EMPTY_ROOT.hex() == CT_ROOTS[0]


def test_a_leaf_can_never_be_taken_for_a_node() -> None:
    left, right = leaf_hash(b"a"), leaf_hash(b"b")
    assert leaf_hash(left + right) != node_hash(left, right)


@given(many_leaves)
def test_every_way_of_growing_gives_the_tree_of_the_definition(leaves: list[bytes]) -> None:
    one_by_one, bulk = log_of(leaves), Log()
    bulk.extend(leaves)
    frontier, _ = Frontier().extend(leaf_hash(leaf) for leaf in leaves)
    assert one_by_one.levels == bulk.levels
    assert one_by_one.root() == frontier.root() == mth(leaves)
    assert one_by_one.frontier() == frontier


@given(many_leaves, st.lists(st.integers(0, 70), max_size=4))
def test_growing_in_pieces_gives_the_same_tree(leaves: list[bytes], cuts: list[int]) -> None:
    pieces, whole = Log(), Log()
    whole.extend(leaves)
    edges = [0, *sorted(cut for cut in cuts if cut < len(leaves)), len(leaves)]
    for begin, end in pairwise(edges):
        pieces.extend(leaves[begin:end])
    assert pieces.levels == whole.levels


@given(many_leaves)
def test_completed_nodes_are_exactly_what_a_store_needs(leaves: list[bytes]) -> None:
    log, stored, frontier = log_of(leaves), dict[tuple[int, int], bytes](), Frontier()
    for size, leaf in enumerate(leaves):
        frontier, nodes = frontier.append(leaf_hash(leaf))
        assert not stored.keys() & {(node.level, node.index) for node in nodes}, "a node is written once and for all"
        stored |= {(node.level, node.index): node.hash for node in nodes}
        assert Frontier.at(size + 1, reader(stored)) == frontier
    expected = {
        (level, index): log.node(level, index) for level, row in enumerate(log.levels) for index in range(len(row))
    }
    assert stored == expected


@given(many_leaves)
def test_the_root_of_every_earlier_size_can_be_had(leaves: list[bytes]) -> None:
    log = log_of(leaves)
    for size in range(len(leaves) + 1):
        assert log.root(size) == root_at(size, log.node) == mth(leaves[:size])


@given(st.integers(0, 2**60))
def test_a_cover_holds_every_leaf_once_and_in_order(size: int) -> None:
    at = 0
    for level, index in cover(0, size):
        assert index << level == at
        at += 1 << level
    assert at == size
    assert len(cover(0, size)) == size.bit_count()


@pytest.mark.parametrize(
    ("size", "peaks"), [(-1, ()), (0, (b"\0" * 32,)), (1, ()), (3, (b"\0" * 32,)), (1, (b"\0" * 31,)), (1, (b"",))]
)
def test_a_frontier_that_cannot_be_is_refused(size: int, peaks: tuple[bytes, ...]) -> None:
    with pytest.raises(ValueError, match="peak"):
        Frontier(size, peaks)


@pytest.mark.parametrize("size", [-1, 4])
def test_a_log_has_no_root_of_a_size_it_never_had(size: int) -> None:
    with pytest.raises(ValueError, match="3 leaves"):
        log_of([b"a", b"b", b"c"]).root(size)


def test_a_million_leaves_keep_twenty_hashes_of_state() -> None:
    size = 1_000_000
    frontier = Frontier(size, tuple(bytes([i]) * 32 for i in range(size.bit_count())))
    grown, _ = frontier.extend(leaf_hash(bytes([i])) for i in range(50))
    assert len(grown.peaks) <= 20
