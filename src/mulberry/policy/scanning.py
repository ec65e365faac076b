"""Verbs, adverbs and prepositions at a place of a sentence, and which verbs could be the main one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mulberry.policy.heads import ADVERBS, CLASS, NOUNS, PREPOSITIONS
from mulberry.policy.vocabulary import words

# verbs that may end a stretch without an object; elsewhere at the end such a word is a noun
INTRANSITIVE = frozenset(
    words("""
    公告 反馈 通报 告知
    决定 复制推广 增长
    先行先试 先试先行 开展 办理 布局 请示报告 报告 报送 执行 施行 实施 备案 推进 落实 适用 公示 公布 公开 兑现
    发放 试点 试行 运营 运行 参照执行 废止 请示 停止执行 失效
""")
)
# these may follow the case they answer at once: 逾期未使用的予以收回
_AFTER_CASE = frozenset(words("予以 给予 视为 享受 适用"))


def _by_character(words: Iterable[str], place: int) -> dict[str, tuple[str, ...]]:
    """Words by their first (0) or last (-1) character, the longest first."""
    out: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        out.setdefault(word[place], []).append(word)
    return {c: tuple(found) for c, found in out.items()}


_VERBS = _by_character((w for w in CLASS if len(w) > 1 or w in "是达"), 0)
_ADVERBS = _by_character(ADVERBS, 0)
_ADVERBS_BACK = _by_character(ADVERBS, -1)
_PREPOSITIONS = _by_character(PREPOSITIONS, 0)


# 对…的奖励50万元: here what looks like the thing is the act
_PAID = re.compile("(?:奖励|补助|补贴|资助)(?=[0-9０-９]|最高|不超过)")
# 经职工同意 says when, not what
_CONSENTS = frozenset(words("同意 批准 认定 审核 备案 评估 许可 审查 登记"))
_BY_CONSENT = re.compile("(?:经|征得|未经)[^，。；]{0,14}$")
# 严格按照…实施: before a phrase these say how
_BEFORE_PHRASE = frozenset(words("严格 联合 统一 协调 集中 规范"))
# 常备不懈地抓好; but not 基地, 用地
_MANNER = re.compile(
    "[\u4e00-\u9fff]{2,6}(?<![基用各土产属园场当两异高本外内腹盆耕林草湿余陆])地(?=[\u4e00-\u9fff]{2})(?![区方位块域处质理铁])"
)
# 走好, 负起, 搞好: a verb with its result, whatever the verb
_RESULT = re.compile(
    "[走搞办抓负扛守管做打用讲唱建筑织压夯立树把补答写练闯开推拿挑担提配选育引留护盯看兜稳落理摸梳查防堵疏][好实牢紧出住起成足优准透细严稳全齐清]"
)


def verb_at(text: str, i: int, end: int) -> str | None:
    """The longest directing verb at ``i``, unless what stands there is part of a noun."""
    for word in _VERBS.get(text[i], ()) if i < end else ():
        after = i + len(word)
        if after > end or not text.startswith(word, i):
            continue
        if word == "是" and i and text[i - 1] in "别其论凡但而还就只或若":
            return None
        if after < end and text[after] in "性者型率费力" and not text.startswith(("力度", "型号"), after):
            return None
        if text.startswith(("工作中", "工作的"), after):
            return None
        return None if text.startswith(NOUNS.get(word, ()), after, end) else word
    return None


def result_verb(text: str, i: int, end: int) -> str | None:
    """A verb with its result that no list has, with an object after it."""
    found = _RESULT.match(text, i, end)
    return found.group() if found and found.end() + 1 < end and text[found.end()] not in "的、和与" else None


def _adverb_at(text: str, i: int) -> str | None:
    return next((w for w in _ADVERBS.get(text[i : i + 1], ()) if text.startswith(w, i)), None)


def before_adverbs(text: str, start: int, i: int) -> int:
    """Where the adverbs begin that lead up to ``i``."""
    while i > start and (
        word := next((w for w in _ADVERBS_BACK.get(text[i - 1], ()) if text.endswith(w, start, i)), None)
    ):
        i -= len(word)
    return i


def skip_adverbs(text: str, i: int, end: int) -> int:
    """Past connectives and adverbs; an adverb that is also a verb is passed over only when another verb follows."""
    while i < end:
        word = _adverb_at(text, i)
        if word is None and (manner := _MANNER.match(text, i, end)):
            i = manner.end()
            continue
        if word is None or i + len(word) >= end:
            break
        after = i + len(word)
        # 完整、准确、全面贯彻: adverbs in a row
        if text[after] == "、" and _adverb_at(text, after + 1):
            i = after + 1
            continue
        if word in _BEFORE_PHRASE and preposition_at(text, after) in ("按照", "按", "依照", "遵照", "落实", "在", "对"):
            i = after
            continue
        here = verb_at(text, i, end)
        if here is not None and (len(here) > len(word) or not _leads(text, after, end)):
            break
        i = after
    return i


def _leads(text: str, i: int, end: int) -> bool:
    """Whether a verb follows, perhaps after further adverbs."""
    if verb_at(text, i, end):
        return True
    word = _adverb_at(text, i)
    return word is not None and i + len(word) < end and _leads(text, i + len(word), end)


def preposition_at(text: str, i: int) -> str | None:
    return next((p for p in _PREPOSITIONS.get(text[i : i + 1], ()) if text.startswith(p, i)), None)


def candidates(text: str, start: int, end: int, depth: list[int]) -> list[tuple[int, str]]:
    """Verbs that could be the main one: at bracket depth 0, with an object, not the attribute before 的."""
    out, i = list[tuple[int, str]](), start
    while i < end:
        word = verb_at(text, i, end) if depth[i] == 0 else None
        if word is None:
            i += 1
            continue
        after = i + len(word)
        at_end = after >= end
        if (
            text[after : after + 1] not in ("的", "、", "和", "与", "等")
            and (not at_end or word in INTRANSITIVE or re.search("[由按]", text[start:i]))
            and (text[i - 1] not in "、和与的" or word in _AFTER_CASE or _PAID.match(text, i, end))
            and not (word in _CONSENTS and _BY_CONSENT.search(text, max(start - 2, 0), i))
        ):
            out.append((i, word))
        i = after
    return out
