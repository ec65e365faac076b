"""7.6 High and new technology enterprise / 高新技术企业认定条件.

All eight conditions of article 11. The share of R&D that is asked falls with the last year's sales; three years of R&D
are compared with three years of sales. The score is the experts' whole points: more than 70, so 71.
"""

from __future__ import annotations

from mulberry.decisions.declare import Decision, amount, require
from mulberry.decisions.vocabulary import AS_OF, as_percent, days_from, ite, ratio, share
from mulberry.law.text import t
from mulberry_sip.law.technology_status import (
    HNTE,
    HNTE_DAYS,
    HNTE_GUIDELINES,
    HNTE_INCOME,
    HNTE_MIDDLE_SALES,
    HNTE_RD_DOMESTIC,
    HNTE_RD_LARGE,
    HNTE_RD_MIDDLE,
    HNTE_RD_SMALL,
    HNTE_SCI_STAFF,
    HNTE_SCORE,
    HNTE_SMALL_SALES,
    INCOME_TAX_REGULATION,
)
from mulberry_sip.m07_finance.status_facts import StatusApplicant

SALES = StatusApplicant.revenue_y1_cny + StatusApplicant.revenue_y2_cny + StatusApplicant.revenue_y3_cny
RD = StatusApplicant.rd_expense_y1_cny + StatusApplicant.rd_expense_y2_cny + StatusApplicant.rd_expense_y3_cny
RD_DOMESTIC = (
    StatusApplicant.rd_domestic_y1_cny + StatusApplicant.rd_domestic_y2_cny + StatusApplicant.rd_domestic_y3_cny
)


class HnteEligibility(Decision[StatusApplicant], id="hnte-eligibility", system="7.6", clauses="7.3"):
    """Whether a firm meets the conditions of a high and new technology enterprise."""

    title = t("高新技术企业认定条件", "High and new technology enterprise")
    result = ("eligible", t("符合认定条件", "Meets the conditions")), ("not_eligible", t("不符合", "Does not"))

    required_rd_ratio = amount(
        ite(
            StatusApplicant.revenue_y3_cny <= HNTE_SMALL_SALES,
            HNTE_RD_SMALL,
            ite(StatusApplicant.revenue_y3_cny <= HNTE_MIDDLE_SALES, HNTE_RD_MIDDLE, HNTE_RD_LARGE),
        ),
        t("应达到的研发费用占比", "Share of R&D asked for"),
        HNTE.art("11(5)"),
    )
    rd_ratio_ = amount(
        as_percent(ratio(RD, SALES)), t("近三年研发费用占销售收入", "R&D in sales over three years"), HNTE.art("11(5)")
    )
    rd_domestic_ratio = amount(
        as_percent(ratio(RD_DOMESTIC, RD)), t("境内研发费用占比", "Share of R&D in mainland China"), HNTE.art("11(5)")
    )

    registered_one_year = require(
        days_from(StatusApplicant.founded_on, AS_OF) >= HNTE_DAYS,
        t("申请时注册成立满一年（365天）", "Registered for a year (365 days) when applying"),
        HNTE.art("11(1)"),
    )
    core_ip = require(
        StatusApplicant.core_ip_owned,
        t("拥有主要产品（服务）核心技术的知识产权", "Owns the rights in the core technology of its main products"),
        [HNTE.art("11(2)"), INCOME_TAX_REGULATION.art(93)],
    )
    key_technology_field = require(
        StatusApplicant.key_technology_field,
        t("核心技术属于国家重点支持的高新技术领域", "The core technology is in a field the State gives priority"),
        [HNTE.art("11(3)"), INCOME_TAX_REGULATION.art(93)],
    )
    sci_staff_10 = require(
        share(StatusApplicant.sci_staff, StatusApplicant.staff_total) >= HNTE_SCI_STAFF,
        t("科技人员占职工总数不低于10%", "S&T staff are at least 10 % of all staff"),
        HNTE.art("11(4)"),
    )
    rd_ratio = require(
        share(RD, SALES) >= required_rd_ratio,
        t(
            "近三年研发费用占销售收入不低于5%、4%或3%（按最近一年销售收入分档）",
            "Three years' R&D is at least 5, 4 or 3 % of three years' sales, by the last year's sales",
        ),
        HNTE.art("11(5)"),
    )
    rd_domestic_60 = require(
        share(RD_DOMESTIC, RD) >= HNTE_RD_DOMESTIC,
        t(
            "境内研发费用占全部研发费用不低于60%",
            "At least 60 % of the R&D is spent in mainland China",
        ),
        HNTE.art("11(5)"),
    )
    hi_tech_income_60 = require(
        share(StatusApplicant.hi_tech_income_cny, StatusApplicant.total_income_cny) >= HNTE_INCOME,
        t("高新技术产品（服务）收入占总收入不低于60%", "High-tech income is at least 60 % of total income"),
        HNTE.art("11(6)"),
    )
    score_over_70 = require(
        StatusApplicant.expert_score > HNTE_SCORE,
        t("创新能力评价得分在70分以上（不含70分）", "The experts' score is above 70"),
        [HNTE.art("11(7)"), HNTE_GUIDELINES.art("")],
    )
    no_accident_or_breach = require(
        ~StatusApplicant.major_accident_or_breach,
        t(
            "申请前一年内无重大安全、质量事故或严重环境违法",
            "No major accident or quality case and no serious environmental breach in the year before",
        ),
        HNTE.art("11(8)"),
    )
