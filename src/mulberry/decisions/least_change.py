"""The least lawful change of what a subject can change that turns an answer to a better one.

Fewest facts first; among as many, the shortest way, measured in each fact's own steps: a yes or no, another member or
one member of a set more or less is one step, a number's step is its present size (one unit where it is less), a day's a
year. A fact that is unknown, that picks the law, or that is a list or words stays as it is. Every change found is
decided anew before it is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from mulberry.decisions.answer import Answer
from mulberry.decisions.facts import Fact
from mulberry.decisions.moves import said
from mulberry.decisions.solve import terms
from mulberry.decisions.solve.encode import Encoder
from mulberry.decisions.solve.terms import Beyond, Codes, Term, both, either, negated, pick
from mulberry.decisions.solve.unknowns import Unknowns
from mulberry.errors import MulberryError, Refused
from mulberry.law.text import Text, t

ALTERNATIVES = 3
EFFORT = 4_000_000
"""What the solver may spend on one question, in its own count, so that the same question always ends the same way."""
KEPT = frozenset({"list", "str"})
YEARLY: Mapping[str, int] = {"date": 365, "month": 12, "datetime": 365 * 86_400_000_000}

FINE = t("结果已是所求，无须改变。", "The outcome is as wished: nothing to change.")
NO_WISH = t("这一判定没有更好的结果可言。", "No outcome of this decision is better than another.")
OPEN_ANSWER = t("先补齐还需要的事实，才能说改变什么。", "Give what is still needed first; then a change can be told.")
NO_WAY = t("您能改变的事实都不能使结果改变。", "Nothing that you can change turns the outcome.")
NOT_SETTLED = t("未能在限度内算出最小改变。", "The least change was not settled within its limits.")
TURNS = t("能使结果改变的最小改变：", "The least change that turns the outcome:")


@dataclass(frozen=True, slots=True)
class Change:
    """Facts as they are and as they would be, counted, and the outcome that follows."""

    facts: Mapping[Fact, tuple[Any, Any]]
    outcome: str
    outcome_text: Text

    @property
    def text(self) -> Text:
        """The change in words."""
        parts = [said(fact, before, after) for fact, (before, after) in self.facts.items()]
        zh, en = "，".join(part.zh for part in parts), ", ".join(part.en for part in parts)
        return Text(f"{zh}：{self.outcome_text.zh}。", f"{en[:1].upper()}{en[1:]}: {self.outcome_text.en}.")

    def to_json(self) -> dict[str, Any]:
        changes = {f.name: {"from": _shown(f, before), "to": _shown(f, to)} for f, (before, to) in self.facts.items()}
        return {"changes": changes, "outcome": self.outcome, **self.text.to_json()}


@dataclass(frozen=True, slots=True)
class LeastChange:
    """What was found, the least first, and a sentence that says so, or why nothing was."""

    changes: tuple[Change, ...]
    text: Text


def least_change(answer: Answer, wanted: tuple[str, ...] = (), limit: int = ALTERNATIVES) -> LeastChange:
    """Up to ``limit`` least changes that turn an answer to a wanted outcome, by default a good one.

    No change found contains another. ``Refused`` where the solver is not installed.
    """
    wanted = wanted or answer.decision.good
    if not wanted:
        return LeastChange((), NO_WISH)
    if answer.outcome in wanted:
        return LeastChange((), FINE)
    if not answer.determined:
        return LeastChange((), OPEN_ANSWER)
    if not (facts := changeable(answer)):
        return LeastChange((), NO_WAY)
    found: list[Change] = []
    try:
        found.extend(_Search(answer, facts, wanted).found(limit))
    except (Beyond, _Unsettled):
        return LeastChange(tuple(found), TURNS if found else NOT_SETTLED)
    return LeastChange(tuple(found), TURNS if found else NO_WAY)


def told(answer: Answer, wanted: tuple[str, ...] = ()) -> dict[str, Any]:
    """The least change as the interface gives it; without a solver the sentence says what is missing."""
    try:
        result = least_change(answer, wanted)
    except Refused as refused:
        result = LeastChange((), refused.text)
    return {"least_change": [one.to_json() for one in result.changes], "least_change_text": result.text.to_json()}


def changeable(answer: Answer) -> dict[str, Fact]:
    """The known facts of an answer that its subject can change."""
    kept = answer.decision.dated_by
    return {
        name: fact
        for name, fact in answer.decision.facts.items()
        if fact.changeable and fact is not kept and fact.type.name not in KEPT and answer.facts.get(name) is not None
    }


def _shown(fact: Fact, value: Any) -> Any:
    shown = fact.type.show(value)
    return sorted(shown) if isinstance(shown, frozenset) else shown


class _Unsettled(Exception):
    """The solver gave up, or gave an answer that the rule does not."""


class _Search:
    """One question put to the solver, in a context of its own so that several may be asked at the same time."""

    def __init__(self, answer: Answer, facts: Mapping[str, Fact], wanted: tuple[str, ...]) -> None:
        z3 = terms.solver()
        self.answer, self.facts, self.wanted = answer, facts, wanted
        self.codes = Codes()
        self.unknowns = Unknowns(z3.Context(), self.codes)
        free = {name: self.unknowns.of(name, fact.type) for name, fact in facts.items()}
        encoder = Encoder(answer.reading, free, self.unknowns.context, self.codes)
        outcome = encoder.outcome(answer.decision.routes.ordered)
        reached = both(outcome.known, either(*(outcome.term == self.codes.of(one) for one in wanted)))
        coherent = [encoder.value(one.condition) for one in answer.decision.coherences]
        sound = [either(negated(one.known), one.term) for one in coherent]
        self.goal = both(reached, *sound, *encoder.held, *self.unknowns.held)
        self.before = {name: self.codes.plain(answer.facts[name], fact.type) for name, fact in facts.items()}
        self.moved = {n: negated(terms.equal(free[n], self.before[n], f.type)) for n, f in facts.items()}
        self.free = free

    def found(self, limit: int) -> Iterator[Change]:
        """The least change, then the least that does not contain it, and so on."""
        if self.goal is False:
            return
        optimizer = terms.solver().Optimize(ctx=self.unknowns.context)
        optimizer.set("rlimit", EFFORT)
        optimizer.add(self.goal)
        optimizer.minimize(terms.total(pick(moved, 1, 0) for moved in self.moved.values()))
        optimizer.minimize(self._way())
        for _ in range(limit):
            if (state := str(optimizer.check())) != "sat":
                if state == "unknown":
                    raise _Unsettled
                return
            change = self._change(optimizer.model())
            yield change
            optimizer.add(either(*(negated(self.moved[fact.name]) for fact in change.facts)))

    def _way(self) -> Term:
        """How far the facts are moved, in their own steps."""
        z3 = terms.solver()
        return z3.Sum([self._steps(name, fact) for name, fact in self.facts.items()])

    def _steps(self, name: str, fact: Fact) -> Term:
        z3, now, new = terms.solver(), self.before[name].term, self.free[name].term
        if fact.type.name == "set":
            return z3.ToReal(terms.total(pick(negated(new[one] == held), 1, 0) for one, held in now.items()))
        if not fact.type.is_ordered:
            return z3.ToReal(pick(self.moved[name], 1, 0))
        step = YEARLY.get(fact.type.name) or max(abs(now), fact.type.scale)
        return z3.ToReal(pick(new < now, now - new, new - now)) / step

    def _change(self, model: Any) -> Change:
        values = {name: self.unknowns.read(model, self.free[name], fact.type) for name, fact in self.facts.items()}
        before = self.answer.facts
        changes = {self.facts[name]: (before[name], value) for name, value in values.items() if value != before[name]}
        outcome = self._decided_anew({**before, **values})
        texts = self.answer.decision.routes.outcomes()
        return Change(changes, outcome, texts[outcome])

    def _decided_anew(self, facts: Mapping[str, Any]) -> str:
        from mulberry.decisions.run import answer as decided

        try:
            outcome = decided(self.answer.decision, facts, self.answer.as_of, self.answer.overrides).outcome
        except MulberryError:
            raise _Unsettled from None
        if outcome not in self.wanted:
            raise _Unsettled
        return outcome
