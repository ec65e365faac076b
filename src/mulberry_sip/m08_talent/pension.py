"""8.5 Extended pension contributions for foreign high-level talents / 外籍高层次人才延长缴纳企业职工基本养老保险.

Three numbers are kept apart. The clause reaches those with *less than 15 years* paid. How long they go on paying
follows the minimum of the year in which they reach the statutory age, which is 15 years only until 2029. Those in
between, from 2030 on, have the general rule, not the clause. Before the statutory age only what can no longer change
is answered.
"""

from __future__ import annotations

from datetime import date

from mulberry.decisions.declare import Decision, amount, finding, first, require, route, warn
from mulberry.decisions.expression import AS_OF, all_of, any_of, greatest, implies, ite
from mulberry.decisions.vocabulary import add_months, among, at, month, months_from
from mulberry.law.text import t
from mulberry_sip.law.pension import (
    EXTENSION_BEFORE_LUMP_SUM,
    FLEXIBLE_DELAY_MONTHS,
    FLX,
    LCR21,
    LISTING_MUST_BE_CURRENT,
    MINIMUM_MONTHS,
    O13,
    O16,
    POLICY_THRESHOLD_MONTHS,
    RET,
    SIL,
    SZ694,
)
from mulberry_sip.law.policy import POLICY
from mulberry_sip.m08_talent.insured import Insured
from mulberry_sip.m08_talent.retirement_age import delay_of, statutory_date_of

CLAUSE = POLICY.art(8)
REFUSED = "refused", t("不适用本款", "The clause does not apply")


class PensionExtension(Decision[Insured], id="pension-extension", system="8.5", clauses="8.5"):
    """Whether a foreign talent may go on contributing past the statutory age through the employer, and until when."""

    title = t(
        "外籍高层次人才延长缴纳企业职工基本养老保险", "Extended pension contributions for foreign high-level talents"
    )

    delay_months = amount(
        delay_of(Insured.original_age, Insured.birth_date),
        t("法定退休年龄延迟月数", "Months by which the statutory age is delayed"),
        RET.art(1),
    )
    statutory_date = amount(
        statutory_date_of(Insured.original_age, Insured.birth_date),
        t("达到法定退休年龄之日", "Day of the statutory age"),
        RET.art(1),
    )
    required_months = amount(
        at(MINIMUM_MONTHS, statutory_date),
        t("按月领取养老金所需缴费月数", "Months needed for a monthly pension"),
        RET.art(2),
    )
    shortfall_months = amount(
        greatest(0, required_months - Insured.paid_months),
        t("尚缺月数", "Months still short"),
        RET.art(2),
    )
    # The first month is the one after the statutory month, so the last is as many months on as are short.
    last_month = amount(
        month(statutory_date) + shortfall_months,
        t("连续缴费时的最后月份", "Last month, if every month is paid"),
        CLAUSE,
    )
    lump_sum_from = amount(
        add_months(statutory_date, EXTENSION_BEFORE_LUMP_SUM),
        t("最早可一次性缴费之日", "Day from which the rest may be paid at once"),
        O13.art(2),
    )
    extension_left = ite(
        statutory_date > AS_OF,
        EXTENSION_BEFORE_LUMP_SUM,
        greatest(0, EXTENSION_BEFORE_LUMP_SUM - months_from(statutory_date, AS_OF)),
    )
    lump_sum_months = amount(
        greatest(0, shortfall_months - extension_left),
        t("届时仍缺、可一次性缴纳的月数", "Months then still short, to be paid at once"),
        O13.art(2),
    )

    foreign_national = require(
        Insured.nationality_foreign,
        t("具有外国国籍", "Is a foreign national"),
        [CLAUSE, O16.art(2)],
    )
    listed = require(
        (Insured.plan_level != "none") & implies(LISTING_MUST_BE_CURRENT, Insured.plan_listing_current),
        t("入选国家、省、市或园区人才计划", "Is listed in a national, provincial, city or park talent plan"),
        CLAUSE,
    )
    enterprise_scheme = require(
        Insured.enterprise_scheme,
        t("参加企业职工基本养老保险", "Is insured in the enterprise employees' basic pension scheme"),
        [CLAUSE, SIL.art(97)],
    )
    age_class = require(
        any_of(
            (Insured.sex == "male") & (Insured.original_age == 60),
            (Insured.sex == "female") & among(Insured.original_age, 55, 50),
        ),
        t(
            "改革前退休年龄与性别相符（男60，女55或50）",
            "The age before the reform fits: 60 for men, 55 or 50 for women",
        ),
        RET.art(1),
    )
    at_statutory_age = require(
        statutory_date <= AS_OF,
        t("已达到法定退休年龄", "Has reached the statutory retirement age"),
        [CLAUSE, RET.art(1)],
    )
    under_180_months = require(
        Insured.paid_months < POLICY_THRESHOLD_MONTHS,
        t("累计缴费不足15年（180个月）", "Has paid less than 15 years (180 months)"),
        CLAUSE,
    )
    below_statutory_minimum = require(
        Insured.paid_months < required_months,
        t("未达到法定退休年份的最低缴费年限", "Is short of the minimum of the year of the statutory age"),
        RET.art(2),
    )
    continues_working = require(
        Insured.continues_working,
        t("达到退休年龄后继续工作", "Goes on working past the retirement age"),
        [CLAUSE, LCR21.art(21)],
    )
    works_lawfully = require(
        Insured.work_permit_valid & Insured.residence_valid,
        t("工作许可和居留证件均有效", "Holds a valid work permit and residence document"),
        O16.art(2),
    )
    employer_applies = require(
        Insured.employer_applies,
        t("由用人单位提出申请", "The employer applies"),
        CLAUSE,
    )
    person_consents = require(
        Insured.person_consents,
        t("本人选择继续缴费", "The person chooses to go on paying"),
        CLAUSE,
    )
    pension_not_started = require(
        ~Insured.pension_already_paid,
        t("尚未开始领取养老金", "Draws no pension yet"),
        SIL.art(16),
    )

    flexible_delay_covers = finding(
        shortfall_months <= FLEXIBLE_DELAY_MONTHS,
        t(
            "仅以弹性延迟退休（至多3年，须提前一个月书面约定）即可缴满",
            "A flexible delay alone, at most three years, agreed in writing a month before, would be enough",
        ),
        [RET.art(3), FLX.art("")],
    )
    lump_sum_available = finding(
        (Insured.first_insured_on < date(2011, 7, 1)) & (lump_sum_months > 0),
        t(
            "2011年7月1日前参保，延长缴费五年后仍不足的，可以一次性缴费",
            "Insured before 1 July 2011 and still short after five years' extension: the rest may be paid at once",
        ),
        O13.art(2),
    )
    terminate_and_refund = finding(
        pension_not_started & ite(at_statutory_age, below_statutory_minimum, ~Insured.continues_working),
        t(
            "可书面申请终止养老保险关系，个人账户储存额一次性支付本人",
            "May end the insurance in writing and be paid what the personal account holds",
        ),
        [O13.art(3), O16.art(5)],
    )

    result = first(
        route(*REFUSED, ~(foreign_national & enterprise_scheme & pension_not_started & age_class)),
        route(
            "no_extension_needed",
            t("已满最低缴费年限，无须延长", "The minimum is met: nothing to extend"),
            ~below_statutory_minimum,
        ),
        route(
            "wait_until_age",
            t("尚未到法定退休年龄，到龄时再申请", "Not yet at the statutory age: apply then"),
            ~at_statutory_age,
        ),
        route(
            "general_extension",
            t("不适用本款，可按一般规定延长缴费", "Outside the clause; the general rule on extending applies"),
            ~under_180_months,
        ),
        route(
            "policy_extension",
            t("可以由用人单位申请延长缴费", "The employer may apply to go on paying"),
            all_of(listed, continues_working, works_lawfully, employer_applies, person_consents),
        ),
        route(
            "not_chosen",
            t("条件均已具备，待本人选择", "Everything is there but the person's choice"),
            all_of(listed, continues_working, works_lawfully, employer_applies),
        ),
        otherwise=REFUSED,
    )

    confirm_general_extension = warn(
        at_statutory_age & ~under_180_months & below_statutory_minimum,
        t(
            "已满15年而未满当年最低年限：本款文字未及，延长缴费的办理方式请先向社保机构确认。",
            "15 years are paid, yet not the year's minimum: the words of the clause do not reach this. Ask the "
            "social-insurance office first how to extend.",
        ),
        RET.art(2),
    )
    confirm_required_months = warn(
        under_180_months & (required_months > POLICY_THRESHOLD_MONTHS),
        t(
            "所需月数按法定退休年份的最低年限计算，高于15年；这是我们的理解，请向社保机构确认。",
            "The months needed follow the minimum of the year of the statutory age, more than 15 years. That is our "
            "reading: confirm it with the social-insurance office.",
        ),
        [RET.art(2), SZ694.art("")],
    )
    nothing_in_arrears = warn(
        below_statutory_minimum & (months_from(statutory_date, AS_OF) > 0),
        t(
            "到龄后未缴的月份不得补缴，每缺一个月，最后月份顺延一个月。",
            "Months missed since the statutory age cannot be paid in arrears; each moves the last month back by one.",
        ),
        SIL.art(60),
    )
