"""The ways that this room opens, and what it shows on the home page."""

from __future__ import annotations

from mulberry.law.text import t
from mulberry_web.page.ways import Audience, Panel, Way
from mulberry_web.procedures.panels import most_urgent, waiting_for_me

WAYS = (
    Way(
        "apply-index",
        t("申请", "Apply"),
        t(
            "能申请的事项：谁可以申请、要准备什么、多少天内办结。",
            "What can be applied for: who may, what it takes, and within how many days it is decided.",
        ),
        Audience.EVERYONE,
        40,
    ),
    Way(
        "cases",
        t("我的办件", "My cases"),
        t(
            "每一件办到哪一步、还剩几天、要您补什么；没写完的申请也在这里。",
            "Where each case stands, how many days are left and what is asked of you; unfinished applications too.",
        ),
        Audience.APPLICANT,
        45,
    ),
    Way(
        "worklist",
        t("待办", "Worklist"),
        t("按截止日排列的办件，逾期的在最前。", "Open cases by deadline, the late ones first."),
        Audience.OFFICER,
        45,
    ),
    Way(
        "worklist",
        t("在办件", "Open cases"),
        t(
            "所监督机关正在办理的办件，逾期的在最前。",
            "What the offices you supervise are handling, the late ones first.",
        ),
        Audience.SUPERVISOR,
        46,
    ),
)

PANELS = (
    Panel(Audience.APPLICANT, "procedures/panel_mine.html", waiting_for_me, 5),
    Panel(Audience.OFFICER, "procedures/panel_worklist.html", most_urgent, 5),
    Panel(Audience.SUPERVISOR, "procedures/panel_worklist.html", most_urgent, 6),
)
