"""A flipped byte anywhere in the stored record is found, and the place that is named is the place that was flipped."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mulberry.record.merkle import Log
from mulberry.record.merkle_audit import Finding, audit

Stored = dict[tuple[int, int], bytes]


def record(size: int) -> tuple[list[bytes], Stored, dict[int, bytes]]:
    """Leaves, stored nodes and signed roots (of this size and a few earlier ones)."""
    leaves = [f"event {at}".encode() for at in range(size)]
    log = Log()
    log.extend(leaves)
    stored = {(level, at): row[at] for level, row in enumerate(log.levels) for at in range(len(row))}
    return leaves, stored, {at: log.root(at) for at in {size // 3, size // 2, size}}


def audited(leaves: list[bytes], stored: Mapping[tuple[int, int], bytes], roots: dict[int, bytes]) -> list[Finding]:
    size = max(roots)
    return audit(leaves, size, lambda level, index: stored[level, index], roots)


def flip(data: bytes, at: int, mask: int) -> bytes:
    return data[:at] + bytes([data[at] ^ mask]) + data[at + 1 :]


@pytest.mark.parametrize("size", [*range(20), 31, 32, 33, 100])
def test_nothing_is_found_in_a_sound_record(size: int) -> None:
    assert audited(*record(size)) == []


@pytest.mark.parametrize("size", [1, 2, 3, 5, 8, 13, 16, 21])
def test_every_flipped_byte_of_every_event_is_found_at_its_place(size: int) -> None:
    leaves, stored, roots = record(size)
    for index, leaf in enumerate(leaves):
        for at in range(len(leaf)):
            altered = [*leaves[:index], flip(leaf, at, 0x10), *leaves[index + 1 :]]
            assert audited(altered, stored, roots) == [Finding("leaf", index, index)]


@pytest.mark.parametrize("size", [1, 2, 3, 5, 8, 13, 16, 21])
def test_every_flipped_byte_of_every_stored_hash_is_found_at_its_place(size: int) -> None:
    leaves, stored, roots = record(size)
    for (level, index), value in stored.items():
        for at in range(32):
            altered = {**stored, (level, index): flip(value, at, 0x01)}
            last = ((index + 1) << level) - 1
            assert audited(leaves, altered, roots) == [Finding("node", index << level, last, level)]


@pytest.mark.parametrize("size", [1, 2, 7, 12])
def test_every_missing_hash_is_found_at_its_place(size: int) -> None:
    leaves, stored, roots = record(size)
    for level, index in stored:
        rest = {position: value for position, value in stored.items() if position != (level, index)}
        assert audited(leaves, rest, roots) == [Finding("node", index << level, ((index + 1) << level) - 1, level)]


@given(st.integers(1, 60), st.data())
def test_any_single_change_gives_exactly_one_finding_that_holds_the_place(size: int, data: st.DataObject) -> None:
    leaves, stored, roots = record(size)
    index, mask = data.draw(st.integers(0, size - 1)), data.draw(st.integers(1, 255))
    leaves[index] = flip(leaves[index], data.draw(st.integers(0, len(leaves[index]) - 1)), mask)
    [finding] = audited(leaves, stored, roots)
    assert finding == Finding("leaf", index, index)
    assert str(index) in finding.text.zh
    assert str(index) in finding.text.en


@given(st.integers(4, 60), st.data())
def test_an_event_rewritten_together_with_the_hashes_over_it_is_found(size: int, data: st.DataObject) -> None:
    leaves, stored, roots = record(size)
    index = data.draw(st.integers(0, size - 1))
    forged = Log()
    forged.extend([*leaves[:index], b"forged", *leaves[index + 1 :]])
    up_to = data.draw(st.integers(0, len(forged.levels)))
    for level in range(up_to):
        if (level, index >> level) in stored:
            stored[level, index >> level] = forged.node(level, index >> level)
    leaves[index] = b"forged"
    found = audited(leaves, stored, roots)
    assert found
    assert all(finding.first <= index <= finding.last for finding in found)


def test_a_record_rewritten_from_some_point_on_is_narrowed_by_the_last_checkpoint_that_holds() -> None:
    leaves, _, roots = record(30)
    forged = Log()
    forged.extend([*leaves[:20], b"forged", *leaves[21:]])
    assert audit([*leaves[:20], b"forged", *leaves[21:]], 30, forged.node, roots) == [Finding("range", 15, 29)]


def test_a_false_root_among_sound_ones_is_named() -> None:
    leaves, stored, roots = record(30)
    assert audited(leaves, stored, {**roots, 15: b"\0" * 32}) == [Finding("root", 0, 14)]


def test_events_cut_off_or_put_on_are_counted() -> None:
    leaves, stored, roots = record(10)
    assert audited([*leaves, b"late"], stored, roots) == [Finding("count", 10, 9)]
    cut = audited(leaves[:-1], stored, roots)
    assert cut[0] == Finding("count", 8, 9)
    assert cut[1:] == [Finding("leaf", 9, 9)]


@pytest.mark.parametrize("fault", ["leaf", "node", "range", "root", "count"])
def test_every_finding_speaks_both_languages(fault: str) -> None:
    text = Finding(fault, 3, 4, 1).text  # type: ignore[arg-type]
    assert text.zh != text.en
