"""X.2 Time limit for review or litigation / 行政复议与诉讼期限.

The period runs from knowing of the act. Where the remedy, the body or the period was not told, it runs from learning
of them, but ends a year after knowing of the act at the latest: that latest day is what can be told here. Whatever was
known when, five years after the act, or twenty where real property is concerned, no remedy is open. A last day that is
off moves to the next working day.
"""

from __future__ import annotations

from datetime import date

from mulberry.decisions.declare import Decision, amount, first, require, route, warn
from mulberry.decisions.expression import Expr, all_of, ite, least
from mulberry.decisions.facts import Subject, boolean, choice, day
from mulberry.decisions.vocabulary import add_days, add_months, add_years, next_working
from mulberry.law.calendar_years import CHINA
from mulberry.law.statutes import CIVIL_CODE, HOLIDAY_MEASURES
from mulberry.law.text import t
from mulberry_sip.law.licensing import RECONSIDERATION_LAW, REVIEW_DAYS
from mulberry_sip.law.review import (
    LITIGATION_DAYS_AFTER_REVIEW,
    LITIGATION_INTERPRETATION,
    LITIGATION_LAW,
    LITIGATION_MONTHS,
    LITIGATION_NOT_TOLD,
    LITIGATION_OUTER,
    LITIGATION_OUTER_REAL_PROPERTY,
    REVIEW_NOT_TOLD,
    REVIEW_OUTER,
    REVIEW_OUTER_REAL_PROPERTY,
)

FIRST_KNOWN, LAST_KNOWN = date(CHINA.years[0].year, 1, 1), date(CHINA.years[-1].year, 12, 31)


class Challenge(Subject, kind="administrative act"):
    """An administrative act that somebody means to challenge."""

    remedy = choice(
        t("救济途径", "Remedy"),
        {
            "review": t("申请行政复议", "administrative review"),
            "litigation": t("直接提起行政诉讼", "litigation, directly"),
            "litigation_after_review": t("复议后提起行政诉讼", "litigation after a review decision"),
        },
    )
    act_on = day(t("行政行为作出之日", "Day of the act"))
    knew_on = day(
        t("知道或应当知道之日", "Day on which it was, or should have been, known"),
        t("复议后起诉的，填收到复议决定书之日。", "For litigation after review, the day the decision was received."),
    )
    told_of_remedy = boolean(t("已告知救济权利、机关和期限", "The remedy, the body and the period were told"))
    real_property = boolean(t("因不动产提起", "Real property is concerned"))
    filed_on = day(t("提出之日", "Day of filing"))


REVIEW, DIRECT = Challenge.remedy == "review", Challenge.remedy == "litigation"


def by_remedy(review: Expr, litigation: Expr, after_review: Expr) -> Expr:
    return ite(REVIEW, review, ite(DIRECT, litigation, after_review))


TOLD = next_working(
    by_remedy(
        add_days(Challenge.knew_on, REVIEW_DAYS),
        add_months(Challenge.knew_on, LITIGATION_MONTHS),
        add_days(Challenge.knew_on, LITIGATION_DAYS_AFTER_REVIEW),
    )
)
NOT_TOLD = next_working(
    by_remedy(
        add_months(Challenge.knew_on, REVIEW_NOT_TOLD),
        add_months(Challenge.knew_on, LITIGATION_NOT_TOLD),
        add_months(Challenge.knew_on, LITIGATION_NOT_TOLD),
    )
)
OUTER = next_working(
    ite(REVIEW, add_years(Challenge.act_on, REVIEW_OUTER), add_years(Challenge.act_on, LITIGATION_OUTER))
)
OUTER_REAL_PROPERTY = next_working(
    ite(
        REVIEW,
        add_years(Challenge.act_on, REVIEW_OUTER_REAL_PROPERTY),
        add_years(Challenge.act_on, LITIGATION_OUTER_REAL_PROPERTY),
    )
)
# Article 46 sets its outer limit for suing directly; whoever went through review has fifteen days, whenever the act
# was.
LIMITED = REVIEW | DIRECT


class RemedyPeriod(Decision[Challenge], id="remedy-period", system="X.2", clauses=("13.1", "C.5")):
    """Whether a remedy comes in time, and the last day for it."""

    title = t("行政复议与诉讼期限", "Time limit for review or litigation")

    within_period = require(
        ite(Challenge.told_of_remedy, Challenge.filed_on <= TOLD, Challenge.filed_on <= NOT_TOLD),
        t("在知道行政行为后的法定期限内提出", "Filed within the period after knowing of the act"),
        [
            RECONSIDERATION_LAW.art(20),
            LITIGATION_LAW.art(45),
            LITIGATION_LAW.art(46),
            LITIGATION_INTERPRETATION.art(64),
            CIVIL_CODE.art(203),
        ],
    )
    within_outer_limit = require(
        ~LIMITED | ite(Challenge.real_property, Challenge.filed_on <= OUTER_REAL_PROPERTY, Challenge.filed_on <= OUTER),
        t(
            "未超过自行为作出之日起的最长期限（5年，不动产20年）",
            "Not beyond the outer limit after the act: 5 years, 20 for real property",
        ),
        [RECONSIDERATION_LAW.art(21), LITIGATION_LAW.art(46)],
    )

    period_end = ite(Challenge.told_of_remedy, TOLD, NOT_TOLD)
    outer_end = ite(Challenge.real_property, OUTER_REAL_PROPERTY, OUTER)
    last_day = amount(
        ite(~LIMITED | (period_end <= OUTER), period_end, least(period_end, outer_end)),
        t("最后一日", "Last day"),
        [RECONSIDERATION_LAW.art(20), LITIGATION_LAW.art(46), CIVIL_CODE.art(203)],
    )

    result = first(
        route("in_time", t("未逾期", "In time"), all_of(within_period, within_outer_limit)),
        otherwise=("late", t("已逾期", "Too late")),
    )

    calendar_not_published = warn(
        (last_day < FIRST_KNOWN) | (last_day > LAST_KNOWN),
        t(
            "该年度放假安排未收录或尚未公布，最后一日仅按周末推算，为暂定。",
            "That year's holidays are not loaded or not announced: the last day assumes weekends only and is "
            "provisional.",
        ),
        HOLIDAY_MEASURES.art(""),
    )
    dates_out_of_order = warn(
        (Challenge.knew_on < Challenge.act_on) | (Challenge.filed_on < Challenge.knew_on),
        t(
            "日期先后有误：知道之日不应早于行为之日，提出之日不应早于知道之日，请核对。",
            "The dates are out of order: nobody knows of an act before it is made, or files before knowing. Check "
            "them.",
        ),
        CIVIL_CODE.art(201),
    )
