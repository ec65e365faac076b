"""8.5 The statutory age and what a pension takes / 法定退休年龄、最低缴费年限.

The tables annexed to the reform of 2025 are a formula: from a base month on, the age rises by one month for every so
many months of birth, up to a ceiling. It stands here once, for the decision (an expression) and for the mechanism (a
number).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from mulberry.decisions.expression import Expr, ite, least
from mulberry.decisions.vocabulary import add_months, months_from
from mulberry.law import dates


@dataclass(frozen=True, slots=True)
class Reform:
    """How the age of one class rises: births from ``base`` on, one month for every ``step`` months, ``most`` months."""

    base: date
    step: int
    most: int

    def delay(self, birth: date) -> int:
        """Months by which the age of somebody born on a day rises."""
        months = dates.months_between(self.base, birth)
        return 0 if months < 0 else min(self.most, months // self.step + 1)

    def delay_of(self, birth: Expr) -> Expr:
        """The same as an expression over a birth date."""
        months = months_from(self.base, birth)
        return ite(months < 0, 0, least(months // self.step + 1, self.most))


REFORMS: Mapping[int, Reform] = {
    60: Reform(date(1965, 1, 1), step=4, most=36),
    55: Reform(date(1970, 1, 1), step=4, most=36),
    50: Reform(date(1975, 1, 1), step=2, most=60),
}
"""By the age before the reform: 60 for men, 55 for women in management or technical posts, 50 for other women."""

CLASSES: Mapping[str, tuple[int, ...]] = {"male": (60,), "female": (55, 50)}


def statutory_date(birth: date, original_age: int) -> date:
    """The day of the statutory age: the corresponding day of its month, or that month's last."""
    return dates.add_months(birth, 12 * original_age + REFORMS[original_age].delay(birth), "birth_date")


def delay_of(original_age: Expr, birth: Expr) -> Expr:
    """The months of delay as an expression."""
    return _by_class(original_age, {age: reform.delay_of(birth) for age, reform in REFORMS.items()})


def statutory_date_of(original_age: Expr, birth: Expr) -> Expr:
    """The day of the statutory age as an expression; age and delay are added at once, so that a month's end is met "
    "once."""
    months = {age: 12 * age + reform.delay_of(birth) for age, reform in REFORMS.items()}
    return add_months(birth, _by_class(original_age, months))


def _by_class(original_age: Expr, values: Mapping[int, Expr]) -> Expr:
    (_, result), *others = reversed(list(values.items()))
    for age, value in others:
        result = ite(original_age == age, value, result)
    return result
