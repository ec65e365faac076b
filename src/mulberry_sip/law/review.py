"""Administrative review and litigation / 行政复议、行政诉讼: recalled, not yet compared with the official texts."""

from __future__ import annotations

from datetime import date

from mulberry.law.basis import Law
from mulberry.law.parameters import Parameter, fixed
from mulberry.law.text import Text, t
from mulberry_sip.law.licensing import RECONSIDERATION_LAW, REVIEW_DAYS

__all__ = ["RECONSIDERATION_LAW", "REVIEW_DAYS"]

LITIGATION_LAW = Law(
    "administrative-litigation-law",
    t("中华人民共和国行政诉讼法", "Administrative Litigation Law"),
    since=date(2015, 5, 1),
)

LITIGATION_INTERPRETATION = Law(
    "administrative-litigation-interpretation",
    t(
        "最高人民法院关于适用《中华人民共和国行政诉讼法》的解释",
        "Interpretation of the Supreme People's Court on Applying the Administrative Litigation Law",
    ),
    number="法释〔2018〕1号",
    since=date(2018, 2, 8),
)

PENALTY_LAW = Law(
    "administrative-penalty-law",
    t("中华人民共和国行政处罚法", "Administrative Penalty Law"),
    since=date(2021, 7, 15),
)
"""Article 85: which of its periods are working days."""

NOT_TOLD = t("未告知救济权利、机关或期限时的最长月数", "Longest period where the remedy was not told")
OUTER_LIMIT = t("自行为作出之日起的最长年数", "Years after the act beyond which no remedy is open")
OUTER_LIMIT_REAL_PROPERTY = t("因不动产的案件自行为作出之日起的最长年数", "The same where real property is concerned")


def _period(key: str, title: Text, value: int, law: Law, article: int, unit: str) -> Parameter:
    return fixed(key, title, value, law.art(article), unit=unit)


REVIEW_NOT_TOLD = _period("reconsideration.not_told_months", NOT_TOLD, 12, RECONSIDERATION_LAW, 20, "month")
REVIEW_OUTER = _period("reconsideration.outer_years", OUTER_LIMIT, 5, RECONSIDERATION_LAW, 21, "year")
REVIEW_OUTER_REAL_PROPERTY = _period(
    "reconsideration.outer_years_real_property", OUTER_LIMIT_REAL_PROPERTY, 20, RECONSIDERATION_LAW, 21, "year"
)
LITIGATION_MONTHS = _period(
    "litigation.months", t("直接起诉的期限", "Period to sue directly"), 6, LITIGATION_LAW, 46, "month"
)
LITIGATION_DAYS_AFTER_REVIEW = _period(
    "litigation.days_after_review",
    t("复议后起诉的期限", "Period to sue after review"),
    15,
    LITIGATION_LAW,
    45,
    "calendar-day",
)
LITIGATION_NOT_TOLD = _period("litigation.not_told_months", NOT_TOLD, 12, LITIGATION_INTERPRETATION, 64, "month")
LITIGATION_OUTER = _period("litigation.outer_years", OUTER_LIMIT, 5, LITIGATION_LAW, 46, "year")
LITIGATION_OUTER_REAL_PROPERTY = _period(
    "litigation.outer_years_real_property", OUTER_LIMIT_REAL_PROPERTY, 20, LITIGATION_LAW, 46, "year"
)
