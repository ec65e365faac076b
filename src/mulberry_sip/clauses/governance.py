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
                "允许园区在合乎国土空间规划且有利于公共服务、经济形态、城市功能或人文体验时，对已开发的经营性用地，"
                "经可行性研究后按程序调整规划条件；如要修改详细规划，应履行法定程序。",
                "Allows the park, where the spatial plan is met and public services, the economy, the city or its "
                "culture gain, to adjust by procedure the planning conditions of developed commercial land after a "
                "feasibility study; where the detailed plan changes, the statutory procedure must be followed.",
            ),
            sentence(
                "13.2",
                "推动苏淀沪城际接入虹桥枢纽，同上海机场联络线贯通。",
                "Promotes the link of the Suzhou-Dianshanhu-Shanghai intercity railway to the Hongqiao hub and through "
                "running with the airport line.",
            ),
            sentence(
                "13.3",
                "支持城市轨道交通稳步建设。",
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
                "允许对园区另定考核和激励办法；人事和薪酬制度可在国家政策框架内积极探索。",
                "Allows differentiated assessment and incentives for the park, and exploring, within national policy, "
                "rules on personnel and pay that fit a development zone.",
            ),
            sentence(
                "14.2",
                "加强机构编制保障，以改革创新的需要为准。",
                "Strengthens the park's establishment of bodies and posts as reform requires.",
            ),
            sentence(
                "14.3",
                "支持园区适时扩区，须合发展需要与国土空间规划。",
                "Supports the park in expanding at the right time, as growth requires and the spatial plan allows.",
            ),
            sentence(
                "14.4",
                "统筹用好各类政府债券（含超长期特别国债、地方债），支持园区符合条件的重大项目。",
                "Coordinates the use of ultra-long special treasury bonds, local government bonds and the like, and "
                "supports qualified major projects of the park.",
            ),
        ),
    ),
)
