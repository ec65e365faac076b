"""The preamble (P) and part one, the overall requirements (O)."""

from __future__ import annotations

from mulberry.law.text import t
from mulberry.pack.clauses import Measure
from mulberry_sip.clauses.sentence import sentence

PREAMBLE: tuple[Measure, ...] = (
    Measure(
        "P",
        t("引言", "Preamble"),
        t("引言", "Preamble"),
        (
            sentence(
                "P.1",
                "说明开放创新综合试验的意义：服务创新驱动、开放型经济新体制和开发区转型升级。",
                "States why the comprehensive experiment matters: innovation-driven growth, an open economy, "
                "the upgrading of development zones.",
                uncarried=t(
                    "本句说明制定目的，未设定任何主体的权利、义务或工作任务；其作用在于解释后文，无须也无从单独办理。",
                    "This sentence states the purpose. It gives nobody a right, a duty or a task; it helps to read "
                    "what follows and cannot be carried out by itself.",
                ),
            ),
            sentence(
                "P.2",
                "引出以下支持措施。",
                "Introduces the measures of support that follow.",
                uncarried=t(
                    "本句为承启语，其内容即其后各条措施；各条措施已分别落实，本句无独立内容可办。",
                    "This sentence only leads over to the measures. Its content is those measures, each carried out "
                    "where it stands; nothing is left to carry out here.",
                ),
            ),
        ),
    ),
    Measure(
        "O",
        t("总体要求", "Overall requirements"),
        t("一、总体要求", "I. Overall requirements"),
        (
            sentence(
                "O.1",
                "确立指导思想和工作原则：发挥园区试验示范作用，统筹发展与安全，以高质量发展为首要任务，"
                "因地制宜培育新质生产力。",
                "Sets the guiding thought and principles: the park tries out and shows the way, development goes with "
                "security, quality of growth comes first, new productive forces grow as local conditions allow.",
                uncarried=t(
                    "本句规定指导思想和原则，未指明办理主体、对象、条件和期限；它约束各条措施的理解与裁量，"
                    "经由各条措施落实，不能据以单独作出决定。",
                    "This sentence lays down guiding thought and principles and names no body, addressee, condition or "
                    "time limit. It steers how every measure is read and how discretion is used, and takes effect "
                    "through them; no decision can rest on it alone.",
                ),
            ),
            sentence(
                "O.2",
                "力争用五年实现改革突破：管理体制权责清晰、规范高效，创新生态开放而有国际竞争力，园区大体跻身世界一流，"
                "并带动各地开发区。",
                "Aims, within five years, for a clear breakthrough in reform, a modern administration with clear "
                "powers, a competitive open-innovation ecosystem and, in the main, a world-class high-tech park that "
                "leads the way for development zones.",
            ),
        ),
    ),
)
