from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mulberry.errors import Invalid
from mulberry.law.dates import (
    add_days,
    add_months,
    add_years,
    check_day,
    completed_months,
    completed_years,
    days_in_month,
    month_end,
    months_between,
)
from mulberry.law.month import Month
from tests.law import naive

days = st.dates(date(1950, 1, 1), date(2150, 12, 31))
months = st.builds(Month, st.integers(1960, 2150), st.integers(1, 12))


@given(days, st.integers(0, 400))
def test_adding_months_agrees_with_stepping_month_by_month(day: date, n: int) -> None:
    assert add_months(day, n) == naive.corresponding(day, n)


@given(days, st.integers(-500, 500))
def test_months_are_added_in_both_directions_to_the_right_month(day: date, n: int) -> None:
    if 1949 <= (day.year * 12 + day.month - 1 + n) // 12 <= 2200:
        assert months_between(day, add_months(day, n)) == n


@pytest.mark.parametrize(
    ("day", "n", "then"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(1965, 1, 31), 721, date(2025, 2, 28)),
        (date(2100, 1, 30), 1, date(2100, 2, 28)),
        (date(2000, 1, 30), 1, date(2000, 2, 29)),
    ],
)
def test_a_missing_corresponding_day_is_the_months_end(day: date, n: int, then: date) -> None:
    assert add_months(day, n) == then


def test_years_are_added_by_corresponding_days() -> None:
    assert add_years(date(2024, 2, 29), 1) == date(2025, 2, 28)
    assert add_years(date(2024, 2, 29), 4) == date(2028, 2, 29)
    assert add_years(date(2026, 5, 1), -6) == date(2020, 5, 1)


@given(days, days)
def test_completed_months_are_the_most_whose_corresponding_day_is_reached(a: date, b: date) -> None:
    a, b = sorted((a, b))
    n = completed_months(a, b)
    assert add_months(a, n) <= b < add_months(a, n + 1)


@pytest.mark.parametrize(
    ("birth", "on", "age"),
    [
        (date(1990, 6, 15), date(2026, 6, 14), 35),
        (date(1990, 6, 15), date(2026, 6, 15), 36),
        (date(2004, 2, 29), date(2026, 2, 27), 21),
        (date(2004, 2, 29), date(2026, 2, 28), 22),
        (date(2004, 2, 29), date(2028, 2, 28), 23),
        (date(2026, 1, 1), date(2026, 1, 1), 0),
    ],
)
def test_a_year_of_age_is_complete_on_the_birthday(birth: date, on: date, age: int) -> None:
    assert completed_years(birth, on) == age


def test_an_age_before_birth_is_invalid() -> None:
    with pytest.raises(Invalid) as caught:
        completed_years(date(2026, 1, 2), date(2026, 1, 1))
    assert caught.value.field == "on"


@given(days)
def test_the_month_end_is_followed_by_the_first(day: date) -> None:
    assert add_days(month_end(day), 1).day == 1
    assert month_end(day).day == days_in_month(day.year, day.month)


def test_months_between_ignores_the_days() -> None:
    assert months_between(date(1965, 1, 31), date(1965, 2, 1)) == 1
    assert months_between(date(1965, 1, 1), date(1964, 12, 31)) == -1


@pytest.mark.parametrize("value", [date(1948, 12, 31), date(2201, 1, 1), "2026-01-01", None])
def test_what_is_no_day_between_1949_and_2200_names_its_field(value: object) -> None:
    with pytest.raises(Invalid) as caught:
        check_day(value, "signed_on")
    assert caught.value.field == "signed_on"
    assert "signed_on" in caught.value.text.zh


@pytest.mark.parametrize("n", [10**6, -(10**6), 10**12])
def test_days_and_months_past_the_end_are_invalid(n: int) -> None:
    for move in (add_days, add_months, add_years):
        with pytest.raises(Invalid):
            move(date(2026, 1, 1), n)


@given(months, st.integers(-120, 120))
def test_month_arithmetic_has_an_inverse(month: Month, n: int) -> None:
    assert (month + n) - n == month
    assert (month + n) - month == n
    assert (month + n > month) == (n > 0)


@given(months)
def test_a_month_is_written_and_read_back(month: Month) -> None:
    assert Month.parse(str(month)) == month
    assert Month.of(month.first_day) == Month.of(month.last_day) == month
    assert month.first_day in month
    assert month.last_day in month
    assert add_days(month.last_day, 1) not in month
    assert (month.last_day - month.first_day).days + 1 == month.days


@pytest.mark.parametrize(
    "text", ["2026-13", "2026-00", "2026-1", "26-01", "2026/01", "2026-01-01", "", "1948-12", "９９９９-01"]
)
def test_what_is_no_month_names_its_field(text: str) -> None:
    with pytest.raises(Invalid) as caught:
        Month.parse(text, "paid_from")
    assert caught.value.field == "paid_from"
    assert "paid_from" in caught.value.text.en


def test_a_month_past_the_end_is_invalid() -> None:
    with pytest.raises(Invalid):
        Month(2200, 12) + 1
