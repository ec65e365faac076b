"""Mending a text that was damaged on its way here: lines broken in mid-sentence, stray spaces, stray Latin words,
page numbers.

The mended text is what the grammar reads. It remembers where each of its characters stood, so every span leads back
to the original.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from mulberry.law.text import Text, t
from mulberry.policy.levels import marker
from mulberry.policy.model import Finding, Span

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_EDGE = " \t\u3000\xa0\ufeff\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u00ad"
_PAGE = re.compile(r"[—–\-－·.\s]*(?:第\s*)?\d{1,4}\s*(?:页)?(?:\s*(?:[/／]|共)\s*\d{1,4}\s*页?)?[—–\-－·.\s]*$")
_GAP = re.compile(r"[ \t\u3000\xa0\ufeff\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\u00ad]+")
_WORD = re.compile(r"(?<=[\u4e00-\u9fff])[ \t\xa0]*(and|or|of|the|to|in|for|with)[ \t\xa0]*(?=[\u4e00-\u9fff])")
_MEANING = {"and": "和", "or": "或"}
_HIDDEN = frozenset("\ufeff\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u00ad")
_TERMINAL = "。！？；：…"
_OPENING = "（《“‘(〔【〈「"
_HANGING = "，、" + _OPENING
_CONTINUES = "，。；、：）》”’！？〕】〉」"
_DATE = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日$|[二〇零○一三四五六七八九十]{4}年")

_HALF = re.compile(
    r"(?<=[\u4e00-\u9fff”》）])[,;:?!()]|[(](?=[\u4e00-\u9fff])|(?<=[\d%A-Za-z])[,;](?=[\u4e00-\u9fff])|(?<=[\dA-Za-z])[)](?=[\u4e00-\u9fff，。；])"
)
_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}
_HALF_WHY = t("本段有半角标点，按全角阅读。", "This paragraph has half-width punctuation; it is read as full width.")
_BROKEN = t("这一行在句子中间断开，已接上下一行。", "The line breaks off in mid-sentence; it was joined to the next.")
_SPACE = t("中文中间多出空格，阅读时略去。", "A stray space within Chinese text; it is passed over in reading.")
_LATIN = t(
    "中文句子里混入外文词“{word}”，按“{as_}”阅读。",
    "A stray Latin word “{word}” in a Chinese sentence; it is read as “{as_}”.",
)
_DROPPED = t(
    "中文句子里混入外文词“{word}”，阅读时略去。",
    "A stray Latin word “{word}” in a Chinese sentence; it is passed over in reading.",
)
_PAGE_WHY = t("单独成行的页码，阅读时略去。", "A page number on a line of its own; it is passed over in reading.")


@dataclass(slots=True)
class Mended:
    """The mended text, its paragraphs (spans within it) and, piece by piece, where it stood in the original."""

    raw: str
    text: str
    paragraphs: list[Span]
    starts: list[int]
    origins: list[int]
    findings: list[Finding]

    def at(self, i: int) -> int:
        """The offset in the original of character ``i`` of the mended text."""
        k = bisect_right(self.starts, i) - 1
        return self.origins[k] + i - self.starts[k]

    def span(self, start: int, end: int) -> Span:
        """The span in the original of a non-empty stretch of the mended text."""
        return (self.at(start), self.at(end - 1) + 1) if end > start else (self.at(start), self.at(start))


def text_finding(code: str, span: Span, why: Text, *, english: bool = False) -> Finding:
    return Finding("text", code, None if english else span, span if english else None, why)


def _lines(raw: str, findings: list[Finding], *, english: bool) -> list[Span]:
    """The lines that carry text, without their margins and without page numbers."""
    lines = []
    for found in _LINE.finditer(raw):
        text = found.group()
        body = text.strip(_EDGE)
        if not body:
            continue
        start = found.start() + len(text) - len(text.lstrip(_EDGE))
        span = (start, start + len(body))
        if len(body) < 24 and any(c.isdigit() for c in body) and _PAGE.match(body):
            findings.append(text_finding("page-number", span, _PAGE_WHY, english=english))
        else:
            lines.append(span)
    return lines


def full_width(lengths: list[int]) -> int:
    """The line width of a hard-wrapped text in characters; 0 where its lines are whole paragraphs."""
    long = sorted(n for n in lengths if n >= 15)
    if len(long) < 6:
        return 0
    width = long[int(len(long) * 0.75)]
    near = sum(1 for n in long if width - 3 <= n <= width + 2)
    return width if width <= 60 and near * 2 >= len(long) else 0


def _open(text: str) -> bool:
    return sum(text.count(c) for c in "（《“") > sum(text.count(c) for c in "）》”")


def joins(so_far: str, line: str, following: str, width: int) -> bool:
    """Whether ``following`` goes on with the paragraph whose last line is ``line``."""
    if following[0] in _CONTINUES or line[-1] in _HANGING:
        return True
    if line[-1] in _TERMINAL or (line[-1] in "”）" and so_far[-2:-1] == "。"):
        return False
    if marker(following) or following[0] == "【" or following.startswith(("附件", "附：")) or _DATE.match(following):
        return False
    full = bool(width) and len(line) >= width - 3
    if "。" in so_far or full or (_open(so_far) and len(so_far) > 12):
        return True
    return "，" in so_far and (len(line) >= 30 or not marker(so_far)) and "【" not in so_far[:1]


def join_lines(raw: str, lines: list[Span]) -> tuple[list[list[Span]], list[Span]]:
    """Lines as paragraphs, and the gaps that were closed."""
    width = full_width([b - a for a, b in lines])
    groups: list[list[Span]] = []
    gaps: list[Span] = []
    so_far = ""
    for a, b in lines:
        following = raw[a:b]
        if groups and joins(so_far, raw[groups[-1][-1][0] : groups[-1][-1][1]], following, width):
            gaps.append((groups[-1][-1][1], a))
            groups[-1].append((a, b))
            # only the tail matters to the next decision, and a document may be one endless paragraph
            so_far = so_far[-400:] + following
        else:
            groups.append([(a, b)])
            so_far = following
    return groups, gaps


class _Builder:
    """Puts the mended text together piece by piece."""

    def __init__(self, raw: str) -> None:
        self.raw, self.out, self.size = raw, list[str](), 0
        self.starts, self.origins = list[int](), list[int]()

    def add(self, text: str, origin: int) -> None:
        if text:
            self.starts.append(self.size)
            self.origins.append(origin)
            self.out.append(text)
            self.size += len(text)


def _wide(c: str) -> bool:
    return "\u2e80" <= c <= "\u9fff" or "\uff00" <= c <= "\uffef" or "\u2010" <= c <= "\u201f"


def _stray(raw: str, a: int, b: int, lo: int, hi: int) -> bool:
    """Whether the gap ``raw[a:b]`` does not belong: hidden marks, or a space next to Chinese; after a label or a
    marker it does.
    """
    if all(c in _HIDDEN for c in raw[a:b]):
        return True
    before, after = raw[a - 1] if a > lo else "", raw[b] if b < hi else ""
    if not before or not after or before in "】：:。.、)）":
        return False
    return _wide(before) or _wide(after)


def _pieces(line: Span, raw: str, build: _Builder, findings: list[Finding]) -> None:
    a, b = line
    mark = marker(raw[a : a + 60])
    # the space after 第一条 or 1. is how headings are set
    here = min(a + mark.length, b) if mark else a
    build.add(raw[a:here], a)
    for found in _WORD.finditer(raw, here, b):
        word = found.group(1)
        _spaces((here, found.start()), line, raw, build, findings)
        read_as = _MEANING.get(word, "")
        build.add(read_as, found.start(1))
        why = _LATIN.format(word=word, as_=read_as) if read_as else _DROPPED.format(word=word)
        findings.append(text_finding("stray-word", found.span(), why))
        here = found.end()
    _spaces((here, b), line, raw, build, findings)


def _spaces(stretch: Span, line: Span, raw: str, build: _Builder, findings: list[Finding]) -> None:
    here = stretch[0]
    for found in _GAP.finditer(raw, *stretch):
        a, b = found.span()
        if _stray(raw, a, b, *line):
            build.add(raw[here:a], here)
            here = b
            findings.append(text_finding("stray-space", (a, b), _SPACE))
    build.add(raw[here : stretch[1]], here)


def _widen(text: str, build: _Builder, findings: list[Finding]) -> str:
    """Half-width punctuation after Chinese read as full width, one character for one; the places are told once a
    paragraph.
    """
    told = -1
    out, here = list[str](), 0
    for found in _HALF.finditer(text):
        i = found.start()
        out += [text[here:i], _FULL[text[i]]]
        here = i + 1
        if i > told:
            k = bisect_right(build.starts, i) - 1
            at = build.origins[k] + i - build.starts[k]
            findings.append(text_finding("half-width", (at, at + 1), _HALF_WHY))
            told = text.find("\n", i)
    return "".join([*out, text[here:]])


def mend(raw: str) -> Mended:
    """A Chinese text with its paragraphs made whole. Linear in the length of the text."""
    findings: list[Finding] = []
    lines = _lines(raw, findings, english=False)
    groups, gaps = join_lines(raw, lines)
    findings.extend(text_finding("broken-line", gap, _BROKEN) for gap in gaps)
    build = _Builder(raw)
    paragraphs: list[Span] = []
    for group in groups:
        start = build.size
        for line in group:
            _pieces(line, raw, build, findings)
        paragraphs.append((start, build.size))
        build.add("\n", group[-1][1])
    text = _widen("".join(build.out), build, findings)
    findings.sort(key=lambda f: f.zh or (0, 0))
    return Mended(raw, text, paragraphs, build.starts or [0], build.origins or [0], findings)
