"""What a changed sentence or clause touches: instruments that carry it out, and the parameters these rest on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from mulberry.instrument import Instrument
from mulberry.law.basis import Basis
from mulberry.law.parameters import Parameter
from mulberry.law.text import Text
from mulberry.pack.clauses import covers
from mulberry.pack.pack import Pack
from mulberry.policy.numerals import chinese_number

_BRACKETED = re.compile(r"[（(第]?([一二三四五六七八九十百]+)[）)条]?")


@dataclass(frozen=True)
class Touched:
    """Instruments and parameters to look at again. ``taken`` are the keys of those whose value the policy itself
    gives."""

    instruments: tuple[Instrument, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    taken: frozenset[str] = field(default_factory=frozenset)

    def to_json(self) -> dict[str, Any]:
        return {
            "instruments": [{"id": i.id, "kind": i.kind.value, **i.title.to_json()} for i in self.instruments],
            "parameters": [
                {"key": p.key, "taken_from_policy": p.key in self.taken, **p.title.to_json()} for p in self.parameters
            ],
        }


@dataclass(frozen=True, slots=True)
class OpenCase:
    """A case that has not ended, as far as an operator needs to find it."""

    instrument: str
    key: str
    state: str
    due: date | None = None

    def to_json(self) -> dict[str, Any]:
        return {"instrument": self.instrument, "case": self.key, "state": self.state, "due": self.due}


@dataclass(frozen=True, slots=True)
class Held:
    """How many entries or accounts there are of a register or account."""

    instrument: str
    count: int

    def to_json(self) -> dict[str, Any]:
        return {"instrument": self.instrument, "count": self.count}


class Store(Protocol):
    """Who keeps the texts, cases, entries and accounts: the desk, found by the entry point ``mulberry.attached``.

    ``missing`` says why there is nothing kept here; ``None`` where there is a store. It must make nothing.
    """

    def missing(self) -> Text | None: ...
    def open_cases(self, instruments: Sequence[str]) -> tuple[OpenCase, ...]: ...
    def held(self, instruments: Sequence[str]) -> tuple[Held, ...]: ...
    def text(self, pack: Pack) -> tuple[bytes, bytes | None] | None: ...
    def keep(self, pack: Pack, zh: bytes, en: bytes | None) -> None: ...


def touched(pack: Pack, ids: Iterable[str]) -> Touched:
    """What rests on any of these sentences or clauses."""
    changed = tuple(ids)
    taken = {key for key, p in pack.parameters.items() if any(_rests_on(b, pack, changed) for b in p.bases)}
    instruments = tuple(
        one
        for one in pack.instruments
        if any(covers(named, id) for named in one.clauses for id in changed)
        or any(p.key in taken for p in one.parameters)
    )
    parameters: Mapping[str, Parameter] = {p.key: p for one in instruments for p in one.parameters}
    return Touched(instruments, tuple(parameters.values()), frozenset(taken))


def _rests_on(basis: Basis, pack: Pack, changed: Sequence[str]) -> bool:
    """Whether a basis is the policy itself at a place that has changed; cited as a whole, it says nothing of where."""
    if not pack.number or basis.law.number != pack.number or not basis.article:
        return False
    return any(covers(_place(basis.article), id) for id in changed)


def _place(article: str) -> str:
    """An article as the ids write it: 8, 8.5, （八） and 第八条 alike."""
    found = _BRACKETED.fullmatch(article.strip())
    number = chinese_number(found[1]) if found else None
    return str(number) if number is not None else article.strip()
