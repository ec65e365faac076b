"""A folded state as JSON and back, by the types its dataclass declares: a step need not read the whole history.

Nothing is executed on reading, and a field that has its default is left out. ``shape`` fingerprints the declared types:
a snapshot of another shape is not read but folded anew from the events, so that a state may change between releases.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from hashlib import sha256
from types import NoneType, UnionType
from typing import Any, NamedTuple, Union, get_args, get_origin, get_type_hints

from mulberry.law.month import Month


class Unstorable(Exception):
    """The state has no form here. It is then folded from its events every time: slower, never wrong."""


class Codec(NamedTuple):
    """How values of one declared type are written and read, and the name under which that enters the shape."""

    write: Callable[[Any], Any]
    read: Callable[[Any], Any]
    shape: str


class Snapshot(NamedTuple):
    """A state as it is stored; ``text`` is empty where it cannot be."""

    shape: str
    text: str


def take(state: Any, *, rests: bool = False) -> Snapshot:
    """The snapshot of a state; none of one that rests for ever, which is folded anew should it be touched again."""
    if rests:
        return Snapshot("", "")
    try:
        told = codec_of(type(state)).write(state)
        text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
        return Snapshot(fingerprint(type(state)), text)
    except (Unstorable, TypeError, AttributeError, RecursionError):  # not of the types that it declares
        return Snapshot("", "")


def restore(snapshot: Snapshot, like: Any) -> Any:
    """The state in a snapshot, of the type of ``like``; ``Unstorable`` where it has another shape."""
    if not snapshot.text or snapshot.shape != fingerprint(type(like)):
        raise Unstorable
    try:
        return codec_of(type(like)).read(json.loads(snapshot.text))
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        raise Unstorable from error


def fingerprint(kind: type) -> str:
    """Sixteen letters that change whenever the declared types do."""
    if kind not in _FINGERPRINTS:
        _FINGERPRINTS[kind] = sha256(codec_of(kind).shape.encode()).hexdigest()[:16]
    return _FINGERPRINTS[kind]


def codec_of(hint: Any) -> Codec:
    """The codec of a declared type."""
    if hint not in _CODECS:
        _CODECS[hint] = _made(hint)
    return _CODECS[hint]


def _made(hint: Any) -> Codec:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return _union(arguments)
    if origin is not None and isinstance(origin, type):
        return _container(origin, arguments)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return Codec(lambda value: value.value, hint, hint.__qualname__)
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return _dataclass(hint)
    return DYNAMIC


def _itself(value: Any) -> Any:
    return value


def _union(members: tuple[Any, ...]) -> Codec:
    others = [member for member in members if member is not NoneType]
    if len(others) != 1:
        return DYNAMIC
    inner = codec_of(others[0])
    write, read = inner.write, inner.read
    if write is _itself and read is _itself:
        return inner._replace(shape=f"{inner.shape}?")
    return Codec(
        lambda value: None if value is None else write(value),
        lambda value: None if value is None else read(value),
        f"{inner.shape}?",
    )


def _container(origin: type, arguments: tuple[Any, ...]) -> Codec:
    if issubclass(origin, Mapping):
        return _mapping(*arguments)
    if issubclass(origin, tuple):
        if len(arguments) == 2 and arguments[1] is Ellipsis:
            return _items(tuple, arguments[0])
        return _places(tuple(codec_of(argument) for argument in arguments))
    if issubclass(origin, AbstractSet):
        return _items(frozenset, arguments[0])
    if issubclass(origin, Sequence):
        return _items(tuple if origin is Sequence else origin, arguments[0])
    return DYNAMIC


def _items(made: Any, hint: Any) -> Codec:
    write, read, shape = codec_of(hint)
    if made is frozenset:
        return Codec(
            lambda value: sorted(map(write, value), key=_text), lambda value: made(map(read, value)), f"{{{shape}}}"
        )
    return Codec(lambda value: [write(item) for item in value], lambda value: made(map(read, value)), f"[{shape}]")


def _places(codecs: tuple[Codec, ...]) -> Codec:
    return Codec(
        lambda value: [codec.write(item) for codec, item in zip(codecs, value, strict=True)],
        lambda value: tuple(codec.read(item) for codec, item in zip(codecs, value, strict=True)),
        f"({','.join(codec.shape for codec in codecs)})",
    )


def _mapping(key: Any, item: Any) -> Codec:
    write, read, shape = codec_of(item)
    if key is str:
        return Codec(
            lambda value: {name: write(held) for name, held in value.items()},
            lambda value: {name: read(held) for name, held in value.items()},
            f"<{shape}>",
        )
    keys = codec_of(key)
    return Codec(
        lambda value: [[keys.write(name), write(held)] for name, held in value.items()],
        lambda value: {keys.read(name): read(held) for name, held in value},
        f"<{keys.shape}:{shape}>",
    )


def _dataclass(kind: Any) -> Codec:
    try:
        hints = get_type_hints(kind)
    except NameError as error:  # a type imported for the checker alone
        raise Unstorable from error
    declared = [field for field in dataclasses.fields(kind) if field.init]
    fields = [(field.name, codec_of(hints[field.name]), _default(field)) for field in declared]

    def write(value: Any) -> dict[str, Any]:
        if type(value) is not kind:
            raise Unstorable
        told = {}
        for name, codec, default in fields:
            held = getattr(value, name)
            if held != default or type(held) is not type(default):
                told[name] = codec.write(held)
        return told

    readers = {name: codec.read for name, codec, _ in fields}

    def read(told: Mapping[str, Any]) -> Any:
        return kind(**{name: readers[name](held) for name, held in told.items()})

    shape = ",".join(f"{name}:{codec.shape}{_told_default(codec, default)}" for name, codec, default in fields)
    return Codec(write, read, f"{kind.__qualname__}({shape})")


_NO_DEFAULT = object


def _told_default(codec: Codec, default: Any) -> str:
    return "" if default is _NO_DEFAULT else f"={_text(codec.write(default))}"


def _default(field: dataclasses.Field[Any]) -> Any:
    if field.default is not dataclasses.MISSING:
        return field.default
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return _NO_DEFAULT


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


_TAGGED: tuple[tuple[type, str, Callable[[Any], Any], Callable[[Any], Any]], ...] = (
    (datetime, "~time", datetime.isoformat, datetime.fromisoformat),
    (date, "~day", date.isoformat, date.fromisoformat),
    (Decimal, "~decimal", str, Decimal),
    (Month, "~month", str, Month.parse),
    (tuple, "~tuple", lambda value: [_write(item) for item in value], lambda value: tuple(map(_read, value))),
    (
        frozenset,
        "~set",
        lambda value: sorted(map(_write, value), key=_text),
        lambda value: frozenset(map(_read, value)),
    ),
)


def _write(value: Any) -> Any:
    """A value of no declared type: JSON as it is, a few others with a tag."""
    if value is None or (isinstance(value, str | int) and not isinstance(value, Enum)):
        return value
    if isinstance(value, list):
        return [_write(item) for item in value]
    if isinstance(value, Mapping):
        if not all(isinstance(key, str) and not key.startswith("~") for key in value):
            raise Unstorable
        return {key: _write(item) for key, item in value.items()}
    for kind, tag, write, _ in _TAGGED:
        if isinstance(value, kind):
            return {tag: write(value)}
    raise Unstorable


_READ_TAGGED = {tag: read for _, tag, _, read in _TAGGED}


def _read(value: Any) -> Any:
    if isinstance(value, list):
        return [_read(item) for item in value]
    if not isinstance(value, dict):
        return value
    if len(value) == 1 and (read := _READ_TAGGED.get(next(iter(value)))):
        return read(next(iter(value.values())))
    return {key: _read(item) for key, item in value.items()}


DYNAMIC = Codec(_write, _read, "any")
_FINGERPRINTS: dict[type, str] = {}
_CODECS: dict[Any, Codec] = {
    str: Codec(_itself, _itself, "str"),
    int: Codec(_itself, _itself, "int"),
    bool: Codec(_itself, _itself, "bool"),
    NoneType: Codec(_itself, _itself, "none"),
    datetime: Codec(datetime.isoformat, datetime.fromisoformat, "time"),
    date: Codec(date.isoformat, date.fromisoformat, "day"),
    Decimal: Codec(str, Decimal, "decimal"),
    Month: Codec(str, Month.parse, "month"),
}
