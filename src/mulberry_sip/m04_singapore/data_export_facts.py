"""4.2 What is asked about a data export / 数据出境事实."""

from __future__ import annotations

from mulberry.decisions.facts import boolean, choice, integer
from mulberry.law.text import t
from mulberry_sip.subjects.enterprise import Enterprise

ROUTES = {
    "security_assessment": t("数据出境安全评估", "security assessment"),
    "standard_contract": t("个人信息出境标准合同备案", "standard contract, filed"),
    "certification": t("个人信息保护认证", "certification"),
    "none": t("不办理", "none"),
}


class Exporter(Enterprise):
    """A processor that sends, or opens, data to somebody abroad. Persons are counted once each, never records."""

    exported_or_accessed_abroad = boolean(
        t("数据传至境外或可由境外访问", "Data sent abroad, or open to somebody abroad"),
        t(
            "把数据传到境外，或让境外人员查询、调取、下载境内数据，都算出境。",
            "Sending data abroad counts, and so does letting somebody abroad query, read or download data kept here.",
        ),
        changeable=True,
    )
    hgr_information = boolean(
        t("含人类遗传资源信息", "Contains human genetic resource information"),
        t("如基因组、基因序列等信息。", "Such as genomes and gene sequences."),
    )
    important_data = choice(
        t("重要数据", "Important data"),
        {
            "none": t("不含", "none"),
            "notified_or_published": t("已被告知或公开发布为重要数据", "notified or published as important data"),
            "self_suspected": t("自行判断可能是，未被告知或公布", "suspected by us, never notified or published"),
        },
        t(
            "看主管部门、地区是否书面告知或公开发布过目录。",
            "Has an authority or region told you, or published a catalogue that lists it?",
        ),
    )
    contains_personal_info = boolean(
        t("含个人信息", "Contains personal information"),
        t(
            "匿名化后的信息不算；仅去标识化的仍算。",
            "Anonymised information is none; information that is only de-identified still is.",
        ),
        changeable=True,
    )
    data_origin = choice(
        t("数据来源", "Where the data were collected"),
        {
            "collected_in_china": t("境内收集、产生", "collected or made in China"),
            "collected_abroad_processed_here": t("境外收集，传入境内处理", "collected abroad, processed here"),
        },
    )
    mixed_with_domestic_pi_or_important = boolean(
        t("处理中混入境内个人信息或重要数据", "Domestic personal or important data were mixed in"),
        changeable=True,
    )
    export_purpose = choice(
        t("出境目的", "Purpose of the export"),
        {
            "trade_or_cooperation": t(
                "国际贸易、跨境运输、学术合作、跨国生产制造、市场营销",
                "trade, transport, academic cooperation, cross-border production or marketing",
            ),
            "individual_contract": t(
                "订立、履行个人为当事人的合同所必需（购物、寄递、汇款、预订、签证、考试等）",
                "needed for a contract with the individual (shopping, delivery, remittance, booking, visa, exams …)",
            ),
            "hr_management": t("跨境人力资源管理所必需", "needed for managing staff across borders"),
            "emergency": t(
                "紧急情况下保护生命健康和财产安全所必需", "needed in an emergency for life, health or property"
            ),
            "legal_duty": t("履行法定职责或者法定义务所必需", "needed to fulfil a legal duty"),
            "other": t("其他", "other"),
        },
        t(
            "只选确为“必需”的目的；用途扩大的部分另行判断。",
            "Choose only what the export is needed for; judge the rest apart.",
        ),
    )
    hr_rules_or_collective_contract = boolean(
        t("有依法制定的劳动规章或依法签订的集体合同", "Lawful staff rules or a collective contract stand behind it"),
        changeable=True,
    )
    registered_in_ftz = boolean(
        t("在自贸试验区内注册", "Registered in the free-trade zone"),
        t("注册地址在江苏自贸试验区苏州片区内。", "The registered address lies in the Suzhou area of the zone."),
    )
    on_negative_list = boolean(
        t("属于区内数据出境负面清单", "On the zone's negative list"),
        t(
            "只有清单已覆盖的领域中、未列入清单的数据才答“否”；清单未覆盖的领域仍按一般规则。",
            "Answer no only for data of a sector that the list covers and leaves out; other sectors follow the "
            "general rules.",
        ),
    )
    negative_list_route = choice(
        t("负面清单为该场景规定的路径", "Route that the list names for the case"),
        {
            "security_assessment": t("安全评估", "security assessment"),
            "standard_contract_or_certification": t("标准合同或认证", "standard contract or certification"),
            "exempt": t("未达清单门槛，免予办理", "below the list's threshold: exempt"),
        },
    )
    is_ciio = boolean(
        t("被认定为关键信息基础设施运营者", "Designated operator of critical information infrastructure"),
        t("以保护工作部门的书面通知为准。", "As the protecting authority notified in writing."),
    )
    persons_nonsensitive_ytd = integer(
        t("本年已出境人数（不含敏感）", "Persons already exported this year, not sensitive"),
        t(
            "自1月1日起去重计算，不计豁免情形下出境的人。",
            "Distinct persons since 1 January; those under an exemption do not count.",
        ),
        unit="person",
    )
    persons_sensitive_ytd = integer(
        t("本年已出境人数（敏感）", "Persons already exported this year, sensitive"), unit="person"
    )
    persons_nonsensitive_new = integer(
        t("本次至年底新增人数（不含敏感）", "New persons by this export to the end of the year, not sensitive"),
        t("按全年预计去重计算，不得拆分。", "Expected distinct persons of the whole year; no splitting."),
        unit="person",
        changeable=True,
    )
    persons_sensitive_new = integer(
        t("本次至年底新增人数（敏感）", "New persons by this export to the end of the year, sensitive"),
        unit="person",
        changeable=True,
    )
    persons_since_previous_year = integer(
        t(
            "自上年1月1日起出境人数，含本次",
            "Persons exported since 1 January of the year before, this export included",
        ),
        t("仅2024年3月22日前的规则使用。", "Asked only under the rules before 22 March 2024."),
        unit="person",
    )
    sensitive_persons_since_previous_year = integer(
        t("其中敏感个人信息人数", "Of these, with sensitive information"), unit="person"
    )
    persons_processed_total = integer(
        t("处理个人信息的总人数", "Persons whose information is processed in all"), unit="person"
    )
    requested_route = choice(t("拟采用的路径", "Route the enterprise has in mind"), ROUTES, changeable=True)
