"""The official text of the first policy, where it lies beside the project, is recognised by the installed pack."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.http import QueryDict
from django.template.loader import render_to_string
from pytest_django import Settings

from mulberry.pack.pack import library
from mulberry_web.policy.attached import Match, attach_text
from mulberry_web.policy.downloads import DOWNLOADS
from mulberry_web.policy.reading_page import ReadingPage
from mulberry_web.policy.runs import mended

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


@pytest.mark.parametrize("query", ["", "?finding=translation", "?q=基金+fund&force=support&actor=kind:finance"])
def test_the_official_text_is_read_in_both_languages(settings: Settings, tmp_path: Path, query: str) -> None:
    zh, en = FOLDER / "sip-2024-282.zh.txt", FOLDER / "sip-2024-282.en.txt"
    if not zh.exists():
        pytest.skip("the policy's official text is not in ../shared/policy")
    settings.DATA_DIR = tmp_path
    pack = next(pack for pack in library().packs if pack.id == "sip")
    made = attach_text(pack, zh.read_bytes(), en.read_bytes())
    for language in ("zh", "en"):
        page = ReadingPage(pack, QueryDict(query), language)
        told = render_to_string("policy/reader.html", {"page": page, "pack": pack, "downloads": DOWNLOADS.values()})
        assert page.sentences and told.count('class="finding ') >= (20 if not query else 1)
    shown = [one for chapter in ReadingPage(pack, QueryDict(), "zh").chapters for one in chapter.passages if one.id]
    words = {one.id: "".join(run.text for row in one.rows for run in row.runs) for one in shown}
    assert words == {id: mended(made.reading.source[slice(*one.zh)]) for id, one in made.sentences.items()}
