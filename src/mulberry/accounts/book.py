"""The state of one account: what each holder in it holds, and the lots that were posted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Posting:
    """A quantity that moves from one holder to another; an empty name is the world outside the account.

    ``lot`` is the single thing that moved, where things are told apart: a month, a batch, a certificate.
    """

    amount: Decimal
    to: str = ""
    from_: str = ""
    lot: str = ""

    def to_json(self) -> list[str]:
        return [str(self.amount), self.to, self.from_, self.lot]

    @classmethod
    def from_json(cls, told: list[str]) -> Posting:
        amount, to, from_, lot = told
        return cls(Decimal(amount), to, from_, lot)


@dataclass(frozen=True, slots=True)
class Lot:
    """One thing in the account: how much of it is there, what was given with it, and when it was posted."""

    amount: Decimal
    on: date
    data: Mapping[str, Any] = field(default_factory=dict)

    def number(self, name: str) -> Decimal:
        """A quantity given with the lot; nothing where it was not given or has been erased."""
        value = self.data.get(name)
        return Decimal(value) if isinstance(value, int | str) and not isinstance(value, bool) else ZERO


@dataclass(frozen=True, slots=True)
class Book:
    """One account. What came in from outside less what went out equals what the holders hold together, always."""

    id: str
    state: str = ""
    last_at: datetime | None = None
    balances: Mapping[str, Decimal] = field(default_factory=dict)
    outside: Decimal = ZERO
    lots: Mapping[str, Lot] = field(default_factory=dict)
    data: Mapping[str, Any] = field(default_factory=dict)
    dates: Mapping[str, date] = field(default_factory=dict)
    done: Mapping[str, int] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()

    @property
    def exists(self) -> bool:
        return self.last_at is not None

    @property
    def balanced(self) -> bool:
        """Nothing was made or lost inside the account."""
        return sum(self.balances.values(), ZERO) + self.outside == 0

    def times(self, command: str) -> int:
        """How often a command was carried out."""
        return self.done.get(command, 0)

    def held(self, holder: str) -> Decimal:
        return self.balances.get(holder, ZERO)

    def whole(self, name: str) -> int | None:
        value = self.data.get(name)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def text(self, name: str) -> str:
        value = self.data.get(name)
        return value if isinstance(value, str) else ""

    def day(self, name: str) -> date | None:
        if name in self.dates:
            return self.dates[name]
        value = self.data.get(name)
        return date.fromisoformat(value) if isinstance(value, str) else None
