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
                "江苏省要加大放权和协调支持，鼓励园区大胆试闯，推动改革见效，同时加强安全评估、防范风险。",
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
                "国务院各有关部门要依职责支持、形成合力，为园区创造好的政策环境。",
                "The departments of the State Council must give support by their duties, join forces and make good "
                "conditions for the park.",
            ),
            sentence(
                "C.4",
                "商务部要统筹协调，调动各方，指导落实任务，组织开展成效评估，推广经验。",
                "The Ministry of Commerce must coordinate, get everybody moving, guide the carrying out of the "
                "tasks, and organise evaluation and the spreading of experience.",
            ),
            sentence(
                "C.5",
                "需要调整法律或行政法规的，走法定程序。",
                "Where laws or administrative regulations need to be adjusted, the statutory procedure must be "
                "followed.",
            ),
            sentence(
                "C.6",
                "重大事项应及时请示、报告，并遵循程序。",
                "Major matters must be reported for instruction in time and by procedure.",
            ),
        ),
    ),
)
