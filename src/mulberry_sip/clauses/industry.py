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
                "支持在生物医药全产业链试行开放创新。",
                "Supports the park in piloting open innovation along the whole biomedical chain.",
            ),
            sentence(
                "10.3",
                "允许园区遴选1至2家企业试点生物制品分段生产。",
                "Allows the park to select one or two firms for a pilot of making biologics in segments.",
            ),
            sentence(
                "10.4",
                "设立人类遗传资源管理服务站，地点在园区。",
                "Has a service station for the administration of human genetic resources set up in the park.",
            ),
            sentence(
                "10.5",
                "建设未来产业试验区，对细胞和基因治疗、先进半导体、新一代人工智能等提前布局。",
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
                "支持创建两个国家级称号：“5G+工业互联网”先导区、中国软件名园。",
                "Supports the park in becoming a pilot zone for 5G with the industrial internet and a famous software "
                "park of China.",
            ),
            sentence(
                "11.2",
                "坚持软件与硬件协同，顺应开源，鼓励技术软件、工业软件企业一道创新。",
                "With software and hardware together and with open source, encourages technical and industrial "
                "software firms to innovate jointly.",
            ),
            sentence(
                "11.3",
                "鼓励国家大基金按市场办法积极支持园区的项目。",
                "Encourages the big national funds to support projects of the park on market terms.",
            ),
            sentence(
                "11.4",
                "加强数字基础设施，网络与算力可适度超前布局；鼓励把智算资源整合成云服务。",
                "Strengthens digital infrastructure, lays out networks and computing power somewhat ahead of demand, "
                "and encourages pooling AI computing as cloud services.",
            ),
            sentence(
                "11.5",
                "鼓励人工智能企业与工业企业联手，通用、垂直大模型统筹布局，探索有代表性的应用场景。",
                "Encourages AI firms and manufacturers to work together, coordinates general and vertical large "
                "models, and explores typical uses.",
            ),
            sentence(
                "11.6",
                "建设高水平的碳达峰试点园区。",
                "Builds a high-standard pilot park for the carbon peak.",
            ),
            sentence(
                "11.7",
                "推进分布式发电的市场化交易试点，多布局分布式光伏，鼓励企业买卖绿电、绿证。",
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
                "支持生产性服务业更专业、向价值链高端走。",
                "Supports the park in moving producer services towards specialisation and higher value.",
            ),
            sentence(
                "12.2",
                "探索服务型制造的新模式新业态，着力工业设计、供应链管理、检测认证等方向。",
                "Explores new forms of service-oriented manufacturing around industrial design, supply chains, testing "
                "and certification.",
            ),
            sentence(
                "12.3",
                "促进数字经济与实体经济相融合。",
                "Promotes a deep joining of the real and the digital economy.",
            ),
            sentence(
                "12.4",
                "建设对外文化贸易的两个载体（国家文化出口基地、月亮湾文创园），推动其创新发展。",
                "Builds the national base for cultural exports and the Moon Bay creative park, and promotes new ways "
                "in foreign trade in culture.",
            ),
        ),
    ),
)
