"""Deciding one subject's question, and explaining the answer when somebody asks."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from mulberry.decisions.declare import Decision, Requirement
from mulberry.decisions.evaluate import Reading
from mulberry.decisions.expression import leaves
from mulberry.decisions.scalar import Verdict, run
from mulberry.errors import Invalid
from mulberry.law.parameters import Standing, Version
from mulberry.law.text import t

UNDETERMINED = "undetermined"
UNDETERMINED_TEXT = t("尚不能判定", "Undetermined")


def decide(
    decision: type[Decision[Any]], facts: Mapping[str, Any], as_of: date, parameters: Mapping[str, Any] | None = None
) -> Answer:
    """Answer a decision for facts as given from outside (unread; ``None`` or absent is unknown), as of a day.

    ``parameters`` sets values for this answer alone. Raises ``Invalid`` naming the fact that makes no sense or is not known
    to the decision's subject.
    """
    values = read_facts(decision, facts)
    if decision.dated_by is not None and (day := values.get(decision.dated_by.name)) is not None:
        as_of = day
    overrides = tuple(sorted((parameters or {}).items()))
    return Answer(decision, values, as_of, dict(overrides), run(decision, values, as_of, overrides))


def read_facts(decision: type[Decision[Any]], facts: Mapping[str, Any]) -> dict[str, Any]:
    """Facts from outside as counted values; those of the subject that this decision does not read are checked and left out."""
    known = {**decision.subject_type.facts(), **decision.facts}
    for name in facts:
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            zh, en = (f"；是否应为“{near[0]}”？", f"; did you mean “{near[0]}”?") if near else ("", "")
            raise Invalid(name, t(f"没有名为“{name}”的事实{zh}", f"there is no fact named “{name}”{en}"))
    values = {name: known[name].read(value) for name, value in facts.items()}
    return {name: value for name, value in values.items() if value is not None and name in decision.facts}


@dataclass(frozen=True)
class Reason:
    """One requirement as answered: whether it holds (``None``: unknown), its words, the facts it read, clause and basis."""

    requirement: Requirement
    holds: bool | None
    read: Mapping[str, Any]
    clause: str

    def to_json(self) -> dict[str, Any]:
        return {
            "id": self.requirement.id,
            "holds": self.holds,
            **self.requirement.text.to_json(),
            "decides": self.requirement.decides,
            "clause": self.clause,
            "basis": [basis.to_json() for basis in self.requirement.basis],
            "read": dict(self.read),
        }


@dataclass(frozen=True)
class Answer:
    """A decision's answer. The verdict is there at once; reasons, needs and texts are worked out when they are first read."""

    decision: type[Decision[Any]]
    facts: Mapping[str, Any]
    as_of: date
    overrides: Mapping[str, Any]
    verdict: Verdict

    @property
    def outcome(self) -> str:
        if self.verdict.outcome is None:
            return UNDETERMINED
        return list(self.decision.routes.outcomes())[self.verdict.outcome]

    @property
    def determined(self) -> bool:
        return self.verdict.outcome is not None

    @cached_property
    def reading(self) -> Reading:
        return Reading(self.facts, self.as_of, self.overrides)

    @cached_property
    def reasons(self) -> tuple[Reason, ...]:
        return tuple(self._reason(i, requirement) for i, requirement in enumerate(self.decision.requirements))

    @cached_property
    def amounts(self) -> dict[str, Any]:
        """Every amount by name, in its own unit; ``None`` where it is unknown or there is none."""
        return {a.id: a.type.show(value) for a, value in zip(self.decision.amounts, self.verdict.amounts, strict=True)}

    @cached_property
    def needed(self) -> tuple[str, ...]:
        """What would settle an undetermined answer: fact names, and ``param:KEY`` for parameters that nobody has established."""
        if self.determined:
            return ()
        return tuple(dict.fromkeys(name for condition in self._open() for name in self.reading.unknown(condition)))

    @cached_property
    def warnings(self) -> tuple[str, ...]:
        return tuple(w.id for i, w in enumerate(self.decision.warnings) if self.verdict.warned >> i & 1)

    @cached_property
    def versions(self) -> dict[str, Version | None]:
        """The parameter versions the answer rests on, by key; ``None`` where there is none on that day."""
        return {parameter.key: parameter.at(self.as_of) for parameter in self.decision.parameters}

    @property
    def unconfirmed(self) -> tuple[str, ...]:
        """Parameters used whose value nobody has compared with the official text."""
        return tuple(
            f"param:{key}" for key, v in self.versions.items() if v is not None and v.standing is Standing.UNCONFIRMED
        )

    def failed(self) -> list[str]:
        return [reason.requirement.id for reason in self.reasons if reason.holds is False]

    def held(self) -> list[str]:
        return [reason.requirement.id for reason in self.reasons if reason.holds]

    def to_json(self) -> dict[str, Any]:
        texts = {**self.decision.routes.outcomes(), UNDETERMINED: UNDETERMINED_TEXT}
        return {
            "instrument": self.decision.id,
            "as_of": self.as_of.isoformat(),
            "outcome": self.outcome,
            "outcome_text": texts[self.outcome].to_json(),
            "determined": self.determined,
            "amounts": {a.id: {"value": self.amounts[a.id], "unit": a.type.unit} for a in self.decision.amounts},
            "reasons": [reason.to_json() for reason in self.reasons],
            "warnings": [{"id": w.id, **w.text.to_json()} for w in self.decision.warnings if w.id in self.warnings],
            "needed": list(self.needed),
            "unconfirmed": list(self.unconfirmed),
            "parameters": [version_json(key, version) for key, version in self.versions.items()],
            "least_change": [],
        }

    def _reason(self, place: int, requirement: Requirement) -> Reason:
        bit = 1 << place
        holds = False if self.verdict.failed & bit else None if self.verdict.unknown & bit else True
        facts = {leaf.value.name: leaf.value for leaf in leaves(requirement) if leaf.op == "fact"}
        read = {name: fact.type.show(self.facts.get(name)) for name, fact in facts.items()}
        return Reason(requirement, holds, read, requirement.clause or self.decision.clauses[0])

    def _open(self) -> Iterator[Any]:
        """The conditions that leave the outcome open: the unknown ones up to the first that holds."""
        for route in self.decision.routes.ordered:
            value = self.reading.value(route.when)
            if value is None:
                yield route.when
            if value:
                return


def version_json(key: str, version: Version | None) -> dict[str, Any]:
    if version is None:
        return {"key": key, "value": None, "standing": "missing", "since": None, "until": None, "basis": None}
    return {
        "key": key,
        "value": version.value,
        "standing": version.standing.value,
        "since": version.since.isoformat() if version.since else None,
        "until": version.until.isoformat() if version.until else None,
        "basis": version.basis.to_json(),
    }
