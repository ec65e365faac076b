"""Part four, measures 10 to 12: biomedicine, information technology and equipment, services and culture."""

from __future__ import annotations

from mulberry.law.text import t
from mulberry.pack.clauses import Measure
from mulberry_sip.clauses.sentence import sentence

_PART = t("四、现代产业高地", "IV. A centre of modern industry")

INDUSTRY: tuple[Measure, ...] = (
    Measure(
        "10",
        t("生物医药等战略性新兴产业集群", "Clusters of emerging industry, biomedicine first"),
        _PART,
        (
            sentence(
                "10.1",
                "做大做强生物医药、高端医疗器械、生物药制造、纳米新材料等国家级产业集群。",
                "Strengthens the national clusters in biomedicine, advanced medical devices, biologics manufacturing "
                "and nano-materials.",
            ),
            sentence(
                "10.2",
                "支持园区开展生物医药全产业链开放创新试点。",
                "Supports the park in piloting open innovation along the whole biomedical chain.",
            ),
            sentence(
                "10.3",
                "允许园区遴选1至2家企业试点生物制品分段生产。",
                "Allows the park to select one or two firms for a pilot of making biologics in segments.",
            ),
            sentence(
                "10.4",
                "在园区设立人类遗传资源管理服务站。",
                "Has a service station for the administration of human genetic resources set up in the park.",
            ),
            sentence(
                "10.5",
                "建设未来产业创新试验区，前瞻布局细胞和基因治疗、先进半导体、新一代人工智能等产业。",
                "Builds an experimental zone for industries of the future, with early moves into cell and gene "
                "therapy, advanced semiconductors and new artificial intelligence.",
            ),
        ),
    ),
    Measure(
        "11",
        t("信息技术和装备制造高端化、智能化、绿色化", "Information technology and equipment: advanced, smart, green"),
        _PART,
        (
            sentence(
                "11.1",
                "支持园区创建“5G+工业互联网”融合应用先导区和中国软件名园。",
                "Supports the park in becoming a pilot zone for 5G with the industrial internet and a famous software "
                "park of China.",
            ),
            sentence(
                "11.2",
                "软硬协同、顺应开源，鼓励技术软件与工业软件企业协同创新。",
                "With software and hardware together and with open source, encourages technical and industrial "
                "software firms to innovate jointly.",
            ),
            sentence(
                "11.3",
                "鼓励国家大基金以市场化方式支持园区项目。",
                "Encourages the big national funds to support projects of the park on market terms.",
            ),
            sentence(
                "11.4",
                "加强数字基础设施，适度超前布局网络和算力，鼓励以云服务整合智算资源。",
                "Strengthens digital infrastructure, lays out networks and computing power somewhat ahead of demand, "
                "and encourages pooling AI computing as cloud services.",
            ),
            sentence(
                "11.5",
                "鼓励人工智能企业与工业企业协作，统筹布局通用和垂直大模型，探索典型场景。",
                "Encourages AI firms and manufacturers to work together, coordinates general and vertical large "
                "models, and explores typical uses.",
            ),
            sentence(
                "11.6",
                "高水平建设碳达峰试点园区。",
                "Builds a high-standard pilot park for the carbon peak.",
            ),
            sentence(
                "11.7",
                "推进分布式发电市场化交易试点，积极布局分布式光伏，鼓励企业参与绿电绿证交易。",
                "Promotes pilot projects of market trading in distributed power, builds out distributed solar, and "
                "encourages firms to trade green power and green certificates.",
            ),
            sentence(
                "11.8",
                "推动企业以依法披露的环境信息开展ESG评价。",
                "Promotes ESG evaluation on the environmental information that firms disclose by law.",
            ),
        ),
    ),
    Measure(
        "12",
        t("先进制造业与现代服务业融合", "Manufacturing and services grow together"),
        _PART,
        (
            sentence(
                "12.1",
                "支持园区推动生产性服务业走向专业化和价值链高端。",
                "Supports the park in moving producer services towards specialisation and higher value.",
            ),
            sentence(
                "12.2",
                "围绕工业设计、供应链、检验检测认证等，探索服务型制造新模式。",
                "Explores new forms of service-oriented manufacturing around industrial design, supply chains, testing "
                "and certification.",
            ),
            sentence(
                "12.3",
                "促进实体经济与数字经济深度融合。",
                "Promotes a deep joining of the real and the digital economy.",
            ),
            sentence(
                "12.4",
                "建设国家文化出口基地和月亮湾文创产业园，推动对外文化贸易创新。",
                "Builds the national base for cultural exports and the Moon Bay creative park, and promotes new ways "
                "in foreign trade in culture.",
            ),
        ),
    ),
)
