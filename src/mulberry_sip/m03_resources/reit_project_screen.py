"""3.4 Pre-screen of a REIT project / 基础设施REITs项目预筛.

Everything must hold; what fails is the list of gaps. Offices and hotels may stand alone since 2025-12-01; before and
beside that they may be ancillary parts, up to 30 % of the floor area (50 % in special cases of shopping centres only).
"""

from __future__ import annotations

from mulberry.decisions.declare import Decision, finding, require, warn
from mulberry.decisions.vocabulary import any_of, implies, in_force, ite, value
from mulberry.law.text import t
from mulberry_sip.law import reits as law
from mulberry_sip.m03_resources.reit_facts import ReitProject

SECTOR = ReitProject.asset_sector
SHOPPING_CENTRE = SECTOR == "consumer"
ANCILLARY = ReitProject.ancillary_kind
NOTICE = law.NDRC_1014.art("")
LIST_2025 = law.NDRC_991.art("")


class ReitProjectScreen(Decision[ReitProject], id="reit-project-screen", system="3.4", clauses="3.6"):
    """Whether a project is ready to be put forward, and if not, which gaps are open."""

    title = t("基础设施REITs项目预筛", "Pre-screen of a REIT project")
    result = ("eligible", t("可以申报", "May be put forward")), ("not_eligible", t("尚不可以", "Not yet"))

    sector_listed = require(
        any_of(
            value(law.SECTORS_2021)
            & SECTOR.one_of(
                "transport",
                "energy",
                "municipal",
                "ecology",
                "logistics",
                "industrial_park",
                "new_infrastructure",
                "rental_housing",
                "water",
                "culture_tourism",
            ),
            value(law.CONSUMER_LISTED) & SHOPPING_CENTRE,
            value(law.ELDERLY_CARE_LISTED) & (SECTOR == "elderly_care"),
            value(law.SECTORS_2025) & SECTOR.one_of("commercial_office", "hotel", "sports_venue", "urban_renewal"),
        ),
        t("属于行业范围清单", "Its sector is on the list"),
        [NOTICE, LIST_2025],
    )
    hotel_grade = require(
        implies(SECTOR == "hotel", ReitProject.hotel_stars >= law.HOTEL_STARS),
        t("单独申报的酒店为四星级以上", "A hotel on its own has at least four stars"),
        LIST_2025,
    )
    office_grade = require(
        implies(SECTOR == "commercial_office", ReitProject.office_grade.one_of("super_a", "a")),
        t("单独申报的商业办公为超甲级或甲级", "Offices on their own are super A or A"),
        LIST_2025,
    )
    city_class = require(
        implies(SECTOR == "commercial_office", ReitProject.very_large_city),
        t("单独申报的商业办公位于超大、特大城市", "Offices on their own are in a very large city"),
        LIST_2025,
    )
    ancillary_link = require(
        (ANCILLARY == "none")
        | (
            ReitProject.ancillary_inseparable
            & ReitProject.ancillary_same_owner
            & ite(ANCILLARY == "office", SHOPPING_CENTRE, SECTOR.one_of("industrial_park", "consumer"))
        ),
        t(
            "配套用房与主体不可分割、同一权属，且为购物中心的写字楼或园区、购物中心的酒店",
            "Ancillary parts are inseparable, of the same owner, and belong: offices to a shopping centre, a hotel to "
            "a park or shopping centre",
        ),
        NOTICE,
    )
    ancillary_share = require(
        any_of(
            ANCILLARY == "none",
            ReitProject.ancillary_share <= law.ANCILLARY_SHARE,
            SHOPPING_CENTRE
            & ReitProject.ancillary_special_case
            & (ReitProject.ancillary_share <= law.ANCILLARY_SPECIAL),
        ),
        t(
            "配套用房不超过建筑面积30%（购物中心特殊情形50%）",
            "Ancillary parts are at most 30 % of the floor area (50 % in special cases of shopping centres)",
        ),
        NOTICE,
    )
    operating_years = require(
        (ReitProject.months_operating >= law.OPERATING_MONTHS) | ReitProject.stable_income_shown,
        t("运营满三年，或能证明长期稳定收益", "Three years in operation, or long-term stable income is shown"),
        NOTICE,
    )
    profit_or_cash_flow = require(
        ReitProject.profit_3y | ReitProject.cash_flow_positive_3y,
        t("近三年盈利或经营性净现金流为正", "Profitable, or of positive cash flow, in the last three years"),
        NOTICE,
    )
    income_market_based = require(
        ReitProject.income_market_based,
        t("收入来源市场化、分散", "Income is market-based and dispersed"),
        NOTICE,
    )
    user_pay = require(
        implies(ReitProject.ppp, ReitProject.user_pay_share > law.USER_PAY_SHARE),
        t("2015年6月以后的PPP项目以使用者付费为主", "A PPP project after June 2015 lives mainly on user fees"),
        NOTICE,
    )
    title_clear = require(ReitProject.title_clear, t("权属清晰", "The title is clear"), NOTICE)
    transfer_restrictions = require(
        ReitProject.transfer_restrictions_released,
        t("土地使用和转让限制已解除", "Conditions of land use and transfer are cleared"),
        NOTICE,
    )
    compliance_documents = require(
        ReitProject.compliance_documents.has_all(
            "project_approval",
            "planning",
            "land_use",
            "environment",
            "construction_permit",
            "completion_acceptance",
            "fire_safety",
        ),
        t("投资管理手续齐全", "All investment documents are in hand"),
        NOTICE,
    )
    appraised_value = require(
        ReitProject.appraised_net_value_cny
        >= ite(SECTOR == "rental_housing", law.RENTAL_APPRAISED_VALUE, law.APPRAISED_VALUE),
        t(
            "评估净值不低于10亿元（租赁住房8亿元）",
            "An appraised net value of at least 1 billion (rental housing: 800 million)",
        ),
        NOTICE,
    )
    expansion_pipeline = require(
        ReitProject.expansion_pipeline_cny >= ReitProject.appraised_net_value_cny * law.PIPELINE_TIMES,
        t("可扩募资产不低于首发规模的2倍", "Assets that may be added are at least twice the first issue"),
        NOTICE,
    )
    ndrc_yield = require(
        (value(law.NDRC_YIELD_FLOOR) == 0)
        | ite(
            (ReitProject.tenure == "concession") & (value(law.NDRC_IRR_FLOOR) > 0),
            ReitProject.irr >= law.NDRC_IRR_FLOOR,
            ReitProject.distribution_yield >= law.NDRC_YIELD_FLOOR,
        ),
        t(
            "达到发改委环节的收益要求（2024年8月1日起不再设）",
            "Reaches the NDRC's yield (none is set since 1 August 2024)",
        ),
        [law.NDRC_PILOT.art(""), law.NDRC_236.art(""), NOTICE],
    )
    exchange_yield = finding(
        ite(
            ReitProject.tenure == "concession",
            ReitProject.irr >= law.EXCHANGE_IRR,
            ReitProject.distribution_yield >= law.EXCHANGE_YIELD,
        ),
        t(
            "达到交易所参考收益：产权类分派率3.8%，经营权类内部收益率5%",
            "Reaches what the exchange looks for: a yield of 3.8 % (rental type) or an IRR of 5 % (fee type)",
        ),
        law.EXCHANGE_GUIDE.art(""),
    )

    exchange_yield_advisory = warn(
        in_force(law.NDRC_1014),
        t(
            "发改委环节不设收益率要求，交易所仍会测试：产权类未来两年分派率3.8%、经营权类内部收益率5%；数值待确认，仅供参考。",
            "The NDRC sets no yield, but the exchange tests one: 3.8 % distribution over two years (rental type), 5 % "
            "IRR (fee type). The figures are unconfirmed and are advice only.",
        ),
        law.EXCHANGE_GUIDE.art(""),
    )
