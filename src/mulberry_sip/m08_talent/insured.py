"""8.5 What is asked about the insured person / 参保人事实."""

from __future__ import annotations

from mulberry.decisions.facts import boolean, choice, day, integer
from mulberry.law.text import t
from mulberry_sip.subjects.person import Person

SEXES = {"male": t("男", "male"), "female": t("女", "female")}
ORIGINAL_AGE = t("改革前的法定退休年龄", "Retirement age before the reform")


class Insured(Person):
    """A foreign talent near retirement age."""

    nationality_foreign = boolean(
        t("外国国籍", "Foreign national"),
        t(
            "港澳台居民适用其他规定，答“否”。",
            "Residents of Hong Kong, Macao and Taiwan fall under other rules: answer no.",
        ),
    )
    plan_listing_current = boolean(
        t("人才计划入选仍在有效期内", "The talent-plan listing is still current"), changeable=True
    )
    sex = choice(t("性别", "Sex"), SEXES)
    original_age = integer(
        ORIGINAL_AGE,
        t(
            "男60；女管理或技术岗位55，其他女50。",
            "60 for men; 55 for women in management or technical posts, 50 for other women.",
        ),
        unit="year",
        low=50,
        high=60,
    )
    birth_date = day(t("出生日期", "Date of birth"))
    enterprise_scheme = boolean(
        t("参加企业职工基本养老保险", "Insured in the enterprise employees' basic pension scheme"), changeable=True
    )
    first_insured_on = day(t("首次参保日期", "First insured on"))
    paid_months = integer(
        t("累计实际缴费月数", "Months actually paid"),
        t(
            "截至判定之日的实际缴费月数；外国人不计视同缴费年限，依社保协定免缴的月份也不计。",
            "Up to the as-of date. Foreigners have no months deemed paid; months exempt by treaty are not paid months.",
        ),
        unit="month",
    )
    continues_working = boolean(t("继续工作", "Goes on working"), changeable=True)
    employer_applies = boolean(t("用人单位提出申请", "The employer applies"), changeable=True)
    person_consents = boolean(t("本人选择继续缴费", "The person chooses to go on paying"), changeable=True)
    pension_already_paid = boolean(t("已开始领取养老金", "A pension is already being drawn"))
