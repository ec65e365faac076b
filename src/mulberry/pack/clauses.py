"""The clauses of a policy as a pack carries them: ids and our own short wording, never the official text."""

from __future__ import annotations

from dataclasses import dataclass, field

from mulberry.law.text import Text


@dataclass(frozen=True, slots=True)
class Clause:
    """One sentence (``8.5``) or clause (``8.5.1``) of the policy, in our own short words.

    ``fingerprint`` recognises the official wording when a text is attached. ``uncarried`` says why nobody carries it
    out; it is empty where some instrument does, or where it is simply not carried out yet.
    """

    id: str
    wording: Text
    fingerprint: str = ""
    uncarried: Text | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """One of the policy's measures (or its preamble ``P``, overall requirements ``O``, closing ``C``), with its
    sentences."""

    id: str
    title: Text
    part: Text
    clauses: tuple[Clause, ...] = field(default=())


def covers(instrument_clause: str, clause: str) -> bool:
    """Whether an instrument that names one carries out the other: naming a sentence covers its clauses, and back."""
    return (
        instrument_clause == clause
        or clause.startswith(f"{instrument_clause}.")
        or instrument_clause.startswith(f"{clause}.")
    )
