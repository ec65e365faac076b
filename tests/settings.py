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

# A name of its own, which workers side by side can tell apart: Django knows only its own engine's form in memory.
if "TEST" not in DATABASES["default"] and "sqlite" in DATABASES["default"]["ENGINE"]:  # noqa: F405
    DATABASES["default"]["TEST"] = {"NAME": os.path.join(os.environ["MULBERRY_DATA"], "test.sqlite3")}  # noqa: F405, PTH118
