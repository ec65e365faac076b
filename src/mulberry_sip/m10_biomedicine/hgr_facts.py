"""10.4 What is asked about work with human genetic resources / 人类遗传资源活动事实."""

from __future__ import annotations

from mulberry.decisions.declare import coherent
from mulberry.decisions.expression import implies
from mulberry.decisions.facts import Subject, boolean, choice, integer, percent
from mulberry.law.text import t


class HgrActivity(Subject, kind="project"):
    """One activity of a project. A project with several asks once for each."""

    activity = choice(
        t("活动", "Activity"),
        {
            "collect": t("采集", "collect"),
            "preserve": t("保藏", "preserve"),
            "cooperate": t("国际科学研究合作", "scientific research with a foreign party"),
            "export_material": t("材料出境", "send material abroad"),
            "provide_information": t("向外方提供或开放信息", "give or open information to a foreign party"),
        },
        t("一次判定一项活动。", "One activity at a time."),
    )
    purpose = choice(
        t("目的", "Purpose"),
        {
            "clinical_care": t("临床诊疗", "clinical care"),
            "blood_service": t("采供血服务", "blood service"),
            "crime": t("查处违法犯罪", "investigating offences"),
            "doping": t("兴奋剂检测", "doping tests"),
            "funeral": t("殡葬", "funerals"),
            "teaching": t("教学", "teaching"),
            "research": t("科学研究", "research"),
            "marketing_trial": t(
                "为取得药品、医疗器械在我国上市许可的临床试验",
                "clinical trial for marketing a drug or device in China",
            ),
        },
    )
    foreign_share = percent(
        t("境外组织、个人持有的份额", "Share held from abroad"),
        t(
            "直接或间接持有的股份、表决权、财产份额等权益；问的是实际操作的一方，国际合作中问中方单位。",
            "Shares, votes or property held directly or indirectly, in the party that acts; in a cooperation, in the "
            "Chinese party.",
        ),
    )
    foreign_dominates_decisions = boolean(
        t(
            "境外方足以支配或重大影响其决策、管理",
            "The foreign side can dominate or strongly influence its decisions",
        ),
    )
    foreign_control_by_agreement = boolean(
        t("境外方以协议等安排实际控制", "The foreign side controls it by agreement or other arrangement"),
        changeable=True,
    )
    hk_macau_mainland_controlled = boolean(
        t("由内资实际控制的港澳机构", "A Hong Kong or Macao body that mainland capital controls"),
        t("这样的机构视为中方单位。", "Such a body counts as Chinese."),
    )
    persons = integer(
        t("采集人数", "Persons from whom is collected"),
        t(
            "按整个研究的人数计，不得拆分。",
            "Of the whole study; splitting it into parts changes nothing.",
        ),
        unit="person",
        changeable=True,
    )
    pedigree_generations = integer(
        t("家系中患病或具有该特征的代数", "Generations of the family with the disease or trait"), unit="generation"
    )
    pedigree_disease = choice(
        t("家系的疾病或特征", "Disease or trait of the family"),
        {
            "none": t("没有", "none"),
            "hypertension": t("高血压", "hypertension"),
            "diabetes": t("糖尿病", "diabetes"),
            "red_green_colour_blindness": t("红绿色盲", "red-green colour blindness"),
            "haemophilia": t("血友病", "haemophilia"),
            "other_hereditary": t("其他遗传性疾病", "another hereditary disease"),
            "special_constitution": t("遗传性特殊体质或生理特征", "an inherited special constitution or trait"),
        },
    )
    special_region = boolean(
        t("特定地区人类遗传资源", "Resources of a special region"),
        t(
            "在隔离或特殊环境下长期生活、有适应性特征的人群；不以是否少数民族聚居划分。",
            "People long settled in isolation or a special environment, with traits adapted to it; ethnicity does "
            "not matter.",
        ),
    )
    covered_by_preservation = boolean(
        t("该采集属于已获批的保藏活动", "The collection belongs to a biobank that is approved")
    )
    temporary_storage = boolean(
        t("检测后按规定或方案临时存储", "Kept for a time only, after testing, as law or protocol asks")
    )
    at_clinical_institutions = boolean(t("在临床医疗卫生机构开展", "Done at clinical institutions"), changeable=True)
    material_leaves_china = boolean(t("有材料出境", "Material leaves the country"), changeable=True)
    work_inside_institution = boolean(
        t("采集、检测、分析、处置均在该机构内进行", "All collecting, testing and disposal is done inside"),
        changeable=True,
    )
    domestic_lab_in_protocol = boolean(
        t("由方案载明的境内单位检测、处置", "A domestic unit named in the protocol tests and disposes"),
        changeable=True,
    )
    exploratory_part = boolean(
        t("含探索性研究部分", "With an exploratory part"),
        t("探索性部分仍须审批。", "That part still needs approval."),
        changeable=True,
    )
    info_kind = choice(
        t("信息种类", "Kind of information"),
        {
            "gene_genome": t("基因、基因组数据", "gene or genome data"),
            "exome": t("外显子组数据", "exome data"),
            "clinical": t("临床数据", "clinical data"),
            "image": t("影像数据", "images"),
            "protein": t("蛋白质数据", "protein data"),
            "metabolic": t("代谢数据", "metabolic data"),
        },
    )
    info_persons = integer(t("信息所涉人数", "Persons whom the information is about"), unit="person", changeable=True)
    otherwise_sensitive = boolean(
        t(
            "其他可能影响公众健康、国家安全和社会公共利益的信息",
            "Otherwise able to affect public health, national security or the public interest",
        )
    )
    covered_by_cooperation = boolean(
        t(
            "属于已获批或已备案的国际合作，且协议已约定提供该信息",
            "An approved or filed cooperation covers it, by its agreement",
        )
    )

    material_of_an_export = coherent(
        implies(activity == "export_material", material_leaves_china),
        material_leaves_china,
        t(
            "所选活动是材料出境，却填写没有材料出境，请核对两项",
            "the activity is sending material abroad, yet none leaves; check both",
        ),
    )
