"""4.5.2 Key supervision of overseas investments / 境外投资重点督查."""

from __future__ import annotations

from mulberry.decisions.declare import Decision, require
from mulberry.law.text import t
from mulberry_sip.law.outbound_investment import KEY_SUPERVISION_LEVEL, REPORTING_24
from mulberry_sip.m04_singapore.filed_investment import FiledInvestment

LIST = REPORTING_24.art(18)


class OutboundKeySupervision(Decision[FiledInvestment], id="outbound-key-supervision", system="4.5.2", clauses="4.4"):
    """Whether an investment is on the list of key supervision: one ground is enough."""

    title = t("境外投资重点督查", "Key supervision of overseas investments")
    result = ("not_listed", t("不列入", "Not listed")), ("listed", t("列入重点督查", "Under key supervision"))

    amount_below_level = require(
        FiledInvestment.chinese_side_amount_usd < KEY_SUPERVISION_LEVEL,
        t("中方投资额不足3亿美元", "The Chinese side's amount is below USD 300 million"),
        LIST,
    )
    not_sensitive = require(~FiledInvestment.sensitive_project, t("不是敏感类项目", "Not a sensitive project"), LIST)
    no_big_losses = require(~FiledInvestment.big_losses, t("未出现重大经营亏损", "No big losses"), LIST)
    no_incident = require(
        ~FiledInvestment.safety_or_mass_incident,
        t("未发生重大安全事故及群体性事件", "No serious accident or mass incident"),
        LIST,
    )
    no_serious_violation = require(~FiledInvestment.serious_violation, t("没有严重违规", "No serious violation"), LIST)
