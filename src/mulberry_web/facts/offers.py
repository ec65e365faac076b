"""What the policy offers a subject: every decision about its kind, answered and sorted by what it says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from mulberry.decisions.run import decide
from mulberry.errors import Invalid
from mulberry.instrument import Instrument, Kind
from mulberry.law.text import Text, t
from mulberry.pack.clauses import covers
from mulberry_web.facts.catalogue import AskedDecision, decisions
from mulberry_web.page.answers import Need, Shown, shown
from mulberry_web.page.packs import packs
from mulberry_web.policy.described import can_apply

MOST_NAMED = 3


class Standing(StrEnum):
    """Where a subject stands with a decision."""

    YES = "yes"
    SETTLED = "settled"
    NEAR = "near"
    OPEN = "open"
    NO = "no"


TITLES: Mapping[Standing, tuple[Text, Text]] = {
    Standing.YES: (t("可以用", "Yes"), t("要求都符合。", "Everything required holds.")),
    Standing.SETTLED: (
        t("已有结论", "Settled"),
        t(
            "走哪条路、要不要办，按已填的情况已经判明。",
            "Which route it is, or that nothing needs doing, follows from your facts.",
        ),
    ),
    Standing.NEAR: (
        t("只差一项", "One step away"),
        t("补一项事实，或改变一项情况，就有结论。", "One more fact, or one thing changed, and it is settled."),
    ),
    Standing.OPEN: (
        t("还不能判定", "Not settled yet"),
        t("缺少几项事实；缺什么都列出来了。", "Several facts are missing; each is named."),
    ),
    Standing.NO: (
        t("目前不适用", "Not at present"),
        t("哪一项不符合、依据哪条法律，都写明了。", "Which requirement fails, and under which law."),
    ),
}


@dataclass(frozen=True, slots=True)
class Offer:
    """One decision for one subject. ``error`` is said where a stated fact no longer makes sense to the decision."""

    decision: AskedDecision
    standing: Standing
    shown: Shown | None
    procedures: tuple[Instrument, ...]
    error: Text | None = None

    @property
    def first_needed(self) -> tuple[Need, ...]:
        """As many of the missing facts as a list should name."""
        return self.shown.needed[:MOST_NAMED] if self.shown else ()

    @property
    def more_needed(self) -> int:
        return max(0, len(self.shown.needed) - MOST_NAMED) if self.shown else 0

    @property
    def failed(self) -> list[Text]:
        return [one.text for one in self.shown.required if one.reason.holds is False] if self.shown else []


def offers(kind: str, values: Mapping[str, Any], as_of: date) -> list[Offer]:
    """Every decision about the kind, answered for these facts as of a day."""
    return [offer(decision, values, as_of) for decision in decisions(kind)]


def sorted_offers(all_: list[Offer]) -> list[tuple[Text, Text, list[Offer]]]:
    """The offers under their headings; an empty heading is left out."""
    # Those that lack least come first: they are settled soonest.
    ordered = sorted(all_, key=lambda one: len(one.shown.needed) if one.shown else 0)
    grouped = [(TITLES[standing], [one for one in ordered if one.standing is standing]) for standing in Standing]
    return [(title, about, held) for (title, about), held in grouped if held]


def offer(decision: AskedDecision, values: Mapping[str, Any], as_of: date) -> Offer:
    """One decision answered. Facts that belong to other decisions of the kind are left out."""
    given = {name: value for name, value in values.items() if name in decision.facts}
    beside = procedures_beside(decision)
    try:
        told = shown(decide(decision, given, as_of))
    except Invalid as error:
        return Offer(decision, Standing.OPEN, None, beside, error.text)
    return Offer(decision, _standing(told), told, beside)


def _standing(told: Shown) -> Standing:
    if told.tone == "wait":
        return Standing.NEAR if len(told.needed) == 1 else Standing.OPEN
    if told.tone != "bad":
        return Standing.YES if told.tone == "good" else Standing.SETTLED
    wrong = [one for one in told.required if one.reason.holds is not True]
    return Standing.NEAR if len(wrong) == 1 else Standing.NO


def procedures_beside(decision: AskedDecision) -> tuple[Instrument, ...]:
    """Where one applies for what the decision is about: procedures of the same system that an applicant opens, or,
    where the system has none, those that carry out the same clause for the same kind of subject."""
    found = [one for one in packs().pack_of(decision).of_kind(Kind.PROCEDURE) if can_apply(one)]
    own = [one for one in found if one.system == decision.system]
    return tuple(own or (one for one in found if one.subject == decision.subject and _shared(one, decision)))


def _shared(one: Instrument, other: Instrument) -> bool:
    return any(covers(a, b) for a in one.clauses for b in other.clauses)
