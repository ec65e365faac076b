"""Fingerprints of the official sentences, by which an attached text is recognised.

Written by ``python -m mulberry_sip.tools.fingerprints TEXT``; the text itself is not kept.
"""

from __future__ import annotations

from collections.abc import Mapping

FINGERPRINTS: Mapping[str, str] = {}
