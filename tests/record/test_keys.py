"""Keys against the published examples of signed-note, and key files that keep what they hold to their owner."""

from __future__ import annotations

import base64
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mulberry.errors import Invalid
from mulberry.record.keys import KeyType, SigningKey, VerifierKey, create_key
from mulberry.record.keys_files import load_signing_key, load_trusted_keys, save_signing_key
from mulberry.record.keys_trusted import TrustedKey, format_trusted_keys, parse_trusted_keys

# Published verifier keys: the Go checksum database, the documentation of Go's note package, the C2SP specification,
# a certificate transparency log and a witness that cosigns for it.
PUBLISHED = [
    "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8",
    "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
    "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
    "arche2025h1.staging.ct.transparency.dev+ba2f06c0+AU0vHmlGCS/PdN8b2OaGmKprLI8HKM+dJ472xgFYh15f",
    "remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2",
]
PUBLISHED_PRIVATE = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
KEY = create_key("sip.example/record", bytes(range(32)))
VKEY = str(KEY.verifier)

seeds = st.binary(min_size=32, max_size=32)
names = st.text(st.characters(exclude_categories=["Z", "C"], exclude_characters="+"), min_size=1, max_size=30)


@pytest.mark.parametrize("vkey", PUBLISHED)
def test_published_keys_are_read_and_written_back(vkey: str) -> None:
    key = VerifierKey.parse(vkey)
    assert str(key) == vkey
    assert key.id.hex() == vkey.split("+")[1]


def test_the_published_private_key_gives_the_published_public_key() -> None:
    key = SigningKey.parse(PUBLISHED_PRIVATE)
    assert key.encode() == PUBLISHED_PRIVATE
    assert str(key.verifier) == PUBLISHED[1]


@given(names, seeds, st.sampled_from(KeyType), st.binary(max_size=50))
def test_every_key_survives_its_text_form_and_signs(name: str, seed: bytes, kind: KeyType, message: bytes) -> None:
    key = create_key(name, seed, kind)
    assert SigningKey.parse(key.encode()) == key
    assert VerifierKey.parse(str(key.verifier)) == key.verifier
    assert key.verifier.verifies(key.sign(message), message)
    assert not key.verifier.verifies(key.sign(message), message + b"x")


def test_the_same_key_for_another_purpose_has_another_id() -> None:
    witness = create_key(KEY.name, KEY.seed, KeyType.WITNESS)
    assert witness.verifier.public == KEY.verifier.public
    assert witness.verifier.id != KEY.verifier.id


def test_any_altered_character_of_a_public_key_is_refused() -> None:
    for at in range(len(VKEY)):
        for other in "Aa0+ =/\n":
            if other != VKEY[at]:
                with pytest.raises(Invalid):
                    VerifierKey.parse(VKEY[:at] + other + VKEY[at + 1 :])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "++",
        "name+00000000",
        f"+{KEY.verifier.id.hex()}+{VKEY.split('+', 2)[2]}",
        VKEY.replace(KEY.verifier.id.hex(), KEY.verifier.id.hex().upper()),
        VKEY + "=",
        f"x+00000000+{base64.b64encode(bytes([6]) + bytes(32)).decode()}",
        f"x+00000000+{base64.b64encode(bytes([1]) + bytes(31)).decode()}",
    ],
)
def test_what_is_no_public_key_is_refused(text: str) -> None:
    with pytest.raises(Invalid):
        VerifierKey.parse(text)


@pytest.mark.parametrize("name", ["", "\ud800", "a b", "a+b", "a\nb", "a\u3000b", "a\tb", "a\0b"])
def test_a_name_that_a_note_cannot_carry_is_refused(name: str) -> None:
    with pytest.raises(Invalid):
        create_key(name, bytes(32))


@pytest.mark.parametrize(
    "text", ["", "PRIVATE+KEY+", VKEY, PUBLISHED_PRIVATE[:-1], PUBLISHED_PRIVATE.replace("c7", "c8")]
)
def test_what_is_no_private_key_is_refused(text: str) -> None:
    with pytest.raises(Invalid):
        SigningKey.parse(text)


@pytest.mark.parametrize("seed", [b"", bytes(31), bytes(33)])
def test_a_seed_of_the_wrong_length_is_refused(seed: bytes) -> None:
    with pytest.raises(Invalid, match="32 bytes"):
        create_key("x", seed)


def test_a_private_key_never_shows_its_seed() -> None:
    text = repr(KEY) + str(KEY)
    assert KEY.seed.hex() not in text
    assert base64.b64encode(KEY.seed).decode()[:8] not in text
    assert repr(KEY.seed) not in text


def test_a_signature_by_a_public_key_that_is_no_point_is_no_signature() -> None:
    assert not VerifierKey("x", KeyType.LOG, b"\xff" * 32).verifies(bytes(64), b"")
    assert not KEY.verifier.verifies(b"", b"")


def test_a_private_key_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "record.key"
    old_mask = os.umask(0)
    try:
        save_signing_key(path, KEY)
    finally:
        os.umask(old_mask)
    assert path.stat().st_mode & 0o777 == 0o600
    assert load_signing_key(path) == KEY


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o666, 0o601])
def test_a_private_key_file_open_to_others_is_refused_with_the_way_out(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "record.key"
    save_signing_key(path, KEY)
    path.chmod(mode)
    with pytest.raises(Invalid, match="chmod 600"):
        load_signing_key(path)


def test_a_key_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    garbled = tmp_path / "garbled"
    garbled.write_bytes(b"\xff\xfe")
    for path in (tmp_path / "nowhere", tmp_path, garbled):
        for load in (load_signing_key, load_trusted_keys):
            with pytest.raises(Invalid, match="cannot read") as refused:
                load(path)
            assert refused.value.field == str(path)


def test_an_existing_key_file_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "record.key"
    save_signing_key(path, KEY)
    with pytest.raises(Invalid, match="exists"):
        save_signing_key(path, create_key("x", bytes(32)))
    assert load_signing_key(path) == KEY


def test_a_public_key_file_holds_keys_with_their_spans_and_notes(tmp_path: Path) -> None:
    keys = (TrustedKey(KEY.verifier, until=400), TrustedKey(VerifierKey.parse(PUBLISHED[4]), since=400))
    path = tmp_path / "record.pub"
    path.write_text("# the record of the park\n\n" + format_trusted_keys(keys) + "\n", encoding="utf-8")
    assert load_trusted_keys(path) == keys
    assert f"{VKEY} until=400" in format_trusted_keys(keys)


@pytest.mark.parametrize("limits", ["since", "since=", "since=-1", "since=1.0", "since=1 since=2", "from=1", "until=٣"])
def test_a_span_that_cannot_be_read_is_refused_with_its_line(limits: str) -> None:
    with pytest.raises(Invalid) as refused:
        parse_trusted_keys(f"# first line\n{VKEY} {limits}", "record.pub")
    assert refused.value.field == "record.pub:2"


def test_an_empty_line_is_no_key() -> None:
    with pytest.raises(Invalid):
        TrustedKey.parse("")


def test_a_public_key_file_without_a_key_trusts_nobody_and_says_so() -> None:
    with pytest.raises(Invalid, match="no public key"):
        parse_trusted_keys("# nothing here\n")


def test_both_ends_belong_to_the_span_of_trust() -> None:
    key = TrustedKey(KEY.verifier, since=10, until=20)
    assert [at for at in range(30) if key.covers(at)] == list(range(10, 21))
    assert TrustedKey(KEY.verifier).covers(2**63)
