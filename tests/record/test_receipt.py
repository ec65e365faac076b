"""Receipts: a valid one verifies on its own; one altered in any field, or in any byte, is refused with its reason."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mulberry.errors import Invalid
from mulberry.record.checkpoint import Cosignature
from mulberry.record.commitment import Opening, canonical
from mulberry.record.keys_trusted import TrustedKey
from mulberry.record.receipt import make_receipt, verify_receipt
from mulberry.record.receipt_form import MAX_BYTES, read_receipt
from tests.record.builders import (
    EVENT,
    LEAF,
    LOG_KEY,
    NEXT_KEY,
    ORIGIN,
    PERSONAL,
    STRANGER,
    TRUSTED,
    WITNESS,
    head,
    log_with,
    receipt,
)

TIME = 1_780_000_000


def lay_out(document: object) -> bytes:
    """The exact layout of a receipt file."""
    return json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True).encode() + b"\n"


def fault(data: bytes, trusted: list[TrustedKey] = TRUSTED) -> str:
    """The field for which a receipt is refused."""
    with pytest.raises(Invalid) as refused:
        verify_receipt(data, trusted)
    assert refused.value.text.zh
    assert refused.value.text.en
    return refused.value.field


def test_a_valid_receipt_verifies_from_its_bytes_and_the_public_key_alone() -> None:
    verified = verify_receipt(receipt().encode(), TRUSTED)
    assert verified.event == EVENT
    assert verified.index == 5
    assert verified.checkpoint.checkpoint.origin == ORIGIN
    assert verified.checkpoint.signed_by == (LOG_KEY.verifier,)
    assert verified.personal == {at: opening.value for at, opening in PERSONAL.items()}
    assert verified.withheld == ()


@pytest.mark.parametrize("size", range(1, 18))
def test_receipts_of_every_leaf_verify(size: int) -> None:
    for index in range(size):
        assert verify_receipt(receipt(index=index, size=size).encode(), TRUSTED).index == index


def test_reading_and_writing_a_receipt_changes_nothing() -> None:
    data = receipt(witnesses={WITNESS: TIME}).encode()
    assert read_receipt(data).encode() == data


def test_witnesses_are_told_with_their_time_and_only_if_trusted() -> None:
    data = receipt(witnesses={WITNESS: TIME}).encode()
    assert verify_receipt(data, TRUSTED).checkpoint.cosignatures == ()
    both = [*TRUSTED, TrustedKey(WITNESS.verifier)]
    assert verify_receipt(data, both).checkpoint.cosignatures == (Cosignature(WITNESS.verifier, TIME),)


def test_a_witness_alone_does_not_vouch_for_a_receipt() -> None:
    assert fault(receipt(witnesses={WITNESS: TIME}).encode(), [TrustedKey(WITNESS.verifier)]) == "checkpoint"


def test_a_receipt_signed_by_old_and_new_key_verifies_with_either() -> None:
    data = receipt(LOG_KEY, NEXT_KEY).encode()
    for key in (LOG_KEY, NEXT_KEY):
        assert verify_receipt(data, [TrustedKey(key.verifier)]).checkpoint.signed_by == (key.verifier,)


def test_a_key_retired_before_this_size_does_not_vouch() -> None:
    data = receipt(LOG_KEY).encode()
    assert fault(data, [TrustedKey(LOG_KEY.verifier, until=10)]) == "checkpoint"
    assert fault(data, [TrustedKey(LOG_KEY.verifier, since=12)]) == "checkpoint"
    assert verify_receipt(data, [TrustedKey(LOG_KEY.verifier, since=11, until=11)]).index == 5


def test_a_receipt_of_another_log_is_refused_though_it_proves_itself() -> None:
    assert fault(receipt().encode(), [TrustedKey(STRANGER.verifier)]) == "checkpoint"
    assert fault(receipt().encode(), []) == "checkpoint"


MUTANTS = {
    "one key": receipt(),
    "two keys and a witness": receipt(LOG_KEY, NEXT_KEY, witnesses={WITNESS: TIME}),
    "withheld": receipt(openings={"/personal/name": PERSONAL["/personal/name"]}),
}


@pytest.mark.parametrize("kind", MUTANTS)
def test_a_receipt_with_any_byte_altered_is_refused(kind: str) -> None:
    data = MUTANTS[kind].encode()
    verify_receipt(data, TRUSTED)
    for at, byte in enumerate(data):
        for other in (byte ^ 0x01, byte ^ 0x20, byte ^ 0x80):
            fault(data[:at] + bytes([other]) + data[at + 1 :])


def test_a_receipt_with_any_byte_dropped_added_or_cut_is_refused() -> None:
    data = receipt().encode()
    for at in range(len(data)):
        fault(data[:at] + data[at + 1 :])
        fault(data[:at])
        fault(data[:at] + b" " + data[at:])
        fault(data[:at] + b"0" + data[at:])


def altered(value: Any) -> Iterator[Any]:
    """Other values of the same and of other types."""
    yield from (None, True, 1, "", "x", [], {}, [value])
    if isinstance(value, str):
        yield from (value + " ", value[:-1], value.swapcase(), value.replace("=", "", 1), value + "\n")
    if isinstance(value, int):
        yield from (value + 1, value - 1, -value, value + 2**64, str(value), float(value))
    if isinstance(value, list):
        yield from (value[:-1], value + value[-1:], value[::-1], [*value, 0])
        for at, item in enumerate(value):
            yield from ([*value[:at], other, *value[at + 1 :]] for other in altered(item))
    if isinstance(value, dict):
        for key, item in value.items():
            yield {name: other for name, other in value.items() if name != key}
            yield from ({**value, key: other} for other in altered(item))
        yield {**value, "extra": 0}


@pytest.mark.parametrize("field", sorted(receipt().to_json()))
def test_a_receipt_altered_in_any_field_is_refused(field: str) -> None:
    document = receipt(LOG_KEY, NEXT_KEY, witnesses={WITNESS: TIME}).to_json()
    good = lay_out(document)
    verify_receipt(good, TRUSTED)
    for other in altered(document[field]):
        changed = lay_out({**document, field: other})
        if changed != good:
            fault(changed)


@pytest.mark.parametrize("field", sorted(receipt().to_json()))
def test_a_missing_field_is_named(field: str) -> None:
    document = receipt().to_json()
    del document[field]
    assert fault(lay_out(document)) == field


def test_an_unknown_field_is_named() -> None:
    assert fault(lay_out({**receipt().to_json(), "note": "kindly ignore"})) == "note"


def test_a_receipt_of_a_later_format_is_told_from_a_damaged_one() -> None:
    assert fault(lay_out({**receipt().to_json(), "format": "mulberry-receipt/2"})) == "format"


def test_a_personal_value_without_its_salt_is_named() -> None:
    document = receipt().to_json()
    document["personal"][0]["salt"] = None
    assert fault(lay_out(document)) == "personal"


def test_a_repeated_key_is_refused_even_if_both_say_the_same() -> None:
    text = receipt().encode().decode()
    assert fault(text.replace('  "index": 5,', '  "index": 5,\n  "index": 5,').encode()) == "receipt"
    nested = text.replace('    "type": "submitted"', '    "type": "submitted",\n    "type": "submitted"')
    assert fault(nested.encode()) == "receipt"


def doctored(**changes: Any) -> bytes:
    return replace(receipt(), **changes).encode()


@pytest.mark.parametrize(
    ("field", "data"),
    [
        ("event", lambda: doctored(event={**EVENT, "type": "granted"})),
        ("event", lambda: doctored(event=json.loads(LEAF.replace(b'"months":1', b'"months":true')))),
        ("leaf", lambda: doctored(leaf=LEAF + b" ")),
        ("path", lambda: doctored(leaf=canonical({**EVENT, "type": "granted"}), event={**EVENT, "type": "granted"})),
        ("index", lambda: doctored(index=11)),
        ("path", lambda: doctored(index=6)),
        ("size", lambda: doctored(size=12)),
        ("path", lambda: doctored(path=receipt().path[:-1])),
        ("path", lambda: doctored(path=(*receipt().path, b"\0" * 32))),
        ("path", lambda: doctored(path=(b"\0" * 31, *receipt().path[1:]))),
        ("keys", lambda: doctored(checkpoint=head(log_with(), NEXT_KEY))),
        ("keys", lambda: doctored(keys=())),
        ("keys", lambda: doctored(keys=(LOG_KEY.verifier, LOG_KEY.verifier))),
        ("keys", lambda: doctored(keys=(STRANGER.verifier,))),
        ("path", lambda: doctored(checkpoint=head(log_with(b"{}")))),
        ("checkpoint", lambda: doctored(checkpoint=head(log_with(), NEXT_KEY), keys=(NEXT_KEY.verifier,))),
        ("personal", lambda: doctored(personal=())),
        ("personal", lambda: doctored(personal=receipt().personal[::-1])),
        ("personal", lambda: doctored(personal=receipt().personal[:-1])),
        ("personal", lambda: doctored(personal=(*receipt().personal, receipt().personal[-1]))),
    ],
)
def test_what_does_not_hold_is_named(field: str, data: Callable[[], bytes]) -> None:
    assert fault(data()) == field


def test_a_personal_value_may_be_withheld_openly_and_the_rest_still_proves() -> None:
    cut = receipt().withhold("/personal/passport")
    verified = verify_receipt(cut.encode(), TRUSTED)
    assert verified.withheld == ("/personal/passport",)
    assert "/personal/passport" not in verified.personal
    assert b"E12345678" not in cut.encode()


@pytest.mark.parametrize("other", [Opening("王小红", bytes([7]) * 32), Opening("王小明", bytes([1]) * 32)])
def test_a_false_personal_value_or_salt_is_refused(other: Opening) -> None:
    shown = tuple(replace(item, opening=other) if item.at == "/personal/name" else item for item in receipt().personal)
    assert fault(doctored(personal=shown)) == "personal"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b"\xff\xfe",
        b'"\\ud800"',
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b"9" * 5000,
        b'{"format": NaN}',
        b'{"format": 1e400}',
        b" " * (MAX_BYTES + 1),
        b'{"event":"\\udfff"}',
        lay_out({**receipt().to_json(), "path": [base64.b64encode(b"\0" * 32).decode()] * 65}),
    ],
)
def test_rubbish_is_refused_in_words(data: bytes) -> None:
    fault(data)


def test_a_file_through_another_editor_is_refused_with_the_way_out() -> None:
    data = receipt().encode()
    for changed in (data.replace(b"\n", b"\r\n"), b"\xef\xbb\xbf" + data, data.rstrip(), canonical(json.loads(data))):
        assert fault(changed) == "receipt"


def test_no_receipt_is_made_of_parts_that_do_not_fit() -> None:
    sound = receipt()
    known = [LOG_KEY.verifier]
    for index, path, note, keys, openings, field in (
        (6, sound.path, sound.checkpoint, known, PERSONAL, "path"),
        (5, sound.path[1:], sound.checkpoint, known, PERSONAL, "path"),
        (5, sound.path, sound.checkpoint, [STRANGER.verifier], PERSONAL, "keys"),
        (5, sound.path, sound.checkpoint, known, {"/personal/age": Opening(1, bytes(32))}, "personal"),
        (5, sound.path, sound.checkpoint, known, {"/personal/name": Opening("x", bytes(32))}, "personal"),
    ):
        with pytest.raises(Invalid) as refused:
            make_receipt(LEAF, index, path, note, keys, openings)
        assert refused.value.field == field


def test_a_leaf_that_is_not_canonical_gets_no_receipt() -> None:
    leaf = b'{"b":1,"a":2}'
    log = log_with(leaf, 0, 1)
    with pytest.raises(Invalid, match="canonical"):
        make_receipt(leaf, 0, (), head(log), [LOG_KEY.verifier], {})


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
)


@given(st.sampled_from(sorted(receipt().to_json())), anything)
def test_anything_else_in_a_field_is_refused_in_words(field: str, value: Any) -> None:
    document = {**receipt().to_json(), field: value}
    fault(json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True).encode("utf-8", "surrogatepass"))


@given(st.binary(max_size=200))
def test_random_bytes_are_refused_in_words(data: bytes) -> None:
    fault(data)
