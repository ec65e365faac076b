"""The official text of the first policy, where it lies beside the project, is recognised by the installed pack."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_django import Settings

from mulberry.pack.pack import library
from mulberry_web.policy.attached import Match, attach_text

FOLDER = Path(__file__).parents[4] / "shared" / "policy"


def test_every_sentence_of_the_official_text_is_recognised(settings: Settings, tmp_path: Path) -> None:
    zh, en = FOLDER / "sip-2024-282.zh.txt", FOLDER / "sip-2024-282.en.txt"
    if not zh.exists():
        pytest.skip("the policy's official text is not in ../shared/policy")
    settings.DATA_DIR = tmp_path
    pack = next(pack for pack in library().packs if pack.id == "sip")
    made = attach_text(pack, zh.read_bytes(), en.read_bytes())
    assert {made.match(id) for id in pack.clauses} == {Match.SAME}
    assert made.added == () and all(made.en(id) for id in pack.clauses)
