"""7.6 Specialised SME and little giant / 专精特新中小企业、“小巨人”.

A little giant is chosen from specialised SMEs, so it meets the conditions of both. How much R&D it needs depends on its
revenue; below fifty million, equity and R&D staff take the place of a share.
"""

from __future__ import annotations

from mulberry.decisions.declare import Decision, first, require, route
from mulberry.decisions.vocabulary import all_of, ite, share
from mulberry.law.text import t
from mulberry_sip.law.quality_sme import (
    GIANT_DEBT,
    GIANT_EQUITY,
    GIANT_GROWTH,
    GIANT_LARGE_REVENUE,
    GIANT_MAIN_SHARE,
    GIANT_MIDDLE_REVENUE,
    GIANT_NICHE_SHARE,
    GIANT_NICHE_YEARS,
    GIANT_RD_LARGE,
    GIANT_RD_MIDDLE,
    GIANT_RD_SMALL,
    GIANT_RD_STAFF,
    NICHE_YEARS,
    SME63,
    SPECIALISED_EQUITY,
    SPECIALISED_RD,
    SPECIALISED_RD_SHARE,
    SPECIALISED_REVENUE,
    SPECIALISED_SCORE,
)
from mulberry_sip.m07_finance.status_facts import StatusApplicant

STANDARD = SME63.art("")
RD_SHARE = share(StatusApplicant.rd_expense_y3_cny, StatusApplicant.revenue_y3_cny)


class SpecialisedSme(Decision[StatusApplicant], id="specialised-sme", system="7.6", clauses="7.3"):
    """Whether a firm is a specialised SME, or a little giant."""

    title = t("专精特新中小企业与“小巨人”", "Specialised SME and little giant")

    niche_2_years = require(
        StatusApplicant.niche_years >= NICHE_YEARS,
        t("从事特定细分市场2年以上", "At least 2 years in the niche"),
        STANDARD,
    )
    rd_1m_and_3 = require(
        (StatusApplicant.rd_expense_y3_cny >= SPECIALISED_RD) & (RD_SHARE >= SPECIALISED_RD_SHARE),
        t("研发费用不低于100万元且占营业收入3%以上", "R&D of at least 1 million and 3 % of revenue"),
        STANDARD,
    )
    revenue_10m_or_equity = require(
        (StatusApplicant.revenue_y3_cny >= SPECIALISED_REVENUE)
        | (StatusApplicant.new_equity_2y_cny >= SPECIALISED_EQUITY),
        t(
            "营业收入1000万元以上，或近两年新增股权融资2000万元以上",
            "Revenue of at least 10 million, or 20 million of new equity over two years",
        ),
        STANDARD,
    )
    score_60 = require(
        StatusApplicant.specialised_score >= SPECIALISED_SCORE,
        t("评价得分60分以上", "A score of at least 60"),
        STANDARD,
    )

    niche_3_years = require(
        StatusApplicant.niche_years >= GIANT_NICHE_YEARS,
        t("小巨人：从事特定细分市场3年以上", "Little giant: at least 3 years in the niche"),
        STANDARD,
    )
    main_share_70 = require(
        StatusApplicant.main_revenue_share >= GIANT_MAIN_SHARE,
        t("小巨人：主营业务收入占比70%以上", "Little giant: main revenue at least 70 %"),
        STANDARD,
    )
    growth_5 = require(
        StatusApplicant.revenue_growth_2y >= GIANT_GROWTH,
        t("小巨人：近两年主营业务收入平均增长5%以上", "Little giant: growth of at least 5 % over two years"),
        STANDARD,
    )
    debt_70 = require(
        StatusApplicant.debt_ratio <= GIANT_DEBT,
        t("小巨人：资产负债率不高于70%", "Little giant: debt ratio of at most 70 %"),
        STANDARD,
    )
    niche_share_10 = require(
        StatusApplicant.niche_market_share >= GIANT_NICHE_SHARE,
        t("小巨人：全国细分市场占有率10%以上", "Little giant: at least 10 % of the niche nationwide"),
        STANDARD,
    )
    rd_by_size = require(
        ite(
            StatusApplicant.revenue_y3_cny >= GIANT_LARGE_REVENUE,
            RD_SHARE >= GIANT_RD_LARGE,
            ite(
                StatusApplicant.revenue_y3_cny >= GIANT_MIDDLE_REVENUE,
                RD_SHARE >= GIANT_RD_MIDDLE,
                all_of(
                    StatusApplicant.new_equity_2y_cny >= GIANT_EQUITY,
                    StatusApplicant.rd_expense_y3_cny >= GIANT_RD_SMALL,
                    share(StatusApplicant.rd_staff, StatusApplicant.staff_total) >= GIANT_RD_STAFF,
                ),
            ),
        ),
        t(
            "小巨人：研发投入按营业收入分档：1亿元以上3%，5000万至1亿元6%，不足5000万元另看融资、研发费用和人员",
            "Little giant: R&D by revenue: 3 % from 100 million, 6 % from 50 million, below that equity, R&D and staff",
        ),
        STANDARD,
    )

    specialised = all_of(niche_2_years, rd_1m_and_3, revenue_10m_or_equity, score_60)
    giant = all_of(niche_3_years, main_share_70, growth_5, debt_70, niche_share_10, rd_by_size)

    result = first(
        route("little_giant", t("符合“小巨人”标准", "Meets the standard of a little giant"), specialised & giant),
        route("specialised", t("符合专精特新中小企业标准", "Meets the standard of a specialised SME"), specialised),
        otherwise=("none", t("均不符合", "Meets neither")),
    )
