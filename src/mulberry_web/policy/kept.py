"""The attached text of a pack as it was read: once for every content of its files, whoever asks."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256

from mulberry.pack.pack import Pack
from mulberry_web.policy.attached import Attached, attached, folder

Digests = tuple[tuple[str, str], ...]


class _Named:
    """A pack as a key: the same while it is the same object."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack

    def __hash__(self) -> int:
        return id(self.pack)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Named) and self.pack is other.pack


def digests(pack: Pack) -> Digests:
    """The SHA-256 of every file that is attached, by name; empty where none is."""
    place = folder(pack)
    files = sorted(file for file in place.glob("*") if file.is_file() and file.suffix != ".new")
    return tuple((str(file), sha256(file.read_bytes()).hexdigest()) for file in files)


def text_of(pack: Pack) -> Attached | None:
    """The attached text, recognised. Reading and comparing take a good part of a second: never once per request."""
    held = digests(pack)
    return _text(_Named(pack), held) if held else None


@lru_cache(maxsize=8)
def _text(named: _Named, _held: Digests) -> Attached | None:
    return attached(named.pack)
