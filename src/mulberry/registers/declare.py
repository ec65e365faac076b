"""How a register is declared: a class whose body names its roles, states, commands and what lapses by itself.

The class itself is the instrument and the machine, and every stream is one entry. Names that collide with the machine's
own methods, or with Python's words, take a trailing underscore.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, TypeVar

from mulberry.instrument import Kind
from mulberry.law.basis import Basis
from mulberry.law.parameters import Parameter
from mulberry.law.text import Text, t
from mulberry.record.acts import (
    NOT_COMPETENT,
    UNTITLED,
    Document,
    Guard,
    Role,
    Scene,
    Sense,
    Summary,
    Warning,
    check_titles,
    guard,
    read_key,
    refuse_if,
    take_title,
)
from mulberry.record.events import Command, Context, Decided, Event
from mulberry.record.field import Fields, Refusal
from mulberry.record.fields import choice
from mulberry.record.lifecycle import Branch, Notes, State, Target, Then
from mulberry.registers import run, views
from mulberry.registers.entry import Entry
from mulberry.registers.parts import Change, Figure, Lapse, View
from mulberry.registers.words import COMMAND_TITLES, MOVE_NOT_ALLOWED

P = TypeVar("P")

TO_TITLE = t("变更为", "New state")


class Register:
    """The base of all registers. ``key`` is the field that names the entry; ``view`` the name of its main view."""

    id: ClassVar[str] = ""
    kind: ClassVar[Kind] = Kind.REGISTER
    system: ClassVar[str] = ""
    clauses: ClassVar[tuple[str, ...]] = ()
    subject: ClassVar[str] = ""
    title: ClassVar[Text]
    bases: ClassVar[tuple[Basis, ...]] = ()
    parameters: ClassVar[tuple[Parameter, ...]] = ()
    rests_on: ClassVar[tuple[Basis, ...]] = ()
    """Law that the register as a whole rests on, beside that of its commands."""
    reads: ClassVar[tuple[Parameter, ...]] = ()
    """Parameters that its guards and notes read."""

    key_field: ClassVar[str] = "id"
    main_view: ClassVar[str] = "entry"
    roles: ClassVar[Mapping[str, Role]] = {}
    applicant_roles: ClassVar[frozenset[str]] = frozenset()
    states: ClassVar[Mapping[str, State]] = {}
    commands: ClassVar[Mapping[str, Change]] = {}
    lapses: ClassVar[Mapping[str, Lapse]] = {}
    figures: ClassVar[Mapping[str, Figure]] = {}
    views: ClassVar[Mapping[str, View]] = {}

    def __init_subclass__(
        cls,
        *,
        id: str = "",
        system: str = "",
        clauses: tuple[str, ...] = (),
        subject: str = "",
        key: str = "id",
        view: str = "entry",
    ) -> None:
        super().__init_subclass__()
        cls.id, cls.system, cls.clauses, cls.subject = id, system, clauses, subject
        cls.key_field, cls.main_view = key, view
        cls.states, cls.commands, cls.lapses = _parts(cls, State), _parts(cls, Change), _parts(cls, Lapse)
        cls.figures, cls.views = _parts(cls, Figure), _parts(cls, View)
        check_titles(cls, cls.commands)
        cls.roles = {role.id: role for change in cls.commands.values() for role in change.roles}
        cls.applicant_roles = frozenset(role.id for role in cls.roles.values() if role.applicant)
        cls.parameters = cls.reads
        cls.bases = tuple(dict.fromkeys([*cls.rests_on, *_bases(cls)]))

    @classmethod
    def key(cls, command: str, fields: Mapping[str, Any]) -> str:  # noqa: ARG003 - one key for all commands so far
        return read_key(cls.key_field, fields)

    @classmethod
    def initial(cls, key: str) -> Entry:
        return Entry(key)

    @classmethod
    def decide(cls, state: Entry, command: Command, context: Context) -> Decided:
        return run.decide(cls, state, command, context)

    @classmethod
    def evolve(cls, state: Entry, event: Event) -> Entry:
        return run.evolve(cls, state, event)

    @classmethod
    def lapse(cls, state: Entry, now: datetime, context: Context) -> Sequence[Event]:  # noqa: ARG003 - days, no calendar
        return run.lapse(cls, state, now)

    @classmethod
    def view(
        cls, state: Entry, name: str, fields: Mapping[str, Any], now: datetime, context: Context
    ) -> Mapping[str, Any]:
        return views.view(cls, state, name, fields, now, context)

    @classmethod
    def history(cls, events: Sequence[Event]) -> list[dict[str, Any]]:
        """Everything that was ever recorded of an entry, with titles in both languages."""
        return views.history(cls, events)

    @classmethod
    def summary(cls, state: Entry, context: Context) -> Summary:  # noqa: ARG003 - an entry has no clock
        ended = state.state in cls.states and cls.states[state.state].end
        return Summary(state.state, ended=ended)


def _parts(cls: type[Register], kind: type[P]) -> dict[str, P]:
    found: dict[str, P] = {}
    for owner in reversed(cls.__mro__):
        for attribute, part in vars(owner).items():
            if isinstance(part, kind):
                if hasattr(Register, attribute):
                    raise TypeError(f"{cls.__name__}.{attribute}: write “{attribute}_”, the machine uses this name")
                found[attribute.removesuffix("_")] = part
    return found


def _bases(cls: type[Register]) -> list[Basis]:
    changes = [basis for change in cls.commands.values() for basis in _of_change(change)]
    return [*changes, *(lapse.basis for lapse in cls.lapses.values()), *(b for p in cls.parameters for b in p.bases)]


def _of_change(change: Change) -> list[Basis]:
    cited = [change.basis, *(paper.basis for paper in change.documents), *(r.basis for r in change.refusals())]
    return [basis for basis in cited if basis is not None]


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
