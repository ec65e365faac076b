"""Debt service against what it must repay, and coverage against the law's one number."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from mulberry.law.calendar_years import CHINA
from mulberry.mechanisms import run as mechanisms
from mulberry.mechanisms.declare import Setting
from mulberry_sip.m14_administration.bond_coverage import bond_coverage
from mulberry_sip.m14_administration.debt_service import schedule

SETTING = Setting(date(2026, 11, 21), CHINA)
WAYS = ["bullet", "equal_principal", "annuity"]
RATES = st.integers(0, 1000).map(lambda n: Fraction(n, 10_000))


@given(amount=st.integers(1, 10**7), rate=RATES, term=st.integers(1, 30), repay=st.sampled_from(WAYS), data=st.data())
def test_what_is_paid_back_is_worth_the_bond(amount: int, rate: Fraction, term: int, repay: str, data: Any) -> None:
    grace = data.draw(st.integers(0, term - 1))
    years = schedule(Fraction(amount), rate, term, repay, grace)
    assert len(years) == term
    assert sum(year.principal for year in years) == amount
    # at the bond's own rate, what is paid is worth exactly the bond: nothing in the schedule is used to show it
    assert sum(year.service / (1 + rate) ** n for n, year in enumerate(years, 1)) == amount
    assert all(year.principal == 0 for year in years[:grace])
    if repay == "annuity":
        assert len({year.service for year in years[grace:]}) == 1
    if repay == "equal_principal":
        assert len({year.principal for year in years[grace:]}) == 1


@given(
    amount=st.integers(1, 10_000), rate=st.integers(0, 100), repay=st.sampled_from(WAYS),
    incomes=st.lists(st.integers(-50, 3000), min_size=1, max_size=15),
)  # fmt: skip
def test_balance_is_an_exact_comparison_and_the_worst_year_is_a_year(
    amount: int, rate: int, repay: str, incomes: list[int]
) -> None:
    given_ = {
        "bond_amount_10k": amount,
        "rate": Decimal(rate) / 1000,
        "term_years": len(incomes),
        "repay": repay,
        "net_income_10k": incomes,
    }
    told = mechanisms.run(bond_coverage, given_, SETTING)
    years = schedule(Fraction(amount), Fraction(rate, 1000), len(incomes), repay, 0)
    service = sum(year.service for year in years)
    assert told["statutory_balance"] is (sum(incomes) >= service)
    assert told["meets_required"] is None
    assert (told["dscr_min"] is None) is not any(
        income and year.service for income, year in zip(incomes, years, strict=True)
    )
    if told["dscr_min"] is not None:
        place = told["dscr_min_year"] - 1
        assert abs(Fraction(told["dscr_min"]) - incomes[place] / years[place].service) < Fraction(1, 10**7)
    unfunded = sum(year.interest for income, year in zip(incomes, years, strict=True) if income <= 0)
    assert abs(Fraction(told["unfunded_interest_10k"]) - unfunded) <= Fraction(1, 10**6)


@given(required=st.integers(1, 300), income=st.integers(1, 300))
def test_the_coverage_asked_for_is_reached_or_not_as_entered(required: int, income: int) -> None:
    asked = {
        "bond_amount_10k": 100,
        "rate": 0,
        "term_years": 1,
        "repay": "bullet",
        "net_income_total_10k": income,
        "coverage_required": Decimal(required) / 100,
    }
    told = mechanisms.run(bond_coverage, asked, SETTING)
    assert told["meets_required"] is (income >= required)
    assert told["yearly_debt_service_10k"] == 100
