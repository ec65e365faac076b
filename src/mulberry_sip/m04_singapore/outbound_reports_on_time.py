"""4.5.2 Reports made in time / 报告及时率."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mulberry.indicators.declare import indicator
from mulberry.law.text import t
from mulberry.record.fields import Fields, percent, whole
from mulberry_sip.law.outbound_investment import NDRC_ORDER_11, REPORTING_24
from mulberry_sip.rates import rate


@indicator(
    id="outbound-reports-on-time",
    system="4.5.2",
    clauses="4.4",
    title=t("报告及时率", "Reports made in time"),
    unit="percent",
    better="up",
    formula=t("按期报告数÷应报告数", "Reports made in time ÷ reports due"),
    takes=Fields(
        due=whole(t("应报告数", "Reports due"), unit="report"),
        in_time=whole(t("按期报告数", "Reports made in time"), unit="report"),
    ),
    gives=Fields(value=percent(t("及时率", "Share in time"), high=None)),
    bases=(NDRC_ORDER_11.art(43), REPORTING_24.art(16)),
)
def outbound_reports_on_time(given: Mapping[str, Any]) -> Mapping[str, Any]:
    """The share of the reports due that were made in time; none where nothing was due."""
    return {"value": rate(given["in_time"], given["due"], "in_time")}
