"""What the desk does for ``mulberry policy attach``: open cases, and the text that its reader shows."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from mulberry.cli import main
from mulberry.errors import Invalid
from mulberry.pack.pack import Library
from mulberry.record.events import Actor, Command
from mulberry_web.page.now import local_now
from mulberry_web.policy import keeping
from mulberry_web.record import door
from tests.web.small.pack import OFFICIAL, TEXT, pack
from tests.web.small.people import Desk

CHANGED = TEXT.replace("鼓励企业养蚕。", "鼓励企业养蚕种桑。")


@pytest.fixture
def here(desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Desk:
    """The desk of the small pack, as the command finds it."""
    monkeypatch.setattr("mulberry.pack.pack.library", lambda: Library((pack,)))
    monkeypatch.setattr(keeping, "_file", lambda: None)
    return desk


def apply(desk: Desk, key: str) -> None:
    fields = {"id": key, "cocoons": 3}
    door.execute(
        desk.owner, Command("silk-grant-case", "submit", fields, Actor("applicant"), local_now()), owner=desk.firm
    )


def attach(capsys: pytest.CaptureFixture[str], file: Path, *more: str) -> tuple[int, dict[str, Any]]:
    with pytest.raises(SystemExit) as left:
        main(["policy", "attach", str(file), "--json", *more])
    return int(left.value.code or 0), json.loads(capsys.readouterr().out)


def test_the_open_cases_of_the_changed_sentence_are_named_and_closed_ones_are_not(
    here: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    apply(here, "A1")
    apply(here, "A2")
    decided = Command("silk-grant-case", "decide", {"id": "A2", "outcome": "granted"}, Actor("officer"), local_now())
    door.execute(here.officer, decided)
    (tmp_path / "silk.txt").write_text(CHANGED)
    code, told = attach(capsys, tmp_path / "silk.txt")
    assert code == 1 and told["changes"][0]["id"] == "1.1"
    assert [one["case"] for one in told["touched"]["cases"]] == ["A1"]
    assert told["store"] == {"found": True, "kept": False, "why": None}


def test_with_store_the_reader_shows_the_official_wording(
    here: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "silk.txt").write_text(TEXT)
    _, told = attach(capsys, tmp_path / "silk.txt", "--store")
    page = Client(HTTP_ACCEPT_LANGUAGE="zh-CN").get("/policy/silk/").content.decode()
    assert told["store"]["kept"] is True and OFFICIAL[0] in re.sub(r"<[^>]*>", "", page)
    _, again = attach(capsys, tmp_path / "silk.txt")
    assert keeping.desk.text(pack) == (TEXT.encode(), None) and again["unchanged"]


def test_a_pack_that_this_desk_does_not_run_is_not_kept(here: Desk) -> None:
    from dataclasses import replace

    with pytest.raises(Invalid) as error:
        keeping.desk.keep(replace(pack, id="tea"), TEXT.encode(), None)
    assert error.value.field == "store"


def test_looking_for_a_desk_makes_none(tmp_path: Path) -> None:
    (tmp_path / "silk.txt").write_text(TEXT)
    code = "from mulberry_web.policy.keeping import desk; print(desk.missing().en)"
    clean = {
        name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "DJANGO_SETTINGS_MODULE"}
    }
    ran = subprocess.run(
        [sys.executable, "-c", code],
        env=clean | {"MULBERRY_DATA": str(tmp_path / "none")},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "There is no database of a desk here" in ran.stdout and not (tmp_path / "none").exists()
