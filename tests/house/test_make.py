"""The same few commands everywhere."""

import os
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TARGETS = ["help", "setup", "run", "test", "check", "bench", "docs", "lock", "clean"]


def make(*arguments: str) -> str:
    environment = {key: value for key, value in os.environ.items() if not key.startswith("MAKE")}
    done = subprocess.run(["make", *arguments], cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    return done.stdout


def test_make_alone_lists_every_target_on_one_line_and_does_nothing() -> None:
    listed = [re.fullmatch(r"  make (\w+)\s{2,}\S.*", line) for line in make().splitlines()]
    assert [found and found[1] for found in listed] == TARGETS


def test_every_script_is_named_by_the_makefile_and_can_be_run() -> None:
    named = set(re.findall(r"scripts/(\w+)", (ROOT / "Makefile").read_text()))
    there = {path.name for path in (ROOT / "scripts").iterdir() if path.is_file()}
    assert there - {"common"} == named
    assert all(os.access(ROOT / "scripts" / name, os.X_OK) for name in named)


def test_every_script_is_sound_bash_that_stops_at_errors() -> None:
    scripts = [*(ROOT / "scripts").iterdir(), ROOT / ".ci/run"]
    for script in scripts:
        subprocess.run(["bash", "-n", str(script)], check=True)
        assert script.name == "common" or re.search(r"^set -[e]?uo pipefail$", script.read_text(), re.MULTILINE), script


def test_ci_runs_the_same_commands_as_people_do() -> None:
    assert re.findall(r"^make (\w+)", (ROOT / ".ci/run").read_text(), re.MULTILINE) == ["check", "test"]
