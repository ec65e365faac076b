"""The closing paragraph (C): who carries the measures, and how."""

from __future__ import annotations

from mulberry.law.text import t
from mulberry.pack.clauses import Measure
from mulberry_sip.clauses.sentence import sentence

CLOSING: tuple[Measure, ...] = (
    Measure(
        "C",
        t("组织实施", "Carrying it out"),
        t("组织实施", "Carrying it out"),
        (
            sentence(
                "C.1",
                "江苏省要加大放权和协调支持，鼓励园区大胆试，推动改革取得实效，加强安全评估和风险防范。",
                "Jiangsu must delegate more powers and coordinate more, encourage the park to dare, see that the "
                "reforms bear fruit, and strengthen safety assessment and the guarding against risks.",
            ),
            sentence(
                "C.2",
                "持续发挥中新联合协调理事会和中方理事会作用，协调解决实施中的重大问题。",
                "Goes on using the joint China-Singapore council and the Chinese council to settle major problems of "
                "implementation.",
            ),
            sentence(
                "C.3",
                "国务院有关部门要按职责给予支持，形成合力，营造良好政策环境。",
                "The departments of the State Council must give support by their duties, join forces and make good "
                "conditions for the park.",
            ),
            sentence(
                "C.4",
                "商务部要统筹协调，调动各方积极性，指导落实任务，组织成效评估和经验推广。",
                "The Ministry of Commerce must coordinate, get everybody moving, guide the carrying out of the "
                "tasks, and organise evaluation and the spreading of experience.",
            ),
            sentence(
                "C.5",
                "需调整现行法律、行政法规的，按法定程序办理。",
                "Where laws or administrative regulations need to be adjusted, the statutory procedure must be "
                "followed.",
            ),
            sentence(
                "C.6",
                "重大事项及时按程序请示报告。",
                "Major matters must be reported for instruction in time and by procedure.",
            ),
        ),
    ),
)
