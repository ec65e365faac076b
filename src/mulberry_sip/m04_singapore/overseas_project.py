"""4.5 What is asked about an overseas investment / 境外投资事实."""

from __future__ import annotations

from mulberry.decisions.facts import Subject, boolean, choice, choices, money, words
from mulberry.decisions.vocabulary import any_of, is_empty, value
from mulberry.law.text import t
from mulberry_sip.law.outbound_investment import INDIVIDUAL_RULES, TOP_LAW

DOCUMENTS = {
    "development_document": t("发展改革部门核准文件或备案通知书", "development authority's approval or filing notice"),
    "commerce_certificate": t("商务部门企业境外投资证书", "commerce authority's certificate"),
}


class OverseasProject(Subject, kind="project"):
    """One investment abroad. Parts of one project count together, however they are split."""

    outbound_investor = choice(
        t("投资主体", "Investor"),
        {
            "local_enterprise": t("地方企业", "local enterprise"),
            "central_enterprise": t("中央管理企业", "enterprise managed by the centre"),
            "financial": t("金融企业", "financial enterprise"),
            "other_org": t("其他组织", "other organisation"),
            "resident_individual": t("居民个人", "resident individual"),
        },
        t("多个主体的，由中方投资额最大的申请。", "Of several, the one with the largest share applies."),
    )
    final_destination = words(
        t("最终目的地", "Final destination"),
        t(
            "资金最终投向的国家（地区）代码，不是中转的壳公司所在地。",
            "Code of the place where the money ends up, not of a shell company on the way.",
        ),
    )
    destination_flags = choices(
        t("目的地情形", "About the destination"),
        {
            "no_diplomatic_ties": t("未与我国建交", "no diplomatic ties"),
            "war_or_strife": t("发生战争、内乱", "war or civil strife"),
            "treaty_restricted": t("条约、协定限制投资", "restricted by treaty"),
            "other_listed": t("其他列明的敏感国家（地区）", "otherwise listed as sensitive"),
            "un_sanctioned": t("受联合国制裁", "under sanctions of the United Nations"),
        },
        t("没有的，留空集。", "Choose none where there is none."),
    )
    investment_industry = choice(
        t("投资行业", "Industry"),
        {
            "manufacturing": t("制造业", "manufacturing"),
            "data_centre": t("数据中心", "data centre"),
            "trade_services": t("贸易和服务", "trade and services"),
            "technology": t("科技", "technology"),
            "energy_mining": t("能源矿产", "energy and mining"),
            "agriculture": t("农业", "agriculture"),
            "real_estate": t("房地产", "real estate"),
            "hotel": t("酒店", "hotel"),
            "cinema": t("影城", "cinema"),
            "entertainment": t("娱乐业", "entertainment"),
            "sports_club": t("体育俱乐部", "sports club"),
            "news_media": t("新闻传媒", "news media"),
            "weapons": t("武器装备研制生产维修", "weapons: research, production, repair"),
            "cross_border_water": t("跨境水资源开发利用", "cross-border water resources"),
            "gambling": t("博彩", "gambling"),
            "pornography": t("色情", "pornography"),
            "other": t("其他", "other"),
        },
    )
    fund_without_project = boolean(
        t("设立无具体实业项目的基金或投资平台", "A fund or platform without a concrete project")
    )
    prohibited_grounds = choices(
        t("禁止情形", "Grounds of prohibition"),
        {
            "unapproved_defence_technology": t("未经批准的军工核心技术和产品输出", "unapproved defence technology"),
            "banned_export": t("禁止出口的技术、工艺、产品", "technology or products whose export is banned"),
            "treaty_barred": t("条约禁止的投资", "barred by treaty"),
            "harms_national_interest": t("危害国家利益和安全", "harms the national interest or security"),
        },
        t("没有的，留空集。", "Choose none where there is none."),
    )
    restricted_export_items = boolean(
        t("涉及限制出口的产品或技术", "Involves products or technology under export limits")
    )
    multi_country_interest = boolean(t("影响一国以上利益", "Affects the interest of more than one country"))
    investment_path = choice(
        t("投资路径", "Path"),
        {
            "direct": t("直接投资", "direct"),
            "via_controlled_overseas": t("通过控制的境外企业", "through a controlled overseas enterprise"),
        },
    )
    domestic_assets_or_guarantee_provided = boolean(
        t("境内投入资产、权益或提供融资、担保", "Domestic assets, financing or guarantees are provided")
    )
    chinese_side_contribution_usd = money(
        t("中方投入（现金、实物、权益、股权、债权）", "Chinese side's contribution: cash, kind, rights, equity, debt"),
        unit="USD",
    )
    chinese_side_guarantee_usd = money(
        t("中方提供的融资和担保", "Chinese side's financing and guarantees"),
        t("没有的填0。融资和担保也是中方投资额。", "0 where there is none. They are part of the amount."),
        unit="USD",
    )
    other_parts_of_project_usd = money(
        t("同一项目另行备案或拟投的部分", "Other parts of the same project, filed or planned apart"),
        t("没有的填0。", "0 where there is none."),
        unit="USD",
    )
    technology_data_or_strategic_assets = boolean(
        t("涉及技术、数据、战略性资产或其后处置", "Involves technology, data, strategic assets or their later disposal")
    )
    documents_required = choices(
        t("应取得的文件", "Documents required"),
        DOCUMENTS,
        t("按两个部门的路径判定。", "By the two authorities' routes."),
    )
    documents_held = choices(
        t("已取得且有效的文件", "Documents held"),
        DOCUMENTS,
        t("在判定之日仍有效。", "Valid on the day asked about."),
        changeable=True,
    )


UNDER_837 = value(TOP_LAW) == "sc-order-837"
INDIVIDUAL = OverseasProject.outbound_investor == "resident_individual"
NOT_COVERED = any_of(
    INDIVIDUAL & ~(UNDER_837 & value(INDIVIDUAL_RULES)),
    (OverseasProject.outbound_investor == "other_org") & ~UNDER_837,
)
"""Until Order 837 the rules spoke of enterprises; individuals now wait for theirs."""
PROHIBITED = ~is_empty(OverseasProject.prohibited_grounds) | OverseasProject.investment_industry.one_of(
    "gambling", "pornography"
)
DOMESTIC_INPUT = (OverseasProject.investment_path == "direct") | OverseasProject.domestic_assets_or_guarantee_provided
"""Direct, or through a company abroad but with means from home: then it is filed as if direct."""
RESTRICTED_INDUSTRY = OverseasProject.investment_industry.one_of(
    "real_estate", "hotel", "cinema", "entertainment", "sports_club"
)
PLACES_BY_ANALOGY = any_of(*(OverseasProject.final_destination == place for place in ("HK", "MO", "TW")))
