"""10.4 How often the station's filings are accepted the first time / 一次受理率."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mulberry.indicators.declare import indicator
from mulberry.law.text import t
from mulberry.record.fields import Fields, percent, whole
from mulberry_sip.law.policy import POLICY
from mulberry_sip.rates import rate


@indicator(
    id="hgr-first-time-acceptance",
    system="10.4",
    clauses="10.4",
    title=t("一次受理率", "Share of filings accepted the first time"),
    unit="percent",
    better="up",
    formula=t("一次受理件数 ÷ 申报件数", "filings accepted the first time / filings"),
    takes=Fields(
        filings=whole(t("申报件数", "Filings"), unit="case"),
        accepted_first_time=whole(t("一次受理件数", "Filings accepted the first time"), unit="case"),
    ),
    gives=Fields(value=percent(t("一次受理率", "Share accepted the first time"), optional=True)),
    bases=(POLICY.art(10),),
)
def hgr_first_time_acceptance(given: Mapping[str, Any]) -> Mapping[str, Any]:
    """The share accepted the first time; none where nothing was filed."""
    return {"value": rate(given["accepted_first_time"], given["filings"], "accepted_first_time")}
