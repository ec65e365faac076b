"""7.6 Least and greatest possible expert score of an HNTE / 高企评分区间.

Experts choose within bands. Where even the least they can give is above the mark, the score is sure; where the greatest
is not, it is sure the other way; between, they decide.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mulberry.errors import Invalid
from mulberry.law.parameters import Parameter
from mulberry.law.text import Text, t
from mulberry.mechanisms.declare import Setting, mechanism
from mulberry.record.fields import Field, Fields, choice, whole
from mulberry_sip.law.technology_status import (
    HNTE,
    HNTE_CONVERSION_CAP,
    HNTE_GROWTH_CAP,
    HNTE_GUIDELINES,
    HNTE_IP_CAP,
    HNTE_ORGANISATION_CAP,
    HNTE_SCORE,
)
from mulberry_sip.parameters import value

CAPS: Mapping[str, Parameter] = {
    "ip": HNTE_IP_CAP,
    "conversion": HNTE_CONVERSION_CAP,
    "organisation": HNTE_ORGANISATION_CAP,
    "growth": HNTE_GROWTH_CAP,
}
ABOVE_CAP = t("{field}：{given}分超过该项满分{cap}分。", "{field}: {given} points are above the {cap} of this group.")
CROSSED = t(
    "{field}：最低得分{least}高于最高得分{most}，请核对。",
    "{field}: the least, {least}, is above the greatest, {most}; check both.",
)
VERDICTS = {
    "sure_pass": t("必定达标", "sure to pass"),
    "with_experts": t("取决于专家评分", "with the experts"),
    "sure_fail": t("必定不达标", "sure to fail"),
}


def _points(title: Text) -> Field:
    return whole(title, unit="point")


@mechanism(
    id="hnte-score-interval",
    system="7.6",
    clauses="7.3",
    title=t("高企评分区间", "Least and greatest possible expert score"),
    subject="enterprise",
    takes=Fields(
        ip_min=_points(t("知识产权最低得分", "Intellectual property, least")),
        ip_max=_points(t("知识产权最高得分", "Intellectual property, greatest")),
        conversion_min=_points(t("成果转化最低得分", "Conversion, least")),
        conversion_max=_points(t("成果转化最高得分", "Conversion, greatest")),
        organisation_min=_points(t("组织管理最低得分", "Organisation, least")),
        organisation_max=_points(t("组织管理最高得分", "Organisation, greatest")),
        growth_min=_points(t("成长性最低得分", "Growth, least")),
        growth_max=_points(t("成长性最高得分", "Growth, greatest")),
    ),
    gives=Fields(
        min=_points(t("最低总分", "Least total")),
        max=_points(t("最高总分", "Greatest total")),
        verdict=choice(t("结论", "Verdict"), VERDICTS),
    ),
    bases=(HNTE.art("11(7)"), HNTE_GUIDELINES.art("")),
    parameters=(*CAPS.values(), HNTE_SCORE),
)
def hnte_score_interval(given: Mapping[str, Any], setting: Setting) -> Mapping[str, Any]:
    """The sums of the least and of the greatest points, against the mark that must be exceeded."""
    for group, cap in CAPS.items():
        _check(given, group, value(cap, setting))
    least, most = (sum(given[f"{group}_{end}"] for group in CAPS) for end in ("min", "max"))
    return {"min": least, "max": most, "verdict": _verdict(least, most, value(HNTE_SCORE, setting))}


def _check(given: Mapping[str, Any], group: str, cap: int) -> None:
    least, most = given[f"{group}_min"], given[f"{group}_max"]
    if most > cap:
        raise Invalid(f"{group}_max", ABOVE_CAP.format(field=f"{group}_max", given=most, cap=cap))
    if least > most:
        raise Invalid(f"{group}_min", CROSSED.format(field=f"{group}_min", least=least, most=most))


def _verdict(least: int, most: int, mark: int) -> str:
    if least > mark:
        return "sure_pass"
    return "sure_fail" if most <= mark else "with_experts"
