"""Dated values taken from the law, each with its basis and its standing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Literal, TypeGuard

from mulberry.law.basis import Basis
from mulberry.law.text import Text

TypeName = Literal["bool", "int", "decimal", "money", "percent", "date", "month", "str", "enum"]
Scalar = bool | int | Decimal | Fraction | date | str


class Standing(StrEnum):
    """How far a value can be relied on."""

    CONFIRMED = "confirmed"  # compared with the official text
    UNCONFIRMED = "unconfirmed"  # read in a copy or recalled; shown as such wherever it decides
    MISSING = "missing"  # not established; an answer that rests on it is undetermined


@dataclass(frozen=True, slots=True)
class Version:
    """One value of a parameter and the days on which it is the law, both included; ``None`` is open."""

    value: Scalar | None
    since: date | None
    until: date | None
    basis: Basis
    standing: Standing = Standing.UNCONFIRMED

    def __post_init__(self) -> None:
        if isinstance(self.value, float):
            raise TypeError("a parameter is never a float: write Decimal('0.05') or Fraction(2, 37)")
        if (self.value is None) != (self.standing is Standing.MISSING):
            raise ValueError("a version without a value is missing, and a missing one has no value")
        if self.since and self.until and self.since > self.until:
            raise ValueError(f"a version ends ({self.until}) before it begins ({self.since})")

    def covers(self, on: date) -> bool:
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A named quantity of the law with all its versions, oldest first.

    On a day that no version covers the parameter is missing: the answer that needs it is ``undetermined`` and names
    ``param:KEY``. Versions never overlap; that is checked here.
    """

    key: str
    title: Text
    versions: tuple[Version, ...] = field(default=())
    type: TypeName = "int"
    unit: str = ""

    def __post_init__(self) -> None:
        for earlier, later in zip(self.versions, self.versions[1:], strict=False):
            if earlier.until is None or later.since is None or earlier.until >= later.since:
                raise ValueError(f"{self.key}: versions overlap or are out of order at {later.since}")

    def at(self, on: date) -> Version | None:
        """The version in force on a day, or ``None`` where none is recorded."""
        return next((version for version in self.versions if version.covers(on)), None)

    @property
    def bases(self) -> tuple[Basis, ...]:
        return tuple(dict.fromkeys(version.basis for version in self.versions))


def is_missing(version: Version | None) -> TypeGuard[None]:
    """Whether there is no value to use: no version on that day, or one that says that none is established."""
    return version is None or version.value is None


def parameter(
    key: str,
    title: Text,
    *versions: tuple[Scalar | None, date | str | None, date | str | None, Basis, Standing | str],
    type: TypeName = "int",
    unit: str = "",
) -> Parameter:
    """Declare a parameter as rows of (value, since, until, basis, standing); dates may be ISO strings."""
    rows = tuple(
        Version(v, _day(since), _day(until), basis, Standing(standing)) for v, since, until, basis, standing in versions
    )
    return Parameter(key, title, rows, type, unit)


def fixed(
    key: str,
    title: Text,
    value: Scalar,
    basis: Basis,
    *,
    type: TypeName = "int",
    unit: str = "",
    standing: str = "unconfirmed",
) -> Parameter:
    """A parameter with one version, valid as long as the law it is taken from."""
    return Parameter(
        key, title, (Version(value, basis.law.since, basis.law.until, basis, Standing(standing)),), type, unit
    )


def missing(key: str, title: Text, basis: Basis, *, type: TypeName = "int", unit: str = "") -> Parameter:
    """A parameter that the law speaks of and that nobody has established yet."""
    return Parameter(key, title, (Version(None, None, None, basis, Standing.MISSING),), type, unit)


def unconfirmed(parameters: Iterable[Parameter], on: date) -> list[Parameter]:
    """Those whose value on a day nobody has compared with the official text, or that have none."""
    return [p for p in parameters if (v := p.at(on)) is None or v.standing is not Standing.CONFIRMED]


def _day(value: date | str | None) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else value
