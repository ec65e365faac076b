"""A programme in memory, spoken to in short sentences: who does what when, and what is seen."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

import pytest

from mulberry.errors import Invalid, Refused
from mulberry.record.events import Actor, Command, Machine
from mulberry.record.memory import Programme


class Office:
    """One instrument of a programme, acted on as the worked cases do."""

    def __init__(self, machine: Machine[Any], *others: Machine[Any], programme: Programme | None = None) -> None:
        self.machine = machine
        self.programme = programme or Programme([machine, *others])

    def do(self, at: str, by: str, name: str, **fields: Any) -> Mapping[str, Any]:
        role, _, person = by.partition(":")
        return self.programme.do(Command(self.machine.id, name, fields, Actor(role, person), moment(at)))

    def see(self, at: str, view: str, **fields: Any) -> Mapping[str, Any]:
        return self.programme.see(self.machine.id, view, fields, moment(at))

    def refused(self, code: str, at: str, by: str, name: str, **fields: Any) -> Refused:
        """The refusal of an act; nothing may have happened."""
        before = dict(self.programme.replayed())
        with pytest.raises(Refused) as caught:
            self.do(at, by, name, **fields)
        assert caught.value.code == code, caught.value.text
        assert self.programme.replayed() == before
        return caught.value

    def invalid(self, field: str, at: str, by: str, name: str, **fields: Any) -> Invalid:
        with pytest.raises(Invalid) as caught:
            self.do(at, by, name, **fields)
        assert caught.value.field == field, caught.value.text
        assert field in caught.value.text.en
        return caught.value


def moment(at: str) -> datetime:
    """A day is nine in the morning of it."""
    return datetime.fromisoformat(at) if "T" in at else datetime.combine(date.fromisoformat(at), time(9))
