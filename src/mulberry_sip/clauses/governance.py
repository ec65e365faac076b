"""Part five, measures 13 and 14: planning and building, administration and resources."""

from __future__ import annotations

from mulberry.law.text import t
from mulberry.pack.clauses import Measure
from mulberry_sip.clauses.sentence import sentence

_PART = t("五、开发区治理样板", "V. A model of governing a development zone")

GOVERNANCE: tuple[Measure, ...] = (
    Measure(
        "13",
        t("城市规划建设", "Urban planning and building"),
        _PART,
        (
            sentence(
                "13.1",
                "允许园区在符合国土空间规划且有利于公共服务、经济形态、城市功能或人文体验时，"
                "对已开发的经营性用地，经可行性研究后按程序调整规划条件；涉及修改详细规划的，应按法定程序办理。",
                "Allows the park, where the spatial plan is met and public services, the economy, the city or its "
                "culture gain, to adjust by procedure the planning conditions of developed commercial land after a "
                "feasibility study; where the detailed plan changes, the statutory procedure must be followed.",
            ),
            sentence(
                "13.2",
                "推动苏淀沪城际铁路接入虹桥枢纽并与机场联络线贯通。",
                "Promotes the link of the Suzhou-Dianshanhu-Shanghai intercity railway to the Hongqiao hub and through "
                "running with the airport line.",
            ),
            sentence(
                "13.3",
                "支持园区稳步推进城市轨道交通。",
                "Supports the park in building urban rail step by step.",
            ),
        ),
    ),
    Measure(
        "14",
        t("管理体制机制", "Administration"),
        _PART,
        (
            sentence(
                "14.1",
                "允许对园区实行差异化考核和激励，在国家政策框架内探索适合开发区的人事和薪酬制度。",
                "Allows differentiated assessment and incentives for the park, and exploring, within national policy, "
                "rules on personnel and pay that fit a development zone.",
            ),
            sentence(
                "14.2",
                "按改革创新需要，加强园区机构编制保障。",
                "Strengthens the park's establishment of bodies and posts as reform requires.",
            ),
            sentence(
                "14.3",
                "支持园区依发展需要和国土空间规划适时扩区。",
                "Supports the park in expanding at the right time, as growth requires and the spatial plan allows.",
            ),
            sentence(
                "14.4",
                "统筹用好超长期特别国债、地方政府债券等，支持园区符合条件的重大项目。",
                "Coordinates the use of ultra-long special treasury bonds, local government bonds and the like, and "
                "supports qualified major projects of the park.",
            ),
        ),
    ),
)
