"""Time limits of remedies, against counting day by day; and the units of periods."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from mulberry.decisions.run import UNDETERMINED, decide
from mulberry.law.calendar_years import CHINA
from mulberry.law.dates import days_in_month
from mulberry_sip.programme.period_unit import PeriodUnit
from mulberry_sip.programme.remedies import RemedyPeriod

REMEDIES = ("review", "litigation", "litigation_after_review")
ON = date(2026, 11, 21)
known = st.dates(date(2024, 1, 2), date(2026, 12, 31))


def working(day: date) -> date:
    while not CHINA.is_working(day):
        day += timedelta(days=1)
    return day


def months_on(day: date, months: int) -> date:
    """Month by month, and only then the day: the month's last where there is no such day."""
    year, month = day.year, day.month
    for _ in range(months):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return date(year, month, min(day.day, days_in_month(year, month)))


def last_day(f: dict[str, Any]) -> date:
    knew = f["knew_on"]
    if not f["told_of_remedy"]:
        end = months_on(knew, 12)
    elif f["remedy"] == "litigation":
        end = months_on(knew, 6)
    else:
        end = knew + timedelta(days=60 if f["remedy"] == "review" else 15)
    if f["remedy"] == "litigation_after_review":
        return working(end)
    outer = months_on(f["act_on"], 240 if f["real_property"] else 60)
    return min(working(end), working(outer))


@st.composite
def challenges(draw: st.DrawFn) -> dict[str, Any]:
    knew = draw(known)
    facts = {
        "remedy": draw(st.sampled_from(REMEDIES)),
        "knew_on": knew,
        "act_on": knew - timedelta(days=draw(st.sampled_from([0, 3, 400, 1800, 1826, 7300, 7305]))),
        "told_of_remedy": draw(st.booleans()),
        "real_property": draw(st.booleans()),
    }
    return facts | {"filed_on": last_day(facts) + timedelta(days=draw(st.sampled_from([-5, -1, 0, 1, 5])))}


@given(challenges())
def test_the_last_day_is_the_one_counted_day_by_day(f: dict[str, Any]) -> None:
    answer = decide(RemedyPeriod, f, ON)
    assert answer.amounts["last_day"] == last_day(f)
    assert answer.outcome == ("in_time" if f["filed_on"] <= last_day(f) else "late")


@given(challenges(), st.sets(st.sampled_from(["remedy", "knew_on", "act_on", "told_of_remedy", "real_property"])))
def test_an_answer_on_part_of_the_facts_is_never_taken_back(f: dict[str, Any], unknown: set[str]) -> None:
    answer = decide(RemedyPeriod, {name: value for name, value in f.items() if name not in unknown}, ON)
    if answer.outcome == UNDETERMINED:
        assert set(answer.needed) <= unknown
    else:
        assert answer.outcome == ("in_time" if f["filed_on"] <= last_day(f) else "late")


@given(
    st.sampled_from(["licensing_law", "reconsideration_law", "penalty_law", "civil_code"]),
    st.integers(1, 120),
    st.sampled_from(["agency", "applicant"]),
)
def test_every_period_has_a_unit(law: str, days: int, acts_by: str) -> None:
    answer = decide(PeriodUnit, {"law": law, "period_days": days, "acts_by": acts_by}, ON)
    named = {"reconsideration_law": {3, 5, 7, 10}, "penalty_law": {2, 3, 5, 7}, "civil_code": set()}
    working_days = days in named[law] if law in named else acts_by == "agency" or days != 30
    assert answer.outcome == ("working-day" if working_days else "calendar-day")
