"""The extended contributions, against the reform's table built month by month and a second reading of the rules."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mulberry.decisions.run import UNDETERMINED, decide
from mulberry.law.calendar_years import CHINA
from mulberry.law.dates import days_in_month
from mulberry.law.month import Month
from mulberry.mechanisms.declare import Setting
from mulberry.mechanisms.run import run
from mulberry_sip.m08_talent.insured import Insured
from mulberry_sip.m08_talent.pension import PensionExtension
from mulberry_sip.m08_talent.statutory_retirement import statutory_retirement

FIRST = {60: Month(1965, 1), 55: Month(1970, 1), 50: Month(1975, 1)}
SEX = {60: "male", 55: "female", 50: "female"}
ages = st.sampled_from([60, 55, 50])
births = st.dates(date(1958, 1, 1), date(1995, 12, 31))


def table(age: int) -> dict[Month, int]:
    """The annexed table: a month more after every fourth month of birth, in the 50 class after every second."""
    every, most = (2, 60) if age == 50 else (4, 36)
    rows, delay, month = {}, 1, FIRST[age]
    while delay <= most:
        for _ in range(every):
            rows[month] = delay
            month += 1
        delay += 1
    return rows


TABLES = {age: table(age) for age in FIRST}


def delay_by_table(age: int, birth: date) -> int:
    month = Month.of(birth)
    return 0 if month < FIRST[age] else TABLES[age].get(month, max(TABLES[age].values()))


def day_by_table(age: int, birth: date) -> date:
    month = Month.of(birth) + 12 * age + delay_by_table(age, birth)
    return date(month.year, month.month, min(birth.day, days_in_month(month.year, month.month)))


def minimum(year: int) -> int:
    return 180 if year <= 2029 else 240 if year >= 2039 else 180 + 6 * (year - 2029)


@pytest.mark.parametrize(
    ("age", "birth", "years", "months"),
    [
        (60, date(1965, 4, 30), 60, 1),
        (60, date(1976, 9, 1), 63, 0),
        (60, date(1988, 2, 29), 63, 0),
        (55, date(1981, 9, 1), 58, 0),
        (50, date(1975, 2, 28), 50, 1),
        (50, date(1975, 4, 30), 50, 2),
        (50, date(1984, 11, 1), 55, 0),
    ],
)
def test_the_table_gives_the_ages_that_were_published(age: int, birth: date, years: int, months: int) -> None:
    assert 12 * age + delay_by_table(age, birth) == 12 * years + months


@given(ages, births)
def test_rule_and_mechanism_give_the_date_of_the_table(age: int, birth: date) -> None:
    facts = {"sex": SEX[age], "original_age": age, "birth_date": birth, "paid_months": 0}
    amounts = decide(PensionExtension, facts, date(2026, 11, 21)).amounts
    given_to_all = {"sex": SEX[age], "original_age": age, "birth_date": birth, "retirement": "statutory"}
    result = run(statutory_retirement, given_to_all, Setting(date(2026, 11, 21), CHINA))
    day = day_by_table(age, birth)
    assert amounts["statutory_date"] == result["statutory_date"] == day
    assert amounts["delay_months"] == result["delay_months"] == delay_by_table(age, birth)
    assert amounts["required_months"] == result["minimum_months"] == minimum(day.year)


def judge(f: dict[str, Any], on: date) -> str:
    day = day_by_table(f["original_age"], f["birth_date"])
    if not (f["nationality_foreign"] and f["enterprise_scheme"] and not f["pension_already_paid"]):
        return "refused"
    if f["sex"] != SEX[f["original_age"]]:
        return "refused"
    if f["paid_months"] >= minimum(day.year):
        return "no_extension_needed"
    if on < day:
        return "wait_until_age"
    if f["paid_months"] >= 180:
        return "general_extension"
    in_plan = f["plan_level"] != "none"
    listed = None if in_plan and not f["plan_listing_current"] else in_plan  # whether it must be current is not settled
    works = f["continues_working"] and f["work_permit_valid"] and f["residence_valid"]
    if not (works and f["employer_applies"]) or listed is False:
        return "refused"
    if listed is None:
        return UNDETERMINED
    return "policy_extension" if f["person_consents"] else "not_chosen"


def values(name: str) -> st.SearchStrategy[Any]:
    special = {
        "original_age": ages,
        "birth_date": births,
        "first_insured_on": st.dates(date(2005, 1, 1), date(2024, 1, 1)),
        "paid_months": st.one_of(st.integers(0, 260), st.sampled_from([179, 180, 181, 186, 239, 240])),
    }
    if name in special:
        return special[name]
    type_ = Insured.facts()[name].type
    # mostly true, so that the later steps of the rule are reached
    yes = st.sampled_from([True, True, True, False])
    return yes if type_.name == "bool" else st.sampled_from(list(type_.values))


people = st.fixed_dictionaries({name: values(name) for name in Insured.facts()}).map(
    lambda f: f | {"pension_already_paid": not f["pension_already_paid"], "sex": SEX[f["original_age"]]}
)
nearness = st.sampled_from([-400, -1, 0, 1, 40, 1000])


@given(people, nearness)
def test_the_outcome_is_the_one_a_second_reading_of_the_rule_gives(f: dict[str, Any], near: int) -> None:
    on = max(day_by_table(f["original_age"], f["birth_date"]) + timedelta(days=near), date(2024, 11, 7))
    assert decide(PensionExtension, f, on).outcome == judge(f, on)


@given(people, nearness, st.sets(st.sampled_from(list(Insured.facts()))))
def test_an_answer_on_part_of_the_facts_is_never_taken_back(f: dict[str, Any], near: int, unknown: set[str]) -> None:
    on = max(day_by_table(f["original_age"], f["birth_date"]) + timedelta(days=near), date(2024, 11, 7))
    answer = decide(PensionExtension, {name: v for name, v in f.items() if name not in unknown}, on)
    if answer.outcome == UNDETERMINED:
        assert set(answer.needed) <= unknown | {"param:pension_extension.listing_must_be_current"}
    else:
        assert answer.outcome == judge(f, on)


@given(people, nearness)
def test_whoever_pays_the_months_short_meets_the_minimum_in_the_last_month(f: dict[str, Any], near: int) -> None:
    day = day_by_table(f["original_age"], f["birth_date"])
    amounts = decide(PensionExtension, f, max(day + timedelta(days=near), date(2024, 11, 7))).amounts
    assert f["paid_months"] + amounts["shortfall_months"] == max(f["paid_months"], amounts["required_months"])
    assert Month.parse(amounts["last_month"]) - Month.of(day) == amounts["shortfall_months"]
    assert 0 <= amounts["lump_sum_months"] <= amounts["shortfall_months"]
