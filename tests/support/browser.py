"""Fixtures for tests that drive a real browser: Debian's Chromium, never one that is downloaded."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.support.absent import absent

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # The desk fetches nothing from elsewhere: every name but this machine's own is unknown to the browser.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for the session, with a fresh profile that is thrown away."""
    program = os.environ.get("MULBERRY_CHROMIUM", CHROMIUM)
    if not Path(program).is_file() or shutil.which(program) is None:
        absent(f"Chromium is not at {program}: `make test` installs it, or `apt-get install chromium`.")
    # Playwright's synchronous interface keeps an event loop in this thread, so Django would take the test for async.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """One person's browser: no cookies, Chinese first. A second person is ``chromium.new_context()``."""
    person = chromium.new_context(locale="zh-CN", timezone_id="Asia/Shanghai")
    person.set_default_timeout(30_000)
    yield person
    person.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page of that person; an error in the page's own script fails the test."""
    opened = context.new_page()
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    yield opened
    assert errors == [], "the page's script failed"
