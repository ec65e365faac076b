"""Every page of the park as each kind of reader sees it, in both languages: accessible, and fitting its screen."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.desk import Served, served
from tests.browser.walker import arrive, enter

__all__ = ["served"]
pytestmark = pytest.mark.browser

PUBLIC = ("/", "/policy/sip/", "/coverage/sip/", "/instruments/", "/instruments/data-export-route/",
          "/instruments/pi-standard-contract-case/", "/instruments/statutory-deadline/", "/apply",
          "/apply/licence-case", "/receipts/check", "/sign-in")  # fmt: skip
READERS = {
    "": PUBLIC,
    "yunzhan": (
        "/", "/me", "/facts/", "/facts/org-DEMO-01/", "/facts/org-DEMO-01/history", "/facts/person-yunzhan-chen/",
        "/use/org-DEMO-01/", "/use/person-yunzhan-chen/pension-extension", "/cases", "/receipts/2",
        "/cases/pi-standard-contract-case/{year}-DEMO-0001", "/cases/pi-standard-contract-case/{year}-DEMO-0004",
        "/cases/pi-standard-contract-case/{year}-DEMO-0001/act/supply",
        "/cases/pi-standard-contract-case/{year}-DEMO-0002/sent",
    ),
    "shenpi": (
        "/", "/worklist", "/worklist?procedure=licence-case&state=suspended", "/worklist?state=closed",
        "/cases/licence-case/{year}-DEMO-0305", "/cases/licence-case/{year}-DEMO-0309",
        "/cases/licence-case/{year}-DEMO-0312", "/cases/licence-case/{year}-DEMO-0303/act/decide",
        "/cases/licence-case/{year}-DEMO-0303/act/suspend",
    ),
    "jiandu": ("/", "/worklist", "/cases/pension-extension-case/{year}-DEMO-0401",
               "/cases/data-export-assessment-case/{year}-DEMO-0101"),
}  # fmt: skip


@pytest.mark.parametrize("reader", READERS, ids=lambda name: name or "visitor")
@pytest.mark.parametrize(
    ("english", "width", "dark"),
    [(False, 1280, False), (True, 390, False), (True, 1280, True)],
    ids=["chinese", "english-on-a-telephone", "english-at-night"],
)
def test_pages_are_accessible_and_fit_the_screen(
    served: Served, chromium: Browser, reader: str, english: bool, width: int, dark: bool
) -> None:
    how: dict[str, Any] = {"english": english, "width": width, "dark": dark}
    walker = enter(served, chromium, reader, **how) if reader else arrive(served, chromium, **how)
    year = served.year
    for path in READERS[reader]:
        walker.examined.clear()
        walker.open(path.format(year=year))
    walker.page.context.close()
    assert walker.findings == []


def test_pages_fetch_nothing_from_elsewhere_and_break_no_rule_of_their_own(served: Served, chromium: Browser) -> None:
    walker = enter(served, chromium, "yunzhan", english=False)
    said: list[str] = []
    asked: list[str] = []
    walker.page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    walker.page.on("request", lambda request: asked.append(request.url))
    for path in READERS["yunzhan"]:
        walker.page.goto(f"{served.address}{path.format(year=served.year)}")
    walker.page.context.close()
    assert said == [] and all(url.startswith(served.address) for url in asked)
