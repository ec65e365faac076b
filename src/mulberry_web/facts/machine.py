"""The register of facts: what is stated about one subject, with sources, days and history.

A stream is one subject. Facts about natural persons are ``personal``: the sealed leaf only commits to them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, ClassVar

from mulberry.decisions.facts import Fact
from mulberry.errors import Invalid
from mulberry.instrument import Kind
from mulberry.law.basis import Basis
from mulberry.law.parameters import Parameter
from mulberry.law.text import Text, t
from mulberry.record.acts import Act, Role, find, read_key
from mulberry.record.events import Command, Context, Decided, Event
from mulberry.record.field import Fields, Refusal
from mulberry.record.fields import day, text
from mulberry.record.values import write
from mulberry_web.facts import catalogue

ID = "subject-facts"
OWNER = Role("owner", t("本人或本单位", "The subject itself"), applicant=True)
NO_FACT = t("没有名为“{name}”的事实。", "There is no fact called “{name}”.")
FUTURE = t("截至日期不能晚于今天。", "The as-of date cannot lie after today.")
NO_KIND = t("没有这一类对象。", "There is no such kind of subject.")
NO_MAP = t("事实须写作名称与值的对照。", "Facts are given as names with values.")
ALREADY = Refusal(
    "already_opened", t("这一对象已经建立，请直接填写。", "This subject is there already; fill in its facts.")
)
NOT_OPENED = Refusal("not_opened", t("请先建立这一对象。", "Create this subject first."))


@dataclass(frozen=True, slots=True)
class Known:
    """One fact as stated: its value as events hold it, its source, the day it was true, and when it was said."""

    value: Any
    source: str = ""
    as_of: date | None = None
    stated_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class SubjectState:
    """All that is known of a subject; what is not there is unknown."""

    key: str
    kind: str = ""
    name: str = ""
    facts: Mapping[str, Known] = field(default_factory=dict)

    @property
    def opened(self) -> bool:
        return bool(self.kind)

    @property
    def values(self) -> dict[str, Any]:
        """The facts as decisions take them."""
        return {name: known.value for name, known in self.facts.items()}


_SUBJECT = text(t("对象编号", "Number of the subject"), length=100)
_NAME = text(t("姓名或名称", "Name"), length=100, personal=True, optional=True)
OPEN = Act(
    name="open",
    title=t("建立对象", "Create a subject"),
    roles=(OWNER,),
    takes=Fields(subject=_SUBJECT, kind=text(t("对象类型", "Kind of subject"), length=40), name=_NAME),
)
STATE = Act(
    name="state",
    title=t("填写事实", "State facts"),
    roles=(OWNER,),
    takes=Fields(
        subject=_SUBJECT,
        kind=text(t("对象类型", "Kind of subject"), length=40, optional=True),
        source=text(t("信息来源", "Source"), length=200, optional=True),
        as_of=day(t("截至日期", "As of"), optional=True),
    ),
)
"""Beside these ``state`` takes ``facts``, read by the packs' declarations; ``kind`` creates the subject first."""


class SubjectFacts:
    """The machine. ``facts_of`` gives the declared facts of a kind of subject; the desk's come from its packs."""

    id = ID
    kind = Kind.REGISTER
    system = ""
    clauses: tuple[str, ...] = ()
    title: Text = t("对象事实", "Facts of a subject")
    subject = ""
    bases: tuple[Basis, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    roles: ClassVar[Mapping[str, Role]] = {OWNER.id: OWNER}
    applicant_roles: ClassVar[frozenset[str]] = frozenset({OWNER.id})
    commands: ClassVar[Mapping[str, Act]] = {OPEN.name: OPEN, STATE.name: STATE}

    def __init__(self, facts_of: Callable[[str], Mapping[str, Fact]] = catalogue.facts) -> None:
        self.facts_of = facts_of

    def key(self, command: str, fields: Mapping[str, Any]) -> str:
        return read_key("subject", fields)

    def initial(self, key: str) -> SubjectState:
        return SubjectState(key)

    def decide(self, state: SubjectState, command: Command, context: Context) -> Decided:
        act: Act = find(self.commands, command, self.title)
        act.check_role(command.by)
        return self._open(state, command) if act is OPEN else self._state(state, command)

    def evolve(self, state: SubjectState, event: Event) -> SubjectState:
        if event.type == OPEN.name:
            return replace(state, kind=str(event.data["kind"]), name=str(event.personal.get("name", "")))
        told = {**_of(event.data.get("facts")), **event.personal}
        facts = dict(state.facts)
        for name, said in told.items():
            if said is None or said["value"] is None:
                facts.pop(name, None)
            else:
                facts[name] = _known(said, event.at)
        # In one order whatever order they were told in, so that a state made anew equals the kept one.
        return replace(state, facts=dict(sorted(facts.items())))

    def lapse(self, state: SubjectState, now: datetime, context: Context) -> Sequence[Event]:
        return ()

    def view(
        self, state: SubjectState, name: str, fields: Mapping[str, Any], now: datetime, context: Context
    ) -> Mapping[str, Any]:
        """All that is known, with sources and days."""
        facts = {name: {"value": k.value, "source": k.source, "as_of": k.as_of} for name, k in state.facts.items()}
        return {"subject": state.key, "kind": state.kind, "facts": facts}

    def _open(self, state: SubjectState, command: Command) -> Decided:
        if state.opened:
            raise ALREADY.refused()
        given = OPEN.takes.read(command.fields)
        return Decided([self._opening(state, command, given["kind"], given["name"])], {"subject": state.key})

    def _opening(self, state: SubjectState, command: Command, kind: str, name: str | None = None) -> Event:
        if kind not in catalogue.KIND_TITLES and not self.facts_of(kind):
            raise Invalid("kind", NO_KIND)
        personal = {"name": name} if name else {}
        return Event(OPEN.name, command.at, command.by, {"subject": state.key, "kind": kind}, personal)

    def _state(self, state: SubjectState, command: Command) -> Decided:
        facts = command.fields.get("facts") or {}
        given = STATE.takes.read({name: held for name, held in command.fields.items() if name != "facts"})
        if given["as_of"] and given["as_of"] > command.at.date():
            raise Invalid("as_of", FUTURE)
        events: list[Event] = []
        if not state.opened:
            if given["kind"] is None:
                raise NOT_OPENED.refused()
            events.append(self._opening(state, command, given["kind"]))
            state = self.evolve(state, events[0])
        return self._stated(state, command, given, facts, events)

    def _stated(
        self, state: SubjectState, command: Command, given: Mapping[str, Any], facts: Any, events: list[Event]
    ) -> Decided:
        if not isinstance(facts, Mapping):
            raise Invalid("facts", NO_MAP)
        declared, about = self.facts_of(state.kind), {"source": given["source"] or "", "as_of": write(given["as_of"])}
        said = {name: {"value": value, **about} for name, value in _checked(declared, facts).items()}
        changed = {name: one for name, one in said.items() if _changed(state.facts.get(name), one)}
        personal = {name: one for name, one in changed.items() if declared[name].personal}
        plain = {name: one for name, one in changed.items() if not declared[name].personal}
        if changed:
            events.append(Event(STATE.name, command.at, command.by, {"facts": plain} if plain else {}, personal))
        return Decided(events, {"changed": len(changed)})


def _checked(declared: Mapping[str, Fact], given: Mapping[str, Any]) -> dict[str, Any]:
    """Each fact read by its own declaration and written as events hold it; ``None`` makes it unknown again."""
    checked = {}
    for name, value in given.items():
        if name not in declared:
            raise Invalid(name, NO_FACT.format(name=name[:80]))
        checked[name] = None if value is None else write(declared[name].field.read(name, value))
    return checked


def _changed(known: Known | None, said: Mapping[str, Any]) -> bool:
    if known is None:
        return said["value"] is not None
    return (known.value, known.source, write(known.as_of)) != (said["value"], said["source"], said["as_of"])


def _of(held: Any) -> dict[str, Any]:
    return dict(held) if isinstance(held, Mapping) else {}


def _known(said: Mapping[str, Any], at: datetime) -> Known:
    as_of = said.get("as_of")
    return Known(said["value"], said.get("source") or "", date.fromisoformat(as_of) if as_of else None, at)
