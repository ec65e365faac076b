"""What an instrument's page says, kind by kind, from its declaration alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from mulberry.decisions.declare import Decision
from mulberry.instrument import Instrument, Kind
from mulberry.law.basis import Basis, Law
from mulberry.law.parameters import Parameter, Standing, Version
from mulberry.law.text import Text, t
from mulberry.pack.clauses import Clause, covers
from mulberry.pack.pack import Pack
from mulberry.record.field import Field
from mulberry_web.procedures.known import periods

TEMPLATES = {
    Kind.DECISION: "policy/of_decision.html",
    Kind.PROCEDURE: "policy/of_history.html",
    Kind.REGISTER: "policy/of_history.html",
    Kind.ACCOUNT: "policy/of_history.html",
    Kind.MECHANISM: "policy/of_mechanism.html",
    Kind.INDICATOR: "policy/of_mechanism.html",
}
ASKS = {
    Kind.DECISION: t(
        "回答：我能不能？走哪条路？多少？哪天之前？", "Answers: may I? by which route? how much? by when?"
    ),
    Kind.PROCEDURE: t(
        "回答：我的办件到哪一步，下一步谁办，哪天之前？",
        "Answers: where does my case stand, who acts next, until when?",
    ),
    Kind.REGISTER: t("回答：谁或什么登记在册，处于什么状态？", "Answers: who or what is recorded, in which state?"),
    Kind.ACCOUNT: t("回答：还剩多少，账是否平？", "Answers: how much is left, and does it balance?"),
    Kind.MECHANISM: t("回答：按规则计算，结果是多少？", "Answers: what does the calculation give?"),
    Kind.INDICATOR: t("回答：有没有用？", "Answers: is it working?"),
}


@dataclass(frozen=True, slots=True)
class ParameterShown:
    """A dated value with all its versions; ``now`` is the one of the day on which the page is read."""

    parameter: Parameter
    now: Version | None

    @property
    def standing(self) -> Standing:
        return self.now.standing if self.now else Standing.MISSING


def clauses(pack: Pack, instrument: Instrument) -> tuple[Clause, ...]:
    """The sentences of the policy that an instrument carries out."""
    return tuple(c for c in pack.clauses.values() if any(covers(named, c.id) for named in instrument.clauses))


def parameters(instrument: Instrument, on: date) -> tuple[ParameterShown, ...]:
    return tuple(ParameterShown(parameter, parameter.at(on)) for parameter in instrument.parameters)


@dataclass(frozen=True, slots=True)
class LawShown:
    """One law with the places in it that an instrument rests on."""

    law: Law
    articles: tuple[Text, ...]


def laws(instrument: Instrument) -> tuple[LawShown, ...]:
    """The law under an instrument, each law once."""
    places: dict[Law, list[Text]] = {}
    for basis in dict.fromkeys(instrument.bases):
        held = places.setdefault(basis.law, [])
        if basis.article:
            held.append(_article(basis.article))
    return tuple(LawShown(law, tuple(articles)) for law, articles in places.items())


def _article(article: str) -> Text:
    return t(f"第{article}条", f"art. {article}") if article[0].isdigit() else t(article, article)


@dataclass(frozen=True, slots=True)
class Step:
    """One act of a procedure, register or account as its page tells it."""

    name: str
    title: Text
    by: tuple[Text, ...]
    before: tuple[Text, ...]
    after: tuple[Text, ...]
    fields: Mapping[str, Field]
    documents: tuple[Any, ...]
    refusals: tuple[Any, ...]
    bases: tuple[Basis, ...]


def steps(machine: Any) -> tuple[Step, ...]:
    """The acts of something with a history, in the order declared."""
    return tuple(_step(act) for act in getattr(machine, "commands", {}).values())


def _step(act: Any) -> Step:
    return Step(
        act.name,
        act.title,
        tuple(role.title for role in act.roles),
        tuple(state.title for state in getattr(act, "from_", ())),
        tuple(state.title for state in _targets(getattr(act, "to", None))),
        act.takes,
        act.documents,
        tuple({refusal.code: refusal for refusal in act.refusals()}.values()),
        (act.basis,) if act.basis else (),
    )


def can_apply(procedure: Any) -> bool:
    """Whether an applicant can open a case of it."""
    return any(step.start and any(role.applicant for role in step.roles) for step in procedure.commands.values())


def _targets(to: Any) -> Iterable[Any]:
    from mulberry.procedures.parts import targets

    return targets(to)


def of_history(machine: Any, on: date) -> dict[str, Any]:
    """States, clocks and silences, as far as the kind has them."""
    return {
        "steps": steps(machine),
        "opens": machine.kind is Kind.PROCEDURE and can_apply(machine),
        "states": tuple(getattr(machine, "states", {}).values()),
        "clocks": tuple((clock, periods(clock, on)) for clock in getattr(machine, "clocks", {}).values()),
        "silences": tuple(getattr(machine, "silences", {}).values()),
        "roles": tuple(getattr(machine, "roles", {}).values()),
        "unit": str(getattr(machine, "unit", "") or ""),
    }


def of_decision(decision: type[Decision[Any]]) -> dict[str, Any]:
    return {
        "requirements": [one for one in decision.requirements if one.decides],
        "findings": [one for one in decision.requirements if not one.decides],
        "outcomes": list(dict.fromkeys(route.text for route in decision.routes.ordered)),
        "amounts": decision.amounts,
        "warnings": decision.warnings,
        "facts": list(decision.facts.values()),
    }


def described(instrument: Any, on: date) -> dict[str, Any]:
    """What is particular to the instrument's kind."""
    match instrument.kind:
        case Kind.DECISION:
            return of_decision(instrument)
        case Kind.PROCEDURE | Kind.REGISTER | Kind.ACCOUNT:
            return of_history(instrument, on)
    return {"takes": instrument.takes, "gives": instrument.gives, "formula": getattr(instrument, "formula", None)}
