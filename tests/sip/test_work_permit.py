"""The work permit, against the table of points read a second time and a second reading of the classes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from mulberry.decisions.run import UNDETERMINED, decide
from mulberry.law.calendar_years import CHINA
from mulberry.mechanisms.declare import Setting
from mulberry.mechanisms.run import run
from mulberry_sip.m08_talent.work_permit_class import WorkPermitClass
from mulberry_sip.m08_talent.work_permit_facts import Applicant
from mulberry_sip.m08_talent.work_permit_points import work_permit_points

TODAY, TRIAL = date(2026, 11, 21), date(2017, 3, 31)
GATE = ("healthy", "no_criminal_record", "employer_operates_lawfully", "post_needs_foreigner")
MORE_GATE = ("monthly_min_wage_ok", "sector_preapproval_ok")
PAY = [0, 49_999, 50_000, 69_999, 70_000, 150_000, 250_000, 349_999, 350_000, 450_000, 519_999, 520_000, 780_000]
YEARS = [Decimal(n) for n in ("0", "1.99", "2", "2.99", "3", "7", "9.5", "12", "16.9", "17")]
LESS_OFTEN = {"healthy", "no_criminal_record", "employer_operates_lawfully", "post_needs_foreigner", *MORE_GATE}


def table(f: dict[str, Any], on: date) -> int:
    """The table as an officer reads it, in ten-thousands and whole years."""
    trial = on <= TRIAL
    pay = f["annual_pay_cny"] / Decimal(10_000)
    total = 20 if pay >= 45 else 17 if pay >= 35 else 14 if pay >= 25 else 11 if pay >= 15 else 0
    total += (8 if pay >= 7 else 5 if pay >= 5 else 0) if pay < 15 else 0
    if f["degree"] == "doctor" or f["skill_certificate"] in ("intl_top", "senior_technician"):
        total += 20
    elif f["degree"] == "master" or f["skill_certificate"] == "technician":
        total += 15
    elif f["degree"] == "bachelor" or f["skill_certificate"] == "senior_worker":
        total += 10
    full = int(f["relevant_work_years"])
    total += 0 if full < 2 else min(15 if trial else 20, full + 3)
    months = f["months_per_year"]
    total += 15 if months >= 9 else 10 if months >= 6 else 5 if months >= 3 else 0
    level = {"none": "0", "degree_taught_in_chinese": "5", "former_national": "5"}.get(f["chinese"], f["chinese"])
    total += int(level.removeprefix("hsk").removesuffix("_plus")) * (2 if trial else 1)
    total += 0 if f["region_bonus"] == "none" else 10
    age = f["age"]
    total += 15 if 26 <= age <= 45 else 10 if 18 <= age <= 55 else 5 if 56 <= age <= 60 else 0
    return total + (5 if f["plus_facts"] else 0) + int(f["local_bonus"])


def judge(f: dict[str, Any]) -> str:
    if f["age"] < 18 or f["serious_dishonesty_record"] or not all(f[name] for name in (*GATE, *MORE_GATE)):
        return "refused"
    points = table(f, TODAY)
    wage, pay = f["local_average_wage_cny"], f["annual_pay_cny"]
    grounds_a = [
        f["plan_level"] in ("national", "province", "vice_province"),
        f["recognised_achievement"],
        f["encouraged_post"],
        wage > 0 and pay >= 6 * wage,
        f["postdoc_high_level_university"] and f["age"] < 41,
        points > 84,
    ]
    if any(grounds_a):
        return "A"
    if f["entrepreneur"]:
        return UNDETERMINED
    degree, long = f["degree"] in ("bachelor", "master", "doctor"), f["relevant_work_years"] >= 2
    grounds_b = [
        f["listed_post"] and degree and long,
        f["intl_or_urgent_skill"],
        f["excellent_graduate_master"],
        f["mother_tongue_teacher"] and degree and (long or f["teaching_qualification"]),
        wage > 0 and pay >= 4 * wage,
        f["ministry_special_project"],
        points > 59,
    ]
    if any(grounds_b) and (f["age"] < 61 or f["age_relaxed_for_need"]):
        return "B"
    return "refused" if f["quota_ground"] == "none" else "C"


def values(name: str) -> st.SearchStrategy[Any]:
    special: dict[str, st.SearchStrategy[Any]] = {
        "age": st.sampled_from([17, 18, 25, 26, 40, 41, 45, 46, 55, 56, 60, 61]),
        "annual_pay_cny": st.sampled_from(PAY).map(Decimal),
        "local_average_wage_cny": st.sampled_from([0, 100_000, 130_000]),
        "relevant_work_years": st.sampled_from(YEARS),
        "months_per_year": st.sampled_from([Decimal(n) for n in ("0", "2.9", "3", "6", "8.99", "9", "12")]),
        "local_bonus": st.integers(0, 10),
        "plus_facts": st.sets(st.sampled_from(list(Applicant.plus_facts.type.values))),
        "plan_level": st.sampled_from(["none", "none", "none", "city", "SIP", "vice_province"]),
    }
    if name in special:
        return special[name]
    type_ = Applicant.facts()[name].type
    if type_.name == "enum":
        return st.sampled_from(list(type_.values))
    # the gate is mostly passed and a ground mostly absent, so that every class is reached
    return st.integers(0, 9).map(lambda n: n > 0 if name in LESS_OFTEN else n == 0)


READ = tuple(WorkPermitClass.facts)
people = st.fixed_dictionaries({name: values(name) for name in READ})


@given(people)
def test_the_class_is_the_one_a_second_reading_of_the_standard_gives(f: dict[str, Any]) -> None:
    answer = decide(WorkPermitClass, f, TODAY)
    assert (answer.outcome, answer.amounts["points"]) == (judge(f), table(f, TODAY))


@given(people, st.sampled_from([TRIAL, date(2017, 4, 1), TODAY]))
def test_rule_and_sum_give_the_points_of_the_table(f: dict[str, Any], on: date) -> None:
    f["age"] = max(18, f["age"])
    points = {name: f[name] for name in work_permit_points.takes}
    result = run(work_permit_points, points, Setting(on, CHINA))
    assert result["total"] == sum(result["items"].values()) == table(f, on)
    assert decide(WorkPermitClass, points, on).amounts["points"] == table(f, on)


@given(people, st.sets(st.sampled_from(READ), max_size=6))
def test_a_class_given_on_part_of_the_facts_is_never_taken_back(f: dict[str, Any], unknown: set[str]) -> None:
    answer = decide(WorkPermitClass, {name: v for name, v in f.items() if name not in unknown}, TODAY)
    if answer.outcome == UNDETERMINED:
        assert {name for name in answer.needed if not name.startswith("param:")} <= unknown
    else:
        assert answer.outcome == judge(f)
