"""The state of one entry of a register: what is recorded, where it stands, and the papers attached to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

Attachment = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry. ``fields`` are its present values in the form of events; ``dates`` the days that count in law.

    Former values are in the events. ``attached`` are the papers in the order in which they came.
    """

    id: str
    state: str = ""
    since: date | None = None
    last_at: datetime | None = None
    fields: Mapping[str, Any] = field(default_factory=dict)
    dates: Mapping[str, date] = field(default_factory=dict)
    attached: tuple[Attachment, ...] = ()
    done: Mapping[str, int] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()

    @property
    def exists(self) -> bool:
        return self.last_at is not None

    def times(self, command: str) -> int:
        """How often a command was carried out."""
        return self.done.get(command, 0)

    def text(self, name: str) -> str:
        value = self.fields.get(name)
        return value if isinstance(value, str) else ""

    def flag(self, name: str) -> bool | None:
        value = self.fields.get(name)
        return value if isinstance(value, bool) else None

    def whole(self, name: str) -> int | None:
        value = self.fields.get(name)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def number(self, name: str) -> Decimal | None:
        value = self.fields.get(name)
        return Decimal(value) if isinstance(value, int | str) and not isinstance(value, bool) else None

    def day(self, name: str) -> date | None:
        """A day that counts in law, or one that is recorded as a field."""
        if name in self.dates:
            return self.dates[name]
        value = self.fields.get(name)
        return date.fromisoformat(value) if isinstance(value, str) else None
