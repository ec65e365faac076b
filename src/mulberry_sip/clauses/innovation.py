"""Part three, measures 5 to 9: science, finance for it, talent and intellectual property."""

from __future__ import annotations

from mulberry.law.text import t
from mulberry.pack.clauses import Measure
from mulberry_sip.clauses.sentence import sentence

_PART = t("三、区域科技创新高地", "III. A regional centre of science and technology")

INNOVATION: tuple[Measure, ...] = (
    Measure(
        "5",
        t("重大创新平台", "Major innovation platforms"),
        _PART,
        (
            sentence(
                "5.1",
                "加强重大科技设施与国家实验室统筹，打造国家、省、市各级实验室衔接的体系，推进管理运营创新。",
                "Strengthens the coordination of major facilities and national laboratories, builds a system of "
                "national, provincial and city laboratories, and promotes new ways of running them.",
            ),
            sentence(
                "5.2",
                "推动苏州实验室和两家国家技术创新中心（生物药、第三代半导体）等平台高质量发展。",
                "Promotes the sound growth of the Suzhou Laboratory, the national innovation centres for biologics and "
                "for third-generation semiconductors, and similar platforms.",
            ),
            sentence(
                "5.3",
                "建设桑田科学岛，规划和建造都按高标准。",
                "Plans and builds Sangtian Science Island to high standards.",
            ),
            sentence(
                "5.4",
                "支持在海外设立一批离岸创新中心。",
                "Supports the park in building a number of offshore innovation centres abroad.",
            ),
        ),
    ),
    Measure(
        "6",
        t("科技体制改革", "Reform of the science system"),
        _PART,
        (
            sentence(
                "6.1",
                "探索财政资助成果如何确权、评估、转化、分享收益的新办法。",
                "Explores new ways to settle rights in publicly funded results, value them, bring them to market and "
                "share the income.",
            ),
            sentence(
                "6.2",
                "发展适合本地的中外合作办学，推动跨境科研合作，支持海外名校名所来园区设研发和技术转移机构。",
                "Develops Sino-foreign schooling as fits the place, promotes cross-border science cooperation, and "
                "supports renowned foreign universities and institutes in setting up R&D and transfer bodies in the "
                "park.",
            ),
            sentence(
                "6.3",
                "支持科技创新企业首次公开发行上市，以符合条件为前提。",
                "Supports qualified technology firms in going public.",
            ),
            sentence(
                "6.4",
                "引导科技领军企业牵头办高水平研发机构，并同高校院所组建创新联合体。",
                "Guides leading technology firms to found strong R&D bodies and to form innovation consortia with "
                "universities and institutes.",
            ),
        ),
    ),
    Measure(
        "7",
        t("金融支持科技创新", "Finance for innovation"),
        _PART,
        (
            sentence(
                "7.1",
                "鼓励创业投资，支持和引导民间资本按市场办法设立私募创投基金，与科技企业的成长阶段和融资需要相配。",
                "Encourages venture capital; supports and guides private capital to found, on market terms, funds "
                "that fit the life cycle and the financing of technology firms.",
            ),
            sentence(
                "7.2",
                "依法合规发展适配创投企业周期、风险和资金需求的金融产品。",
                "Develops, within laws and rules, financial products that fit the cycle, risk and needs of venture "
                "investors.",
            ),
            sentence(
                "7.3",
                "鼓励金融机构改进面向科技企业的信贷产品，支持其创新，前提是风险可控。",
                "Encourages financial institutions, where the risk is under control, to improve credit products for "
                "technology firms.",
            ),
            sentence(
                "7.4",
                "探索以数字技术改进信贷审批。",
                "Explores improving credit-approval models by digital means.",
            ),
            sentence(
                "7.5",
                "引导保险机构依法合规探索科技保险的产品、模式和服务。",
                "Guides insurers to explore, within laws and rules, products, models and services of technology "
                "insurance.",
            ),
        ),
    ),
    Measure(
        "8",
        t("人才体制改革", "Reform of the talent system"),
        _PART,
        (
            sentence(
                "8.1",
                "支持建“国际人才走廊”：人员流动便利、管理放权、按贡献奖励，形成合乎国际规则的制度。",
                "Supports the park in building an International Talent Corridor whose rules on mobility, delegated "
                "management and reward by contribution match international practice.",
            ),
            sentence(
                "8.2",
                "研究制定便利外国高端人才来园区发展的措施。",
                "Has measures drawn up that make it easy for top foreign talents to work in the park.",
            ),
            sentence(
                "8.3",
                "支持参与卓越工程师创新研究院的建设。",
                "Supports the park in taking part in the Outstanding Engineers Innovation Research Institute.",
            ),
            sentence(
                "8.4",
                "支持园区单位以备案方式设博士后科研工作站，单位须符合条件。",
                "Supports qualified employers in the park in setting up postdoctoral research workstations by filing.",
            ),
            sentence(
                "8.5",
                "列入国家、省、市或园区人才计划的外籍高层次人才，到退休年龄时职工养老保险缴费不足15年而仍在工作的，"
                "本人可以选择由单位申请，继续缴费。",
                "A foreign high-level talent of a national, provincial, city or park plan who is in the employees' "
                "pension scheme, has paid less than 15 years at retirement age and works on, may choose that the "
                "employer applies to go on paying.",
            ),
        ),
    ),
    Measure(
        "9",
        t("知识产权保护和运用", "Protection and use of intellectual property"),
        _PART,
        (
            sentence(
                "9.1",
                "提升示范园区（知识产权强国）的质效，支持产业知识产权运营中心，加强高价值专利与版权的布局和运用，"
                "鼓励符合条件的企业争创版权示范单位（国家级）。",
                "Improves the park as a demonstration park for intellectual property, supports an industrial IP "
                "operation centre, strengthens high-value patents and the use of copyright, and encourages qualified "
                "firms to become national copyright demonstration units.",
            ),
            sentence(
                "9.2",
                "推进涉外知识产权的风险预警和防控，对海外纠纷的应对加强指导。",
                "Promotes early warning against foreign-related IP risks and strengthens guidance in disputes abroad.",
            ),
            sentence(
                "9.3",
                "探索以国际通行的仲裁、调解解决知识产权纠纷。",
                "Explores international arbitration and mediation of IP disputes.",
            ),
        ),
    ),
)
