"""The words in which a register's parts are declared."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from mulberry.law.basis import Basis
from mulberry.law.text import Text, t
from mulberry.record.acts import (
    NOT_COMPETENT,
    UNTITLED,
    Document,
    Guard,
    Role,
    Scene,
    Sense,
    Warning,
    guard,
    refuse_if,
    take_title,
)
from mulberry.record.field import Fields, Refusal
from mulberry.record.fields import choice
from mulberry.record.lifecycle import Branch, Notes, State, Target, Then
from mulberry.registers.entry import Entry
from mulberry.registers.parts import Change, Figure, Lapse, View
from mulberry.registers.words import COMMAND_TITLES, MOVE_NOT_ALLOWED

TO_TITLE = t("变更为", "New state")


def figure(title: Text, tell: Callable[[Any], Any]) -> Figure:
    """Something computed about an entry; ``tell`` is given a ``views.Look``."""
    return Figure(title, tell)


def shown(title: Text, *fields: str) -> View:
    """A view for readers who may see only these fields, such as the public."""
    return View(title=title, shows=fields)


def lapsing(title: Text, *, field: str, from_: tuple[State, ...], to: State, basis: Basis) -> Lapse:
    """What an entry becomes by itself when the day in a field has passed."""
    return Lapse(title=title, field=field, from_=from_, to=to, basis=basis)


def change(
    *roles: Role,
    start: bool = False,
    from_: State | tuple[State, ...] = (),
    to: Target = None,
    takes: Fields | None = None,
    title: Text | None = None,
    basis: Basis | None = None,
    senses: tuple[Sense, ...] = (),
    once: Refusal | None = None,
    first: tuple[Guard, ...] = (),
    guards: tuple[Guard, ...] = (),
    warns: tuple[Warning, ...] = (),
    documents: tuple[Document, ...] = (),
    wrong_role: Refusal = NOT_COMPETENT,
    marks: str = "",
    notes: Notes | None = None,
    then: Then | None = None,
    attaches: bool = False,
) -> Change:
    """One command: who gives it, from where it leads where, what it takes, and what forbids it."""
    return _Titled(
        title=title or UNTITLED, roles=roles, start=start, from_=(from_,) if isinstance(from_, State) else from_,
        to=to, takes=takes or Fields(), basis=basis, senses=senses, once=once, first=first, guards=guards, warns=warns,
        documents=documents, wrong_role=wrong_role, marks=marks, notes=notes or {}, then=then, attaches=attaches,
    )  # fmt: skip


def moves(
    *roles: Role,
    allows: Mapping[State, tuple[State, ...]],
    refuses: Mapping[tuple[State, State], Refusal] | None = None,
    takes: Fields | None = None,
    title: Text | None = None,
    basis: Basis | None = None,
    guards: tuple[Guard, ...] = (),
    warns: tuple[Warning, ...] = (),
    documents: tuple[Document, ...] = (),
    notes: Notes | None = None,
) -> Change:
    """The command that moves an entry to the state given in its field ``to``.

    ``allows`` maps each state to those that may follow. ``refuses`` answers particular moves that the law forbids with
    their own refusal; all others that are not allowed are ``move_not_allowed``.
    """
    return Moving(
        title=title or UNTITLED, roles=roles, takes=takes or Fields(), basis=basis, guards=guards, warns=warns,
        documents=documents, notes=notes or {}, allows=allows, refuses=refuses or {},
    )  # fmt: skip


class _Titled(Change):
    """A change that takes the usual title of its name where it was declared without one."""

    __slots__ = ()

    def __set_name__(self, owner: type, name: str) -> None:
        Change.__set_name__(self, owner, name)
        take_title(self, COMMAND_TITLES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moving(Change):
    """A move to a state that is named; the states know their names only once the class is made."""

    allows: Mapping[State, tuple[State, ...]]
    refuses: Mapping[tuple[State, State], Refusal]

    def __set_name__(self, owner: type, name: str) -> None:
        Change.__set_name__(self, owner, name)
        take_title(self, COMMAND_TITLES)
        states = {part.name: part for part in vars(owner).values() if isinstance(part, State)}
        named = Fields(to=choice(TO_TITLE, {each: part.title for each, part in states.items()}))
        object.__setattr__(self, "takes", named | self.takes)
        object.__setattr__(self, "from_", tuple(states.values()))
        object.__setattr__(self, "to", Branch("to", states))
        object.__setattr__(self, "guards", (*self._forbidden(), self._allowed(states), *self.guards))

    def open_in(self, state: str) -> bool:
        return any(state == origin.name and following for origin, following in self.allows.items())

    def _forbidden(self) -> list[Guard]:
        return [_forbids(origin, to, refusal) for (origin, to), refusal in self.refuses.items()]

    def _allowed(self, states: Mapping[str, State]) -> Guard:
        may = {origin.name: tuple(each.name for each in following) for origin, following in self.allows.items()}

        def told(scene: Scene[Entry]) -> dict[str, object]:
            now, to = states[scene.state.state].title, states[scene.given["to"]].title
            following = [states[name].title for name in may.get(scene.state.state, ())]
            zh, en = "、".join(each.zh for each in following), " or ".join(f"“{each.en}”" for each in following)
            return {
                "state": now.zh, "state_en": now.en, "to": to.zh, "to_en": to.en, "may": zh or "（无）",
                "may_en": en or "nothing",
            }  # fmt: skip

        return guard(lambda scene: scene.given["to"] in may.get(scene.state.state, ()), MOVE_NOT_ALLOWED, told)


def _forbids(origin: State, to: State, refusal: Refusal) -> Guard:
    return refuse_if(lambda scene: (scene.state.state, scene.given["to"]) == (origin.name, to.name), refusal)
