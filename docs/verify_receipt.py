#!/usr/bin/env python3
"""Check a Mulberry receipt without Mulberry and without a network: only Python 3.10+ and the package `cryptography`.

    python verify_receipt.py RECEIPT.json KEYS.pub        exit code 0: it holds, 1: it does not, 2: files not given

KEYS.pub is what the issuing office publishes: one key a line, `name+id+base64`, with `since=N` and `until=N` where its
trust is limited. Take it from the office itself, never from whoever gave you the receipt.
Rules: RFC 6962 (tree), C2SP signed-note, tlog-checkpoint and tlog-cosignature (signatures), RFC 8785 (leaf).
"""

import base64
import hashlib
import json
import re
import sys
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

FIELDS = ["checkpoint", "event", "format", "index", "keys", "leaf", "path", "personal", "size"]
HASH = re.compile("[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=")  # 32 bytes in canonical base64


def must(holds, why):
    if not holds:
        raise ValueError(why)


def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def b64(text):
    data = base64.b64decode(text, validate=True)
    must(data and base64.b64encode(data).decode() == text, "base64 编码不规范 / base64 is not canonical")
    return data


def canonical(value):
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def once(pairs):
    must(len(dict(pairs)) == len(pairs), "同一个键出现两次 / a key occurs twice")
    return dict(pairs)


def whole(digits):
    must(digits.lstrip("-").isdigit() and abs(int(digits)) < 2**53, "数字不是精确整数 / a number is not exact")
    return int(digits)


def key_of(vkey):
    """A public key as (name, id, type, Ed25519 key bytes): type 1 is a log's, type 4 a witness's."""
    name, ident, material = vkey.split("+", 2)
    raw = b64(material)
    sound = len(raw) == 33 and raw[0] in (1, 4) and sha(name.encode(), b"\n", raw)[:4].hex() == ident
    must(sound, "公钥有误 / a public key is malformed")
    return name, bytes.fromhex(ident), raw[0], raw[1:]


def trusted_keys(text):
    """Each trusted key with the sizes (of a log) or times (of a witness) for which it is trusted."""
    for vkey, *limits in (line.split() for line in text.splitlines() if line.strip() and line.strip()[0] != "#"):
        span = {"since": 0, "until": 2**63 - 1} | {name: int(at) for name, at in (limit.split("=") for limit in limits)}
        must(len(span) == 2, "公钥期限有误 / the span of a public key is malformed")
        yield key_of(vkey), range(span["since"], span["until"] + 1)


def open_checkpoint(note, vkeys, trusted):
    """Log, size and root of the checkpoint, and who vouches for it. Every signature must hold, trusted or not."""
    text, _, tail = note.rpartition("\n\n")
    text, lines, vouching = text + "\n", tail.split("\n"), []
    must(len(vkeys) == len(set(vkeys)) and lines.pop() == "", "签名行不符 / signatures do not match the keys")
    origin, digits, root = text.split("\n")[:3]
    for line, key in zip(lines, map(key_of, vkeys), strict=True):
        word = line.rpartition(" ")[2]
        ident, at, signature, message = b64(word)[:4], int(digits), b64(word)[4:], text.encode()
        must((line, ident) == (f"\u2014 {key[0]} {word}", key[1]), "签名行有误 / a signature line is malformed")
        if key[2] == 4:
            at, signature = int.from_bytes(signature[:8], "big", signed=True), signature[8:]  # below 2**63
            message = f"cosignature/v1\ntime {at}\n{text}".encode()
        Ed25519PublicKey.from_public_bytes(key[3]).verify(signature, message)
        if any(known == key and at in span for known, span in trusted):
            vouching.append((key[2], key[0]))
    must((1, origin) in vouching, "没有可信的台账密钥签署 / no trusted key of this log signed it")
    return origin, int(digits), b64(root), [name for _, name in vouching]


def root_from(leaf, index, size, path):
    """RFC 6962 section 2.1.1, read backwards: the root to which a path leads."""
    if size == 1:
        must(not path, "路径过长 / the path is too long")
        return leaf
    *rest, last = path
    half = 1 << (size - 1).bit_length() - 1
    if index < half:
        return sha(b"\1", root_from(leaf, index, half, rest), last)
    return sha(b"\1", last, root_from(leaf, index - half, size - half, rest))


def sealed(value, at=""):
    """Every {"sealed": …} of the event: JSON pointer and commitment."""
    if isinstance(value, dict) and value.keys() == {"sealed"} and HASH.fullmatch(str(value["sealed"])):
        yield at, b64(value["sealed"])
    elif isinstance(value, dict | list):
        for key, item in sorted(value.items()) if isinstance(value, dict) else enumerate(value):
            yield from sealed(item, f"{at}/" + str(key).replace("~", "~0").replace("/", "~1"))


def verify(data, keys_text):
    r = json.loads(data.decode(), object_pairs_hook=once, parse_int=whole, parse_float=whole, parse_constant=whole)
    layout = json.dumps(r, ensure_ascii=False, indent=2, sort_keys=True).encode() + b"\n"
    must(layout == data and len(data) <= 2**20, "文件排版被改动 / the layout of the file was changed")
    must(list(r) == FIELDS and r["format"] == "mulberry-receipt/1", "字段不符 / these are not the fields of a receipt")
    leaf, path = b64(r["leaf"]), [b64(step) for step in r["path"]]
    must(canonical(r["event"]) == leaf, "事件与叶子不符 / the event is not what the leaf says")
    origin, size, root, vouching = open_checkpoint(r["checkpoint"], r["keys"], list(trusted_keys(keys_text)))
    fits = (type(r["size"]), type(r["index"])) == (int, int) and r["size"] == size and 0 <= r["index"] < size
    must(fits, "序号或大小不符 / index or size do not fit the checkpoint")
    leads = {len(step) for step in path} <= {32} and root_from(sha(b"\0", leaf), r["index"], size, path) == root
    must(leads, "路径不通到根 / the path does not lead to the root")
    for (at, commitment), shown in zip(sealed(r["event"]), r["personal"], strict=True):
        must((list(shown), shown["at"]) == (["at", "salt", "value"], at), "封存处不符 / sealed places do not match")
        salt, value = shown["salt"], shown["value"]
        same = (
            value is None if salt is None else len(b64(salt)) == 32 and sha(b64(salt), canonical(value)) == commitment
        )
        must(same, f"{at} 的值与封存不符 / the value at {at} is not what was sealed")
    return r, origin, size, vouching


def main(arguments):
    if len(arguments) != 2 or not all(Path(name).is_file() for name in arguments):
        print(__doc__, file=sys.stderr)
        return 2
    try:
        r, origin, size, by = verify(Path(arguments[0]).read_bytes(), Path(arguments[1]).read_text("utf-8"))
    except Exception as error:  # noqa: BLE001  a stranger's file may fail anywhere; wherever it does, it does not hold
        print(f"回执不成立 / the receipt does not hold: {error or type(error).__name__}", file=sys.stderr)
        return 1
    print(json.dumps(r["event"], ensure_ascii=False, indent=2, sort_keys=True))
    print(f"回执成立：以上是 {origin} 第 {r['index']} 号事件（共 {size} 个），作证者：{'、'.join(by)}")
    print(f"The receipt holds: event {r['index']} of {size} of {origin}, vouched for by {', '.join(by)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
