"""Foreigner / 外国人: facts that more than one system reads."""

from __future__ import annotations

from mulberry.decisions.facts import choice, decimal, integer
from mulberry.law.text import t
from mulberry_sip.subjects.person import Person

DEGREES = {
    "none": t("无", "none"),
    "college": t("大专", "college"),
    "bachelor": t("学士", "bachelor"),
    "master": t("硕士", "master"),
    "doctor": t("博士", "doctor"),
}
AGE = t("年龄（周岁）", "Age in completed years")
DEGREE = t("最高学位", "Highest degree")
MONTHS_PER_YEAR = t("每年在华工作月数", "Months worked in China per year")


class Foreigner(Person):
    """A foreigner who works, or means to work, in the park."""

    age = integer(AGE, unit="year", high=150)
    degree = choice(
        DEGREE,
        DEGREES,
        t(
            "只填学位；汉语水平、职业技能证书另有问题。",
            "Degrees only; Chinese and skill certificates are asked apart.",
        ),
    )
    months_per_year = decimal(MONTHS_PER_YEAR, unit="month", high=12, changeable=True)
