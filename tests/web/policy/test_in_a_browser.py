"""The reader in a real browser, with an official text: accessible, fitting, by keyboard, on paper, without script."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.support.accessibility import accessibility_findings
from tests.web.policy.texts import EN, ZH

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[3]
READER = "/policy/silk/"
ADDRESSES = (READER, f"{READER}?q=企业&force=encourage&force=support", f"{READER}?finding=any", f"{READER}?q=nowhere")
SCREENS = [("zh-CN", 1280, "light"), ("en-GB", 1280, "dark"), ("zh-CN", 390, "dark"), ("en-GB", 390, "light")]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a desk with the small pack and a text in two languages."""
    data = tmp_path_factory.mktemp("desk")
    place = data / "policy" / "silk"
    place.mkdir(parents=True)
    (place / "zh").write_text(ZH)
    (place / "en").write_text(EN)
    environment = {**os.environ, "MULBERRY_DATA": str(data)}
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    program = [sys.executable, "-m", "tests.web.small.server"]
    with subprocess.Popen(program, env=environment, cwd=ROOT, text=True, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        assert address.startswith("http://"), "the desk did not start"
        yield address
        process.terminate()


@pytest.fixture
def visitor(chromium: Browser, served: str) -> Iterator[BrowserContext]:
    """A visitor who reads Chinese."""
    context = chromium.new_context(locale="zh-CN", base_url=served, viewport={"width": 1280, "height": 900})
    yield context
    context.close()


def focused(page: Page) -> str:
    told: str = page.evaluate("document.activeElement.id")
    return told


@pytest.mark.parametrize(("language", "width", "scheme"), SCREENS)
def test_the_reader_is_accessible_and_fits_the_screen(
    chromium: Browser, served: str, language: str, width: int, scheme: str
) -> None:
    viewport = {"width": width, "height": 900}
    context = chromium.new_context(
        locale=language,
        base_url=served,
        viewport=viewport,  # type: ignore[arg-type]
        color_scheme=scheme,  # type: ignore[arg-type]
    )
    page, faults = context.new_page(), []
    page.on("console", lambda told: faults.append(told.text) if told.type == "error" else None)
    for address in ADDRESSES:
        page.goto(address)
        page.evaluate("document.querySelectorAll('main details').forEach((one) => { one.open = true; })")
        wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        faults += [*accessibility_findings(page), *([f"{address}: {wider} pixels too wide"] if wider > 0 else [])]
    context.close()
    assert faults == []


def test_j_and_k_go_from_sentence_to_sentence_while_the_focus_is_in_the_text(visitor: BrowserContext) -> None:
    page = visitor.new_page()
    page.goto(READER)
    page.keyboard.press("j")
    assert focused(page) == ""  # outside the text a letter is a letter
    page.locator("#results").focus()
    page.keyboard.press("j")
    assert focused(page) == "s-1.1"
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    assert focused(page) == "s-1.2"
    page.locator("#q").focus()
    page.keyboard.type("jk")
    expect(page.locator("#q")).to_have_value("jk")


def test_one_can_skip_to_the_search_and_to_the_text(visitor: BrowserContext) -> None:
    page = visitor.new_page()
    page.goto(READER)
    page.get_by_role("link", name="跳到政策文本").focus()
    expect(page.get_by_role("link", name="跳到政策文本")).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert focused(page) == "results"


def test_search_and_filters_work_without_javascript(chromium: Browser, served: str) -> None:
    context = chromium.new_context(locale="en-GB", base_url=served, java_script_enabled=False)
    page = context.new_page()
    page.goto(READER)
    page.get_by_label("Search", exact=True).fill("encouraging")
    page.get_by_role("button", name="Find").click()
    expect(page.locator(".count")).to_contain_text("1 of 5 sentences")
    page.get_by_role("link", name="Show everything").click()
    page.get_by_text("Filters", exact=True).click()
    page.get_by_role("checkbox", name="explore").check()
    page.get_by_label("Condition").select_option("yes")
    page.get_by_role("button", name="Apply").click()
    expect(page.locator("article.sentence")).to_have_count(1)
    expect(page.locator(".keys")).to_be_hidden()
    page.locator(".chips a").first.click()
    expect(page.locator(".count")).to_contain_text("2 of 5 sentences")
    context.close()


def test_on_paper_there_are_two_columns_with_ids_and_instruments_and_nothing_to_press(visitor: BrowserContext) -> None:
    page = visitor.new_page()
    page.goto(READER)
    page.emulate_media(media="print")
    sentence = page.locator("article.sentence").first
    chinese, english = sentence.locator(".chinese").bounding_box(), sentence.locator(".english").bounding_box()
    assert chinese and english and chinese["x"] + chinese["width"] <= english["x"] and chinese["y"] == english["y"]
    expect(sentence.locator(".cid")).to_be_visible()
    expect(sentence.locator(".tools")).to_be_visible()
    for pressed in ("#find", "nav.contents", ".more >> nth=0", ".site"):
        expect(page.locator(pressed)).to_be_hidden()
