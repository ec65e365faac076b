"""How an account is declared: a class whose body names its roles, commands and figures.

The class itself is the instrument and the machine; every stream is one account. All quantities are in one ``unit``.
They come in from outside, move between holders, and go out again; no holder's balance falls below zero unless the
account says otherwise. Names that collide with the machine's own methods take a trailing underscore.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, ClassVar

from mulberry.accounts import run, views
from mulberry.accounts.book import Book
from mulberry.accounts.parts import Entry, Figure, Posts, nothing
from mulberry.accounts.words import COMMAND_TITLES
from mulberry.instrument import Kind
from mulberry.law.basis import Basis
from mulberry.law.text import Text, t
from mulberry.record.acts import (
    NOT_COMPETENT,
    UNTITLED,
    Document,
    Guard,
    Role,
    Sense,
    Summary,
    Warning,
    take_title,
)
from mulberry.record.declared import Declared, parts
from mulberry.record.events import Command, Context, Decided, Event
from mulberry.record.field import Fields, Refusal
from mulberry.record.lifecycle import Notes, State, Target, Then


class Account(Declared):
    """The base of all accounts. ``key`` is the field that names the account; ``view`` the name of its main view."""

    kind: ClassVar[Kind] = Kind.ACCOUNT
    unit: ClassVar[str] = ""

    main_view: ClassVar[str] = "balance"
    floor: ClassVar[int | None] = 0
    """What no holder's balance may fall below; ``None`` where there is no floor."""
    opened: ClassVar[State] = State(t("已开立", "Open"), end=True, name="opened")
    states: ClassVar[Mapping[str, State]] = {}
    commands: ClassVar[Mapping[str, Entry]] = {}
    figures: ClassVar[Mapping[str, Figure]] = {}

    def __init_subclass__(
        cls,
        *,
        id: str = "",
        system: str = "",
        clauses: tuple[str, ...] = (),
        subject: str = "",
        unit: str = "",
        key: str = "id",
        view: str = "balance",
    ) -> None:
        super().__init_subclass__()
        cls.head(id, system, clauses, subject, key, view)
        cls.unit = unit
        cls.states, cls.commands, cls.figures = (
            parts(cls, Account, State),
            parts(cls, Account, Entry),
            parts(cls, Account, Figure),
        )
        cls.settle(cls.commands)

    @classmethod
    def initial(cls, key: str) -> Book:
        return Book(key)

    @classmethod
    def decide(cls, state: Book, command: Command, context: Context) -> Decided:
        return run.decide(cls, state, command, context)

    @classmethod
    def evolve(cls, state: Book, event: Event) -> Book:
        return run.evolve(cls, state, event)

    @classmethod
    def lapse(cls, state: Book, now: datetime, context: Context) -> Sequence[Event]:  # noqa: ARG003 - nothing lapses yet
        return ()

    @classmethod
    def view(
        cls, state: Book, name: str, fields: Mapping[str, Any], now: datetime, context: Context
    ) -> Mapping[str, Any]:
        return views.view(cls, state, name, fields, now, context)

    @classmethod
    def history(cls, events: Sequence[Event]) -> list[dict[str, Any]]:
        """Every movement of the account, oldest first, with titles in both languages."""
        return views.history(cls, events)

    @classmethod
    def summary(cls, state: Book, context: Context) -> Summary:  # noqa: ARG003 - an account has no clock
        return Summary(state.state, ended=True)


def figure(title: Text, tell: Callable[[Any], Any]) -> Figure:
    """A figure of the account; ``tell`` is given a ``views.Look``."""
    return Figure(title, tell)


def entry(
    *roles: Role,
    start: bool = False,
    from_: tuple[State, ...] | None = None,
    to: Target = None,
    takes: Fields | None = None,
    posts: Posts = nothing,
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
) -> Entry:
    """One command: who gives it, what it takes, what it moves, and what forbids it. It opens the account at ``start``
    and otherwise needs it to be open."""
    states = (() if start else (Account.opened,)) if from_ is None else from_
    opens = Account.opened if start else None
    return _Titled(
        title=title or UNTITLED, roles=roles, start=start, from_=states, to=to or opens,
        takes=takes or Fields(), posts=posts, basis=basis, senses=senses, once=once, first=first, guards=guards,
        warns=warns, documents=documents, wrong_role=wrong_role, marks=marks, notes=notes or {}, then=then,
    )  # fmt: skip


class _Titled(Entry):
    """A command that takes the usual title of its name where it was declared without one."""

    __slots__ = ()

    def __set_name__(self, owner: type, name: str) -> None:
        Entry.__set_name__(self, owner, name)
        take_title(self, COMMAND_TITLES)
