"""Stepped growing of good SMEs: innovative, specialised, little giant / 优质中小企业梯度培育（工信部企业〔2022〕63号）.

The table for innovative SMEs was read; on a bound the higher points are taken. The figures for specialised SMEs and
little giants are recalled, and a revision is possible.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from mulberry.law.basis import Law
from mulberry.law.parameters import Parameter, TypeName, fixed
from mulberry.law.text import Text, t
from mulberry_sip.law.scales import Scale, scale

SME63 = Law(
    "quality-sme-measures",
    t("优质中小企业梯度培育管理暂行办法", "Interim Measures on the Stepped Growing of Quality SMEs"),
    number="工信部企业〔2022〕63号",
    since=date(2022, 6, 1),
)
_WHOLE = SME63.art("")


def _number(
    key: str, zh: str, en: str, value: str | int, type_: TypeName, unit: str = "", standing: str = "unconfirmed"
) -> Parameter:
    exact = value if isinstance(value, int) else Decimal(value)
    return fixed(key, t(zh, en), exact, _WHOLE, type=type_, unit=unit, standing=standing)


def _read(key: str, zh: str, en: str, value: int, type_: TypeName, unit: str) -> Parameter:
    return _number(f"innovative_sme.{key}", zh, en, value, type_, unit, "confirmed")


# ------------------------------------------------------------------ innovative SMEs

INNOVATIVE_SCORE = _read("score_least", "总分下限", "Least total", 60, "int", "point")
INNOVATION_LEAST = _read("innovation_least", "创新能力得分下限", "Least points for innovation", 20, "int", "point")
GROWTH_LEAST = _read("growth_least", "成长性得分下限", "Least points for growth", 15, "int", "point")
SPECIALISATION_LEAST = _read(
    "specialisation_least", "专业化得分下限", "Least points for specialisation", 15, "int", "point"
)
INNOVATIVE_EQUITY = _read(
    "new_equity_3y_cny", "近三年新增股权融资下限", "Least new equity in three years", 5_000_000, "money", "CNY"
)


def _points(key: str, title: Text, *steps: tuple[str, int]) -> Scale:
    return scale(f"innovative_sme.{key}", title, _WHOLE, *steps, standing="confirmed")


RD_POINTS = _points(
    "rd", t("研发费用占营业收入", "R&D in revenue"), ("0.01", 5), ("0.02", 10), ("0.03", 15), ("0.05", 20)
)
MAIN_GROWTH_POINTS = _points(
    "main_growth", t("主营业务收入增长率", "Growth of main revenue"), ("0", 5), ("0.05", 10), ("0.10", 15), ("0.15", 20)
)
MAIN_SHARE_POINTS = _points(
    "main_share",
    t("主营业务收入占比", "Main revenue in revenue"),
    ("0.50", 5),
    ("0.55", 10),
    ("0.60", 15),
    ("0.70", 20),
)
DEBT_FULL = _number(
    "innovative_sme.debt_full_points",
    "资产负债率：得10分的上限",
    "Debt ratio up to which 10 points are given",
    "0.55",
    "percent",
)
DEBT_HALF = _number(
    "innovative_sme.debt_half_points",
    "资产负债率：得5分的上限",
    "Debt ratio up to which 5 points are given",
    "0.75",
    "percent",
)

# ------------------------------------------------------------------ specialised SMEs

NICHE_YEARS = _number("specialised_sme.niche_years", "细分市场年限", "Years in the niche", "2", "decimal", "year")
SPECIALISED_RD = _number("specialised_sme.rd_cny", "研发费用下限", "Least R&D expense", 1_000_000, "money", "CNY")
SPECIALISED_RD_SHARE = _number("specialised_sme.rd_share", "研发费用占比下限", "Least share of R&D", "0.03", "percent")
SPECIALISED_REVENUE = _number(
    "specialised_sme.revenue_cny", "营业收入下限", "Least revenue", 10_000_000, "money", "CNY"
)
SPECIALISED_EQUITY = _number(
    "specialised_sme.new_equity_2y_cny",
    "近两年新增股权融资下限",
    "Least new equity in two years",
    20_000_000,
    "money",
    "CNY",
)
SPECIALISED_SCORE = _number("specialised_sme.score_least", "评分下限", "Least score", 60, "int", "point")

# ------------------------------------------------------------------ little giants

GIANT_NICHE_YEARS = _number("little_giant.niche_years", "细分市场年限", "Years in the niche", "3", "decimal", "year")
GIANT_MAIN_SHARE = _number(
    "little_giant.main_share", "主营业务收入占比下限", "Least share of main revenue", "0.70", "percent"
)
GIANT_GROWTH = _number("little_giant.growth", "近两年平均增长率下限", "Least growth over two years", "0.05", "percent")
GIANT_DEBT = _number("little_giant.debt_most", "资产负债率上限", "Highest debt ratio", "0.70", "percent")
GIANT_NICHE_SHARE = _number(
    "little_giant.niche_share", "细分市场全国占有率下限", "Least share of the niche", "0.10", "percent"
)
GIANT_LARGE_REVENUE = _number(
    "little_giant.large_revenue_cny",
    "较大企业的营业收入下限",
    "Revenue from which a firm is large",
    100_000_000,
    "money",
    "CNY",
)
GIANT_MIDDLE_REVENUE = _number(
    "little_giant.middle_revenue_cny",
    "中等企业的营业收入下限",
    "Revenue from which a firm is middling",
    50_000_000,
    "money",
    "CNY",
)
GIANT_RD_LARGE = _number(
    "little_giant.rd_share.large", "研发占比：较大企业", "R&D share, large firms", "0.03", "percent"
)
GIANT_RD_MIDDLE = _number(
    "little_giant.rd_share.middle", "研发占比：中等企业", "R&D share, middling firms", "0.06", "percent"
)
GIANT_EQUITY = _number(
    "little_giant.new_equity_2y_cny",
    "较小企业：近两年新增股权融资",
    "Small firms: new equity in two years",
    80_000_000,
    "money",
    "CNY",
)
GIANT_RD_SMALL = _number(
    "little_giant.rd_cny", "较小企业：研发费用下限", "Small firms: least R&D", 30_000_000, "money", "CNY"
)
GIANT_RD_STAFF = _number(
    "little_giant.rd_staff_share", "较小企业：研发人员占比", "Small firms: R&D staff", "0.50", "percent"
)
