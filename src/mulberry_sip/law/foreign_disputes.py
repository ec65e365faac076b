"""Foreign-related commercial disputes: courts, forum, periods / 涉外商事纠纷：管辖、期间.

Articles of the Civil Procedure Law, of the two interpretations on its levels and forums and of the provisions on the
International Commercial Court were read in published copies. The split of smaller claims in Suzhou is not established.
"""

from __future__ import annotations

from datetime import date

from mulberry.law.basis import Basis, Law
from mulberry.law.parameters import Parameter, fixed, missing, parameter
from mulberry.law.text import Text, t

PROCEDURE = t("中华人民共和国民事诉讼法", "Civil Procedure Law")
CIVIL_PROCEDURE_2021 = Law(
    "civil-procedure-law-2021", PROCEDURE, since=date(2022, 1, 1), until=date(2023, 12, 31), confirmed=True
)
CIVIL_PROCEDURE = Law("civil-procedure-law", PROCEDURE, since=date(2024, 1, 1), confirmed=True)
"""As amended in 2023: the choice of a court without a connection, two of the three exclusive matters, foreign clauses
and the inconvenient forum are new in it."""

PROCEDURE_INTERPRETATION = Law(
    "civil-procedure-interpretation",
    t(
        "最高人民法院关于适用《中华人民共和国民事诉讼法》的解释",
        "Interpretation of the Supreme People's Court on Applying the Civil Procedure Law",
    ),
    since=date(2022, 4, 10),
    confirmed=True,
)

LEVELS = Law(
    "foreign-related-jurisdiction-provisions",
    t(
        "最高人民法院关于涉外民商事案件管辖若干问题的规定",
        "Provisions of the Supreme People's Court on Jurisdiction over Foreign-related Civil and Commercial Cases",
    ),
    number="法释〔2022〕18号",
    since=date(2023, 1, 1),
    confirmed=True,
)

SUZHOU_COURT = Law(
    "suzhou-international-commercial-court",
    t(
        "最高人民法院关于设立苏州国际商事法庭的批复",
        "Reply of the Supreme People's Court on the Suzhou International Commercial Court",
    ),
    since=date(2020, 11, 27),
)
"""Its remit is known from a report of 2020, before the provisions of 2022."""

INTERNATIONAL_COMMERCIAL_COURT = Law(
    "international-commercial-court-provisions",
    t(
        "最高人民法院关于设立国际商事法庭若干问题的规定",
        "Provisions of the Supreme People's Court on the International Commercial Court",
    ),
    since=date(2024, 1, 1),
    confirmed=True,
)

ARBITRATION = t("中华人民共和国仲裁法", "Arbitration Law")
ARBITRATION_LAW_2017 = Law(
    "arbitration-law-2017", ARBITRATION, since=date(2018, 1, 1), until=date(2026, 2, 28), confirmed=True
)
ARBITRATION_LAW = Law("arbitration-law", ARBITRATION, since=date(2026, 3, 1))


def _claim(name: str, title: Text, cny: int, basis: Basis) -> Parameter:
    return fixed(f"dispute.{name}_cny", title, cny, basis, type="money", unit="CNY", standing="confirmed")


INTERMEDIATE_CLAIM = _claim(
    "intermediate_claim",
    t("中级法院标的额起点（含本数）", "Claim from which an intermediate court hears the case, inclusive"),
    20_000_000,
    LEVELS.art("2(1)"),
)
INTERMEDIATE_CLAIM_HIGHER = _claim(
    "intermediate_claim_higher",
    t(
        "中级法院标的额起点（京津沪苏浙闽鲁粤渝，含本数）",
        "The same in nine provinces and cities, Jiangsu among them, inclusive",
    ),
    40_000_000,
    LEVELS.art("2(1)"),
)
HIGH_COURT_CLAIM = _claim(
    "high_court_claim",
    t("高级法院标的额起点（含本数）", "Claim from which a High Court hears the case, inclusive"),
    5_000_000_000,
    LEVELS.art(3),
)
SUPREME_COURT_CLAIM = _claim(
    "supreme_court_claim",
    t("国际商事法庭标的额起点（含本数）", "Least claim for the International Commercial Court"),
    300_000_000,
    INTERNATIONAL_COMMERCIAL_COURT.art("2(1)"),
)
SUZHOU_CENTRALISATION = missing(
    "suzhou_centralisation",
    t("苏州4000万元以下涉外案件的分工", "How Suzhou divides foreign-related claims below forty million"),
    LEVELS.art(4),
    type="enum",
)
"""``basic_court_of_SIP``, ``all_basic_courts`` or ``SICC_all``."""


def _period(name: str, title: Text, count: int, unit: str, article: str | int, former: int | None = None) -> Parameter:
    """A period of the amended law and, where it was the same before, of its version of 2021."""
    since = (count, CIVIL_PROCEDURE.since, None, CIVIL_PROCEDURE.art(article), "confirmed")
    if former is None:
        return parameter(f"dispute.{name}", title, since, unit=unit)
    law = CIVIL_PROCEDURE_2021
    before = (count, law.since, law.until, law.art(former), "confirmed")
    return parameter(f"dispute.{name}", title, before, since, unit=unit)


POST_SERVICE_MONTHS = _period(
    "post_service_months", t("邮寄送达视为送达的月数", "Months to deemed service by post"), 3, "month", 283, 274
)
PUBLICATION_DAYS = _period(
    "publication_days", t("公告送达的天数", "Days to deemed service by publication"), 60, "calendar-day", 283
)
ANSWER_DAYS = _period("answer_days", t("答辩期", "Days to answer"), 30, "calendar-day", 285, 275)
APPEAL_DAYS = _period("appeal_days", t("上诉期", "Days to appeal"), 30, "calendar-day", 286, 276)
APPEAL_ANSWER_DAYS = _period(
    "appeal_answer_days", t("对上诉的答辩期", "Days to answer an appeal"), 30, "calendar-day", 286, 276
)
CONFIRMATION_DAYS = _period(
    "confirmation_days",
    t("申请司法确认调解协议的期限", "Days to ask for judicial confirmation of a settlement"),
    30,
    "calendar-day",
    205,
    201,
)
RECONSIDERATION_DAYS = _period(
    "reconsideration_days",
    t("对承认执行裁定申请复议的期限", "Days to ask for reconsideration on a foreign judgment"),
    10,
    "calendar-day",
    303,
)
EXECUTION_YEARS = _period("execution_years", t("申请执行的期间", "Years to apply for execution"), 2, "year", 250, 246)
SET_ASIDE_MONTHS = parameter(
    "dispute.award_set_aside_months",
    t("申请撤销仲裁裁决的期限", "Months to apply for setting an award aside"),
    (6, ARBITRATION_LAW_2017.since, ARBITRATION_LAW_2017.until, ARBITRATION_LAW_2017.art(59), "confirmed"),
    (3, ARBITRATION_LAW.since, None, ARBITRATION_LAW.art(72), "unconfirmed"),
    unit="month",
)
