"""Short names that a text defines in brackets: （以下简称…）."""

from __future__ import annotations

import re

_DEFINES = re.compile(
    r"（(?:以下|下)?(?:统称为?|简称为?|称为|称|合称)[：:]?[“\"「]?([^（）“”\"「」，。；]{1,30})[”\"」]?[^（）]{0,12}）"
)
_QUOTED = re.compile(r"[》”]$")
_LEFT = re.compile(
    r"[，。；：、]|支持|鼓励|推动|推进|打造|设立|建立|深化|加强|完善|优化|依托|围绕|加快|促进|贯彻落实|贯彻|落实|执行|根据|按照|依据|实施|开展|对在?|在(?!线)|为(?!主)|经(?!济)|向|(?<!自)由|将|把|属于|符合|取得|获得|引进|制定|印发|发布"
)


def aliases(text: str) -> list[tuple[str, str, int, int]]:
    """Short name, long name, and the span of the long name with its bracket, in order."""
    out = []
    for found in _DEFINES.finditer(text):
        start = _long_start(text, found.start())
        if start < found.start():
            out.append((found[1], text[start : found.start()], start, found.end()))
    return out


def _long_start(text: str, end: int) -> int:
    """Where the long name begins: at its 《 or “, or after the last verb, preposition or comma before it."""
    if _QUOTED.search(text[max(0, end - 1) : end]):
        return max(text.rfind("《" if text[end - 1] == "》" else "“", 0, end), 0)
    low = max(0, end - 60)
    start = low
    depth = 0
    inside = [False] * (end - low)
    for i in range(end - 1, low - 1, -1):
        depth += (text[i] == "）") - (text[i] == "（")
        inside[i - low] = depth > 0
    for stop in _LEFT.finditer(text, low, end):
        if not inside[stop.start() - low] and end - stop.end() >= 3:
            start = stop.end()
    de = text.rfind("的", start, end)
    return de + 1 if de >= 0 and end - de > 4 else start
