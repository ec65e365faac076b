"""Text out of HTML, with the place of every piece in the page, so that spans lead back to the file as given."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from html.parser import HTMLParser

from mulberry.policy.vocabulary import words

_BLOCKS = frozenset(
    words("""
    p div br tr td th li ul ol table h1 h2 h3 h4 h5 h6 section article header footer main title dl dt dd hr
    blockquote pre center body
""")
)
_SILENT = frozenset(words("script style head noscript template nav select option button svg iframe"))
_LOOKS = re.compile(r"<(?:!doctype html|html|body|div|p|table|span|h[1-6]|ucap)[\s>/]", re.IGNORECASE)
_CLOSED = re.compile(r"</(?:html|body|div|p|table|span|h[1-6])\s*>|<br\s*/?>", re.IGNORECASE)


def looks_like_html(text: str) -> bool:
    """Whether a text is a page: an opening tag near its start and tags that close."""
    return bool(_LOOKS.search(text[:4000])) and bool(_CLOSED.search(text))


class Page(HTMLParser):
    """The readable text of a page and, piece by piece, where it stood."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self.source = source
        self.lines = [0, *(m.end() for m in re.finditer("\n", source))]
        self.out: list[str] = []
        self.size = 0
        self.starts: list[int] = []
        self.origins: list[int] = []
        self.silent: list[str] = []
        self.feed(source)
        self.close()

    @property
    def text(self) -> str:
        return "".join(self.out)

    def _here(self) -> int:
        line, column = self.getpos()
        return self.lines[line - 1] + column

    def _add(self, text: str, origin: int) -> None:
        if text and not self.silent:
            self.starts.append(self.size)
            self.origins.append(origin)
            self.out.append(text)
            self.size += len(text)

    def _break(self) -> None:
        if self.out and self.out[-1] != "\n":
            self._add("\n", self._here())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self.silent.append(tag)
        elif tag in _BLOCKS:
            self._break()

    def handle_endtag(self, tag: str) -> None:
        if self.silent:
            if tag in self.silent:
                del self.silent[self.silent.index(tag) :]
        elif tag in _BLOCKS:
            self._break()

    def handle_data(self, data: str) -> None:
        # a line end within running text is only how the page was written
        self._add(re.sub(r"[\n\r\t]", " ", data) if data.strip() else " ", self._here())

    def handle_entityref(self, name: str) -> None:
        self._add(html.unescape(f"&{name};")[:1], self._here())

    def handle_charref(self, name: str) -> None:
        self._add(html.unescape(f"&#{name};")[:1], self._here())

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span in the page of a stretch of the text; a last character written as an entity is taken whole."""
        if end <= start:
            return self._at(start), self._at(start)
        last = self._at(end - 1)
        entity = re.compile(r"&#?\w{1,24};").match(self.source, last)
        return self._at(start), entity.end() if entity else last + 1

    def _at(self, i: int) -> int:
        if not self.starts:
            return 0
        k = max(bisect_right(self.starts, i) - 1, 0)
        return self.origins[k] + i - self.starts[k]
