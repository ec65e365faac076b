"""What the rules say about the subject of a case, for whoever decides it: facts, requirements, law."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mulberry.decisions.declare import Decision
from mulberry.decisions.run import decide
from mulberry.errors import Invalid
from mulberry.law.text import Text
from mulberry_web.page.answers import Shown, shown
from mulberry_web.procedures.known import decisions_beside
from mulberry_web.procedures.look import Seen
from mulberry_web.procedures.subject import fitting


@dataclass(frozen=True, slots=True)
class Evidence:
    """One decision answered on the facts on file, or why it could not be; neither where no fact of it is on file."""

    decision: type[Decision[Any]]
    answer: Shown | None
    error: Text | None = None

    @property
    def amounts(self) -> list[tuple[Text, Text]]:
        """The figures that are known."""
        if self.answer is None:
            return []
        values = self.answer.answer.amounts
        return [(amount.text, text) for amount, text in self.answer.amounts if values[amount.id] is not None]

    @property
    def unsure(self) -> list[tuple[Text, Text]]:
        """The numbers of the law behind it that nobody has compared with the official text."""
        used = self.answer.used if self.answer else ()
        return [(one.parameter.title, one.text) for one in used if one.version is not None and not one.confirmed]

    @property
    def tally(self) -> dict[str, int]:
        """How many requirements hold, fail and are unknown."""
        holds = [one.reason.holds for one in self.answer.required] if self.answer else []
        return {"held": holds.count(True), "failed": holds.count(False), "unknown": holds.count(None)}


def evidence(found: Seen) -> list[Evidence]:
    """The decisions that the procedure turns on, answered as of today; those without a single fact on file last."""
    beside = decisions_beside(found.procedure)
    facts = found.about.facts if beside else {}
    answered = [_answered(decision, facts, found) for decision in beside]
    return sorted(answered, key=lambda one: one.answer is None and one.error is None)


def _answered(decision: type[Decision[Any]], facts: Mapping[str, Any], found: Seen) -> Evidence:
    own = fitting(facts, decision.facts)
    if not own:
        return Evidence(decision, None)
    try:
        return Evidence(decision, shown(decide(decision, own, found.look.today)))
    except Invalid as error:  # a fact was stated under another declaration
        return Evidence(decision, None, error.text)
