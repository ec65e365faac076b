"""3.4 Limits on a REIT fund / REITs基金运作比例."""

from __future__ import annotations

from mulberry.decisions.declare import Decision, require
from mulberry.law.text import t
from mulberry_sip.law.reits import (
    CSRC_GUIDE,
    FUND_ABS_SHARE,
    FUND_DISTRIBUTION,
    FUND_INVESTORS,
    FUND_LEVERAGE,
    FUND_ORIGINATOR,
    FUND_RAISED,
)
from mulberry_sip.m03_resources.reit_facts import ReitFund

GUIDE = CSRC_GUIDE.art("")


class ReitFundLimits(Decision[ReitFund], id="reit-fund-limits", system="3.4", clauses="3.6"):
    """Whether a fund keeps the proportions the guide asks."""

    title = t("REITs基金运作比例", "Limits on a REIT fund")
    result = ("compliant", t("符合", "Keeps them")), ("not_compliant", t("不符合", "Does not"))

    infrastructure_share = require(
        ReitFund.infrastructure_abs_share >= FUND_ABS_SHARE,
        t("80%以上基金资产投资于基础设施资产支持证券", "At least 80 % of its assets are in infrastructure ABS"),
        GUIDE,
    )
    full_ownership = require(
        ReitFund.owns_project_company_fully,
        t("持有项目公司全部股权", "It owns the project company fully"),
        GUIDE,
    )
    # Where nothing can be distributed, nothing need be.
    distribution = require(
        (ReitFund.distributable_cny <= 0)
        | (ReitFund.distributed_cny >= ReitFund.distributable_cny * FUND_DISTRIBUTION),
        t("年度分配不低于可供分配金额的90%", "At least 90 % of the distributable amount is distributed"),
        GUIDE,
    )
    leverage = require(
        ReitFund.total_assets_cny <= ReitFund.net_assets_cny * FUND_LEVERAGE,
        t("总资产不超过净资产的140%", "Total assets are at most 140 % of net assets"),
        GUIDE,
    )
    originator_share = require(
        ReitFund.originator_share >= FUND_ORIGINATOR,
        t("原始权益人及关联方认购不低于20%", "The originator subscribes at least 20 %"),
        GUIDE,
    )
    investors = require(
        ReitFund.investors >= FUND_INVESTORS,
        t("投资者不少于1000人", "At least 1,000 investors"),
        GUIDE,
    )
    raised_amount = require(
        ReitFund.raised_cny >= FUND_RAISED,
        t("募集金额不低于2亿元", "At least 200 million is raised"),
        GUIDE,
    )
