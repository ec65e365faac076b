"""Stretches whose verb directs nothing, seen from the sentence: cases, topics, purposes, what stands before an act of
the document itself. Each rule takes the heads found stretch by stretch and gives up some of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import takewhile

from mulberry.policy.directives import Head
from mulberry.policy.heads import DONE_FOR, GIVING, HANDING, NOMINAL
from mulberry.policy.leads import ends_a_phrase, preposition_at
from mulberry.policy.openings import DESCRIBED_THING
from mulberry.policy.scanning import skip_adverbs, skip_lead, verb_at
from mulberry.policy.vocabulary import words

Spans = list[tuple[int, int]]
Heads = list[Head | None]

_PREAMBLE = re.compile(r"为|为了|根据|按照|依据|现就|现将|经|围绕|深入贯彻|结合|(?:现|特)(?:提出|制定|印发)")
_ACT = re.compile(
    r"(?:^|，|(?<=[，。；])|现|特|就[^，]{2,40}|结合[^，]{2,20}|并)?(提出|制定|印发|通知|公告|研究制定|制订|决定)"
    r"(?=(?:如下|以下|本|了?《|给你们|若干|此|在|对|自|调整|授权|[^，。；]{0,20}(?:措施|意见|办法|方案|规定|细则)$)"
    r"|如下|[^，。；]{0,20}如下)"
)
_CASE_STARTS = ("涉及", "如", "若", "凡", "对", "因", "除", "违反", "未")
_PURPOSE = re.compile("为了?(?!主)")
# 政务新媒体如从事…，须: a case with its subject before
_IF = re.compile(r"[^，；]{2,16}(?:如(?![下何期此同])|若(?!干)|一旦)")
_ABOUT = re.compile(r"对于?(?![外接口标应])")
_MANNER = words("通过 依托 围绕 针对 根据 结合 立足 面向 以 按照 参照")
# what a thing or a person must be or have done for what follows: 当年认定的产品，奖励…
_QUALIFIES = frozenset(
    words("认定 评定 获批 列入 纳入 参加 承担 从事 开展 新建 改建 扩建 引进 引入 研发 采购 购买 销售 租赁 增加 实施")
)
_ANSWERS = GIVING | frozenset(words("享受 适用 视为 免收 免征 减收 奖补 补贴 返还 返还给"))
_DUTIES = words("要 应 应当 须 必须")
_MUST_DO = frozenset(words("要 应当 应 须 必须 不得"))


def give_up(text: str, parts: Spans, heads: Heads) -> Heads:
    """The heads that stand, after every rule."""
    for rule in _RULES:
        heads = rule(text, parts, heads)
    return heads


def _counts(text: str, parts: Spans, heads: Heads) -> Heads:
    """其中包含…: what is among the things before."""
    return [
        None if text.startswith(("其中包含", "其中包括"), a) else head
        for (a, _), head in zip(parts, heads, strict=True)
    ]


def _cases(text: str, parts: Spans, heads: Heads) -> Heads:
    """涉及调整规章，以及…的，要…: a case may run over several stretches; no verb within it directs."""
    out = list(heads)
    for k, (a, _) in enumerate(parts):
        if not text.startswith(_CASE_STARTS, a):
            continue
        close = next((m for m in _same_breath(text, parts, k) if _closes_a_case(text, *parts[m])), None)
        following = next((h for h in heads[close + 1 :] if h), None) if close is not None else None
        if close is None or following is None:
            continue
        if text[parts[close][1] - 1] not in "的外" and not (following.word in _ANSWERS or following.modal):
            continue
        if not any(h and h.modal for h in heads[k:close]):
            out[k : close + 1] = [None] * (close + 1 - k)
    return out


def _same_breath(text: str, parts: Spans, k: int) -> Iterator[int]:
    """The next few stretches up to a semicolon."""
    return takewhile(lambda m: text[parts[m][0] - 1] == "，", range(k + 1, min(k + 4, len(parts))))


def _closes_a_case(text: str, a: int, b: int) -> bool:
    return text[b - 1] in "的外" or DESCRIBED_THING.search(text, a, b) is not None


def _topics(text: str, parts: Spans, heads: Heads) -> Heads:
    """对…的企业，给予…; 认定为…的产品，奖励…; 市政府在…范围内，可以…: what the next stretch is about or answers."""
    out = list(heads)
    for k, ((a, b), head) in enumerate(zip(parts, heads, strict=True)):
        if head is None or head.modal or k + 1 == len(parts) or text[b] != "，":
            continue
        following = next((h for h in heads[k + 1 : k + 3] if h), None)
        if following is not None and _is_topic(text, a, b, head, following, parts[k + 1][0]):
            out[k] = None
    return out


def _is_topic(text: str, a: int, b: int, head: Head, following: Head, then: int) -> bool:
    start = skip_lead(text, a, b)
    answered = following.word in _ANSWERS or following.modal
    at_once = skip_lead(text, then, following.at + 1) == following.at
    if _ABOUT.match(text, start):
        return (head.word not in GIVING and (head.weak or answered)) or following.word in ("给予", "予以", "适用")
    if head.at == start:
        if following.word in _DUTIES and following.subject is None and at_once:
            return head.cls not in HANDING and a == 0
        return head.word in _QUALIFIES and DESCRIBED_THING.search(text, a, b) is not None and answered
    if following.modal and text[text.find("，", b + 1) - 1] == "的" and head.at > start and not following.subject:
        return True
    if following.modal and text[start] in "未已被尚":
        return True
    if following.modal and _IF.match(text, start, head.at):
        return True
    if text.startswith(_MANNER, start):
        return head.weak and (at_once or head.word in NOMINAL)
    if head.cls == "declare":
        return False
    if following.modal and following.word in _MUST_DO and following.subject is None and at_once:
        return True
    if (
        a == 0
        and head.weak
        and head.subject
        and head.word in NOMINAL
        and text.startswith(("由", "按", "应", "须"), then)
    ):
        return True
    return at_once and head.weak and preposition_at(text, start) is None and _ends_like_a_phrase(text, a, b)


def _ends_like_a_phrase(text: str, a: int, b: int) -> bool:
    """市政府在…范围内, 有关部门在发行债券等方面."""
    at = text.find("在", a + 2, b)
    return at > 0 and ends_a_phrase(text[at:b])


def _manners(text: str, parts: Spans, heads: Heads) -> Heads:
    """作为…的依据: as what something serves that was said before."""
    return [
        None if k and any(heads[:k]) and text.startswith("作为", a) else head
        for k, ((a, _), head) in enumerate(zip(parts, heads, strict=True))
    ]


def _purposes(text: str, parts: Spans, heads: Heads) -> Heads:
    """为支持…，决定…: what something is done for is no direction of its own."""
    return [
        None
        if head is not None and _PURPOSE.match(text, a) and any(heads[k + 1 :]) and head.word not in DONE_FOR
        else head
        for k, ((a, _), head) in enumerate(zip(parts, heads, strict=True))
    ]


def is_purpose(text: str, a: int, b: int, head: Head) -> bool:
    """为 with a verb right after it; 为企业提供… is what is done."""
    found = _PURPOSE.match(text, a)
    if found is None or head.word in DONE_FOR:
        return False
    return verb_at(text, skip_adverbs(text, found.end(), b), b) is not None


def _false_subjects(text: str, parts: Spans, heads: Heads) -> Heads:
    """A first stretch whose verb was only guessed gives way when a clear head follows and it ends like a phrase."""
    first = heads[0]
    if first is not None and first.subject and not first.modal and any(heads[1:]) and text[parts[0][1] - 1] in "的时后":
        return [None, *heads[1:]]
    return heads


def _enacted(text: str, parts: Spans, heads: Heads) -> Heads:
    """为…，推动…，现提出如下措施: all that stands before is purpose, the act is what the document does."""
    if not _PREAMBLE.match(text):
        return heads
    for k in range(len(parts) - 1, -1, -1):
        a, b = parts[k]
        act = _ACT.search(text, a, b)
        if act and (k or _PREAMBLE.match(text[a:b])):
            return [*[None] * k, Head(act[1], act.start(1), "enact"), *heads[k + 1 :]]
    return heads


def _declared(text: str, parts: Spans, heads: Heads) -> Heads:
    """A stretch that begins with 是 says something of all that stands before it."""
    meant = next((k for k, head in enumerate(heads) if head is not None and head.word == "是指"), None)
    if meant is not None:
        # what a definition says its term does is no direction
        return [
            h if k <= meant or (h and h.modal) or "；" in text[parts[meant][0] : parts[k][0]] else None
            for k, h in enumerate(heads)
        ]
    for k, head in enumerate(heads):
        earlier = any(h is not None and h.word.startswith("是") for h in heads[:k])
        if k and head is not None and not earlier and head.at == parts[k][0] and text.startswith(_COPULAS, head.at):
            return [*[None] * k, *heads[k:]]
    return heads


def _meant(text: str, parts: Spans, heads: Heads) -> Heads:
    """推进…、减轻…，对…具有重要意义: all that stands before is what the sentence speaks about."""
    found = _MEANING.search(text, *parts[-1]) if len(parts) > 1 and not _some_duty(heads) else None
    return [*[None] * (len(heads) - 1), Head(found[1], found.start(), "declare")] if found else heads


def _some_duty(heads: Heads) -> bool:
    return any(head is not None and head.modal for head in heads)


_MEANING = re.compile(r"(具有|有着?)[^，]{0,12}意义")
_COPULAS = words("是 是指 是为 属于")
_RULES: tuple[Callable[[str, Spans, Heads], Heads], ...] = (
    _counts,
    _cases,
    _topics,
    _manners,
    _purposes,
    _false_subjects,
    _enacted,
    _declared,
    _meant,
)
