"""The parts that a register is declared from, beside the states and moves it shares with procedures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from mulberry.law.basis import Basis
from mulberry.law.text import Text
from mulberry.record.lifecycle import Move, Named, State


@dataclass(frozen=True, slots=True, kw_only=True)
class Change(Move):
    """One command of a register: ``enter``, ``amend``, ``move``, or a more exact word.

    ``attaches`` adds what is given to the entry's papers instead of to its fields.
    """

    attaches: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Lapse(Named):
    """What happens to an entry by itself when the day in one of its fields has passed."""

    title: Text
    basis: Basis
    field: str
    from_: tuple[State, ...]
    to: State
    name: str = ""


@dataclass(frozen=True, slots=True)
class Figure(Named):
    """Something about an entry that is computed rather than recorded."""

    title: Text
    tell: Callable[[Any], Any]
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class View(Named):
    """A further view of an entry. ``shows`` names the fields that its readers may see; ``None`` is all but personal."""

    title: Text
    shows: tuple[str, ...] | None = None
    name: str = ""
