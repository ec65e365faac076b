"""2.3A Classes of hazard with their critical quantities and correction factors / 表2、表4的危险性类别."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from mulberry.law.text import Text, t


@dataclass(frozen=True, slots=True)
class HazardClass:
    """One class: what it is, its critical quantity in tonnes and its correction factor."""

    title: Text
    critical_t: Fraction
    beta: Fraction


def _class(zh: str, en: str, critical_t: int, beta: str) -> HazardClass:
    return HazardClass(t(zh, en), Fraction(critical_t), Fraction(beta))


# fmt: off
CLASSES: Mapping[str, HazardClass] = {
    "J1": _class("急性毒性类别1，气体", "acute toxicity 1, gas", 5, "4"),
    "J2": _class("急性毒性类别1，固体、液体", "acute toxicity 1, solid or liquid", 50, "1"),
    "J3": _class("急性毒性类别2、3，气体", "acute toxicity 2 or 3, gas", 50, "2"),
    "J4": _class("急性毒性类别2、3，吸入，液体（沸点≤35℃）",
                 "acute toxicity 2 or 3 by inhalation, liquid boiling at 35 °C or less", 50, "2"),
    "J5": _class("急性毒性类别2，其他液体、固体", "acute toxicity 2, other liquid or solid", 500, "1"),
    "W1.1": _class("不稳定爆炸物、1.1项爆炸物", "unstable explosive, explosive 1.1", 1, "2"),
    "W1.2": _class("1.2、1.3、1.5、1.6项爆炸物", "explosive 1.2, 1.3, 1.5 or 1.6", 10, "2"),
    "W1.3": _class("1.4项爆炸物", "explosive 1.4", 50, "2"),
    "W2": _class("易燃气体类别1、2", "flammable gas 1 or 2", 10, "1.5"),
    "W3": _class("气溶胶类别1、2（净重）", "aerosol 1 or 2 (net weight)", 150, "1"),
    "W4": _class("氧化性气体类别1", "oxidising gas 1", 50, "1"),
    "W5.1": _class("易燃液体类别1，或类别2、3且工作温度高于沸点",
                   "flammable liquid 1, or 2 or 3 above its boiling point", 10, "1.5"),
    "W5.2": _class("易燃液体类别2、3，特殊工艺条件（含压力>1.6MPa）",
                   "flammable liquid 2 or 3 under special process conditions (such as above 1.6 MPa)", 50, "1"),
    "W5.3": _class("其他易燃液体类别2", "other flammable liquid 2", 1000, "1"),
    "W5.4": _class("其他易燃液体类别3", "other flammable liquid 3", 5000, "1"),
    "W6.1": _class("自反应物质A、B型", "self-reactive A or B", 10, "1.5"),
    "W6.2": _class("自反应物质C、D、E型", "self-reactive C, D or E", 50, "1"),
    "W7.1": _class("有机过氧化物A、B型", "organic peroxide A or B", 10, "1.5"),
    "W7.2": _class("有机过氧化物C、D、E、F型", "organic peroxide C to F", 50, "1"),
    "W8": _class("自燃液体、固体类别1", "pyrophoric liquid or solid 1", 50, "1"),
    "W9.1": _class("氧化性固体、液体类别1", "oxidising solid or liquid 1", 50, "1"),
    "W9.2": _class("氧化性固体、液体类别2、3", "oxidising solid or liquid 2 or 3", 200, "1"),
    "W10": _class("易燃固体类别1", "flammable solid 1", 200, "1"),
    "W11": _class("遇水放出易燃气体类别1、2", "water-reactive 1 or 2", 200, "1"),
}
# fmt: on
