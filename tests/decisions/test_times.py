"""Days, months and moments: the traps that other engines fall into, and conditions turned into conditions on a day."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mulberry.decisions import fold
from mulberry.decisions import vocabulary as v
from mulberry.decisions.operations import completed_months, completed_years
from mulberry.decisions.run import decide
from mulberry.errors import Invalid
from mulberry.law import dates
from mulberry.law.calendar_years import CHINA
from tests.decisions.forms import holds, value
from tests.decisions.subjects import AS_OF, Firm, giving, requiring
from tests.decisions.trees import naive_completed_months

DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))


def years(since: str, on: str) -> Any:
    return value(v.completed_years(Firm.founded_on, Firm.audited_on), founded_on=since, audited_on=on)


def test_a_year_is_complete_on_its_day_not_at_new_year() -> None:
    assert years("2024-12-31", "2025-01-01") == 0
    assert years("2024-12-31", "2025-12-30") == 0
    assert years("2024-12-31", "2025-12-31") == 1


def test_the_29th_of_february_completes_its_year_on_the_28th() -> None:
    assert years("2024-02-29", "2025-02-27") == 0
    assert years("2024-02-29", "2025-02-28") == 1
    assert years("2024-02-29", "2028-02-28") == 3
    assert years("2024-02-29", "2028-02-29") == 4


def test_a_month_after_the_31st_ends_on_the_months_last_day() -> None:
    assert value(v.add_months(Firm.founded_on, 1), founded_on="2026-01-31") == date(2026, 2, 28)
    assert value(v.add_months(Firm.founded_on, 1), founded_on="2024-01-31") == date(2024, 2, 29)
    assert value(v.add_months(Firm.founded_on, -1), founded_on="2026-03-31") == date(2026, 2, 28)
    assert value(v.add_years(Firm.founded_on, 1), founded_on="2024-02-29") == date(2025, 2, 28)


@given(DAYS, DAYS)
def test_completed_time_is_that_of_the_law_and_goes_on_below_zero(since: date, on: date) -> None:
    assert completed_months(since, on) == naive_completed_months(since, on)
    if since <= on:
        assert completed_months(since, on) == dates.completed_months(since, on)
        assert completed_years(since, on) == dates.completed_years(since, on)
    else:
        assert completed_months(since, on) < 0 or (since.year, since.month) == (on.year, on.month)


OPERATORS = {
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
    "==": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
}


@given(
    st.sampled_from([*OPERATORS]),
    st.integers(-40, 400),
    st.dates(date(2024, 1, 1), date(2028, 12, 31)),
    st.sampled_from(["days", "months", "years"]),
    st.integers(-3, 3),
)
def test_a_time_since_a_day_asks_the_same_as_the_day_it_is_turned_into(
    operator: str, count: int, as_of: date, unit: str, beside: int
) -> None:
    compare: Any = OPERATORS[operator]
    months = {"days": 0, "months": count, "years": 12 * count}[unit]
    edge = as_of - timedelta(days=count) if unit == "days" else _earlier(as_of, months)
    day = edge + timedelta(days=beside)
    words = {
        "days": (v.days_from(Firm.founded_on, v.AS_OF), (as_of - day).days),
        "ahead": (v.days_from(v.AS_OF, Firm.founded_on), (day - as_of).days),
        "months": (v.completed_months(Firm.founded_on, v.AS_OF), naive_completed_months(day, as_of)),
        "years": (v.completed_years(Firm.founded_on, v.AS_OF), naive_completed_months(day, as_of) // 12),
    }
    for word, elapsed in words.values():
        assert holds(compare(word, count), as_of=as_of, founded_on=day) is compare(elapsed, count)


@settings(max_examples=1_000)
@given(st.sampled_from([*fold.COMPLETED]), st.dates(date(2010, 1, 1), date(2040, 12, 31)), st.integers(-240, 600))
def test_the_last_day_that_completes_a_time_is_the_last(op: str, on: date, least: int) -> None:
    measure = fold.COMPLETED[op][0]
    least = least // 12 if op == "completed_years" else least
    edge = fold._latest_start(op, on, least)
    assert edge is not None
    assert measure(edge, on) >= least
    assert measure(edge + timedelta(days=1), on) < least


def _earlier(day: date, months: int) -> date:
    return dates.add_months(day, -max(min(months, 800), -800))


@pytest.mark.parametrize("beside", [-1, 0, 1])
def test_365_days_are_exact_to_the_day(beside: int) -> None:
    day = AS_OF - timedelta(days=365 + beside)
    assert holds(v.days_from(Firm.founded_on, v.AS_OF) >= 365, founded_on=day) is (beside >= 0)


def test_more_than_ten_years_is_not_ten_years() -> None:
    over_ten = v.add_years(Firm.founded_on, 10) < v.AS_OF
    assert holds(over_ten, as_of=date(2026, 11, 21), founded_on="2016-11-21") is False
    assert holds(over_ten, as_of=date(2026, 11, 22), founded_on="2016-11-21") is True


def test_months_are_compared_and_counted_without_their_days() -> None:
    assert value(v.months_from(Firm.founded_on, Firm.audited_on), founded_on="2026-01-31", audited_on="2026-02-01") == 1
    assert value(v.month(Firm.founded_on) + 1, founded_on="2026-12-05") == "2027-01"
    assert holds(v.month(Firm.founded_on) > Firm.paid_until, founded_on="2026-03-01", paid_until="2026-02") is True
    assert value(Firm.paid_until - 2, paid_until="2026-01") == "2025-11"


def test_a_day_outside_the_calendar_is_refused_by_the_name_of_what_was_read() -> None:
    asked = giving(v.add_months(Firm.founded_on, Firm.staff * 100))
    with pytest.raises(Invalid) as refused:
        decide(asked, {"founded_on": "2026-01-01", "staff": 40, "listed": False}, AS_OF)
    assert refused.value.field == "founded_on, staff"
    with pytest.raises(Invalid):
        decide(asked, {"founded_on": "1026-01-01"}, AS_OF)


def test_the_same_is_refused_whether_or_not_other_facts_are_known() -> None:
    asked = requiring(Firm.listed & (v.add_days(Firm.founded_on, Firm.staff * 10_000) > v.AS_OF), Firm.clean)
    for more in ({}, {"listed": False}, {"listed": False, "clean": False}):
        with pytest.raises(Invalid):
            decide(asked, {"founded_on": "2026-01-01", "staff": 40, **more}, AS_OF)


# ------------------------------------------------------------------ working days and moments


def test_a_period_that_ends_on_a_day_off_ends_on_the_next_working_day() -> None:
    assert value(v.next_working(Firm.founded_on), founded_on="2026-10-01") == date(2026, 10, 8)
    assert value(v.next_working(Firm.founded_on), founded_on="2026-10-10") == date(
        2026, 10, 10
    )  # a Saturday that works


@given(st.dates(date(2024, 1, 1), date(2026, 12, 31)), st.integers(-20, 40))
def test_working_days_are_those_of_the_calendar(day: date, count: int) -> None:
    assert value(v.add_working_days(Firm.founded_on, count), founded_on=day) == CHINA.add_working_days(day, count)
    assert value(v.working_days_from(Firm.founded_on, Firm.audited_on), founded_on=day, audited_on=AS_OF) == (
        CHINA.working_days_between(day, AS_OF)
    )


def test_a_day_that_rests_on_holidays_not_announced_yet_says_so() -> None:
    asked = giving(v.add_working_days(Firm.founded_on, 10))
    facts = {"listed": True, "founded_on": "2026-12-28"}
    assert decide(asked, facts, AS_OF).provisional == (2027,)
    assert decide(asked, facts, AS_OF).to_json()["provisional"] == [2027]
    assert decide(asked, {**facts, "founded_on": "2026-03-02"}, AS_OF).provisional == ()


def test_hours_are_counted_over_midnight() -> None:
    late: dict[str, Any] = {"reported_at": "2026-11-20T23:30"}
    assert value(v.add_hours(Firm.reported_at, 1), **late) == datetime(2026, 11, 21, 0, 30)  # noqa: DTZ001
    assert value(v.add_hours(Firm.reported_at, -24), **late) == datetime(2026, 11, 19, 23, 30)  # noqa: DTZ001
    assert value(v.day_of(Firm.reported_at), **late) == date(2026, 11, 20)
    assert holds(v.day_of(v.add_hours(Firm.reported_at, 1)) == v.AS_OF, **late) is True


def test_a_moment_may_be_a_constant() -> None:
    noon = datetime(2026, 11, 20, 12)  # noqa: DTZ001
    assert holds(Firm.reported_at > noon, reported_at="2026-11-20T12:00:01") is True
    assert holds(Firm.reported_at > noon, reported_at="2026-11-20T12:00") is False
