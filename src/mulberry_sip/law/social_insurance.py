"""How social insurance is handled: registration, declarations, pensions / 社会保险经办."""

from __future__ import annotations

from datetime import date

from mulberry.law.basis import Law
from mulberry.law.parameters import fixed, missing
from mulberry.law.text import t
from mulberry_sip.law.pension import SIL

HANDLING_REGULATION = Law(
    "social-insurance-handling-regulation",
    t("社会保险经办条例", "Regulation on Handling Social Insurance"),
    number="国务院令第765号",
    since=date(2023, 12, 1),
)

REGISTRATION_DAYS = fixed(
    "social_insurance.registration_days",
    t("办理参保登记变更的期限", "Days to carry out a change of registration"),
    10,
    HANDLING_REGULATION.art(10),
    unit="working-day",
)
BASE_LOWER = missing(
    "pension.base_lower_cny", t("月缴费基数下限", "Lowest monthly base"), SIL.art(12), type="money", unit="CNY"
)
BASE_UPPER = missing(
    "pension.base_upper_cny", t("月缴费基数上限", "Highest monthly base"), SIL.art(12), type="money", unit="CNY"
)
