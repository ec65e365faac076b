"""6.7 Which set of listing standards fits / 上市标准适配.

Alternatives: the sets of the board asked for are tested one by one, and one that holds is enough. y3 is the last full
year.
"""

from __future__ import annotations

from mulberry.decisions.declare import Decision, amount, finding, first, route
from mulberry.decisions.expression import Expr
from mulberry.decisions.vocabulary import all_of, any_of, growth, ite, members_where, share, value
from mulberry.law.parameters import Parameter
from mulberry.law.text import t
from mulberry_sip.law import listing as law
from mulberry_sip.m06_science_system.issuer import SETS, Issuer

CAP = Issuer.market_cap_expected_cny
REVENUE = Issuer.revenue_y3_cny
LAST_PROFIT = Issuer.net_profit_y3_cny
PROFITS = Issuer.net_profit_y2_cny + LAST_PROFIT
PROFITABLE = LAST_PROFIT > 0
TWO_PROFITABLE_YEARS = (Issuer.net_profit_y2_cny > 0) & PROFITABLE
RD_2_YEARS = Issuer.rd_expense_y2_cny + Issuer.rd_expense_y3_cny
RD_3_YEARS = Issuer.rd_expense_y1_cny + RD_2_YEARS
REVENUE_2_YEARS = Issuer.revenue_y2_cny + REVENUE
REVENUE_3_YEARS = Issuer.revenue_y1_cny + REVENUE_2_YEARS
CASH_3_YEARS = Issuer.op_cash_flow_y1_cny + Issuer.op_cash_flow_y2_cny + Issuer.op_cash_flow_y3_cny

STAR, CHINEXT, BSE = (Issuer.board == board for board in ("STAR", "ChiNext", "BSE"))
STAR_SETS = law.STAR_RULES.art("2.1.2")
CHINEXT_SETS = law.CHINEXT_RULES.art("2.1.2")
BSE_SETS = law.BSE_RULES.art("2.1.3")


def averages(before: Expr, last: Expr, least: Parameter) -> Expr:
    """Whether two years reach a mark on average: together they reach it twice."""
    return before + last >= value(least) + least


class ListingSets(Decision[Issuer], id="listing-sets", system="6.7", clauses="6.3"):
    """Which of a board's alternative sets of standards a firm meets today."""

    title = t("上市标准适配", "Which set of listing standards fits")

    S1 = finding(
        all_of(
            STAR,
            CAP >= law.S1_CAP,
            (TWO_PROFITABLE_YEARS & (PROFITS >= law.S1_PROFITS)) | (PROFITABLE & (REVENUE >= law.S1_REVENUE)),
        ),
        t(
            "科创板一：市值10亿元，两年盈利合计5000万元，或最近一年盈利且收入1亿元",
            "STAR 1: 1 billion; two profitable years of 50 million, or a profitable last year with 100 million revenue",
        ),
        STAR_SETS,
    )
    S2 = finding(
        all_of(
            STAR,
            CAP >= law.S2_CAP,
            REVENUE >= law.S2_REVENUE,
            share(RD_3_YEARS, REVENUE_3_YEARS) >= law.S2_RD_SHARE,
        ),
        t(
            "科创板二：市值15亿元，收入2亿元，三年研发占比15%",
            "STAR 2: 1.5 billion; 200 million revenue; three years' R&D of 15 %",
        ),
        STAR_SETS,
    )
    S3 = finding(
        all_of(STAR, CAP >= law.S3_CAP, REVENUE >= law.S3_REVENUE, CASH_3_YEARS >= law.S3_CASH),
        t(
            "科创板三：市值20亿元，收入3亿元，三年经营现金流1亿元",
            "STAR 3: 2 billion; 300 million revenue; 100 million operating cash over three years",
        ),
        STAR_SETS,
    )
    S4 = finding(
        all_of(STAR, CAP >= law.S4_CAP, REVENUE >= law.S4_REVENUE),
        t("科创板四：市值30亿元，收入3亿元", "STAR 4: 3 billion; 300 million revenue"),
        STAR_SETS,
    )
    S5 = finding(
        all_of(
            STAR,
            CAP >= law.S5_CAP,
            Issuer.product_needs_approval,
            Issuer.large_market,
            Issuer.staged_results,
            ite(Issuer.pharma, Issuer.biopharma_phase2_approved, Issuer.technical_edge),
        ),
        t(
            "科创板五：市值40亿元，产品须经批准、市场大、有阶段成果；医药须获准二期临床，其他须有明显技术优势",
            "STAR 5: 4 billion; approval needed, large market, staged result; phase II for pharma, else a clear edge",
        ),
        [STAR_SETS, law.STAR_TIER.art("")],
    )
    red_chip = finding(
        all_of(
            STAR,
            Issuer.red_chip,
            (CAP >= law.RED_CHIP_CAP) | ((CAP >= law.RED_CHIP_SMALL_CAP) & (REVENUE >= law.RED_CHIP_REVENUE)),
        ),
        t(
            "红筹：市值100亿元，或50亿元且收入5亿元",
            "Red chip: 10 billion, or 5 billion with 500 million revenue",
        ),
        law.STAR_RULES.art("2.1.3"),
    )
    C1 = finding(
        all_of(CHINEXT, TWO_PROFITABLE_YEARS, PROFITS >= law.C1_PROFITS, LAST_PROFIT >= law.C1_LAST),
        t(
            "创业板一：两年盈利合计1亿元且最近一年6000万元（2024年4月30日前合计5000万元）",
            "ChiNext 1: two profitable years of 100 million, the last of 60 (before 30 April 2024: 50 in all)",
        ),
        CHINEXT_SETS,
    )
    C2 = finding(
        all_of(CHINEXT, CAP >= law.C2_CAP, PROFITABLE, REVENUE >= law.C2_REVENUE),
        t(
            "创业板二：市值15亿元，最近一年盈利，收入4亿元（此前10亿元、1亿元）",
            "ChiNext 2: 1.5 billion; a profitable last year; 400 million revenue (before: 1 billion, 100 million)",
        ),
        CHINEXT_SETS,
    )
    C3 = finding(
        all_of(CHINEXT, CAP >= law.C3_CAP, REVENUE >= law.C3_REVENUE, value(law.C3_UNPROFITABLE) | PROFITABLE),
        t(
            "创业板三：市值50亿元，收入3亿元（2025年6月18日起对未盈利企业开放）",
            "ChiNext 3: 5 billion; 300 million revenue (open to unprofitable firms since 18 June 2025)",
        ),
        CHINEXT_SETS,
    )
    B1 = finding(
        all_of(
            BSE,
            CAP >= law.B1_CAP,
            any_of(
                all_of(
                    Issuer.net_profit_y2_cny >= law.B1_PROFIT,
                    LAST_PROFIT >= law.B1_PROFIT,
                    averages(Issuer.roe_weighted_y2, Issuer.roe_weighted_y3, law.B1_ROE),
                ),
                (LAST_PROFIT >= law.B1_LAST) & (Issuer.roe_weighted_y3 >= law.B1_ROE),
            ),
        ),
        t(
            "北交所一：市值2亿元，两年各盈利1500万元且平均收益率8%，或最近一年2500万元且收益率8%",
            "Beijing 1: 200 million; 15 million in each of two years at 8 % on average, or 25 million last year at 8 %",
        ),
        BSE_SETS,
    )
    B2 = finding(
        all_of(
            BSE,
            CAP >= law.B2_CAP,
            averages(Issuer.revenue_y2_cny, REVENUE, law.B2_REVENUE),
            growth(Issuer.revenue_y2_cny, REVENUE) >= law.B2_GROWTH,
            Issuer.op_cash_flow_y3_cny > 0,
        ),
        t(
            "北交所二：市值4亿元，两年平均收入1亿元，最近一年增长30%，经营现金流为正",
            "Beijing 2: 400 million; average revenue 100 million; growth of 30 %; positive operating cash",
        ),
        BSE_SETS,
    )
    B3 = finding(
        all_of(
            BSE,
            CAP >= law.B3_CAP,
            REVENUE >= law.B3_REVENUE,
            share(RD_2_YEARS, REVENUE_2_YEARS) >= law.B3_RD_SHARE,
        ),
        t(
            "北交所三：市值8亿元，收入2亿元，两年研发占比8%",
            "Beijing 3: 800 million; 200 million revenue; two years' R&D of 8 %",
        ),
        BSE_SETS,
    )
    B4 = finding(
        all_of(BSE, CAP >= law.B4_CAP, RD_2_YEARS >= law.B4_RD),
        t("北交所四：市值15亿元，两年研发5000万元", "Beijing 4: 1.5 billion; 50 million of R&D over two years"),
        BSE_SETS,
    )

    every = {
        "S1": S1,
        "S2": S2,
        "S3": S3,
        "S4": S4,
        "S5": S5,
        "red_chip": red_chip,
        "C1": C1,
        "C2": C2,
        "C3": C3,
        "B1": B1,
        "B2": B2,
        "B3": B3,
        "B4": B4,
    }
    fits = any_of(*every.values())
    sets = amount(members_where(SETS, every), t("符合的上市标准", "Sets that fit"), [STAR_SETS, CHINEXT_SETS, BSE_SETS])
    growth_tier = amount(
        all_of(STAR, fits, ~PROFITABLE),
        t("上市后进入科创成长层", "Would be in the STAR growth tier"),
        law.STAR_TIER.art(""),
    )

    result = first(
        route("fits", t("有符合的上市标准", "A set fits"), fits),
        otherwise=("none", t("该板块没有符合的上市标准", "No set of this board fits")),
    )
