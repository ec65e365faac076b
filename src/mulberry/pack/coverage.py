"""Clause by instrument, both ways: what carries each clause out, and what each instrument carries out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from mulberry.instrument import Instrument
from mulberry.pack.clauses import Clause, covers
from mulberry.pack.pack import Pack


class State(StrEnum):
    """How far a clause is carried out."""

    CARRIED = "carried"
    REASONED = "reasoned"  # nobody carries it out, and the pack says why that is right
    NOT_YET = "not_yet"  # nobody carries it out yet


@dataclass(frozen=True, slots=True)
class Line:
    """One clause and the instruments that carry it out."""

    clause: Clause
    instruments: tuple[Instrument, ...]

    @property
    def state(self) -> State:
        if self.instruments:
            return State.CARRIED
        return State.REASONED if self.clause.uncarried is not None else State.NOT_YET

    def to_json(self) -> dict[str, Any]:
        reason = self.clause.uncarried
        return {
            "clause": self.clause.id,
            **self.clause.wording.to_json(),
            "state": self.state.value,
            "instruments": [instrument.id for instrument in self.instruments],
            "reason": reason.to_json() if reason else None,
        }


def coverage(pack: Pack) -> tuple[Line, ...]:
    """Every clause of the policy in its order, with what carries it out."""
    return tuple(Line(clause, carrying(pack, clause.id)) for clause in pack.clauses.values())


def carrying(pack: Pack, clause: str) -> tuple[Instrument, ...]:
    """The instruments that carry a clause out."""
    return tuple(i for i in pack.instruments if any(covers(named, clause) for named in i.clauses))


def strays(pack: Pack) -> tuple[Instrument, ...]:
    """Instruments that name no clause of the policy: a fault of the pack."""
    return tuple(
        i for i in pack.instruments if not any(covers(named, clause) for named in i.clauses for clause in pack.clauses)
    )
