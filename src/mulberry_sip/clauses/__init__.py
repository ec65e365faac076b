"""The 75 sentences of the policy, in our own short words: what is written here never replaces the official text."""

from __future__ import annotations

from mulberry.pack.clauses import Measure
from mulberry_sip.clauses.closing import CLOSING
from mulberry_sip.clauses.governance import GOVERNANCE
from mulberry_sip.clauses.industry import INDUSTRY
from mulberry_sip.clauses.innovation import INNOVATION
from mulberry_sip.clauses.opening_up import OPENING_UP
from mulberry_sip.clauses.preamble import PREAMBLE

__all__ = ["MEASURES"]

MEASURES: tuple[Measure, ...] = (*PREAMBLE, *OPENING_UP, *INNOVATION, *INDUSTRY, *GOVERNANCE, *CLOSING)
"""In the order of the document: P, O, 1 to 14, C."""
