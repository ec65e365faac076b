"""8.2A Classes of the work permit / 外国人来华工作许可分类.

Everybody passes the gate or gets nothing. Then the highest class counts for which any one ground holds; all grounds
found are told. Points are one ground among several: 60 to 84 give class B, fewer give nothing by themselves.
"""

from __future__ import annotations

from mulberry.decisions.declare import Decision, amount, finding, first, require, route, warn
from mulberry.decisions.expression import all_of, any_of
from mulberry.decisions.vocabulary import established, share
from mulberry.law.text import t
from mulberry_sip.law.work_permit import (
    A_ENTREPRENEUR_INVESTMENT,
    A_ENTREPRENEUR_SALES,
    A_ENTREPRENEUR_TAX,
    A_PAY_TIMES,
    A_POINTS,
    A_YOUTH_AGE,
    B_AGE,
    B_PAY_TIMES,
    B_POINTS,
    B_WORK_YEARS,
    EXIT_ENTRY_LAW,
    LEAST_AGE,
    POINTS_TABLE,
    WORK_PERMIT_GUIDE,
    WORK_PERMIT_NOTICE,
)
from mulberry_sip.m08_talent.work_permit_facts import Applicant
from mulberry_sip.m08_talent.work_permit_points import ITEMS, items_of

GUIDE = WORK_PERMIT_GUIDE.art("")
TABLE = POINTS_TABLE.art("")
POINTS = items_of(Applicant)

BACHELOR_OR_HIGHER = Applicant.degree.one_of("bachelor", "master", "doctor")
TWO_YEARS = Applicant.relevant_work_years >= B_WORK_YEARS
TIMES_AVERAGE = share(Applicant.annual_pay_cny, Applicant.local_average_wage_cny)


class WorkPermitClass(Decision[Applicant], id="work-permit-class", system="8.2A", clauses="8.2"):
    """Class A, B or C, with every ground that holds, or none."""

    title = t("外国人来华工作许可分类", "Work-permit classification")

    points_pay = amount(POINTS["pay"], ITEMS["pay"], TABLE)
    points_education = amount(POINTS["education"], ITEMS["education"], TABLE)
    points_experience = amount(POINTS["experience"], ITEMS["experience"], TABLE)
    points_months = amount(POINTS["months"], ITEMS["months"], TABLE)
    points_chinese = amount(POINTS["chinese"], ITEMS["chinese"], TABLE)
    points_region = amount(POINTS["region"], ITEMS["region"], TABLE)
    points_age = amount(POINTS["age"], ITEMS["age"], TABLE)
    points_plus = amount(POINTS["plus"], ITEMS["plus"], TABLE)
    points = amount(
        points_pay
        + points_education
        + points_experience
        + points_months
        + points_chinese
        + points_region
        + points_age
        + points_plus
        + Applicant.local_bonus,
        t("积分", "Points"),
        TABLE,
    )

    # The gate, for every class
    age_18 = require(Applicant.age >= LEAST_AGE, t("年满18周岁", "Is 18 or older"), GUIDE)
    healthy = require(Applicant.healthy, t("身体健康", "Is in good health"), GUIDE)
    no_criminal_record = require(Applicant.no_criminal_record, t("无犯罪记录", "Has no criminal record"), GUIDE)
    employer_lawful = require(
        Applicant.employer_operates_lawfully & ~Applicant.serious_dishonesty_record,
        t("用人单位合法经营，无严重违法失信记录", "The employer operates lawfully, without serious dishonesty"),
        GUIDE,
    )
    post_needs_foreigner = require(
        Applicant.post_needs_foreigner,
        t("岗位有特殊需要、国内暂缺适当人选", "The post has special needs and lacks candidates at home"),
        GUIDE,
    )
    minimum_wage = require(
        Applicant.monthly_min_wage_ok,
        t("工资不低于当地最低工资标准", "The pay reaches the local minimum wage"),
        GUIDE,
    )
    sector_preapproval = require(
        Applicant.sector_preapproval_ok,
        t("依法须前置审批的，已获批准", "Where the law asks for it, the sector's authority has approved"),
        GUIDE,
    )

    # Class A: any one of these
    a_talent_plan = finding(
        Applicant.plan_level.one_of("national", "province", "vice_province"),
        t("入选副省级以上认定的人才引进计划", "Chosen by a talent plan of vice-provincial level or above"),
        WORK_PERMIT_NOTICE.art("A(1)"),
    )
    a_recognised_achievement = finding(
        Applicant.recognised_achievement,
        t("符合国际公认的专业成就认定标准", "Has an internationally recognised achievement"),
        WORK_PERMIT_NOTICE.art("A(2)"),
    )
    a_encouraged_post = finding(
        Applicant.encouraged_post,
        t("受聘市场导向的鼓励类岗位", "Is hired for an encouraged post"),
        WORK_PERMIT_NOTICE.art("A(3)"),
    )
    a_pay_6x = finding(
        TIMES_AVERAGE >= A_PAY_TIMES,
        t("年薪不低于当地上年度平均工资的6倍", "Is paid at least six times the local average of the previous year"),
        WORK_PERMIT_NOTICE.art("A(3)"),
    )
    a_entrepreneur = finding(
        Applicant.entrepreneur & established(A_ENTREPRENEUR_INVESTMENT, A_ENTREPRENEUR_SALES, A_ENTREPRENEUR_TAX),
        t("创新创业人才（投资、销售、纳税达到标准）", "Innovator or entrepreneur, by investment, sales and taxes"),
        WORK_PERMIT_NOTICE.art("A(4)"),
    )
    a_outstanding_youth = finding(
        (Applicant.age <= A_YOUTH_AGE) & Applicant.postdoc_high_level_university,
        t("优秀青年人才：40岁以下，博士后研究", "Outstanding youth: aged 40 or less, post-doctoral research"),
        WORK_PERMIT_NOTICE.art("A(5)"),
    )
    points_85 = finding(
        points >= A_POINTS,
        t("积分在85分以上", "Has 85 points or more"),
        WORK_PERMIT_NOTICE.art("A(6)"),
    )

    # Class B: the age, and any one of these
    b_age_60 = finding(
        (Applicant.age <= B_AGE) | Applicant.age_relaxed_for_need,
        t("年龄不超过60周岁，或确有需要而放宽", "Is 60 or younger, or the limit is relaxed for real need"),
        WORK_PERMIT_NOTICE.art("B"),
    )
    b_bachelor_two_years = finding(
        Applicant.listed_post & BACHELOR_OR_HIGHER & TWO_YEARS,
        t("学士以上，二年以上相关工作经历，岗位在列", "Bachelor or higher, two years or more, in a listed post"),
        WORK_PERMIT_NOTICE.art("B(1)"),
    )
    b_skill = finding(
        Applicant.intl_or_urgent_skill,
        t("持国际通用职业技能资格，或急需紧缺技能", "Has an international or an urgently needed skill"),
        WORK_PERMIT_NOTICE.art("B(2)"),
    )
    b_graduate = finding(
        Applicant.excellent_graduate_master,
        t("优秀硕士以上毕业生", "Is an excellent graduate, master or higher"),
        WORK_PERMIT_NOTICE.art("B(3)"),
    )
    b_language_teacher = finding(
        Applicant.mother_tongue_teacher & BACHELOR_OR_HIGHER & (TWO_YEARS | Applicant.teaching_qualification),
        t(
            "教授母语，学士以上，二年以上经历或有相应资格",
            "Teaches the mother tongue, bachelor or higher, with two years or a qualification",
        ),
        WORK_PERMIT_NOTICE.art("B(4)"),
    )
    b_pay_4x = finding(
        TIMES_AVERAGE >= B_PAY_TIMES,
        t("年薪不低于当地上年度平均工资的4倍", "Is paid at least four times the local average of the previous year"),
        WORK_PERMIT_NOTICE.art("B(5)"),
    )
    b_ministry_special = finding(
        Applicant.ministry_special_project,
        t("执行部门协议、项目的特殊人员", "Comes under a special programme of a ministry"),
        WORK_PERMIT_NOTICE.art("B(6)"),
    )
    points_60 = finding(
        points >= B_POINTS,
        t("积分在60分以上", "Has 60 points or more"),
        WORK_PERMIT_NOTICE.art("B(7)"),
    )

    c_quota = finding(
        Applicant.quota_ground != "none",
        t("属于国家允许、实行配额管理的工作", "Does work allowed under the national quota"),
        WORK_PERMIT_NOTICE.art("C"),
    )

    gate = all_of(
        age_18,
        healthy,
        no_criminal_record,
        employer_lawful,
        post_needs_foreigner,
        minimum_wage,
        sector_preapproval,
    )
    result = first(
        route("refused", t("不予许可", "No permit"), ~gate),
        route(
            "A",
            t("A类（外国高端人才）", "Class A, high-end talent"),
            any_of(
                a_talent_plan,
                a_recognised_achievement,
                a_encouraged_post,
                a_pay_6x,
                a_entrepreneur,
                a_outstanding_youth,
                points_85,
            ),
        ),
        route(
            "B",
            t("B类（外国专业人才）", "Class B, professional"),
            b_age_60
            & any_of(
                b_bachelor_two_years,
                b_skill,
                b_graduate,
                b_language_teacher,
                b_pay_4x,
                b_ministry_special,
                points_60,
            ),
        ),
        route("C", t("C类（其他外国人员）", "Class C, others"), c_quota),
        otherwise=("refused", t("不予许可", "No permit")),
    )

    both_documents_needed = warn(
        gate,
        t(
            "须同时有工作许可和工作类居留证件；缺一工作即为非法就业。",
            "A work permit and a residence document for work are both needed; working with one alone is illegal.",
        ),
        [EXIT_ENTRY_LAW.art(41), EXIT_ENTRY_LAW.art(43)],
    )
    confirm_average_wage = warn(
        b_pay_4x,
        t(
            "以年薪倍数认定：平均工资的统计口径，请先向受理机关确认。",
            "A class by pay: ask the permit office first which average wage counts.",
        ),
        WORK_PERMIT_NOTICE.art("A(3)"),
    )
