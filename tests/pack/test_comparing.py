"""What a worked case compares, and what it leaves alone."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from mulberry.law.month import Month
from mulberry.pack.compare import differences


def differ(expected: object, got: object, tolerance: str = "0") -> list[str]:
    return [difference.at for difference in differences(expected, got, Decimal(tolerance))]


def test_only_what_is_named_is_compared() -> None:
    assert differ({"a": 1}, {"a": 1, "b": 2}) == []


def test_a_missing_part_is_a_difference_unless_none_is_expected() -> None:
    assert differ({"a": 1}, {}) == ["a"]
    assert differ({"a": None}, {}) == []


def test_numbers_are_compared_exactly_up_to_the_tolerance() -> None:
    assert differ(Decimal("0.1"), Decimal("0.10")) == []
    assert differ(Decimal("0.1"), Decimal("0.11")) == [""]
    assert differ(Decimal("0.1"), Decimal("0.11"), "0.01") == []


def test_one_is_not_true() -> None:
    assert differ(True, 1) == [""]
    assert differ(1, True) == [""]


@pytest.mark.parametrize("got", [frozenset({"a", "b"}), {"b", "a"}])
def test_sets_are_compared_as_sets(got: object) -> None:
    assert differ(["b", "a"], got) == []
    assert differ(["a"], got) == [""]


def test_lists_are_compared_item_by_item() -> None:
    assert differ([1, {"a": 2}], [1, {"a": 3}]) == ["[2].a"]
    assert differ([1], [1, 2]) == [""]


def test_days_and_months_equal_their_written_form() -> None:
    assert differ(date(2026, 3, 2), "2026-03-02") == []
    assert differ("2026-03", Month(2026, 3)) == []
