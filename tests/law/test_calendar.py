from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mulberry.errors import Invalid, Refused
from mulberry.law.calendar import Calendar
from mulberry.law.calendar_year import CalendarYear
from mulberry.law.calendar_years import CHINA, YEARS
from mulberry.law.text import t
from tests.law import naive

days = st.dates(date(2022, 1, 1), date(2029, 12, 31))

TOTALS = {
    2024: (22, 18, 21, 22, 21, 19, 23, 22, 21, 19, 21, 22),
    2025: (19, 19, 21, 22, 19, 20, 23, 21, 23, 18, 20, 23),
    2026: (21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23),
}


def a_year(off: str = "", makeup: str = "", total: int | None = None, year: int = 2027) -> CalendarYear:
    def listed(text: str) -> frozenset[date]:
        return frozenset(date.fromisoformat(day if len(day) == 10 else f"{year}-{day}") for day in text.split())

    return CalendarYear(
        year, t("通知", "A notice"), date(2026, 11, 1), listed(off), listed(makeup), stated_working_days=total
    )


@pytest.mark.parametrize("year", TOTALS)
def test_each_published_year_meets_its_monthly_control_totals(year: int) -> None:
    assert CHINA.month_totals(year) == TOTALS[year]
    assert CHINA.working_days(year) == sum(TOTALS[year])
    assert next(y for y in YEARS if y.year == year).month_totals == TOTALS[year]


@pytest.mark.parametrize("year", [2022, 2023, 2024, 2025, 2026, 2027])
def test_every_day_agrees_with_the_days_written_out_one_by_one(year: int) -> None:
    day = date(year, 1, 1)
    while day.year == year:
        assert CHINA.is_working(day) == naive.works(day), day
        day += timedelta(days=1)


def test_years_without_a_notice_are_not_published() -> None:
    assert not CHINA.published(date(2023, 12, 31))
    assert CHINA.published(date(2024, 1, 1))
    assert CHINA.published(date(2026, 12, 31))
    assert not CHINA.published(date(2027, 1, 1))
    assert CHINA.unpublished_years(date(2023, 6, 1), date(2028, 1, 1)) == (2023, 2027, 2028)


def test_each_year_rests_on_its_notice() -> None:
    assert [year.basis.law.id for year in YEARS] == [f"holiday-notice-{y}" for y in (2024, 2025, 2026)]
    assert [year.notice_date for year in YEARS] == [date(2023, 10, 25), date(2024, 11, 12), date(2025, 11, 4)]
    assert "2026" in YEARS[-1].basis.label().en


@given(days, st.integers(1, 400))
def test_adding_working_days_agrees_with_counting_them(day: date, n: int) -> None:
    assert CHINA.add_working_days(day, n) == naive.deadline(day, n, "working-day", [])


@given(days, st.integers(1, 400))
def test_counting_back_what_was_added_gives_the_number(day: date, n: int) -> None:
    assert CHINA.working_days_between(day, CHINA.add_working_days(day, n)) == n


@given(days, st.integers(1, 400))
def test_going_back_from_a_working_day_undoes_going_forward(day: date, n: int) -> None:
    start = CHINA.next_working(day)
    assert CHINA.add_working_days(CHINA.add_working_days(start, n), -n) == start


@given(days, st.integers(1, 60))
def test_going_back_gives_the_nth_working_day_before(day: date, n: int) -> None:
    before = CHINA.add_working_days(day, -n)
    assert naive.works(before)
    assert naive.count_working(before - timedelta(days=1), day - timedelta(days=1)) == n


@given(days, days)
def test_the_days_between_agree_with_counting_in_both_directions(a: date, b: date) -> None:
    a, b = sorted((a, b))
    assert CHINA.working_days_between(a, b) == naive.count_working(a, b)
    assert CHINA.working_days_between(b, a) == -naive.count_working(a, b)


@given(days)
def test_the_next_working_day_is_the_day_itself_or_the_first_after_it(day: date) -> None:
    found = CHINA.next_working(day)
    assert naive.works(found)
    assert naive.count_working(day - timedelta(days=1), found) == 1


def test_no_working_days_away_is_the_day_itself() -> None:
    assert CHINA.add_working_days(date(2026, 10, 1), 0) == date(2026, 10, 1)


@pytest.mark.parametrize("year", [1949, 2200])
def test_the_first_and_last_year_can_be_counted(year: int) -> None:
    assert 259 <= CHINA.working_days(year) <= 262


def test_leaving_the_years_that_are_known_is_refused() -> None:
    with pytest.raises(Invalid) as caught:
        CHINA.add_working_days(date(2200, 12, 1), 30)
    assert caught.value.field == "count"
    with pytest.raises(Invalid):
        CHINA.add_working_days(date(1949, 1, 10), -30)
    with pytest.raises(Invalid):
        CHINA.is_working(date(1948, 12, 31))


def test_a_new_notice_is_published_without_touching_the_old_calendar() -> None:
    loaded = CHINA.with_year(a_year("01-01 01-02 01-03"))
    assert loaded.published(date(2027, 1, 1))
    assert not loaded.is_working(date(2027, 1, 1))
    assert not CHINA.published(date(2027, 1, 1))
    assert CHINA.is_working(date(2027, 1, 1))


def test_a_corrected_notice_replaces_the_year() -> None:
    first = CHINA.with_year(a_year("01-01"))
    assert not first.is_working(date(2027, 1, 1))
    assert first.with_year(a_year()).is_working(date(2027, 1, 1))


def test_a_new_years_notice_may_reach_into_december_and_prevails_there() -> None:
    loaded = CHINA.with_year(a_year("2026-12-30 2026-12-31 01-01", "2026-12-27"))
    assert not loaded.is_working(date(2026, 12, 31))
    assert loaded.is_working(date(2026, 12, 27))
    assert loaded.working_days(2026) == 248 - 2 + 1


def test_the_same_year_twice_is_invalid() -> None:
    with pytest.raises(Invalid) as caught:
        Calendar([a_year(), a_year("01-01")])
    assert caught.value.field == "year"


@pytest.mark.parametrize(
    ("code", "off", "makeup", "total"),
    [
        ("makeup_not_on_weekend", "02-05 02-06", "02-10", None),
        ("both_off_and_makeup", "02-05 02-06", "02-06", None),
        ("off_block_not_contiguous", "02-05 02-06 02-08", "", None),
        ("off_block_not_contiguous", "10-01 10-02 10-05 10-06", "", None),
        ("off_block_not_contiguous", "05-01 05-05", "", None),
        ("off_block_not_contiguous", "09-29 10-01", "", None),
        ("control_total_differs", "01-01", "", 261),
    ],
)
def test_a_faulty_calendar_year_is_refused_with_its_code(code: str, off: str, makeup: str, total: int | None) -> None:
    with pytest.raises(Refused) as caught:
        a_year(off, makeup, total)
    assert caught.value.code == code
    assert caught.value.text.zh != caught.value.text.en
    assert "{" not in caught.value.text.zh + caught.value.text.en


def test_the_right_control_total_is_accepted() -> None:
    assert a_year("01-01", "", 260).working_days == 260


def test_mid_autumn_may_end_two_days_before_national_day() -> None:
    assert a_year("09-28 10-01 10-02").off


@pytest.mark.parametrize(
    ("field", "off", "makeup"), [("off_days", "2028-01-01", ""), ("makeup_days", "", "2026-11-28")]
)
def test_a_day_of_another_year_is_invalid(field: str, off: str, makeup: str) -> None:
    with pytest.raises(Invalid) as caught:
        a_year(off, makeup)
    assert caught.value.field == field


def test_a_year_out_of_range_is_invalid() -> None:
    with pytest.raises(Invalid) as caught:
        a_year(year=2201)
    assert caught.value.field == "year"


def test_a_moment_is_no_day_of_a_calendar() -> None:
    with pytest.raises(Invalid) as caught:
        replace(a_year(), off=frozenset({datetime(2027, 1, 1)}))  # noqa: DTZ001
    assert caught.value.field == "off_days"
