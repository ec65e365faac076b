"""Random people giving random commands: values drawn from the declared fields, sensible or not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from mulberry.errors import Invalid, Refused
from mulberry.record.events import Actor, Command, Event, Machine
from mulberry.record.field import Field
from mulberry.record.memory import Programme

FIRST, LAST = datetime.fromisoformat("2025-01-02T09:00"), date(2026, 12, 31)


@dataclass(frozen=True)
class Attempt:
    """What one person tries after some days; fields are drawn when it is tried."""

    command: str
    role: str
    person: str
    days: int


def values(declared: Field) -> st.SearchStrategy[Any]:
    """Something that might be given in a field: mostly right, now and then absent."""
    made: Mapping[str, st.SearchStrategy[Any]] = {
        "bool": st.booleans(),
        "int": st.integers(0, 120),
        "decimal": st.decimals(0, 100, places=2),
        "money": st.integers(0, 10**6).map(Decimal),
        "percent": st.sampled_from(["0", "0.05", "1"]),
        "date": st.dates(date(2024, 6, 1), date(2027, 6, 30)),
        "datetime": st.sampled_from(["2025-03-01T08:00", "2026-06-30T23:59:59"]),
        "month": st.sampled_from(["2026-01", "2026-02", "2026-03"]),
        "str": st.sampled_from(["甲", "reason", "文件 7"]),
    }
    if declared.type == "enum":
        right: st.SearchStrategy[Any] = st.sampled_from(sorted(declared.values))
    elif declared.type in {"list", "set"}:
        right = st.lists(st.sampled_from(["a", "b"]), min_size=declared.least, max_size=2)
    else:
        right = made[declared.type]
    return right | st.none() if declared.optional or declared.absent else right


def attempts(commands: Mapping[str, Any], opening: str) -> st.SearchStrategy[list[Attempt]]:
    """A course of attempts that begins with the opening, mostly by those who may."""

    def attempt(name: str) -> st.SearchStrategy[Attempt]:
        roles = [role.id for role in commands[name].roles]
        likely = st.sampled_from(roles)
        return st.builds(
            Attempt,
            st.just(name),
            st.one_of(likely, likely, likely, st.just("stranger")),
            st.sampled_from(["li", "wang"]),
            st.sampled_from([0, 0, 1, 1, 3, 8, 20, 45]),
        )

    rest = st.lists(st.sampled_from(sorted(commands)).flatmap(attempt), max_size=14)
    return st.tuples(attempt(opening), rest).map(lambda both: [both[0], *both[1]])


def course(
    machine: Machine[Any], commands: Mapping[str, Any], key: Mapping[str, Any], data: Any
) -> Iterator[Programme]:
    """Carry out a random course; the programme after every attempt, done or refused."""
    programme, now = Programme([machine]), FIRST
    opening = next(
        name for name, step in commands.items() if getattr(step, "start", False) or name in {"enter", "open"}
    )
    for attempt in data.draw(attempts(commands, opening)):
        now = min(now + timedelta(days=attempt.days), datetime.combine(LAST, now.time()))
        fields = {name: data.draw(values(declared)) for name, declared in commands[attempt.command].takes.items()}
        given = {name: value for name, value in {**fields, **key}.items() if value is not None}
        # A refusal is an answer; what matters is that nothing happened that may not.
        with suppress(Refused, Invalid):
            programme.do(Command(machine.id, attempt.command, given, Actor(attempt.role, attempt.person), now))
        yield programme


def history(programme: Programme, machine: Machine[Any], key: str) -> list[Event]:
    return list(programme.events(machine.id, key))
