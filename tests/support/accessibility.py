"""What axe finds on a page against WCAG 2.2 AA."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def accessibility_findings(page: Page) -> list[str]:
    """One line per element that breaks a rule: the rule, what it asks, and where; empty when there is nothing."""
    response = Axe().run(page, options={"runOnly": {"type": "tag", "values": STANDARD}}).response
    return [
        f"{violation['id']}: {violation['help']} at {' '.join(map(str, node['target']))}"
        for violation in response["violations"]
        for node in violation["nodes"]
    ]
