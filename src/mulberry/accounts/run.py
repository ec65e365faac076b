"""How an account runs: what a command moves, and what each holder has after it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from mulberry.accounts import views
from mulberry.accounts.book import ZERO, Book, Lot, Posting
from mulberry.accounts.parts import Entry
from mulberry.accounts.words import INSUFFICIENT
from mulberry.record.acts import Scene, find
from mulberry.record.events import Command, Context, Decided, Event
from mulberry.record.values import plain

if TYPE_CHECKING:
    from mulberry.accounts.declare import Account


def decide(account: type[Account], book: Book, command: Command, context: Context) -> Decided:
    """Check a command against the account and say what moves. Order: sense, existence, competence, guards, floor."""
    entry: Entry = find(account.commands, command, account.title)
    given = entry.takes.read({name: value for name, value in command.fields.items() if name != account.key_field})
    scene = Scene(book, given, command.by, command.at, context)
    entry.check_standing(scene, account.title, account.states)
    entry.check(scene)
    postings = [posting for posting in entry.posts(scene) if posting.amount]
    data = entry.data(scene)
    data |= {"moves": [posting.to_json() for posting in postings]} if postings else {}
    event = Event(entry.name, command.at, command.by, data, entry.takes.written(given, personal=True))
    after = evolve(account, book, event)
    _check_floor(account, book, after)
    answer = views.answer(account, after, command.at, context)
    return Decided([event], answer, entry.then(scene) if entry.then else ())


def _check_floor(account: type[Account], before: Book, after: Book) -> None:
    """No holder gives what it has not got."""
    for holder, held in after.balances.items():
        if account.floor is not None and held < account.floor and held < before.held(holder):
            wanted, had = plain(before.held(holder) - held), plain(before.held(holder))
            raise INSUFFICIENT.refused(holder=holder, held=had, wanted=wanted)


def evolve(account: type[Account], book: Book, event: Event) -> Book:  # noqa: ARG001 - the event says it all
    """The account after one more event."""
    data: Mapping[str, Any] = event.data
    moves = [Posting.from_json(told) for told in data.get("moves", ())]
    given = {**data.get("given", {}), **event.personal}
    lots = _lots(book, moves, given, event.on)
    return replace(
        book,
        state=data.get("to", book.state),
        last_at=event.at,
        balances=_balances(book, moves),
        outside=book.outside + _outside(moves),
        lots=lots,
        data={**book.data, **({} if any(move.lot for move in moves) else given), **data.get("noted", {})},
        dates={**book.dates, **{name: date.fromisoformat(day) for name, day in data.get("marks", {}).items()}},
        done={**book.done, event.type: book.times(event.type) + 1},
        warnings=tuple(data.get("warnings", ())),
    )


def _balances(book: Book, moves: list[Posting]) -> dict[str, Decimal]:
    balances = dict(book.balances)
    for move in moves:
        if move.from_:
            balances[move.from_] = balances.get(move.from_, ZERO) - move.amount
        if move.to:
            balances[move.to] = balances.get(move.to, ZERO) + move.amount
    return balances


def _outside(moves: list[Posting]) -> Decimal:
    """What the world outside has gained: what left the account less what came in."""
    gone = sum((move.amount for move in moves if not move.to), ZERO)
    return gone - sum((move.amount for move in moves if not move.from_), ZERO)


def _lots(book: Book, moves: list[Posting], given: Mapping[str, Any], on: date) -> dict[str, Lot]:
    """The lots after some movements; one of which nothing is left is gone."""
    lots = dict(book.lots)
    for move in moves:
        if not move.lot or (move.from_ and move.to):
            continue
        before = lots.get(move.lot)
        amount = (before.amount if before else ZERO) + (move.amount if move.to else -move.amount)
        if amount:
            lots[move.lot] = replace(before, amount=amount) if before else Lot(amount, on, dict(given))
        else:
            lots.pop(move.lot, None)
    return lots
