"""6.7 Rung of the SIP listing nursery / 园区上市苗圃企业分级.

The highest rung that is met. Profit must *exceed* its lines; valuation, revenue and R&D reach theirs.
"""

from __future__ import annotations

from mulberry.decisions.declare import Decision, finding, first, route
from mulberry.decisions.vocabulary import all_of, any_of, share
from mulberry.law.text import t
from mulberry_sip.law.listing import (
    BASE_PROFIT,
    BASE_VALUATION,
    KEY_PROFIT,
    KEY_RD,
    KEY_RD_SHARE,
    KEY_REVENUE,
    KEY_VALUATION,
    NURSERY_CALL,
)
from mulberry_sip.m06_science_system.issuer import Issuer

CALL = NURSERY_CALL.art("")


class IpoNurseryRung(Decision[Issuer], id="ipo-nursery-rung", system="6.7", clauses="6.3"):
    """On which rung of the listing nursery a firm stands."""

    title = t("园区上市苗圃企业分级", "Rung of the SIP listing nursery")

    base_industry = finding(
        Issuer.fits_park_industry, t("基础：符合园区产业方向", "Base: fits the park's industries"), CALL
    )
    base_valuation = finding(
        Issuer.valuation_cny >= BASE_VALUATION,
        t("基础：估值1亿元以上", "Base: valued at 100 million or more"),
        CALL,
    )
    base_profit_with_status = finding(
        (Issuer.net_profit_y3_cny > BASE_PROFIT)
        & Issuer.valid_statuses.has_any("hnte", "sci_tech_sme", "private_sci_tech_firm", "advanced_service_firm"),
        t(
            "基础：净利润超过150万元，且为高企、科技型中小企业、民营科技企业或技术先进型服务企业",
            "Base: profit above 1.5 million, with a status as HNTE, science and technology SME or the like",
        ),
        CALL,
    )
    base_phase2 = finding(
        Issuer.biopharma_phase2_approved,
        t("基础：生物医药企业获准二期临床", "Base: a biopharma product cleared for phase II"),
        CALL,
    )
    key_valuation = finding(
        Issuer.valuation_cny >= KEY_VALUATION,
        t("重点：估值3亿元以上", "Key: valued at 300 million or more"),
        CALL,
    )
    key_revenue = finding(
        Issuer.revenue_y3_cny >= KEY_REVENUE,
        t("重点：营业收入5000万元以上", "Key: revenue of 50 million or more"),
        CALL,
    )
    key_profit = finding(
        Issuer.net_profit_y3_cny > KEY_PROFIT,
        t("重点：净利润超过500万元", "Key: profit above 5 million"),
        CALL,
    )
    key_rd = finding(
        (share(Issuer.rd_expense_y3_cny, Issuer.revenue_y3_cny) >= KEY_RD_SHARE) & (Issuer.rd_expense_y3_cny >= KEY_RD),
        t("重点：研发费用500万元以上且占比15%以上", "Key: R&D of 5 million or more, and 15 % of revenue"),
        CALL,
    )
    pre_ipo_joint_stock = finding(
        Issuer.joint_stock, t("拟上市：已完成股改", "Pre-IPO: turned into a joint-stock company"), CALL
    )
    pre_ipo_set = finding(
        Issuer.meets_listing_set, t("拟上市：符合上市标准", "Pre-IPO: meets a set of listing standards"), CALL
    )
    pre_ipo_contract = finding(
        Issuer.tutoring_or_sponsor_contract,
        t("拟上市：已签辅导或保荐协议", "Pre-IPO: a tutoring or sponsor contract"),
        CALL,
    )

    result = first(
        route(
            "pre_ipo",
            t("拟上市企业", "Pre-IPO rung"),
            all_of(pre_ipo_joint_stock, pre_ipo_set, pre_ipo_contract),
        ),
        route("key", t("重点苗圃企业", "Key rung"), key_valuation & any_of(key_revenue, key_profit, key_rd)),
        route(
            "base",
            t("基础苗圃企业", "Base rung"),
            base_industry & any_of(base_valuation, base_profit_with_status, base_phase2),
        ),
        otherwise=("none", t("尚未入库", "No rung yet")),
    )
