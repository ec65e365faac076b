"""Which facts there are: those that the packs' decisions read, by kind of subject and by system."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from mulberry.decisions.declare import Decision
from mulberry.decisions.facts import Fact
from mulberry.instrument import Kind
from mulberry.law.text import Text, t
from mulberry_web.page.packs import packs

GENERAL = t("基本情况", "General")
KIND_TITLES: Mapping[str, Text] = {
    "enterprise": t("企业", "Enterprise"),
    "person": t("个人", "Person"),
    "project": t("项目", "Project"),
    "institution": t("机构", "Institution"),
    "fund": t("基金", "Fund"),
    "patent": t("专利", "Patent"),
    "unit": t("单元", "Unit"),
    "dispute": t("争议", "Dispute"),
    "matter": t("事项", "Matter"),
    "application": t("申请", "Application"),
    "administrative act": t("行政行为", "Administrative act"),
    "period": t("期间", "Period"),
}
AskedDecision = type[Decision[Any]]


@dataclass(frozen=True, slots=True)
class Group:
    """Facts that a form asks together: those of one system, or those that several systems share."""

    slug: str
    title: Text
    facts: Mapping[str, Fact]


@cache
def decisions(kind: str) -> tuple[AskedDecision, ...]:
    """Every decision about a kind of subject, in the order of the packs."""
    return tuple(
        one  # type: ignore[misc]
        for pack in packs().packs
        for one in pack.of_kind(Kind.DECISION)
        if one.subject == kind
    )


@cache
def facts(kind: str) -> Mapping[str, Fact]:
    """Every fact that some decision reads of a kind of subject, by name."""
    found: dict[str, Fact] = {}
    for decision in decisions(kind):
        found |= {name: fact for name, fact in decision.facts.items() if name not in found}
    return found


@cache
def groups(kind: str) -> tuple[Group, ...]:
    """The facts as forms ask them: what several systems share first, and then system by system."""
    readers: dict[str, list[str]] = {}
    for decision in decisions(kind):
        for name in decision.facts:
            systems = readers.setdefault(name, [])
            if decision.system not in systems:
                systems.append(decision.system)
    all_facts = facts(kind)
    shared = {name: all_facts[name] for name, systems in readers.items() if len(systems) > 1}
    own: dict[str, dict[str, Fact]] = {}
    for name, systems in readers.items():
        if len(systems) == 1:
            own.setdefault(systems[0], {})[name] = all_facts[name]
    made = [Group("general", GENERAL, shared)] if shared else []
    return (
        *made,
        *(Group(system.replace(".", "-"), _system_title(kind, system), held) for system, held in own.items()),
    )


def _system_title(kind: str, number: str) -> Text:
    """What the facts of a system are for: the first decision that asks for them."""
    return next(one.title for one in decisions(kind) if one.system == number)


@cache
def kinds() -> tuple[str, ...]:
    """The kinds of subject that decisions are about, in the order of the packs."""
    found = [one.subject for pack in packs().packs for one in pack.of_kind(Kind.DECISION)]
    return tuple(dict.fromkeys(found))


def kind_title(kind: str) -> Text:
    return KIND_TITLES.get(kind, t(kind, kind))
