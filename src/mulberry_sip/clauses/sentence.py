"""How one sentence of the policy is written down here."""

from __future__ import annotations

from mulberry.law.text import Text, t
from mulberry.pack.clauses import Clause
from mulberry.pack.prints import kept
from mulberry_sip.clauses.fingerprints import FINGERPRINTS

KEPT = kept(FINGERPRINTS)


def sentence(id: str, zh: str, en: str, *, uncarried: Text | None = None) -> Clause:
    """One sentence in our own short words, force word kept, with the fingerprint of its official wording."""
    return Clause(id, t(zh, en), KEPT.get(id, ""), uncarried)
