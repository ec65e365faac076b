"""A small machine for the tests of the doors: six steps by people, a silence that decides, and a quota beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, ClassVar, cast

from mulberry.errors import Invalid, Refused
from mulberry.instrument import Instrument, Kind
from mulberry.law.text import t
from mulberry.pack.pack import Pack
from mulberry.record.acts import Role, role
from mulberry.record.events import LAW, Actor, Command, Context, Decided, Event

# Command: who gives it, from which state, to which state.
STEPS = {
    "submit": ("applicant", "", "submitted"),
    "accept": ("officer", "submitted", "reviewing"),
    "review_a": ("officer", "reviewing", "reviewing_b"),
    "review_b": ("officer", "reviewing_b", "reviewed"),
    "decide": ("officer", "reviewed", "decided"),
    "notify": ("officer", "decided", "notified"),
}
DAYS_TO_ACCEPT = 5
NO = t("现在不能这样办。", "This cannot be done now.")


@dataclass(frozen=True)
class Permit:
    id: str
    state: str = ""
    since: date | None = None
    applicant: str = ""
    notes: tuple[str, ...] = ()
    about: Mapping[str, Any] = field(default_factory=dict)
    by: Mapping[str, str] = field(default_factory=dict)


class PermitCase:
    """A permit whose submission counts in a quota, and which is deemed accepted when nobody acts for five days."""

    id = "permit-case"
    kind = Kind.PROCEDURE
    roles: ClassVar[Mapping[str, Role]] = {
        "applicant": role("applicant", t("申请人", "Applicant"), applicant=True),
        "officer": role("officer", t("经办人", "Officer")),
    }
    applicant_roles = frozenset({"applicant"})

    def key(self, command: str, fields: Mapping[str, Any]) -> str:
        if not isinstance(fields.get("id"), str):
            raise Invalid("id", t("必须填写编号。", "Give the number."))
        return str(fields["id"])

    def initial(self, key: str) -> Permit:
        return Permit(key)

    def decide(self, state: Permit, command: Command, context: Context) -> Decided:
        if not state.state and command.name != "submit":
            raise Refused("unknown_case", t("没有这一办件。", "There is no such case."))
        if command.name == "note":
            event = Event("note", command.at, command.by, {"note": command.fields["note"]})
            also = command.fields.get("also")
            return Decided(
                [event], {"state": state.state}, [replace_fields(command, id=also, also=None)] if also else []
            )
        who, before, after = STEPS[command.name]
        if command.by.role != who:
            raise Refused("not_competent", NO)
        if state.state != before:
            raise Refused("not_possible_in_this_state", NO)
        personal = {name: command.fields[name] for name in ("holder", "address") if name in command.fields}
        event = Event(command.name, command.at, command.by, {"to": after}, personal)
        then: tuple[Command, ...] = ()
        if command.name == "submit" and "quota" in command.fields:
            then = (Command("permit-quota", "use", {"id": command.fields["quota"]}, LAW, command.at),)
        return Decided([event], {"state": after, "due": None}, then)

    def evolve(self, state: Permit, event: Event) -> Permit:
        if event.type == "note":
            return replace(state, notes=(*state.notes[-9:], str(event.data["note"])))
        return replace(
            state,
            state=str(event.data["to"]),
            since=event.on,
            applicant=str(event.personal.get("holder", state.applicant)),
            about={**state.about, **event.personal},
            by={**state.by, event.type: event.by.name},
        )

    def lapse(self, state: Permit, now: datetime, context: Context) -> Sequence[Event]:
        if state.state != "submitted" or state.since is None:
            return ()
        last = state.since + timedelta(days=DAYS_TO_ACCEPT)
        if now.date() <= last:
            return ()
        at = datetime.combine(last + timedelta(days=1), datetime.min.time())
        return (Event("deemed_accepted", at, LAW, {"to": "reviewing"}),)

    def view(
        self, state: Permit, name: str, fields: Mapping[str, Any], now: datetime, context: Context
    ) -> dict[str, Any]:
        return {"id": state.id, "state": state.state, "applicant": state.applicant}


@dataclass(frozen=True)
class Quota:
    id: str
    used: int = 0


class PermitQuota:
    """No more than three permits: what follows from a submission is refused with it."""

    id = "permit-quota"
    kind = Kind.ACCOUNT
    roles: ClassVar[Mapping[str, Role]] = {"officer": role("officer", t("经办人", "Officer"))}

    def key(self, command: str, fields: Mapping[str, Any]) -> str:
        return str(fields["id"])

    def initial(self, key: str) -> Quota:
        return Quota(key)

    def decide(self, state: Quota, command: Command, context: Context) -> Decided:
        if state.used >= 3:
            raise Refused("quota_used_up", t("名额已满。", "The quota is used up."))
        return Decided([Event("used", command.at, command.by, {})], {"used": state.used + 1})

    def evolve(self, state: Quota, event: Event) -> Quota:
        return replace(state, used=state.used + 1)

    def lapse(self, state: Quota, now: datetime, context: Context) -> Sequence[Event]:
        return ()

    def view(
        self, state: Quota, name: str, fields: Mapping[str, Any], now: datetime, context: Context
    ) -> dict[str, Any]:
        return {"used": state.used}


PERMIT, QUOTA = PermitCase(), PermitQuota()
pack = Pack(
    id="permits",
    title=t("许可", "Permits"),
    number="",
    issuer=t("无", "Nobody"),
    measures=(),
    instruments=cast("tuple[Instrument, ...]", (PERMIT, QUOTA)),  # what the doors need of instruments, and no more
    folder=Path(__file__).parent,
)


def replace_fields(given: Command, **fields: Any) -> Command:
    """The same command with other fields."""
    return Command(given.instrument, given.name, {**given.fields, **fields}, given.by, given.at)


def command(name: str, id: str, at: datetime, role: str = "", **fields: Any) -> Command:
    """A command of the permit, in the role that may give it."""
    who = role or (STEPS[name][0] if name in STEPS else "officer")
    return Command("permit-case", name, {"id": id, **fields}, Actor(who), at)
