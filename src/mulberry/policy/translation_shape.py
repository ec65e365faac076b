"""How the translation is put: doubled, broken, told as done, attached elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from operator import eq

from mulberry.law.text import t
from mulberry.policy.glossary import Term, plain_words, shown
from mulberry.policy.model import Finding
from mulberry.policy.translation_case import Case
from mulberry.policy.vocabulary import words

_GOAL = t(
    "原文是要达到的目标，译文写成已经做到。", "The original sets a goal to reach; the translation tells it as done."
)
_DOUBLED = t("译文把“{words}”重复了一次，原文没有。", "The translation says “{words}” twice; the original does not.")
_BROKEN = t("译文在一个意思中间断成两句。", "The translation breaks one statement into two sentences in the middle.")
_MANNER = t(
    "原文“{what}”说的是怎样做，译文把它接到了别处。",
    "“{what}” says how it is done; the translation attaches it to something else.",
)
_DONE = re.compile(
    r"(?<!that )(?<!who )(?<!which )(?<!and )(?<!they )\b(?:have|has|had)\s+(?:(?:basically|already|now|"
    r"successfully|fully|been)\s+)*"
    r"(?:built|made|become|set up|taken|given|\w{3,}ed)\b"
)
_TWICE = re.compile(r"\b([a-z]{4,}+)(?: and|,) \1\b")
_WORDS = re.compile(r"[a-z][a-z'-]+")
_ANY_WORD = re.compile(r"[A-Za-z][A-Za-z'-]+")
_COMMON = frozenset(words("the and for with that this from into such as well its their are will which have been has"))
_GRADES = {"高质量": "high", "高水平": "high", "高标准": "high"}


def goal_done(case: Case) -> Iterator[Finding]:
    done = _DONE.search(case.en) if " ha" in case.words else None
    goal = next((c for c in case.sentence.clauses if c.cls == "goal"), None)
    if done and not re.search(r"已|了(?!解)|经过|曾", case.zh):
        at = case.zh.find(goal.force) if goal else 0
        yield case.finding(
            "goal-told-as-done", (at, at + (len(goal.force) if goal else len(case.zh))), _GOAL, done.group()
        )


def doubled(case: Case) -> Iterator[Finding]:
    whole = (0, len(case.zh))
    said = case.words.split()
    twice = _TWICE.search(case.en) if _may_be_doubled(said) else None
    if twice:
        yield case.finding("doubled-object", whole, _DOUBLED.format(words=twice[1]), twice.group())
    for before, after in pairwise(case.pieces):
        last, first = _WORDS.findall(before.lower())[-1:], _WORDS.findall(after.lower())[:4]
        if last and last[0] in first and last[0] not in _COMMON:
            yield case.finding("doubled-object", whole, _DOUBLED.format(words=last[0]))
            return
    # three telling words of six come twice
    if _telling_twice(said) >= 3 and (phrase := _said_twice(" ".join(case.pieces))) and not _repeats(case.zh):
        yield case.finding("doubled-object", whole, _DOUBLED.format(words=phrase), phrase)


def _may_be_doubled(said: list[str]) -> bool:
    """Whether some word comes again right after itself or after one other: a quick look before the search."""
    return any(map(eq, said, said[1:])) or any(map(eq, said, said[2:]))


def _telling_twice(said: list[str]) -> int:
    telling = [word for word in said if len(word) > 3 and word not in _COMMON]
    return len(telling) - len(set(telling))


def _said_twice(text: str) -> str:
    """Six words that come twice, at least three of them neither names nor small words."""
    words = _ANY_WORD.findall(text)
    grams = list(zip(*(words[k:] for k in range(6)), strict=False))
    if len(set(grams)) == len(grams):
        return ""
    seen: set[tuple[str, ...]] = set()
    for gram in grams:
        if gram in seen and sum(1 for w in gram if w.islower() and w not in _COMMON and len(w) > 3) >= 3:
            return " ".join(gram).lower()
        seen.add(gram)
    return ""


def _repeats(text: str) -> bool:
    """Whether the Chinese itself says five characters twice."""
    return len({text[i : i + 5] for i in range(len(text) - 4)}) < len(text) - 4


def broken(case: Case) -> Iterator[Finding]:
    """One stretch whose terms stand only before, and only after, a full stop of the English."""
    if len(case.pieces) < 2:
        return
    joints = [
        (plain_words(before), plain_words(after), plain_words(before[-70:]), plain_words(after[:60]))
        for before, after in pairwise(case.pieces)
    ]
    for a, b in case.stretches:
        terms = [x for _, x in case.terms_within(a, b)]
        for before, after, tail, head in joints:
            if any(_only(x, tail, after) for x in terms) and any(_only(x, head, before) for x in terms):
                yield case.finding("broken-sentence", (a, b), _BROKEN)
                return


def _only(term: Term, here: str, there: str) -> bool:
    return shown(term.needles, here) and not shown(term.needles, there)


def manners(case: Case) -> Iterator[Finding]:
    """How something is done, told of the thing instead: 高质量参与 as participating in high-quality cooperation."""
    how = re.search(r"(高质量|高水平|高标准)(?!发展)(参与|建设|推进|推动|开展|打造|实施|举办|运营|规划)", case.zh)
    moved = how and re.search(
        rf"\b(?!with|at|of|to)[a-z]+ (?:in |a |an |the )(?:{_GRADES[how[1]]})[ -](?:quality|level|"
        rf"standard) (?!planning|construction|manner|way)\w+",
        case.en,
    )
    if how and moved and not re.search(rf"(?:with|at|to) (?:a )?(?:{_GRADES[how[1]]})[ -]", case.en):
        yield case.finding("manner-moved", how.span(), _MANNER.format(what=how[1]), moved.group())
    by = re.search(r"以([^，。；的]{2,10})方式(?![^，。；]{0,12}的)", case.zh)
    away = by and re.search(
        r"\b(?:that|which) (?:are|is|match|meet|suit|fit|\w+s)\b[^.;]{20,}\b(in an? [\w-]+ (?:manner|way))\s*\.",
        case.en,
    )
    if by and away:
        yield case.finding("manner-moved", by.span(), _MANNER.format(what=by[0]), away[1])
