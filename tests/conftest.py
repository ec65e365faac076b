"""Fixtures every test may ask for; see tests/support for what each promises."""

from __future__ import annotations

import os

from hypothesis import settings

pytest_plugins = ["tests.support.postgres", "tests.support.browser"]

# No deadline: a slow machine is no wrong answer. Under `make test` results repeat from run to run.
settings.register_profile("mulberry", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "mulberry"))
