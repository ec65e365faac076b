from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mulberry.errors import Invalid
from mulberry.law.calendar_year import CalendarYear
from mulberry.law.calendar_years import CHINA
from mulberry.law.periods import Deadline, Suspension, Unit, deadline, deadline_json
from mulberry.law.text import t
from tests.law import naive

UNITS = [unit.value for unit in Unit]
starts = st.dates(date(2023, 6, 1), date(2027, 6, 30))


@st.composite
def suspensions(draw: st.DrawFn, near: date) -> list[Suspension]:
    spans = []
    for _ in range(draw(st.integers(0, 4))):
        first = near + timedelta(days=draw(st.integers(-20, 160)))
        spans.append(Suspension(first, first + timedelta(days=draw(st.integers(0, 40))), notified_in_writing=True))
    return spans


@st.composite
def periods(draw: st.DrawFn) -> tuple[date, int, str, list[Suspension]]:
    start, unit = draw(starts), draw(st.sampled_from(UNITS))
    most = {"month": 30, "year": 3}.get(unit, 120)
    return start, draw(st.integers(1, most)), unit, draw(suspensions(start))


def stop(first: str, last: str, *, told: bool = True) -> Suspension:
    return Suspension(date.fromisoformat(first), date.fromisoformat(last), notified_in_writing=told, reason="hearing")


def due(start: str, count: int, unit: str, *stops: Suspension) -> Deadline:
    return deadline(date.fromisoformat(start), count, unit, stops)


@pytest.mark.parametrize(
    ("start", "count", "unit", "last"),
    [
        ("2026-02-10", 20, "working-day", "2026-03-16"),
        ("2026-02-10", 30, "working-day", "2026-03-30"),
        ("2026-09-18", 5, "working-day", "2026-09-24"),
        ("2025-09-26", 5, "working-day", "2025-10-10"),
        ("2026-08-03", 60, "calendar-day", "2026-10-08"),
        ("2026-11-21", 20, "working-day", "2026-12-18"),
        ("2026-11-20", 20, "working-day", "2026-12-18"),
        ("2026-04-28", 5, "working-day", "2026-05-08"),
        ("2026-04-28", 20, "working-day", "2026-05-28"),
        ("2026-03-16", 10, "working-day", "2026-03-30"),
    ],
)
def test_the_worked_cases_of_the_published_calendars(start: str, count: int, unit: str, last: str) -> None:
    answer = due(start, count, unit)
    assert answer.deadline == answer.base_deadline == date.fromisoformat(last)
    assert answer.published
    assert answer.suspended_working_days == 0


def test_a_period_that_runs_into_a_year_without_a_calendar_is_provisional() -> None:
    answer = due("2026-11-20", 40, "working-day")
    assert not answer.published
    assert answer.deadline == naive.deadline(date(2026, 11, 20), 40, "working-day", [])
    assert "2027 not published; provisional result assuming weekends only" in answer.notes[0].en
    assert "2027" in answer.notes[0].zh
    assert answer.unpublished_years == (2027,)


def test_loading_the_calendar_makes_the_provisional_answer_final() -> None:
    new_year = CalendarYear(2027, t("通知", "Notice"), date(2026, 11, 1), frozenset({date(2027, 1, 1)}), frozenset())
    before = deadline(date(2026, 12, 25), 8, "working-day")
    after = deadline(date(2026, 12, 25), 8, "working-day", calendar=CHINA.with_year(new_year))
    assert (before.deadline, before.published) == (date(2027, 1, 6), False)
    assert (after.deadline, after.published) == (date(2027, 1, 7), True)


def test_only_the_days_an_answer_rests_on_decide_whether_it_is_final() -> None:
    assert due("2023-12-31", 5, "working-day").published  # the event day is not counted
    assert not due("2023-12-28", 5, "working-day").published
    assert due("2023-11-20", 60, "calendar-day").published  # only its end is looked up
    assert due("2026-06-30", 6, "month").published
    assert not due("2026-07-03", 6, "month").published


def test_the_end_of_the_last_published_december_may_still_be_rearranged() -> None:
    assert "2027" in due("2026-12-01", 30, "calendar-day").notes[-1].en
    assert due("2025-12-01", 30, "calendar-day").notes == ()
    assert due("2026-11-01", 30, "working-day").notes == ()


@pytest.mark.parametrize(
    ("start", "count", "unit", "last"),
    [
        ("2026-01-31", 1, "month", "2026-02-28"),  # no 31st; Saturday the 28th is worked
        ("2024-01-31", 1, "month", "2024-02-29"),
        ("2024-02-29", 1, "year", "2025-02-28"),
        ("2024-02-29", 12, "month", "2025-02-28"),
        ("2025-08-31", 6, "month", "2026-02-28"),
        ("2026-03-15", 6, "month", "2026-09-15"),
        ("2025-09-25", 1, "year", "2026-09-28"),  # the 25th to 27th are Mid-Autumn
        ("2026-08-15", 1, "month", "2026-09-15"),
        ("2026-07-05", 3, "month", "2026-10-08"),
    ],
)
def test_month_and_year_periods_end_on_the_corresponding_day(start: str, count: int, unit: str, last: str) -> None:
    assert due(start, count, unit).deadline == date.fromisoformat(last)


def test_a_moved_last_day_and_a_missing_corresponding_day_are_explained() -> None:
    assert "2026-10-02" in due("2026-08-03", 60, "calendar-day").notes[0].en
    assert "no day corresponding to 2026-01-31" in due("2026-01-31", 1, "month").notes[0].en


@given(periods())
def test_every_deadline_agrees_with_counting_day_by_day(period: tuple[date, int, str, list[Suspension]]) -> None:
    start, count, unit, stops = period
    answer = deadline(start, count, unit, stops)
    spans = [(s.first, s.last) for s in stops]
    assert answer.deadline == naive.deadline(start, count, unit, spans)
    assert answer.base_deadline == naive.deadline(start, count, unit, [])
    assert naive.works(answer.deadline)
    covered = [start + timedelta(days=i) for i in range(1, (answer.deadline - start).days + 1)]
    assert answer.suspended_working_days == sum(naive.works(d) and any(a <= d <= b for a, b in spans) for d in covered)


@given(periods())
def test_the_order_and_overlap_of_suspensions_change_nothing(period: tuple[date, int, str, list[Suspension]]) -> None:
    start, count, unit, stops = period
    assert deadline(start, count, unit, [*reversed(stops), *stops]) == deadline(start, count, unit, stops)


@given(periods())
def test_a_suspension_never_shortens_a_period(period: tuple[date, int, str, list[Suspension]]) -> None:
    answer = deadline(*period)
    assert answer.deadline >= answer.base_deadline


@given(starts, st.integers(1, 200), st.sampled_from(UNITS))
def test_a_longer_period_never_ends_earlier(start: date, count: int, unit: str) -> None:
    count = min(count, 50)
    assert deadline(start, count, unit).deadline <= deadline(start, count + 1, unit).deadline


def test_a_suspension_adds_the_working_days_it_covers() -> None:
    answer = due("2026-03-02", 20, "working-day", stop("2026-03-09", "2026-03-15"))
    assert answer.base_deadline == date(2026, 3, 30)
    assert answer.suspended_working_days == 5
    assert answer.deadline == date(2026, 4, 7)  # 4 to 6 April are off


def test_a_suspension_that_runs_past_the_deadline_moves_it_behind_itself() -> None:
    answer = due("2026-03-02", 5, "working-day", stop("2026-03-09", "2026-03-31"))
    assert answer.base_deadline == date(2026, 3, 9)
    assert answer.deadline == date(2026, 4, 1)


def test_a_suspension_reached_only_by_an_earlier_one_counts_too() -> None:
    answer = due("2026-03-02", 5, "working-day", stop("2026-03-05", "2026-03-06"), stop("2026-03-10", "2026-03-11"))
    assert answer.base_deadline == date(2026, 3, 9)
    assert (answer.deadline, answer.suspended_working_days) == (date(2026, 3, 13), 4)


def test_a_suspension_after_the_end_or_before_the_start_changes_nothing_and_says_so() -> None:
    answer = due("2026-03-02", 5, "working-day", stop("2026-03-10", "2026-03-20"), stop("2026-02-24", "2026-03-02"))
    assert answer.deadline == date(2026, 3, 9)
    assert answer.suspended_working_days == 0
    assert len(answer.notes) == 2


def test_calendar_day_periods_are_suspended_by_calendar_days() -> None:
    answer = due("2026-07-01", 30, "calendar-day", stop("2026-07-10", "2026-07-19"))
    assert answer.base_deadline == date(2026, 7, 31)
    assert answer.deadline == date(2026, 8, 10)
    assert answer.suspended_working_days == 6


def test_a_suspension_over_the_days_off_at_the_end_moves_the_last_day_behind_itself() -> None:
    answer = due("2026-08-03", 60, "calendar-day", stop("2026-10-03", "2026-10-20"))
    assert answer.deadline == date(2026, 10, 21)
    assert due("2026-08-03", 60, "calendar-day", stop("2026-10-03", "2026-10-04")).deadline == date(2026, 10, 8)


def test_a_suspension_that_was_not_notified_is_refused() -> None:
    with pytest.raises(Invalid) as caught:
        due("2026-03-02", 5, "working-day", stop("2026-03-05", "2026-03-06", told=False))
    assert caught.value.field == "suspensions"
    assert "suspension not notified: does not stop the clock" in caught.value.text.en
    assert "书面告知" in caught.value.text.zh


def test_a_suspension_is_read_from_json_and_silence_is_no_notice() -> None:
    item: dict[str, object] = {"from": date(2026, 3, 5), "to": date(2026, 3, 6), "reason": "test"}
    assert not Suspension.from_json(item).notified_in_writing
    assert Suspension.from_json(item | {"notified_in_writing": True}) == Suspension(
        date(2026, 3, 5), date(2026, 3, 6), notified_in_writing=True, reason="test"
    )
    with pytest.raises(Invalid):
        Suspension.from_json({"from": date(2026, 3, 5)})


@pytest.mark.parametrize(
    ("field", "start", "count", "unit"),
    [
        ("count", date(2026, 3, 2), 0, "working-day"),
        ("count", date(2026, 3, 2), -5, "calendar-day"),
        ("count", date(2026, 3, 2), True, "month"),
        ("count", date(2026, 3, 2), 10**9, "working-day"),
        ("count", date(2026, 3, 2), 101, "year"),
        ("count", date(2190, 3, 2), 50, "year"),
        ("count", date(2190, 3, 2), 20_000, "calendar-day"),
        ("count", date(2190, 3, 2), 20_000, "working-day"),
        ("unit", date(2026, 3, 2), 5, "week"),
        ("unit", date(2026, 3, 2), 5, ""),
        ("from", date(1948, 12, 31), 5, "month"),
        ("from", date(2201, 1, 1), 5, "month"),
        ("from", datetime(2026, 3, 2), 5, "month"),  # noqa: DTZ001
    ],
)
def test_input_that_makes_no_sense_names_its_field(field: str, start: date, count: int, unit: str) -> None:
    with pytest.raises(Invalid) as caught:
        deadline(start, count, unit)
    assert caught.value.field == field
    assert field in caught.value.text.zh
    assert field in caught.value.text.en


def test_a_suspension_that_runs_backwards_is_invalid() -> None:
    with pytest.raises(Invalid) as caught:
        stop("2026-03-06", "2026-03-05")
    assert caught.value.field == "suspensions"


def test_an_event_in_the_future_is_refused_where_the_day_is_known() -> None:
    with pytest.raises(Invalid) as caught:
        deadline(date(2026, 3, 3), 5, Unit.WORKING_DAY, as_of=date(2026, 3, 2))
    assert caught.value.field == "from"
    assert deadline(date(2026, 3, 2), 5, Unit.WORKING_DAY, as_of=date(2026, 3, 2)).published


@pytest.mark.parametrize("unit", UNITS)
def test_suspensions_at_the_ends_of_time_do_no_harm(unit: str) -> None:
    assert deadline(date(1949, 1, 1), 1, unit, [stop("1949-01-01", "1949-01-02")]).deadline.year in (1949, 1950)
    with pytest.raises(Invalid) as caught:
        deadline(date(2199, 12, 1), 1, unit, [stop("2199-12-02", "2200-12-31")])
    assert caught.value.field == "suspensions"


def test_the_answer_as_json_is_plain() -> None:
    assert deadline_json(due("2026-02-10", 20, "working-day")) == {
        "deadline": "2026-03-16",
        "published": True,
        "base_deadline": "2026-03-16",
        "suspended_working_days": 0,
        "notes": [],
        "unpublished_years": [],
    }


def test_each_unit_has_a_name_in_both_languages() -> None:
    assert {unit.label.zh for unit in Unit} == {"个工作日", "日", "个月", "年"}


def test_each_unit_names_the_articles_it_is_counted_by() -> None:
    assert [basis.label().en for basis in Unit.MONTH.bases] == ["Civil Code, art. 202", "Civil Code, art. 203"]
    assert all(unit.bases for unit in Unit)
