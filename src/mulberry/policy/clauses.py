"""A sentence as clauses: split where a new directive head starts; manner, purpose and condition stay with the
clause they modify.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from mulberry.policy.directives import Head, find_head
from mulberry.policy.governing import GOALS, RawClause, govern, hands_over
from mulberry.policy.leads import TIME, preposition_at
from mulberry.policy.openings import class_of, verb_by_place
from mulberry.policy.predicates import main_verb, weight
from mulberry.policy.quantities import quantities
from mulberry.policy.sentences import depths
from mulberry.policy.subordinate import Heads, Spans, give_up
from mulberry.policy.vocabulary import words

__all__ = ["RawClause", "split", "stretches"]

_CUT = re.compile("[，；：。！？]")
_LIMIT = re.compile(r"(?:原则上)?(?:不超过|不低于|不少于|不高于|不得超过|不得低于|不早于|不晚于)")
# prepositions as a rule; the only verb of a sentence as well
_FOCUS = {"聚焦": "hold", "围绕": "hold", "立足": "hold", "依托": "use", "对标": "serve"}
_JOINTS = frozenset(words("同时 此外 另外 因此 其中 对此 为此 目前 当前 今后 首先 其次 最后 一是 二是 三是"))
# what must speak for a verb of a sentence that has no head otherwise
_SURE = 0
_LEADS_ON = words("的 时 后 下 契机 导向 方向 需要 基础上 原则 要求 规则 领域 重点 规定 目标")
_LED_BY = words("对标 围绕 根据 按照 聚焦 以 针对 依托 对 如 凡 在 经 到20 结合 立足 通过 面向 自 除")


def stretches(text: str, depth: list[int]) -> Spans:
    """The parts between commas and semicolons outside brackets, without their punctuation."""
    out, start = list[tuple[int, int]](), 0
    for cut in _CUT.finditer(text):
        i = cut.start()
        if (depth[i] == 0) if cut[0] in "，；：" else (i >= len(text) - 2):
            if i > start:
                out.append((start, i))
            start = i + 1
    if start < len(text):
        out.append((start, len(text)))
    return out


def split(text: str, depth: list[int] | None = None) -> list[RawClause]:
    """The clauses of one sentence, in order; none where nothing in it directs or declares."""
    depth = depths(text) if depth is None else depth
    parts = stretches(text, depth)
    if not parts:
        return []
    heads = give_up(text, parts, _heads(text, parts, depth))
    if not any(heads):
        heads = _last_resort(text, parts, depth)
    if not any(heads) and quantities(text):
        # a fragment of a list: no head, but what it counts must not be lost
        return [RawClause(parts[0][0], parts[-1][1], Head("", parts[0][0], "declare"), "declare")]
    clauses = _assembled(text, parts, heads)
    govern(text, clauses)
    return clauses


def _heads(text: str, parts: Spans, depth: list[int]) -> Heads:
    return [
        find_head(text, a, b, depth, first=k == 0 or text[a - 1] in "；：" or _only_joins(text[slice(*parts[k - 1])]))
        for k, (a, b) in enumerate(parts)
    ]


def _only_joins(piece: str) -> bool:
    """Whether a stretch only joins the sentence to the last or says when: 同时, 到2025年."""
    return piece in _JOINTS or TIME.fullmatch(piece) is not None


def _assembled(text: str, parts: Spans, heads: Heads) -> list[RawClause]:
    """Stretches put together to clauses: each belongs to the head before it, or leads on to the next."""
    out: list[RawClause] = []
    pending: int | None = None
    governor: str | None = None
    for k, ((a, b), known) in enumerate(zip(parts, heads, strict=True)):
        leads_on = _leads_on(text, a, b)
        if out and text[a - 1] != "，":
            out[-1].head = replace(out[-1].head, waiting=False)
        head = known
        if head is None and out and pending is None and not leads_on:
            head = _by_place(text, a, b)
        if head is None:
            if out and pending is None and (not leads_on or out[-1].head.waiting):
                out[-1].end = b
            else:
                pending = a if pending is None else pending
        elif head.hollow and any(heads[k + 1 :]):
            pending, governor = (a if pending is None else pending), head.word
        elif out and _goes_on(out[-1], head):
            out[-1].end = b
            pending = None
        else:
            out.append(RawClause(a if pending is None else pending, b, head, head.cls, governor=governor))
            pending = governor = None
    if pending is not None and out:
        out[-1].end = parts[-1][1]
    return out


def _by_place(text: str, a: int, b: int) -> Head | None:
    found = verb_by_place(text, a, b)
    return Head(found[1], found[0], found[2]) if found else None


def _goes_on(before: RawClause, head: Head) -> bool:
    """Whether a head says no more than what the clause before it is about."""
    if head.modal:
        return False
    # 鼓励…基金作为战略投资者，对…进行投资: still what the actor named before does
    if head.word == "进行" and head.led and hands_over(before):
        return True
    # 应当自受理之日起五日内，作出决定: the act that the modal verb waits for
    if before.head.waiting:
        before.head = replace(before.head, waiting=False)
        return True
    # 力争通过五年努力，产值达到…: the predicate of the goal, not a goal beside it
    return head.subject is not None and before.head.word in GOALS


def _leads_on(text: str, a: int, b: int) -> bool:
    """Whether a stretch without a head prepares what follows rather than goes on with what was."""
    return text.endswith(_LEADS_ON, a, b) or text.startswith(_LED_BY, a, b)


def _last_resort(text: str, parts: Spans, depth: list[int]) -> Heads:
    """One head for a sentence in which no stretch has one: a limit, what it is focused on, or its likeliest verb."""
    looks: tuple[Callable[[int, int], Head | None], ...] = (
        lambda a, b: _limit(text, a, b),
        lambda a, _: _focus(text, a),
        lambda a, b: _unlisted(text, a, b),
        lambda a, b: _likeliest(text, a, b, depth),
    )
    for look in looks:
        for k, (a, b) in enumerate(parts):
            if head := look(a, b):
                return [head if n == k else None for n in range(len(parts))]
    return [None] * len(parts)


def _limit(text: str, a: int, b: int) -> Head | None:
    bound = _LIMIT.search(text, a, b)
    return Head(bound.group(), bound.start(), "must", (a, bound.start())) if bound else None


def _focus(text: str, a: int) -> Head | None:
    return next((Head(word, a, cls) for word, cls in _FOCUS.items() if text.startswith(word, a)), None)


def _unlisted(text: str, a: int, b: int) -> Head | None:
    return _by_place(text, a, b) if a and text[a - 1] == "，" and not _leads_on(text, a, b) else None


def _likeliest(text: str, a: int, b: int, depth: list[int]) -> Head | None:
    lead = preposition_at(text, a) or ""
    start = a + len(lead)
    verb = main_verb(text, start, b, depth, lead) if lead not in ("随着", "鉴于") else None
    if verb is None or weight(text, start, b, depth, verb, lead) < _SURE:
        return None
    return Head(verb[1], verb[0], class_of(text, verb, b))
