"""1.5 What is asked about a foreign-related dispute / 涉外商事纠纷事实."""

from __future__ import annotations

from mulberry.decisions.declare import coherent
from mulberry.decisions.expression import Expr
from mulberry.decisions.facts import Subject, boolean, choice, choices, day, decimal, words
from mulberry.decisions.vocabulary import as_money, is_empty, ite, rounded
from mulberry.law.text import t

PROVINCES = {
    "Beijing": t("北京", "Beijing"),
    "Tianjin": t("天津", "Tianjin"),
    "Hebei": t("河北", "Hebei"),
    "Shanxi": t("山西", "Shanxi"),
    "Inner Mongolia": t("内蒙古", "Inner Mongolia"),
    "Liaoning": t("辽宁", "Liaoning"),
    "Jilin": t("吉林", "Jilin"),
    "Heilongjiang": t("黑龙江", "Heilongjiang"),
    "Shanghai": t("上海", "Shanghai"),
    "Jiangsu": t("江苏", "Jiangsu"),
    "Zhejiang": t("浙江", "Zhejiang"),
    "Anhui": t("安徽", "Anhui"),
    "Fujian": t("福建", "Fujian"),
    "Jiangxi": t("江西", "Jiangxi"),
    "Shandong": t("山东", "Shandong"),
    "Henan": t("河南", "Henan"),
    "Hubei": t("湖北", "Hubei"),
    "Hunan": t("湖南", "Hunan"),
    "Guangdong": t("广东", "Guangdong"),
    "Guangxi": t("广西", "Guangxi"),
    "Hainan": t("海南", "Hainan"),
    "Chongqing": t("重庆", "Chongqing"),
    "Sichuan": t("四川", "Sichuan"),
    "Guizhou": t("贵州", "Guizhou"),
    "Yunnan": t("云南", "Yunnan"),
    "Tibet": t("西藏", "Tibet"),
    "Shaanxi": t("陕西", "Shaanxi"),
    "Gansu": t("甘肃", "Gansu"),
    "Qinghai": t("青海", "Qinghai"),
    "Ningxia": t("宁夏", "Ningxia"),
    "Xinjiang": t("新疆", "Xinjiang"),
}


class Dispute(Subject, kind="dispute"):
    """A commercial dispute of a firm of the park. What comes out is guidance, never a ruling."""

    foreign_elements = choices(
        t("涉外因素", "What makes it foreign-related"),
        {
            "foreign_party": t("一方或双方是外国人、外国企业或组织", "a party is foreign or stateless"),
            "habitual_residence_abroad": t("一方或双方经常居所地在境外", "a party lives habitually abroad"),
            "object_abroad": t("标的物在境外", "the object is abroad"),
            "fact_abroad": t(
                "产生、变更或消灭法律关系的事实发生在境外", "a fact that made, changed or ended the relation is abroad"
            ),
            "hk_mo_tw": t("涉及香港、澳门、台湾", "Hong Kong, Macao or Taiwan"),
            "other": t("可认定为涉外的其他情形", "another ground on which it counts as foreign-related"),
        },
        t("没有则不选，并提交空项。", "Choose none if there is none."),
    )
    province = choice(t("法院所在省份", "Province of the court"), PROVINCES)
    case_kind = choice(
        t("案件类型", "Kind of case"),
        {
            "commercial": t("民商事", "civil and commercial"),
            "maritime": t("海事海商", "maritime"),
            "ip": t("知识产权", "intellectual property"),
            "environmental_damage": t("生态环境损害赔偿", "damages for harm to the environment"),
            "environmental_public_interest": t("环境民事公益诉讼", "environmental public interest"),
        },
    )
    claim_amount = decimal(t("诉讼标的额", "Claim"), t("以约定货币计。", "In the currency of the claim."))
    claim_currency = words(
        t("标的额货币", "Currency of the claim"),
        t("ISO 4217代码，如CNY、USD、SGD。", "ISO 4217 code, as CNY, USD, SGD."),
    )
    exchange_rate = decimal(
        t("汇率", "Rate of exchange"),
        t(
            "一单位该货币折合人民币元数；人民币不需要。请写明汇率日期。",
            "Yuan for one unit of that currency; none is needed for CNY. Say of which day.",
        ),
        unit="CNY per unit",
        places=8,
    )
    complex_or_major_influence = boolean(
        t("案情复杂、一方人数众多或有重大影响", "Complex, with many parties, or of major influence")
    )
    exclusive_matter = choice(
        t("专属管辖事项", "Matter of exclusive jurisdiction"),
        {
            "none": t("不属于", "none"),
            "mainland_entity": t(
                "境内法人、组织的设立、解散、清算或决议效力",
                "set-up, dissolution, liquidation or resolutions of a mainland entity",
            ),
            "chinese_ip_validity": t(
                "境内授予的知识产权的有效性", "validity of intellectual property granted in China"
            ),
            "joint_venture_contract": t(
                "境内履行的中外合资、合作经营、合作勘探开发合同",
                "joint venture, cooperation or joint exploration contract performed in China",
            ),
        },
    )
    forum_agreement = choice(
        t("管辖或仲裁约定（书面）", "Agreement on the forum, in writing"),
        {
            "none": t("没有", "none"),
            "prc_court": t("选择内地法院", "a mainland court"),
            "foreign_exclusive": t("排他地选择外国法院", "a foreign court, exclusively"),
            "foreign_nonexclusive": t("非排他地选择外国法院", "a foreign court, not exclusively"),
            "arbitration": t("仲裁", "arbitration"),
            "supreme_court_icc": t("选择最高人民法院", "the Supreme People's Court"),
        },
    )
    defendant_domiciled_cn = boolean(t("被告在内地有住所", "The defendant is domiciled in the mainland"))
    connections = choices(
        t("与内地的联系", "Connections with the mainland"),
        {
            "contract_signed": t("合同签订地", "the contract was signed there"),
            "contract_performed": t("合同履行地", "the contract is performed there"),
            "object": t("诉讼标的物所在地", "the object is there"),
            "attachable_property": t("可供扣押财产所在地", "property that can be attached is there"),
            "tort": t("侵权行为地", "the tort was committed there"),
            "representative_office": t("代表机构住所地", "a representative office is there"),
            "other_appropriate": t("其他适当联系", "another appropriate connection"),
        },
        t("没有则不选，并提交空项。", "Choose none if there is none."),
    )
    appeared_without_objection = boolean(
        t("未提管辖异议并应诉答辩或反诉", "The defendant answered or counter-claimed without objecting")
    )
    harms_sovereignty_security_public_interest = boolean(
        t("涉及国家主权、安全或社会公共利益", "Touches sovereignty, security or the public interest")
    )
    other_statutory_ground = boolean(
        t(
            "高级法院报请获准、全国重大影响、仲裁司法审查或最高法院认为应审理",
            "Sent up by a High Court, of national influence, on an arbitration, or taken by the Supreme Court",
        )
    )
    basic_facts_abroad = boolean(t("争议的基本事实不发生在境内", "The basic facts did not happen in the mainland"))
    clearly_inconvenient_for_court_and_parties = boolean(
        t("法院审理和当事人参加诉讼均明显不方便", "Clearly inconvenient for court and parties")
    )
    foreign_court_more_convenient = boolean(
        t("由外国法院审理更为方便", "A foreign court is more convenient"),
    )
    litigation_period = choice(
        t("期间", "Period"),
        {
            "post_service": t("邮寄送达", "service by post"),
            "publication_service": t("公告送达", "service by publication"),
            "answer": t("答辩", "answer"),
            "appeal": t("上诉", "appeal"),
            "appeal_answer": t("对上诉的答辩", "answer to an appeal"),
            "mediation_confirmation": t("申请司法确认调解协议", "judicial confirmation of a settlement"),
            "award_set_aside": t("申请撤销仲裁裁决", "setting an award aside"),
            "judgment_reconsideration": t("对承认执行外国判决的裁定申请复议", "reconsideration on a foreign judgment"),
            "execution": t("申请执行", "execution"),
        },
    )
    started_on = day(
        t("期间起算的事件之日", "Day of the event that starts the period"),
        t(
            "邮寄、公告、送达、生效、收到之日；申请执行为履行期间的最后一日。",
            "Posted, published, served, effective or received; for execution, the last day for performance.",
        ),
    )
    done_on = day(t("实际办理之日", "Day on which it was done"), changeable=True)
    party_domiciled_cn = boolean(
        t("该当事人在内地有住所", "The party is domiciled in the mainland"),
        t("有住所的适用一般期限。", "Then the ordinary limits apply."),
    )
    circumstances_suffice = boolean(
        t("送达回证未退回，但足以认定已经送达", "No receipt came back, but service can be taken as made")
    )

    rate_above_zero = coherent(
        exchange_rate > 0, exchange_rate, t("汇率应大于零，请核对", "a rate of exchange is above zero; check it")
    )
    done_after_the_start = coherent(
        done_on >= started_on,
        done_on,
        t("办理之日早于期间起算之日，请核对两项", "done before the period began; check both days"),
    )


FOREIGN_RELATED: Expr = ~is_empty(Dispute.foreign_elements)
CLAIM_CNY: Expr = rounded(
    as_money(
        ite(
            Dispute.claim_currency == "CNY",
            Dispute.claim_amount,
            Dispute.claim_amount * Dispute.exchange_rate,
        )
    ),
    2,
)
"""The claim in yuan, to the fen."""
