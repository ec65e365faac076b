"""3.4 What is asked of a REIT project and of a REIT fund / 基础设施REITs事实."""

from __future__ import annotations

from mulberry.decisions.facts import Subject, boolean, choice, choices, day, integer, money, percent
from mulberry.law.text import t

SECTORS = {
    "transport": t("交通", "transport"),
    "energy": t("能源", "energy"),
    "municipal": t("市政", "municipal works"),
    "ecology": t("生态环保", "ecology and environment"),
    "logistics": t("仓储物流", "storage and logistics"),
    "industrial_park": t("园区", "industrial or R&D park"),
    "new_infrastructure": t("新型基础设施", "new infrastructure"),
    "rental_housing": t("租赁住房", "rental housing"),
    "water": t("水利", "water works"),
    "culture_tourism": t("文化旅游", "culture and tourism"),
    "consumer": t("消费（购物中心等）", "consumer: shopping centres and the like"),
    "elderly_care": t("养老设施", "elderly care"),
    "commercial_office": t("商业办公", "commercial offices"),
    "hotel": t("酒店", "hotel"),
    "sports_venue": t("体育场馆", "sports venue"),
    "urban_renewal": t("城市更新", "urban renewal"),
    "housing_for_sale": t("商品住宅", "housing for sale"),
    "other": t("其他", "other"),
}
TENURES = {"ownership": t("产权类", "ownership (rental type)"), "concession": t("经营权类", "concession (fee type)")}


class ReitProject(Subject, kind="project"):
    """An asset, or a bundle of one kind of tenure, that somebody means to issue a REIT on."""

    asset_sector = choice(t("资产所属行业", "Sector of the asset"), SECTORS)
    tenure = choice(
        t("权属类型", "Tenure"),
        TENURES,
        t("同一产品只能是一种类型。", "One product is of one kind only."),
    )
    very_large_city = boolean(
        t("位于超大、特大城市", "In a very large city"),
        t("以国家公布的城市规模等次为准。", "By the official classes of city size."),
    )
    hotel_stars = integer(t("酒店星级", "Stars of the hotel"), unit="star", high=5)
    office_grade = choice(
        t("办公楼等级", "Grade of the offices"),
        {"super_a": t("超甲级", "super A"), "a": t("甲级", "A"), "other": t("其他", "other")},
    )
    ancillary_kind = choice(
        t("配套用房", "Ancillary parts"),
        {"none": t("无", "none"), "office": t("写字楼", "offices"), "hotel": t("酒店", "hotel")},
    )
    ancillary_share = percent(t("配套用房占建筑面积比例", "Ancillary parts in the floor area"))
    ancillary_inseparable = boolean(t("配套与主体物理上不可分割", "Physically inseparable from the main asset"))
    ancillary_same_owner = boolean(t("配套与主体同一权属人", "Of the same owner as the main asset"))
    ancillary_special_case = boolean(
        t("属特殊情形", "A special case"),
        t("仅购物中心可以；须专门说明。", "Shopping centres only; it must be explained."),
    )
    months_operating = integer(t("已运营月数", "Months in operation"), unit="month")
    stable_income_shown = boolean(t("能够证明具有长期稳定收益", "Long-term stable income is shown"), changeable=True)
    profit_3y = boolean(t("近三年均盈利", "Profitable in the last three years"))
    cash_flow_positive_3y = boolean(
        t("近三年经营性净现金流均为正", "Positive operating cash flow in the last three years")
    )
    income_market_based = boolean(t("收入来源市场化且分散", "Income is market-based and dispersed"))
    ppp = boolean(
        t("2015年6月以后批复的PPP项目", "PPP project approved after June 2015"),
        t("不是PPP，或此前批复的，答“否”。", "No for others, and for those approved before."),
    )
    user_pay_share = percent(t("使用者付费占收入比例", "User fees in the income"))
    title_clear = boolean(t("权属清晰、资产范围明确", "Title and extent are clear"), changeable=True)
    transfer_restrictions_released = boolean(
        t("转让限制已解除", "Restrictions on transfer are released"),
        t("土地出让合同、协议中的限制须经有权方同意。", "Those in land contracts and agreements, by whoever may."),
        changeable=True,
    )
    compliance_documents = choices(
        t("已取得的投资管理手续", "Investment documents in hand"),
        {
            "project_approval": t("立项（审批、核准、备案）", "project approval"),
            "planning": t("规划", "planning"),
            "land_use": t("用地", "land use"),
            "environment": t("环评", "environment"),
            "construction_permit": t("施工许可", "construction permit"),
            "completion_acceptance": t("竣工验收", "completion acceptance"),
            "fire_safety": t("消防", "fire safety"),
        },
        changeable=True,
    )
    appraised_net_value_cny = money(t("评估净值", "Appraised net value"))
    expansion_pipeline_cny = money(
        t("可扩募资产规模", "Assets that may be added"),
        t("原始权益人持有、可用于扩募的同类资产。", "Like assets of the originator, ready to be added."),
    )
    distribution_yield = percent(
        t("预计净现金流分派率", "Distribution yield expected"), t("产权类，未来两年。", "Rental type, next two years.")
    )
    irr = percent(
        t("内部收益率", "Internal rate of return"), t("经营权类，基金存续期。", "Fee type, over the fund's life.")
    )


class ReitFund(Subject, kind="fund"):
    """A listed infrastructure fund."""

    first_listed_on = day(t("首次发行上市日", "First listed on"))
    expansion_applied_on = day(t("扩募申报日", "Expansion applied for on"))
    related_sector = boolean(t("拟购入资产属同一或相关行业", "The purchase is of the same or a related sector"))
    same_tenure = boolean(t("拟购入资产权属类型相同", "The purchase is of the same tenure"))
    infrastructure_abs_share = percent(t("投资基础设施资产支持证券占比", "Share in infrastructure ABS"))
    owns_project_company_fully = boolean(t("持有项目公司全部股权", "Owns the project company fully"), changeable=True)
    distributable_cny = money(t("年度可供分配金额", "Distributable in the year"), low=None)
    distributed_cny = money(t("年度已分配金额", "Distributed in the year"), changeable=True)
    total_assets_cny = money(t("基金总资产", "Fund's total assets"))
    net_assets_cny = money(t("基金净资产", "Fund's net assets"), low=None)
    originator_share = percent(t("原始权益人及关联方认购比例", "Units subscribed by the originator"), changeable=True)
    investors = integer(t("投资者人数", "Investors"), unit="investor")
    raised_cny = money(t("募集金额", "Raised"))
