"""What is installed is exact, hashed, and says nothing of where it was locked."""

import re
import tomllib
from importlib.metadata import distribution, distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ["requirements.lock", "requirements-postgresql.lock", "requirements-dev.lock"]
PIN = re.compile(r"(?P<name>[a-z0-9][a-z0-9-]*)==(?P<version>[0-9A-Za-z.+!-]+)(?P<marker> ; .+?)? \\")
HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}( \\)?")
COPYLEFT = re.compile(r"\b(A|L)?GPL|General Public License", re.IGNORECASE)


def lines(lock: str) -> list[str]:
    return (ROOT / lock).read_text().splitlines()


def pins(lock: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for match in filter(None, map(PIN.fullmatch, lines(lock))):
        found.setdefault(match["name"], set()).add(match["version"])
    return found


def project() -> dict[str, list[str]]:
    """The project's direct requirements by extra; the empty name is what everyone gets."""
    table = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    return {"": table["dependencies"], **table["optional-dependencies"]}


def name(requirement: str) -> str:
    """The normalised name in a requirement such as ``PyYAML>=6.0`` or ``psycopg[binary]>=3.2``."""
    found = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert found
    return re.sub(r"[-_.]+", "-", found[0]).lower()


@pytest.mark.parametrize("lock", LOCKS)
def test_every_line_is_an_exact_version_or_a_hash(lock: str) -> None:
    assert [line for line in lines(lock) if not (PIN.fullmatch(line) or HASH.fullmatch(line))] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_no_line_names_an_address_or_a_folder(lock: str) -> None:
    assert [line for line in lines(lock) if "/" in line or "@" in line or line.startswith("-")] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_every_version_has_a_hash(lock: str) -> None:
    written = lines(lock)
    followers = [after for line, after in zip(written, [*written[1:], ""], strict=True) if PIN.fullmatch(line)]
    assert followers
    assert all(map(HASH.fullmatch, followers))


@pytest.mark.parametrize("lock", LOCKS)
def test_every_lock_names_the_versions_that_are_tested(lock: str) -> None:
    tested = pins("requirements-dev.lock")
    assert {package: tested.get(package) for package in pins(lock)} == pins(lock)


def test_the_database_driver_is_installed_only_for_who_asks() -> None:
    assert "psycopg" in pins("requirements-postgresql.lock")
    assert not any(package.startswith("psycopg") for package in pins("requirements.lock"))


def test_every_requirement_of_the_project_is_locked() -> None:
    extras = project()
    everyone = {name(text) for extra in ("", "population", "verify", "solve", "build") for text in extras[extra]}
    assert everyone <= pins("requirements.lock").keys()
    assert {name(text) for texts in extras.values() for text in texts} <= pins("requirements-dev.lock").keys()


def licence(package: str) -> str:
    """What a package says of its licence; the free field counts only while it is a name and not a whole text."""
    metadata = distribution(package).metadata
    classifiers = [text for text in metadata.get_all("Classifier", []) if text.startswith("License")]
    names = [text for text in metadata.get_all("License", []) if "\n" not in text]
    return " ".join([*metadata.get_all("License-Expression", []), *classifiers, *names])


def test_nothing_that_running_needs_is_copyleft_or_without_a_licence() -> None:
    here = {found.metadata["Name"].replace("_", "-").lower() for found in distributions()}
    said = {package: licence(package) for package in pins("requirements.lock") if package in here}
    assert len(said) > len(project()[""])
    assert {package: text for package, text in said.items() if not text or COPYLEFT.search(text)} == {}
