"""Declaring an indicator: a measured figure with its formula, unit, good direction and source."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from mulberry.instrument import Kind
from mulberry.law.basis import Basis
from mulberry.law.parameters import Parameter
from mulberry.law.text import Text
from mulberry.mechanisms.heading import check_heading
from mulberry.record.fields import Fields

Function = Callable[[Mapping[str, Any]], Mapping[str, Any]]


@dataclass(frozen=True)
class Indicator:
    """A figure that tells whether a clause works. ``formula`` is what a reader sees, ``function`` what computes it;
    where the denominator is zero there is no figure, and the value is ``None``."""

    id: str
    system: str
    clauses: tuple[str, ...]
    title: Text
    unit: str
    better: Literal["up", "down"]
    formula: Text
    takes: Fields
    gives: Fields
    function: Function
    subject: str = ""
    bases: tuple[Basis, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    kind: Kind = Kind.INDICATOR

    def __post_init__(self) -> None:
        check_heading(self.id, self.system, self.clauses, self.title)
        if self.better not in {"up", "down"}:
            raise TypeError(f"{self.id}: say whether better is 'up' or 'down', not {self.better!r}")
        if not isinstance(self.formula, Text):
            raise TypeError(f"{self.id} has no formula that a reader sees: formula=t('中文', 'English')")


def indicator(
    *,
    id: str,
    system: str,
    clauses: tuple[str, ...] | str,
    title: Text,
    unit: str,
    better: Literal["up", "down"],
    formula: Text,
    takes: Fields,
    gives: Fields,
    bases: tuple[Basis, ...] = (),
    parameters: tuple[Parameter, ...] = (),
) -> Callable[[Function], Indicator]:
    """Declare a function ``input -> result`` as an indicator."""

    def declared(function: Function) -> Indicator:
        named = (clauses,) if isinstance(clauses, str) else clauses
        return Indicator(
            id, system, named, title, unit, better, formula, takes, gives, function, bases=bases, parameters=parameters
        )

    return declared
