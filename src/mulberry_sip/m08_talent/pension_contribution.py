"""8.5 Monthly contribution / 月缴费基数与缴费额.

The employer's part goes to the pool, the employee's to the personal account. Limits and rates are those of the month;
they are given, since the yearly limits have not been established here.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from mulberry.errors import Invalid
from mulberry.law.text import t
from mulberry.mechanisms.declare import Setting, mechanism
from mulberry.record.fields import Fields, money, percent
from mulberry_sip.law.pension import SIL

FEN = Decimal("0.01")
LIMITS_CROSSED = t(
    "缴费基数下限（base_lower_cny）高于上限，请核对当年公布的上下限。",
    "The lower limit of the base (base_lower_cny) is above the upper one; check the year's published limits.",
)


@mechanism(
    id="pension-contribution",
    system="8.5",
    clauses="8.5",
    title=t("月缴费基数与缴费额", "Monthly contribution"),
    subject="person",
    takes=Fields(
        wage_cny=money(t("月工资", "Monthly wage"), personal=True),
        base_lower_cny=money(t("缴费基数下限", "Lower limit of the base")),
        base_upper_cny=money(t("缴费基数上限", "Upper limit of the base")),
        employer_rate=percent(t("单位费率", "Employer's rate")),
        employee_rate=percent(t("个人费率", "Employee's rate")),
    ),
    gives=Fields(
        base_cny=money(t("缴费基数", "Base")),
        employer_cny=money(t("单位缴费", "Employer's contribution")),
        employee_cny=money(t("个人缴费", "Employee's contribution")),
    ),
    bases=(SIL.art(12), SIL.art(60)),
)
def pension_contribution(given: Mapping[str, Any], _setting: Setting) -> Mapping[str, Any]:
    """The wage within the limits, and each part of it to the fen, halves up."""
    if given["base_lower_cny"] > given["base_upper_cny"]:
        raise Invalid("base_lower_cny", LIMITS_CROSSED)
    base = min(max(given["wage_cny"], given["base_lower_cny"]), given["base_upper_cny"])
    return {
        "base_cny": base,
        "employer_cny": (base * given["employer_rate"]).quantize(FEN, ROUND_HALF_UP),
        "employee_cny": (base * given["employee_rate"]).quantize(FEN, ROUND_HALF_UP),
    }
