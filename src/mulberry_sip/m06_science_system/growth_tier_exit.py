"""6.7 Leaving the STAR growth tier / 科创成长层调出.

Whoever was listed before the reform leaves with the first profit; whoever came after must meet the profit or revenue of
set 1.
"""

from __future__ import annotations

from mulberry.decisions.declare import Decision, finding, first, route
from mulberry.decisions.vocabulary import all_of, ite
from mulberry.law.text import t
from mulberry_sip.law.listing import STAR_TIER, TIER_PROFITS, TIER_REVENUE
from mulberry_sip.m06_science_system.issuer import Issuer

GUIDE = STAR_TIER.art("")


class StarGrowthTierExit(Decision[Issuer], id="star-growth-tier-exit", system="6.7", clauses="6.3"):
    """Whether a firm leaves the growth tier after its last full year."""

    title = t("科创成长层调出", "Leaving the STAR growth tier")

    first_profit = finding(
        Issuer.net_profit_y3_cny > 0,
        t("最近一年盈利", "The last year is profitable"),
        GUIDE,
    )
    two_years_profit = finding(
        all_of(
            Issuer.net_profit_y2_cny > 0,
            first_profit,
            Issuer.net_profit_y2_cny + Issuer.net_profit_y3_cny >= TIER_PROFITS,
        ),
        t("两年盈利且合计5000万元以上", "Two profitable years of at least 50 million together"),
        GUIDE,
    )
    profit_and_revenue = finding(
        first_profit & (Issuer.revenue_y3_cny >= TIER_REVENUE),
        t("最近一年盈利且营业收入1亿元以上", "A profitable last year with revenue of at least 100 million"),
        GUIDE,
    )

    result = first(
        route(
            "leaves",
            t("调出科创成长层", "Leaves the growth tier"),
            ite(Issuer.registered_after_reform, two_years_profit | profit_and_revenue, first_profit),
        ),
        otherwise=("stays", t("留在科创成长层", "Stays in the growth tier")),
    )
