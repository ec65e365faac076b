"""14.5 What a bond costs year by year / 分年还本付息.

Exact fractions: principal and interest of each year, by the way of repaying. In the years of grace interest only is
paid.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Year:
    """One year's principal and interest."""

    principal: Fraction
    interest: Fraction

    @property
    def service(self) -> Fraction:
        return self.principal + self.interest


def schedule(amount: Fraction, rate: Fraction, term: int, repay: str, grace: int) -> tuple[Year, ...]:
    """Every year of the term. ``repay`` is ``bullet``, ``equal_principal`` or ``annuity``."""
    return tuple(_years(amount, rate, term, repay, grace))


def _years(amount: Fraction, rate: Fraction, term: int, repay: str, grace: int) -> Iterator[Year]:
    left = amount
    level = annuity(amount, rate, term - grace) if repay == "annuity" else amount
    for year in range(1, term + 1):
        interest = left * rate
        if repay == "bullet":
            principal = amount if year == term else Fraction(0)
        elif year <= grace:
            principal = Fraction(0)
        else:
            principal = amount / (term - grace) if repay == "equal_principal" else level - interest
        left -= principal
        yield Year(principal, interest)


def annuity(amount: Fraction, rate: Fraction, years: int) -> Fraction:
    """The same sum every year that repays an amount with its interest."""
    if rate == 0:
        return amount / years
    grown = (1 + rate) ** years
    return amount * rate * grown / (grown - 1)
