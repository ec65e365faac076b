"""4.5.2 Risk score of a destination / 境外投资风险评分.

No statute sets a formula: weights are published and versioned, and the score is advice only. A red flag overrides it.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from mulberry.errors import Invalid
from mulberry.law.exact import add, multiply
from mulberry.law.text import t
from mulberry.mechanisms.declare import Setting, mechanism
from mulberry.record.fields import Fields, choices, decimal, mapping, yes_no
from mulberry_sip.law.policy import POLICY

RED_FLAGS = {
    "un_sanction": t("联合国制裁", "sanctions of the United Nations"),
    "war": t("战争", "war"),
    "no_embassy": t("无使领馆", "no embassy"),
}
NO_WEIGHTS = t("权重（weights）：至少列出一项。", "Weights (weights): give at least one.")
NO_GRADE = t("评级（grades）：缺少“{name}”的评级。", "Grades (grades): the grade of “{name}” is missing.")
NO_WEIGHT = t(
    "评级（grades）：“{name}”没有对应的权重，请核对名称。", "Grades (grades): “{name}” has no weight; check its name."
)


@mechanism(
    id="outbound-risk-score",
    system="4.5.2",
    clauses="4.4",
    title=t("境外投资风险评分", "Risk score of a destination"),
    subject="project",
    takes=Fields(
        weights=mapping(t("权重", "Weights"), decimal(t("权重", "Weight"))),
        grades=mapping(t("评级", "Grades"), decimal(t("评级", "Grade"))),
        red_flags=choices(t("一票否决情形", "Red flags"), RED_FLAGS),
    ),
    gives=Fields(
        score=decimal(t("得分", "Score"), places=12),
        overridden=yes_no(t("被一票否决情形推翻", "Overridden by a red flag")),
    ),
    bases=(POLICY.art(4),),
)
def outbound_risk_score(given: Mapping[str, Any], _setting: Setting) -> Mapping[str, Any]:
    """The sum of weight times grade over the same headings, and whether a red flag stands against it."""
    weights, grades = given["weights"], given["grades"]
    if not weights:
        raise Invalid("weights", NO_WEIGHTS)
    if unweighted := [name for name in grades if name not in weights]:
        raise Invalid("grades", NO_WEIGHT.format(name=unweighted[0]))
    score = Decimal(0)
    for name, weight in weights.items():
        if name not in grades:
            raise Invalid("grades", NO_GRADE.format(name=name))
        score = add(score, multiply(weight, grades[name], "grades"), "grades")
    return {"score": score, "overridden": bool(given["red_flags"])}
