"""Retirement age, pension insurance and the foreigners who are insured / 退休年龄、养老保险、外国人参保."""

from __future__ import annotations

from datetime import date

from mulberry.law.basis import Law
from mulberry.law.parameters import fixed, missing, parameter
from mulberry.law.text import t
from mulberry_sip.law.policy import POLICY

RET = Law(
    "gradual-retirement-measures",
    t(
        "国务院关于渐进式延迟法定退休年龄的办法",
        "Measures of the State Council on Gradually Raising the Statutory Retirement Age",
    ),
    since=date(2025, 1, 1),
    confirmed=True,
)
"""Article 1: the age rises by months. Article 2: so do the contribution years. Article 3: retiring earlier or later."""

FLX = Law(
    "flexible-retirement-measures",
    t("实施弹性退休制度暂行办法", "Interim Measures on Flexible Retirement"),
    number="人社部发〔2024〕94号",
    since=date(2025, 1, 1),
)

SIL = Law(
    "social-insurance-law",
    t("中华人民共和国社会保险法", "Social Insurance Law"),
    since=date(2011, 7, 1),
    confirmed=True,
)

O13 = Law(
    "social-insurance-provisions",
    t("实施《中华人民共和国社会保险法》若干规定", "Provisions on Implementing the Social Insurance Law"),
    number="人力资源和社会保障部令第13号",
    since=date(2011, 7, 1),
)

O16 = Law(
    "foreigners-insurance-measures",
    t(
        "在中国境内就业的外国人参加社会保险暂行办法",
        "Interim Measures on Social Insurance of Foreigners Employed in China",
    ),
    number="人力资源和社会保障部令第16号",
    since=date(2011, 10, 15),
    confirmed=True,
)

LCR21 = Law(
    "labour-contract-regulations",
    t("中华人民共和国劳动合同法实施条例", "Regulations on the Implementation of the Labour Contract Law"),
    number="国务院令第535号",
    since=date(2008, 9, 18),
    confirmed=True,
)
"""Article 21: the labour contract ends when the statutory age is reached; without the clause the months would stop."""

SZ694 = Law(
    "suzhou-foreigners-insurance-notice",
    t(
        "苏州市贯彻苏人社函〔2011〕694号的通知",
        "Suzhou Notice on Social Insurance of Foreigners Employed in Suzhou",
    ),
    since=date(2011, 10, 15),
    confirmed=True,
)
"""Insured foreigners retire under the same conditions; only months actually paid count."""

POLICY_THRESHOLD_MONTHS = fixed(
    "pension_extension.policy_threshold_months",
    t("政策所称“不足15年”的月数", "Months in the policy's “less than 15 years”"),
    180,
    POLICY.art(8),
    unit="month",
    standing="confirmed",
)

MINIMUM_MONTHS = parameter(
    "pension.minimum_months",
    t("按月领取基本养老金的最低缴费月数", "Least months of contributions for a monthly pension"),
    (180, None, "2024-12-31", SIL.art(16), "confirmed"),
    (180, "2025-01-01", "2029-12-31", RET.art(2), "confirmed"),
    *((180 + 6 * n, f"{2029 + n}-01-01", f"{2029 + n}-12-31", RET.art(2), "confirmed") for n in range(1, 10)),
    (240, "2039-01-01", None, RET.art(2), "confirmed"),
    unit="month",
)
"""By the day of the statutory age, not of asking: half a year more for each year from 2030 on, up to 20 years."""

FLEXIBLE_DELAY_MONTHS = fixed(
    "pension.flexible_delay_months",
    t("弹性延迟退休的最长月数", "Longest flexible delay of retirement"),
    36,
    RET.art(3),
    unit="month",
    standing="confirmed",
)

EXTENSION_BEFORE_LUMP_SUM = fixed(
    "pension.extension_months_before_lump_sum",
    t("延长缴费满多少个月后可一次性缴费", "Months of extension before the rest may be paid at once"),
    60,
    O13.art(2),
    unit="month",
)

LISTING_MUST_BE_CURRENT = missing(
    "pension_extension.listing_must_be_current",
    t("人才计划入选是否须仍在有效期内", "Whether the talent-plan listing must still be current"),
    POLICY.art(8),
    type="bool",
)
