"""3.4 Expansion purchase of a listed REIT / REITs扩募购入资产."""

from __future__ import annotations

from mulberry.decisions.declare import Decision, require, warn
from mulberry.decisions.vocabulary import add_months
from mulberry.law.text import t
from mulberry_sip.law.reits import EXPANSION_MONTHS, NDRC_782
from mulberry_sip.m03_resources.reit_facts import ReitFund

NOTICE = NDRC_782.art("")


class ReitExpansion(Decision[ReitFund], id="reit-expansion", system="3.4", clauses="3.6"):
    """Whether a listed fund may apply to buy a further asset."""

    title = t("REITs扩募购入资产", "Expansion purchase of a listed REIT")
    result = ("allowed", t("可以申报扩募", "May apply")), ("refused", t("不可以", "May not"))

    six_months_since_listing = require(
        ReitFund.expansion_applied_on >= add_months(ReitFund.first_listed_on, EXPANSION_MONTHS),
        t("首次发行上市满6个月", "Six months have passed since the first listing"),
        NOTICE,
    )
    related_sector = require(
        ReitFund.related_sector,
        t("购入资产属同一或相关行业", "The purchase is of the same or a related sector"),
        NOTICE,
    )

    tenure_differs = warn(
        ~ReitFund.same_tenure,
        t(
            "原则上应为同一权属类型；不同的，须说明理由。",
            "In principle the tenure is the same; where it differs, give the reason.",
        ),
        NOTICE,
    )
