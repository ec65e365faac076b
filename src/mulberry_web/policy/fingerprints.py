"""By what a sentence of an attached text is recognised."""

from __future__ import annotations

from importlib import import_module


def fingerprint(text: str) -> str:
    """The engine's fingerprint of a sentence."""
    made: str = import_module("mulberry.policy.fingerprints").fingerprint(text)
    return made
