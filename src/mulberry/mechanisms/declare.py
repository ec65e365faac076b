"""Declaring a mechanism: an ordinary typed Python function with declared input and output."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from mulberry.instrument import Kind
from mulberry.law.basis import Basis
from mulberry.law.calendar import Calendar
from mulberry.law.parameters import Parameter
from mulberry.law.text import Text
from mulberry.mechanisms.heading import check_heading
from mulberry.record.fields import Fields


@dataclass(frozen=True, slots=True)
class Setting:
    """What a calculation may look at besides its input: the day for which it is made, the calendar in force, and
    parameter values set for this run alone."""

    as_of: date
    calendar: Calendar
    parameters: Mapping[str, Any] = field(default_factory=dict)


Function = Callable[[Mapping[str, Any], Setting], Mapping[str, Any]]


@dataclass(frozen=True)
class Mechanism:
    """A pure calculation. ``takes`` and ``gives`` are typed; the function gets its input read and checked, every
    declared field present and ``None`` where an optional one was left out. The same input gives the same result."""

    id: str
    system: str
    clauses: tuple[str, ...]
    title: Text
    takes: Fields
    gives: Fields
    function: Function
    subject: str = ""
    bases: tuple[Basis, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    kind: Kind = Kind.MECHANISM

    def __post_init__(self) -> None:
        check_heading(self.id, self.system, self.clauses, self.title)


def mechanism(
    *,
    id: str,
    system: str,
    clauses: tuple[str, ...] | str,
    title: Text,
    takes: Fields,
    gives: Fields,
    subject: str = "",
    bases: tuple[Basis, ...] = (),
    parameters: tuple[Parameter, ...] = (),
) -> Callable[[Function], Mechanism]:
    """Declare a function ``(input, setting) -> result`` as a mechanism."""

    def declared(function: Function) -> Mechanism:
        named = (clauses,) if isinstance(clauses, str) else clauses
        return Mechanism(id, system, named, title, takes, gives, function, subject, bases, parameters)

    return declared
