"""States and the commands that lead from one to another: what procedures and registers have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from mulberry.errors import Invalid
from mulberry.law.text import Text, t
from mulberry.record.acts import Act, Guard, Scene
from mulberry.record.events import Command
from mulberry.record.field import Refusal
from mulberry.record.values import write

UNKNOWN_CASE = Refusal(
    "unknown_case",
    t(
        "没有编号为“{id}”的{thing}，请核对编号或先提交。",
        "There is no “{id}” in “{thing_en}”; check the number, or begin with it.",
    ),
)
ALREADY_EXISTS = Refusal(
    "already_exists",
    t(
        "编号“{id}”已有{thing}，请另编号提交或在原件中继续。",
        "“{id}” exists in “{thing_en}”; use another number, or go on with it.",
    ),
)
NOT_IN_THIS_STATE = Refusal(
    "not_possible_in_this_state",
    t(
        "当前状态为“{state}”，不能“{act}”；须处于：{may}。",
        "It stands at “{state_en}”: “{act_en}” needs it to be {may_en}.",
    ),
)
ALREADY_DONE = Refusal(
    "already_done", t("“{act}”只能办理一次，已经办过。", "“{act_en}” is done once only, and has been done.")
)
_BACKWARDS = t(
    "at：{at}早于上一次记录的时间{last}，请核对时间。", "at: {at} is before the last event ({last}); check the time."
)


class Named:
    """A part that takes its name from the attribute it is assigned to, without a trailing underscore."""

    __slots__ = ()

    def __set_name__(self, owner: type, name: str) -> None:
        object.__setattr__(self, "name", name.removesuffix("_"))


@dataclass(frozen=True, slots=True, eq=False)
class State(Named):
    """Where a case or an entry may stand. At ``end`` it may rest for ever; ``draft`` is before anything was given.

    A state is itself only: it is named after it was made, and must be found in a mapping both before and after.
    """

    title: Text
    end: bool = False
    draft: bool = False
    name: str = ""


def state(title: Text, *, end: bool = False, draft: bool = False) -> State:
    return State(title, end, draft)


class Standing(Protocol):
    """What every state of a stream can tell."""

    @property
    def id(self) -> str: ...
    @property
    def state(self) -> str: ...
    @property
    def exists(self) -> bool: ...
    @property
    def last_at(self) -> datetime | None: ...
    def times(self, command: str) -> int: ...


@dataclass(frozen=True, slots=True)
class Branch:
    """The state that a step leads to, chosen by a field or by what is worked out; ``None`` leaves it where it is."""

    by: str | Callable[[Any], Any]
    to: Mapping[Any, State | None]

    def chosen(self, scene: Scene[Any]) -> State | None:
        return self.to.get(scene.given.get(self.by) if isinstance(self.by, str) else self.by(scene))


def branch(by: str | Callable[[Any], Any], to: Mapping[Any, State | None]) -> Branch:
    """The next state, chosen by a field or by what is worked out from the scene."""
    return Branch(by, to)


Target = State | Branch | None
Then = Callable[[Any], Sequence[Command]]
Notes = Mapping[str, Callable[[Any], Any]]


def targets(to: Target) -> Iterator[State]:
    """Every state that a step may lead to."""
    if isinstance(to, State):
        yield to
    elif isinstance(to, Branch):
        yield from dict.fromkeys(state for state in to.to.values() if state is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Move(Act):
    """A command that opens a stream or leads it from one state to another.

    ``start`` opens it. Otherwise it must stand in one of ``from_``; ``first`` are guards that answer before that is
    asked, because their refusal tells more. ``once`` refuses a second time. ``marks`` notes the day under a name.
    ``notes`` are what is kept besides what was given, worked out under the law of that day. ``then`` gives commands
    that follow in the same transaction.
    """

    start: bool = False
    from_: tuple[State, ...] = ()
    to: Target = None
    once: Refusal | None = None
    first: tuple[Guard, ...] = ()
    marks: str = ""
    notes: Notes = field(default_factory=dict)
    then: Then | None = None

    def target(self, scene: Scene[Any]) -> str:
        """The state that follows: the present one where the step does not move on."""
        to = self.to.chosen(scene) if isinstance(self.to, Branch) else self.to
        return to.name if to else str(scene.state.state)

    def allowed_in(self, state: str) -> bool:
        return any(state == each.name for each in self.from_)

    def open_in(self, state: str) -> bool:
        """Whether the command is worth offering in a state."""
        return self.allowed_in(state)

    def refusals(self) -> list[Refusal]:
        own = [self.once, *(each.refusal for each in self.first)]
        return [*Act.refusals(self), *(refusal for refusal in own if refusal)]

    def check_standing(self, scene: Scene[Any], title: Text, states: Mapping[str, State]) -> None:
        """Whether it exists, time runs forward, the actor is competent, and the state allows the act, in this order."""
        standing: Standing = scene.state
        self._check_existence(standing, title)
        check_time(standing.last_at, scene.at)
        self.check_role(scene.by)
        words = {"act": self.title.zh, "act_en": self.title.en}
        if self.once is not None and standing.times(self.name):
            raise self.once.refused(**words)
        for guard in self.first:
            guard.check(scene)
        if standing.exists and not self.allowed_in(standing.state):
            now = states[standing.state].title if standing.state in states else t(standing.state, standing.state)
            raise NOT_IN_THIS_STATE.refused(**words, state=now.zh, state_en=now.en, **_either(self.from_))

    def _check_existence(self, standing: Standing, title: Text) -> None:
        values = {"id": standing.id, "thing": title.zh, "thing_en": title.en}
        if not standing.exists and not self.start:
            raise UNKNOWN_CASE.refused(**values)
        if standing.exists and self.start and not self.allowed_in(standing.state):
            raise ALREADY_EXISTS.refused(**values)

    def data(self, scene: Scene[Any]) -> dict[str, Any]:
        """What the event keeps: where it led, what was given and noted, the day that was marked, and warnings."""
        told: dict[str, Any] = {
            "to": self.target(scene),
            "given": self.takes.written(scene.given, personal=False),
            "noted": write({name: tell(scene) for name, tell in self.notes.items()}),
            "marks": {self.marks: scene.on.isoformat()} if self.marks else {},
            "warnings": [warning.code for warning in self.warnings(scene)],
        }
        return {name: value for name, value in told.items() if value}


def check_time(last_at: datetime | None, at: datetime) -> None:
    """Refuse an act dated before what has already happened."""
    if last_at is not None and at < last_at:
        raise Invalid("at", _BACKWARDS.format(at=at.isoformat(" "), last=last_at.isoformat(" ")))


def in_states(refusal: Refusal, *states: State) -> Guard:
    """Refuse while it stands in one of these states."""
    return Guard(lambda scene: all(scene.state.state != state.name for state in states), refusal)


def _either(states: Iterable[State]) -> dict[str, str]:
    titles = [state.title for state in states]
    return {
        "may": "、".join(title.zh for title in titles) or "（无）",
        "may_en": " or ".join(f"“{title.en}”" for title in titles) or "elsewhere",
    }
