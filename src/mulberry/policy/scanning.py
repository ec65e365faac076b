"""Verbs at a place of a sentence, past what leads up to them, and which of them could be what a stretch is about."""

from __future__ import annotations

import re

from mulberry.policy.compounds import NOUNS
from mulberry.policy.heads import CLASS, INTRANSITIVE
from mulberry.policy.leads import (
    TIME,
    adverb_at,
    aside_end,
    before_adverbs,
    ends_a_frame,
    manner_end,
    preposition_at,
)
from mulberry.policy.vocabulary import Lexicon, words

_VERBS = Lexicon(w for w in CLASS if len(w) > 1 or w in "是达处")
# 达10亿元, 处1万元以下罚款; but not 达效, 发达
_REACHES = re.compile(r"[达处](?=[\d０-９一二三四五六七八九十百千万约成])")
# 对…的奖励50万元: here what looks like the thing is the act
PAID = re.compile("(?:奖励|补助|补贴|资助)(?=[0-9０-９]|最高|不超过)")
# these may follow the case they answer at once: 逾期未使用的予以收回
_AFTER_CASE = frozenset(words("予以 给予 视为 享受 适用"))
# 经职工同意 says when, not what
_CONSENTS = frozenset(words("同意 批准 认定 审核 备案 评估 许可 审查 登记 核准 验收 审定 评审"))
_BY_CONSENT = re.compile("(?:经|征得|未经)[^，。；]{0,24}$")
# 严格按照…实施: before a phrase these say how
_BEFORE_PHRASE = frozenset(words("严格 联合 统一 协调 集中 规范"))
_NORMED = ("按照", "根据", "依据", "依照", "参照", "结合", "按")
_PLACED = re.compile("[在从向于与]|通过|以")
# 走好, 负起, 搞好: a verb with its result, whatever the verb
_RESULT = re.compile(
    "[走搞办抓负扛守管做打用讲唱建筑织压夯立树把补答写练闯开推拿挑担提配选育引留护盯看兜稳落理摸梳查防堵疏]"
    "[好实牢紧出住起成足优准透细严稳全齐清]"
)


def verb_at(text: str, i: int, end: int) -> str | None:
    """The longest directing verb at ``i``, unless what stands there is part of a noun."""
    word = _VERBS.at(text, i, end)
    return None if word is None or _is_no_verb(text, i, word, end) else word


def _is_no_verb(text: str, i: int, word: str, end: int) -> bool:
    if word == "是":
        return i > 0 and text[i - 1] in "别其论凡但而还就只或若"
    if word in "达处" and not _REACHES.match(text, i):
        return True
    after = i + len(word)
    if after >= end:
        return False
    if text[after] in "性者型率费力" and not text.startswith(("力度", "型号"), after):
        return True
    if text.startswith(("工作中", "工作的"), after) or (text.startswith("作用", after) and word != "发挥"):
        return True
    return word in NOUNS and text.startswith(NOUNS[word], after, end)


def result_verb(text: str, i: int, end: int) -> str | None:
    """A verb with its result that no list has, with an object after it."""
    found = _RESULT.match(text, i, end)
    return found.group() if found and found.end() + 1 < end and text[found.end()] not in "的、和与" else None


def skip_adverbs(text: str, i: int, end: int) -> int:
    """Past connectives and adverbs; an adverb that is also a verb is passed over only when another verb follows."""
    while i < end:
        word = adverb_at(text, i)
        if (
            word is None
            and text[i] not in "要应须可不"
            and not verb_at(text, i, end)
            and (manner := manner_end(text, i, end))
        ):
            i = manner
            continue
        if word is None or i + len(word) >= end:
            break
        after = i + len(word)
        # 完整、准确、全面贯彻: adverbs in a row
        if text[after] == "、" and adverb_at(text, after + 1):
            i = after + 1
            continue
        if word in _BEFORE_PHRASE and preposition_at(text, after) in ("按照", "按", "依照", "遵照", "落实", "在", "对"):
            i = after
            continue
        if word == "深入" and not _leads(text, after, end):
            break
        here = verb_at(text, i, end)
        if here is not None and (len(here) > len(word) or not _leads(text, after, end)):
            break
        i = after
    return i


def skip_lead(text: str, i: int, end: int) -> int:
    """Past all that may stand before a head: words in brackets, a time, adverbs. A time is passed over only where a
    verb follows it.
    """
    i = skip_adverbs(text, aside_end(text, i, end), end)
    if found := TIME.match(text, i, end):
        after = skip_adverbs(text, found.end(), end)
        if after < end and verb_at(text, after, end):
            return after
    return i


def _leads(text: str, i: int, end: int) -> bool:
    """Whether a verb follows, perhaps after further adverbs."""
    if verb_at(text, i, end):
        return True
    word = adverb_at(text, i)
    return word is not None and i + len(word) < end and _leads(text, i + len(word), end)


def candidates(text: str, start: int, end: int, depth: list[int]) -> list[tuple[int, str]]:
    """Verbs that could be the main one: at bracket depth 0, with an object, not the attribute before 的."""
    out, i = list[tuple[int, str]](), start
    while i < end:
        word = verb_at(text, i, end) if depth[i] == 0 else None
        if word is None:
            i += 1
            continue
        if _could_direct(text, i, word, start, end):
            out.append((i, word))
        i += len(word)
    return out


def _could_direct(text: str, i: int, word: str, start: int, end: int) -> bool:
    after = i + len(word)
    if text[after : after + 1] in ("的", "、", "和", "与", "等") and not _joined_to_the_end(text, after, end):
        return False
    if text[after:end] in ("中", "后", "时", "前", "期间", "以来", "过程中", "之前", "之后"):
        return False
    if after >= end and word not in INTRANSITIVE and not _may_end(text, start, i):
        return False
    if text[i - 1] in "、和与的" and word not in _AFTER_CASE and not PAID.match(text, i, end):
        return False
    return not (word in _CONSENTS and _BY_CONSENT.search(text, max(start - 2, 0), i))


def _joined_to_the_end(text: str, after: int, end: int) -> bool:
    """及时反馈和说明: two verbs joined, with nothing after them."""
    second = verb_at(text, after + 1, end) if text[after : after + 1] in ("和", "与") else None
    return second is not None and after + 1 + len(second) == end


_OF_ITSELF = re.compile(r"(?:另行|自行|负责|统一|协商)$")


def _may_end(text: str, start: int, i: int) -> bool:
    """由主管部门认定, 在本单位内使用: a verb without an object after who does it or how."""
    if re.search("[由按]", text[max(start - 2, 0) : i]) or re.search("[将把].*向", text[max(start - 1, 0) : i]):
        return True
    if _OF_ITSELF.search(text, start, i):
        return True
    back = before_adverbs(text, start, i)
    # 根据实际情况 适时 调整
    if back < i and text.endswith(_NORMED, max(start - 2, 0), start):
        return True
    return _PLACED.search(text, max(start - 1, 0), back) is not None and ends_a_frame(text, start, back)
