"""4.5.1 Route with the development and reform authority / 境外投资发展改革部门路径.

Prohibited, then sensitive at any amount, then the amount: all parts of one project together, guarantees included.
"""

from __future__ import annotations

from mulberry.decisions.declare import Decision, amount, finding, first, require, route, warn
from mulberry.decisions.vocabulary import any_of
from mulberry.law.text import t
from mulberry_sip.law.outbound_investment import (
    GUIDANCE_74,
    NDRC_FILING_LEVEL,
    NDRC_ORDER_11,
    ORDER_837,
    SENSITIVE_251,
)
from mulberry_sip.m04_singapore.overseas_project import (
    DOMESTIC_INPUT,
    NOT_COVERED,
    PLACES_BY_ANALOGY,
    PROHIBITED,
    RESTRICTED_INDUSTRY,
    UNDER_837,
    OverseasProject,
)

NDRC_FILING = "ndrc_filing", t("向国家发展改革委备案", "Filing with the NDRC")


class OutboundDevelopmentRoute(
    Decision[OverseasProject], id="outbound-development-route", system="4.5.1", clauses="4.4"
):
    """What an investment abroad needs from the development and reform authority."""

    title = t("境外投资发展改革部门路径", "Overseas investment: route with the development and reform authority")

    chinese_side_amount_usd = amount(
        OverseasProject.chinese_side_contribution_usd
        + OverseasProject.chinese_side_guarantee_usd
        + OverseasProject.other_parts_of_project_usd,
        t(
            "中方投资额（同一项目合计，含融资和担保）",
            "Chinese side's amount, whole project, with financing and guarantees",
        ),
        NDRC_ORDER_11.art(14),
    )

    not_prohibited = require(
        ~PROHIBITED,
        t("不属于禁止的境外投资", "It is not a prohibited investment"),
        GUIDANCE_74.art(""),
    )
    not_sensitive = require(
        ~any_of(
            OverseasProject.destination_flags.has_any(
                "no_diplomatic_ties", "war_or_strife", "treaty_restricted", "other_listed"
            ),
            RESTRICTED_INDUSTRY,
            OverseasProject.investment_industry.one_of("news_media", "weapons", "cross_border_water"),
            OverseasProject.fund_without_project,
        ),
        t("不涉及敏感国家（地区）和敏感行业", "Neither the place nor the industry is sensitive"),
        [NDRC_ORDER_11.art(13), SENSITIVE_251.art("")],
    )
    below_filing_level = finding(
        chinese_side_amount_usd < NDRC_FILING_LEVEL,
        t("中方投资额不足3亿美元", "The Chinese side's amount is below USD 300 million"),
        NDRC_ORDER_11.art(14),
    )

    result = first(
        route("not_covered", t("不适用企业境外投资规定", "Outside the rules for enterprises"), NOT_COVERED),
        route("prohibited", t("禁止投资", "Prohibited"), ~not_prohibited),
        route("approval", t("由国家发展改革委核准", "Approval by the NDRC"), ~not_sensitive),
        route(*NDRC_FILING, DOMESTIC_INPUT & (OverseasProject.outbound_investor == "central_enterprise")),
        route(*NDRC_FILING, DOMESTIC_INPUT & ~below_filing_level),
        route(
            "provincial_filing",
            t("向省级发展改革部门备案", "Filing with the provincial commission"),
            DOMESTIC_INPUT,
        ),
        route(
            "large_project_report",
            t(
                "实施前向国家发展改革委提交大额非敏感类项目情况报告",
                "Large-project report to the NDRC before it starts",
            ),
            ~below_filing_level,
        ),
        otherwise=("no_filing", t("无须核准、备案或报告", "Nothing to approve, file or report")),
    )

    splitting = warn(
        OverseasProject.other_parts_of_project_usd > 0,
        t(
            "同一项目不得拆分：另行备案或拟投的部分已合并计算。",
            "One project is not split: parts filed or planned apart have been added.",
        ),
        NDRC_ORDER_11.art(14),
    )
    security_review_flag = warn(
        UNDER_837 & OverseasProject.technology_data_or_strategic_assets,
        t(
            "涉及技术、数据或战略性资产：可能须接受国家安全审查，其后转让、处置境外资产也在审查之列。",
            "Technology, data or strategic assets: a national-security review may be needed, also for a later transfer "
            "or disposal of the assets abroad.",
        ),
        ORDER_837.art(15),
    )
    places_by_analogy = warn(
        PLACES_BY_ANALOGY,
        t(
            "对港澳台投资参照办理；请确认这是最终目的地，而非中转公司所在地。",
            "For Hong Kong, Macao and Taiwan the rules apply by analogy; make sure that this is the final destination "
            "and not the seat of a company on the way.",
        ),
        ORDER_837.art(32),
    )
    ask_about_organisations = warn(
        (OverseasProject.outbound_investor == "other_org") & ~UNDER_837,
        t(
            "2026年7月1日前的规定以企业为对象；事业单位等组织是否参照办理，请先向主管部门确认。",
            "Until 1 July 2026 the rules spoke of enterprises; ask the authority first whether they are applied to "
            "institutions by analogy.",
        ),
        ORDER_837.art(2),
    )
