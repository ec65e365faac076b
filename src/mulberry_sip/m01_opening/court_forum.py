"""1.5 Whether a mainland court hears the case at all / 涉外商事案件管辖依据、国际商事法庭、不方便法院."""

from __future__ import annotations

from mulberry.decisions.declare import Decision, amount, finding, first, require, route, warn
from mulberry.decisions.expression import any_of
from mulberry.decisions.vocabulary import chosen, in_force, is_empty, only_if
from mulberry.law.text import t
from mulberry_sip.law.foreign_disputes import (
    ARBITRATION_LAW,
    CIVIL_PROCEDURE,
    INTERNATIONAL_COMMERCIAL_COURT,
    PROCEDURE_INTERPRETATION,
    SUPREME_COURT_CLAIM,
)
from mulberry_sip.m01_opening.dispute_facts import CLAIM_CNY, FOREIGN_RELATED, Dispute

EXCLUSIVE = Dispute.exclusive_matter != "none"
CHINESE_COURT_CHOSEN = Dispute.forum_agreement.one_of("prc_court", "supreme_court_icc")
PUBLIC_INTEREST = Dispute.harms_sovereignty_security_public_interest
BEFORE_2024 = t(
    "2024年1月1日前的管辖规则有所不同，此处未收录；请按当时的法律另行核对。",
    "Before 1 January 2024 the rules on the forum were others and are not recorded here: check the law of that time.",
)


class PrcJurisdiction(Decision[Dispute], id="prc-court-jurisdiction", system="1.5", clauses="1.4"):
    """Exclusive matters first, then what the parties agreed, then what connects the case with the mainland."""

    title = t("涉外商事案件管辖依据", "Does a mainland court have jurisdiction?")

    submitted = finding(
        Dispute.appeared_without_objection,
        t("未提异议并应诉，视为有管辖权", "Answering without objection is submission"),
        CIVIL_PROCEDURE.art(278),
    )
    arbitration_clause_absent = finding(
        Dispute.forum_agreement != "arbitration",
        t("没有仲裁协议", "There is no agreement on arbitration"),
        CIVIL_PROCEDURE.art(288),
    )
    foreign_clause_effective = finding(
        FOREIGN_RELATED & (Dispute.forum_agreement == "foreign_exclusive") & ~EXCLUSIVE & ~PUBLIC_INTEREST,
        t(
            "排他性外国法院条款有效（不违反专属管辖，不涉及主权、安全、公共利益）",
            "The exclusive foreign clause holds: no exclusive matter, no sovereignty, security or public interest",
        ),
        [CIVIL_PROCEDURE.art(279), CIVIL_PROCEDURE.art(280)],
    )
    connection_exists = finding(
        FOREIGN_RELATED & ~is_empty(Dispute.connections),
        t("与内地有法定或其他适当联系", "Some connection with the mainland that the law names, or an appropriate one"),
        CIVIL_PROCEDURE.art(276),
    )
    prc_chosen_in_writing = finding(
        FOREIGN_RELATED & CHINESE_COURT_CHOSEN,
        t("书面选择内地法院，无须有实际联系", "A mainland court is chosen in writing; no connection is asked"),
        CIVIL_PROCEDURE.art(277),
    )

    to_arbitration = ~arbitration_clause_absent & ~submitted
    some_ground = any_of(EXCLUSIVE, Dispute.defendant_domiciled_cn, connection_exists, prc_chosen_in_writing, submitted)
    result = first(
        route(
            "arbitration",
            t("有仲裁协议，法院不受理", "Arbitration is agreed: no court"),
            to_arbitration,
        ),
        route("prc_exclusive", t("内地法院专属管辖", "Mainland courts, exclusively"), EXCLUSIVE),
        route("no_jurisdiction", t("内地法院没有管辖依据", "No ground for a mainland court"), ~some_ground),
        route(
            "may_decline",
            t("法院可以裁定不予受理或驳回起诉", "The court may decline or dismiss the case"),
            foreign_clause_effective & ~submitted,
        ),
        otherwise=("prc_jurisdiction", t("内地法院有管辖权", "A mainland court has jurisdiction")),
    )

    ground = amount(
        only_if(
            ~to_arbitration & some_ground,
            chosen(
                {
                    "exclusive_matter": t("专属管辖", "exclusive matter"),
                    "domicile": t("被告住所", "domicile of the defendant"),
                    "connection": t("适当联系", "connection"),
                    "written_choice": t("书面选择", "choice in writing"),
                    "submission": t("应诉", "submission"),
                },
                (EXCLUSIVE, "exclusive_matter"),
                (Dispute.defendant_domiciled_cn, "domicile"),
                (connection_exists, "connection"),
                (prc_chosen_in_writing, "written_choice"),
                otherwise="submission",
            ),
        ),
        t("管辖依据", "Ground of jurisdiction"),
        [CIVIL_PROCEDURE.art("276-279")],
    )

    waived_arbitration = warn(
        ~arbitration_clause_absent & submitted,
        t(
            "未在首次开庭前以仲裁协议提出异议的，视为放弃仲裁协议。",
            "Whoever does not invoke the agreement on arbitration before the first hearing waives it.",
        ),
        [CIVIL_PROCEDURE.art(278), ARBITRATION_LAW.art("")],
    )
    rules_before_2024 = warn(~in_force(CIVIL_PROCEDURE), BEFORE_2024, CIVIL_PROCEDURE.art(""))


class SupremeCourt(Decision[Dispute], id="supreme-court-icc", system="1.5", clauses="1.4"):
    """Whether the International Commercial Court of the Supreme People's Court takes the case: one instance, final."""

    title = t("最高人民法院国际商事法庭", "International Commercial Court of the Supreme People's Court")

    international_case = require(
        Dispute.foreign_elements.has_any("foreign_party", "habitual_residence_abroad", "object_abroad", "fact_abroad"),
        t("属于国际商事案件", "It is an international commercial case"),
        INTERNATIONAL_COMMERCIAL_COURT.art(3),
    )
    chosen_in_writing = finding(
        Dispute.forum_agreement == "supreme_court_icc",
        t("书面协议选择最高人民法院", "The Supreme People's Court is chosen in writing"),
        [INTERNATIONAL_COMMERCIAL_COURT.art("2(1)"), CIVIL_PROCEDURE.art(277)],
    )
    claim_at_least_300m = finding(
        CLAIM_CNY >= SUPREME_COURT_CLAIM,
        t("标的额3亿元以上", "The claim is at least 300 million"),
        INTERNATIONAL_COMMERCIAL_COURT.art("2(1)"),
    )
    other_statutory_ground = finding(
        Dispute.other_statutory_ground,
        t("属于第二条其他各项", "Another item of article 2"),
        INTERNATIONAL_COMMERCIAL_COURT.art(2),
    )

    result = first(
        route(
            "admissible",
            t("国际商事法庭可以受理", "The court may take the case"),
            international_case & ((chosen_in_writing & claim_at_least_300m) | other_statutory_ground),
        ),
        otherwise=("not_admissible", t("国际商事法庭不受理", "The court does not take the case")),
    )


class ForumNonConveniens(Decision[Dispute], id="forum-non-conveniens", system="1.5", clauses="1.4"):
    """All five conditions together let the court send the plaintiff to a foreign court."""

    title = t("不方便法院", "Forum non conveniens")

    facts_abroad_and_inconvenient = require(
        Dispute.basic_facts_abroad & Dispute.clearly_inconvenient_for_court_and_parties,
        t(
            "基本事实不在境内，法院和当事人均明显不方便",
            "The basic facts lie abroad, and court and parties are clearly inconvenienced",
        ),
        CIVIL_PROCEDURE.art("282(1)"),
    )
    no_prc_choice = require(
        ~CHINESE_COURT_CHOSEN,
        t("没有选择内地法院的协议", "No mainland court was chosen"),
        CIVIL_PROCEDURE.art("282(2)"),
    )
    not_exclusive = require(~EXCLUSIVE, t("不属于专属管辖", "No exclusive matter"), CIVIL_PROCEDURE.art("282(3)"))
    no_public_interest = require(
        ~PUBLIC_INTEREST,
        t("不涉及主权、安全或社会公共利益", "No sovereignty, security or public interest"),
        CIVIL_PROCEDURE.art("282(4)"),
    )
    foreign_court_more_convenient = require(
        Dispute.foreign_court_more_convenient,
        t("外国法院审理更为方便", "A foreign court is more convenient"),
        CIVIL_PROCEDURE.art("282(5)"),
    )

    result = (
        ("may_dismiss", t("可以裁定驳回起诉", "The court may dismiss the case")),
        ("keep", t("继续审理", "The court keeps the case")),
    )

    defendant_must_object = warn(
        facts_abroad_and_inconvenient & foreign_court_more_convenient,
        t(
            "须由被告提出管辖异议；外国法院拒绝或未在合理期限内审理的，可再次起诉。",
            "Only on the defendant's objection; where the foreign court refuses or does not act in reasonable time, "
            "the plaintiff may sue again.",
        ),
        [CIVIL_PROCEDURE.art(282), PROCEDURE_INTERPRETATION.art("")],
    )
    rules_before_2024 = warn(~in_force(CIVIL_PROCEDURE), BEFORE_2024, CIVIL_PROCEDURE.art(""))
