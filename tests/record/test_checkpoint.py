# ruff: noqa: E501 (published signatures are kept whole)
"""Checkpoints against the published examples, a real log and its real witness, and everything that is nearly one."""

from __future__ import annotations

import base64
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mulberry.errors import Invalid
from mulberry.record.checkpoint import (
    Checkpoint,
    Cosignature,
    cosign_checkpoint,
    parse_checkpoint,
    sign_checkpoint,
    verify_checkpoint,
    verify_signature,
)
from mulberry.record.checkpoint_note import MAX_NOTE_BYTES, Note, Signature, parse_note
from mulberry.record.keys import KeyType, SigningKey, VerifierKey, create_key
from mulberry.record.keys_trusted import TrustedKey
from mulberry.record.merkle import EMPTY_ROOT
from tests.record.builders import LOG_KEY, NEXT_KEY, ORIGIN, STRANGER, WITNESS
from tests.record.test_keys import PUBLISHED, PUBLISHED_PRIVATE

ROOT = bytes(range(32))
HEAD = Checkpoint(ORIGIN, 1000, ROOT)
NOTE = sign_checkpoint(HEAD, [LOG_KEY])
TRUSTED = [TrustedKey(LOG_KEY.verifier)]
TIME = 1_780_000_000

# The example in the documentation of Go's note package.
GO_TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
GO_NOTE = f"{GO_TEXT}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
# The example of the C2SP signed-note specification.
SPEC_NOTE = (
    "This is an example message.\n\n"
    "— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n"
)
# The example of the C2SP tlog-cosignature specification; its signatures are for show.
SPEC_CHECKPOINT = """example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
"""
# A checkpoint that a certificate transparency log published in May 2026: signed by its Ed25519 key and, in other ways,
# by others, and cosigned by witnesses. The one key of the log and the one of a witness are in PUBLISHED.
REAL_NOTE = """arche2025h1.staging.ct.transparency.dev
1432088532
U7WM79jrzyhGZ5/GUBTpM7NzwdyfFx61t3RovgcC4Ro=

— arche2025h1.staging.ct.transparency.dev zTM8sQAAAZ5W0WdjBAMARjBEAiBjW5IQf9pvsYLfQFX6hoGREPMHbdQ3urbllzalApkptQIgIpwtEroeW2BXaHAI4kJXFbon5Ch9MNL5zRNZ55lvGt0=
— arche2025h1.staging.ct.transparency.dev ui8GwCF1+kWqZrxGdhj4aX3gcw7XUlXQQabg/27lefwhUkzbC3NygNI75MdhL1bfTW9g8Ei59RA23oHP7Ry1k3ZFWwQ=
— transparency.dev/DEV:witness-little-garden 2AQqhwAAAABqEiEgzgFIqqhbUoDwjMWE6UP8nd8/KYTzwZ2rhIgcqoXHAwVkjZr4AscylP3v7sEodkRAErumC2q44vdgJY096st5BQ==
— witness1.smartit.nu/witness1 pIyCDwAAAABqEiEghIp82KWebrw7/oHQwlTAm3g2RKS4+eebl8eO0WH+/iEcxZ75W3u5hNI7TOQtmJbqmNWVuE0tgh0XwzdZsDsUAQ==
— remora.n621.de 2net5wAAAABqEiEgPlfF3V06o0Y+fHM+J5J9s27wgxxcOVSpZ/2g/KSiXCg9DEZI+aVCIobWX9sXTynk5XeU/zZ0WBxtqB0DrAWfBw==
— witness.stagemole.eu Z/euoAAAAABqEiEgw0i+7g2ENfDAWHmtRzCfKTHSDwYDJA2NmKeGi9Y8FtEyOUvVr+AJmIY/2TUFucgKi7lI7cUiOvKFYe/TmN9DAg==
"""
REAL_KEYS = [TrustedKey(VerifierKey.parse(vkey)) for vkey in PUBLISHED[3:]]


def refused(note: str, trusted: Any = TRUSTED) -> str:
    with pytest.raises(Invalid) as error:
        verify_checkpoint(note, trusted)
    assert error.value.field == "checkpoint"
    assert error.value.text.zh
    return error.value.text.en


@pytest.mark.parametrize(("note", "vkey"), [(GO_NOTE, PUBLISHED[1]), (SPEC_NOTE, PUBLISHED[2])])
def test_published_notes_verify(note: str, vkey: str) -> None:
    opened = parse_note(note)
    assert str(opened) == note
    assert verify_signature(opened.signatures[0], opened.text, VerifierKey.parse(vkey))


def test_the_published_key_makes_the_published_signature() -> None:
    key = SigningKey.parse(PUBLISHED_PRIVATE)
    signature = Signature(key.name, key.verifier.id, key.sign(GO_TEXT.encode()))
    assert str(Note(GO_TEXT, (signature,))) == GO_NOTE


def test_the_example_of_the_specification_is_read() -> None:
    note = parse_note(SPEC_CHECKPOINT)
    checkpoint = parse_checkpoint(note.text)
    assert (checkpoint.origin, checkpoint.size) == ("example.com/behind-the-sofa", 20852163)
    assert checkpoint.text == note.text
    assert note.signatures[1].time == 1679315147
    assert str(note) == SPEC_CHECKPOINT


def test_a_real_log_and_its_real_witness_verify_among_signatures_that_we_cannot_read() -> None:
    verified = verify_checkpoint(REAL_NOTE, REAL_KEYS)
    assert verified.checkpoint.size == 1432088532
    assert verified.signed_by == (REAL_KEYS[0].key,)
    assert verified.cosignatures == (Cosignature(REAL_KEYS[1].key, 1779573024),)


def test_a_real_checkpoint_altered_in_its_signed_part_is_refused() -> None:
    signed = REAL_NOTE.index("\n\n")
    for at in range(signed):
        other = "0" if REAL_NOTE[at] != "0" else "1"
        refused(REAL_NOTE[:at] + other + REAL_NOTE[at + 1 :], REAL_KEYS)


@given(
    st.text(st.characters(exclude_categories=["C", "Z"], exclude_characters="+"), min_size=1),
    st.integers(1, 2**62),
    st.binary(min_size=32, max_size=32),
    st.lists(st.text(st.characters(exclude_categories=["C"]), min_size=1), max_size=2),
)
def test_every_checkpoint_survives_signing_and_opening(origin: str, size: int, root: bytes, more: list[str]) -> None:
    checkpoint, key = Checkpoint(origin, size, root, tuple(more)), create_key(origin, bytes(32))
    verified = verify_checkpoint(sign_checkpoint(checkpoint, [key]), [TrustedKey(key.verifier)])
    assert verified.checkpoint == checkpoint


def test_any_altered_byte_of_a_checkpoint_is_refused() -> None:
    data = NOTE.encode()
    for at, byte in enumerate(data):
        for mask in (0x01, 0x02, 0x20, 0x80):
            try:
                other = (data[:at] + bytes([byte ^ mask]) + data[at + 1 :]).decode()
            except UnicodeDecodeError:
                continue
            refused(other)


def test_a_signature_of_an_unknown_key_is_passed_over() -> None:
    stranger = Signature(STRANGER.name, STRANGER.verifier.id, b"\0" * 64)
    same_name = Signature(ORIGIN, b"\1\2\3\4", b"\0" * 64)
    same_id = Signature(STRANGER.name, LOG_KEY.verifier.id, b"\0" * 64)
    opened = parse_note(NOTE)
    for other in (stranger, same_name, same_id):
        for signatures in ((other, *opened.signatures), (*opened.signatures, other)):
            assert verify_checkpoint(str(Note(opened.text, signatures)), TRUSTED).signed_by == (LOG_KEY.verifier,)


def test_a_note_signed_only_by_unknown_keys_is_refused() -> None:
    assert "no trusted key" in refused(NOTE, [TrustedKey(STRANGER.verifier)])
    assert "no trusted key" in refused(NOTE, [])


def test_a_false_signature_of_a_known_key_condemns_the_whole_note() -> None:
    opened = parse_note(NOTE)
    false = Signature(ORIGIN, NEXT_KEY.verifier.id, b"\0" * 64)
    note = str(Note(opened.text, (*opened.signatures, false)))
    assert verify_checkpoint(note, TRUSTED).signed_by
    assert "does not fit" in refused(note, [*TRUSTED, TrustedKey(NEXT_KEY.verifier)])


def test_while_a_key_is_replaced_both_sign_and_either_suffices() -> None:
    note = sign_checkpoint(HEAD, [LOG_KEY, NEXT_KEY])
    old, new = TrustedKey(LOG_KEY.verifier, until=1000), TrustedKey(NEXT_KEY.verifier, since=1000)
    assert verify_checkpoint(note, [old]).signed_by == (LOG_KEY.verifier,)
    assert verify_checkpoint(note, [new]).signed_by == (NEXT_KEY.verifier,)
    assert verify_checkpoint(note, [old, new]).signed_by == (LOG_KEY.verifier, NEXT_KEY.verifier)


@pytest.mark.parametrize(
    ("since", "until", "holds"), [(0, 999, False), (0, 1000, True), (1000, None, True), (1001, None, False)]
)
def test_a_key_is_trusted_only_for_sizes_within_its_span(since: int, until: int | None, holds: bool) -> None:
    trusted = [TrustedKey(LOG_KEY.verifier, since, until)]
    if holds:
        assert verify_checkpoint(NOTE, trusted).signed_by
    else:
        assert "valid at size 1000" in refused(NOTE, trusted)


def test_one_log_does_not_speak_for_another() -> None:
    text = Checkpoint("elsewhere.example/other", 1000, ROOT).text
    note = str(Note(text, (Signature(LOG_KEY.name, LOG_KEY.verifier.id, LOG_KEY.sign(text.encode())),)))
    refused(note)
    with pytest.raises(Invalid):
        sign_checkpoint(HEAD, [STRANGER])


def test_a_witness_adds_its_word_and_its_time() -> None:
    trusted = [*TRUSTED, TrustedKey(WITNESS.verifier)]
    note = cosign_checkpoint(NOTE, WITNESS, TIME)
    assert note.startswith(NOTE)
    assert verify_checkpoint(note, trusted).cosignatures == (Cosignature(WITNESS.verifier, TIME),)
    again = cosign_checkpoint(note, WITNESS, TIME + 60)
    assert verify_checkpoint(again, trusted).cosignatures == (Cosignature(WITNESS.verifier, TIME + 60),)


def test_a_witness_never_stands_in_for_the_log() -> None:
    note = cosign_checkpoint(NOTE, WITNESS, TIME)
    assert "no trusted key" in refused(note, [TrustedKey(WITNESS.verifier)])
    disguised = create_key(ORIGIN, bytes(range(32)), KeyType.WITNESS)
    assert "no trusted key" in refused(cosign_checkpoint(NOTE, disguised, TIME), [TrustedKey(disguised.verifier)])


@pytest.mark.parametrize(
    ("since", "until", "counts"), [(0, TIME - 1, 0), (0, TIME, 1), (TIME, None, 1), (TIME + 1, None, 0)]
)
def test_a_witness_counts_only_within_its_span_of_time(since: int, until: int | None, counts: int) -> None:
    note = cosign_checkpoint(NOTE, WITNESS, TIME)
    assert len(verify_checkpoint(note, [*TRUSTED, TrustedKey(WITNESS.verifier, since, until)]).cosignatures) == counts


def test_a_cosignature_with_an_altered_time_or_over_another_checkpoint_is_refused() -> None:
    trusted = [*TRUSTED, TrustedKey(WITNESS.verifier)]
    opened = parse_note(cosign_checkpoint(NOTE, WITNESS, TIME))
    log, witness = opened.signatures
    later = Signature(witness.name, witness.key_id, (TIME + 1).to_bytes(8, "big") + witness.value[8:])
    past_the_end = Signature(witness.name, witness.key_id, b"\xff" * 8 + witness.value[8:])
    bare = Signature(witness.name, witness.key_id, witness.value[8:])
    for other in (later, past_the_end, bare):
        refused(str(Note(opened.text, (log, other))), trusted)
    elsewhere = sign_checkpoint(Checkpoint(ORIGIN, 1001, ROOT), [LOG_KEY])
    refused(str(Note(parse_note(elsewhere).text, (*parse_note(elsewhere).signatures, witness))), trusted)


def test_a_time_beyond_what_the_specification_allows_is_refused_though_it_is_signed() -> None:
    opened = parse_note(NOTE)
    for time, holds in ((2**63 - 1, True), (2**63, False)):
        value = time.to_bytes(8, "big") + WITNESS.sign(f"cosignature/v1\ntime {time}\n{opened.text}".encode())
        signature = Signature(WITNESS.name, WITNESS.verifier.id, value)
        assert verify_signature(signature, opened.text, WITNESS.verifier) is holds


@pytest.mark.parametrize(("key", "time"), [(LOG_KEY, TIME), (WITNESS, -1), (WITNESS, 2**63)])
def test_only_a_witness_at_a_real_time_cosigns(key: SigningKey, time: int) -> None:
    with pytest.raises(Invalid):
        cosign_checkpoint(NOTE, key, time)


ROOT64 = base64.b64encode(ROOT).decode()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "a\n1\n",
        f"a\n1\n{ROOT64}",
        f"\n1\n{ROOT64}\n",
        f"a\n\n{ROOT64}\n",
        f"a\n01\n{ROOT64}\n",
        f"a\n+1\n{ROOT64}\n",
        f"a\n-1\n{ROOT64}\n",
        f"a\n1 \n{ROOT64}\n",
        f"a\n１\n{ROOT64}\n",
        f"a\n1_0\n{ROOT64}\n",
        f"a\n{10**19}\n{ROOT64}\n",
        f"a\n{'9' * 5000}\n{ROOT64}\n",
        f"a\n1\n{ROOT64[:-1]}\n",
        f"a\n1\n{ROOT64} \n",
        f"a\n1\n{ROOT64.replace('8=', '9=')}\n",
        f"a\n1\n{base64.b64encode(ROOT[:31]).decode()}\n",
        f"a\n1\n{base64.b64encode(ROOT + b'0').decode()}\n",
        f"a\n0\n{ROOT64}\n",
        f"a\n1\n{ROOT64}\n\n",
        f"a\n1\n{ROOT64}\nmore\n\n",
    ],
)
def test_what_is_no_checkpoint_is_refused(text: str) -> None:
    with pytest.raises(Invalid):
        parse_checkpoint(text)


def test_an_empty_log_has_a_checkpoint_too() -> None:
    note = sign_checkpoint(Checkpoint(ORIGIN, 0, EMPTY_ROOT), [LOG_KEY])
    assert verify_checkpoint(note, TRUSTED).checkpoint.size == 0
    with pytest.raises(Invalid):
        sign_checkpoint(Checkpoint(ORIGIN, 0, ROOT), [LOG_KEY])


@pytest.mark.parametrize("more", ["", "a\nb", "a\n", "a\x00b"])
def test_an_extension_line_that_would_break_the_text_is_not_signed(more: str) -> None:
    with pytest.raises(Invalid):
        sign_checkpoint(Checkpoint(ORIGIN, 1, ROOT, (more,)), [LOG_KEY])


TEXT, LINE = HEAD.text, str(parse_note(NOTE).signatures[0])


@pytest.mark.parametrize(
    "note",
    [
        "",
        "\n\n",
        TEXT,
        TEXT + "\n",
        f"{TEXT}{LINE}\n",
        f"{TEXT}\n{LINE}",
        f"{TEXT}\n{LINE}\n\n",
        f"{TEXT}\n{LINE}\n{LINE.replace('— ', '- ')}\n",
        f"{TEXT}\n{LINE.replace('— ', '—')}\n",
        f"{TEXT}\n{LINE} \n",
        f"{TEXT}\n{LINE.replace(ORIGIN, '')}\n",
        f"{TEXT}\n{LINE.replace(ORIGIN, 'a+b')}\n",
        f"{TEXT}\n— {ORIGIN} AAAA\n",
        f"{TEXT}\n— {ORIGIN} \n",
        f"{TEXT}\n— {ORIGIN}\n",
        NOTE.replace("\n", "\r\n"),
        "\t" + NOTE,
        "\ud800" + NOTE,
        f"{TEXT}\n" + f"{LINE}\n" * 65,
        f"{TEXT}{'x' * MAX_NOTE_BYTES}\n\n{LINE}\n",
    ],
)
def test_what_is_no_signed_note_is_refused(note: str) -> None:
    with pytest.raises(Invalid):
        parse_note(note)
    refused(note)


def test_sixteen_signatures_are_read_as_the_specification_asks() -> None:
    witnesses = [create_key(f"w{at}.example", bytes([at]) * 32, KeyType.WITNESS) for at in range(16)]
    note = NOTE
    for witness in witnesses:
        note = cosign_checkpoint(note, witness, TIME)
    trusted = [*TRUSTED, *(TrustedKey(witness.verifier) for witness in witnesses)]
    assert len(verify_checkpoint(note, trusted).cosignatures) == 16
