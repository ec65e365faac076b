"""High-value invention patents as the patent office counts them / 高价值发明专利统计口径."""

from __future__ import annotations

from mulberry.law.basis import Law
from mulberry.law.parameters import fixed, missing
from mulberry.law.text import t

HIGH_VALUE_STATISTIC = Law(
    "high-value-patent-statistic",
    t(
        "国家知识产权局高价值发明专利统计口径（五种情形）",
        "Statistic of high-value invention patents, China National Intellectual Property Administration: five cases",
    ),
)
"""A count, not an appraisal of one patent. Cited by its cases (1) to (5); the day it took effect is not established."""

INDUSTRY_TABLE = Law(
    "strategic-industries-ipc-table",
    t(
        "战略性新兴产业分类与国际专利分类参照关系表（2021）（试行）",
        "Concordance of Strategic Emerging Industries and the International Patent Classification (2021, trial)",
    ),
)
"""IPC groups together with keywords: the groups alone count too many."""

MAINTAINED_YEARS = fixed(
    "high_value_patent.maintained_years",
    t("维持年限须超过的年数", "Years that a patent must have been kept up for more than"),
    10,
    HIGH_VALUE_STATISTIC.art("(3)"),
    unit="year",
)
PLEDGE_THRESHOLD = missing(
    "high_value_patent.pledge_threshold_cny",
    t("“较高”质押融资金额的起点", "Amount from which pledge financing is “relatively high”"),
    HIGH_VALUE_STATISTIC.art("(4)"),
    type="money",
    unit="CNY",
)
