"""Statuses of technology enterprises: what each recognition asks / 高新技术企业、科技型中小企业认定评价.

HNTE: 国科发火〔2016〕32号 with its guidelines 195号. Science and technology SMEs: 国科发政〔2017〕115号. A consultants'
reading that adds a count of intellectual property to HNTE's second condition is not in the measures and not here.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from mulberry.law.basis import Basis, Law
from mulberry.law.parameters import Parameter, TypeName, fixed
from mulberry.law.text import Text, t
from mulberry_sip.law.scales import scale

HNTE = Law(
    "hnte-measures",
    t("高新技术企业认定管理办法", "Measures on Recognising High and New Technology Enterprises"),
    number="国科发火〔2016〕32号",
    since=date(2016, 1, 1),
    confirmed=True,
)
HNTE_GUIDELINES = Law(
    "hnte-guidelines",
    t("高新技术企业认定管理工作指引", "Guidelines on Recognising High and New Technology Enterprises"),
    number="国科发火〔2016〕195号",
    since=date(2016, 1, 1),
)
INCOME_TAX_REGULATION = Law(
    "income-tax-regulation",
    t("中华人民共和国企业所得税法实施条例", "Regulation on the Enterprise Income Tax Law"),
    since=date(2008, 1, 1),
    confirmed=True,
)
SCISME = Law(
    "sci-tech-sme-measures",
    t("科技型中小企业评价办法", "Measures on Evaluating Science and Technology SMEs"),
    number="国科发政〔2017〕115号",
    since=date(2017, 5, 3),
    confirmed=True,
)


def _number(
    key: str, zh: str, en: str, value: str | int, basis: Basis, type_: TypeName, unit: str = "", standing: str = ""
) -> Parameter:
    """One number of the measures, read unless said otherwise."""
    exact = value if isinstance(value, int) else Decimal(value)
    return fixed(key, t(zh, en), exact, basis, type=type_, unit=unit, standing=standing or "confirmed")


# ------------------------------------------------------------------ high and new technology enterprises

HNTE_DAYS = _number(
    "hnte.registered_days", "注册满多少天", "Days since registration", 365, HNTE.art("11(1)"), "int", "day"
)
HNTE_SCI_STAFF = _number(
    "hnte.sci_staff_share", "科技人员占比下限", "Least share of S&T staff", "0.10", HNTE.art("11(4)"), "percent"
)
HNTE_SMALL_SALES = _number(
    "hnte.small_sales_cny",
    "适用最高研发比例的销售收入上限（含）",
    "Sales up to which the highest R&D share is asked, included",
    50_000_000,
    HNTE.art("11(5)"),
    "money",
    "CNY",
)
HNTE_MIDDLE_SALES = _number(
    "hnte.middle_sales_cny",
    "适用中间研发比例的销售收入上限（含）",
    "Sales up to which the middle R&D share is asked, included",
    200_000_000,
    HNTE.art("11(5)"),
    "money",
    "CNY",
)
HNTE_RD_SMALL = _number(
    "hnte.rd_share.small",
    "研发比例：销售收入5000万元以下",
    "R&D share: sales to 50 million",
    "0.05",
    HNTE.art("11(5)"),
    "percent",
)
HNTE_RD_MIDDLE = _number(
    "hnte.rd_share.middle",
    "研发比例：5000万元至2亿元",
    "R&D share: 50 to 200 million",
    "0.04",
    HNTE.art("11(5)"),
    "percent",
)
HNTE_RD_LARGE = _number(
    "hnte.rd_share.large", "研发比例：2亿元以上", "R&D share: above 200 million", "0.03", HNTE.art("11(5)"), "percent"
)
HNTE_RD_DOMESTIC = _number(
    "hnte.rd_domestic_share",
    "境内研发费用占比下限",
    "Least share of R&D in mainland China",
    "0.60",
    HNTE.art("11(5)"),
    "percent",
)
HNTE_INCOME = _number(
    "hnte.hi_tech_income_share",
    "高新技术产品收入占比下限",
    "Least share of high-tech income",
    "0.60",
    HNTE.art("11(6)"),
    "percent",
)
HNTE_SCORE = _number(
    "hnte.score_above", "综合得分须高于", "Score that must be exceeded", 70, HNTE_GUIDELINES.art(""), "int", "point"
)
HNTE_IP_CAP = _number(
    "hnte.points.ip",
    "知识产权满分",
    "Most points for intellectual property",
    30,
    HNTE_GUIDELINES.art(""),
    "int",
    "point",
)
HNTE_CONVERSION_CAP = _number(
    "hnte.points.conversion", "成果转化满分", "Most points for conversion", 30, HNTE_GUIDELINES.art(""), "int", "point"
)
HNTE_ORGANISATION_CAP = _number(
    "hnte.points.organisation",
    "研发组织管理满分",
    "Most points for organisation",
    20,
    HNTE_GUIDELINES.art(""),
    "int",
    "point",
)
HNTE_GROWTH_CAP = _number(
    "hnte.points.growth", "成长性满分", "Most points for growth", 20, HNTE_GUIDELINES.art(""), "int", "point"
)
HNTE_GROWTH = scale(
    "hnte.growth",
    t("净资产或销售收入增长率", "Growth of net assets or of sales"),
    HNTE_GUIDELINES.art(""),
    ("0.05", 4),
    ("0.15", 6),
    ("0.25", 8),
    ("0.35", 10),
)
"""The most points of each band; experts may give one less. Any growth at all gives 1 or 2. The bands are recalled."""

# ------------------------------------------------------------------ science and technology SMEs

SME_STAFF = _number("sci_tech_sme.staff_most", "职工总数上限", "Most staff", 500, SCISME.art("6(2)"), "int", "person")
SME_SALES = _number(
    "sci_tech_sme.sales_most_cny",
    "年销售收入上限",
    "Highest yearly sales",
    200_000_000,
    SCISME.art("6(2)"),
    "money",
    "CNY",
)
SME_ASSETS = _number(
    "sci_tech_sme.assets_most_cny",
    "资产总额上限",
    "Highest total assets",
    200_000_000,
    SCISME.art("6(2)"),
    "money",
    "CNY",
)
SME_SCORE = _number("sci_tech_sme.score_least", "综合得分下限", "Least score", 60, SCISME.art("6(5)"), "int", "point")


def _points(
    key: str, title: Text, *steps: tuple[str, int], type_: TypeName = "percent"
) -> tuple[tuple[Parameter, int], ...]:
    return scale(f"sci_tech_sme.{key}", title, SCISME.art(7), *steps, type=type_, standing="confirmed")


SME_STAFF_POINTS = _points(
    "staff",
    t("科技人员占职工总数", "S&T staff in all staff"),
    ("0.10", 4),
    ("0.15", 8),
    ("0.20", 12),
    ("0.25", 16),
    ("0.30", 20),
)
SME_RD_SALES_POINTS = _points(
    "rd_of_sales",
    t("研发费用占销售收入", "R&D in sales"),
    ("0.02", 10),
    ("0.03", 20),
    ("0.04", 30),
    ("0.05", 40),
    ("0.06", 50),
)
SME_RD_COST_POINTS = _points(
    "rd_of_cost",
    t("研发费用占成本费用", "R&D in total cost"),
    ("0.10", 10),
    ("0.15", 20),
    ("0.20", 30),
    ("0.25", 40),
    ("0.30", 50),
)
SME_CLASS2_POINTS = _points(
    "class2", t("Ⅱ类知识产权件数", "Class II rights"), ("1", 6), ("2", 12), ("3", 18), ("4", 24), type_="int"
)
SME_CLASS1_POINTS = _points("class1", t("Ⅰ类知识产权件数", "Class I rights"), ("1", 30), type_="int")
