"""Which head governs which: clauses under 要, clauses of whom a supporting head names, ends to reach."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mulberry.policy.directives import Head
from mulberry.policy.heads import STRONG
from mulberry.policy.modals import MAY, MUST
from mulberry.policy.predicates import ends_as_office
from mulberry.policy.vocabulary import words

GOALS = ("力争", "争取")
_TARGET = re.compile(r"(?:^|，)(?:力争)?到(?:20\d\d|“?十[四五]五)[^，]{0,6}")
_GOAL_WORDS = frozenset(
    words(
        "达到 增长 增至 提高至 减少到 压缩至 降至 降低到 提高到 提升至 提升到 缩短至 扩大到 建立 形成 实现 建成 "
        "达到 取得 突破 作出 提升 完善 打造 构建 建设"
    )
)
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


def govern(text: str, clauses: list[RawClause]) -> None:
    """Give every clause the head that governs it, and the class that follows from it."""
    governor: str | None = None
    target = bool(_TARGET.search(text))
    for k, clause in enumerate(clauses):
        before = clauses[k - 1] if k else None
        governor = _governor(text, clause, before, clause.governor or governor)
        if clause.under is None and target and clause.head.word in _GOAL_WORDS:
            clause.cls = "goal"
        if clause.head.word in _DUTY and text[clause.start : clause.head.at].find("的，") >= 0:
            clause.cls = "must"


def _governor(text: str, clause: RawClause, before: RawClause | None, governor: str | None) -> str | None:
    """Set what governs a clause; what governs the clauses after it."""
    head = clause.head
    if head.modal:
        if before is not None and before.cls == "allow" and head.word in MAY and not head.subject:
            clause.under = before.head.word
        return head.word if head.word in MUST else None
    if head.word in GOALS and (governor not in MUST or head.subject):
        return head.word
    if head.subject and not head.led and _new_actor(text[slice(*head.subject)]):
        return None
    if governor is not None and head.cls != "declare":
        clause.under, clause.cls = governor, "goal" if governor in GOALS else "must"
    elif before is not None and _speaks_of_the_same(text, clause, before):
        clause.under = before.under if before.under in (*MUST, *GOALS) else before.head.word
    return governor


def _speaks_of_the_same(text: str, clause: RawClause, before: RawClause) -> bool:
    """支持甲与乙合作，在…方面先行先试: a joined phrase still speaks of the actor that the head before names."""
    head = clause.head
    if not head.led or head.word in ("给予", "予以") or {head.word, head.cls} & STRONG:
        return False
    return _JOINED.match(text, clause.start) is not None and hands_over(before)


def _new_actor(subject: str) -> bool:
    """Whether somebody else acts from here on; 每季度末向市局 is a time and an addressee."""
    return ends_as_office(subject) and not re.search(r"[向于每]", subject)


def hands_over(clause: RawClause) -> bool:
    """Whether a clause names somebody who is to act, so that a phrase joined to it still speaks of that actor."""
    return clause.cls in ("allow", "support", "encourage", "guide") and clause.head.word not in ("给予", "予以", "提供")
