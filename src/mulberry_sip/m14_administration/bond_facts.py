"""14.5 What is asked about a project that special bonds are to pay for / 专项债券项目事实."""

from __future__ import annotations

from mulberry.decisions.facts import Subject, boolean, choice, choices, money, percent
from mulberry.law.text import t


class BondProject(Subject, kind="project"):
    """A project that seeks special bonds."""

    project_kind = choice(
        t("项目类型", "Kind of project"),
        {
            "infrastructure": t("基础设施", "infrastructure"),
            "public_service": t("公共服务", "public service"),
            "social_housing": t("保障性住房", "social housing"),
            "land_reserve": t("土地储备", "land reserve"),
            "office_building": t("楼堂馆所", "office buildings and halls"),
            "image_project": t("形象工程、政绩工程", "image project"),
            "ordinary_property": t("一般房地产开发", "ordinary property"),
            "competitive_industry": t("一般竞争性产业", "ordinary competitive industry"),
            "other": t("其他", "other"),
        },
    )
    has_income = boolean(
        t("有一定收益", "Has some income"),
        t("政府性基金收入或专项收入，均算收益。", "Income of government funds or of the project itself."),
    )
    spend_items = choices(
        t("债券资金支出内容", "What the bond money is spent on"),
        {
            "construction": t("工程建设", "construction"),
            "equipment": t("设备购置", "equipment"),
            "land": t("用地", "land"),
            "wages": t("人员工资", "wages"),
            "pensions": t("养老金", "pensions"),
            "running_costs": t("运行经费", "running costs"),
            "interest": t("利息", "interest"),
        },
        changeable=True,
    )
    field = choice(
        t("项目领域", "Field"),
        {
            "urban_rail": t("城市轨道交通", "urban rail"),
            "ports": t("港口", "ports"),
            "roads": t("公路", "roads"),
            "rail": t("铁路", "rail"),
            "airports": t("机场", "airports"),
            "transport_refit": t("公路机场等安全智能化改造", "safety and smart refit of roads and airports"),
            "new_generation_it": t("新一代信息技术", "new-generation information technology"),
            "new_materials": t("新材料", "new materials"),
            "biomanufacturing": t("生物制造", "biomanufacturing"),
            "digital_economy": t("数字经济", "digital economy"),
            "quantum": t("量子科技", "quantum technology"),
            "life_science": t("生命科学", "life science"),
            "commercial_space": t("商业航天", "commercial space"),
            "beidou": t("北斗", "BeiDou"),
            "computing_equipment": t("算力设备及辅助设备", "computing equipment and auxiliaries"),
            "health": t("卫生健康", "health"),
            "elderly_care": t("养老托育", "elderly care"),
            "park_infrastructure": t("省级产业园区基础设施", "infrastructure of provincial-level parks"),
            "other": t("其他", "other"),
        },
    )
    province_bond_scale_cny = money(
        t("全省用于项目建设的专项债券规模", "Province's special bonds for building projects")
    )
    province_bond_as_capital_used_cny = money(t("全省已用作资本金的规模", "Of which already used as capital"))
    request_as_capital_cny = money(
        t("本项目申请用作资本金的金额", "Asked for as capital by this project"), changeable=True
    )
    total_investment_cny = money(t("项目总投资", "Total investment"))
    capital_ratio_required = percent(
        t("最低资本金比例", "Least share of capital"),
        t(
            "城轨、港口、公路、铁路20%，机场25%，其他20%；以审批文件为准。",
            "20 % for urban rail, ports, roads and rail, 25 % for airports, 20 % for others; as approved.",
        ),
    )
    capital_fiscal_cny = money(t("财政资金作资本金", "Fiscal money as capital"))
    capital_own_cny = money(t("自有资金作资本金", "Own money as capital"), changeable=True)
    capital_bond_cny = money(t("专项债券作资本金", "Special bonds as capital"))
    capital_loan_cny = money(
        t("以借款充当的资本金", "Borrowed money presented as capital"),
        t("没有的填0。", "0 where there is none."),
        changeable=True,
    )
