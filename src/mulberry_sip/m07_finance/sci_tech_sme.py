"""7.6 Science and technology SME / 科技型中小企业评价.

Four conditions for all; then either sixty points with at least some for staff, or one of four ways straight in. The
points for R&D are the better of two tables.
"""

from __future__ import annotations

from mulberry.decisions.declare import Decision, amount, finding, first, require, route
from mulberry.decisions.vocabulary import all_of, any_of, bands, greatest, share
from mulberry.law.text import t
from mulberry_sip.law.technology_status import (
    SCISME,
    SME_ASSETS,
    SME_CLASS1_POINTS,
    SME_CLASS2_POINTS,
    SME_RD_COST_POINTS,
    SME_RD_SALES_POINTS,
    SME_SALES,
    SME_SCORE,
    SME_STAFF,
    SME_STAFF_POINTS,
)
from mulberry_sip.m07_finance.status_facts import StatusApplicant


class SciTechSme(Decision[StatusApplicant], id="sci-tech-sme", system="7.6", clauses="7.3"):
    """Whether a firm may be listed as a science and technology SME for the year."""

    title = t("科技型中小企业评价", "Science and technology SME")

    staff_points = amount(
        bands(share(StatusApplicant.sci_staff, StatusApplicant.staff_total), *SME_STAFF_POINTS, below=0),
        t("科技人员得分（满分20）", "Points for staff, of 20"),
        SCISME.art("7(1)"),
    )
    rd_points = amount(
        greatest(
            bands(
                share(StatusApplicant.rd_expense_y3_cny, StatusApplicant.revenue_y3_cny), *SME_RD_SALES_POINTS, below=0
            ),
            bands(
                share(StatusApplicant.rd_expense_y3_cny, StatusApplicant.cost_total_y3_cny),
                *SME_RD_COST_POINTS,
                below=0,
            ),
        ),
        t("研发投入得分（满分50，两种算法取高）", "Points for R&D, of 50, the better of two tables"),
        SCISME.art("7(2)"),
    )
    results_points = amount(
        greatest(
            bands(StatusApplicant.ip_class1, *SME_CLASS1_POINTS, below=0),
            bands(StatusApplicant.ip_class2, *SME_CLASS2_POINTS, below=0),
        ),
        t("科技成果得分（满分30）", "Points for results, of 30"),
        SCISME.art("7(3)"),
    )
    total_points = amount(
        staff_points + rd_points + results_points,
        t("综合得分", "Points in all"),
        SCISME.art(7),
    )

    resident = require(
        StatusApplicant.resident_enterprise,
        t("在中国境内注册的居民企业", "A resident enterprise of mainland China"),
        SCISME.art("6(1)"),
    )
    staff_500 = require(
        StatusApplicant.staff_total <= SME_STAFF,
        t("职工总数不超过500人", "Not more than 500 staff"),
        SCISME.art("6(2)"),
    )
    sales_200m = require(
        StatusApplicant.revenue_y3_cny <= SME_SALES,
        t("年销售收入不超过2亿元", "Yearly sales of not more than 200 million"),
        SCISME.art("6(2)"),
    )
    assets_200m = require(
        StatusApplicant.total_assets_cny <= SME_ASSETS,
        t("资产总额不超过2亿元", "Total assets of not more than 200 million"),
        SCISME.art("6(2)"),
    )
    products_allowed = require(
        ~StatusApplicant.barred_products,
        t("产品和服务不属于禁止、限制和淘汰类", "Its products and services are not barred"),
        SCISME.art("6(3)"),
    )
    clean_record = require(
        ~any_of(
            StatusApplicant.major_accident_or_breach,
            StatusApplicant.abnormal_operation_list,
            StatusApplicant.serious_dishonesty_record,
        ),
        t(
            "上一年及当年无重大事故、严重违法和科研失信，未列入经营异常和严重失信名单",
            "No major accident or serious breach last year or this, and on neither list",
        ),
        SCISME.art("6(4)"),
    )
    straight_in = finding(
        any_of(
            StatusApplicant.valid_statuses.has("hnte"),
            StatusApplicant.national_award_5y_top3,
            StatusApplicant.provincial_rd_body,
            StatusApplicant.led_standard_5y,
        ),
        t(
            "符合直接确认情形之一：有效高企、国家奖前三、省部级研发机构、主导制定标准",
            "One of the ways straight in: a valid HNTE, a national award, a provincial R&D body, a standard led",
        ),
        SCISME.art(8),
    )
    score_60 = finding(
        total_points >= SME_SCORE,
        t("综合得分不低于60分", "At least 60 points in all"),
        SCISME.art("6(5)"),
    )
    staff_points_positive = finding(
        staff_points > 0,
        t("科技人员指标得分不为0", "Some points for staff"),
        SCISME.art("6(5)"),
    )

    result = first(
        route(
            "qualifies",
            t("可以评价为科技型中小企业", "May be listed"),
            all_of(
                resident,
                staff_500,
                sales_200m,
                assets_200m,
                products_allowed,
                clean_record,
                straight_in | (score_60 & staff_points_positive),
            ),
        ),
        otherwise=("does_not_qualify", t("不符合评价条件", "May not be listed")),
    )
