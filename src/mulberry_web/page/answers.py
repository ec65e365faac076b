"""A decision's answer as a person reads it: outcome, requirements with what they read, figures, what is needed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from mulberry.decisions.declare import Amount, Decision, Notice
from mulberry.decisions.facts import Fact
from mulberry.decisions.run import UNDETERMINED_TEXT, Answer, Reason
from mulberry.decisions.types import Type
from mulberry.law.parameters import Parameter, Standing, Version
from mulberry.law.text import Text, t
from mulberry_web.page.written import field_text, value_text

HOLDS = {
    True: ("yes", "✓", t("符合", "Holds")),
    False: ("no", "✗", t("不符合", "Does not hold")),
    None: ("open", "?", t("未知", "Unknown")),
}
# What only tells of a further right or duty is neither good nor bad news when it does not hold.
TOLD = {
    True: ("yes", "✓", t("是", "Yes")),
    False: ("aside", "–", t("否", "No")),
    None: ("open", "?", t("未知", "Unknown")),
}


@dataclass(frozen=True, slots=True)
class Named:
    """Something with its title and its value in words."""

    title: Text
    text: Text


@dataclass(frozen=True, slots=True)
class ReasonShown:
    """One requirement: whether it holds, in a word and a sign, and the facts it read."""

    reason: Reason
    css: str
    sign: str
    word: Text
    read: tuple[Named, ...]

    @property
    def text(self) -> Text:
        return self.reason.requirement.text


@dataclass(frozen=True, slots=True)
class Need:
    """What would settle the answer: a fact that somebody can give, or a value of the law not yet established."""

    name: str
    title: Text
    fact: Fact | None = None
    parameter: Parameter | None = None

    @property
    def askable(self) -> bool:
        """Whether somebody can give it; a fact itself has no truth value."""
        return self.fact is not None


@dataclass(frozen=True, slots=True)
class Used:
    """A dated value on which the answer rests."""

    parameter: Parameter
    version: Version | None
    text: Text
    on: date

    @property
    def standing(self) -> Standing:
        return self.version.standing if self.version else Standing.MISSING

    @property
    def confirmed(self) -> bool:
        return self.standing is Standing.CONFIRMED


@dataclass(frozen=True)
class Shown:
    """An answer ready for a page."""

    answer: Answer
    tone: str
    outcome: Text
    required: tuple[ReasonShown, ...]
    further: tuple[ReasonShown, ...]
    amounts: tuple[tuple[Amount, Text], ...]
    warnings: tuple[Notice, ...]
    needed: tuple[Need, ...]
    used: tuple[Used, ...]

    @property
    def decision(self) -> type[Decision[Any]]:
        return self.answer.decision

    @property
    def as_of(self) -> date:
        return self.answer.as_of

    @property
    def law_day(self) -> date:
        """The day whose law applied."""
        return self.answer.law_day

    @property
    def provisional(self) -> tuple[int, ...]:
        """Years without a published calendar on which a day of the answer rests."""
        return self.answer.provisional

    @property
    def unsure(self) -> tuple[Used, ...]:
        """The values that nobody has compared with the official text, or that are missing."""
        return tuple(one for one in self.used if not one.confirmed)

    @property
    def unconfirmed_law(self) -> tuple[Text, ...]:
        """The laws among the reasons whose official text nobody has compared."""
        cited = [basis.law for reason in (*self.required, *self.further) for basis in reason.reason.requirement.basis]
        return tuple(dict.fromkeys(law.title for law in cited if not law.confirmed))


def shown(answer: Answer) -> Shown:
    """Everything about an answer, in words."""
    decision = answer.decision
    reasons = [_reason(decision, reason) for reason in answer.reasons]
    told = set(answer.warnings)
    return Shown(
        answer,
        tone_of(answer),
        outcome_text(answer),
        tuple(one for one in reasons if one.reason.requirement.decides),
        tuple(one for one in reasons if not one.reason.requirement.decides),
        tuple((amount, amount_text(amount.type, answer.amounts[amount.id])) for amount in decision.amounts),
        tuple(notice for notice in decision.warnings if notice.id in told),
        tuple(need(decision, name) for name in answer.needed),
        tuple(_used(key, answer) for key in answer.versions),
    )


def outcome_text(answer: Answer) -> Text:
    return answer.decision.routes.outcomes()[answer.outcome] if answer.determined else UNDETERMINED_TEXT


def tone_of(answer: Answer) -> str:
    """good where everything required holds, bad where something required fails, wait where nothing is settled, and info
    where the answer chooses among routes rather than grants something."""
    if not answer.determined:
        return "wait"
    holds = [reason.holds for reason in answer.reasons if reason.requirement.decides]
    if False in holds:
        return "bad"
    return "good" if holds and None not in holds else "info"


def amount_text(type_: Type, value: Any) -> Text:
    return value_text(value, type_.unit, type_.name, type_.values)


def _reason(decision: type[Decision[Any]], reason: Reason) -> ReasonShown:
    css, sign, word = (HOLDS if reason.requirement.decides else TOLD)[reason.holds]
    return ReasonShown(reason, css, sign, word, _read(decision, reason.read))


def _read(decision: type[Decision[Any]], values: Mapping[str, Any]) -> tuple[Named, ...]:
    return tuple(
        Named(decision.facts[name].title, field_text(decision.facts[name].field, value))
        for name, value in values.items()
    )


_ITEM = re.compile(r"(?P<list>\w+)\[(?P<row>\d+)\]\.(?P<part>\w+)")


def need(decision: type[Decision[Any]], name: str) -> Need:
    """A needed fact, field of a record, or parameter, by the name under which answers ask for it."""
    if name.startswith("param:"):
        key = name.removeprefix("param:")
        parameter = next(p for p in decision.parameters if p.key == key)
        return Need(name, parameter.title, parameter=parameter)
    item = _ITEM.fullmatch(name)
    if item is None:
        fact = decision.facts[name]
        return Need(name, fact.title, fact)
    fact = decision.facts[item["list"]]
    record = fact.field.inner.record
    part = record[item["part"]].title if record else fact.title
    told = t(f"{fact.title.zh} 第{item['row']}项：{part.zh}", f"{fact.title.en}, item {item['row']}: {part.en}")
    return Need(name, told, fact)


def _used(key: str, answer: Answer) -> Used:
    """A parameter by its key among the answer's versions: ``KEY``, or ``KEY@DAY`` where looked up on another day."""
    name, _, day = key.partition("@")
    parameter = next(p for p in answer.decision.parameters if p.key == name)
    version = answer.versions[key]
    value = None if version is None else version.value
    on = date.fromisoformat(day) if day else answer.law_day
    return Used(parameter, version, value_text(value, parameter.unit, parameter.type), on)
