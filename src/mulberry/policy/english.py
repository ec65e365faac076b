"""The outline of the English text: headings with their numbers, and the sentences between them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mulberry.law.text import t
from mulberry.policy.levels import Outline, marker
from mulberry.policy.mend import text_finding
from mulberry.policy.model import Finding, Span
from mulberry.policy.sentences import english_sentences

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_END = '.!?:;"”’)'
_GLUED = t("英文句号后缺少空格。", "A space is missing after the full stop.")
_BROKEN = t(
    "英文这一行在句子中间断开，已接上下一行。",
    "The English line breaks off in mid-sentence; it was joined to the next.",
)


@dataclass(frozen=True, slots=True)
class EnglishHeading:
    """A numbered heading: its depth, its number and its span."""

    depth: int
    n: int
    span: Span


@dataclass(slots=True)
class English:
    """Headings and sentences in the order of the text; each sentence with the number of headings before it."""

    headings: list[EnglishHeading]
    sentences: list[tuple[int, Span]]
    title: Span | None
    findings: list[Finding]


def _groups(raw: str, findings: list[Finding]) -> list[Span]:
    """Paragraphs; a line that ends in mid-sentence is joined when the next begins with a small letter."""
    lines = []
    for found in _LINE.finditer(raw):
        body = found.group().strip()
        if body and not (len(body) < 8 and body.strip("-—– ").isdigit()):
            start = found.start() + len(found.group()) - len(found.group().lstrip())
            lines.append((start, start + len(body)))
    groups: list[Span] = []
    for a, b in lines:
        if groups and raw[groups[-1][1] - 1] not in _END and raw[a].islower():
            findings.append(text_finding("broken-line", (groups[-1][1], a), _BROKEN, english=True))
            groups[-1] = (groups[-1][0], b)
        else:
            groups.append((a, b))
    return groups


def _heading_end(raw: str, a: int, b: int, mark_length: int) -> int:
    """Where the heading of a marked paragraph ends: at its first full stop when text follows or the line when none
    does.
    """
    sentences = english_sentences(raw, a + mark_length, b)
    if len(sentences) <= 1:
        return b if raw[b - 1] not in ".;；" or b - a < 120 else a + mark_length
    first = sentences[0]
    return first[1] if first[1] - first[0] <= 160 and raw[first[0] : first[1]].count(",") <= 3 else a + mark_length


def _glued(raw: str, sentences: list[Span], findings: list[Finding]) -> None:
    for _, b in sentences:
        if b < len(raw) and raw[b - 1] in ".!?" and raw[b].isalpha():
            findings.append(text_finding("missing-space", (b - 1, b + 1), _GLUED, english=True))


def read_english(raw: str) -> English:
    """Headings and sentences of an English text; nothing is thrown away, the title is told apart."""
    out = English([], [], None, [])
    outline = Outline.new()
    for a, b in _groups(raw, out.findings):
        found = marker(raw[a:b], english=True)
        depth = outline.place(found) if found else None
        start = a
        if found is not None and depth is not None:
            start = _heading_end(raw, a, b, found.length)
            out.headings.append(EnglishHeading(depth, found.n, (a, start)))
            _glued(raw, [(a, start)], out.findings)
        elif (
            raw[b - 1] not in ".!?;" and not any(raw[i] in ".;" for i in range(a, min(b, a + 400))) and not out.headings
        ):
            out.title = out.title or (a, b)
            continue
        while start < b and raw[start].isspace():
            start += 1
        sentences = english_sentences(raw, start, b) if start < b else []
        _glued(raw, [s for s in sentences if s[1] < b], out.findings)
        out.sentences.extend((len(out.headings), s) for s in sentences)
    return out
