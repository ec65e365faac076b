import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Page

from tests.support.accessibility import accessibility_findings

pytestmark = pytest.mark.browser

GOOD = "<!doctype html><html lang='zh-Hans'><title>桑田</title><main><h1>桑田</h1><p>政策</p></main></html>"


class Serve(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(GOOD.encode())

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def address() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Serve)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_the_browser_opens_a_page_of_this_machine(page: Page, address: str) -> None:
    page.goto(address)
    assert page.get_by_role("heading").inner_text() == "桑田"


def test_the_browser_reaches_nothing_else(page: Page, address: str) -> None:
    failed: list[str] = []
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.goto(address)
    page.evaluate("fetch('http://mulberry.example/x').catch(() => null)")
    assert failed == ["http://mulberry.example/x"]


def test_axe_is_content_with_a_good_page_and_names_what_a_bad_one_lacks(page: Page, address: str) -> None:
    page.goto(address)
    assert accessibility_findings(page) == []
    page.set_content("<html><body><img src='data:,'><input></body></html>")
    found = " ".join(accessibility_findings(page))
    assert all(rule in found for rule in ("image-alt", "label", "html-has-lang"))


def test_a_chinese_glyph_has_a_width(page: Page, address: str) -> None:
    page.goto(address)
    measured = page.evaluate(
        "() => { const c = document.createElement('canvas').getContext('2d'); c.font = '100px WenQuanYi Micro Hei';"
        " return Math.round(c.measureText('桑').width) }"
    )
    assert measured == 100
