"""A decision's answer: the verdict at once, everything that is read by a person when somebody reads it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from mulberry.decisions.declare import Decision, Requirement
from mulberry.decisions.evaluate import Reading
from mulberry.decisions.expression import Expr
from mulberry.decisions.scalar import Masks, Verdict
from mulberry.decisions.sheet import in_force, in_force_told, is_unconfirmed, sheet, unconfirmed, version_json
from mulberry.decisions.sound import UNDETERMINED
from mulberry.law.calendar_years import CHINA
from mulberry.law.parameters import Version
from mulberry.law.text import t

UNDETERMINED_TEXT = t("尚不能判定", "Undetermined")


class Reason(NamedTuple):
    """One requirement as answered: whether it holds (``None``: unknown), the facts it read, and the words, the clause
    and the law that ``told`` has."""

    requirement: Requirement
    holds: bool | None
    read: Mapping[str, Any]
    told: Mapping[str, Any]

    @property
    def clause(self) -> str:
        return str(self.told["clause"])

    def to_json(self) -> dict[str, Any]:
        return {"id": self.requirement.id, "holds": self.holds, **self.told, "read": dict(self.read)}


class Answer:
    """What a decision says about one subject. ``as_of`` is the day of the facts and ``law_day`` the day whose law
    applied: another one only where a fact of the subject picks it."""

    def __init__(
        self,
        decision: type[Decision[Any]],
        facts: Mapping[str, Any],
        as_of: date,
        law_day: date,
        overrides: Mapping[str, Any],
        masks: Masks,
    ) -> None:
        self.decision, self.facts, self.as_of, self.law_day = decision, facts, as_of, law_day
        self.overrides, self._masks = overrides, masks

    def __repr__(self) -> str:
        return f"<{self.decision.id} {self.as_of}: {self.outcome}>"

    @property
    def verdict(self) -> Verdict:
        return Verdict(*self._masks)

    @property
    def outcome(self) -> str:
        place = self._masks[0]
        return UNDETERMINED if place is None else sheet(self.decision).outcomes[place]

    @property
    def determined(self) -> bool:
        return self._masks[0] is not None

    @cached_property
    def reading(self) -> Reading:
        """The facts and the day, ready to be asked for the value of any node."""
        return Reading(self.facts, self.as_of, self.overrides, self.law_day)

    @cached_property
    def reasons(self) -> tuple[Reason, ...]:
        """Every requirement, in the order declared."""
        return tuple(self._reason(i, requirement) for i, requirement in enumerate(self.decision.requirements))

    @cached_property
    def amounts(self) -> dict[str, Any]:
        """Every amount by name, in its own unit; ``None`` where it is unknown or there is none."""
        values = zip(self.decision.amounts, self.verdict.amounts, strict=True)
        return {amount.id: amount.type.show(value) for amount, value in values}

    @cached_property
    def needed(self) -> tuple[str, ...]:
        """What would settle an undetermined answer, in the order the rule reads it: fact names, ``list[2].field`` for a
        field of the second record of a list, and ``param:KEY`` for parameters that nobody has established."""
        if self.determined:
            return ()
        return tuple(dict.fromkeys(name for condition in self._open() for name in self.reading.unknown(condition)))

    @cached_property
    def warnings(self) -> tuple[str, ...]:
        """The warnings that hold, by id."""
        warned = self.verdict.warned
        return tuple(warning.id for i, warning in enumerate(self.decision.warnings) if warned >> i & 1)

    @cached_property
    def versions(self) -> dict[str, Version | None]:
        """The parameter versions of this answer by key, ``KEY@DAY`` for one looked up on another day than the law's;
        ``None`` where there is none on that day."""
        return {**in_force(self.decision, self.law_day), **dict(self._looked_up())}

    @property
    def unconfirmed(self) -> tuple[str, ...]:
        """Parameters used whose value nobody has compared with the official text."""
        doubtful = unconfirmed(self.decision, self.law_day)
        elsewhere = {key.partition("@")[0] for key, version in self._looked_up() if is_unconfirmed(version)}
        if elsewhere or self.overrides:
            used = (elsewhere | set(doubtful)) - self.overrides.keys()
            doubtful = tuple(one.key for one in self.decision.parameters if one.key in used)
        return tuple(f"param:{key}" for key in doubtful)

    @cached_property
    def provisional(self) -> tuple[int, ...]:
        """Years whose holidays are not announced yet and on which a day in this answer rests."""
        return tuple(sorted(set(self._unpublished())))

    def failed(self) -> list[str]:
        """The requirements that fail, by id."""
        return [reason.requirement.id for reason in self.reasons if reason.holds is False]

    def held(self) -> list[str]:
        """The requirements that hold, by id."""
        return [reason.requirement.id for reason in self.reasons if reason.holds]

    def to_json(self, *, explain: bool = False, wanted: tuple[str, ...] = ()) -> dict[str, Any]:
        """The answer as the interface gives it: decimals and days as such, for ``mulberry.jsontext`` to write.

        With ``explain`` also the least change that leads to one of the outcomes ``wanted``, by default a good one.
        """
        texts = {**self.decision.routes.outcomes(), UNDETERMINED: UNDETERMINED_TEXT}
        warnings = {warning.id: warning for warning in self.decision.warnings}
        return {
            "instrument": self.decision.id,
            "as_of": self.as_of.isoformat(),
            "law_day": self.law_day.isoformat(),
            "outcome": self.outcome,
            "outcome_text": texts[self.outcome].to_json(),
            "determined": self.determined,
            "amounts": {a.id: {"value": self.amounts[a.id], "unit": a.type.unit} for a in self.decision.amounts},
            "reasons": [reason.to_json() for reason in self.reasons],
            "warnings": [{"id": id_, **warnings[id_].text.to_json()} for id_ in self.warnings],
            "needed": list(self.needed),
            "unconfirmed": list(self.unconfirmed),
            "provisional": list(self.provisional),
            "parameters": self._parameters(),
            **self._least_change(explain, wanted),
        }

    # -------------------------------------------------------------- worked out when asked for

    def _least_change(self, explain: bool, wanted: tuple[str, ...]) -> dict[str, Any]:
        from mulberry.decisions import least_change

        return least_change.told(self, wanted) if explain else {"least_change": []}

    def _reason(self, place: int, requirement: Requirement) -> Reason:
        bit = 1 << place
        _, failed, unknown, _, _ = self._masks
        holds = False if failed & bit else None if unknown & bit else True
        told = sheet(self.decision)
        read = {fact.name: fact.type.show(self.facts.get(fact.name)) for fact in told.read[place]}
        return Reason(requirement, holds, read, told.told[place])

    def _open(self) -> list[Expr]:
        """The conditions that leave the outcome open: unknown ones before the first that holds, unless all that can
        come after them comes out the same."""
        reached: list[tuple[str, Expr, Any]] = []
        for route in self.decision.routes.ordered:
            value = self.reading.value(route.when)
            if value is not False:
                reached.append((route.outcome, route.when, value))
            if value:
                break
        while len(reached) > 1 and reached[-1][0] == reached[-2][0]:
            # whether the last but one holds or not, the outcome is that of the last
            reached.pop(-2)
        return [when for _, when, value in reached if value is None]

    def _looked_up(self) -> Iterator[tuple[str, Version | None]]:
        for node in sheet(self.decision).lookups:
            if (day := self.reading.value(node.args[0])) is not None:
                yield f"{node.value.key}@{day}", node.value.at(day)

    def _unpublished(self) -> Iterator[int]:
        for node in sheet(self.decision).by_calendar:
            days = [self.reading.value(one) for one in (node, *node.args)]
            years = {day.year for day in days if isinstance(day, date)}
            yield from (year for year in years if not CHINA.published(date(year, 1, 1)))

    def _parameters(self) -> list[dict[str, Any]]:
        """The values used and where they stand in the law; those set for this answer alone are told as assumed."""
        told = [*in_force_told(self.decision, self.law_day), *(version_json(*one) for one in self._looked_up())]
        return [self._assumed(one) if self.overrides else one for one in told]

    def _assumed(self, told: dict[str, Any]) -> dict[str, Any]:
        key = told["key"].partition("@")[0]
        if key not in self.overrides:
            return told
        return {**version_json(told["key"], None), "value": self.overrides[key], "standing": "assumed"}
