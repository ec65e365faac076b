"""The markers that number an official document (GB/T 9704: 一、 （一） 1. （1）, and 章、条) and what tells them
from look-alikes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from mulberry.policy.numerals import number, roman_number

_CN = "[一二三四五六七八九十百零〇]{1,5}"
_ZH = re.compile(
    rf"(?P<chapter>第(?:{_CN}|\d{{1,3}})[编章][\s　:：、]*)|(?P<section>第(?:{_CN}|\d{{1,3}})节[\s　:：、]*)"
    rf"|(?P<article>第(?:{_CN}|\d{{1,3}})条(?![、和至款规所的第])[\s　:：]*)"
    rf"|(?P<cn>{_CN}[、．]\s*)|(?P<cn_paren>[（(]{_CN}[）)](?![至到、和][（(]|[项款])[、．.\s]*)"
    r"|(?P<num_paren>[（(]\d{1,3}[）)](?![至到、和][（(]|[项款])[、．.\s]*)|(?P<num>[\d０-９]{1,3}[.．、](?!\d)\s*)"
    r"|(?P<half>\d{1,3}[）)]\s*)|(?P<circled>[①-⑳])"
)
# 一、二级医院 and 一、二、三类 are lists of grades, not headings
_GRADES = re.compile(r"[一二三四五六七八九十](?:、[一二三四五六七八九十])+[级类线期档等批次]")
_EN = re.compile(
    r"(?P<chapter>(?:Chapter|Part)\s+(?:\d{1,3}|[IVXL]{1,6})\b[\s.:–-]*)|(?P<article>(?:Article|Measure)\s+(?:\d{1,3}|[IVXL]{1,6})\b[\s.:–-]*)"
    r"|(?P<roman>[IVX]{1,6}[.、]\s*)|(?P<num>\d{1,3}(?:[.、](?!\d)|\)(?=\s))\s*)|(?P<num_paren>[（(]\d{1,3}[）)]\s*)"
    r"|(?P<roman_paren>[（(][ivxIVX]{1,6}[）)]\s*)|(?P<letter_paren>[（(][a-h][）)]\s*)|(?P<circled>[①-⑳])",
)
_NUMERAL = re.compile(r"[一二三四五六七八九十百零〇]+|[\d０-９]+|\b[ivxlIVXL]+(?=\b)|[a-h]|[①-⑳]")


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker at the head of a paragraph: its kind, its number and how many characters it takes."""

    kind: str
    n: int
    length: int


NO_MARK = Marker("", 0, 0)


def _value(kind: str, text: str) -> int | None:
    found = _NUMERAL.search(
        text.split(maxsplit=1)[-1] if kind in ("chapter", "article") and text[:1].isascii() else text
    )
    if found is None:
        return None
    token = found.group()
    if "①" <= token <= "⑳":
        return ord(token) - ord("①") + 1
    if kind == "letter_paren":
        return ord(token) - ord("a") + 1
    return roman_number(token) if token.isascii() and token.isalpha() else number(token)


def marker(text: str, *, english: bool = False) -> Marker | None:
    """The marker a paragraph starts with, if it starts with one."""
    if not english and _GRADES.match(text[:40]):
        return None
    found = (_EN if english else _ZH).match(text[:60])
    if found is None or found.lastgroup is None:
        return None
    n = _value(found.lastgroup, found.group())
    return None if n is None else Marker(found.lastgroup, n, found.end())


@dataclass(slots=True)
class Outline:
    """Follows the markers of one document and tells at which depth each stands, or that it only looks like one."""

    stack: list[str]
    last: dict[str, int]

    @classmethod
    def new(cls) -> Outline:
        return cls([], {})

    def _continues(self, m: Marker) -> str | None:
        """The kind whose series this number goes on with, when its own kind has not begun (V. after 4.)."""
        if m.kind in self.last or m.n == 1:
            return None
        return next((k for k in self.stack if self.last[k] + 1 == m.n), None)

    def place(self, m: Marker) -> int | None:
        """The depth of a marker, or ``None`` where its number cannot stand here."""
        kind = self._continues(m) or m.kind
        known = self.last.get(kind)
        restarts = m.n == 1 and (known is None or kind not in self.stack[:1])
        if not restarts and ((known is None and m.n > 2) or (known is not None and not known <= m.n <= known + 3)):
            return None
        if kind in self.stack:
            del self.stack[self.stack.index(kind) + 1 :]
        else:
            self.stack.append(kind)
        self.last[kind] = m.n
        return len(self.stack) - 1
