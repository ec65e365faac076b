"""The reader page with an official text: filters, search, notes, downloads, and what it costs."""

from __future__ import annotations

import io
import json
import re
from copy import deepcopy
from html import unescape
from typing import Any

import pytest
from django.test import Client
from lxml import etree
from pytest_django import Settings

from mulberry.pack.pack import Pack
from mulberry.policy.table import read_table
from mulberry_web.policy.attached import Attached, attach_text, folder
from mulberry_web.policy.attached import attached as read_attached
from tests.web.policy.texts import EN, ZH
from tests.web.small.pack import OFFICIAL, TEXT, pack

READER = "/policy/silk/"


@pytest.fixture
def attached(small: None) -> None:
    attach_text(pack, ZH.encode(), EN.encode())


def page(query: str = "", language: str = "zh-CN") -> str:
    response = Client(HTTP_ACCEPT_LANGUAGE=language).get(f"{READER}{query}")
    assert response.status_code == 200
    return response.content.decode()


def plain(html: str) -> str:
    """The words of a page, without numbers of notes."""
    return unescape(re.sub(r"<[^>]+>", "", re.sub(r"<sup>.*?</sup>", "", html)))


def sentences(html: str) -> list[str]:
    return re.findall(r'<article class="[^"]*" id="s-([^"]+)"', html)


def count(html: str) -> str:
    found = re.search(r'<p class="count" role="status">(.*?)</p>', html, re.DOTALL)
    assert found
    return plain(found.group(1))


def test_every_sentence_is_shown_whole_with_its_clauses_and_their_force(attached: None) -> None:
    told = page()
    assert all(sentence in plain(told) for sentence in OFFICIAL)
    assert "设立蚕种基地（以下简称基地），" in plain(told)
    assert 'id="c-1.2a.2"' in told and "1.2a.2" in plain(told)
    assert '<span class="head">鼓励</span>' in told and '<span class="force">鼓励</span>' in told


def test_force_is_told_in_the_language_of_the_reader(attached: None) -> None:
    assert '<span class="force">encourage</span>' in page(language="en")


def test_actor_conditions_quantities_and_short_names_are_shown_on_demand(attached: None) -> None:
    told = page(language="en")
    assert "不足15年</span> = less than 15 years" in told
    assert "在符合国土空间规划的前提下" in told and "基地＝蚕种基地" in told


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?force=encourage", ["1.1"]),
        ("?force=encourage&force=enact", ["1.1", "2.1"]),
        ("?condition=yes", ["1.2", "1.2a"]),
        ("?condition=no&force=encourage", ["1.1"]),
        ("?state=carried", ["1.1", "1.2"]),
        ("?state=reasoned", ["2.1"]),
        ("?finding=text", ["1.2a"]),
        ("?finding=translation", ["1.2a"]),
        ("?actor=-", ["1.1", "1.2", "2.1", "1.2a"]),
        ("?actor=kind:finance", []),
        ("?force=sing", []),
        ("?q=蚕种 丝绸茶叶", ["1.2a"]),
        ("?q=silkworms", ["1.1"]),
        ("?q=encouraging&state=carried", ["1.1"]),
        ("?q=2.1", ["2.1"]),
        ("?q=Which+way", ["1.2"]),
        ("?q=nowhere", []),
        ("?condition=maybe&state=7&finding=x", ["1.1", "1.2", "2.1", "2.2", "1.2a"]),
    ],
)
def test_what_is_chosen_is_shown_and_counted(attached: None, query: str, found: list[str]) -> None:
    told = page(query)
    assert sorted(sentences(told)) == sorted(found)
    if "maybe" not in query:
        assert f"符合条件：{len(found)}句，共5句" in count(told)
        assert f"<title>{len(found)}句" in told


def test_force_and_condition_are_asked_of_one_and_the_same_clause(attached: None) -> None:
    assert sentences(page("?force=support&condition=yes")) == ["1.2", "1.2a"]
    assert sentences(page("?force=encourage&condition=yes")) == []


def test_the_clause_that_was_asked_for_is_told_from_its_neighbours_in_words_too(attached: None) -> None:
    told = page("?force=explore")
    assert told.count("（符合条件）") == 1 and "其中1款" in count(told)


def test_places_that_were_looked_for_are_marked_and_counted_in_both_languages(attached: None) -> None:
    told = page("?q=grants", "en")
    assert "<mark>Grants</mark> are given" in told and "places marked" in count(told)


def test_each_thing_chosen_can_be_dropped_alone(attached: None) -> None:
    told = unescape(page("?q=企业&force=encourage&force=support&condition=yes"))
    assert "?force=encourage&force=support&condition=yes#results" in told
    assert re.search(r"\?q=[^&\"]+&force=support&condition=yes#results", told)


def test_what_was_chosen_stands_in_the_form_again(attached: None) -> None:
    told = page("?q=企业&force=encourage&state=carried&condition=no")
    assert 'value="企业"' in told and 'value="encourage" checked' in told
    assert 'value="carried" selected' in told and 'value="no" selected' in told


def test_typed_markup_is_shown_as_it_was_typed(attached: None) -> None:
    told = page("?q=<script>alert(1)</script>&actor=<b>")
    assert "<script>alert" not in told and "&lt;script&gt;" in told and "<b>" not in told.partition("<main")[2]


def test_english_that_renders_nothing_is_shown_as_such(attached: None) -> None:
    told = page()
    assert "中文没有与此对应的内容" in told and "译文中1段没有对应的中文" in count(told)
    assert "中文没有与此对应的内容" not in page("?force=encourage")


def test_repairs_are_listed_with_their_place(attached: None) -> None:
    told = page().partition('id="text-notes"')[2]
    assert "已接上下一行" in told and 'href="#s-1.2a"' in told and "⏎" in told


def test_without_a_text_search_works_and_what_needs_one_says_so(small: None) -> None:
    assert sentences(page("?q=绿色")) == ["1.2"]
    assert sentences(page("?q=firms&state=carried", "en")) == ["1.1", "1.2"]
    told = page("?force=encourage")
    assert sentences(told) == [] and "要附上官方文本后才能筛选" in told and 'name="force"' not in told


def test_a_changed_text_is_read_again_and_the_same_text_never(small: None, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def reading(pack: Pack) -> Attached | None:
        read.append(pack.id)
        return read_attached(pack)

    monkeypatch.setattr("mulberry_web.policy.kept.attached", reading)
    attach_text(pack, TEXT.encode())
    for _ in range(3):
        page()
    assert len(read) == 1
    (folder(pack) / "zh").touch()
    page()
    assert len(read) == 1
    attach_text(pack, ZH.encode(), EN.encode())
    assert "蚕种基地" in plain(page()) and len(read) == 2


@pytest.mark.parametrize("query", ["", "?q=企业&force=encourage&finding=any"])
def test_a_visitor_costs_no_query(attached: None, db: None, django_assert_num_queries: Any, query: str) -> None:
    with django_assert_num_queries(0):
        page(query)


def test_the_text_is_taken_away_as_data_as_legal_xml_and_as_a_table_of_tasks(attached: None) -> None:
    told = page()
    for form in ("json", "xml", "xlsx"):
        assert f'href="/policy/silk/text.{form}"' in told
    data = json.loads(Client().get(f"{READER}text.json").content)
    assert [one["id"] for one in data["sentences"]] == ["1.1", "1.2", "1.2a", "2.1"]
    assert etree.fromstring(Client().get(f"{READER}text.xml").content).tag.endswith("akomaNtoso")
    table = Client(HTTP_ACCEPT_LANGUAGE="en").get(f"{READER}text.xlsx")
    assert 'filename="silk.xlsx"' in table["Content-Disposition"]
    tasks = {task.clause: task for task in read_table(io.BytesIO(table.content).read())}
    assert tasks["1.1.1"].instruments == ("silk-grant", "silk-grant-case")


@pytest.mark.parametrize("address", ["text.json", "text.pdf"])
def test_where_there_is_no_such_file_it_is_not_found(small: None, address: str) -> None:
    assert Client().get(f"{READER}{address}").status_code == 404


@pytest.mark.parametrize(
    "query", ["", "?q=企业&force=encourage&condition=no", "?finding=any", "?actor=-&state=carried"]
)
def test_the_page_uses_no_name_that_there_is_not(attached: None, settings: Settings, query: str) -> None:
    templates: Any = deepcopy(settings.TEMPLATES)
    templates[0]["OPTIONS"]["string_if_invalid"] = "[[missing: %s]]"
    settings.TEMPLATES = templates
    assert "[[missing" not in page(query)


def test_files_are_only_read(attached: None) -> None:
    assert Client().post(f"{READER}text.json").status_code == 405
