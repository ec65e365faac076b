"""Ways into the policy."""

from mulberry.law.text import t
from mulberry_web.page.ways import Way

WAYS = (
    Way(
        "policy",
        t("政策原文", "The policy"),
        t(
            "中英对照，逐句列出由什么来落实。",
            "Chinese and English side by side, each sentence with what carries it out.",
        ),
        order=10,
    ),
    Way(
        "coverage",
        t("落实情况", "Coverage"),
        t("哪些句子已有政策工具，哪些还没有。", "Which sentences have instruments, and which have none yet."),
        order=70,
        in_header=False,
    ),
    Way(
        "instruments",
        t("全部事项", "Instruments"),
        t(
            "每个判定、程序、登记、账户、机制和指标，连同其法律依据。",
            "Every decision, procedure, register, account, mechanism and indicator, with its law.",
        ),
        order=80,
        in_header=False,
    ),
)
