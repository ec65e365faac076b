"""A sentence as clauses: split where a new directive head starts; manner, purpose and condition stay with the
clause they modify.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from mulberry.policy.directives import Head, ends_as_office, find_head, head_by_place
from mulberry.policy.heads import CLASS, MAY, MUST, STRONG
from mulberry.policy.quantities import quantities
from mulberry.policy.scanning import candidates, skip_adverbs, verb_at
from mulberry.policy.sentences import depths
from mulberry.policy.vocabulary import words

_CUT = "，；："
_TARGET = re.compile(r"(?:^|，)(?:力争)?到(?:20\d\d|“?十[四五]五)[^，]{0,6}")
_PREAMBLE = re.compile(r"为|为了|根据|按照|依据|现就|现将|经|围绕|深入贯彻|结合|(?:现|特)(?:提出|制定|印发)")
_ACT = re.compile(
    r"(?:^|，|(?<=[，。；])|现|特|就[^，]{2,40}|结合[^，]{2,20}|并)?(提出|制定|印发|通知|公告|研究制定|制订|决定)(?=(?:如下|以下|本|了?《|给你们|若干|此|在|对|自|调整|授权|[^，。；]{0,20}(?:措施|意见|办法|方案|规定|细则)$)|如下|[^，。；]{0,20}如下)"
)
_GOALS = ("力争", "争取")
_GOAL_WORDS = frozenset(
    words(
        "达到 增长 增至 提高至 减少到 压缩至 降至 降低到 提高到 提升至 提升到 缩短至 扩大到 建立 形成 实现 建成 "
        "达到 取得 突破 作出 提升 完善 打造 构建 建设"
    )
)
_LIMIT = re.compile(r"(?:原则上)?(?:不超过|不低于|不少于|不高于|不得超过|不得低于|不早于|不晚于)")
# prepositions as a rule; the only verb of a sentence as well
_FOCUS = {"聚焦": "hold", "围绕": "hold", "立足": "hold", "依托": "use", "对标": "serve"}
_CASE_STARTS = ("涉及", "如", "若", "凡", "对", "因", "除", "违反", "未")
_PURPOSE = re.compile("为了?(?!主)")
_DONE = frozenset(words("发挥 作出 提供 创造 营造 奠定 注入 增添"))
_JOINED = re.compile(r"并|且|同时|在|与|和|同|以|为|向|通过|于|到")
_DUTY = frozenset(words("办理 执行 报告 报送"))


@dataclass(slots=True)
class RawClause:
    """A clause within its sentence: offsets are into the sentence's text."""

    start: int
    end: int
    head: Head
    cls: str
    under: str | None = None
    governor: str | None = None


def stretches(text: str, depth: list[int]) -> list[tuple[int, int]]:
    """The parts between commas and semicolons outside brackets, without their punctuation."""
    out, start = list[tuple[int, int]](), 0
    for i, c in enumerate(text):
        if (c in _CUT and depth[i] == 0) or (c in "。！？" and i >= len(text) - 2):
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
    heads = [
        find_head(text, a, b, depth, first=k == 0 or text[a - 1] == "；" or _opens(text, parts[k - 1]))
        for k, (a, b) in enumerate(parts)
    ]
    heads = [
        None if text.startswith(("其中包含", "其中包括"), a) else h for (a, _), h in zip(parts, heads, strict=True)
    ]
    heads = _cases(text, parts, heads)
    heads = _purposes(text, parts, heads)
    heads = _declared(parts, _enacted(text, parts, _no_false_subjects(text, parts, heads)))
    if not any(heads):
        heads = _last_resort(text, parts, depth)
    if not any(heads) and parts and quantities(text):
        # a fragment of a list: no head, but what it counts must not be lost
        return [RawClause(parts[0][0], parts[-1][1], Head("", parts[0][0], "declare"), "declare")]
    out: list[RawClause] = []
    pending: int | None = None
    governor: str | None = None
    for k, ((a, b), known) in enumerate(zip(parts, heads, strict=True)):
        head = known
        if head is None and out and pending is None and not _leads_on(text, a, b):
            head = head_by_place(text, a, b)
        if head is not None and head.word == "进行" and head.led and out and _hands_over(out[-1]):
            # 鼓励…基金作为战略投资者，对…进行投资: still what the actor named before does
            out[-1].end = b
        elif (
            head is not None
            and out
            and out[-1].head.waiting
            and head.led
            and not head.modal
            and out[-1].end == parts[k - 1][1]
        ):
            out[-1].end = b
        elif head is not None and head.hollow and any(heads[k + 1 :]):
            pending, governor = (a if pending is None else pending), head.word
        elif head is not None and out and head.subject and out[-1].head.word in _GOALS and not head.modal:
            # 力争通过五年努力，产值达到…: the predicate of the goal, not a goal beside it
            out[-1].end = b
        elif head is None and (not out or pending is not None or _leads_on(text, a, b)):
            pending = a if pending is None else pending
        elif head is None:
            out[-1].end = b
        else:
            out.append(RawClause(a if pending is None else pending, b, head, head.cls, governor=governor))
            pending = governor = None
    if pending is not None and out:
        out[-1].end = parts[-1][1]
    _govern(text, out)
    return out


def _opens(text: str, before: tuple[int, int]) -> bool:
    """Whether the stretch before only joins the sentence to the last: 同时，此外，."""
    return text[before[0] : before[1]] in _JOINTS


_JOINTS = frozenset(words("同时 此外 另外 因此 其中 对此 为此 目前 今后 首先 其次 最后 一是 二是 三是"))


def _leads_on(text: str, a: int, b: int) -> bool:
    """Whether a stretch without a head prepares what follows rather than goes on with what was."""
    piece = text[a:b]
    return piece.endswith(
        (
            "的",
            "时",
            "后",
            "下",
            "契机",
            "导向",
            "方向",
            "需要",
            "基础上",
            "原则",
            "要求",
            "规则",
            "领域",
            "重点",
            "规定",
            "目标",
        )
    ) or piece.startswith(
        (
            "对标",
            "围绕",
            "根据",
            "按照",
            "聚焦",
            "以",
            "针对",
            "依托",
            "对",
            "如",
            "凡",
            "在",
            "经",
            "到20",
            "结合",
            "立足",
            "通过",
            "面向",
            "自",
        )
    )


def _no_false_subjects(text: str, parts: list[tuple[int, int]], heads: list[Head | None]) -> list[Head | None]:
    """A first stretch whose verb was only guessed gives way when a clear head follows and it ends like a phrase."""
    first = heads[0]
    if first is not None and first.subject and not first.modal and any(heads[1:]) and text[parts[0][1] - 1] in "的时后":
        return [None, *heads[1:]]
    return heads


def _enacted(text: str, parts: list[tuple[int, int]], heads: list[Head | None]) -> list[Head | None]:
    """为…，推动…，现提出如下措施: all that stands before is purpose, the act is what the document does."""
    if not _PREAMBLE.match(text):
        return heads
    for k in range(len(parts) - 1, -1, -1):
        a, b = parts[k]
        act = _ACT.search(text, a, b)
        if act and (k or _PREAMBLE.match(text[a:b])):
            at = act.start(1)
            return [*[None] * k, Head(act[1], at, "enact"), *heads[k + 1 :]]
    return heads


def _is_purpose(text: str, a: int, b: int, head: Head) -> bool:
    """为 with a verb right after it; 为企业提供… is what is done."""
    found = _PURPOSE.match(text, a)
    if found is None or head.word in _DONE:
        return False
    return verb_at(text, skip_adverbs(text, found.end(), b), b) is not None


def _cases(text: str, parts: list[tuple[int, int]], heads: list[Head | None]) -> list[Head | None]:
    """涉及调整规章，以及…的，要…: a case may run over several stretches; no verb within it directs."""
    out = list(heads)
    for k, (a, _) in enumerate(parts):
        if not text.startswith(_CASE_STARTS, a):
            continue
        close = next((m for m in range(k + 1, min(k + 4, len(parts))) if text[parts[m][1] - 1] == "的"), None)
        if close is not None and any(heads[close + 1 :]) and not any(h and h.modal for h in heads[k:close]):
            out[k : close + 1] = [None] * (close + 1 - k)
    return out


def _purposes(text: str, parts: list[tuple[int, int]], heads: list[Head | None]) -> list[Head | None]:
    """为支持…，决定…: what something is done for is no direction of its own."""
    return [
        None
        if head is not None and _PURPOSE.match(text, a) and any(heads[k + 1 :]) and head.word not in _DONE
        else head
        for k, ((a, b), head) in enumerate(zip(parts, heads, strict=True))
    ]


def _declared(parts: list[tuple[int, int]], heads: list[Head | None]) -> list[Head | None]:
    """A stretch that begins with 是 says something of all that stands before it."""
    for k, head in enumerate(heads):
        earlier = any(h is not None and h.word.startswith("是") for h in heads[:k])
        if (
            head is not None
            and k
            and not earlier
            and head.word in ("是", "是指", "是为", "属于")
            and head.at == parts[k][0]
        ):
            return [*[None] * k, *heads[k:]]
    return heads


def _last_resort(text: str, parts: list[tuple[int, int]], depth: list[int]) -> list[Head | None]:
    out: list[Head | None] = []
    for a, b in parts:
        bound = _LIMIT.search(text, a, b)
        if bound and not any(out):
            out.append(Head(bound.group(), bound.start(), "must", (a, bound.start())))
            continue
        for word, cls in _FOCUS.items():
            if text.startswith(word, a) and not any(out):
                out.append(Head(word, a, cls))
                break
        if len(out) > len(parts[: parts.index((a, b))]):
            continue
        found = candidates(text, a + 1, b, depth) if not any(out) else []
        out.append(Head(found[0][1], found[0][0], CLASS[found[0][1]]) if found else None)
    return out


def _govern(text: str, clauses: list[RawClause]) -> None:
    """Give every clause the head that governs it, and the class that follows from it."""
    governor: str | None = None
    target = bool(_TARGET.search(text))
    for k, clause in enumerate(clauses):
        head, before = clause.head, clauses[k - 1] if k else None
        governor = clause.governor or governor
        if head.modal:
            governor = head.word if head.word in MUST else None
            if before is not None and before.cls == "allow" and head.word in MAY and not head.subject:
                clause.under = before.head.word
        elif head.word in _GOALS:
            governor = head.word
        elif head.subject and not head.led and _new_actor(text[slice(*head.subject)]):
            governor = None
        elif governor is not None and head.cls != "declare":
            clause.under = governor
            clause.cls = "goal" if governor in _GOALS else "must"
        elif (
            before is not None
            and head.led
            and _JOINED.match(text, clause.start)
            and not {head.word, head.cls} & STRONG
            and _hands_over(before)
        ):
            clause.under = before.under if before.under in (*MUST, *_GOALS) else before.head.word
        if clause.under is None and target and head.word in _GOAL_WORDS:
            clause.cls = "goal"
        if head.word in _DUTY and text[clause.start : head.at].find("的，") >= 0:
            clause.cls = "must"


def _new_actor(subject: str) -> bool:
    """Whether somebody else acts from here on; 每季度末向市局 is a time and an addressee."""
    return ends_as_office(subject) and not re.search(r"[向于每]", subject)


def _hands_over(clause: RawClause) -> bool:
    """Whether a clause names somebody who is to act, so that a phrase joined to it still speaks of that actor."""
    return clause.cls in ("allow", "support", "encourage", "guide") and clause.head.word not in ("给予", "予以", "提供")
