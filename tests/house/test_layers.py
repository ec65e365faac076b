"""The layers as written in pyproject.toml, tried on small trees that break them."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
KINDS = ["decisions", "procedures", "registers", "accounts", "mechanisms", "indicators"]
FOLDERS = [
    *(f"mulberry/{name}" for name in ["law", "policy", "record", *KINDS, "pack", "cli"]),
    "mulberry_web",
    "mulberry_sip",
]


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for folder in ["mulberry", *FOLDERS]:
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "__init__.py").touch()
    return tmp_path


def keeps(tree: Path) -> bool:
    """Whether the tree keeps all contracts; a run that could not judge is an error."""
    code = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    command = [sys.executable, "-c", code, "--config", str(ROOT / "pyproject.toml"), "--no-cache"]
    # The tree comes before the installed packages of the same names.
    environment = {"PYTHONPATH": str(tree), "PATH": ""}
    done = subprocess.run(command, cwd=tree, env=environment, capture_output=True, text=True, check=False)
    assert "Contracts: " in done.stdout, done.stdout + done.stderr
    return done.returncode == 0


def test_imports_that_point_down_are_fine(tree: Path) -> None:
    (tree / "mulberry/cli/__init__.py").write_text("import mulberry.pack\nimport mulberry.law\n")
    (tree / "mulberry/decisions/__init__.py").write_text("import mulberry.law\nimport mulberry.accounts\n")
    (tree / "mulberry_sip/__init__.py").write_text("import mulberry.decisions\n")
    (tree / "mulberry_web/__init__.py").write_text("import mulberry.pack\nimport django\n")
    assert keeps(tree)


@pytest.mark.parametrize(
    ("importer", "imported"),
    [
        ("mulberry", "django"),
        ("mulberry/pack", "mulberry_sip"),
        ("mulberry/cli", "mulberry_web"),
        ("mulberry_web", "mulberry_sip"),
        ("mulberry_sip", "mulberry_web"),
        ("mulberry_sip", "django"),
        ("mulberry_web", "psycopg"),
        ("mulberry/law", "mulberry.policy"),
        ("mulberry/policy", "mulberry.record"),
        ("mulberry/record", "mulberry.accounts"),
        ("mulberry/accounts", "mulberry.pack"),
        ("mulberry/pack", "mulberry.cli"),
    ],
)
def test_an_import_that_points_up_or_across_is_refused(tree: Path, importer: str, imported: str) -> None:
    (tree / importer / "__init__.py").write_text(f"import {imported}\n")
    assert not keeps(tree)
