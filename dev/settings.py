"""The desk's own settings for the type checker, which starts Django to learn the models.

Its data folder lies in the checker's cache: mypy ends without clearing up, so a temporary folder would stay behind.
"""

from __future__ import annotations

import os
from pathlib import Path

os.environ.setdefault("MULBERRY_DATA", str(Path(__file__).parents[1] / ".mypy_cache" / "desk"))

from mulberry_web.settings import *  # noqa: F403
