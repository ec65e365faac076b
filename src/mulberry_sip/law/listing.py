"""Listing on the STAR Market, ChiNext and the Beijing exchange; the park's nursery / 上市标准、科创属性、上市苗圃.

Listing standards are alternatives: one set that fits is enough. The figures were raised on 2024-04-30; a filing is held
to those of its day.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from mulberry.law.basis import Basis, Law
from mulberry.law.parameters import Parameter, TypeName, fixed, parameter
from mulberry.law.text import t

SECURITIES_LAW = Law(
    "securities-law", t("中华人民共和国证券法", "Securities Law"), since=date(2020, 3, 1), confirmed=True
)
STAR_ATTRIBUTES = Law(
    "star-attributes-guide",
    t("科创属性评价指引（试行）", "Guide to Evaluating STAR Science Attributes"),
    since=date(2020, 3, 20),
    confirmed=True,
)
"""Revised on 2021-04-16 and on 2024-04-30."""
STAR_RULES = Law(
    "star-listing-rules",
    t("上海证券交易所科创板股票上市规则", "STAR Market Listing Rules"),
    since=date(2019, 3, 1),
    confirmed=True,
)
STAR_TIER = Law(
    "star-growth-tier-guide",
    t(
        "上海证券交易所发行上市审核规则适用指引第5号——科创板第五套上市标准和科创成长层",
        "SSE Guideline No. 5: the Fifth STAR Set and the Growth Tier",
    ),
    since=date(2025, 7, 13),
    confirmed=True,
)
CHINEXT_RULES = Law(
    "chinext-listing-rules",
    t("深圳证券交易所创业板股票上市规则", "ChiNext Listing Rules"),
    since=date(2020, 6, 12),
    confirmed=True,
)
BSE_RULES = Law(
    "bse-listing-rules",
    t("北京证券交易所股票上市规则", "Beijing Stock Exchange Listing Rules"),
    since=date(2021, 11, 15),
    confirmed=True,
)
NURSERY_CALL = Law(
    "sip-ipo-nursery",
    t("苏州工业园区企业上市苗圃工程", "SIP Listing Nursery"),
    number="苏园金管〔2019〕25号",
    since=date(2021, 1, 1),
    confirmed=True,
)
"""As called for in 2021; a later call has not been found."""

MILLION = 1_000_000


def _raised(
    key: str,
    zh: str,
    en: str,
    before: str | int,
    after: str | int,
    basis: Basis,
    since: date | str | None,
    type_: TypeName,
    unit: str = "",
) -> Parameter:
    """A figure raised on 2024-04-30."""
    old, new = (one if isinstance(one, int) else Decimal(one) for one in (before, after))
    earlier = (old, since, "2024-04-29", basis, "confirmed")
    return parameter(key, t(zh, en), earlier, (new, "2024-04-30", None, basis, "confirmed"), type=type_, unit=unit)


def _sum(key: str, zh: str, en: str, millions: int, basis: Basis, standing: str = "confirmed") -> Parameter:
    """A sum of money that has not changed."""
    return fixed(key, t(zh, en), millions * MILLION, basis, type="money", unit="CNY", standing=standing)


def _share(key: str, zh: str, en: str, value: str, basis: Basis, standing: str = "confirmed") -> Parameter:
    return fixed(key, t(zh, en), Decimal(value), basis, type="percent", standing=standing)


# ------------------------------------------------------------------ STAR attributes

_ATTRIBUTES = STAR_ATTRIBUTES.art(1)
_SINCE = "2021-04-16"
ATTRIBUTE_RD_SHARE = _share("star.rd_share", "研发投入占比下限", "Least share of R&D", "0.05", _ATTRIBUTES)
ATTRIBUTE_RD = _raised(
    "star.rd_cny",
    "三年研发投入下限",
    "Least R&D of three years",
    60 * MILLION,
    80 * MILLION,
    _ATTRIBUTES,
    _SINCE,
    "money",
    "CNY",
)
ATTRIBUTE_STAFF = parameter(
    "star.rd_staff_share",
    t("研发人员占比下限", "Least share of R&D staff"),
    (Decimal("0.10"), _SINCE, None, _ATTRIBUTES, "confirmed"),
    type="percent",
)
ATTRIBUTE_PATENTS = _raised(
    "star.patents", "发明专利件数下限", "Least invention patents", 5, 7, _ATTRIBUTES, _SINCE, "int", "patent"
)
ATTRIBUTE_GROWTH = _raised(
    "star.growth", "三年营业收入复合增长率下限", "Least growth a year", "0.20", "0.25", _ATTRIBUTES, _SINCE, "percent"
)
ATTRIBUTE_REVENUE = _sum("star.revenue_cny", "最近一年营业收入", "Last year's revenue", 300, _ATTRIBUTES)
SOFTWARE_RD_SHARE = _share(
    "star.software_rd_share",
    "软件企业研发投入占比下限",
    "Least share of R&D, software",
    "0.10",
    _ATTRIBUTES,
    "unconfirmed",
)
EXCEPTION_PATENTS = fixed(
    "star.exception_patents",
    t("例外情形五：核心技术发明专利件数", "Fifth exception: patents forming core technology"),
    50,
    STAR_ATTRIBUTES.art(2),
    unit="patent",
    standing="confirmed",
)

# ------------------------------------------------------------------ STAR sets

_STAR = STAR_RULES.art("2.1.2")
S1_CAP = _sum("star.s1.cap_cny", "标准一：预计市值", "Set 1: market value", 1_000, _STAR)
S1_PROFITS = _sum("star.s1.profits_cny", "标准一：两年净利润合计", "Set 1: profit of two years", 50, _STAR)
S1_REVENUE = _sum("star.s1.revenue_cny", "标准一：营业收入", "Set 1: revenue", 100, _STAR)
S2_CAP = _sum("star.s2.cap_cny", "标准二：预计市值", "Set 2: market value", 1_500, _STAR)
S2_REVENUE = _sum("star.s2.revenue_cny", "标准二：营业收入", "Set 2: revenue", 200, _STAR)
S2_RD_SHARE = _share("star.s2.rd_share", "标准二：三年研发占比", "Set 2: share of R&D over three years", "0.15", _STAR)
S3_CAP = _sum("star.s3.cap_cny", "标准三：预计市值", "Set 3: market value", 2_000, _STAR)
S3_REVENUE = _sum("star.s3.revenue_cny", "标准三：营业收入", "Set 3: revenue", 300, _STAR)
S3_CASH = _sum("star.s3.cash_cny", "标准三：三年经营现金流净额", "Set 3: operating cash of three years", 100, _STAR)
S4_CAP = _sum("star.s4.cap_cny", "标准四：预计市值", "Set 4: market value", 3_000, _STAR)
S4_REVENUE = _sum("star.s4.revenue_cny", "标准四：营业收入", "Set 4: revenue", 300, _STAR)
S5_CAP = _sum("star.s5.cap_cny", "标准五：预计市值", "Set 5: market value", 4_000, _STAR)
RED_CHIP_CAP = _sum(
    "star.red_chip.cap_cny", "红筹：预计市值", "Red chip: market value", 10_000, STAR_RULES.art("2.1.3")
)
RED_CHIP_SMALL_CAP = _sum(
    "star.red_chip.small_cap_cny",
    "红筹：有营业收入要求的预计市值",
    "Red chip: market value with revenue",
    5_000,
    STAR_RULES.art("2.1.3"),
)
RED_CHIP_REVENUE = _sum(
    "star.red_chip.revenue_cny", "红筹：营业收入", "Red chip: revenue", 500, STAR_RULES.art("2.1.3")
)

TIER_PROFITS = _sum(
    "star.tier.profits_cny", "调出：两年净利润合计", "Leaving: profit of two years", 50, STAR_TIER.art("")
)
TIER_REVENUE = _sum("star.tier.revenue_cny", "调出：营业收入", "Leaving: revenue", 100, STAR_TIER.art(""))

# ------------------------------------------------------------------ ChiNext sets

_CHINEXT = CHINEXT_RULES.art("2.1.2")
_OPENED = CHINEXT_RULES.since


def _chinext(key: str, zh: str, en: str, before: int, after: int) -> Parameter:
    figures = (before * MILLION, after * MILLION)
    return _raised(f"chinext.{key}", zh, en, *figures, _CHINEXT, _OPENED, "money", "CNY")


C1_PROFITS = _chinext("c1.profits_cny", "标准一：两年净利润合计", "Set 1: profit of two years", 50, 100)
C1_LAST = _chinext("c1.last_profit_cny", "标准一：最近一年净利润", "Set 1: last year's profit", 0, 60)
"""Before 2024-04-30 the last year only had to be positive, as the year before it."""
C2_CAP = _chinext("c2.cap_cny", "标准二：预计市值", "Set 2: market value", 1_000, 1_500)
C2_REVENUE = _chinext("c2.revenue_cny", "标准二：营业收入", "Set 2: revenue", 100, 400)
C3_CAP = _sum("chinext.c3.cap_cny", "标准三：预计市值", "Set 3: market value", 5_000, _CHINEXT)
C3_REVENUE = _sum("chinext.c3.revenue_cny", "标准三：营业收入", "Set 3: revenue", 300, _CHINEXT)
C3_UNPROFITABLE = parameter(
    "chinext.c3.unprofitable",
    t("标准三对未盈利企业开放", "Set 3 open to unprofitable firms"),
    (False, _OPENED, "2025-06-17", _CHINEXT, "unconfirmed"),
    (True, "2025-06-18", None, _CHINEXT, "unconfirmed"),
    type="bool",
)

# ------------------------------------------------------------------ Beijing sets

_BSE = BSE_RULES.art("2.1.3")
B1_CAP = _sum("bse.b1.cap_cny", "标准一：预计市值", "Set 1: market value", 200, _BSE)
B1_PROFIT = _sum("bse.b1.profit_cny", "标准一：两年各年净利润", "Set 1: profit of each of two years", 15, _BSE)
B1_LAST = _sum("bse.b1.last_profit_cny", "标准一：最近一年净利润", "Set 1: last year's profit", 25, _BSE)
B1_ROE = _share("bse.b1.roe", "标准一：加权平均净资产收益率", "Set 1: weighted return on equity", "0.08", _BSE)
B2_CAP = _sum("bse.b2.cap_cny", "标准二：预计市值", "Set 2: market value", 400, _BSE)
B2_REVENUE = _sum("bse.b2.revenue_cny", "标准二：两年平均营业收入", "Set 2: average revenue of two years", 100, _BSE)
B2_GROWTH = _share("bse.b2.growth", "标准二：营业收入增长率", "Set 2: growth of revenue", "0.30", _BSE)
B3_CAP = _sum("bse.b3.cap_cny", "标准三：预计市值", "Set 3: market value", 800, _BSE)
B3_REVENUE = _sum("bse.b3.revenue_cny", "标准三：营业收入", "Set 3: revenue", 200, _BSE)
B3_RD_SHARE = _share("bse.b3.rd_share", "标准三：两年研发占比", "Set 3: share of R&D over two years", "0.08", _BSE)
B4_CAP = _sum("bse.b4.cap_cny", "标准四：预计市值", "Set 4: market value", 1_500, _BSE)
B4_RD = _sum("bse.b4.rd_cny", "标准四：两年研发投入", "Set 4: R&D of two years", 50, _BSE)

# ------------------------------------------------------------------ the park's nursery

_CALL = NURSERY_CALL.art("")
BASE_VALUATION = _sum("nursery.base.valuation_cny", "基础层：估值", "Base: valuation", 100, _CALL)
BASE_PROFIT = fixed(
    "nursery.base.profit_above_cny",
    t("基础层：净利润须超过", "Base: profit that must be exceeded"),
    1_500_000,
    _CALL,
    type="money",
    unit="CNY",
    standing="confirmed",
)
KEY_VALUATION = _sum("nursery.key.valuation_cny", "重点层：估值", "Key: valuation", 300, _CALL)
KEY_REVENUE = _sum("nursery.key.revenue_cny", "重点层：营业收入", "Key: revenue", 50, _CALL)
KEY_PROFIT = _sum("nursery.key.profit_above_cny", "重点层：净利润须超过", "Key: profit that must be exceeded", 5, _CALL)
KEY_RD = _sum("nursery.key.rd_cny", "重点层：研发费用", "Key: R&D", 5, _CALL)
KEY_RD_SHARE = _share("nursery.key.rd_share", "重点层：研发占比", "Key: share of R&D", "0.15", _CALL)
