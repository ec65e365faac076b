"""6.7 Firms on each rung of the listing nursery / 上市梯队."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from mulberry.errors import Invalid
from mulberry.indicators.declare import indicator
from mulberry.law.text import t
from mulberry.record.fields import Fields, choice, many, text, whole
from mulberry_sip.law.listing import NURSERY_CALL

RUNGS = {
    "none": t("未入库", "none"),
    "base": t("基础", "base"),
    "key": t("重点", "key"),
    "pre_ipo": t("拟上市", "pre-IPO"),
    "exited": t("已退出", "exited"),
}
TWICE = t("企业名单（firms）：{firm}列了两次，请核对。", "Firms (firms): {firm} is listed twice; check the list.")


@indicator(
    id="ipo-pipeline",
    system="6.7",
    clauses="6.3",
    title=t("上市梯队", "Firms per rung"),
    unit="firm",
    better="up",
    formula=t("各层级企业数", "Count of firms by rung"),
    takes=Fields(
        firms=many(
            t("企业名单", "Firms"),
            Fields(firm=text(t("企业", "Firm")), rung=choice(t("层级", "Rung"), RUNGS)),
        )
    ),
    gives=Fields(
        base=whole(t("基础", "Base"), unit="firm"),
        key=whole(t("重点", "Key"), unit="firm"),
        pre_ipo=whole(t("拟上市", "Pre-IPO"), unit="firm"),
    ),
    bases=(NURSERY_CALL.art(""),),
)
def ipo_pipeline(given: Mapping[str, Any]) -> Mapping[str, Any]:
    """How many firms stand on each rung; whoever left or has none is not counted. A firm stands on one rung."""
    times = Counter(one["firm"] for one in given["firms"])
    for firm, count in times.items():
        if count > 1:
            raise Invalid("firms", TWICE.format(firm=firm))
    rungs = Counter(one["rung"] for one in given["firms"])
    return {rung: rungs[rung] for rung in ("base", "key", "pre_ipo")}
