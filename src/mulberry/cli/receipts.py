"""``receipt verify``: check a receipt offline, with no desk and no database."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from mulberry.cli.speaking import Speech, spoken
from mulberry.errors import Invalid
from mulberry.law.text import t

MAX_BYTES = 5_000_000


@click.group(help="回执 / Receipts.")
def receipt() -> None:
    """The commands on receipts."""


@receipt.command(help="离线核验回执 / Verify a receipt offline.")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--keys", type=click.Path(path_type=Path), help="受信任的公钥文件 / file of trusted public keys")
@spoken
def verify(speech: Speech, file: Path, keys: Path | None) -> None:
    from mulberry.record.keys_files import load_trusted_keys
    from mulberry.record.keys_trusted import TrustedKey
    from mulberry.record.receipt import verify_receipt
    from mulberry.record.receipt_form import read_receipt

    document = read_receipt(_bytes(file))
    # Without a key file the receipt is held to the keys it names itself: whole, but whose it is the reader must
    # compare.
    trusted = load_trusted_keys(keys) if keys else tuple(TrustedKey(key) for key in document.keys)
    verified = verify_receipt(document, trusted)
    told: dict[str, Any] = {
        "valid": True,
        "trusted": keys is not None,
        "index": verified.index,
        "event": verified.event,
        "personal": dict(verified.personal),
        "withheld": list(verified.withheld),
        "keys": [str(key) for key in document.keys],
    }
    speech.give(told, lambda: "\n".join(_page(speech, told)))


def _page(speech: Speech, told: dict[str, Any]) -> list[str]:
    lines = [
        t(
            "回执有效：该事件在台账中，第 {n} 号。", "The receipt holds: the event stands in the record as number {n}."
        ).in_(speech.lang)
    ]
    lines = [lines[0].format(n=told["index"])]
    if not told["trusted"]:
        zh = "未给出受信任的公钥（--keys）：请将下列公钥与园区公布的公钥核对。"
        en = "No trusted key was given (--keys): compare this key with the one the park publishes."
        lines += [t(zh, en).in_(speech.lang), *told["keys"]]
    return lines


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise Invalid("file", t(f"{path} 过大，不是回执", f"{path} is too large to be a receipt"))
        return path.read_bytes()
    except OSError:
        raise Invalid("file", t(f"读不到文件 {path}，请检查路径", f"cannot read {path}; check the path")) from None
