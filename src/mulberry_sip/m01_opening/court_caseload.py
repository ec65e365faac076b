"""1.5 Cases received and closed by the Suzhou court / 苏州国际商事法庭收结案."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mulberry.indicators.declare import indicator
from mulberry.law.text import t
from mulberry.record.fields import Fields, percent, whole
from mulberry_sip.law.policy import POLICY
from mulberry_sip.rates import rate

RECEIVED = t("收案数（成立以来）", "Cases received since the court was set up")
CLOSED = t("结案数（成立以来）", "Cases closed since the court was set up")


@indicator(
    id="suzhou-court-caseload",
    system="1.5",
    clauses="1.4",
    title=t("苏州国际商事法庭收结案", "Cases received and closed by the Suzhou court"),
    unit="case",
    better="up",
    formula=t("成立以来结案数 ÷ 收案数", "cases closed / cases received, since the court was set up"),
    takes=Fields(cases_received=whole(RECEIVED, unit="case"), cases_closed=whole(CLOSED, unit="case")),
    gives=Fields(
        cases_received=whole(RECEIVED, unit="case"),
        cases_closed=whole(CLOSED, unit="case"),
        value=percent(t("结案率", "Share of cases closed"), optional=True),
    ),
    bases=(POLICY.art(1),),
)
def suzhou_court_caseload(given: Mapping[str, Any]) -> Mapping[str, Any]:
    """Both numbers and the share closed; none before the first case."""
    share = rate(given["cases_closed"], given["cases_received"], "cases_closed")
    return {"cases_received": given["cases_received"], "cases_closed": given["cases_closed"], "value": share}
