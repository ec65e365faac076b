"""A calendar month as a value: ``2026-02``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import overload

from mulberry.errors import Invalid
from mulberry.law.dates import FIRST_DAY, LAST_DAY, days_in_month
from mulberry.law.text import t

_SHAPE = re.compile(r"([0-9]{4})-([0-9]{2})")
_NOT_A_MONTH = t(
    "{field}：{value}不是1949-01至2200-12之间的年月，请写作“2026-02”。",
    "{field}: {value} is no month between 1949-01 and 2200-12; write it like 2026-02.",
)


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """One month of one year, ordered in time. Adding an int moves by months; a month minus a month is a distance."""

    year: int
    month: int

    def __post_init__(self) -> None:
        if not (FIRST_DAY.year <= self.year <= LAST_DAY.year and 1 <= self.month <= 12):
            raise _invalid("month", f"{self.year}-{self.month}")

    @classmethod
    def parse(cls, text: str, field: str = "month") -> Month:
        """Read ``YYYY-MM``. ``Invalid`` names the field when it is written otherwise or lies outside 1949 to 2200."""
        found = _SHAPE.fullmatch(text)
        if found is None:
            raise _invalid(field, text)
        try:
            return cls(int(found[1]), int(found[2]))
        except Invalid:
            raise _invalid(field, text) from None

    @classmethod
    def of(cls, day: date) -> Month:
        """The month a day lies in."""
        return cls(day.year, day.month)

    @property
    def first_day(self) -> date:
        return date(self.year, self.month, 1)

    @property
    def last_day(self) -> date:
        return date(self.year, self.month, self.days)

    @property
    def days(self) -> int:
        """How many days the month has."""
        return days_in_month(self.year, self.month)

    def __contains__(self, day: date) -> bool:
        return (day.year, day.month) == (self.year, self.month)

    def __add__(self, months: int) -> Month:
        year, index = divmod(self.year * 12 + self.month - 1 + months, 12)
        return Month(year, index + 1)

    @overload
    def __sub__(self, other: Month) -> int: ...
    @overload
    def __sub__(self, other: int) -> Month: ...
    def __sub__(self, other: Month | int) -> Month | int:
        if isinstance(other, Month):
            return (self.year - other.year) * 12 + self.month - other.month
        return self + -other

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"


def _invalid(field: str, value: str) -> Invalid:
    return Invalid(field, _NOT_A_MONTH.format(field=field, value=value))
