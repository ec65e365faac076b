"""Infrastructure REITs: what the NDRC, the CSRC and the exchanges ask / 基础设施REITs.

The list of sectors has grown notice by notice. Since 2024-08-01 the NDRC asks for no yield of its own; the exchanges
still test one, which here is told as advice until it has been confirmed.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from mulberry.law.basis import Basis, Law
from mulberry.law.parameters import Parameter, TypeName, fixed, parameter
from mulberry.law.text import Text, t

NDRC_PILOT = Law(
    "ndrc-reits-pilot-2020",
    t(
        "关于做好基础设施领域不动产投资信托基金试点项目申报工作的通知",
        "NDRC Notice on Applying for Pilot REIT Projects",
    ),
    since=date(2020, 8, 1),
    until=date(2023, 2, 28),
)
NDRC_958 = Law(
    "ndrc-reits-958",
    t("关于进一步做好基础设施领域不动产投资信托基金试点工作的通知", "NDRC Notice on Furthering the REIT Pilot"),
    number="发改投资〔2021〕958号",
    since=date(2021, 7, 2),
)
NDRC_236 = Law(
    "ndrc-reits-236",
    t("关于规范高效做好基础设施领域不动产投资信托基金项目申报推荐工作的通知", "NDRC Notice on REIT Applications"),
    number="发改投资〔2023〕236号",
    since=date(2023, 3, 1),
    until=date(2024, 7, 31),
)
NDRC_1014 = Law(
    "ndrc-reits-1014",
    t(
        "关于全面推动基础设施领域不动产投资信托基金项目常态化发行的通知",
        "NDRC Notice on the Regular Issuance of Infrastructure REITs",
    ),
    number="发改投资〔2024〕1014号",
    since=date(2024, 8, 1),
    confirmed=True,
)
NDRC_782 = Law(
    "ndrc-reits-782",
    t("关于进一步做好基础设施REITs常态化申报推荐工作的通知", "NDRC Notice on Furthering Regular REIT Applications"),
    number="发改办投资〔2025〕782号",
    since=date(2025, 9, 12),
    confirmed=True,
)
NDRC_991 = Law(
    "ndrc-reits-991",
    t("基础设施领域不动产投资信托基金项目行业范围清单（2025年版）", "List of REIT Sectors, 2025 Edition"),
    number="发改办投资〔2025〕991号",
    since=date(2025, 12, 1),
    confirmed=True,
)
CSRC_GUIDE = Law(
    "csrc-reits-guide",
    t("公开募集基础设施证券投资基金指引（试行）", "CSRC Guide on Publicly Offered Infrastructure Funds"),
    since=date(2020, 8, 6),
)
EXCHANGE_GUIDE = Law(
    "exchange-reits-review-guide",
    t(
        "公开募集基础设施证券投资基金（REITs）规则适用指引第1号——审核关注事项",
        "Exchange Guide No. 1 on Reviewing REITs",
    ),
)

SECTORS_2021 = parameter(
    "reits.sectors.2021",
    t("2021年列入的十类行业可以申报", "The ten sectors listed in 2021 may apply"),
    (True, "2021-07-02", None, NDRC_958.art(""), "unconfirmed"),
    type="bool",
)


def _added(key: str, zh: str, en: str, since: str, until: str, basis: Basis, standing: str) -> Parameter:
    """A sector that came onto the list on a day; before it, it was not on it."""
    rows = (False, "2021-07-02", until, NDRC_958.art(""), "unconfirmed"), (True, since, None, basis, standing)
    return parameter(f"reits.sectors.{key}", t(zh, en), *rows, type="bool")


CONSUMER_LISTED = _added(
    "consumer",
    "消费基础设施可以申报",
    "Consumer infrastructure may apply",
    "2023-03-01",
    "2023-02-28",
    NDRC_236.art(""),
    "unconfirmed",
)
ELDERLY_CARE_LISTED = _added(
    "elderly_care",
    "养老设施可以申报",
    "Elderly care may apply",
    "2024-08-01",
    "2024-07-31",
    NDRC_1014.art(""),
    "unconfirmed",
)
SECTORS_2025 = _added(
    "2025",
    "商业办公、酒店、体育场馆、城市更新可以申报",
    "Offices, hotels, sports venues and urban renewal may apply",
    "2025-12-01",
    "2025-11-30",
    NDRC_991.art(""),
    "confirmed",
)


def _number(
    key: str,
    zh: str,
    en: str,
    value: str | int,
    basis: Basis,
    type_: TypeName,
    unit: str = "",
    standing: str = "unconfirmed",
) -> Parameter:
    exact = value if isinstance(value, int) else Decimal(value)
    return fixed(f"reits.{key}", t(zh, en), exact, basis, type=type_, unit=unit, standing=standing)


HOTEL_STARS = _number(
    "hotel_stars", "酒店最低星级", "Fewest stars of a hotel", 4, NDRC_991.art(""), "int", "star", "confirmed"
)
ANCILLARY_SHARE = _number(
    "ancillary_share",
    "配套用房建筑面积占比上限",
    "Most floor area of ancillary parts",
    "0.30",
    NDRC_1014.art(""),
    "percent",
    "",
    "confirmed",
)
ANCILLARY_SPECIAL = _number(
    "ancillary_share_special",
    "购物中心特殊情形的占比上限",
    "The same, special cases of shopping centres",
    "0.50",
    NDRC_1014.art(""),
    "percent",
    "",
    "confirmed",
)


def _since_pilot(
    key: str, zh: str, en: str, value: int | Decimal, type_: TypeName, unit: str = "", standing: str = "unconfirmed"
) -> Parameter:
    """A number that the pilot already had, so far as is recalled, and the notice of 2024 kept."""
    rows = (
        (value, "2020-08-01", "2024-07-31", NDRC_PILOT.art(""), "unconfirmed"),
        (value, "2024-08-01", None, NDRC_1014.art(""), standing),
    )
    return parameter(f"reits.{key}", t(zh, en), *rows, type=type_, unit=unit)


OPERATING_MONTHS = _since_pilot(
    "operating_months", "运营时间下限", "Least months of operation", 36, "int", "month", "confirmed"
)
USER_PAY_SHARE = _since_pilot(
    "ppp_user_pay_above",
    "PPP项目使用者付费占比须超过",
    "User fees of a PPP project must exceed",
    Decimal("0.50"),
    "percent",
)
"""The notices say that the income must come mainly from users; mainly is read as more than half."""
APPRAISED_VALUE = _since_pilot(
    "appraised_value_cny",
    "首次发行资产评估净值下限",
    "Least appraised net value, first issue",
    1_000_000_000,
    "money",
    "CNY",
)
RENTAL_APPRAISED_VALUE = _since_pilot(
    "appraised_value_rental_cny",
    "租赁住房的评估净值下限",
    "The same, rental housing",
    800_000_000,
    "money",
    "CNY",
)
PIPELINE_TIMES = _since_pilot(
    "pipeline_times", "可扩募资产为首发规模的倍数", "Expandable assets as a multiple of the first issue", 2, "int"
)


def _yield(key: str, zh: str, en: str, *floors: str) -> Parameter:
    """A floor of the NDRC by notice; 0 where the notice sets none of this kind."""
    notices = (
        ("2020-08-01", "2023-02-28", NDRC_PILOT.art("")),
        ("2023-03-01", "2024-07-31", NDRC_236.art("")),
        ("2024-08-01", None, NDRC_1014.art("")),
    )
    rows = [
        (Decimal(floor), since, until, basis, "confirmed")
        for floor, (since, until, basis) in zip(floors, notices, strict=True)
    ]
    return parameter(f"reits.{key}", t(zh, en), *rows, type="percent")


NDRC_YIELD_FLOOR = _yield(
    "ndrc_yield_floor", "发改委环节净现金流分派率下限", "NDRC floor of the distribution yield", "0.04", "0.038", "0"
)
NDRC_IRR_FLOOR = _yield(
    "ndrc_irr_floor", "发改委环节经营权类内部收益率下限", "NDRC floor of a concession's IRR", "0", "0.05", "0"
)


def _advice(key: str, title: Text, value: str) -> Parameter:
    row = (Decimal(value), "2024-08-01", None, EXCHANGE_GUIDE.art(""), "unconfirmed")
    return parameter(f"reits.{key}", title, row, type="percent")


EXCHANGE_YIELD = _advice(
    "exchange_yield", t("交易所环节分派率参考", "Distribution yield the exchange looks for"), "0.038"
)
EXCHANGE_IRR = _advice("exchange_irr", t("交易所环节内部收益率参考", "IRR the exchange looks for"), "0.05")

EXPANSION_MONTHS = _number(
    "expansion_months",
    "首发上市后可申报扩募的间隔",
    "Months from listing to an expansion",
    6,
    NDRC_782.art(""),
    "int",
    "month",
    "confirmed",
)

FUND_ABS_SHARE = _number(
    "fund.abs_share",
    "基金资产投资基础设施资产支持证券的比例",
    "Fund assets in infrastructure ABS",
    "0.80",
    CSRC_GUIDE.art(""),
    "percent",
)
FUND_DISTRIBUTION = _number(
    "fund.distribution_share",
    "可供分配金额的分配比例",
    "Share of the distributable amount",
    "0.90",
    CSRC_GUIDE.art(""),
    "percent",
    "",
    "confirmed",
)
FUND_LEVERAGE = _number(
    "fund.leverage", "总资产与净资产之比上限", "Most total assets to net assets", "1.40", CSRC_GUIDE.art(""), "decimal"
)
FUND_ORIGINATOR = _number(
    "fund.originator_share",
    "原始权益人战略配售比例",
    "Units the originator subscribes",
    "0.20",
    CSRC_GUIDE.art(""),
    "percent",
)
FUND_INVESTORS = _number(
    "fund.investors", "最少投资者数", "Fewest investors", 1000, CSRC_GUIDE.art(""), "int", "investor"
)
FUND_RAISED = _number(
    "fund.raised_cny", "最低募集金额", "Least raised", 200_000_000, CSRC_GUIDE.art(""), "money", "CNY"
)
