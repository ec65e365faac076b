"""3.4 Share of recovered funds spent on new projects / 净回收资金投向新项目比例."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mulberry.indicators.declare import indicator
from mulberry.law.text import t
from mulberry.record.fields import Fields, money, percent
from mulberry_sip.law.reits import NDRC_782, NDRC_1014
from mulberry_sip.rates import rate


@indicator(
    id="reit-new-project-share",
    system="3.4",
    clauses="3.6",
    title=t("净回收资金投向新项目比例", "Share of recovered funds spent on new projects within two years"),
    unit="percent",
    better="up",
    formula=t("两年内投向新项目的金额÷净回收资金", "Spent on new projects within two years ÷ net recovered funds"),
    takes=Fields(
        net_recovered_cny=money(t("净回收资金", "Net recovered funds")),
        spent_on_new_projects_cny=money(t("两年内投向在建和新项目的金额", "Spent on new projects within two years")),
    ),
    gives=Fields(value=percent(t("比例", "Share"), high=None)),
    bases=(NDRC_1014.art(""), NDRC_782.art("")),
)
def reit_new_project_share(given: Mapping[str, Any]) -> Mapping[str, Any]:
    """The share, 1 being all; none where nothing was recovered."""
    spent, recovered = given["spent_on_new_projects_cny"], given["net_recovered_cny"]
    return {"value": rate(spent, recovered, "spent_on_new_projects_cny")}
