"""Enterprise / 企业: facts that more than one system reads."""

from __future__ import annotations

from mulberry.decisions.facts import Subject


class Enterprise(Subject, kind="enterprise"):
    """A legal person that does business in the park."""
