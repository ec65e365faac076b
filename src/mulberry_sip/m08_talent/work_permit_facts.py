"""8.2A What is asked about a foreigner, the employer and the post / 外国人来华工作许可事实."""

from __future__ import annotations

from mulberry.decisions.declare import coherent
from mulberry.decisions.facts import boolean, choice, choices, decimal, integer, money
from mulberry.law.text import t
from mulberry_sip.subjects.foreigner import Foreigner

SKILLS = {
    "none": t("无", "none"),
    "senior_worker": t("高级工或相当", "senior worker"),
    "technician": t("技师或相当", "technician"),
    "senior_technician": t("高级技师或相当", "senior technician"),
    "intl_top": t("国际通用最高等级", "highest international grade"),
}
CHINESE = {
    "none": t("无", "none"),
    "hsk1": t("汉语水平考试一级", "HSK 1"),
    "hsk2": t("汉语水平考试二级", "HSK 2"),
    "hsk3": t("汉语水平考试三级", "HSK 3"),
    "hsk4": t("汉语水平考试四级", "HSK 4"),
    "hsk5_plus": t("汉语水平考试五级以上", "HSK 5 or higher"),
    "degree_taught_in_chinese": t("以汉语授课取得学士以上学位", "bachelor's or higher degree taught in Chinese"),
    "former_national": t("曾有中国国籍", "once a Chinese national"),
}
REGIONS = {
    "none": t("无（苏州属此）", "none, as in Suzhou"),
    "west": t("西部地区", "the west"),
    "northeast_old_base": t("东北等老工业基地", "north-east and other old industrial bases"),
    "national_poor_county": t("国家级贫困县等特别地区", "national poor counties and the like"),
}
PLUS = {
    "high_level_overseas_univ": t("毕业于境外高水平大学", "graduate of a high-level university abroad"),
    "fortune500": t("有世界500强企业任职经历", "has worked for a Fortune 500 company"),
    "ip_holder": t("拥有专利等知识产权", "holds patents or other intellectual property"),
    "five_years_in_china": t("已连续在华工作满5年", "has worked in China for five years running"),
}
PAY = t("年薪", "Annual pay")
SKILL = t("职业技能资格", "Skill certificate")
WORK_YEARS = t("相关工作年限", "Years of relevant work")
CHINESE_LEVEL = t("汉语水平", "Chinese")
REGION = t("工作地区", "Region of work")
PLUS_FACTS = t("其他加分情形", "Other merits")
LOCAL_BONUS = t("地方鼓励性加分", "Bonus of the province")

LEAST_PAY = 1000
"""No annual pay in yuan lies between nothing and this; one in ten-thousands does."""
PAY_IN_YUAN = t(
    "年薪以元计，如45万元填450000；所填数额过小，请核对单位",
    "the annual pay is in yuan, 450000 and not 45; the figure is too small, check its unit",
)


class Applicant(Foreigner):
    """A foreigner for whom an employer asks for a work permit."""

    healthy = boolean(t("身体健康", "In good health"))
    no_criminal_record = boolean(t("无犯罪记录", "No criminal record"))
    employer_operates_lawfully = boolean(
        t("用人单位依法设立、合法经营", "The employer is lawfully set up and operates lawfully")
    )
    serious_dishonesty_record = boolean(
        t("用人单位有严重违法失信记录", "The employer has a record of serious dishonesty")
    )
    post_needs_foreigner = boolean(
        t("岗位有特殊需要、国内暂缺适当人选", "The post has special needs and lacks candidates at home")
    )
    monthly_min_wage_ok = boolean(
        t("月薪不低于当地最低工资", "The monthly pay reaches the local minimum wage"), changeable=True
    )
    sector_preapproval_ok = boolean(
        t("行业前置审批已取得，或无须前置审批", "Approved by the sector's authority, or no approval needed")
    )
    recognised_achievement = boolean(
        t("符合国际公认的专业成就认定标准", "An achievement that is recognised internationally"),
        t("如诺贝尔奖、图灵奖、菲尔兹奖，各国院士。", "Such as Nobel, Turing or Fields prizes, national academies."),
    )
    encouraged_post = boolean(
        t("受聘市场导向的鼓励类岗位", "Hired for an encouraged post"),
        t(
            "分类标准A类第三项前六种：央企、500强、高新技术企业等的高级管理或技术岗位，高校、医院、文艺团体的相应岗位。",
            "The first six kinds under A(3): senior posts in central or Fortune 500 companies, high-tech firms, "
            "universities, hospitals, orchestras and the like.",
        ),
        changeable=True,
    )
    entrepreneur = boolean(
        t("符合创新创业人才条件", "Meets what is asked of innovators and entrepreneurs"),
        t(
            "投资、销售、纳税须达到分类标准A类第四项的数额，由受理人员对照核实。",
            "Investment, sales and taxes must reach the figures of A(4); the officer checks them.",
        ),
    )
    postdoc_high_level_university = boolean(
        t(
            "在境外高水平大学或中国境内高校从事博士后研究",
            "Post-doctoral research at a high-level or Chinese university",
        )
    )
    annual_pay_cny = money(
        PAY,
        t("境内用人单位支付的税前年薪，以元计。", "Paid by the employer in China, before tax, in yuan."),
        changeable=True,
    )
    local_average_wage_cny = money(
        t("当地上年度平均工资", "Local average wage of the previous year"),
        t("年度数额；统计口径以受理机关为准。", "For a year; which average counts, the permit office says."),
    )
    listed_post = boolean(
        t("岗位属于外国专业人才岗位", "The post is one listed for professionals"),
        t("分类标准B类第一项所列岗位。", "As listed under B(1) of the standard."),
        changeable=True,
    )
    intl_or_urgent_skill = boolean(
        t(
            "持有国际通用职业技能资格或为急需紧缺技能人员",
            "An international skill certificate, or a skill urgently needed",
        )
    )
    excellent_graduate_master = boolean(
        t("中国高校或境外前百名高校的优秀硕士以上毕业生", "Excellent graduate, master or higher"),
        t(
            "中国境内高校硕士以上，或境外排名前一百高校硕士以上；可免工作经历。",
            "Of a Chinese university, or of a foreign one among the top hundred; no experience asked.",
        ),
    )
    mother_tongue_teacher = boolean(t("教授母语的外语教师", "Teaches the mother tongue"), changeable=True)
    teaching_qualification = boolean(
        t(
            "有教育、语言类学位，所在国教师资格，或120学时以上证书",
            "A degree in education or languages, a teacher's licence, or a certificate of 120 hours",
        )
    )
    ministry_special_project = boolean(
        t("执行部门、地方协议或项目的特殊人员", "Comes under a special programme of a ministry")
    )
    age_relaxed_for_need = boolean(
        t("确有需要，年龄经同意放宽", "The age limit is relaxed for real need"),
    )
    quota_ground = choice(
        t("配额管理的工作", "Work under the national quota"),
        {
            "none": t("不属于", "none"),
            "temporary": t("临时性", "temporary"),
            "seasonal": t("季节性", "seasonal"),
            "non_technical": t("非技术性或服务性", "non-technical or service"),
            "government_agreement_intern": t("政府间协议实习等", "intern under an agreement of governments"),
            "other": t("其他允许的情形", "other, as allowed"),
        },
        changeable=True,
    )
    skill_certificate = choice(SKILL, SKILLS)
    relevant_work_years = decimal(WORK_YEARS, unit="year")
    chinese = choice(CHINESE_LEVEL, CHINESE, changeable=True)
    region_bonus = choice(REGION, REGIONS, t("园区的岗位选“无”。", "For a post in the park: none."))
    plus_facts = choices(PLUS_FACTS, PLUS)
    local_bonus = integer(
        LOCAL_BONUS, t("由省级主管部门确定，0至10分。", "Set by the province, 0 to 10."), unit="point", high=10
    )

    annual_pay_in_yuan = coherent((annual_pay_cny == 0) | (annual_pay_cny >= LEAST_PAY), annual_pay_cny, PAY_IN_YUAN)
    no_more_years_than_lived = coherent(
        relevant_work_years <= Foreigner.age,
        relevant_work_years,
        t("工作年限多于年龄，请核对两项", "more years of work than of age; check both"),
    )
