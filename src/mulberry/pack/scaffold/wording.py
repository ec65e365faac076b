"""Placeholders for what the author is to word: the force of each clause and what it is about, never its sentence."""

from __future__ import annotations

from mulberry.law.text import Text
from mulberry.pack.scaffold.literal import plain
from mulberry.pack.scaffold.names import TO_WRITE
from mulberry.policy.model import Clause, Sentence

LONGEST_OBJECT = 10
"""Characters of a name; what is longer is a stretch of the official text and is left out."""
_MOST_OBJECTS = 2
_MOST_CLAUSES = 4
_CLASSES = {
    "allow": "allow",
    "guide-by": "be guided by",
    "goal": "reach a goal",
    "use": "make use of",
    "hold": "hold to",
    "declare": "state",
    "enact": "enact",
    "deploy": "lay out",
    "serve": "serve",
}


def placeholder(sentence: Sentence) -> Text:
    """What stands for a sentence until somebody has worded it; of a short one the forces alone, lest it be repeated."""
    shown = sentence.clauses[:_MOST_CLAUSES]
    words = [word for clause in shown for word in (clause.force, *objects(clause)[:_MOST_OBJECTS])]
    short = sum(map(len, words)) * 2 > len(plain(sentence.text))
    more = len(sentence.clauses) - len(shown)
    zh = "；".join(_told(clause, bare=short) for clause in shown) or "这一句"
    en = "; ".join(dict.fromkeys(en_class(clause.cls) for clause in shown)) or "this sentence"
    if more > 0:
        zh, en = f"{zh}；另有 {more} 款", f"{en}; {more} more"
    return Text(f"{TO_WRITE.zh}{zh}", f"{TO_WRITE.en} {en}")


def _told(clause: Clause, *, bare: bool) -> str:
    about = [] if bare else objects(clause)[:_MOST_OBJECTS]
    return f"{head(clause)}：{' / '.join(about)}" if about else head(clause)


def head(clause: Clause) -> str:
    """The force word; a phrase as long as a stretch of text gives way to a dash."""
    force = plain(clause.force)
    return force if 0 < len(force) <= LONGEST_OBJECT else "（力度不明）"


def objects(clause: Clause) -> list[str]:
    """What the clause is about, as far as it is said in a word or two."""
    return [word for word in map(plain, clause.objects) if 0 < len(word) <= LONGEST_OBJECT]


def en_class(cls: str) -> str:
    """The class of a force in plain English."""
    return _CLASSES.get(cls, cls)
