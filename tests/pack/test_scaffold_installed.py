"""A new pack installed beside the first one: the commands and the desk show it at once. Nothing is downloaded."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
import sysconfig
import venv
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.policy.marked import FOLDER

DESK = """
from mulberry_web.commands import set_up
set_up()
from django.test import Client
client = Client(HTTP_ACCEPT_LANGUAGE="zh-CN", SERVER_NAME="localhost")
print(client.get("/policy/").content.decode())
print(client.get("/policy/jianghai/").content.decode())
print(client.get("/instruments/jianghai-in-force/").status_code)
"""


@dataclass(frozen=True)
class Place:
    """An environment of its own in which everything of ours is installed, and a new pack besides."""

    folder: Path
    python: Path

    def run(self, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
        env = {
            name: value for name, value in os.environ.items() if name not in {"DJANGO_SETTINGS_MODULE", "DATABASE_URL"}
        }
        env |= {"MULBERRY_DATA": str(self.folder / "var"), "MULBERRY_LANG": "en", **more}
        return subprocess.run(
            [str(self.python), *words], cwd=self.folder, env=env, capture_output=True, text=True, check=False
        )

    def mulberry(self, *words: str) -> subprocess.CompletedProcess[str]:
        return self.run("-c", "from mulberry.cli import main; main()", *words)

    def json(self, *words: str) -> Any:
        return json.loads(self.mulberry(*words, "--json").stdout)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    for needed in ("pip", "hatchling", "editables"):
        if importlib.util.find_spec(needed) is None:
            pytest.skip(f"{needed} is not installed, so that no package can be installed without downloading")
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder / "env", with_pip=False)
    made = Place(folder, folder / "env" / "bin" / "python")
    site = Path(made.run("-c", "import sysconfig; print(sysconfig.get_path('purelib'))").stdout.strip())
    (site / "outer.pth").write_text(f"import site; site.addsitedir({sysconfig.get_path('purelib')!r})\n")
    new = made.mulberry("pack", "new", "jianghai", "--policy", str(FOLDER / "notice.txt"))
    assert new.returncode == 0, new.stderr
    install = [
        "-m", "pip", "--python", str(made.python), "install", "--no-index", "--no-deps", "--no-build-isolation",
        "--quiet", "--disable-pip-version-check", "-e", "jianghai",
    ]  # fmt: skip
    done = subprocess.run([sys.executable, *install], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return made


def test_coverage_lists_the_new_policy_beside_the_first(place: Place) -> None:
    lines = place.json("coverage")["clauses"]
    states = {line["clause"]: line["state"] for line in lines if line["pack"] == "jianghai"}
    assert len(states) == 9 and states["S3.1"] == "carried" and states["1.1"] == "not_yet"
    assert any(line["pack"] == "sip" for line in lines)


def test_its_worked_cases_pass_and_its_checks_are_clean(place: Place) -> None:
    cases = place.json("test", str(place.folder / "jianghai/src/mulberry_jianghai/programme/cases.yaml"))
    assert (cases["passed"], cases["failed"]) == (5, 0)
    assert [one for one in place.json("check", "jianghai-in-force") if one["severity"] == "fault"] == []


def test_the_example_decides(place: Place) -> None:
    (place.folder / "facts.yaml").write_text("jianghai_applied_on: 2025-04-01\n")
    told = place.json("decide", "jianghai-in-force", "--facts", str(place.folder / "facts.yaml"))
    assert told["outcome"] == "in_force" and "jianghai.in_force_from" in json.dumps(told["unconfirmed"])


def test_its_own_tests_pass_and_mark_what_is_still_to_be_worded(place: Place) -> None:
    ran = place.run("-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", "jianghai", "jianghai/tests")
    assert ran.returncode == 0, ran.stdout
    assert "4 passed, 1 xfailed" in ran.stdout


def test_its_text_is_recognised_and_a_change_is_told_by_the_clause(place: Place) -> None:
    assert place.mulberry("policy", "attach", str(FOLDER / "notice.txt")).returncode == 0
    changed = (FOLDER / "notice.txt").read_text("utf-8").replace("有效期3年", "有效期5年")
    (place.folder / "new.txt").write_text(changed, "utf-8")
    told = place.json("policy", "attach", "new.txt")
    (change,) = told["changes"]
    assert told["pack"] == "jianghai" and [one["id"] for one in change["clauses"]] == ["S3.1.1"]
    assert [one["id"] for one in change["touches"]["instruments"]] == ["jianghai-in-force"]
    assert all(one["taken_from_policy"] for one in change["touches"]["parameters"])


def test_a_second_pack_of_that_id_is_refused(place: Place) -> None:
    again = place.mulberry("pack", "new", "other", "--policy", str(FOLDER / "plain.txt"), "--id", "jianghai")
    assert again.returncode == 2 and "is installed" in again.stderr and not (place.folder / "other").exists()


def test_the_desk_lists_both_policies_and_reads_the_new_one(place: Place) -> None:
    told = place.run("-c", DESK)
    assert told.returncode == 0, told.stderr
    assert 'href="/policy/sip/"' in told.stdout and 'href="/policy/jianghai/"' in told.stdout
    assert "江海市支持先进制造业发展若干措施" in told.stdout and "【待写】" in told.stdout
    assert told.stdout.rstrip().endswith("200")
