"""1.5 Which level of court, and which court in Suzhou / 涉外民商事案件级别管辖、苏州第一审法院."""

from __future__ import annotations

from mulberry.decisions.declare import Decision, amount, finding, first, require, route, warn
from mulberry.decisions.vocabulary import ite, members_where, value
from mulberry.law.text import t
from mulberry_sip.law.foreign_disputes import (
    HIGH_COURT_CLAIM,
    INTERMEDIATE_CLAIM,
    INTERMEDIATE_CLAIM_HIGHER,
    LEVELS,
    PROCEDURE_INTERPRETATION,
    SUZHOU_CENTRALISATION,
    SUZHOU_COURT,
)
from mulberry_sip.m01_opening.dispute_facts import CLAIM_CNY, FOREIGN_RELATED, Dispute

IS_FOREIGN = t("属于涉外（含参照的涉港澳台）民商事案件", "Foreign-related; Hong Kong, Macao and Taiwan by analogy")
IS_FOREIGN_LAW = [PROCEDURE_INTERPRETATION.art(520), LEVELS.art(7)]
GOVERNED = Dispute.case_kind == "commercial"
IS_GOVERNED = t(
    "不是海事海商、知识产权、生态环境损害赔偿、环境公益案件",
    "Not maritime, intellectual property, environmental damages or environmental public interest",
)
HIGHER_LINE = Dispute.province.one_of(
    "Beijing", "Tianjin", "Shanghai", "Jiangsu", "Zhejiang", "Fujian", "Shandong", "Guangdong", "Chongqing"
)


class CourtLevel(Decision[Dispute], id="foreign-related-court-level", system="1.5", clauses="1.4"):
    """Basic, intermediate or High Court, for the first instance."""

    title = t("涉外民商事案件级别管辖", "Level of court for a foreign-related claim")

    claim_cny = amount(CLAIM_CNY, t("标的额（人民币）", "Claim in yuan"), LEVELS.art(2))

    is_foreign_related = require(FOREIGN_RELATED, IS_FOREIGN, IS_FOREIGN_LAW)
    kind_governed = require(GOVERNED, IS_GOVERNED, LEVELS.art(6))
    below_intermediate_threshold = finding(
        claim_cny < ite(HIGHER_LINE, INTERMEDIATE_CLAIM_HIGHER, INTERMEDIATE_CLAIM),
        t("标的额不足中级法院的起点", "The claim is below the line of the intermediate courts"),
        LEVELS.art("2(1)"),
    )
    below_high_threshold = finding(
        claim_cny < HIGH_COURT_CLAIM,
        t("标的额不足50亿元", "The claim is below five billion"),
        LEVELS.art(3),
    )

    result = first(
        route("not_foreign_related", t("不是涉外案件", "Not foreign-related"), ~is_foreign_related),
        route("not_governed", t("不适用本规定，另有管辖规定", "Governed by other rules"), ~kind_governed),
        route("high", t("高级人民法院", "High Court"), ~below_high_threshold),
        route(
            "basic",
            t("基层人民法院", "Basic court"),
            below_intermediate_threshold & ~Dispute.complex_or_major_influence,
        ),
        otherwise=("intermediate", t("中级人民法院", "Intermediate court")),
    )

    may_be_centralised = warn(
        is_foreign_related & kind_governed & below_high_threshold,
        t(
            "高级法院可经批准指定法院跨区域集中管辖，请先查公布的管辖区域；有重大影响的，也可能由高级法院管辖。",
            "The High Court may have centralised such cases: look up the areas published. It may also take a case of "
            "major influence itself.",
        ),
        [LEVELS.art(3), LEVELS.art(4)],
    )


COURTS = {
    "sip_peoples_court": t("苏州工业园区人民法院", "People's Court of Suzhou Industrial Park"),
    "local_basic_court": t("有管辖权的区、县基层法院", "the basic court of the district"),
    "suzhou_international_commercial_court": t(
        "苏州国际商事法庭（苏州市中级人民法院）",
        "Suzhou International Commercial Court, in the Intermediate Court",
    ),
    "jiangsu_high_court": t("江苏省高级人民法院", "Jiangsu High Court"),
}


class SuzhouCourt(Decision[Dispute], id="suzhou-foreign-related-court", system="1.5", clauses="1.4"):
    """Which court in Suzhou; below forty million that rests on a division nobody has published here yet."""

    title = t("苏州涉外商事第一审法院", "First-instance court in Suzhou")

    is_foreign_related = require(FOREIGN_RELATED, IS_FOREIGN, IS_FOREIGN_LAW)
    kind_governed = require(GOVERNED, IS_GOVERNED, LEVELS.art(6))

    governed = is_foreign_related & kind_governed
    to_high_court = governed & (CLAIM_CNY >= HIGH_COURT_CLAIM)
    small = governed & (CLAIM_CNY < INTERMEDIATE_CLAIM_HIGHER) & ~Dispute.complex_or_major_influence

    result = first(
        route("not_governed", t("不适用本规定", "Governed by other rules"), ~governed),
        route("jiangsu_high_court", COURTS["jiangsu_high_court"], to_high_court),
        route(
            "sip_peoples_court",
            COURTS["sip_peoples_court"],
            small & (value(SUZHOU_CENTRALISATION) == "basic_court_of_SIP"),
        ),
        route(
            "local_basic_court",
            COURTS["local_basic_court"],
            small & (value(SUZHOU_CENTRALISATION) == "all_basic_courts"),
        ),
        otherwise=("suzhou_international_commercial_court", COURTS["suzhou_international_commercial_court"]),
    )

    alternatives = amount(
        members_where(
            {name: title for name, title in COURTS.items() if name != "jiangsu_high_court"},
            {
                "sip_peoples_court": small,
                "local_basic_court": small,
                "suzhou_international_commercial_court": governed & ~to_high_court,
            },
        ),
        t("可能的法院（不足4000万元的分工未定时）", "Courts that come into question, while the division is open"),
        [LEVELS.art(1), LEVELS.art(2), LEVELS.art(4), SUZHOU_COURT.art("")],
    )
