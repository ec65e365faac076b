"""The strip of a clock: what it draws agrees with what the calendar counts, whatever the days."""

from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from mulberry.law.calendar_years import CHINA
from mulberry.law.periods import Suspension, Unit, deadline
from mulberry.procedures.case import Pause, Run
from mulberry.procedures.clocks import Reading
from mulberry_web.procedures.strip import Strip, strip
from tests.web.procedures.pack import MillCase

DAY = timedelta(days=1)
days = st.dates(date(2024, 1, 2), date(2026, 6, 30))


def drawn(started: date, today: date, count: int, pauses: tuple[Pause, ...] = ()) -> Strip:
    """The strip of the deciding clock, its deadline worked out as the engine does."""
    spans = [Suspension(p.first, p.last or today - DAY, notified_in_writing=True) for p in pauses]
    spans = [span for span in spans if span.last >= span.first]
    due = deadline(started, count, Unit.WORKING_DAY, spans, CHINA).deadline
    paused = bool(pauses) and pauses[-1].last is None
    late = not paused and today > due
    reading = Reading(
        MillCase.clocks["deciding"],
        "suspended" if paused else "running",
        None if paused else due,
        due if paused else None,
        late=late,
        started_on=started,
        working_days_late=CHINA.working_days_between(due, today) if late else 0,
    )
    return strip(reading, Run(started, pauses), today, CHINA)


def share(text: str) -> int:
    """A CSS percentage in thousandths."""
    whole, _, tenth = text.removesuffix("%").partition(".")
    return int(whole) * 10 + int(tenth)


@given(days, st.integers(0, 60), st.integers(1, 45))
def test_used_and_left_together_are_the_whole_period_until_it_is_over(started: date, after: int, count: int) -> None:
    today = started + after * DAY
    one = drawn(started, today, count)
    if one.late:
        assert one.used == count and one.left == 0
    else:
        assert one.used + one.left == count


@given(days, st.integers(0, 90), st.integers(1, 45))
def test_every_part_lies_within_the_strip(started: date, after: int, count: int) -> None:
    one = drawn(started, started + after * DAY, count)
    for part in one.parts:
        assert 0 <= share(part.start) <= 1000 and share(part.width) >= 4
        assert share(part.start) + share(part.width) <= 1004
    assert 0 <= share(one.today_at) <= 1000


@given(days, st.integers(1, 10), st.integers(1, 15), st.integers(0, 30), st.integers(5, 30))
def test_time_that_stood_still_counts_neither_as_used_nor_as_left(
    started: date, before: int, length: int, after: int, count: int
) -> None:
    first = started + before * DAY
    last = first + (length - 1) * DAY
    today = last + (1 + after) * DAY
    one = drawn(started, today, count, (Pause(first, last),))
    if not one.late and first <= deadline(started, count, Unit.WORKING_DAY, (), CHINA).deadline:
        assert one.used + one.left == count
    assert any(part.tone == "paused" for part in one.parts)


@given(days, st.integers(1, 10), st.integers(1, 20))
def test_while_a_clock_stands_still_nothing_more_is_used(started: date, before: int, after: int) -> None:
    first = started + before * DAY
    used = {drawn(started, first + n * DAY, 20, (Pause(first),)).used for n in range(1, after + 1)}
    assert len(used) == 1


def test_on_the_last_day_it_says_so() -> None:
    started = date(2026, 3, 2)
    due = deadline(started, 5, Unit.WORKING_DAY, (), CHINA).deadline
    one = drawn(started, due, 5)
    assert one.summary.zh == "今天是最后一天，由经办人办理。" and "last day" in one.summary.en


def test_one_day_is_said_in_the_singular() -> None:
    assert (
        drawn(date(2026, 3, 2), date(2026, 3, 3), 5).summary.en
        == "1 working day used, 4 working days left, for: Officer."
    )


def test_a_period_whose_length_nobody_knows_is_not_drawn_as_if_it_had_one() -> None:
    reading: Any = SimpleNamespace(
        clock=MillCase.clocks["deciding"],
        due=None,
        not_before=None,
        word="running",
        late=False,
        needed=("param:mill.decide_days",),
        unconfirmed=(),
    )
    one = strip(reading, Run(date(2026, 3, 2)), date(2026, 3, 10), CHINA)
    assert "尚未查明" in one.summary.zh and [title.zh for title in one.needed] == ["决定天数"]
