"""What the doors themselves refuse, whatever the instrument."""

from __future__ import annotations

from mulberry.errors import Refused
from mulberry.law.text import Text, t


class NotFound(Refused):
    """There is nothing of that name, or not for this person: nobody is told which."""

    def __init__(self) -> None:
        super().__init__(
            "not_found",
            t(
                "没有这一办件，或您无权查看；请核对编号，或用有权的账号登录。",
                "There is no such case, or not for you; check its number or sign in as somebody who may see it.",
            ),
        )


CHANGED_MEANWHILE = t(
    "在您打开之后，他人已办理了此件（您看到的是第{seen}版，现为第{now}版）；请刷新后再办。",
    "Somebody has acted on this since you opened it (you saw version {seen}, it is now {now}); reload and look again.",
)
NOT_COMPETENT = t(
    "您没有以“{role}”身份办理此事项的权限；请由有该权限的人员办理，或向本单位负责人申请。",
    "You may not act here as “{role}”; leave it to somebody who may, or ask the head of your office for the right.",
)
TAKEN = t("此编号已被使用；请另选一个。", "This number is taken; choose another.")
KEY_REUSED = t(
    "此请求编号已用于另一项操作；请刷新页面后重新提交。",
    "This request key was used for another act; reload the page and send it again.",
)
CLOCK_BEHIND = t(
    "办理时间{at}早于此件最近一次记录{last}；请校准时钟后再办。",
    "The time of the act, {at}, lies before the last entry of {last}; set the clock right and act again.",
)
BUSY = t(
    "此刻许多人正在办理同一事项，未作任何记录；请稍后再试。",
    "Many people are acting on this at the moment; nothing was recorded. Try again shortly.",
)
RUNAWAY = t(
    "后续动作过多，已停止且未作任何记录；请告知系统管理员。",
    "Too many acts followed from this one; nothing was recorded. Tell the administrator.",
)


def refused(code: str, text: Text, **values: object) -> Refused:
    """A refusal with its values filled in."""
    return Refused(code, text.format(**values) if values else text)
