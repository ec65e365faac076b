"""Signed checkpoints: C2SP tlog-checkpoint, with the witness cosignatures of C2SP tlog-cosignature.

The text of a checkpoint is its origin, its size and its root in base64, one to a line; a signed note carries it. It is
opened in two steps: `parse_note` and `parse_checkpoint` only read, `verify_checkpoint` decides whether to believe.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mulberry.record.checkpoint_note import Note, Signature, parse_note, refuse
from mulberry.record.keys import SIGNATURE_SIZE, KeyType, SigningKey, VerifierKey, decode_base64
from mulberry.record.keys_trusted import TrustedKey
from mulberry.record.merkle import EMPTY_ROOT, HASH_SIZE

MAX_TIME = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The head of a tree: which log, how many leaves, their 32-byte root. Extension lines are kept but mean nothing."""

    origin: str
    size: int
    root: bytes
    extensions: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The lines that are signed."""
        root = base64.b64encode(self.root).decode()
        return "".join(f"{line}\n" for line in (self.origin, self.size, root, *self.extensions))


@dataclass(frozen=True, slots=True)
class Cosignature:
    """A witness's word that at a time (POSIX seconds) this was the largest consistent tree it had seen of the log."""

    witness: VerifierKey
    time: int


@dataclass(frozen=True, slots=True)
class VerifiedCheckpoint:
    """A checkpoint that at least one trusted key of its log signed."""

    checkpoint: Checkpoint
    signed_by: tuple[VerifierKey, ...]
    cosignatures: tuple[Cosignature, ...]


def parse_checkpoint(text: str) -> Checkpoint:
    """Read the text of a checkpoint; only the one spelling of it that the specification allows."""
    lines = text.split("\n")
    if len(lines) < 4 or lines.pop() or not all(lines):
        refuse("检查点须至少有来源、大小、根三行。", "a checkpoint has at least three lines: origin, size, root.")
    origin, digits, root, *extensions = lines
    if not (digits.isascii() and digits.isdigit() and len(digits) < 20) or str(int(digits)) != digits:
        refuse("检查点的大小不是十进制整数。", "the size in the checkpoint is not a decimal number.")
    checkpoint = Checkpoint(origin, int(digits), decode_base64(root, "checkpoint"), tuple(extensions))
    if len(checkpoint.root) != HASH_SIZE or (checkpoint.size == 0 and checkpoint.root != EMPTY_ROOT):
        refuse("检查点的根不可能是该大小的树根。", "the root in the checkpoint cannot be that of a tree of its size.")
    return checkpoint


def verify_signature(signature: Signature, text: str, key: VerifierKey) -> bool:
    """Whether the signature is this key's over the text of the checkpoint, in the way the key's type demands."""
    if not signature.is_by(key):
        return False
    if key.type is KeyType.LOG:
        return key.verifies(signature.value, text.encode())
    timely = len(signature.value) == 8 + SIGNATURE_SIZE and signature.time <= MAX_TIME
    return timely and key.verifies(signature.value[8:], _cosigned(text, signature.time))


def _cosigned(text: str, time: int) -> bytes:
    return f"cosignature/v1\ntime {time}\n{text}".encode()


def verify_checkpoint(note: str, trusted: Sequence[TrustedKey]) -> VerifiedCheckpoint:
    """Open a signed checkpoint: at least one trusted key of the log, valid for this size, must have signed it.

    Signatures of unknown keys are passed over, as the specification demands; a false signature of a known key condemns
    the whole note. A log key speaks only for the log of its own name. Witnesses count beside it, never instead of it.
    """
    opened = parse_note(note)
    checkpoint = parse_checkpoint(opened.text)
    signed_by: list[VerifierKey] = []
    cosignatures: list[Cosignature] = []
    for signature, trust in _by_known_keys(opened, trusted):
        if trust.key.type is KeyType.WITNESS:
            if trust.covers(signature.time):
                cosignatures.append(Cosignature(trust.key, signature.time))
        elif trust.key.name == checkpoint.origin and trust.covers(checkpoint.size):
            signed_by.append(trust.key)
    if not signed_by:
        log, size = checkpoint.origin, checkpoint.size
        refuse(
            f"{log} 没有一个在大小 {size} 处有效的可信密钥签署了检查点；请核对公钥文件。",
            f"no trusted key of {log} that is valid at size {size} signed the checkpoint; check the public key file.",
        )
    return VerifiedCheckpoint(checkpoint, tuple(dict.fromkeys(signed_by)), tuple(dict.fromkeys(cosignatures)))


def _by_known_keys(note: Note, trusted: Sequence[TrustedKey]) -> Iterator[tuple[Signature, TrustedKey]]:
    for signature in note.signatures:
        for trust in trusted:
            if signature.is_by(trust.key):
                if not verify_signature(signature, note.text, trust.key):
                    name = trust.key.name
                    refuse(f"{name} 的签名与检查点不符。", f"the signature of {name} does not fit the checkpoint.")
                yield signature, trust


def sign_checkpoint(checkpoint: Checkpoint, keys: Sequence[SigningKey]) -> str:
    """The signed note; by several keys where one is being replaced by another.

    Whoever calls this vouches that the tree continues every tree signed before: a log never signs a fork.
    """
    origin = checkpoint.origin
    if not keys or any(key.type is not KeyType.LOG or key.name != origin for key in keys):
        refuse(f"检查点须由名为 {origin} 的台账密钥签署。", f"a checkpoint must be signed by log keys named {origin}.")
    text = checkpoint.text
    signatures = tuple(Signature(key.name, key.verifier.id, key.sign(text.encode())) for key in keys)
    note = parse_note(str(Note(text, signatures)))
    if parse_checkpoint(note.text) != checkpoint:
        refuse("检查点各行不得含有换行。", "no line of a checkpoint may hold a newline.")
    return str(note)


def cosign_checkpoint(note: str, witness: SigningKey, time: int) -> str:
    """Add a witness's signature at a time in POSIX seconds, in place of an earlier one by the same key.

    A witness signs only after checking consistency with the last checkpoint it saw of this log.
    """
    if witness.type is not KeyType.WITNESS or not 0 <= time <= MAX_TIME:
        refuse("见证须用见证密钥，并给出时间。", "a cosignature needs a witness key and a time.")
    opened = parse_note(note)
    parse_checkpoint(opened.text)
    value = time.to_bytes(8, "big") + witness.sign(_cosigned(opened.text, time))
    signature = Signature(witness.name, witness.verifier.id, value)
    others = (other for other in opened.signatures if not other.is_by(witness.verifier))
    return str(Note(opened.text, (*others, signature)))
