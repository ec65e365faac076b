"""Write the fingerprints of the official text: ``python -m mulberry_sip.tools.fingerprints TEXT``.

Needed once for a new wording of the policy. Only hashes are kept; the text stays where it is.
"""

from __future__ import annotations

import sys
from pathlib import Path

from mulberry.policy import read
from mulberry.policy.fingerprints import Fingerprints, fingerprints
from mulberry_sip.clauses import fingerprints as kept

HEAD = '''"""Fingerprints of the official sentences, by which an attached text is recognised.

Written by ``python -m mulberry_sip.tools.fingerprints TEXT``; the text itself is not kept.
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


def main() -> None:
    (text,) = sys.argv[1:]
    Path(kept.__file__).write_text(source(fingerprints(read(Path(text).read_bytes()))), "utf-8")


if __name__ == "__main__":
    main()
