"""6.7 STAR science attributes / 科创属性评价.

Four figures that all must hold, or one of five exceptions. The as-of date is the day of filing: the figures were raised
on 2024-04-30.
"""

from __future__ import annotations

from mulberry.decisions.declare import Decision, amount, finding, first, require, route
from mulberry.decisions.vocabulary import all_of, as_percent, growth, is_empty, ite, ratio, share
from mulberry.law.text import t
from mulberry_sip.law.listing import (
    ATTRIBUTE_GROWTH,
    ATTRIBUTE_PATENTS,
    ATTRIBUTE_RD,
    ATTRIBUTE_RD_SHARE,
    ATTRIBUTE_REVENUE,
    ATTRIBUTE_STAFF,
    EXCEPTION_PATENTS,
    SOFTWARE_RD_SHARE,
    STAR_ATTRIBUTES,
)
from mulberry_sip.m06_science_system.issuer import Issuer

FIGURES = STAR_ATTRIBUTES.art(1)
REVENUE = Issuer.revenue_y1_cny + Issuer.revenue_y2_cny + Issuer.revenue_y3_cny
RD = Issuer.rd_expense_y1_cny + Issuer.rd_expense_y2_cny + Issuer.rd_expense_y3_cny
GROWTH = growth(Issuer.revenue_y1_cny, Issuer.revenue_y3_cny, years=2)


class StarAttributes(Decision[Issuer], id="star-attributes", system="6.7", clauses="6.3"):
    """Whether a firm has the science attributes that the STAR Market asks."""

    title = t("科创属性评价", "STAR science attributes")

    rd_ratio = amount(
        as_percent(ratio(RD, REVENUE)), t("三年研发投入占营业收入", "R&D in revenue over three years"), FIGURES
    )
    revenue_cagr = amount(GROWTH.rate(), t("三年营业收入复合增长率", "Growth of revenue a year, compounded"), FIGURES)

    rd = require(
        ite(
            Issuer.software_firm,
            share(RD, REVENUE) >= SOFTWARE_RD_SHARE,
            (share(RD, REVENUE) >= ATTRIBUTE_RD_SHARE) | (RD >= ATTRIBUTE_RD),
        ),
        t(
            "三年研发投入占比5%以上或累计达标（2024年4月30日起8000万元，此前6000万元）；软件企业占比10%以上",
            "Three years' R&D at least 5 % of revenue, or 80 million in all (60 before 30 April 2024); software 10 %",
        ),
        FIGURES,
    )
    rd_staff = require(
        share(Issuer.rd_staff, Issuer.staff_total) >= ATTRIBUTE_STAFF,
        t("研发人员占当年员工总数10%以上", "R&D staff at least 10 % of all staff"),
        FIGURES,
    )
    patents = require(
        Issuer.software_firm | (Issuer.core_industrialised_invention_patents >= ATTRIBUTE_PATENTS),
        t(
            "应用于主营业务并能产业化的发明专利7项以上（此前5项）；软件企业不要求",
            "At least 7 invention patents used and industrialisable (5 before); not asked of software firms",
        ),
        FIGURES,
    )
    growth_or_revenue = require(
        (Issuer.listing_set == "S5") | (GROWTH >= ATTRIBUTE_GROWTH) | (Issuer.revenue_y3_cny >= ATTRIBUTE_REVENUE),
        t(
            "三年营业收入复合增长率25%以上（此前20%），或最近一年3亿元以上；第五套标准不要求",
            "Revenue grew by 25 % a year (20 before), or was 300 million last year; not asked on set 5",
        ),
        FIGURES,
    )
    exception = finding(
        ~is_empty(Issuer.exceptions) | (Issuer.core_technology_invention_patents >= EXCEPTION_PATENTS),
        t(
            "属于五种例外情形之一（含形成核心技术的发明专利50项以上）",
            "One of the five exceptions, such as 50 invention patents that form core technology",
        ),
        STAR_ATTRIBUTES.art(2),
    )

    result = first(
        route("pass", t("符合科创属性", "Has the attributes"), all_of(rd, rd_staff, patents, growth_or_revenue)),
        route("pass_by_exception", t("凭例外情形符合", "Has them by an exception"), exception),
        otherwise=("fail", t("不符合科创属性", "Does not have them")),
    )
