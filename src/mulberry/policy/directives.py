"""Where the head of a stretch of a sentence is. A stretch reads, from left to right,

adverbs, times                 then a verb: the head
a phrase (在…方面, 对…, 由…)    then the verb that the phrase leads up to
a subject                      then a modal verb, or a verb that needs none
anything that ends in …的, …后  no head: it prepares the next stretch
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from mulberry.policy.heads import CLASS, GIVING, HANDING, INTRANSITIVE, PLAIN
from mulberry.policy.leads import (
    NORM,
    TIME,
    WITHIN,
    before_adverbs,
    ends_a_frame,
    ends_a_phrase,
    is_bound,
    preposition_at,
)
from mulberry.policy.modals import MAY, modals
from mulberry.policy.openings import class_of, names_a_thing
from mulberry.policy.predicates import NORMED, OFFICE, ends_as_office, main_verb, weigh, weight
from mulberry.policy.scanning import result_verb, skip_adverbs, skip_lead, verb_at
from mulberry.policy.vocabulary import words

_GUIDED = re.compile(r"(?:坚持)?以[^，。；]{2,60}?为(?:指导|统领|遵循|根本遵循|行动指南)$")
_COUNTED_ENDS = ("以上", "以下", "以内", "之内")
_TO_WHOM = words("为 向 由 与 将 把 对 对于 到 会同")
_COVERBS = ("参照", "比照", "对照")
_CASES = words("涉嫌 属于 符合 违反 构成 逾期 情节 不符合 未 有 无 发现 存在 涉及 确需 拒不 造成 超过 不足")
_GIVING_ONLY = frozenset(words("给予 予以"))
# 将…下放至, 把…交由: what becomes of a thing, whatever the verb
_BECOMES = re.compile(r"[\u4e00-\u9fff](?:至|到|给|为|由|入|作为|用于)(?=[^，。；]{2})")


@dataclass(frozen=True, slots=True)
class Head:
    """A head found: the word as written, where it starts, its class, where its subject stood, whether a phrase led up
    to it, whether it is a modal verb, and whether what is to be done is still to come (``hollow``: the modal verb is
    no head of its own then; ``waiting``: it is); ``weak`` where little speaks for it.
    """

    word: str
    at: int
    cls: str
    subject: tuple[int, int] | None = None
    led: bool = False
    modal: bool = False
    hollow: bool = False
    waiting: bool = False
    weak: bool = False


def find_head(text: str, start: int, end: int, depth: list[int], *, first: bool) -> Head | None:
    """The head of the stretch ``text[start:end]``; ``None`` where it only prepares the next or goes on with the
    last.
    """
    i = skip_lead(text, start, end)
    if _GUIDED.match(text, i, end):
        return Head(text[i:end], i, "guide-by")
    opening = _opening_verb(text, start, i, end, depth) or _after_case(text, i, end, depth)
    if opening is not None:
        return opening
    if is_bound(text, i, end):
        return None
    preposition = preposition_at(text, i)
    modal = _modal_head(text, i, end, depth)
    if preposition is not None and (modal is None or modal.at > i):
        return _after_phrase(text, i, preposition, end, depth, modal)
    return modal or _after_subject(text, i, end, depth, first=first)


def _opening_verb(text: str, start: int, i: int, end: int, depth: list[int]) -> Head | None:
    """The verb at the head of a stretch."""
    joined = text[start:i].startswith(("并", "且", "同时"))
    if i > start and text.startswith("对标", i):
        return Head("对标", i, "serve")
    word = verb_at(text, i, end)
    if word is None:
        new = result_verb(text, i, end)
        return Head(new, i, "implement", led=joined) if new else None
    alone = i + len(word) >= end and word not in INTRANSITIVE and i == start
    if (
        alone
        or _is_coverb(text, i, word, end, depth)
        or text.startswith("的", i + len(word))
        or names_a_thing(text, i, word, end)
    ):
        return None
    handing = CLASS[word] in HANDING
    described = None if handing else _described(text, i, end, depth)
    if described is not None:
        return described
    if (handing or not is_bound(text, i, end)) and not any(at == i for at, _ in modals(text, i, end)):
        after = i + len(word)
        waits = handing and _leaves_open(text, after, end, depth)
        return Head(word, i, class_of(text, (i, word), end), led=joined, waiting=waits)
    return None


def _leaves_open(text: str, after: int, end: int, depth: list[int]) -> bool:
    """允许对进境货物，实施…; 允许片区在…前提下，…: to whom and when, but not yet what."""
    if text.startswith("对", after):
        return main_verb(text, after + 1, end, depth, "对") is None
    unsaid = text.endswith(("前提下", "基础上", "条件下", "范围内"), after, end) or (
        text.endswith(("允许", "准许"), 0, after) and text.find("对", after + 2, end) > 0
    )
    return unsaid and main_verb(text, after, end, depth) is None


def _is_coverb(text: str, i: int, word: str, end: int, depth: list[int]) -> bool:
    """参照上年贡献的70%给予…: by what, before what is done."""
    verb = main_verb(text, i + len(word), end, depth, word) if word in _COVERBS else None
    return verb is not None and verb[1] in GIVING


def _after_case(text: str, i: int, end: int, depth: list[int]) -> Head | None:
    """涉嫌犯罪的及时移送…: a case told with 的 and, in the same stretch, what is done then."""
    if not text.startswith(_CASES, i):
        return None
    de = text.find("的", i + 2, end)
    at = skip_adverbs(text, de + 1, end) if de > 0 and depth[de] == 0 else 0
    word = (
        verb_at(text, at, end) if at > de + 1 or text.startswith(("予以", "给予", "视为", "按", "由"), de + 1) else None
    )
    return Head(word, at, class_of(text, (at, word), end), led=True) if word and at + len(word) < end else None


def _described(text: str, start: int, end: int, depth: list[int]) -> Head | None:
    """申领创新券的企业应当…: the verb at the start only describes who must act."""
    head = _modal_head(text, start, end, depth)
    if head is None or not head.subject:
        return None
    subject = text[start : head.at]
    return head if "的" in subject and (ends_as_office(subject) or _MEASURED.search(subject)) else None


_MEASURED = re.compile(r"的[^的]{0,6}(?:比例|比重|金额|标准|额度|期限|时间|数量|面积|费用|资金|价格|次数|人数)$")


def _modal_head(text: str, start: int, end: int, depth: list[int]) -> Head | None:
    for i, word in modals(text, start, end):
        describes = text.endswith("的", i, end) and not text.endswith("目的", i, end)
        if depth[i] == 0 and not describes and "的" not in text[i : i + 3]:
            after = i + len(word)
            return Head(
                word,
                i,
                "may" if word in MAY else "must",
                _subject(start, i),
                led=i > start,
                modal=True,
                hollow=word == "要" and _no_act_yet(text, after, end, depth),
                waiting=word != "要" and _no_act_yet(text, after, end, depth),
            )
    return None


def _no_act_yet(text: str, start: int, end: int, depth: list[int]) -> bool:
    """应当在…之日起10日内，以…告知; 要根据…情况，…: after the modal verb only when, how and to whom; the act stands in
    a later stretch.
    """
    i = skip_adverbs(text, start, end)
    preposition = preposition_at(text, i)
    if preposition is None:
        return False
    if text[end - 1] in "内后前时中下":
        return True
    lead = i + len(preposition)
    verb = main_verb(text, lead, end, depth, preposition)
    if verb is not None and weight(text, lead, end, depth, verb, preposition) < 0:
        return True
    return verb is None or _within_phrase(text, i, preposition, end, verb)


def _after_phrase(text: str, i: int, preposition: str, end: int, depth: list[int], modal: Head | None) -> Head | None:
    """The verb that a phrase leads up to."""
    start = i + len(preposition)
    verb = main_verb(text, start, end, depth, preposition)
    if modal:
        return modal
    if preposition in ("随着", "鉴于"):
        return None
    if verb is None:
        return _become(text, start, end, depth) if preposition in ("将", "把") else None
    if _within_phrase(text, i, preposition, end, verb):
        return None
    weak = weight(text, start, end, depth, verb, preposition) <= (-1 if preposition in NORMED else 0)
    return Head(verb[1], verb[0], class_of(text, verb, end), led=True, weak=weak)


def _become(text: str, start: int, end: int, depth: list[int]) -> Head | None:
    found = next((f for f in _BECOMES.finditer(text, start, end) if depth[f.start()] == 0), None)
    return (
        Head(text[found.start() - 1 : found.start() + 1], found.start() - 1, "implement", led=True) if found else None
    )


def _within_phrase(text: str, start: int, preposition: str, end: int, verb: tuple[int, str]) -> bool:
    """围绕…方向, 根据…需要: the verb within belongs to the phrase that runs to the end."""
    if preposition in _TO_WHOM or verb[1] in _GIVING_ONLY or text.endswith(_COUNTED_ENDS, start, end):
        return False
    led = NORM.search(text, start + 1, verb[0]) if preposition in NORMED else ends_a_frame(text, start + 1, verb[0])
    return ends_a_phrase(text[start:end]) and not led


def _subject(start: int, i: int) -> tuple[int, int] | None:
    return (start, i) if i - start >= 2 else None


def _copula(text: str, start: int, end: int, depth: list[int]) -> tuple[int, str] | None:
    """X是Y: what the verbs within X and Y are about does not matter."""
    i = text.find("是", start + 2, end)
    if i < 0 or depth[i] or text[i - 1] in "别其论凡只还就但而不其若或别总正要" or i + 2 > end:
        return None
    return (i, "是指") if text.startswith("是指", i) else (i, "是")


def _after_subject(text: str, i: int, end: int, depth: list[int], *, first: bool) -> Head | None:
    """A subject and its verb without a modal: offices act, 重大事项及时报告."""
    if WITHIN.search(text, i, end):
        return None
    verb = _copula(text, i, end, depth) if first else None
    verb = verb or (main_verb(text, i, end, depth) if first else _predicate(text, i, end, depth))
    if verb is None:
        return None
    at, word = verb
    back = before_adverbs(text, i, at)
    if first or word in PLAIN or _reaches(text, verb, end) or _has_an_actor(text, i, back, at, end):
        weak = weight(text, i, end, depth, verb) <= 0
        return Head(word, at, class_of(text, verb, end), _subject(i, back), weak=weak)
    return None


_BY = re.compile(r"由(?!于|此)|(?:另行|自行|分别|统一|协商)$")
_ACTOR_THEN = words("按照 根据 依据 依照 在 对 通过 结合 会同 以 向 与 为 将 把 从")


def _has_an_actor(text: str, i: int, back: int, at: int, end: int) -> bool:
    """Whether the words before a verb name who acts, or when: 高校按照…完成, 次年兑付."""
    if _BY.search(text, i, at) or OFFICE.search(text, i, back) or TIME.match(text, i, end):
        return True
    places = [text.find(word, i + 2, back) for word in _ACTOR_THEN]
    first = min((place for place in places if place > 0), default=0)
    return first > 0 and OFFICE.search(text, i, first) is not None


def _reaches(text: str, verb: tuple[int, str], end: int) -> bool:
    """产值突破100亿元: an end to reach, counted."""
    at, word = verb
    return CLASS[word] == "goal" and at + len(word) < end and text[at + len(word)].isdigit()


def _predicate(text: str, start: int, end: int, depth: list[int]) -> tuple[int, str] | None:
    """After the first stretch: a verb that needs no modal, else the main verb."""
    plain = [c for c in weigh(text, start, end, depth) if c[1][1] in PLAIN and c[0] > -5]
    return max(plain, key=lambda c: (c[0], -c[1][0]))[1] if plain else main_verb(text, start, end, depth)
