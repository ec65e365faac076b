"""What a test does when the machine lacks what it needs."""

from __future__ import annotations

import os
from typing import NoReturn

import pytest


def absent(reason: str) -> NoReturn:
    """Skip with the reason; under ``make test``, which installs everything, fail with it."""
    if os.environ.get("MULBERRY_TEST_ALL"):
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)
