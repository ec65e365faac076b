"""A policy document read: parts, measures, sentences, clauses, alignment with the English text, findings."""

from mulberry.policy.model import Clause, Finding, Reading, Sentence
from mulberry.policy.output import to_json
from mulberry.policy.read import read

__all__ = ["Clause", "Finding", "Reading", "Sentence", "read", "to_json"]
