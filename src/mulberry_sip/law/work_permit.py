"""Work permits for foreigners / 外国人来华工作许可: the classes and the points.

The table of points was read in copies; of the classes, some grounds only in summaries. What the standard asks of
entrepreneurs (investment, sales, taxes) has not been re-read and is missing here.
"""

from __future__ import annotations

from datetime import date

from mulberry.law.basis import Basis, Law
from mulberry.law.parameters import Parameter, fixed, missing, parameter
from mulberry.law.text import Text, t

EXIT_ENTRY_LAW = Law(
    "exit-entry-law",
    t("中华人民共和国出境入境管理法", "Exit and Entry Administration Law"),
    since=date(2013, 7, 1),
    confirmed=True,
)

WORK_PERMIT_NOTICE = Law(
    "work-permit-notice-2017",
    t(
        "关于全面实施外国人来华工作许可制度的通知（附外国人来华工作分类标准）",
        "Notice on the Foreigner's Work Permit System, with its standard of classes",
    ),
    number="外专发〔2017〕40号",
    since=date(2017, 4, 1),
)
"""Cited by ground, as in ``art("A(3)")``."""

POINTS_TABLE = Law(
    "work-permit-points-table",
    t("积分要素计分赋值表（暂行）", "Table of Points (interim)"),
    number="外专发〔2017〕40号",
    since=date(2017, 4, 1),
    confirmed=True,
)

WORK_PERMIT_TRIAL = Law(
    "work-permit-trial-2016",
    t("外国人来华工作许可制度试点（2016—2017年积分表）", "Trial of the Foreigner's Work Permit System, 2016 to 2017"),
    since=date(2016, 10, 1),
    until=date(2017, 3, 31),
)
"""Its table gave experience at most 15 points and Chinese at most 10; otherwise it was the same."""

WORK_PERMIT_GUIDE = Law(
    "work-permit-guide-2017",
    t("外国人来华工作许可服务指南（暂行）", "Service Guide to Foreigners' Work Permits (interim)"),
    number="外专发〔2017〕36号",
    since=date(2017, 4, 1),
)


def _standard(name: str, title: Text, value: int, ground: str, unit: str) -> Parameter:
    return fixed(f"work_permit.{name}", title, value, WORK_PERMIT_NOTICE.art(ground), unit=unit)


def _of_entrepreneurs(name: str, title: Text) -> Parameter:
    basis: Basis = WORK_PERMIT_NOTICE.art("A(4)")
    return missing(f"work_permit.a_entrepreneur_{name}_cny", title, basis, type="money", unit="CNY")


# Classes
LEAST_AGE = fixed(
    "work_permit.least_age",
    t("最低年龄", "Least age"),
    18,
    WORK_PERMIT_GUIDE.art(""),
    unit="year",
)
A_PAY_TIMES = _standard("a_pay_times", t("A类：平均工资倍数", "Class A: times the average wage"), 6, "A(3)", "")
A_YOUTH_AGE = _standard(
    "a_youth_age", t("A类：优秀青年人才最高年龄", "Class A: highest age of outstanding youth"), 40, "A(5)", "year"
)
A_POINTS = _standard("a_points", t("A类：积分", "Class A: points"), 85, "A(6)", "point")
A_ENTREPRENEUR_INVESTMENT = _of_entrepreneurs(
    "investment", t("A类：创新创业人才的实际投资额", "Class A: investment of an entrepreneur")
)
A_ENTREPRENEUR_SALES = _of_entrepreneurs(
    "sales", t("A类：创新创业人才企业的销售额", "Class A: sales of an entrepreneur's firm")
)
A_ENTREPRENEUR_TAX = _of_entrepreneurs(
    "tax", t("A类：创新创业人才企业的纳税额", "Class A: taxes of an entrepreneur's firm")
)
B_AGE = _standard("b_age", t("B类：一般最高年龄", "Class B: highest age in principle"), 60, "B", "year")
B_WORK_YEARS = _standard("b_work_years", t("B类：相关工作年限", "Class B: years of relevant work"), 2, "B(1)", "year")
B_PAY_TIMES = _standard("b_pay_times", t("B类：平均工资倍数", "Class B: times the average wage"), 4, "B(5)", "")
B_POINTS = _standard("b_points", t("B类：积分", "Class B: points"), 60, "B(7)", "point")

# Points: the two items in which the table of the trial was another
EXPERIENCE_MOST = parameter(
    "work_permit.experience_points_most",
    t("工作年限项最高分", "Most points for experience"),
    (15, WORK_PERMIT_TRIAL.since, WORK_PERMIT_TRIAL.until, WORK_PERMIT_TRIAL.art(""), "unconfirmed"),
    (20, POINTS_TABLE.since, None, POINTS_TABLE.art(""), "confirmed"),
    unit="point",
)
CHINESE_POINTS = parameter(
    "work_permit.points_per_chinese_level",
    t("汉语水平每级分数", "Points for each level of Chinese"),
    (2, WORK_PERMIT_TRIAL.since, WORK_PERMIT_TRIAL.until, WORK_PERMIT_TRIAL.art(""), "unconfirmed"),
    (1, POINTS_TABLE.since, None, POINTS_TABLE.art(""), "confirmed"),
    unit="point",
)
EXPERIENCE_PER_YEAR = parameter(
    "work_permit.points_per_further_year",
    t("满两年后每增加一年的分数", "Points for each full year of work past the second"),
    (1, WORK_PERMIT_TRIAL.since, None, POINTS_TABLE.art(""), "confirmed"),
    unit="point/year",
)
