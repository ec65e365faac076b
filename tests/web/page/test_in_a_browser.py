"""The desk's own pages in a real browser: accessible, narrow enough for a telephone, and working without JavaScript."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.support.accessibility import accessibility_findings
from tests.web.small.addresses import OWN, PUBLIC
from tests.web.small.server import PASSWORD

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a desk with the small pack."""
    environment = {**os.environ, "MULBERRY_DATA": str(tmp_path_factory.mktemp("desk"))}
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    program = [sys.executable, "-m", "tests.web.small.server"]
    with subprocess.Popen(program, env=environment, cwd=ROOT, text=True, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        assert address.startswith("http://"), "the desk did not start"
        yield address
        process.terminate()


@pytest.fixture(params=["zh-CN", "en-GB"])
def visiting(request: pytest.FixtureRequest, chromium: Browser, served: str) -> Iterator[BrowserContext]:
    """A visitor's telephone in one of the two languages."""
    person = chromium.new_context(locale=request.param, base_url=served, viewport={"width": 390, "height": 844})
    yield person
    person.close()


def sign_in(browser: BrowserContext) -> Page:
    page = browser.new_page()
    page.goto("/sign-in")
    page.locator("#id_username").fill("owner")
    page.locator("#id_password").fill(PASSWORD)
    page.locator("#main").get_by_role("button").click()
    page.locator("form[action='/sign-out']").wait_for()
    return page


def faults(page: Page, address: str) -> list[str]:
    """What is wrong with a page: for those who cannot see it, for a narrow screen, for the content policy."""
    blocked: list[str] = []
    page.on("console", lambda told: blocked.append(told.text) if "Security Policy" in told.text else None)
    page.goto(address)
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [*accessibility_findings(page), *blocked, *([f"{wider} pixels too wide"] if wider > 0 else [])]


def test_the_public_pages_have_no_faults(visiting: BrowserContext) -> None:
    page = visiting.new_page()
    assert {address: found for address in PUBLIC if (found := faults(page, address))} == {}


def test_ones_own_pages_have_no_faults(visiting: BrowserContext) -> None:
    page = sign_in(visiting)
    assert {address: found for address in OWN if (found := faults(page, address))} == {}


def test_facts_are_filled_in_and_used_without_javascript(chromium: Browser, served: str) -> None:
    plain = chromium.new_context(locale="zh-CN", base_url=served, java_script_enabled=False)
    page = sign_in(plain)
    page.get_by_role("button", name="English").click()
    page.get_by_role("link", name="What can we use").first.click()
    page.get_by_role("link", name="Silk grant").click()
    expect(page.get_by_role("heading", name="No grant")).to_be_visible()
    page.get_by_role("link", name="What can we use · Mulberry Silk").click()
    page.get_by_role("link", name="See and complete the facts").click()
    page.get_by_role("link", name="Change Staff").click()
    page.get_by_label("Staff").fill("nine")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("alert").get_by_role("link").click()
    expect(page.get_by_label("Staff")).to_have_value("nine")
    page.get_by_label("Staff").fill("1,200")
    page.get_by_label("Source").fill("annual report")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("annual report")).to_be_visible()
    page.get_by_role("link", name="See what can be used").click()
    expect(page.get_by_text("The grant is due")).to_be_visible()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("link", name="Sign in", exact=True)).to_be_visible()
    plain.close()
