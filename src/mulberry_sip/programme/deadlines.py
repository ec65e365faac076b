"""X.1 Statutory period: the last lawful day / 法定期间计算, and the share of cases decided by it / 按时办结率.

The arithmetic is the engine's; here it is given to the sentences that run on it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mulberry.indicators.declare import indicator
from mulberry.law.periods import Suspension, Unit, deadline
from mulberry.law.statutes import CIVIL_CODE, HOLIDAY_MEASURES, LICENSING_LAW
from mulberry.law.text import t
from mulberry.mechanisms.declare import Setting, mechanism
from mulberry.record.fields import Fields, choice, day, many, percent, text, whole, yes_no
from mulberry_sip.rates import rate

SUSPENSION = Fields(
    from_=day(t("中止起日", "Suspended from")),
    to=day(t("中止止日", "Suspended to, included")),
    reason=text(t("中止事由", "Reason"), optional=True),
    notified_in_writing=yes_no(t("已书面告知申请人", "The applicant was told in writing")),
)
NOTE = Fields(zh=text(t("中文", "Chinese")), en=text(t("英文", "English")))


@mechanism(
    id="statutory-deadline",
    system="X.1",
    clauses=("13.1", "C.5", "C.6"),
    title=t("法定期间计算", "Statutory period: the last lawful day"),
    subject="period",
    takes=Fields(
        from_=day(t("起算事件之日（当日不计）", "Day of the event, not counted")),
        count=whole(t("期间", "Length of the period"), low=1),
        unit=choice(t("单位", "Unit"), {unit.value: unit.label for unit in Unit}),
        suspensions=many(t("不计入期间的时间", "Time that does not count"), SUSPENSION, optional=True),
    ),
    gives=Fields(
        deadline=day(t("期间最后一日", "Last lawful day")),
        published=yes_no(t("所涉年度的放假安排均已公布", "Every calendar year touched has been announced")),
        unpublished_years=many(t("尚未公布的年度", "Years not announced"), whole(t("年度", "Year"))),
        base_deadline=day(t("未计中止时的最后一日", "Last day before suspensions")),
        suspended_working_days=whole(t("中止的工作日数", "Working days suspended"), unit="working-day"),
        notes=many(t("说明", "Notes"), NOTE),
    ),
    bases=(
        CIVIL_CODE.art(201),
        CIVIL_CODE.art(202),
        CIVIL_CODE.art(203),
        HOLIDAY_MEASURES.art(""),
        LICENSING_LAW.art(45),
    ),
)
def statutory_deadline(given: Mapping[str, Any], setting: Setting) -> Mapping[str, Any]:
    """The last lawful day; provisional, and said to be so, while a calendar year it touches is not announced."""
    suspensions = [Suspension.from_json(item) for item in given["suspensions"] or ()]
    found = deadline(
        given["from"], given["count"], given["unit"], suspensions, calendar=setting.calendar, as_of=setting.as_of
    )
    return {
        "deadline": found.deadline,
        "published": found.published,
        "unpublished_years": found.unpublished_years,
        "base_deadline": found.base_deadline,
        "suspended_working_days": found.suspended_working_days,
        "notes": [note.to_json() for note in found.notes],
    }


@indicator(
    id="on-time-rate",
    system="X.1",
    clauses=("13.1", "C.6"),
    title=t("按时办结率", "Share of cases decided by the deadline"),
    unit="percent",
    better="up",
    formula=t("期限内办结件数 ÷ 办结件数", "cases decided by their deadline / cases decided"),
    takes=Fields(
        decided=whole(t("办结件数", "Cases decided"), unit="case"),
        decided_by_deadline=whole(t("期限内办结件数", "Cases decided by their deadline"), unit="case"),
    ),
    gives=Fields(value=percent(t("按时办结率", "Share decided in time"), optional=True)),
    bases=(LICENSING_LAW.art(42),),
)
def on_time_rate(given: Mapping[str, Any]) -> Mapping[str, Any]:
    """The share decided in time; none where nothing was decided."""
    return {"value": rate(given["decided_by_deadline"], given["decided"], "decided_by_deadline")}
