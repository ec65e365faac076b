"""Somebody who uses the desk as people do: by the words on the page, in one of its two languages."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, FilePayload, Page, expect

from tests.browser.desk import Served
from tests.support.accessibility import accessibility_findings


@dataclass
class Walker:
    """One person's browser. ``say`` picks the words; every page that is reached is examined once."""

    desk: Served
    page: Page
    english: bool
    script: bool
    examined: set[str] = field(default_factory=set)
    findings: list[str] = field(default_factory=list)

    def say(self, zh: str, en: str) -> str:
        return en if self.english else zh

    def open(self, path: str) -> None:
        response = self.page.goto(f"{self.desk.address}{path}")
        assert response is not None and response.status == 200, (path, response and response.status)
        self.examine()

    def press(self, zh: str, en: str) -> None:
        """Press a button by its words, and look at what comes."""
        self.page.get_by_role("button", name=self.say(zh, en), exact=True).first.click()
        self.page.wait_for_load_state()
        self.examine()

    def follow(self, zh: str, en: str, within: str = "main") -> None:
        """Follow a link by its words."""
        self.page.locator(within).get_by_role("link", name=self.say(zh, en)).first.click()
        self.page.wait_for_load_state()
        self.examine()

    def fill(self, zh: str, en: str, value: str) -> None:
        self.page.get_by_label(self.say(zh, en)).first.fill(value)

    def choose(self, zh: str, en: str) -> None:
        self.page.get_by_label(self.say(zh, en), exact=True).check()

    def attach(self, name: str) -> None:
        file: FilePayload = {"name": name, "mimeType": "application/pdf", "buffer": b"%PDF-1.4 invented"}
        self.page.locator("input[type=file]").set_input_files(files=[file])

    def sees(self, zh: str, en: str) -> None:
        expect(self.page.locator("main")).to_contain_text(self.say(zh, en))

    def examine(self) -> None:
        """The page's language, what axe finds on it, and whether it fits the screen; each kind of page once."""
        expect(self.page.locator("html")).to_have_attribute("lang", "en" if self.english else "zh-Hans")
        kind = re.sub(r"20\d\d-[0-9A-Z]{4}-[0-9A-Z]{4}|\d+", "N", self.page.url)
        if not self.script or kind in self.examined:
            return
        self.examined.add(kind)
        self.findings += [f"{self.page.url}: {finding}" for finding in accessibility_findings(self.page)]
        width = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if width > 0:
            self.findings.append(f"{self.page.url}: scrolls sideways by {width}px")


def arrive(
    desk: Served,
    browser: Browser,
    *,
    english: bool,
    script: bool = True,
    width: int = 1280,
    dark: bool = False,
) -> Walker:
    """Somebody comes to the desk, and chooses the language in the header."""
    context = browser.new_context(
        locale="zh-CN",
        timezone_id="Asia/Shanghai",
        java_script_enabled=script,
        viewport={"width": width, "height": 900},
        color_scheme="dark" if dark else "light",
    )
    context.set_default_timeout(30_000)
    walker = Walker(desk, context.new_page(), english=False, script=script)
    walker.open("/sign-in")
    if english:
        walker.english = True
        walker.page.get_by_role("button", name="English").click()
        walker.examine()
    return walker


def enter(desk: Served, browser: Browser, username: str, **how: Any) -> Walker:
    """Somebody signs in to the park, by the button that bears the name."""
    walker = arrive(desk, browser, **how)
    guests = json.loads((desk.folder / "demonstration.json").read_text())["guests"]
    names = {guest["username"]: (guest["zh"], guest["en"]) for guest in guests}
    walker.page.locator("main").get_by_role("button", name=walker.say(*names[username])).click()
    walker.page.wait_for_load_state()
    walker.examine()
    return walker
