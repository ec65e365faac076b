"""8.5 Statutory retirement date and minimum contribution months / 法定退休年龄与最低缴费年限.

Which year's minimum counts: that of the statutory age for whoever retires then or later, that of the chosen day for
whoever retires earlier.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from mulberry.errors import Invalid
from mulberry.law.dates import add_months, add_years
from mulberry.law.text import t
from mulberry.mechanisms.declare import Setting, mechanism
from mulberry.record.fields import Fields, choice, day, optional, whole
from mulberry_sip.law.pension import FLEXIBLE_DELAY_MONTHS, FLX, MINIMUM_MONTHS, RET
from mulberry_sip.m08_talent.insured import ORIGINAL_AGE, SEXES
from mulberry_sip.m08_talent.retirement_age import CLASSES, REFORMS, statutory_date
from mulberry_sip.parameters import value

RETIREMENTS = {
    "statutory": t("到法定年龄退休", "at the statutory age"),
    "early": t("弹性提前退休", "earlier, by choice"),
    "delayed": t("弹性延迟退休", "later, by agreement"),
}
WRONG_CLASS = t(
    "改革前退休年龄（original_age）：男为60，女为55或50，不能是{given}。",
    "Retirement age before the reform (original_age): 60 for men, 55 or 50 for women, not {given}.",
)
NO_DAY = t(
    "选择的退休日（retires_on）：弹性提前或延迟退休须写明选择的日期。",
    "Day of retirement chosen (retires_on): give it for retiring earlier or later.",
)
OUT_OF_RANGE = t(
    "选择的退休日（retires_on）：应在{first}至{last}之间（早于或晚于法定年龄至多三年，且不早于改革前的年龄）。",
    "Day of retirement chosen (retires_on): give one from {first} to {last}; at most three years earlier or later than "
    "the statutory age, and never before the age of old.",
)


@mechanism(
    id="statutory-retirement",
    system="8.5",
    clauses="8.5",
    title=t("法定退休年龄与最低缴费年限", "Statutory retirement date and minimum contribution months"),
    subject="person",
    takes=Fields(
        sex=choice(t("性别", "Sex"), SEXES),
        original_age=whole(ORIGINAL_AGE, unit="year"),
        birth_date=day(t("出生日期", "Date of birth"), personal=True),
        retirement=choice(t("退休方式", "Manner of retiring"), RETIREMENTS),
        retires_on=optional(day(t("选择的退休日", "Day of retirement chosen"))),
    ),
    gives=Fields(
        delay_months=whole(t("延迟月数", "Months of delay"), unit="month"),
        statutory_date=day(t("达到法定退休年龄之日", "Day of the statutory age")),
        minimum_months=whole(t("最低缴费月数", "Least months of contributions"), unit="month"),
    ),
    bases=(RET.art(1), RET.art(2), RET.art(3), FLX.art("")),
    parameters=(MINIMUM_MONTHS, FLEXIBLE_DELAY_MONTHS),
)
def statutory_retirement(given: Mapping[str, Any], setting: Setting) -> Mapping[str, Any]:
    """The delay in months, the day of the statutory age, and the months of contributions that count for the choice."""
    if given["original_age"] not in CLASSES[given["sex"]]:
        raise Invalid("original_age", WRONG_CLASS.format(given=given["original_age"]))
    at_age = statutory_date(given["birth_date"], given["original_age"])
    counts_on = _chosen_day(given, at_age, setting) if given["retirement"] == "early" else at_age
    if given["retirement"] == "delayed":
        _chosen_day(given, at_age, setting)
    return {
        "delay_months": REFORMS[given["original_age"]].delay(given["birth_date"]),
        "statutory_date": at_age,
        "minimum_months": value(MINIMUM_MONTHS, setting, counts_on),
    }


def _chosen_day(given: Mapping[str, Any], at_age: date, setting: Setting) -> date:
    """The day chosen, within what the law leaves to choice."""
    if given["retires_on"] is None:
        raise Invalid("retires_on", NO_DAY)
    most = value(FLEXIBLE_DELAY_MONTHS, setting, at_age)
    if given["retirement"] == "early":
        first = max(add_months(at_age, -most), add_years(given["birth_date"], given["original_age"]))
        return _within(given["retires_on"], first, at_age)
    return _within(given["retires_on"], at_age, add_months(at_age, most))


def _within(chosen: date, first: date, last: date) -> date:
    if not first <= chosen <= last:
        raise Invalid("retires_on", OUT_OF_RANGE.format(first=first, last=last))
    return chosen
