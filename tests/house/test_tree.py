"""What holds for every file of the project."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# A folder of one person's machine, or the address of a package registry.
LOCAL = re.compile(
    rb"(?<![\w.<>])/(home|root|Users|opt|work)/\w|//(files\.pythonhosted|(test\.)?pypi)\.org/(simple|packages)"
)


def tracked() -> list[Path]:
    if not (ROOT / ".git").exists():
        pytest.skip("this is not a git checkout, so the project's own files cannot be told from others")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout.decode()
    return [path for name in listed.split("\0") if name and (path := ROOT / name).is_file()]


def test_every_folder_of_the_packages_is_a_package() -> None:
    folders = {path.parent for path in (ROOT / "src").rglob("*.py")}
    assert sorted(str(folder) for folder in folders if not (folder / "__init__.py").is_file()) == []


def test_no_file_says_on_which_machine_it_was_made() -> None:
    this = Path(__file__)
    assert [str(path) for path in tracked() if path != this and LOCAL.search(path.read_bytes())] == []


def test_nothing_that_is_made_is_kept() -> None:
    made = re.compile(r"(^|/)(__pycache__|\.venv|\.mypy_cache|node_modules|var)/|\.(pyc|sqlite3|parquet|duckdb)$")
    assert [name for path in tracked() if made.search(name := path.relative_to(ROOT).as_posix())] == []


def test_no_file_is_large() -> None:
    assert [str(path) for path in tracked() if path.stat().st_size > 600_000] == []
