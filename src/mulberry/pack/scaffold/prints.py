"""The module of a pack that holds its fingerprints."""

from __future__ import annotations

from mulberry.pack.prints import Table

_HEAD = '''"""Fingerprints of the official sentences and clauses, by which an attached text is recognised.

Written by ``mulberry policy fingerprints TEXT -o THIS_FILE``; the text itself is not kept.
"""

from __future__ import annotations

from collections.abc import Mapping

FINGERPRINTS: Mapping[str, str] = {
'''
_TAIL = '''}
"""By sentence and clause: a hash of its words, and a sketch that is near for near wordings."""
'''


def module(rows: Table) -> str:
    """The data module for a table of fingerprints."""
    return _HEAD + "".join(f'    "{id}": "{value}",\n' for id, value in rows.items()) + _TAIL
