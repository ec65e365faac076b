"""C2SP signed-note: text that ends in a newline, an empty line, then one line per signature.

Here notes are only read and written; `mulberry.record.checkpoint` decides what to believe.
"""

from __future__ import annotations

import base64
from dataclasses import dataclass
from typing import NoReturn

from mulberry.errors import Invalid
from mulberry.law.text import t
from mulberry.record.keys import VerifierKey, check_name, decode_base64

MAX_NOTE_BYTES = 64 * 1024
MAX_SIGNATURES = 64  # the specification asks for at least 16
_FIELD = "checkpoint"
_DASH = "\N{EM DASH} "


def refuse(zh: str, en: str) -> NoReturn:
    """Say what is wrong with a checkpoint."""
    raise Invalid(_FIELD, t(zh, en))


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature line: the key's name and 4-byte id, and the bytes that key made."""

    name: str
    key_id: bytes
    value: bytes

    def __str__(self) -> str:
        return f"{_DASH}{self.name} {base64.b64encode(self.key_id + self.value).decode()}"

    def is_by(self, key: VerifierKey) -> bool:
        """Whether it claims to be this key's; says nothing yet about whether it is."""
        return self.name == key.name and self.key_id == key.id

    @property
    def time(self) -> int:
        """The POSIX seconds that a witness's signature carries before its 64 bytes."""
        return int.from_bytes(self.value[:8], "big")


@dataclass(frozen=True, slots=True)
class Note:
    """A signed note: text that ends in a newline, and its signatures."""

    text: str
    signatures: tuple[Signature, ...]

    def __str__(self) -> str:
        return self.text + "\n" + "".join(f"{signature}\n" for signature in self.signatures)


def parse_note(note: str) -> Note:
    """Read a signed note strictly: UTF-8, no control characters but newline, at least one signature line."""
    try:
        encoded = note.encode()
    except UnicodeEncodeError:
        refuse("检查点不是有效的 UTF-8 文本。", "the checkpoint is not valid UTF-8 text.")
    if len(encoded) > MAX_NOTE_BYTES or any(byte < 0x20 and byte != 0x0A for byte in encoded):
        refuse("检查点过长或含有控制字符。", "the checkpoint is too long or holds control characters.")
    text, gap, tail = note.rpartition("\n\n")
    lines = tail.split("\n")
    if not gap or lines.pop() or not lines or len(lines) > MAX_SIGNATURES:
        refuse(
            "检查点须由正文、一个空行和签名行组成，每行以换行结束。",
            "a checkpoint must be its text, one empty line and its signature lines, each ended by a newline.",
        )
    return Note(text + "\n", tuple(_parse_signature(line) for line in lines))


def _parse_signature(line: str) -> Signature:
    name, _, value = line.removeprefix(_DASH).partition(" ")
    if not line.startswith(_DASH) or not value:
        refuse("检查点的签名行格式不对。", "a signature line of the checkpoint is malformed.")
    data = decode_base64(value, _FIELD)
    if len(data) < 5:
        refuse("检查点的签名过短。", "a signature of the checkpoint is too short.")
    return Signature(check_name(name, _FIELD), data[:4], data[4:])
