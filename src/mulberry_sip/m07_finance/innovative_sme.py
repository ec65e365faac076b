"""7.6 Innovative SME / 创新型中小企业评价.

Sixty points with a floor in each of three groups, or one of four things that are enough by themselves.
"""

from __future__ import annotations

from mulberry.decisions.declare import Decision, amount, finding, first, route
from mulberry.decisions.vocabulary import all_of, any_of, bands, ite, score, share
from mulberry.law.text import t
from mulberry_sip.law.quality_sme import (
    DEBT_FULL,
    DEBT_HALF,
    GROWTH_LEAST,
    INNOVATION_LEAST,
    INNOVATIVE_EQUITY,
    INNOVATIVE_SCORE,
    MAIN_GROWTH_POINTS,
    MAIN_SHARE_POINTS,
    RD_POINTS,
    SME63,
    SPECIALISATION_LEAST,
)
from mulberry_sip.m07_finance.status_facts import StatusApplicant

TABLE = SME63.art("")
IP_POINTS = {"high_value_class1": 20, "self_made_class1": 15, "class1": 10, "class2": 5, "none": 0}


class InnovativeSme(Decision[StatusApplicant], id="innovative-sme", system="7.6", clauses="7.3"):
    """Whether a firm may be announced as an innovative SME."""

    title = t("创新型中小企业评价", "Innovative SME")

    innovation_points = amount(
        score(StatusApplicant.ip_best, IP_POINTS)
        + bands(share(StatusApplicant.rd_expense_y3_cny, StatusApplicant.revenue_y3_cny), *RD_POINTS, below=0),
        t("创新能力得分（知识产权20＋研发20）", "Points for innovation: rights 20, R&D 20"),
        TABLE,
    )
    growth_points = amount(
        bands(StatusApplicant.main_revenue_growth, *MAIN_GROWTH_POINTS, below=0)
        + ite(StatusApplicant.debt_ratio <= DEBT_FULL, 10, ite(StatusApplicant.debt_ratio <= DEBT_HALF, 5, 0)),
        t("成长性得分（增长20＋负债10）", "Points for growth: revenue 20, debt 10"),
        TABLE,
    )
    specialisation_points = amount(
        ite(StatusApplicant.strategic_emerging_field, 10, 5)
        + bands(StatusApplicant.main_revenue_share, *MAIN_SHARE_POINTS, below=0),
        t("专业化得分（领域10＋主营占比20）", "Points for specialisation: field 10, main revenue 20"),
        TABLE,
    )
    total_points = amount(innovation_points + growth_points + specialisation_points, t("总分", "Points in all"), TABLE)

    score_60 = finding(total_points >= INNOVATIVE_SCORE, t("总分不低于60分", "At least 60 points in all"), TABLE)
    innovation_20 = finding(
        innovation_points >= INNOVATION_LEAST, t("创新能力不低于20分", "At least 20 for innovation"), TABLE
    )
    growth_15 = finding(growth_points >= GROWTH_LEAST, t("成长性不低于15分", "At least 15 for growth"), TABLE)
    specialisation_15 = finding(
        specialisation_points >= SPECIALISATION_LEAST,
        t("专业化不低于15分", "At least 15 for specialisation"),
        TABLE,
    )
    award = finding(
        StatusApplicant.award_3y,
        t("近三年获国家级或省级科技奖励", "A national or provincial science award within three years"),
        TABLE,
    )
    status = finding(
        StatusApplicant.valid_statuses.has("hnte"),
        t("高新技术企业等资质在有效期内", "A valid status such as HNTE"),
        TABLE,
    )
    rd_body = finding(
        StatusApplicant.provincial_rd_body,
        t("拥有经认定的省部级以上研发机构", "A recognised R&D body of provincial or higher rank"),
        TABLE,
    )
    new_equity_5m = finding(
        StatusApplicant.new_equity_3y_cny >= INNOVATIVE_EQUITY,
        t("近三年新增股权融资实缴500万元以上", "At least 5 million of new equity paid in over three years"),
        TABLE,
    )

    result = first(
        route(
            "qualifies",
            t("可以评价为创新型中小企业", "May be announced"),
            any_of(
                award,
                status,
                rd_body,
                new_equity_5m,
                all_of(score_60, innovation_20, growth_15, specialisation_15),
            ),
        ),
        otherwise=("does_not_qualify", t("不符合评价条件", "May not be announced")),
    )
