"""7.6 What is asked of a firm that seeks a status / 科技企业资质事实."""

from __future__ import annotations

from mulberry.decisions.facts import boolean, choice, day, decimal, integer, money, percent
from mulberry.law.text import t
from mulberry_sip.subjects.technology_enterprise import TechnologyEnterprise, part_of, yearly_money

DOMESTIC = t(
    "在中国境内发生的部分；委托外部研发按80%计入。", "What is spent in mainland China; outsourced R&D counts 80 %."
)
TWICE = t("同一知识产权只能使用一次。", "Each right counts once only.")


class StatusApplicant(TechnologyEnterprise):
    """A firm that checks whether it may hold a status."""

    founded_on = day(t("注册成立日期", "Registered on"))
    core_ip_owned = boolean(
        t("拥有主要产品核心技术的知识产权", "Owns the rights in the core technology of its main products"),
        t("自主研发、受让、受赠或并购取得均可。", "By own work, transfer, gift or merger."),
        changeable=True,
    )
    key_technology_field = boolean(
        t("核心技术属于国家重点支持的高新技术领域", "The core technology is in a field the State gives priority"),
    )
    sci_staff = integer(
        t("科技人员数", "Science and technology staff"),
        t(
            "直接从事研发及相关管理、技术服务，年累计工作183天以上的人员。",
            "Those in R&D, its management or technical service for at least 183 days a year.",
        ),
        unit="person",
        changeable=True,
    )
    rd_domestic_y1_cny = yearly_money("境内研发费用", "R&D in mainland China", 1, DOMESTIC)
    rd_domestic_y2_cny = yearly_money("境内研发费用", "R&D in mainland China", 2, DOMESTIC)
    rd_domestic_y3_cny = yearly_money("境内研发费用", "R&D in mainland China", 3, DOMESTIC)
    hi_tech_income_cny = money(
        t("高新技术产品（服务）收入", "Income from high-tech products and services"),
        t("最近一年。", "Of the last year."),
    )
    total_income_cny = money(
        t("总收入", "Total income"),
        t("最近一年收入总额减去不征税收入。", "Of the last year, without income not taxed."),
    )
    expert_score = integer(t("专家综合评分", "Experts' score"), t("满分100分。", "Out of 100."), unit="point", high=100)
    major_accident_or_breach = boolean(
        t(
            "有重大安全、质量事故或严重环境违法、科研失信行为",
            "A major accident or quality case, or a serious environmental or research breach",
        ),
        t(
            "高新技术企业看申请认定前一年内；科技型中小企业看上一年及当年。",
            "For HNTE in the year before applying; for science and technology SMEs last year and this year.",
        ),
    )
    resident_enterprise = boolean(
        t("中国境内注册的居民企业", "Resident enterprise registered in mainland China"),
        t("不含港澳台地区注册的企业。", "Not one registered in Hong Kong, Macao or Taiwan."),
    )
    total_assets_cny = money(t("资产总额", "Total assets"), t("最近一年末。", "At the end of the last year."))
    barred_products = boolean(
        t("产品或服务属于禁止、限制、淘汰类", "Its products or services are barred, restricted or to be phased out")
    )
    abnormal_operation_list = boolean(t("列入经营异常名录", "On the list of abnormal operations"), changeable=True)
    serious_dishonesty_record = boolean(
        t("列入严重违法失信企业名单", "On the list of serious dishonesty"), changeable=True
    )
    cost_total_y3_cny = money(
        t("成本费用支出总额（最近一年）", "Total cost and expense, last year"),
        t("主营业务成本、税金、期间费用之和。", "Cost of main business, levies and period expenses."),
    )
    ip_class1 = integer(
        t("Ⅰ类知识产权件数", "Class I rights"),
        t(
            "发明专利、植物新品种、集成电路布图等。" + TWICE.zh,
            "Invention patents, plant varieties, layouts … " + TWICE.en,
        ),
        changeable=True,
    )
    ip_class2 = integer(
        t("Ⅱ类知识产权件数", "Class II rights"),
        t("实用新型、外观设计、软件著作权。" + TWICE.zh, "Utility models, designs, software copyright. " + TWICE.en),
        changeable=True,
    )
    national_award_5y_top3 = boolean(
        t("近五年获国家级科技奖励且排名前三", "National science award within five years, among the first three")
    )
    led_standard_5y = boolean(
        t(
            "近五年主导制定过国际、国家或行业标准",
            "Led an international, national or industry standard within five years",
        )
    )
    ip_best = choice(
        t("最好的知识产权", "Best right held"),
        {
            "high_value_class1": t("Ⅰ类高价值知识产权", "class I of high value"),
            "self_made_class1": t("自主研发的Ⅰ类", "class I, own work"),
            "class1": t("Ⅰ类", "class I"),
            "class2": t("Ⅱ类", "class II"),
            "none": t("无", "none"),
        },
        changeable=True,
    )
    main_revenue_growth = percent(
        t("主营业务收入增长率（最近一年）", "Growth of main revenue, last year"), low=-1, high=None
    )
    debt_ratio = percent(t("资产负债率", "Debt ratio"), t("上年末。", "At the end of last year."), high=None)
    strategic_emerging_field = boolean(
        t("属于战略性新兴产业重点产品和服务目录", "In the catalogue of strategic emerging products and services")
    )
    main_revenue_share = percent(t("主营业务收入占营业收入", "Main revenue in revenue"))
    award_3y = boolean(t("近三年获国家级或省级科技奖励", "National or provincial science award within three years"))
    new_equity_3y_cny = money(
        t("近三年新增股权融资实缴额", "New equity paid in over three years"),
        t("合格机构投资者的实缴额。", "Paid in by qualified institutional investors."),
        changeable=True,
    )
    niche_years = decimal(t("从事特定细分市场年限", "Years in the niche"), unit="year")
    new_equity_2y_cny = money(t("近两年新增股权融资实缴额", "New equity paid in over two years"), changeable=True)
    specialised_score = integer(t("专精特新评价得分", "Score as a specialised SME"), unit="point", high=100)
    revenue_growth_2y = percent(
        t("近两年主营业务收入平均增长率", "Average growth of main revenue over two years"), low=-1, high=None
    )
    niche_market_share = percent(t("主导产品在全国细分市场的占有率", "Share of the niche nationwide"))

    sci_staff_within = part_of(sci_staff, TechnologyEnterprise.staff_total)
    rd_domestic_y1_within = part_of(rd_domestic_y1_cny, TechnologyEnterprise.rd_expense_y1_cny)
    rd_domestic_y2_within = part_of(rd_domestic_y2_cny, TechnologyEnterprise.rd_expense_y2_cny)
    rd_domestic_y3_within = part_of(rd_domestic_y3_cny, TechnologyEnterprise.rd_expense_y3_cny)
    hi_tech_income_within = part_of(hi_tech_income_cny, total_income_cny)
