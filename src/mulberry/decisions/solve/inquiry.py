"""A whole decision put to the solver with every fact open: can this happen, and to whom?

What is assumed is only what is declared: the ranges of the facts and the conditions on facts that make sense. A
parameter that nobody has established may be anything its type allows, and a list has at most three records.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from mulberry.decisions.answer import Answer
from mulberry.decisions.declare import Decision, roots
from mulberry.decisions.evaluate import Reading
from mulberry.decisions.expression import Expr, lift
from mulberry.decisions.solve import terms
from mulberry.decisions.solve.encode import Encoder
from mulberry.decisions.solve.terms import Codes, Term, Val, both, either, negated
from mulberry.decisions.solve.unknowns import Unknowns
from mulberry.decisions.tree import walk
from mulberry.errors import MulberryError

EFFORT = 4_000_000
"""What the solver may spend on one question, in its own count, so that the same question always ends the same way."""


class Unsettled(Exception):
    """The solver gave up, or told of a subject whose answer the rule does not give."""


class Inquiry:
    """One decision on one day. The day whose law applies is that day too: a fact that picks the law is set to it."""

    def __init__(self, decision: type[Decision[Any]], as_of: date) -> None:
        z3 = terms.solver()
        self.decision, self.as_of = decision, as_of
        self.codes = Codes()
        self.unknowns = Unknowns(z3.Context(), self.codes)
        picks = {decision.dated_by.name: as_of} if decision.dated_by is not None else {}
        open_facts = {name: fact for name, fact in decision.facts.items() if name not in picks}
        self.picks, self.facts = picks, open_facts
        self.free = {name: self.unknowns.of(name, fact.type) for name, fact in open_facts.items()}
        self.missing = {key: self.unknowns.of(f"param:{key}", node.type) for key, node in self._missing().items()}
        self.encoder = Encoder(
            Reading(picks, as_of, law_day=as_of), self.free, self.unknowns.context, self.codes, self.missing
        )
        self._solver: Any = None

    def value(self, node: Expr) -> Val:
        """A node of the decision as the solver sees it."""
        return self.encoder.value(node)

    def holds(self, node: Expr) -> Term:
        """That a condition is known and holds."""
        value = self.value(node)
        return both(value.known, value.term)

    def fails(self, node: Expr) -> Term:
        """That a condition is known and fails."""
        value = self.value(node)
        return both(value.known, negated(value.term))

    def found(self, goal: Term, so: Callable[[Answer], bool]) -> Answer | None:
        """The answer to a subject that meets a goal, decided by the compiled rule; ``None`` where there is no such
        subject. ``so`` says what that answer must show. Raises ``Unsettled``."""
        solver = self._asked()
        solver.push()
        try:
            solver.add(both(goal), terms.solver().BoolVal(True, self.unknowns.context))
            state = str(solver.check())
            if state == "unsat":
                return None
            if state != "sat":
                raise Unsettled
            answer = self._replayed(solver.model())
        finally:
            solver.pop()
        if not so(answer):
            raise Unsettled
        return answer

    def _asked(self) -> Any:
        """The solver, told what always holds; what a later question adds to the encoding is told it as well."""
        if self._solver is None:
            self._solver = terms.solver().Solver(ctx=self.unknowns.context)
            self._solver.set("rlimit", EFFORT)
            self._told = 0
            coherent = [self.value(one.condition) for one in self.decision.coherences]
            self.encoder.held += [either(negated(one.known), one.term) for one in coherent]
            self._solver.add(*[one for one in self.unknowns.held if not isinstance(one, bool)])
        held = self.encoder.held
        self._solver.add(*[one for one in held[self._told :] if not isinstance(one, bool)])
        self._told = len(held)
        return self._solver

    def _replayed(self, model: Any) -> Answer:
        from mulberry.decisions.run import answer

        read = self.unknowns.read
        facts = {name: read(model, self.free[name], fact.type) for name, fact in self.facts.items()}
        nodes = self._missing()
        values = {key: read(model, value, nodes[key].type) for key, value in self.missing.items()}
        shown: Mapping[str, Any] = {key: nodes[key].type.show(value) for key, value in values.items()}
        try:
            return answer(self.decision, {**facts, **self.picks}, self.as_of, shown)
        except MulberryError:
            raise Unsettled from None

    def _missing(self) -> dict[str, Expr]:
        """The parameters that have no value on the day, by key, as they are read."""
        nodes = walk(*roots(self.decision))
        keyed = {node.value.key: node for node in nodes if node.op == "param"}
        return {key: lift(node.value) for key, node in keyed.items() if _has_none(node, self.as_of)}


def _has_none(node: Expr, day: date) -> bool:
    version = node.value.at(day)
    return version is None or version.value is None
