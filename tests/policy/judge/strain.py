"""Speed and hostile input. Times are printed and never asserted."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from time import process_time

from mulberry.errors import Invalid
from mulberry.policy import read
from tests.policy.judge.gold import invented_documents, invented_pair, official_texts


def _best(zh: bytes, en: bytes | None, tries: int) -> float:
    times = []
    for _ in range(tries):
        start = process_time()
        read(zh, en)
        times.append(process_time() - start)
    return min(times)


def long_text(megabytes: float) -> bytes:
    """A long policy: the first invented document's body over and over, its numbering going on."""
    body = invented_documents()[0].text
    times = int(megabytes * 1_000_000 / len(body.encode())) + 1
    return "\n".join([body] * times).encode()


def timings() -> list[str]:
    """The pair when warm, and how the time grows with the length."""
    texts = official_texts() or (invented_pair().zh, invented_pair().en)
    zh, en = (text.encode() for text in texts)
    growth = [f"{size} MB: {_best(long_text(size), None, 1):.2f} s" for size in (0.25, 0.5, 1.0, 2.0)]
    return [f"the pair, warm: {_best(zh, en, 10) * 1000:.1f} ms", *growth]


ENTITY_BOMB = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><html>&b;</html>'


def zip_bomb() -> bytes:
    """A .docx whose document would unpack to 200 MB."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b"\0" * 200_000_000)
    return buffer.getvalue()


@cache
def hostile_inputs() -> dict[str, bytes]:
    """Files that are no policy or mean harm."""
    return {
        "empty": b"",
        "blank": b" \n\n \t",
        "binary": bytes(range(256)) * 64,
        "not Chinese": b"The quick brown fox.",
        "10 MB": "开放。".encode() * 1_200_000,
        "a megabyte without a stop": "一、总体要求\n（一）支持".encode() + "开放、".encode() * 110_000,
        "open brackets": "一、总体要求\n（一）支持".encode() + "（《“".encode() * 30_000 + "。".encode(),
        "right-to-left marks": "一、总体要求\n（一）支\u202e持\u202c企业\u200f发展。".encode(),
        "only digits": b"1" * 300_000,
        "zip bomb": zip_bomb(),
        "broken .docx": b"PK\x03\x04" + b"\0" * 64,
        "entity bomb": ENTITY_BOMB,
        "NUL inside": "一、总体\0要求\n（一）支持企业发展。".encode(),
        "commas": "一、总体要求\n（一）支持".encode() + "，支持发展".encode() * 60_000 + "。".encode(),
    }


def hostile() -> list[str]:
    """What each hostile file meets with: a clear refusal or a reading, and how long it took."""
    lines = []
    for name, data in hostile_inputs().items():
        start = process_time()
        try:
            sentences = len(read(data).sentences)
            outcome = f"read, {sentences} sentences"
        except Invalid as refusal:
            outcome = f"refused: {refusal}"
        except Exception as error:  # noqa: BLE001 - whatever else escapes is the finding
            outcome = f"BROKEN: {type(error).__name__}: {error}"
        lines.append(f"{name}: {outcome[:110]} ({process_time() - start:.2f} s)")
    return lines
