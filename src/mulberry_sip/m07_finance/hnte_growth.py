"""7.6 Growth points of an HNTE / 高企成长性得分区间.

Half of the two yearly quotients, less one. A first year of nothing leaves the last two years; nothing in the second
year leaves no growth. A negative base has no quotient and counts as none either. Experts choose within a band, so each
band gives a least and a greatest number of points.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

from mulberry.law.exact import Rounding, round_to
from mulberry.law.text import Text, t
from mulberry.mechanisms.declare import Setting, mechanism
from mulberry.record.fields import Field, Fields, money, percent, whole
from mulberry_sip.law.scales import parameters
from mulberry_sip.law.technology_status import HNTE_GROWTH, HNTE_GUIDELINES
from mulberry_sip.parameters import value

PLACES = Decimal("0.00000001")
LOWEST_BAND = 2
"""The most points for any growth at all below the first bound of the scale."""


def _figure(title: Text) -> Field:
    return money(title, low=None)


@mechanism(
    id="hnte-growth-points",
    system="7.6",
    clauses="7.3",
    title=t("高企成长性得分区间", "Growth points of one series"),
    subject="enterprise",
    takes=Fields(
        y1_cny=_figure(t("第一年净资产或销售收入", "Net assets or sales, first year")),
        y2_cny=_figure(t("第二年", "Second year")),
        y3_cny=_figure(t("第三年", "Third year")),
    ),
    gives=Fields(
        growth_rate=replace(percent(t("增长率", "Growth rate"), high=None), low=None),
        points_min=whole(t("最低得分", "Least points"), unit="point"),
        points_max=whole(t("最高得分", "Greatest points"), unit="point"),
    ),
    bases=(HNTE_GUIDELINES.art(""),),
    parameters=parameters(HNTE_GROWTH),
)
def hnte_growth_points(given: Mapping[str, Any], setting: Setting) -> Mapping[str, Any]:
    """The growth rate of three years' net assets or sales, and the band of points it falls into."""
    rate = growth_rate(*(Fraction(given[name]) for name in ("y1_cny", "y2_cny", "y3_cny")))
    most = 0 if rate <= 0 else LOWEST_BAND
    for bound, points in HNTE_GROWTH:
        if rate >= Fraction(value(bound, setting)):
            most = points
    return {
        "growth_rate": round_to(rate, PLACES, Rounding.HALF_UP),
        "points_min": max(0, most - 1),
        "points_max": most,
    }


def growth_rate(y1: Fraction, y2: Fraction, y3: Fraction) -> Fraction:
    """The exact rate; 0 where the law gives no points for want of a base."""
    if y2 <= 0 or y1 < 0:
        return Fraction(0)
    return y3 / y2 - 1 if y1 == 0 else (y2 / y1 + y3 / y2) / 2 - 1
