"""The file of a receipt: JSON in one exact layout, so that not a byte of it can change unnoticed.

format      mulberry-receipt/1
leaf        the bytes that stand in the tree, base64
event       the same, readable; must agree with ``leaf``
index, size, path   where the leaf stands, and the audit path (base64) in the tree of that size
checkpoint  the signed note over that tree
keys        the public keys of its signature lines, line by line; saying so does not make them trusted
personal    every sealed place of the event: its JSON pointer, with value and salt, or null for both where withheld
"""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass, replace
from typing import NoReturn

from mulberry.errors import Invalid
from mulberry.law.text import t
from mulberry.record.checkpoint_note import MAX_SIGNATURES
from mulberry.record.commitment import Json, Opening, strict_json
from mulberry.record.keys import VerifierKey, decode_base64

FORMAT = "mulberry-receipt/1"
MAX_BYTES = 1024 * 1024
MAX_PATH = 64
MAX_PERSONAL = 10_000
_FIELDS = {"format", "leaf", "event", "index", "size", "path", "checkpoint", "keys", "personal"}


def refuse(field: str, zh: str, en: str) -> NoReturn:
    """Say which field of a receipt is at fault, and how."""
    raise Invalid(field, t(f"回执的 {field} {zh}。", f"the receipt's {field} {en}."))


@dataclass(frozen=True, slots=True)
class Shown:
    """A sealed place of the event by its JSON pointer; ``opening`` is None where it is withheld or erased."""

    at: str
    opening: Opening | None

    def to_json(self) -> dict[str, Json]:
        if self.opening is None:
            return {"at": self.at, "salt": None, "value": None}
        salt = base64.b64encode(self.opening.salt).decode()
        return {"at": self.at, "salt": salt, "value": self.opening.value}


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the file says. Nothing in it is believed before `mulberry.record.receipt.verify_receipt`."""

    leaf: bytes
    event: Json
    index: int
    size: int
    path: tuple[bytes, ...]
    checkpoint: str
    keys: tuple[VerifierKey, ...]
    personal: tuple[Shown, ...]

    def to_json(self) -> dict[str, Json]:
        return {
            "format": FORMAT,
            "leaf": base64.b64encode(self.leaf).decode(),
            "event": self.event,
            "index": self.index,
            "size": self.size,
            "path": [base64.b64encode(step).decode() for step in self.path],
            "checkpoint": self.checkpoint,
            "keys": [str(key) for key in self.keys],
            "personal": [shown.to_json() for shown in self.personal],
        }

    def encode(self) -> bytes:
        """The bytes of the file."""
        text = json.dumps(self.to_json(), ensure_ascii=False, indent=2, sort_keys=True, default=dict)
        return text.encode() + b"\n"

    def withhold(self, *pointers: str) -> Receipt:
        """The same receipt without these personal values: it still verifies, and says that they are withheld."""
        kept = [replace(shown, opening=None) if shown.at in pointers else shown for shown in self.personal]
        return replace(self, personal=tuple(kept))


def read_receipt(data: bytes) -> Receipt:
    """Read a receipt file. Refuses everything but the one exact layout, and says which field is at fault."""
    if len(data) > MAX_BYTES:
        raise Invalid("receipt", t("回执超过 1 MiB。", "the receipt is larger than 1 MiB."))
    fields = _fields(strict_json(data, "receipt"), "receipt", _FIELDS)
    if fields["format"] != FORMAT:
        refuse("format", f"须为 {FORMAT}", f"must be {FORMAT}")
    receipt = Receipt(
        _bytes(fields["leaf"], "leaf"),
        fields["event"],
        _count(fields["index"], "index"),
        _count(fields["size"], "size"),
        tuple(_bytes(step, "path") for step in _items(fields["path"], "path", MAX_PATH)),
        _text(fields["checkpoint"], "checkpoint"),
        tuple(VerifierKey.parse(_text(key, "keys"), "keys") for key in _items(fields["keys"], "keys", MAX_SIGNATURES)),
        tuple(_shown(item) for item in _items(fields["personal"], "personal", MAX_PERSONAL)),
    )
    if receipt.encode() != data:
        zh = "回执文件的排版被改动；请使用收到的原文件。"
        en = "the layout of the receipt file was changed; use the file as it was received."
        raise Invalid("receipt", t(zh, en))
    return receipt


def _fields(value: Json, field: str, names: set[str]) -> dict[str, Json]:
    if not isinstance(value, dict):
        raise Invalid(field, t(f"{field} 须为 JSON 对象。", f"{field} must be a JSON object."))
    for name in sorted(names ^ value.keys()):
        zh, en = ("缺少", "lacks") if name in names else ("不得含有", "must not have")
        raise Invalid(name, t(f"{field} {zh}字段 {name}。", f"{field} {en} the field {name}."))
    return value


def _shown(item: Json) -> Shown:
    fields = _fields(item, "personal", {"at", "salt", "value"})
    at = _text(fields["at"], "personal")
    if fields["salt"] is not None:
        return Shown(at, Opening(fields["value"], _bytes(fields["salt"], "personal")))
    if fields["value"] is not None:
        refuse("personal", f"中 {at} 有值而无盐", f"shows a value at {at} without its salt")
    return Shown(at, None)


def _text(value: Json, field: str) -> str:
    if not isinstance(value, str):
        refuse(field, "须为字符串", "must be a string")
    return value


def _bytes(value: Json, field: str) -> bytes:
    return decode_base64(_text(value, field), field)


def _count(value: Json, field: str) -> int:
    if type(value) is not int or value < 0:
        refuse(field, "须为非负整数", "must be a whole number, not negative")
    return value


def _items(value: Json, field: str, most: int) -> list[Json]:
    if not isinstance(value, list) or len(value) > most:
        refuse(field, f"须为列表，至多 {most} 项", f"must be a list of at most {most}")
    return value
