"""The parts that an account is declared from, beside those it shares with procedures and registers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from mulberry.accounts.book import Posting
from mulberry.law.text import Text
from mulberry.record.lifecycle import Move, Named

Posts = Callable[[Any], Sequence[Posting]]


def nothing(_scene: Any) -> Sequence[Posting]:
    """A command that moves no quantity."""
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Move):
    """One command of an account. ``posts`` are the quantities it moves; what is given belongs to the lot it posts, if
    it posts one, and otherwise to the account."""

    posts: Posts = nothing


@dataclass(frozen=True, slots=True)
class Figure(Named):
    """A figure of the account: a balance, or what follows from balances."""

    title: Text
    tell: Callable[[Any], Any]
    name: str = ""
