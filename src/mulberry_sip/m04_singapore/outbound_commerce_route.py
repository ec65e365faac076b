"""4.5.1 Route with the commerce authority / 境外投资商务部门路径.

Commerce knows no line of amount: who invests decides. Its own list of sensitive cases is shorter, but the State Council
guidance puts restricted places, industries and empty funds to both authorities.
"""

from __future__ import annotations

from mulberry.decisions.declare import Decision, first, require, route, warn
from mulberry.decisions.vocabulary import any_of
from mulberry.law.text import t
from mulberry_sip.law.outbound_investment import GUIDANCE_74, MOFCOM_ORDER_3, ORDER_837, REPORTING_24
from mulberry_sip.m04_singapore.overseas_project import (
    DOMESTIC_INPUT,
    NOT_COVERED,
    PLACES_BY_ANALOGY,
    PROHIBITED,
    RESTRICTED_INDUSTRY,
    OverseasProject,
)


class OutboundCommerceRoute(Decision[OverseasProject], id="outbound-commerce-route", system="4.5.1", clauses="4.4"):
    """What an investment abroad needs from the commerce authority."""

    title = t("境外投资商务部门路径", "Overseas investment: route with the commerce authority")

    not_prohibited = require(
        ~PROHIBITED,
        t("不属于禁止的境外投资", "It is not a prohibited investment"),
        [GUIDANCE_74.art(""), MOFCOM_ORDER_3.art(4)],
    )
    not_sensitive = require(
        ~any_of(
            OverseasProject.destination_flags.has_any(
                "no_diplomatic_ties", "un_sanctioned", "war_or_strife", "treaty_restricted"
            ),
            OverseasProject.restricted_export_items,
            OverseasProject.multi_country_interest,
            RESTRICTED_INDUSTRY,
            OverseasProject.fund_without_project,
        ),
        t(
            "不涉及敏感国家（地区）、限制出口的产品技术、一国以上利益和限制类行业",
            "No sensitive place or restricted industry, no export limits, no other country's interest",
        ),
        [MOFCOM_ORDER_3.art(7), GUIDANCE_74.art("")],
    )

    result = first(
        route("not_covered", t("不适用企业境外投资规定", "Outside the rules for enterprises"), NOT_COVERED),
        route("prohibited", t("禁止投资", "Prohibited"), ~not_prohibited),
        route(
            "sector_regulator",
            t("由金融监管部门管理，不归商务部门", "The financial regulator, not commerce"),
            OverseasProject.outbound_investor == "financial",
        ),
        route("approval", t("由商务部核准", "Approval by the Ministry of Commerce"), ~not_sensitive),
        route(
            "mofcom_filing",
            t("向商务部备案", "Filing with the Ministry of Commerce"),
            DOMESTIC_INPUT & (OverseasProject.outbound_investor == "central_enterprise"),
        ),
        route(
            "provincial_commerce_filing",
            t("向省级商务部门备案", "Filing with the provincial department of commerce"),
            DOMESTIC_INPUT,
        ),
        otherwise=(
            "reinvestment_report_after",
            t("完成后向商务部门报告再投资", "Reinvestment is reported to commerce once completed"),
        ),
    )

    places_by_analogy = warn(
        PLACES_BY_ANALOGY,
        t(
            "对港澳台投资参照办理；请确认这是最终目的地，而非中转公司所在地。",
            "For Hong Kong, Macao and Taiwan the rules apply by analogy; make sure that this is the final destination "
            "and not the seat of a company on the way.",
        ),
        [ORDER_837.art(32), REPORTING_24.art("")],
    )
