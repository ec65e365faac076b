"""The same tests of the doors once more, on the production database."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
TESTS = ("door", "rights", "check", "append_only", "erasure", "upkeep", "outbox", "public", "calendar")


@pytest.mark.postgres
def test_the_doors_hold_on_postgresql(postgres_database: str, tmp_path: Path) -> None:
    files = [str(HERE / f"test_{name}.py") for name in TESTS]
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *files]
    environment = {**os.environ, "DATABASE_URL": postgres_database, "MULBERRY_DATA": str(tmp_path)}
    done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
