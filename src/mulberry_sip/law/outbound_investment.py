"""Overseas investment: the State Council's provisions and the rules under them / 境外投资.

Two authorities decide, each by its own rules: development and reform by the amount, commerce by who invests. Since
2026-07-01 the State Council's Order 837 stands above both and reaches other organisations and resident individuals; the
rules for individuals are still to come. The sensitive countries and industries are the four statutory classes only.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from mulberry.law.basis import Law
from mulberry.law.parameters import fixed, parameter
from mulberry.law.text import t

ORDER_837 = Law(
    "sc-order-837",
    t("国务院关于对外投资的规定", "State Council Provisions on Outbound Investment"),
    number="国务院令第837号",
    since=date(2026, 7, 1),
    confirmed=True,
)
NDRC_ORDER_11 = Law(
    "ndrc-order-11",
    t("企业境外投资管理办法", "Measures for Outbound Investment by Enterprises"),
    number="国家发展改革委令第11号",
    since=date(2018, 3, 1),
    confirmed=True,
)
MOFCOM_ORDER_3 = Law(
    "mofcom-order-3",
    t("境外投资管理办法", "Measures for Outbound Investment"),
    number="商务部令2014年第3号",
    since=date(2014, 10, 6),
    confirmed=True,
)
GUIDANCE_74 = Law(
    "state-council-guidance-74",
    t(
        "关于进一步引导和规范境外投资方向的指导意见",
        "Opinions on Further Guiding and Regulating the Direction of Outbound Investment",
    ),
    number="国办发〔2017〕74号",
    since=date(2017, 8, 4),
)
SENSITIVE_251 = Law(
    "sensitive-industries-2018",
    t("境外投资敏感行业目录（2018年版）", "Catalogue of Sensitive Industries for Outbound Investment, 2018"),
    number="发改外资〔2018〕251号",
    since=date(2018, 3, 1),
)
REPORTING_24 = Law(
    "outbound-reporting-measures",
    t("对外投资备案（核准）报告暂行办法", "Interim Measures on Filing, Approval and Reporting of Outbound Investment"),
    number="商合发〔2018〕24号",
    since=date(2018, 1, 18),
    confirmed=True,
)
FX_REGULATION = Law(
    "fx-regulation",
    t("中华人民共和国外汇管理条例", "Regulation on Foreign Exchange Administration"),
    number="国务院令第532号",
    since=date(2008, 8, 5),
    confirmed=True,
)
SAFE_13 = Law(
    "safe-2015-13",
    t("关于进一步简化和改进直接投资外汇管理政策的通知", "SAFE Notice on Simplifying Direct-investment Administration"),
    number="汇发〔2015〕13号",
    since=date(2015, 6, 1),
)

TOP_LAW = parameter(
    "odi.top_law",
    t("对外投资的最高位阶规定", "The highest rule on outbound investment"),
    ("ndrc-order-11", "2018-03-01", "2026-06-30", NDRC_ORDER_11.art(""), "confirmed"),
    ("sc-order-837", "2026-07-01", None, ORDER_837.art(""), "confirmed"),
    type="str",
)
INDIVIDUAL_RULES = parameter(
    "odi.individual_rules",
    t(
        "居民个人对外投资的具体办法：是否按企业的路径办理",
        "Detailed rules for resident individuals: whether they take the routes of enterprises",
    ),
    (None, "2026-07-01", None, ORDER_837.art(33), "missing"),
    type="bool",
)
NDRC_FILING_LEVEL = fixed(
    "odi.ndrc_filing_level",
    t("由国家发展改革委备案的中方投资额", "Chinese side's amount from which the NDRC files"),
    300_000_000,
    NDRC_ORDER_11.art(14),
    type="money",
    unit="USD",
    standing="confirmed",
)
CHANGE_SHARE = fixed(
    "odi.change_share",
    t("须变更的中方投资额变化比例", "Change of the Chinese side's amount that is filed, as a share"),
    Decimal("0.20"),
    NDRC_ORDER_11.art(34),
    type="percent",
)
CHANGE_AMOUNT = fixed(
    "odi.change_amount_usd",
    t("须变更的中方投资额变化金额", "Change of the Chinese side's amount that is filed"),
    100_000_000,
    NDRC_ORDER_11.art(34),
    type="money",
    unit="USD",
)
KEY_SUPERVISION_LEVEL = fixed(
    "odi.key_supervision_level",
    t("列入重点督查的中方投资额", "Amount from which an investment is under key supervision"),
    300_000_000,
    REPORTING_24.art(18),
    type="money",
    unit="USD",
    standing="confirmed",
)
