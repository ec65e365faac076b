"""4.5.1 Foreign-exchange registration at the bank / 境外直接投资外汇登记."""

from __future__ import annotations

from mulberry.decisions.declare import Decision, require
from mulberry.decisions.vocabulary import contains
from mulberry.law.text import t
from mulberry_sip.law.outbound_investment import FX_REGULATION, SAFE_13
from mulberry_sip.m04_singapore.overseas_project import OverseasProject


class OutboundFxRegistration(Decision[OverseasProject], id="outbound-fx-registration", system="4.5.1", clauses="4.4"):
    """Whether a bank may register the investment, and so remit."""

    title = t("境外直接投资外汇登记", "Foreign-exchange registration at the bank")
    result = (
        ("register_at_bank", t("可以在银行办理外汇登记", "May be registered at the bank")),
        ("refused", t("不予登记", "Refused")),
    )

    approval_or_filing_first = require(
        contains(OverseasProject.documents_held, OverseasProject.documents_required),
        t("核准、备案文件已全部取得且有效", "Every approval or filing that is required is there and valid"),
        [FX_REGULATION.art(17), SAFE_13.art("")],
    )
