"""Administrative licensing and the remedies against it / 行政许可法、行政复议法.

Numbers of articles 32, 42 to 45 and 50 of the Licensing Law were read in a published copy, the rest recalled; none has
been compared with the official text yet.
"""

from __future__ import annotations

from datetime import date

from mulberry.law.basis import Law
from mulberry.law.parameters import fixed
from mulberry.law.statutes import LICENSING_LAW
from mulberry.law.text import t

RECONSIDERATION_LAW = Law(
    "reconsideration-law",
    t("中华人民共和国行政复议法", "Administrative Reconsideration Law"),
    since=date(2024, 1, 1),
)

COMPLETENESS_DAYS = fixed(
    "licensing.completeness_days",
    t("一次告知补正的期限", "Days to tell everything that is missing"),
    5,
    LICENSING_LAW.art(32),
    unit="working-day",
)
DECISION_DAYS = fixed(
    "licensing.decision_days",
    t("作出许可决定的期限", "Days to decide"),
    20,
    LICENSING_LAW.art(42),
    unit="working-day",
)
DECISION_EXTENSION_DAYS = fixed(
    "licensing.decision_extension_days",
    t("经本行政机关负责人批准的延长", "Extension approved by the head of the agency"),
    10,
    LICENSING_LAW.art(42),
    unit="working-day",
)
JOINT_DECISION_DAYS = fixed(
    "licensing.joint_decision_days",
    t("统一、联合、集中办理的决定期限", "Days to decide in unified, joint or centralised handling"),
    45,
    LICENSING_LAW.art(42),
    unit="working-day",
)
JOINT_EXTENSION_DAYS = fixed(
    "licensing.joint_extension_days",
    t("经本级人民政府负责人批准的延长", "Extension approved by the head of the government of the same level"),
    15,
    LICENSING_LAW.art(42),
    unit="working-day",
)
DELIVERY_DAYS = fixed(
    "licensing.delivery_days",
    t("颁发、送达许可证件的期限", "Days to issue and deliver the licence"),
    10,
    LICENSING_LAW.art(44),
    unit="working-day",
)
HEARING_NOTICE_DAYS = fixed(
    "licensing.hearing_notice_days",
    t("听证前告知时间、地点的期限", "Days of notice before a hearing"),
    7,
    LICENSING_LAW.art(48),
    unit="working-day",
)
RENEWAL_LEAD_DAYS = fixed(
    "licensing.renewal_lead_days",
    t("届满前提出延续申请的期限", "Days before expiry by which a renewal is asked for"),
    30,
    LICENSING_LAW.art(50),
    unit="calendar-day",
)
REVIEW_DAYS = fixed(
    "reconsideration.apply_days",
    t("申请行政复议的最短期限", "Shortest period to apply for administrative review"),
    60,
    RECONSIDERATION_LAW.art(20),
    unit="calendar-day",
)
