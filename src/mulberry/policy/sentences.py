"""Where sentences end, in Chinese (at 。 outside brackets) and in English."""

from __future__ import annotations

import re

from mulberry.policy.model import Span

_PAIRS = {"）": "（", "》": "《", "”": "“", "〕": "〔", ")": "(", "】": "【"}
_OPEN = frozenset(_PAIRS.values())
_BRACKETS = re.compile("[" + re.escape("".join(_PAIRS) + "".join(_OPEN)) + "]")
_CLOSERS = "”）》」』"
_EN_STOP = re.compile(r"[.!?。][\"”’)]*(?=\s+[\"“(]?[A-Z0-9]|[A-Z][a-z]|\s*$)|[.!?。][\"”][ \t]*(?=[A-Z])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:No|Nos|Mr|Mrs|Ms|Dr|Art|Co|Ltd|Inc|St|vs|Fig|para|approx|cf|etc|e\.g|i\.e|U\.S|U\.K)|\b[A-Z])\.$"
)


def depths(text: str) -> list[int]:
    """The bracket depth at every character; brackets that never close, or never opened, count for nothing."""
    if not _BRACKETS.search(text):
        return [0] * len(text)
    stack: list[tuple[str, int]] = []
    change = [0] * (len(text) + 1)
    for i, c in enumerate(text):
        if c in _OPEN:
            stack.append((c, i))
        elif c in _PAIRS:
            k = next(
                (k for k in range(len(stack) - 1, max(len(stack) - 4, 0) - 1, -1) if stack[k][0] == _PAIRS[c]), None
            )
            if k is not None:
                change[stack[k][1]] += 1
                change[i] -= 1
                del stack[k:]
    depth, out = 0, []
    for step in change[: len(text)]:
        depth += step
        out.append(depth)
    return out


def chinese_sentences(text: str) -> list[Span]:
    """Sentences of one paragraph, each with its full stop; a tail without one is a sentence too. Spans are within
    ``text``.
    """
    if not text:
        return []
    if text.count("。") + text.count("！") + text.count("？") <= 1 and text[-1:] in "。！？":
        return [(0, len(text))]
    depth, out, start = depths(text), list[Span](), 0
    i = 0
    while i < len(text):
        if text[i] in "。！？" and depth[i] == 0:
            end = i + 1
            while end < len(text) and text[end] in _CLOSERS + "。":
                end += 1
            out.append((start, end))
            start = i = end
        else:
            i += 1
    tail = text[start:].strip()
    # （责任单位：…） after the full stop belongs to no sentence
    if tail and not (out and tail[0] == "（" and tail[-1] == "）"):
        out.append((start, len(text)))
    return out


def english_sentences(text: str, start: int, end: int) -> list[Span]:
    """Sentences of ``text[start:end]``; a missing space after a full stop still ends one. Spans are within ``text``."""
    out, here = list[Span](), start
    for stop in _EN_STOP.finditer(text, start, end):
        if text[stop.start()] == "." and _ABBREVIATION.search(text, max(here, stop.start() - 6), stop.start() + 1):
            continue
        out.append((here, stop.end()))
        here = stop.end()
        while here < end and text[here].isspace():
            here += 1
    if text[here:end].strip():
        out.append((here, here + len(text[here:end].rstrip())))
    return out
