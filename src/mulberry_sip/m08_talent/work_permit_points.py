"""8.2A Points for a work permit / 外国人来华工作积分.

The table stands here once, for the decision (expressions) and for the mechanism (numbers). Money and months are counted
from the lower end of a band up to just under the next; ages are completed years.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from mulberry.decisions.expression import Expr, lift
from mulberry.decisions.types import Type
from mulberry.decisions.vocabulary import bands, greatest, is_empty, ite, least, rounded, score
from mulberry.errors import Invalid
from mulberry.law.text import t
from mulberry.mechanisms.declare import Setting, mechanism
from mulberry.record.fields import Field, Fields, choice, choices, decimal, money, whole
from mulberry_sip.law.work_permit import (
    CHINESE_POINTS,
    EXPERIENCE_MOST,
    EXPERIENCE_PER_YEAR,
    POINTS_TABLE,
    WORK_PERMIT_TRIAL,
)
from mulberry_sip.m08_talent import work_permit_facts as asked
from mulberry_sip.m08_talent.work_permit_facts import Applicant
from mulberry_sip.parameters import value
from mulberry_sip.subjects.foreigner import AGE, DEGREE, DEGREES, MONTHS_PER_YEAR

POINT = Type("int", unit="point")


@dataclass(frozen=True, slots=True)
class Bands:
    """Points by the band a figure lies in: each from its start on, none below the first."""

    steps: tuple[tuple[int, int], ...]

    def points(self, figure: int | Decimal) -> int:
        return next((points for start, points in reversed(self.steps) if figure >= start), 0)

    def points_of(self, figure: Expr) -> Expr:
        return bands(figure, *((start, lift(points, POINT)) for start, points in self.steps), below=lift(0, POINT))


PAY = Bands(((50_000, 5), (70_000, 8), (150_000, 11), (250_000, 14), (350_000, 17), (450_000, 20)))
MONTHS = Bands(((3, 5), (6, 10), (9, 15)))
AGES = Bands(((18, 10), (26, 15), (46, 10), (56, 5), (61, 0)))
DEGREE_POINTS = {"none": 0, "college": 0, "bachelor": 10, "master": 15, "doctor": 20}
SKILL_POINTS = {"none": 0, "senior_worker": 10, "technician": 15, "senior_technician": 20, "intl_top": 20}
CHINESE_LEVELS = {
    "none": 0,
    "hsk1": 1,
    "hsk2": 2,
    "hsk3": 3,
    "hsk4": 4,
    "hsk5_plus": 5,
    "degree_taught_in_chinese": 5,
    "former_national": 5,
}
REGION_POINTS = {"none": 0, "west": 10, "northeast_old_base": 10, "national_poor_county": 10}
PLUS_POINTS = 5
# Two years of work give five points, each full year more gives one.
FIRST_YEARS, FIRST_YEARS_POINTS = 2, 5

PAY_TOO_SMALL = t("年薪（annual_pay_cny）：{zh}。", "Annual pay (annual_pay_cny): {en}.").format(
    zh=asked.PAY_IN_YUAN.zh, en=asked.PAY_IN_YUAN.en
)
MORE_YEARS_THAN_LIVED = t(
    "相关工作年限（relevant_work_years）：工作年限多于年龄，请核对两项。",
    "Years of relevant work (relevant_work_years): more years of work than of age; check both.",
)

ITEMS = {
    "pay": t("年薪", "Pay"),
    "education": t("学历或技能", "Education or skill"),
    "experience": t("工作年限", "Experience"),
    "months": t("每年工作时间", "Months per year"),
    "chinese": t("汉语水平", "Chinese"),
    "region": t("工作地区", "Region"),
    "age": t("年龄", "Age"),
    "plus": t("其他加分", "Other merits"),
    "local": t("地方加分", "Bonus of the province"),
}


def _experience_of(years: Expr) -> Expr:
    further = rounded(years, 0, "floor") - FIRST_YEARS
    return ite(years < FIRST_YEARS, 0, least(EXPERIENCE_MOST, FIRST_YEARS_POINTS + further * EXPERIENCE_PER_YEAR))


def _score_of(asked_for: Expr, table: Mapping[str, int]) -> Expr:
    return score(asked_for, {member: lift(points, POINT) for member, points in table.items()})


def items_of(person: type[Applicant]) -> dict[str, Expr]:
    """The points of each item as an expression, in the order of the table."""
    return {
        "pay": PAY.points_of(person.annual_pay_cny),
        "education": greatest(
            _score_of(person.degree, DEGREE_POINTS), _score_of(person.skill_certificate, SKILL_POINTS)
        ),
        "experience": _experience_of(person.relevant_work_years),
        "months": MONTHS.points_of(person.months_per_year),
        "chinese": score(person.chinese, CHINESE_LEVELS) * CHINESE_POINTS,
        "region": _score_of(person.region_bonus, REGION_POINTS),
        "age": AGES.points_of(person.age),
        "plus": ite(is_empty(person.plus_facts), lift(0, POINT), PLUS_POINTS),
        "local": person.local_bonus,
    }


def _points(given: Mapping[str, Any], setting: Setting) -> dict[str, int]:
    """The points of each item as a number."""
    return {
        "pay": PAY.points(given["annual_pay_cny"]),
        "education": max(DEGREE_POINTS[given["degree"]], SKILL_POINTS[given["skill_certificate"]]),
        "experience": _experience(given["relevant_work_years"], setting),
        "months": MONTHS.points(given["months_per_year"]),
        "chinese": CHINESE_LEVELS[given["chinese"]] * value(CHINESE_POINTS, setting),
        "region": REGION_POINTS[given["region_bonus"]],
        "age": AGES.points(given["age"]),
        "plus": PLUS_POINTS if given["plus_facts"] else 0,
        "local": given["local_bonus"],
    }


def _experience(years: Decimal, setting: Setting) -> int:
    if years < FIRST_YEARS:
        return 0
    further = int(years) - FIRST_YEARS
    most: int = value(EXPERIENCE_MOST, setting)
    return min(most, FIRST_YEARS_POINTS + further * int(value(EXPERIENCE_PER_YEAR, setting)))


@mechanism(
    id="work-permit-points",
    system="8.2A",
    clauses="8.2",
    title=t("外国人来华工作积分", "Work-permit points"),
    subject="person",
    takes=Fields(
        # the table begins at 18, and nobody younger gets a permit
        age=whole(AGE, unit="year", low=18, high=150, personal=True),
        annual_pay_cny=money(asked.PAY, personal=True),
        degree=choice(DEGREE, DEGREES),
        skill_certificate=choice(asked.SKILL, asked.SKILLS),
        relevant_work_years=decimal(asked.WORK_YEARS, unit="year"),
        months_per_year=decimal(MONTHS_PER_YEAR, unit="month", high=12),
        chinese=choice(asked.CHINESE_LEVEL, asked.CHINESE),
        region_bonus=choice(asked.REGION, asked.REGIONS),
        plus_facts=choices(asked.PLUS_FACTS, asked.PLUS),
        local_bonus=whole(asked.LOCAL_BONUS, unit="point", high=10),
    ),
    gives=Fields(
        total=whole(t("总分", "Total"), unit="point"),
        items=Field(
            "record",
            t("各项得分", "Points by item"),
            record=Fields(**{name: whole(title, unit="point") for name, title in ITEMS.items()}),
        ),
    ),
    bases=(POINTS_TABLE.art(""), WORK_PERMIT_TRIAL.art("")),
    parameters=(EXPERIENCE_MOST, EXPERIENCE_PER_YEAR, CHINESE_POINTS),
)
def work_permit_points(given: Mapping[str, Any], setting: Setting) -> Mapping[str, Any]:
    """The points of each item and their sum, by the table in force on the as-of date."""
    if 0 < given["annual_pay_cny"] < asked.LEAST_PAY:
        raise Invalid("annual_pay_cny", PAY_TOO_SMALL)
    if given["relevant_work_years"] > given["age"]:
        raise Invalid("relevant_work_years", MORE_YEARS_THAN_LIVED)
    items = _points(given, setting)
    return {"total": sum(items.values()), "items": items}
