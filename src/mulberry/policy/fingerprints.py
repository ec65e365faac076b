"""Fingerprints of sentences and clauses: what a pack keeps instead of the text, and by which an attached text is
recognised.

A fingerprint is a hash of the normalised words (spaces, width and stray marks do not count) and a 64-bit sketch of
its character pairs,
near for near texts, so that a changed sentence can be told from a new one without keeping its words.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from mulberry.errors import Invalid
from mulberry.law.text import t
from mulberry.policy.model import Reading

_MALFORMED = t(
    "指纹清单的格式不对，请用本系统导出的清单。",
    "The list of fingerprints is malformed; please use one exported by this system.",
)


@dataclass(frozen=True, slots=True)
class Print:
    """The fingerprint of one sentence or clause: its id, the hash of its words, their sketch (both hexadecimal)."""

    id: str
    hash: str
    sketch: str


@dataclass(frozen=True, slots=True)
class Fingerprints:
    """The fingerprints of a document: its title's hash, its sentences and their clauses in order."""

    title: str
    sentences: tuple[Print, ...]
    clauses: tuple[Print, ...]

    def to_json(self) -> dict[str, object]:
        return {
            "title": self.title,
            "sentences": [[p.id, p.hash, p.sketch] for p in self.sentences],
            "clauses": [[p.id, p.hash, p.sketch] for p in self.clauses],
        }

    @classmethod
    def from_json(cls, data: Mapping[str, object]) -> Fingerprints:
        """Back from ``to_json``; ``Invalid`` where it is something else."""
        try:
            return cls(str(data["title"]), _prints(data["sentences"]), _prints(data["clauses"]))
        except (KeyError, TypeError, ValueError) as error:
            raise Invalid("fingerprints", _MALFORMED) from error


def _prints(rows: object) -> tuple[Print, ...]:
    if not isinstance(rows, list):
        raise TypeError(rows)
    return tuple(Print(str(id), f"{int(words, 16):016x}", f"{int(near, 16):016x}") for id, words, near in rows)


def normalised(text: str) -> str:
    """The words alone: one width, no spaces, no invisible marks."""
    wide = unicodedata.normalize("NFKC", text).casefold()
    return "".join(c for c in wide if not c.isspace() and unicodedata.category(c) != "Cf")


def digest(text: str) -> str:
    """The first 16 hexadecimal digits of the SHA-256 of the normalised words."""
    return hashlib.sha256(normalised(text).encode()).hexdigest()[:16]


def sketch(text: str) -> str:
    """A 64-bit simhash of the character pairs, in hexadecimal: near texts differ in few bits."""
    words = normalised(text)
    votes = [0] * 64
    for i in range(max(1, len(words) - 1)):
        bits = int.from_bytes(hashlib.blake2b(words[i : i + 2].encode(), digest_size=8).digest(), "big")
        for k in range(64):
            votes[k] += 1 if bits >> k & 1 else -1
    return f"{sum(1 << k for k, vote in enumerate(votes) if vote > 0):016x}"


def distance(a: Print, b: Print) -> int:
    """In how many of 64 bits two sketches differ; about 32 for unrelated texts."""
    return (int(a.sketch, 16) ^ int(b.sketch, 16)).bit_count()


def fingerprints(reading: Reading) -> Fingerprints:
    """The fingerprints of a reading."""
    sentences = tuple(Print(s.id, digest(s.text), sketch(s.text)) for s in reading.sentences)
    clauses = tuple(Print(c.id, digest(c.text), sketch(c.text)) for s in reading.sentences for c in s.clauses)
    return Fingerprints(digest(reading.header.title), sentences, clauses)
