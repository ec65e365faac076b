"""A state comes back from its snapshot exactly, and what cannot be stored is never half stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mulberry.law.month import Month
from mulberry_web.record.snapshot import Snapshot, Unstorable, fingerprint, restore, take


class Colour(Enum):
    RED = "r"
    BLUE = "b"


@dataclass(frozen=True)
class Inner:
    day: date | None = None
    amounts: tuple[Decimal, ...] = ()


@dataclass(frozen=True)
class State:
    id: str
    count: int = 0
    at: datetime | None = None
    month: Month | None = None
    colours: frozenset[Colour] = frozenset()
    inner: Inner = Inner()
    by_name: Mapping[str, Inner] = field(default_factory=dict)
    by_day: Mapping[date, int] = field(default_factory=dict)
    pair: tuple[int, str] | None = None
    data: Mapping[str, Any] = field(default_factory=dict)


DECIMALS = st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**12), max_value=10**12)
INNER = st.builds(Inner, st.none() | st.dates(), st.lists(DECIMALS, max_size=3).map(tuple))
MONTHS = st.builds(Month, st.integers(1949, 2200), st.integers(1, 12))
NAMES = st.text(st.characters(exclude_categories=["Cs"]), max_size=8).filter(lambda name: not name.startswith("~"))
SCALARS = st.none() | st.booleans() | st.integers(-(2**53), 2**53) | NAMES | st.dates() | DECIMALS | MONTHS
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(NAMES, inner, max_size=3)
        | st.frozensets(st.dates(), max_size=3)
    ),
    max_leaves=8,
)
STATES = st.builds(
    State,
    NAMES,
    st.integers(-5, 5),
    st.none() | st.datetimes().map(lambda at: at.replace(fold=0)),
    st.none() | MONTHS,
    st.frozensets(st.sampled_from(Colour)),
    INNER,
    st.dictionaries(NAMES, INNER, max_size=3),
    st.dictionaries(st.dates(), st.integers(), max_size=3),
    st.none() | st.tuples(st.integers(), NAMES),
    st.dictionaries(NAMES, VALUES, max_size=4),
)


@given(STATES)
def test_a_state_comes_back_as_it_was(state: State) -> None:
    snapshot = take(state)
    assert snapshot.text
    assert restore(snapshot, State("")) == state


@given(STATES)
def test_equal_states_have_equal_snapshots(state: State) -> None:
    again = restore(take(state), State(""))
    assert take(again) == take(state)


def test_a_field_at_its_default_takes_no_room() -> None:
    assert take(State("C1")).text == '{"id":"C1"}'


@dataclass(frozen=True)
class Odd:
    held: Any = None


@pytest.mark.parametrize("held", [object(), {1, 2}, {"~x": 1}, {1: 2}, 1.5, b"x"])
def test_what_has_no_form_is_not_stored_at_all(held: object) -> None:
    snapshot = take(Odd(held))
    assert snapshot == Snapshot("", "")
    with pytest.raises(Unstorable):
        restore(snapshot, Odd())


def test_a_state_whose_types_have_changed_is_not_read() -> None:
    snapshot = take(State("C1"))
    with pytest.raises(Unstorable):
        restore(snapshot._replace(shape="0" * 16), State(""))
    assert fingerprint(State) != fingerprint(Inner)


@pytest.mark.parametrize("text", ["", "{", '{"nothing":1}', '{"id":"x","at":"no day"}', "[]", "null"])
def test_a_damaged_snapshot_is_not_read(text: str) -> None:
    with pytest.raises(Unstorable):
        restore(Snapshot(fingerprint(State), text), State(""))
