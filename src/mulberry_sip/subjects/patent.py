"""Patent / 专利: facts that more than one system reads."""

from __future__ import annotations

from mulberry.decisions.facts import Subject, choice
from mulberry.law.text import t


class Patent(Subject, kind="patent"):
    """One patent, or an application for one."""

    patent_type = choice(
        t("专利类型", "Type of patent"),
        {
            "invention": t("发明", "invention"),
            "utility_model": t("实用新型", "utility model"),
            "design": t("外观设计", "design"),
        },
    )
