"""Canonical JSON against the rules of RFC 8785 written out a second time, and commitments that hide until opened."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from hashlib import sha256
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mulberry.errors import Invalid
from mulberry.record.commitment import (
    MAX_INTEGER,
    Opening,
    canonical,
    commitment_in,
    opens,
    parse_canonical,
    seal,
    sealed_places,
    strict_json,
)

ESCAPES = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\"}

texts = st.text(st.characters(exclude_categories=["Cs"]))
keys = st.text(st.characters(exclude_categories=["Cs"], max_codepoint=0xFFFF))
scalars = st.none() | st.booleans() | st.integers(-MAX_INTEGER, MAX_INTEGER) | texts
values = st.recursive(scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4))
salts = st.binary(min_size=32, max_size=32)


def by_the_rfc(value: Any) -> str:
    """RFC 8785 section 3.2 for values without floating point; keys in the order of their UTF-16 code units."""
    if isinstance(value, str):
        inner = (ESCAPES.get(letter) or (f"\\u{ord(letter):04x}" if letter < " " else letter) for letter in value)
        return f'"{"".join(inner)}"'
    if isinstance(value, dict):
        ordered = sorted(value, key=lambda key: key.encode("utf-16-be"))
        return "{" + ",".join(f"{by_the_rfc(key)}:{by_the_rfc(value[key])}" for key in ordered) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(by_the_rfc, value)) + "]"
    return {None: "null", True: "true", False: "false"}[value] if isinstance(value, bool | None) else str(value)


@given(values)
def test_the_canonical_form_is_that_of_rfc_8785(value: Any) -> None:
    assert canonical(value) == by_the_rfc(value).encode()


@given(values)
def test_the_canonical_form_is_read_back_and_is_the_only_one(value: Any) -> None:
    assert parse_canonical(canonical(value)) == value
    for other in (json.dumps(value, indent=1), json.dumps(value, ensure_ascii=True), f" {by_the_rfc(value)}"):
        if other.encode() != canonical(value):
            with pytest.raises(Invalid):
                parse_canonical(other.encode())


@given(values, values)
def test_different_values_never_share_a_form(one: Any, other: Any) -> None:
    if by_the_rfc(one) != by_the_rfc(other):
        assert canonical(one) != canonical(other)


def test_text_is_kept_as_it_was_written_without_unicode_normalisation() -> None:
    assert canonical("é") != canonical("e\u0301")
    assert parse_canonical(canonical("e\u0301")) == "e\u0301"


def test_read_only_mappings_and_tuples_are_written_like_dicts_and_lists() -> None:
    frozen = MappingProxyType({"b": (1, MappingProxyType({"z": None, "a": ()})), "a": True})
    assert canonical(frozen) == b'{"a":true,"b":[1,{"a":[],"z":null}]}'


@pytest.mark.parametrize(
    ("value", "field"),
    [
        (1.0, "/"),
        ({"a": [0, 1.5]}, "/a/1"),
        ({"a/b": {"c~d": float("nan")}}, "/a~1b/c~0d"),
        ({"fen": Decimal("1.00")}, "/fen"),
        ({"on": date(2026, 3, 2)}, "/on"),
        ({"raw": b"bytes"}, "/raw"),
        ({"set": {1}}, "/set"),
        ({"n": MAX_INTEGER + 1}, "/n"),
        ({"n": -MAX_INTEGER - 1}, "/n"),
        ({"name": "\ud800"}, "/name"),
        ({1: "one"}, "/"),
        ({"inner": {None: 1}}, "/inner"),
        ({"\ud800": 1}, "/"),
        ({"😀": 1}, "/"),
    ],
)
def test_what_has_no_exact_form_is_refused_at_its_place(value: Any, field: str) -> None:
    with pytest.raises(Invalid) as refused:
        canonical(value)
    assert refused.value.field == field
    assert field in refused.value.text.zh
    assert field in refused.value.text.en


def test_nesting_without_end_is_refused() -> None:
    deep: Any = 0
    for _ in range(10_000):
        deep = [deep]
    with pytest.raises(Invalid, match="deep"):
        canonical(deep)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b'{"a":1,"a":1}',
        b'{"a":{"b":1,"b":2}}',
        b"1.0",
        b"1e2",
        b"NaN",
        b"-Infinity",
        b"\xff",
        b"\xef\xbb\xbf1",
        b"1 2",
        b'"\\ud800"',
        b"9" * 20,
        b"9" * 5000,
        b"[" * 100_000,
    ],
)
def test_json_that_is_not_exact_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(Invalid) as refused:
        strict_json(data, "event")
    assert refused.value.text.zh


@pytest.mark.parametrize(
    "data", [b'{"b":1,"a":2}', b'{"a": 1}', b"-0", b"01", b'"\\u0041"', b'"\\/"', b'"\\u000A"', b"1\n"]
)
def test_another_spelling_of_the_same_value_is_not_canonical(data: bytes) -> None:
    with pytest.raises(Invalid, match="not canonical"):
        parse_canonical(data)


@given(values, salts)
def test_a_commitment_is_the_hash_of_salt_and_canonical_form(value: Any, salt: bytes) -> None:
    opening = Opening(value, salt)
    assert opening.commitment == sha256(salt + by_the_rfc(value).encode()).digest()
    assert commitment_in(opening.sealed) == opening.commitment
    assert opens(opening.commitment, opening)


@given(values, values, salts, salts)
def test_only_the_sealed_value_with_its_own_salt_opens_a_commitment(
    one: Any, two: Any, salt: bytes, other: bytes
) -> None:
    sealed = Opening(one, salt).commitment
    if by_the_rfc(one) != by_the_rfc(two):
        assert not opens(sealed, Opening(two, salt))
    if salt != other:
        assert not opens(sealed, Opening(one, other))


def test_true_and_one_are_different_values() -> None:
    assert not opens(Opening(True, bytes(32)).commitment, Opening(1, bytes(32)))


@pytest.mark.parametrize("salt", [b"", bytes(31), bytes(33)])
def test_a_salt_that_is_too_short_or_long_is_refused(salt: bytes) -> None:
    with pytest.raises(Invalid) as refused:
        Opening("x", salt)
    assert refused.value.field == "salt"


def test_equal_values_of_two_people_do_not_look_equal() -> None:
    openings = seal({"one": "1990-01-01", "two": "1990-01-01"}, {"one": bytes(32), "two": b"\1" * 32})
    assert openings["one"].sealed != openings["two"].sealed


@pytest.mark.parametrize(
    "salts", [{}, {"one": bytes(32)}, {"one": bytes(32), "two": bytes(32)}, {"one": bytes(32), "x": b"\1" * 32}]
)
def test_every_personal_field_needs_a_salt_of_its_own(salts: dict[str, bytes]) -> None:
    with pytest.raises(Invalid, match="salt of its own"):
        seal({"one": 1, "two": 2}, salts)


def test_sealed_places_are_found_wherever_they_stand() -> None:
    opening = Opening("王小明", b"\7" * 32)
    leaf = {
        "b": [0, opening.sealed],
        "a/b": opening.sealed,
        "a": {"sealed": "no commitment"},
        "c": {"sealed": 1, "x": 2},
    }
    assert [at for at, _ in sealed_places(leaf)] == ["/a~1b", "/b/1"]


@pytest.mark.parametrize(
    "place",
    [
        None,
        "x",
        {},
        {"sealed": None},
        {"sealed": "AAAA"},
        {"sealed": "é"},
        {"sealed": "A" * 44},
        {"sealed": "A" * 43 + "=", "more": 1},
    ],
)
def test_what_is_no_commitment_is_not_taken_for_one(place: Any) -> None:
    assert commitment_in(place) is None


def test_an_erased_value_leaves_nothing_of_itself_in_the_leaf() -> None:
    opening = Opening("E12345678", b"\7" * 32)
    leaf = canonical({"personal": {"passport": opening.sealed}})
    assert b"E12345678" not in leaf
    assert opening.salt not in leaf
    assert len(set(map(len, (Opening(value, bytes(32)).sealed["sealed"] for value in ("", "x" * 1000, [1, 2]))))) == 1
