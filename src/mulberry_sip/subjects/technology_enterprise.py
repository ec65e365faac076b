"""Technology enterprise / 科技企业: the figures and statuses that recognition, listing and finance all read.

Three consecutive full years are asked for: y3 is the last one closed before the day asked about, y1 the earliest.
"""

from __future__ import annotations

from mulberry.decisions.coherence import Coherence, coherent
from mulberry.decisions.facts import Fact, boolean, choices, integer, money
from mulberry.law.text import Text, t
from mulberry_sip.subjects.enterprise import Enterprise

STATUSES = {
    "hnte": t("高新技术企业", "high and new technology enterprise"),
    "sci_tech_sme": t("科技型中小企业", "science and technology SME"),
    "innovative_sme": t("创新型中小企业", "innovative SME"),
    "specialised_sme": t("专精特新中小企业", "specialised SME"),
    "little_giant": t("专精特新“小巨人”企业", "little giant"),
    "national_project_sme": t("承担过国家科技项目的中小企业", "SME that carried out a national science project"),
    "private_sci_tech_firm": t("民营科技企业", "private science and technology firm"),
    "advanced_service_firm": t("技术先进型服务企业", "technologically advanced service firm"),
    "hnte_nurtured": t("高新技术企业培育库入库企业", "enterprise nurtured towards HNTE"),
    "gazelle": t("瞪羚企业", "gazelle"),
    "high_growth": t("高成长企业", "high-growth enterprise"),
    "talent_firm": t("人才企业", "talent-founded enterprise"),
}

_YEARS = {
    1: ("前三年", "three years ago"),
    2: ("前两年", "two years ago"),
    3: ("最近一年", "last year"),
}
AUDITED = t(
    "最近三个完整会计年度，以审计报告为准；经营不满三年的，尚未经营的年份填0。",
    "The last three full accounting years, as audited; for years before operations began enter 0.",
)


def yearly(zh: str, en: str, year: int) -> Text:
    """The title of one of three years' figures."""
    which_zh, which_en = _YEARS[year]
    return t(f"{zh}（{which_zh}）", f"{en}, {which_en}")


def yearly_money(zh: str, en: str, year: int, hint: Text = AUDITED, *, low: int | None = 0) -> Fact:
    """One of three years' sums of money; a loss or an outflow needs ``low=None``."""
    return money(yearly(zh, en, year), hint, low=low)


def part_of(part: Fact, whole: Fact) -> Coherence:
    """A part is never more than the whole it is a part of."""
    text = t(
        f"不能多于{whole.title.zh}，请核对两个数字",
        f"cannot be more than “{whole.title.en}”; check both figures",
    )
    return coherent(part <= whole, part, text)


class TechnologyEnterprise(Enterprise):
    """An enterprise as its accounts, its staff and its statuses show it."""

    revenue_y1_cny = yearly_money("营业收入", "Revenue", 1)
    revenue_y2_cny = yearly_money("营业收入", "Revenue", 2)
    revenue_y3_cny = yearly_money("营业收入", "Revenue", 3)
    rd_expense_y1_cny = yearly_money("研发费用", "R&D expense", 1)
    rd_expense_y2_cny = yearly_money("研发费用", "R&D expense", 2)
    rd_expense_y3_cny = yearly_money("研发费用", "R&D expense", 3)
    staff_total = integer(
        t("职工总数", "Staff"),
        t(
            "含兼职、临时聘用满183天的人员；按全年月平均数。",
            "Part-time and temporary staff count from 183 days a year; the average of the months.",
        ),
        unit="person",
        low=1,
    )
    rd_staff = integer(t("研发人员", "R&D staff"), unit="person", changeable=True)
    valid_statuses = choices(
        t("有效资质", "Statuses now valid"),
        STATUSES,
        t("只选在判定之日仍在有效期内的。", "Only those still valid on the day asked about."),
        changeable=True,
    )
    provincial_rd_body = boolean(
        t("拥有经认定的省部级以上研发机构", "Has a recognised R&D body of provincial or higher rank"), changeable=True
    )

    rd_staff_within = part_of(rd_staff, staff_total)
