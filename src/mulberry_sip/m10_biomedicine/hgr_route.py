"""10.4 Which duty an activity with human genetic resources carries / 人类遗传资源活动路径判定.

The service station finds the route; the national authority decides. Foreign parties may not act alone at all. A trial
for marketing needs a filing instead of an approval only while nothing leaves the country.
"""

from __future__ import annotations

from mulberry.decisions.declare import Decision, finding, first, require, route, warn
from mulberry.decisions.expression import all_of, any_of, implies
from mulberry.decisions.vocabulary import value
from mulberry.law.text import t
from mulberry_sip.law.human_genetic_resources import (
    BIOSECURITY_LAW,
    COLLECTION_PERSONS,
    FOREIGN_SHARE,
    HGR_REGULATION,
    HGR_RULES,
    HGR_TRAINING,
    MARKETING_TRIALS_EXEMPT,
    PEDIGREE_GENERATIONS,
    REVIEW_PERSONS,
)
from mulberry_sip.m10_biomedicine.hgr_facts import HgrActivity

COLLECTS = HgrActivity.activity == "collect"
PRESERVES = HgrActivity.activity == "preserve"
COOPERATES = HgrActivity.activity == "cooperate"
EXPORTS = HgrActivity.activity == "export_material"
INFORMS = HgrActivity.activity == "provide_information"
GENETIC = HgrActivity.info_kind.one_of("gene_genome", "exome")


class HgrRoute(Decision[HgrActivity], id="hgr-route", system="10.4", clauses="10.4"):
    """Approval, filing, certificate, report or nothing, for one activity."""

    title = t("人类遗传资源活动路径判定", "Which duty does this human-genetic-resources activity carry")

    in_scope = require(
        ~HgrActivity.purpose.one_of("clinical_care", "blood_service", "crime", "doping", "funeral")
        & implies(INFORMS, GENETIC),
        t(
            "属于人类遗传资源管理范围（非诊疗、采供血、办案、兴奋剂、殡葬；信息为基因、基因组类）",
            "Within these rules: not care, blood, offences, doping or funerals; information of genes or genomes",
        ),
        [BIOSECURITY_LAW.art(56), HGR_REGULATION.art(3), HGR_RULES.art(2)],
    )
    chinese_party = require(
        HgrActivity.hk_macau_mainland_controlled
        | ~any_of(
            HgrActivity.foreign_share >= FOREIGN_SHARE,
            HgrActivity.foreign_dominates_decisions,
            HgrActivity.foreign_control_by_agreement,
        ),
        t(
            "实施方为中方单位（境外持有不足50%，且不受境外支配或协议控制）",
            "The party that acts is Chinese: less than half held, and not dominated or controlled, from abroad",
        ),
        [HGR_RULES.art(12), BIOSECURITY_LAW.art(56), HGR_REGULATION.art(7), HGR_REGULATION.art(21)],
    )

    important_pedigree = finding(
        (HgrActivity.pedigree_generations >= PEDIGREE_GENERATIONS)
        & HgrActivity.pedigree_disease.one_of("other_hereditary", "special_constitution"),
        t(
            "重要遗传家系（三代以上；高血压、糖尿病、红绿色盲、血友病除外）",
            "Important pedigree: three generations or more; not hypertension, diabetes, red-green blindness or "
            "haemophilia",
        ),
        HGR_RULES.art("27(1)"),
    )
    special_region = finding(
        HgrActivity.special_region,
        t("特定地区人类遗传资源", "Resources of a special region"),
        HGR_RULES.art("27(2)"),
    )
    over_3000_persons = finding(
        HgrActivity.persons > COLLECTION_PERSONS,
        t("采集人数大于3000人", "More than 3,000 persons"),
        HGR_RULES.art("27(3)"),
    )
    not_marketing_trial = finding(
        HgrActivity.purpose != "marketing_trial",
        t("不是为取得上市许可的临床试验", "Not a clinical trial for marketing"),
        [HGR_RULES.art("27(3)"), HGR_TRAINING.art("")],
    )
    future_research_biobank = finding(
        PRESERVES & (HgrActivity.purpose != "teaching") & ~HgrActivity.temporary_storage,
        t("为未来科学研究而保藏，非教学、非临时存储", "Kept for future research, not for teaching or for a time only"),
        HGR_RULES.art(28),
    )

    for_marketing = finding(
        HgrActivity.purpose == "marketing_trial",
        t("为取得药品、医疗器械在我国上市许可", "To obtain marketing of a drug or device in China"),
        HGR_REGULATION.art(22),
    )
    at_clinical_institutions = finding(
        HgrActivity.at_clinical_institutions,
        t("在临床机构开展", "At clinical institutions"),
        HGR_REGULATION.art(22),
    )
    nothing_leaves = finding(
        ~HgrActivity.material_leaves_china,
        t("不涉及材料出境", "No material leaves the country"),
        HGR_REGULATION.art(22),
    )
    domestic_processing = finding(
        HgrActivity.work_inside_institution | HgrActivity.domestic_lab_in_protocol,
        t(
            "全部在机构内进行，或由方案载明的境内单位检测、处置",
            "All done inside, or by a domestic unit in the protocol",
        ),
        [HGR_REGULATION.art(22), HGR_RULES.art(32)],
    )
    no_exploratory_part = finding(
        ~HgrActivity.exploratory_part,
        t("不含探索性研究部分", "No exploratory part"),
        HGR_RULES.art(32),
    )

    over_500_persons = finding(
        GENETIC & (HgrActivity.info_persons > REVIEW_PERSONS),
        t("大于500人的外显子组、基因组信息", "Exome or genome information of more than 500 persons"),
        HGR_RULES.art("37(3)"),
    )
    otherwise_sensitive = finding(
        HgrActivity.otherwise_sensitive,
        t("其他可能影响公众健康、国家安全和社会公共利益", "Otherwise sensitive"),
        HGR_RULES.art("37(4)"),
    )

    rare = important_pedigree | special_region
    needs_approval = ~HgrActivity.covered_by_preservation & any_of(
        rare & (not_marketing_trial | ~value(MARKETING_TRIALS_EXEMPT)), over_3000_persons & not_marketing_trial
    )
    filing_is_enough = all_of(
        for_marketing, at_clinical_institutions, nothing_leaves, domestic_processing, no_exploratory_part
    )
    sensitive = any_of(important_pedigree, special_region, over_500_persons, otherwise_sensitive)

    result = first(
        route("out_of_scope", t("不适用人类遗传资源管理规定", "Outside these rules"), ~in_scope),
        route(
            "covered_by_cooperation",
            t("合作双方可依协议使用，无须另行报告", "Both parties may use it by their agreement: no separate report"),
            INFORMS & HgrActivity.covered_by_cooperation,
        ),
        route("refused", t("外方单位不得实施", "A foreign party may not do this"), ~chinese_party),
        route("collection_approval", t("须经采集审批", "Approval to collect"), COLLECTS & needs_approval),
        route("preservation_approval", t("须经保藏审批", "Approval to preserve"), future_research_biobank),
        route(
            "cooperation_filing",
            t("国际合作临床试验，开展前备案", "File the international trial before it starts"),
            COOPERATES & filing_is_enough,
        ),
        route("cooperation_approval", t("须经国际科学研究合作审批", "Approval of the cooperation"), COOPERATES),
        route("export_certificate", t("须取得材料出境证明", "A certificate to send material abroad"), EXPORTS),
        route(
            "prior_report_and_security_review",
            t("须事先报告、提交信息备份，并通过安全审查", "Prior report, backup copy and security review"),
            INFORMS & sensitive,
        ),
        route("prior_report", t("须事先报告并提交信息备份", "Prior report and backup copy"), INFORMS),
        otherwise=("no_approval", t("无须审批或备案", "No approval, no filing")),
    )

    other_data_laws = warn(
        INFORMS & ~GENETIC,
        t(
            "不是人类遗传资源信息，但个人信息、数据出境等规定仍然适用。",
            "No information of human genetic resources; the rules on personal data and their export still apply.",
        ),
        HGR_RULES.art(2),
    )
    ethics_and_consent = warn(
        in_scope & (COLLECTS | PRESERVES | COOPERATES),
        t(
            "无论是否须审批，均须通过伦理审查，并事先取得书面知情同意；提供者可随时退出。",
            "Approval or none: ethics review and prior written consent are needed, and who gave may withdraw.",
        ),
        [HGR_REGULATION.art(9), HGR_REGULATION.art(12)],
    )
    confirm_marketing_exemption = warn(
        COLLECTS & rare & ~not_marketing_trial,
        t(
            "条文只对大规模人群说明上市临床试验不需审批；重要家系、特定地区按主管部门培训答疑执行，请先确认。",
            "The text exempts trials for marketing only from the rule on large numbers; for pedigrees and special "
            "regions the authority's trainers say the same. Confirm first.",
        ),
        [HGR_RULES.art(27), HGR_TRAINING.art("")],
    )
    start_after_filing_number = warn(
        COOPERATES & filing_is_enough,
        t(
            "取得备案号后方可开展；人类遗传资源的种类、数量、用途须备案。",
            "Start only with the filing number; kinds, quantities and uses are filed.",
        ),
        [HGR_REGULATION.art(22), HGR_REGULATION.art("36(5)")],
    )
    report_within_six_months = warn(
        COOPERATES,
        t(
            "中方须全程实质参与，专利权共有；合作结束后6个月内共同提交合作研究情况报告。",
            "The Chinese party takes part throughout, patents are joint, and both report within six months after "
            "the end.",
        ),
        [HGR_REGULATION.art(24), HGR_REGULATION.art(26)],
    )
    yearly_report = warn(
        future_research_biobank,
        t("保藏单位须每年提交年度报告。", "A biobank reports every year."),
        HGR_REGULATION.art(15),
    )
    confirm_security_review = warn(
        INFORMS & HgrActivity.covered_by_cooperation & GENETIC & sensitive,
        t(
            "无须另行报告；但信息属于须安全审查的情形，请先向主管部门确认。",
            "No separate report; but such information is of the kind that is reviewed. Ask the authority first.",
        ),
        [HGR_REGULATION.art(28), HGR_RULES.art(37)],
    )
