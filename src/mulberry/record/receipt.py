"""Receipts: one event of the record with all that proves it, checked with the network off and the database gone.

`mulberry.record.receipt_form` says what the file looks like; here it is made and verified.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mulberry.record.checkpoint import VerifiedCheckpoint, parse_checkpoint, verify_checkpoint, verify_signature
from mulberry.record.checkpoint_note import Signature, parse_note
from mulberry.record.commitment import Json, Opening, canonical, opens, parse_canonical, sealed_places
from mulberry.record.keys import VerifierKey
from mulberry.record.keys_trusted import TrustedKey
from mulberry.record.merkle import leaf_hash
from mulberry.record.proofs import verify_inclusion
from mulberry.record.receipt_form import Receipt, Shown, read_receipt, refuse


@dataclass(frozen=True, slots=True)
class Verified:
    """What a receipt proves: this event is leaf ``index`` of the log that the trusted keys speak for."""

    event: Json
    index: int
    checkpoint: VerifiedCheckpoint
    personal: Mapping[str, Json]
    withheld: tuple[str, ...]


def make_receipt(
    leaf: bytes,
    index: int,
    path: Sequence[bytes],
    checkpoint: str,
    keys: Sequence[VerifierKey],
    openings: Mapping[str, Opening],
) -> Receipt:
    """The receipt of a leaf (canonical JSON) under a signed checkpoint, with its audit path in that checkpoint's tree.

    ``keys`` must hold the key of every signature line of the checkpoint, in any order; ``openings`` go by the JSON
    pointers of the sealed places, and a place without one is shown as withheld. What does not hold is refused at once.
    """
    event = parse_canonical(leaf)
    note = parse_note(checkpoint)
    places = [at for at, _ in sealed_places(event)]
    for at in sorted(openings.keys() - set(places)):
        refuse("personal", f"给出了 {at}，而事件在该处没有封存", f"opens {at}, where the event has nothing sealed")
    signers = tuple(_key_of(signature, keys) for signature in note.signatures)
    size = parse_checkpoint(note.text).size
    shown = tuple(Shown(at, openings.get(at)) for at in places)
    receipt = Receipt(leaf, event, index, size, tuple(path), checkpoint, signers, shown)
    verify_receipt(receipt.encode(), [TrustedKey(key) for key in signers])
    return receipt


def _key_of(signature: Signature, keys: Sequence[VerifierKey]) -> VerifierKey:
    found = next((key for key in keys if signature.is_by(key)), None)
    if found is None:
        refuse("keys", f"缺少 {signature.name} 的公钥", f"lack the public key of {signature.name}")
    return found


def verify_receipt(receipt: Receipt | bytes, trusted: Sequence[TrustedKey]) -> Verified:
    """Check everything a receipt says against keys that the reader, not the receipt, names as trusted.

    Raises `Invalid` with the field that does not hold. Stricter than a bare checkpoint: every signature line must be
    accounted for by ``keys`` and verify, whether or not it is trusted, so that no part of the file is without effect.
    """
    receipt = read_receipt(receipt) if isinstance(receipt, bytes) else receipt
    parse_canonical(receipt.leaf)
    if canonical(receipt.event) != receipt.leaf:  # compared as bytes: to Python, true and 1 are equal
        refuse("event", "与叶子字节不符", "is not what the leaf says")
    _check_signatures(receipt)
    verified = verify_checkpoint(receipt.checkpoint, trusted)
    _check_inclusion(receipt, verified)
    _check_personal(receipt)
    values = {shown.at: shown.opening.value for shown in receipt.personal if shown.opening is not None}
    withheld = tuple(shown.at for shown in receipt.personal if shown.opening is None)
    return Verified(receipt.event, receipt.index, verified, values, withheld)


def _check_signatures(receipt: Receipt) -> None:
    note, keys = parse_note(receipt.checkpoint), receipt.keys
    if len(keys) != len(note.signatures) or len(set(keys)) != len(keys):
        refuse("keys", "与检查点的签名行不一一对应", "do not match the signature lines of the checkpoint one by one")
    for signature, key in zip(note.signatures, keys, strict=True):
        if not verify_signature(signature, note.text, key):
            refuse("keys", f"中 {key.name} 的公钥与签名不符", f"of {key.name} did not make the signature it stands for")


def _check_inclusion(receipt: Receipt, verified: VerifiedCheckpoint) -> None:
    size, root = verified.checkpoint.size, verified.checkpoint.root
    if receipt.size != size:
        refuse("size", "与检查点的大小不符", "is not the size of the checkpoint")
    if not 0 <= receipt.index < size:
        refuse("index", "不在该大小的树中", "lies outside a tree of this size")
    if not verify_inclusion(leaf_hash(receipt.leaf), receipt.index, size, receipt.path, root):
        refuse("path", "不能从该叶子通到检查点的根", "does not lead from this leaf to the root of the checkpoint")


def _check_personal(receipt: Receipt) -> None:
    places = dict(sealed_places(receipt.event))
    if [shown.at for shown in receipt.personal] != list(places):
        refuse("personal", "须依次列出事件的全部封存处", "must list every sealed place of the event in its order")
    for shown in receipt.personal:
        if shown.opening is not None and not opens(places[shown.at], shown.opening):
            at = shown.at
            refuse(
                "personal", f"中 {at} 的值或盐与封存的承诺不符", f"shows a value or salt at {at} that was not sealed"
            )
