"""The fingerprints of the official text: ``python -m mulberry_sip.tools.fingerprints < TEXT > NEW``.

Needed once for a new wording of the policy: NEW then takes the place of ``clauses/fingerprints.py``. Only hashes are
kept.
"""

from __future__ import annotations

import sys

from mulberry.policy import read
from mulberry.policy.fingerprints import Fingerprints, fingerprints

HEAD = '''"""Fingerprints of the official sentences, by which an attached text is recognised.

Written by ``python -m mulberry_sip.tools.fingerprints``; the text itself is not kept.
"""

from __future__ import annotations

from collections.abc import Mapping

TITLE = "{title}"
FINGERPRINTS: Mapping[str, str] = {{
{rows}
}}
"""By sentence: a hash of its words, and a sketch that is near for near wordings."""
'''


def source(found: Fingerprints) -> str:
    """The data module for these fingerprints."""
    rows = "\n".join(f'    "{print.id}": "{print.hash}-{print.sketch}",' for print in found.sentences)
    return HEAD.format(title=found.title, rows=rows)


if __name__ == "__main__":
    print(source(fingerprints(read(sys.stdin.buffer.read()))), end="")
