"""9.2B High-value invention patents / 高价值发明专利.

A statistic of the patent office, not an appraisal of one patent: a valid invention patent counts once if any of five
things is true of it, and keeps every reason that is.
"""

from __future__ import annotations

from mulberry.decisions.declare import Decision, finding, first, require, route
from mulberry.decisions.expression import AS_OF, any_of
from mulberry.decisions.facts import boolean, choice, choices, day, money
from mulberry.decisions.vocabulary import add_years, is_empty
from mulberry.law.text import t
from mulberry_sip.law.patents import HIGH_VALUE_STATISTIC, INDUSTRY_TABLE, MAINTAINED_YEARS, PLEDGE_THRESHOLD
from mulberry_sip.subjects.patent import Patent


class CountedPatent(Patent):
    """What the count asks of a patent."""

    legal_status = choice(
        t("法律状态", "Legal status"),
        {
            "pending": t("审查中", "application pending"),
            "valid": t("有效", "in force"),
            "lapsed": t("失效", "lapsed"),
        },
    )
    strategic_ipc_hit = boolean(
        t("国际专利分类号属于参照关系表", "Its IPC group is in the table of strategic emerging industries")
    )
    strategic_keyword_hit = boolean(
        t("命中该分类对应的关键词", "It meets the keywords of that group"),
        t(
            "参照关系表同时给出分类号和关键词，须同时符合。",
            "The table names keywords beside the groups; both must be met.",
        ),
    )
    foreign_family = choice(
        t("海外同族专利", "Family patents abroad"),
        {
            "none": t("没有", "none"),
            "pending": t("已申请，尚未授权", "applied for, none granted"),
            "granted": t("已授权", "granted"),
        },
        t("只有海外申请、未获授权的，不算。", "An application abroad alone does not count."),
    )
    maintained_since = day(
        t("维持年限起算日", "Day from which the years of upkeep are counted"),
        t("统计按申请日起算。", "The statistic counts from the filing date."),
    )
    pledged = boolean(t("用于质押融资", "Pledged for financing"), changeable=True)
    pledge_amount_cny = money(t("质押融资金额", "Amount financed by the pledge"), changeable=True)
    awards = choices(
        t("所获奖项", "Awards"),
        {
            "national_science_technology_award": t("国家科学技术奖", "National Science and Technology Award"),
            "china_patent_award": t("中国专利奖", "China Patent Award"),
        },
    )


class HighValuePatent(Decision[CountedPatent], id="high-value-patent", system="9.2B", clauses="9.1"):
    """Whether a patent counts as a high-value invention patent, and every reason why."""

    title = t("高价值发明专利认定（统计口径）", "Does this patent count as high-value")

    invention = require(
        CountedPatent.patent_type == "invention",
        t("是发明专利", "It is an invention patent"),
        HIGH_VALUE_STATISTIC.art(""),
    )
    valid = require(
        CountedPatent.legal_status == "valid",
        t("已授权并维持有效", "It is granted and in force"),
        HIGH_VALUE_STATISTIC.art(""),
    )
    strategic_industry = finding(
        CountedPatent.strategic_ipc_hit & CountedPatent.strategic_keyword_hit,
        t("属于战略性新兴产业（分类号和关键词均符合）", "Strategic emerging industry, by group and by keywords"),
        [HIGH_VALUE_STATISTIC.art("(1)"), INDUSTRY_TABLE.art("")],
    )
    foreign_family_right = finding(
        CountedPatent.foreign_family == "granted",
        t("在海外有同族专利权", "A family patent right abroad"),
        HIGH_VALUE_STATISTIC.art("(2)"),
    )
    over_ten_years = finding(
        add_years(CountedPatent.maintained_since, MAINTAINED_YEARS) < AS_OF,
        t("维持年限超过10年", "Kept up for more than ten years"),
        HIGH_VALUE_STATISTIC.art("(3)"),
    )
    pledge_financing = finding(
        CountedPatent.pledged & (CountedPatent.pledge_amount_cny >= PLEDGE_THRESHOLD),
        t("实现较高质押融资金额", "A relatively high amount financed by pledging it"),
        HIGH_VALUE_STATISTIC.art("(4)"),
    )
    award = finding(
        ~is_empty(CountedPatent.awards),
        t("获得国家科学技术奖或中国专利奖", "A National Science and Technology Award or China Patent Award"),
        HIGH_VALUE_STATISTIC.art("(5)"),
    )

    result = first(
        route(
            "counted",
            t("计入高价值发明专利", "Counts as a high-value invention patent"),
            invention
            & valid
            & any_of(strategic_industry, foreign_family_right, over_ten_years, pledge_financing, award),
        ),
        otherwise=("not_counted", t("不计入", "Does not count")),
    )
