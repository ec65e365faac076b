"""4.5.2 What is asked about an investment that has been filed / 已备案境外投资事实."""

from __future__ import annotations

from mulberry.decisions.facts import Subject, boolean, money
from mulberry.law.text import t


class FiledInvestment(Subject, kind="project"):
    """An overseas investment with its document in hand."""

    filed_amount_usd = money(t("已备案（核准）的中方投资额", "Chinese side's amount as filed"), unit="USD")
    new_amount_usd = money(
        t("现中方投资额", "Chinese side's amount now"),
        t("没有变化的填原额。", "As filed where nothing changed."),
        unit="USD",
    )
    investor_changed = boolean(t("增加或减少投资主体", "An investor joined or left"))
    place_changed = boolean(t("投资地点变化", "The place changed"))
    main_content_changed = boolean(t("主要内容和规模变化", "The main content changed"))
    chinese_side_amount_usd = money(t("中方投资额", "Chinese side's amount"), unit="USD")
    sensitive_project = boolean(t("敏感类项目", "Sensitive project"))
    big_losses = boolean(t("出现重大经营亏损", "Big losses"))
    safety_or_mass_incident = boolean(t("发生重大安全事故或群体性事件", "A serious accident or a mass incident"))
    serious_violation = boolean(t("存在严重违规", "A serious violation"))
