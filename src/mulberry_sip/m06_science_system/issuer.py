"""6.7 What is asked of a firm that means to be listed / 拟上市企业事实."""

from __future__ import annotations

from mulberry.decisions.facts import boolean, choice, choices, integer, money, percent
from mulberry.law.text import t
from mulberry_sip.subjects.technology_enterprise import TechnologyEnterprise, yearly_money

BOARDS = {
    "STAR": t("科创板", "STAR Market"),
    "ChiNext": t("创业板", "ChiNext"),
    "BSE": t("北京证券交易所", "Beijing Stock Exchange"),
}
STAR_SETS = {
    "S1": t("科创板标准一", "STAR set 1"),
    "S2": t("科创板标准二", "STAR set 2"),
    "S3": t("科创板标准三", "STAR set 3"),
    "S4": t("科创板标准四", "STAR set 4"),
    "S5": t("科创板标准五", "STAR set 5"),
    "red_chip": t("红筹企业标准", "set for red chips"),
}
SETS = {
    **STAR_SETS,
    "C1": t("创业板标准一", "ChiNext set 1"),
    "C2": t("创业板标准二", "ChiNext set 2"),
    "C3": t("创业板标准三", "ChiNext set 3"),
    "B1": t("北交所标准一", "Beijing set 1"),
    "B2": t("北交所标准二", "Beijing set 2"),
    "B3": t("北交所标准三", "Beijing set 3"),
    "B4": t("北交所标准四", "Beijing set 4"),
}
LOWER = t(
    "扣除非经常性损益前后的孰低者；亏损填负数。",
    "The lower of before and after non-recurring items; a loss is negative.",
)
NET = t("净流出填负数。", "A net outflow is negative.")


class Issuer(TechnologyEnterprise):
    """A technology firm on its way to a listing."""

    core_industrialised_invention_patents = integer(
        t("应用于主营业务并能够产业化的发明专利", "Invention patents used in the main business and industrialisable"),
        unit="patent",
        changeable=True,
    )
    core_technology_invention_patents = integer(
        t(
            "形成核心技术、应用于主营业务并能够产业化的发明专利",
            "Invention patents that form core technology, used and industrialisable",
        ),
        unit="patent",
        changeable=True,
    )
    software_firm = boolean(t("软件行业企业", "Software firm"))
    listing_set = choice(t("选用的科创板上市标准", "STAR set chosen"), STAR_SETS, changeable=True)
    exceptions = choices(
        t("科创属性例外情形", "Exceptional science attributes"),
        {
            "leading_core_technology": t(
                "核心技术国际领先且有重大战略意义", "leading core technology of strategic meaning"
            ),
            "national_award": t("主要参与并获国家科技奖", "national science and technology award"),
            "national_major_project": t("牵头或参与国家重大科技专项", "led or carried out a national major project"),
            "import_substitution": t("主要产品实现进口替代", "import substitution in key products"),
        },
        t("没有的，留空集。", "Choose none where there is none."),
    )
    board = choice(t("拟上市板块", "Board aimed at"), BOARDS, changeable=True)
    market_cap_expected_cny = money(t("预计市值", "Market value expected"))
    net_profit_y2_cny = yearly_money("净利润", "Net profit", 2, LOWER, low=None)
    net_profit_y3_cny = yearly_money("净利润", "Net profit", 3, LOWER, low=None)
    op_cash_flow_y1_cny = yearly_money("经营活动现金流量净额", "Net operating cash flow", 1, NET, low=None)
    op_cash_flow_y2_cny = yearly_money("经营活动现金流量净额", "Net operating cash flow", 2, NET, low=None)
    op_cash_flow_y3_cny = yearly_money("经营活动现金流量净额", "Net operating cash flow", 3, NET, low=None)
    roe_weighted_y2 = percent(
        t("加权平均净资产收益率（前两年）", "Weighted return on equity, two years ago"), LOWER, low=None, high=None
    )
    roe_weighted_y3 = percent(
        t("加权平均净资产收益率（最近一年）", "Weighted return on equity, last year"), LOWER, low=None, high=None
    )
    product_needs_approval = boolean(
        t("主要业务或产品需经国家有关部门批准", "The main business or product needs the State's approval")
    )
    large_market = boolean(t("市场空间大", "Large market"))
    staged_results = boolean(t("已取得阶段性成果", "Has a staged result"))
    pharma = boolean(t("医药行业企业", "Pharmaceutical firm"))
    biopharma_phase2_approved = boolean(
        t("至少一项核心产品获准开展二期临床试验", "At least one core product cleared for phase II trials")
    )
    technical_edge = boolean(t("具备明显的技术优势", "Has a clear technical edge"))
    red_chip = boolean(
        t("尚未在境外上市、营业收入快速增长的红筹企业", "Red chip not listed abroad, with fast-growing revenue"),
        t(
            "还须有自主研发的国际领先技术和相对竞争优势。",
            "With leading technology of its own and a lead in its field.",
        ),
    )
    registered_after_reform = boolean(
        t("改革后注册上市的未盈利企业", "Registered, while unprofitable, after the reform"),
        t(
            "《科创成长层指引》2025年7月13日发布前已上市的，答“否”。",
            "No if it was listed before the guideline of 13 July 2025.",
        ),
    )
    fits_park_industry = boolean(t("符合园区产业方向", "Fits the park's industries"))
    valuation_cny = money(t("最近一轮估值", "Valuation in the last round"))
    joint_stock = boolean(t("已完成股份制改造", "Turned into a joint-stock company"), changeable=True)
    meets_listing_set = boolean(
        t("符合某一套上市标准", "Meets a set of listing standards"),
        t("可先用“上市标准适配”判定。", "The decision on listing sets tells which."),
    )
    tutoring_or_sponsor_contract = boolean(
        t("已签订辅导协议或保荐协议", "Has a tutoring or sponsor contract"), changeable=True
    )
