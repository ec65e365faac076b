"""The usual names of an account's commands, and what is said where a holder has not enough."""

from __future__ import annotations

from mulberry.law.text import t
from mulberry.record.field import Refusal

COMMAND_TITLES = {
    "open": t("开户", "Open"),
    "transfer": t("划转", "Transfer"),
    "hold": t("预留", "Hold"),
    "use": t("使用", "Use"),
    "release": t("释放预留", "Release"),
    "lapse": t("失效", "Lapse"),
    "reverse": t("冲正", "Reverse"),
    "issue": t("登入", "Issue"),
    "retire": t("注销", "Retire"),
}
"""Where an account says nothing else, a command of this name bears this title."""

INSUFFICIENT = Refusal(
    "insufficient",
    t("“{holder}”余额为{held}，不足{wanted}。", "“{holder}” holds {held}, which is less than {wanted}."),
)
