"""The desk's own settings with a data folder that is thrown away: no test touches a desk's data."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile

if "MULBERRY_DATA" not in os.environ:
    os.environ["MULBERRY_DATA"] = tempfile.mkdtemp(prefix="mulberry-test-")
    atexit.register(shutil.rmtree, os.environ["MULBERRY_DATA"], ignore_errors=True)

from mulberry_web.settings import *  # noqa: F403
