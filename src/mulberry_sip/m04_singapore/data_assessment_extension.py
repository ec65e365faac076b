"""4.2.2 Extension of an assessment's validity / 数据出境安全评估结果延期."""

from __future__ import annotations

from mulberry.decisions.declare import Decision, amount, first, require, route
from mulberry.decisions.expression import AS_OF
from mulberry.decisions.facts import boolean, day, integer
from mulberry.decisions.vocabulary import add_years
from mulberry.law.text import t
from mulberry_sip.law.data_export import ASSESSMENT_RENEWAL_DAYS, ASSESSMENT_VALIDITY_YEARS, CAC_ORDER_16
from mulberry_sip.subjects.enterprise import Enterprise


class AssessedExporter(Enterprise):
    """A processor that passed a security assessment and means to go on exporting."""

    assessment_issued_on = day(
        t("评估结果出具日", "Day the assessment's result was issued"),
        t("评估结果通知书上的日期。", "The date on the notice of the result."),
    )
    working_days_to_expiry = integer(
        t("申请日距有效期届满的工作日数", "Working days from the request to the expiry"),
        t("届满当日为0，已届满为负。", "0 on the day of expiry, negative after it."),
        unit="working-day",
        low=None,
    )
    changed_since = boolean(
        t("发生须重新申报的变化", "Something changed that calls for a new assessment"),
        t(
            "目的、方式、范围、种类、接收方用途、保存期限或地点、当地法律环境等有变化。",
            "Purpose, manner, scope, kind, the recipient's use, time or place of storage, the law abroad …",
        ),
    )


EXPIRED = (add_years(AssessedExporter.assessment_issued_on, ASSESSMENT_VALIDITY_YEARS) < AS_OF) | (
    AssessedExporter.working_days_to_expiry < 0
)


class DataAssessmentExtension(
    Decision[AssessedExporter], id="data-assessment-extension", system="4.2.2", clauses="4.1"
):
    """Whether the validity of an assessment may be extended for another three years today."""

    title = t("数据出境安全评估结果延期", "Extension of an assessment's validity")

    window_open = require(
        ~EXPIRED & (AssessedExporter.working_days_to_expiry <= ASSESSMENT_RENEWAL_DAYS),
        t("已进入届满前60个工作日且尚未届满", "Within the last 60 working days before the expiry"),
        CAC_ORDER_16.art(9),
    )
    unchanged = require(
        ~AssessedExporter.changed_since,
        t("未发生须重新申报的变化", "Nothing changed that calls for a new assessment"),
        CAC_ORDER_16.art(9),
    )

    result = first(
        route("expired", t("已届满：须重新申报", "Expired: a new assessment is needed"), EXPIRED),
        route("new_assessment", t("情形已变化：须重新申报", "Changed: a new assessment is needed"), ~unchanged),
        route("open", t("可以申请延期", "The extension may be asked for"), window_open),
        otherwise=("not_yet_open", t("尚未进入申请期间", "Too early to ask")),
    )

    opens_at_working_days = amount(
        ASSESSMENT_RENEWAL_DAYS,
        t("届满前多少个工作日起可申请", "Working days before the expiry from which it may be asked for"),
        CAC_ORDER_16.art(9),
    )
