"""A small log with a key, witnesses, a sealed event and its receipt, for the tests of this folder."""

from __future__ import annotations

from collections.abc import Mapping

from mulberry.record.checkpoint import Checkpoint, cosign_checkpoint, sign_checkpoint
from mulberry.record.commitment import Opening, canonical
from mulberry.record.keys import KeyType, SigningKey, VerifierKey, create_key
from mulberry.record.keys_trusted import TrustedKey
from mulberry.record.merkle import Log
from mulberry.record.proofs import inclusion_path
from mulberry.record.receipt import make_receipt
from mulberry.record.receipt_form import Receipt

ORIGIN = "sip.example/record"
LOG_KEY = create_key(ORIGIN, bytes(range(32)))
NEXT_KEY = create_key(ORIGIN, bytes(range(32, 64)))
WITNESS = create_key("suzhou.example/witness", bytes(range(64, 96)), KeyType.WITNESS)
STRANGER = create_key("elsewhere.example/log", bytes(range(96, 128)))
TRUSTED = [TrustedKey(LOG_KEY.verifier)]

PERSONAL = {
    "/personal/name": Opening("王小明", bytes([7]) * 32),
    "/personal/passport": Opening("E12345678", bytes([8]) * 32),
    "/personal/salaries": Opening([{"month": "2026-01", "fen": 1250000}], bytes([9]) * 32),
}
EVENT = {
    "type": "submitted",
    "at": "2026-03-02T09:30:00",
    "data": {"case": "T-1", "办件": "人才补贴", "urgent": False, "months": 1, "parent": None, "steps": [1, 2]},
    "personal": {pointer.rpartition("/")[2]: opening.sealed for pointer, opening in PERSONAL.items()},
}
LEAF = canonical(EVENT)


def log_with(leaf: bytes = LEAF, index: int = 5, size: int = 11) -> Log:
    """A log of numbered events in which ``leaf`` stands at ``index``."""
    log = Log()
    log.extend(leaf if at == index else canonical({"event": at}) for at in range(size))
    return log


def head(log: Log, *keys: SigningKey, witnesses: Mapping[SigningKey, int] | None = None) -> str:
    """The signed checkpoint of a log, cosigned by witnesses at their times."""
    note = sign_checkpoint(Checkpoint(ORIGIN, log.size, log.root()), keys or (LOG_KEY,))
    for witness, time in (witnesses or {}).items():
        note = cosign_checkpoint(note, witness, time)
    return note


def receipt(
    *keys: SigningKey,
    witnesses: Mapping[SigningKey, int] | None = None,
    openings: Mapping[str, Opening] | None = None,
    index: int = 5,
    size: int = 11,
) -> Receipt:
    """The receipt of EVENT, by default signed by the log's key alone and with everything personal shown."""
    log = log_with(index=index, size=size)
    note = head(log, *keys, witnesses=witnesses)
    known: list[VerifierKey] = [key.verifier for key in (LOG_KEY, NEXT_KEY, WITNESS)]
    path = inclusion_path(index, size, log.node)
    return make_receipt(LEAF, index, path, note, known, PERSONAL if openings is None else openings)
