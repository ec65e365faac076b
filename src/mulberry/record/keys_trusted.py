"""Which keys are trusted, and for what span: this is how a log changes its key without breaking old proofs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mulberry.errors import Invalid
from mulberry.law.text import t
from mulberry.record.keys import VerifierKey


@dataclass(frozen=True, slots=True)
class TrustedKey:
    """A key one trusts, and for what: a log's key for tree sizes, a witness's key for times.

    Rotation: when a key is replaced at size n, old and new key both sign the checkpoint of size n; from then on trust
    the old one ``until`` n and the new one ``since`` n. Both ends belong to the span; ``None`` leaves it open.
    Log keys count in leaves, witness keys in POSIX seconds, because a log's own signature carries no time.
    """

    key: VerifierKey
    since: int = 0
    until: int | None = None

    def covers(self, at: int) -> bool:
        """Whether the size or time lies within the span."""
        return self.since <= at and (self.until is None or at <= self.until)

    def __str__(self) -> str:
        since = f" since={self.since}" if self.since else ""
        until = f" until={self.until}" if self.until is not None else ""
        return f"{self.key}{since}{until}"

    @classmethod
    def parse(cls, line: str, field: str = "key") -> TrustedKey:
        """Read one line of a public key file: a vkey, then ``since=N`` and ``until=N`` where they are limited."""
        text, *limits = line.split() or [""]
        span = dict(limit.partition("=")[::2] for limit in limits)
        numbers = all(value.isascii() and value.isdigit() and len(value) < 20 for value in span.values())
        if not numbers or len(span) != len(limits) or span.keys() - {"since", "until"}:
            zh, en = (
                f"{field} 的期限须写作 since=数字 与 until=数字。",
                f"the span in {field} must read since=N until=N.",
            )
            raise Invalid(field, t(zh, en))
        until = int(span["until"]) if "until" in span else None
        return cls(VerifierKey.parse(text, field), int(span.get("since", 0)), until)


def parse_trusted_keys(text: str, field: str = "keys") -> tuple[TrustedKey, ...]:
    """Read the text of a public key file: one key a line; empty lines and lines that begin with # are notes."""
    lines = enumerate((line.strip() for line in text.splitlines()), 1)
    keys = tuple(TrustedKey.parse(line, f"{field}:{at}") for at, line in lines if line and not line.startswith("#"))
    if not keys:
        raise Invalid(field, t(f"{field} 中没有公钥。", f"there is no public key in {field}."))
    return keys


def format_trusted_keys(keys: Iterable[TrustedKey]) -> str:
    """The text of a public key file."""
    return "".join(f"{key}\n" for key in keys)
