"""Canonical JSON, and salted commitments by which personal data stay out of the record.

**Canonical JSON** is what a leaf is made of: RFC 8785 (JCS) without floating-point numbers. UTF-8, no white space, keys
in order, strings as they are (no Unicode normalisation: the record keeps what was written, byte for byte), whole
numbers up to 2**53 - 1, which every JSON reader holds exactly. Money and other decimals are strings. Keys keep to the
basic multilingual plane, where the order of code points and that of UTF-16, which JCS wants, are the same.

**A commitment** is SHA-256(salt || canonical JSON of the value) with 32 random bytes of salt for every value. In a leaf
it stands in the value's place as ``{"sealed": "<base64>"}``. Whoever holds value and salt can show that they belong;
whoever holds neither can learn nothing from it, not even by trying all values. Erasing means forgetting both.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from hmac import compare_digest
from typing import Any, NoReturn, TypeAlias

from mulberry.errors import Invalid
from mulberry.law.text import t

#: A value as JSON reads it: null, true and false, whole numbers, strings, lists, and mappings with string keys.
Json: TypeAlias = Any

SALT_SIZE = 32
MAX_INTEGER = 2**53 - 1
MAX_DEPTH = 64
SEALED = "sealed"


def canonical(value: object) -> bytes:
    """The one way to write a value as bytes. What has no exact form is refused, its place named as a JSON pointer."""
    _check(value, "", 0)
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=dict).encode()


def _refuse(at: str, zh: str, en: str) -> NoReturn:
    field = at or "/"
    raise Invalid(field, t(f"{field}：{zh}。", f"{field}: {en}."))


def pointer(at: str, key: object) -> str:
    """One step further in a JSON pointer (RFC 6901)."""
    return f"{at}/{str(key).replace('~', '~0').replace('/', '~1')}"


def _check(value: object, at: str, depth: int) -> None:
    if depth > MAX_DEPTH:
        _refuse(at, f"嵌套超过 {MAX_DEPTH} 层", f"nested more than {MAX_DEPTH} deep")
    if isinstance(value, Mapping):
        for key, item in value.items():
            _check_key(key, at)
            _check(item, pointer(at, key), depth + 1)
    elif isinstance(value, (list, tuple)):
        for index, item in enumerate(value):
            _check(item, pointer(at, index), depth + 1)
    else:
        _check_scalar(value, at)


def _check_key(key: object, at: str) -> None:
    if not isinstance(key, str) or any("\ud800" <= letter <= "\udfff" or letter > "\uffff" for letter in key):
        _refuse(at, "键须为字符串，且限于基本多文种平面", "keys must be strings of the basic multilingual plane")


def _check_scalar(value: object, at: str) -> None:
    if isinstance(value, str):
        if any("\ud800" <= letter <= "\udfff" for letter in value):
            _refuse(at, "字符串含有不成对的代理项", "the string holds a lone surrogate")
    elif isinstance(value, int):
        if abs(value) > MAX_INTEGER:
            _refuse(at, "整数过大，请写成字符串", "the number is too large; write it as a string")
    elif value is not None:
        kind = type(value).__name__
        _refuse(
            at,
            f"不能记录 {kind} 类型的值，小数与日期请写成字符串",
            f"a {kind} cannot be recorded; write it as a string",
        )


def parse_canonical(data: bytes, field: str = "leaf") -> Json:
    """Read canonical JSON; anything that is not exactly what `canonical` would write is refused."""
    try:
        value = strict_json(data)
        if canonical(value) == data:
            return value
    except Invalid:
        pass
    raise Invalid(field, t(f"{field} 不是规范的 JSON。", f"{field} is not canonical JSON."))


def strict_json(data: bytes, field: str = "json") -> Json:
    """Read JSON that says all once and exactly: no repeated keys, no floats, nothing that `canonical` refuses."""
    try:
        value = json.loads(data.decode(), object_pairs_hook=_once, parse_float=_no_float, parse_constant=_no_float)
    except (ValueError, RecursionError) as error:
        reason = error.args[0] if isinstance(error, _InexactError) else t("格式有误", "it is malformed")
        zh, en = f"{field} 不是可接受的 JSON：{reason.zh}。", f"{field} is not acceptable JSON: {reason.en}."
        raise Invalid(field, t(zh, en)) from None
    _check(value, "", 0)
    return value


class _InexactError(ValueError):
    """Carries the reason, a Text, out of the JSON reader."""


def _once(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    value = dict(pairs)
    if len(value) != len(pairs):
        raise _InexactError(t("同一个键出现两次", "a key occurs twice"))
    return value


def _no_float(_: str) -> NoReturn:
    raise _InexactError(t("含有浮点数", "it holds a floating-point number"))


@dataclass(frozen=True, slots=True)
class Opening:
    """A personal value with its salt: kept beside the record, given out with a receipt, deleted on erasure."""

    value: Json
    salt: bytes

    def __post_init__(self) -> None:
        if len(self.salt) != SALT_SIZE:
            raise Invalid("salt", t("盐值须为 32 字节随机数。", "a salt must be 32 random bytes."))

    @property
    def commitment(self) -> bytes:
        """The 32 bytes that go into the leaf."""
        return sha256(self.salt + canonical(self.value)).digest()

    @property
    def sealed(self) -> dict[str, str]:
        """What stands in the leaf in the place of the value."""
        return {SEALED: base64.b64encode(self.commitment).decode()}


def commitment_in(place: object) -> bytes | None:
    """The commitment that stands in this place of a leaf; None where something else does."""
    if not (isinstance(place, Mapping) and place.keys() == {SEALED} and isinstance(place[SEALED], str)):
        return None
    try:
        data = base64.b64decode(place[SEALED], validate=True)
    except (binascii.Error, ValueError):
        return None
    return data if len(data) == 32 and base64.b64encode(data).decode() == place[SEALED] else None


def opens(commitment: bytes, opening: Opening) -> bool:
    """Whether value and salt are what was committed to."""
    return compare_digest(commitment, opening.commitment)


def seal(personal: Mapping[str, object], salts: Mapping[str, bytes]) -> dict[str, Opening]:
    """Openings for personal fields. Every field needs a salt of its own: equal values must not look equal."""
    if salts.keys() != personal.keys() or len(set(salts.values())) != len(salts):
        raise Invalid(
            "salts", t("每个个人信息字段须各有一个不同的盐值。", "every personal field needs a salt of its own.")
        )
    return {name: Opening(value, salts[name]) for name, value in personal.items()}


def sealed_places(value: Json, at: str = "") -> Iterator[tuple[str, bytes]]:
    """Every commitment in a leaf with its JSON pointer, in the order of the canonical form."""
    commitment = commitment_in(value)
    if commitment is not None:
        yield at, commitment
    elif isinstance(value, Mapping):
        for key in sorted(value):
            yield from sealed_places(value[key], pointer(at, key))
    elif isinstance(value, (list, tuple)):
        for index, item in enumerate(value):
            yield from sealed_places(item, pointer(at, index))
