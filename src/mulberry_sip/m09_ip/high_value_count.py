"""9.2B Counting high-value patents: each once, however many reasons it has / 高价值发明专利去重计数."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from mulberry.indicators.declare import indicator
from mulberry.law.text import t
from mulberry.mechanisms.declare import Setting, mechanism
from mulberry.record.fields import Fields, choices, decimal, identifier, many, whole
from mulberry_sip.law.patents import HIGH_VALUE_STATISTIC
from mulberry_sip.m09_ip.high_value_patent import HighValuePatent
from mulberry_sip.rates import PLACES, PRECISE

PEOPLE = Decimal(10_000)
REASONS = {finding.id: finding.text for finding in HighValuePatent.requirements if not finding.decides}


@mechanism(
    id="high-value-patent-count",
    system="9.2B",
    clauses="9.1",
    title=t("高价值发明专利去重计数", "Union count of high-value patents"),
    subject="patent",
    takes=Fields(
        patents=many(
            t("专利", "Patents"),
            Fields(id=identifier(t("专利号", "Patent number")), reasons=choices(t("计入理由", "Reasons"), REASONS)),
        )
    ),
    gives=Fields(
        count=whole(t("去重后的件数", "Patents, each counted once"), unit="patent"),
        sum_of_reasons=whole(t("各情形件数之和", "Sum over the five cases")),
    ),
    bases=(HIGH_VALUE_STATISTIC.art(""),),
)
def high_value_patent_count(given: Mapping[str, Any], _setting: Setting) -> Mapping[str, Any]:
    """Patents with at least one reason; a number listed twice is one patent with the reasons of both."""
    reasons: dict[str, frozenset[str]] = {}
    for patent in given["patents"]:
        reasons[patent["id"]] = reasons.get(patent["id"], frozenset()) | patent["reasons"]
    return {
        "count": sum(1 for found in reasons.values() if found),
        "sum_of_reasons": sum(len(found) for found in reasons.values()),
    }


@indicator(
    id="high-value-patents-per-10k",
    system="9.2B",
    clauses="9.1",
    title=t("每万人口高价值发明专利拥有量", "High-value invention patents per 10,000 people"),
    unit="patent per 10000 people",
    better="up",
    formula=t(
        "去重后的高价值发明专利件数 ÷ 常住人口 × 10000",
        "high-value invention patents, each counted once / resident population x 10,000",
    ),
    takes=Fields(
        high_value_patents=whole(t("高价值发明专利件数", "High-value invention patents"), unit="patent"),
        resident_population=whole(t("常住人口", "Resident population"), unit="person"),
    ),
    gives=Fields(value=decimal(t("每万人口件数", "Patents per 10,000 people"), places=8, optional=True)),
    bases=(HIGH_VALUE_STATISTIC.art(""),),
)
def high_value_patents_per_10k(given: Mapping[str, Any]) -> Mapping[str, Any]:
    """Patents per 10,000 residents, to eight places, halves up; none where nobody lives."""
    patents, people = Decimal(given["high_value_patents"]), Decimal(given["resident_population"])
    if not people:
        return {"value": None}
    return {"value": PRECISE.divide(patents * PEOPLE, people).quantize(PLACES, ROUND_HALF_UP)}
