"""The usual names of a procedure's commands, and what is said where none of them is possible."""

from __future__ import annotations

from mulberry.law.text import t
from mulberry.record.field import Refusal

COMMAND_TITLES = {
    "submit": t("提交", "Submit"),
    "correct": t("一次告知补正", "Ask once for everything missing"),
    "supply": t("补正材料", "Supply what was missing"),
    "accept": t("受理", "Accept"),
    "reject": t("不予受理", "Not accept"),
    "review": t("审查", "Review"),
    "hear": t("听证", "Hear"),
    "suspend": t("中止计时", "Stop the clock"),
    "resume": t("恢复计时", "Let the clock run again"),
    "extend": t("延长期限", "Extend the period"),
    "decide": t("作出决定", "Decide"),
    "issue": t("颁发送达", "Issue and deliver"),
    "withdraw": t("撤回", "Withdraw"),
    "appeal": t("申请救济", "Ask for a remedy"),
    "report": t("报告", "Report"),
    "close": t("办结", "Close"),
    "publish": t("公示", "Publish"),
    "object": t("提出异议", "Object"),
    "assign": t("交办", "Assign"),
    "escalate": t("提请上级", "Escalate"),
    "recommend": t("推荐", "Recommend"),
}
"""Where a procedure says nothing else, a command of this name bears this title."""

SECOND_PERSON_NEEDED = Refusal(
    "second_person_needed",
    t(
        "“{act}”须由办理“{before}”以外的另一人办理。",
        "“{act_en}” needs a second person: not the one who did “{before_en}”.",
    ),
)
CLOCK_WORDS = {
    "not_started": t("未开始", "not started"),
    "running": t("计时中", "running"),
    "suspended": t("中止", "suspended"),
    "stopped": t("已停止", "stopped"),
}
