"""The procedures that this desk runs, and what their declarations tell about who takes part."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404

from mulberry.decisions.declare import Decision
from mulberry.law.parameters import Parameter, Standing
from mulberry.law.text import Text, t
from mulberry.pack.clauses import covers
from mulberry.procedures import Procedure
from mulberry.procedures.parts import ByField, Clock, Count, Step
from mulberry.record.acts import Role
from mulberry.record.field import Field
from mulberry_web.page.packs import packs
from mulberry_web.page.written import field_text

BY_CASE = t("由办理人员在办件中确定", "set in the case by whoever handles it")


def procedures() -> dict[str, type[Procedure]]:
    """Every procedure by id."""
    found = packs().by_id
    return {id: one for id, one in found.items() if isinstance(one, type) and issubclass(one, Procedure)}


def procedure_or_404(id: str) -> type[Procedure]:
    """The procedure of that id."""
    found = procedures().get(id)
    if found is None:
        raise Http404
    return found


def opening(procedure: type[Procedure]) -> Step | None:
    """The command by which an applicant opens a case; ``None`` where only offices open one."""
    openings = (step for step in procedure.commands.values() if step.start)
    return next((step for step in openings if any(role.applicant for role in step.roles)), None)


def opened_by(step: Step) -> Role:
    """The role in which an applicant gives it."""
    return next(role for role in step.roles if role.applicant)


def questions(procedure: type[Procedure], step: Step) -> dict[str, Field]:
    """What a form asks: every field but the number, which the desk gives."""
    return {name: field for name, field in step.takes.items() if name != procedure.key_field}


def decisions_beside(procedure: type[Procedure]) -> list[type[Decision[Any]]]:
    """What the procedure turns on: decisions about the same subject that carry out the same clause. The same system's
    come first."""
    pack = packs().pack_of(procedure)
    found = [
        one
        for one in pack.instruments
        if isinstance(one, type) and issubclass(one, Decision) and one.subject == procedure.subject
    ]
    beside = [one for one in found if _share_a_clause(one.clauses, procedure.clauses)]
    return sorted(beside, key=lambda one: (one.system != procedure.system, one.system, one.id))


def _share_a_clause(some: Iterable[str], others: tuple[str, ...]) -> bool:
    return any(covers(one, other) for one in some for other in others)


def whose_turn(procedure: type[Procedure], state: str) -> tuple[Role, ...]:
    """Who is to act while a case stands in a state: those whom its clock names, or else those who can move it on."""
    declared = procedure.states.get(state)
    if declared is None or declared.end:
        return ()
    always = [one for one in procedure.clocks.values() if not one.term and one.when is None]
    running = next((one for one in always if one.runs(state)), None)
    return running.acts if running is not None else movers(procedure, state)


def movers(procedure: type[Procedure], state: str) -> tuple[Role, ...]:
    """Those with an act that leads out of a state: the offices where they have one, and else the applicant."""
    acts = [one for one in procedure.commands.values() if one.to is not None and state in {at.name for at in one.from_}]
    able = {role.id: role for act in acts for role in act.roles}
    offices = tuple(role for role in able.values() if not role.applicant)
    return offices or tuple(able.values())


def named(roles: Iterable[Role]) -> Text:
    """Several roles in one phrase."""
    titles = [role.title for role in roles]
    return t("、".join(one.zh for one in titles) or "—", " or ".join(one.en for one in titles) or "—")


@dataclass(frozen=True, slots=True)
class Length:
    """How long a period is, in words; ``standing`` is told where nobody has compared it with the official text."""

    words: Text
    standing: Standing | None = None

    def where(self, condition: Text) -> Length:
        """The same length, which holds only where something is so."""
        words = t(f"{self.words.zh}（{condition.zh}）", f"{self.words.en} ({condition.en})")
        return Length(words, self.standing)

    def more(self) -> Length:
        """By how much a period may be extended."""
        if self.words == BY_CASE:
            return Length(t("可以延长，长度在办件中确定", "may be extended; by how much is set in the case"))
        words = t(f"可延长{self.words.zh}", f"may be extended by {self.words.en}")
        return Length(words, self.standing)


def periods(clock: Clock, today: date, procedure: type[Procedure] | None = None) -> list[Length]:
    """How long a clock runs as of a day: one line for each length that it may have, and one for its extension.

    The procedure, where it is given, says what another length depends on.
    """
    if clock.until:
        return [Length(t("至所填日期届满", "ends on the day given"))]
    lengths = _lengths(procedure, clock.count, clock, today)
    if clock.extension is None:
        return lengths
    return [*lengths, *(one.more() for one in _lengths(procedure, clock.extension, clock, today))]


def _lengths(procedure: type[Procedure] | None, count: Count | None, clock: Clock, today: date) -> list[Length]:
    """The usual length first, and then each that a field of the case chooses, with what it is chosen by."""
    if not isinstance(count, ByField):
        return [_length(count, clock, today)]
    usual = _length(count.otherwise, clock, today)
    others = [(value, _length(one, clock, today)) for value, one in count.counts.items()]
    return [usual, *(one.where(_chosen(procedure, count.field, value)) for value, one in others)]


def _chosen(procedure: type[Procedure] | None, name: str, value: Any) -> Text:
    """What a field of the case says, such as “joint handling: yes”."""
    takes = (step.takes for step in procedure.commands.values()) if procedure else ()
    field = next((one[name] for one in takes if name in one), None)
    if field is None:
        return t("特定情形", "in certain cases")
    told = field_text(field, value)
    return t(f"{field.title.zh}：{told.zh}", f"{field.title.en}: {told.en}")


def _length(count: Count | None, clock: Clock, today: date) -> Length:
    if not isinstance(count, Parameter):
        return Length(BY_CASE)
    version = count.at(today)
    if version is None or version.value is None:
        return Length(t("尚未查明", "not established"), Standing.MISSING)
    label = clock.unit.label
    standing = None if version.standing is Standing.CONFIRMED else version.standing
    return Length(t(f"{version.value}{label.zh}", f"{version.value} {label.en}"), standing)
