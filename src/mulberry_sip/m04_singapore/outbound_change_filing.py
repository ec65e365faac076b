"""4.5.2 Is a change to be filed / 境外投资变更."""

from __future__ import annotations

from mulberry.decisions.declare import Decision, amount, require
from mulberry.decisions.vocabulary import as_percent, greatest, ratio, share
from mulberry.law.text import t
from mulberry_sip.law.outbound_investment import CHANGE_AMOUNT, CHANGE_SHARE, NDRC_ORDER_11
from mulberry_sip.m04_singapore.filed_investment import FiledInvestment

CHANGES = NDRC_ORDER_11.art(34)


class OutboundChangeFiling(Decision[FiledInvestment], id="outbound-change-filing", system="4.5.2", clauses="4.4"):
    """Whether a change of an investment must be filed again."""

    title = t("境外投资变更", "Is a change to be filed")
    result = ("not_required", t("无须变更", "Nothing to file")), ("required", t("须办理变更", "The change is filed"))

    change_usd = amount(
        greatest(
            FiledInvestment.new_amount_usd - FiledInvestment.filed_amount_usd,
            FiledInvestment.filed_amount_usd - FiledInvestment.new_amount_usd,
        ),
        t("中方投资额变化", "Change of the Chinese side's amount, up or down"),
        CHANGES,
    )
    change_share = amount(
        as_percent(ratio(change_usd, FiledInvestment.filed_amount_usd)),
        t("变化占原额比例", "Change as a share of the amount filed"),
        CHANGES,
    )

    share_below_level = require(
        share(change_usd, FiledInvestment.filed_amount_usd) < CHANGE_SHARE,
        t("中方投资额变化不足20%", "The amount changes by less than 20 %"),
        CHANGES,
    )
    amount_below_level = require(
        change_usd < CHANGE_AMOUNT,
        t("中方投资额变化不足1亿美元", "The amount changes by less than USD 100 million"),
        CHANGES,
    )
    same_investors = require(
        ~FiledInvestment.investor_changed, t("投资主体未增减", "No investor joined or left"), CHANGES
    )
    same_place = require(~FiledInvestment.place_changed, t("投资地点未变", "The place is the same"), CHANGES)
    same_content = require(
        ~FiledInvestment.main_content_changed, t("主要内容未变", "The main content is the same"), CHANGES
    )
