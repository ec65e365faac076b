"""The usual names of a register's commands, and what is said where a move is not allowed."""

from __future__ import annotations

from mulberry.law.text import t
from mulberry.record.field import Refusal

COMMAND_TITLES = {
    "enter": t("登记", "Enter"),
    "amend": t("变更登记内容", "Amend"),
    "move": t("变更状态", "Move to another state"),
    "attach": t("附加材料", "Attach a paper"),
}
"""Where a register says nothing else, a command of this name bears this title."""

MOVE_NOT_ALLOWED = Refusal(
    "move_not_allowed",
    t(
        "当前状态为“{state}”，不能变更为“{to}”，可变更为：{may}。",
        "From “{state_en}” it cannot move to “{to_en}”, only to {may_en}.",
    ),
)
