"""What is told of an account: its figures and balances, and every movement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from mulberry.accounts.book import Book
from mulberry.errors import Invalid
from mulberry.law.parameters import Parameter
from mulberry.law.text import t
from mulberry.record.acts import cited, value_of
from mulberry.record.events import Context, Event
from mulberry.record.lifecycle import UNKNOWN_CASE
from mulberry.record.values import plain, write

if TYPE_CHECKING:
    from mulberry.accounts.declare import Account

_NO_VIEW = t(
    "“{thing}”没有名为“{name}”的视图，可用的有：{known}。", "“{thing_en}” has no view “{name}”; there are {known}."
)


@dataclass(frozen=True, slots=True)
class Look:
    """What a figure is computed from: the account, what the reader asked for, and the moment."""

    book: Book
    now: datetime
    context: Context
    asked: Mapping[str, Any] = field(default_factory=dict)

    @property
    def today(self) -> date:
        return self.now.date()

    def number(self, parameter: Parameter) -> int | None:
        """What a parameter says today; ``None`` where nobody has established it."""
        return value_of(parameter, self.today, self.context)[0]


def answer(
    account: type[Account], book: Book, now: datetime, context: Context, asked: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """What a command answers with and the main view shows: the state, the warnings, and all figures."""
    look = Look(book, now, context, asked or {})
    return {
        account.key_field: book.id,
        "state": book.state,
        "unit": account.unit,
        "warnings": list(book.warnings),
        **{name: day.isoformat() for name, day in book.dates.items()},
        **{name: write(figure.tell(look)) for name, figure in account.figures.items()},
    }


def view(
    account: type[Account], book: Book, name: str, fields: Mapping[str, Any], now: datetime, context: Context
) -> dict[str, Any]:
    """A named view: the main one (``balance`` unless declared otherwise), or ``lots``."""
    if not book.exists:
        raise UNKNOWN_CASE.refused(id=book.id, thing=account.title.zh, thing_en=account.title.en)
    if name == account.main_view:
        held = {holder: plain(amount) for holder, amount in book.balances.items()}
        return answer(account, book, now, context, fields) | {"balances": held}
    if name == "lots":
        lots = [
            {"lot": lot, "amount": plain(each.amount), "on": each.on.isoformat()} for lot, each in book.lots.items()
        ]
        return {account.key_field: book.id, "lots": lots}
    known = f"{account.main_view}, lots"
    text = _NO_VIEW.format(thing=account.title.zh, thing_en=account.title.en, name=name[:100], known=known)
    raise Invalid("view", text)


def history(account: type[Account], events: Sequence[Event]) -> list[dict[str, Any]]:
    """Every movement, oldest first: who did what when, what was given, and what moved."""
    told = []
    for event in events:
        entry = account.commands.get(event.type)
        role = account.roles.get(event.by.role)
        told.append(
            {
                "event": event.type,
                "title": (entry.title if entry else t(event.type, event.type)).to_json(),
                "at": event.at.isoformat(),
                "role": event.by.role,
                "role_title": role.title.to_json() if role else None,
                "person": event.by.name,
                "given": event.data.get("given", {}),
                "moves": event.data.get("moves", []),
                **(cited(entry.basis) if entry else {}),
            }
        )
    return told
