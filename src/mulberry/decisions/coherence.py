"""Facts that contradict each other: such input makes no sense and is refused before anything is decided.

``staff_within = coherent(experts <= staff, experts, t("…", "…"))`` stands beside the facts in a Subject, and then holds
for every decision that reads them all; or in one decision, where only its law makes it so. What is unknown contradicts
nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from mulberry.decisions.evaluate import Reading
from mulberry.decisions.expression import Expr, Operand
from mulberry.decisions.facts import Fact
from mulberry.decisions.parts import asked, worded
from mulberry.decisions.tree import leaves
from mulberry.errors import Invalid
from mulberry.law.text import Text


@dataclass(frozen=True, slots=True)
class Coherence:
    """A condition that facts which make sense always meet, and the fact that is named where they do not."""

    condition: Expr
    fact: Fact
    text: Text

    @property
    def reads(self) -> frozenset[str]:
        """The facts it compares, by name."""
        return frozenset(leaf.name for leaf in leaves(self.condition) if isinstance(leaf, Fact))

    def refused(self) -> Invalid:
        """The error: the fact by its title and name, and what is wrong with it."""
        title, name = self.fact.title, self.fact.name
        zh, en = self.text.zh.rstrip("。"), self.text.en.rstrip(".")
        return Invalid(name, Text(f"{title.zh}（{name}）：{zh}。", f"{title.en} ({name}): {en}."))


def coherent(condition: Operand, fact: Fact, text: Text) -> Coherence:
    """Refuse facts that fail a condition, naming one of them: ``text`` says what is wrong and which two to check."""
    return Coherence(asked("a condition on facts that make sense", condition, text), fact, worded("coherent", text))


def of(id_: str, own: Iterable[Any], subject: type, read: Iterable[str]) -> tuple[Coherence, ...]:
    """What the facts of a decision are held to: its own conditions, and those of its subject on facts that it reads."""
    known = frozenset(read)
    declared = [one for one in own if isinstance(one, Coherence)]
    for one in declared:
        if unread := one.reads - known:
            raise TypeError(f"{id_}: coherent(…) compares {', '.join(sorted(unread))}, which no rule of it reads")
    shared = (one for base in reversed(subject.__mro__) for one in vars(base).values() if isinstance(one, Coherence))
    return (*(one for one in shared if one.reads <= known), *declared)


def contradictions(held_to: Iterable[Coherence], reading: Reading) -> Iterator[Coherence]:
    """The conditions that the facts of a reading fail."""
    return (one for one in held_to if reading.value(one.condition) is False)
