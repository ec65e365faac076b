"""How one sentence of the policy is written down here."""

from __future__ import annotations

from mulberry.law.text import Text, t
from mulberry.pack.clauses import Clause
from mulberry.policy.fingerprints import Fingerprints, Print
from mulberry_sip.clauses.fingerprints import FINGERPRINTS, TITLE


def sentence(id: str, zh: str, en: str, *, uncarried: Text | None = None) -> Clause:
    """One sentence in our own short words, force word kept, with the fingerprint of its official wording."""
    return Clause(id, t(zh, en), FINGERPRINTS.get(id, ""), uncarried)


def official() -> Fingerprints:
    """The fingerprints of the official text, to compare an attached one with."""
    prints = (Print(id, *kept.split("-")) for id, kept in FINGERPRINTS.items())
    return Fingerprints(TITLE, tuple(prints), ())
