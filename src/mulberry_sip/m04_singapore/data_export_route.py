"""4.2.1 Route of a data export / 数据出境路径判定.

The order of the routes is the law's: important data first, then what Order 16 exempts (arts 3 to 6), and only what is
left is counted. Since 2024-03-22 the count runs from 1 January of the year and leaves the exempt exports out; before,
it ran from 1 January of the year before, took everything in, and nothing was exempt.
"""

from __future__ import annotations

from mulberry.decisions.declare import Decision, amount, finding, first, route, warn
from mulberry.decisions.expression import any_of, ite
from mulberry.decisions.vocabulary import in_force
from mulberry.law.text import t
from mulberry_sip.law.data_export import (
    CAC_ORDER_11,
    CAC_ORDER_16,
    CERTIFICATION_MEASURES,
    NETWORK_DATA_REGULATION,
    NONSENSITIVE_ASSESSMENT,
    NONSENSITIVE_CONTRACT,
    PIPL,
    SENSITIVE_ASSESSMENT,
    SENSITIVE_CONTRACT,
)
from mulberry_sip.law.data_export_routes import (
    FORMER_PERSONS,
    FORMER_PERSONS_PROCESSED,
    FORMER_SENSITIVE_PERSONS,
    HGR_REGULATION,
    JIANGSU_NEGATIVE_LIST,
    LARGE_PROCESSOR_PERSONS,
)
from mulberry_sip.m04_singapore.data_export_facts import Exporter

ASSESSMENT = "security_assessment", t("须申报数据出境安全评估", "A security assessment is needed")
CONTRACT = (
    "standard_contract_or_certification",
    t("须备案标准合同或通过个人信息保护认证", "A standard contract must be filed, or a certificate obtained"),
)

ORDER_16 = in_force(CAC_ORDER_16)
EXPORTED = Exporter.exported_or_accessed_abroad
# Until Order 16 said that only notified or published data need be declared, a suspicion called for the assessment.
IMPORTANT = (Exporter.important_data == "notified_or_published") | (
    ~ORDER_16 & (Exporter.important_data == "self_suspected")
)
PERSONAL_ONLY = Exporter.contains_personal_info & ~IMPORTANT
IN_ZONE = in_force(JIANGSU_NEGATIVE_LIST) & Exporter.registered_in_ftz
LISTED = IN_ZONE & Exporter.on_negative_list

NONSENSITIVE = Exporter.persons_nonsensitive_ytd + Exporter.persons_nonsensitive_new
SENSITIVE = Exporter.persons_sensitive_ytd + Exporter.persons_sensitive_new


class DataExportRoute(Decision[Exporter], id="data-export-route", system="4.2.1", clauses="4.1"):
    """Which of the three routes an export of data must take, or why it needs none."""

    title = t("数据出境路径判定", "Route of a data export")

    art3 = finding(
        ORDER_16 & ~Exporter.contains_personal_info & ~IMPORTANT & (Exporter.export_purpose == "trade_or_cooperation"),
        t(
            "国际贸易等活动中产生的数据，不含个人信息和重要数据",
            "Data from trade, transport, science, production or marketing without personal or important data",
        ),
        CAC_ORDER_16.art(3),
    )
    art4 = finding(
        ORDER_16
        & PERSONAL_ONLY
        & (Exporter.data_origin == "collected_abroad_processed_here")
        & ~Exporter.mixed_with_domestic_pi_or_important,
        t(
            "境外收集的个人信息在境内处理后传回，未混入境内个人信息或重要数据",
            "Personal information collected abroad goes back without domestic personal or important data in it",
        ),
        CAC_ORDER_16.art(4),
    )
    art5_1 = finding(
        ORDER_16 & PERSONAL_ONLY & (Exporter.export_purpose == "individual_contract"),
        t("为订立、履行个人为当事人的合同所必需", "Needed for a contract with the individual"),
        CAC_ORDER_16.art("5(1)"),
    )
    art5_2 = finding(
        ORDER_16
        & PERSONAL_ONLY
        & (Exporter.export_purpose == "hr_management")
        & Exporter.hr_rules_or_collective_contract,
        t(
            "按依法制定的劳动规章或集体合同管理跨境人力资源所必需",
            "Needed to manage staff across borders under lawful staff rules or a collective contract",
        ),
        CAC_ORDER_16.art("5(2)"),
    )
    art5_3 = finding(
        ORDER_16 & PERSONAL_ONLY & (Exporter.export_purpose == "emergency"),
        t("紧急情况下保护生命健康和财产安全所必需", "Needed in an emergency for life, health or property"),
        CAC_ORDER_16.art("5(3)"),
    )
    reg35_6 = finding(
        in_force(NETWORK_DATA_REGULATION) & PERSONAL_ONLY & (Exporter.export_purpose == "legal_duty"),
        t("为履行法定职责或者法定义务所必需", "Needed to fulfil a duty laid down by law"),
        NETWORK_DATA_REGULATION.art("35(6)"),
    )
    art6 = finding(
        IN_ZONE & ~IMPORTANT & (~Exporter.on_negative_list | (Exporter.negative_list_route == "exempt")),
        t(
            "自贸试验区内企业提供负面清单外（或清单明确免予办理）的数据",
            "An enterprise of the free-trade zone exports data outside the zone's negative list, or exempt by it",
        ),
        [CAC_ORDER_16.art(6), JIANGSU_NEGATIVE_LIST.art("")],
    )

    exempt = any_of(art4, art5_1, art5_2, art5_3, reg35_6, art6)
    counted = EXPORTED & Exporter.contains_personal_info & ~exempt

    art7_1 = finding(
        ORDER_16 & Exporter.is_ciio & ~exempt & ~LISTED & (IMPORTANT | Exporter.contains_personal_info),
        t(
            "关键信息基础设施运营者提供重要数据，或不属豁免情形的个人信息",
            "An operator of critical infrastructure exports important data, or personal information not exempt",
        ),
        CAC_ORDER_16.art("7(1)"),
    )
    art7_2 = finding(
        ORDER_16
        & (
            IMPORTANT
            | Exporter.contains_personal_info
            & ~exempt
            & ~LISTED
            & ((NONSENSITIVE >= NONSENSITIVE_ASSESSMENT) | (SENSITIVE >= SENSITIVE_ASSESSMENT))
        ),
        t(
            "提供重要数据，或自1月1日起累计100万人以上个人信息或1万人以上敏感个人信息",
            "Important data, or since 1 January a million persons or ten thousand with sensitive information",
        ),
        CAC_ORDER_16.art("7(2)"),
    )
    art5_4 = finding(
        ORDER_16
        & PERSONAL_ONLY
        & ~Exporter.is_ciio
        & (NONSENSITIVE < NONSENSITIVE_CONTRACT)
        & (SENSITIVE < SENSITIVE_CONTRACT),
        t(
            "非关键信息基础设施运营者，自1月1日起累计不满10万人且不含敏感个人信息",
            "No operator of critical infrastructure; since 1 January fewer than 100,000 persons, none sensitive",
        ),
        CAC_ORDER_16.art("5(4)"),
    )
    former_art4 = finding(
        ~ORDER_16
        & Exporter.contains_personal_info
        & any_of(
            Exporter.is_ciio,
            Exporter.persons_processed_total >= FORMER_PERSONS_PROCESSED,
            Exporter.persons_since_previous_year >= FORMER_PERSONS,
            Exporter.sensitive_persons_since_previous_year >= FORMER_SENSITIVE_PERSONS,
        ),
        t(
            "原规则（至2024年3月21日）：关键信息基础设施运营者、处理100万人以上，或自上年1月1日起累计10万人或敏感1万人",
            "Former rule, to 21 March 2024: critical infrastructure, a million persons processed, or since 1 January "
            "of the year before 100,000 persons or 10,000 with sensitive information",
        ),
        CAC_ORDER_11.art(4),
    )

    result = first(
        route("no_action", t("不属于数据出境，无须办理", "No export: nothing to do"), ~EXPORTED),
        route(*ASSESSMENT, IMPORTANT),
        route(
            "exempt_art3",
            t(
                "免予办理：不含个人信息和重要数据的贸易等活动数据",
                "Exempt: trade and similar data, neither personal nor important",
            ),
            art3,
        ),
        route(
            "exempt_non_personal",
            t("免予办理：不含个人信息和重要数据", "Exempt: neither personal nor important data"),
            ~Exporter.contains_personal_info,
        ),
        route("exempt_art4", t("免予办理：境外信息境内处理后传回", "Exempt: processed here and sent back"), art4),
        route("exempt_art5_1", t("免予办理：履行个人合同所必需", "Exempt: contract with the individual"), art5_1),
        route("exempt_art5_2", t("免予办理：跨境人力资源管理", "Exempt: managing staff across borders"), art5_2),
        route("exempt_art5_3", t("免予办理：紧急情况", "Exempt: emergency"), art5_3),
        route("exempt_reg35_6", t("免予办理：履行法定职责义务", "Exempt: legal duty"), reg35_6),
        route("exempt_art6", t("免予办理：自贸试验区负面清单外", "Exempt: outside the zone's negative list"), art6),
        route(*ASSESSMENT, LISTED & (Exporter.negative_list_route == "security_assessment")),
        route(*CONTRACT, LISTED & (Exporter.negative_list_route == "standard_contract_or_certification")),
        route(*ASSESSMENT, art7_1 | art7_2 | former_art4),
        route("exempt_art5_4", t("免予办理：不满10万人且无敏感信息", "Exempt: fewer than 100,000 persons"), art5_4),
        otherwise=CONTRACT,
    )

    needs_nothing = any_of(~EXPORTED, ~IMPORTANT & ~Exporter.contains_personal_info, exempt, art5_4 & ~LISTED)
    needs_assessment = EXPORTED & any_of(
        IMPORTANT,
        art7_1,
        art7_2,
        former_art4,
        PERSONAL_ONLY & LISTED & ~exempt & (Exporter.negative_list_route == "security_assessment"),
    )
    requested_route_fits = finding(
        any_of(
            needs_nothing & (Exporter.requested_route == "none"),
            needs_assessment & (Exporter.requested_route == "security_assessment"),
            ~needs_nothing & ~needs_assessment & Exporter.requested_route.one_of("standard_contract", "certification"),
        ),
        t("拟采用的路径与应走的路径一致", "The route the enterprise has in mind is the one it must take"),
        [PIPL.art(38), CAC_ORDER_16.art(7), CAC_ORDER_16.art(8), CERTIFICATION_MEASURES.art("")],
    )

    counter_nonsensitive = amount(
        Exporter.persons_nonsensitive_ytd + ite(counted, Exporter.persons_nonsensitive_new, 0),
        t("本次之后的年度累计人数（不含敏感）", "The year's persons after this export, not sensitive"),
        [CAC_ORDER_16.art(7), CAC_ORDER_16.art(8)],
    )
    counter_sensitive = amount(
        Exporter.persons_sensitive_ytd + ite(counted, Exporter.persons_sensitive_new, 0),
        t("本次之后的年度累计人数（敏感）", "The year's persons after this export, sensitive"),
        [CAC_ORDER_16.art(7), CAC_ORDER_16.art(8)],
    )

    hgr_filing_and_backup = warn(
        EXPORTED & Exporter.hgr_information,
        t(
            "向境外提供人类遗传资源信息，另须事先报告并提交信息备份。",
            "Human genetic resource information also needs a prior report and a backup copy handed in.",
        ),
        HGR_REGULATION.art(28),
    )
    identify_and_declare_important_data = warn(
        Exporter.important_data == "self_suspected",
        t(
            "未被告知或公布的，出境时不作为重要数据申报；但仍须按规定识别并申报。",
            "Not notified or published, it is not treated as important data here; the duty to identify and declare "
            "it remains.",
        ),
        [CAC_ORDER_16.art(2), NETWORK_DATA_REGULATION.art(37)],
    )
    important_data_processor_duties = warn(
        in_force(NETWORK_DATA_REGULATION)
        & (
            (Exporter.important_data == "notified_or_published")
            | (Exporter.persons_processed_total >= LARGE_PROCESSOR_PERSONS)
        ),
        t(
            "须履行重要数据处理者义务：明确负责人和管理机构；处理重要数据的，每年报送风险评估报告。",
            "The duties of an important-data processor apply: a person and a body in charge and, where important data "
            "are processed, a risk assessment reported every year.",
        ),
        [NETWORK_DATA_REGULATION.art(28), NETWORK_DATA_REGULATION.art(30), NETWORK_DATA_REGULATION.art(33)],
    )
    inform_and_assess_impact = warn(
        EXPORTED & Exporter.contains_personal_info,
        t(
            "无论走何路径，均须告知个人、依法取得单独同意、事先评估影响并保存记录至少三年、保障安全。",
            "Whatever the route: inform the individuals, obtain separate consent where consent is the ground, assess "
            "the impact beforehand and keep the record for three years, keep the data safe.",
        ),
        [PIPL.art(39), PIPL.art(55), PIPL.art(56), CAC_ORDER_16.art(10), CAC_ORDER_16.art(11)],
    )
