"""1.5 Periods in foreign-related proceedings, and when service counts as made / 涉外诉讼期间与送达.

The day of the event is not counted. A period in which somebody has to act ends on a working day; deemed service is no
such period, it falls on its day. The law of the day of the event applies.
"""

from __future__ import annotations

from mulberry.decisions.declare import Decision, amount, finding, first, route, warn
from mulberry.decisions.expression import implies
from mulberry.decisions.vocabulary import add_days, add_months, add_years, in_force, next_working, score
from mulberry.law.text import t
from mulberry_sip.law.foreign_disputes import (
    ANSWER_DAYS,
    APPEAL_ANSWER_DAYS,
    APPEAL_DAYS,
    ARBITRATION_LAW,
    CIVIL_PROCEDURE,
    CONFIRMATION_DAYS,
    EXECUTION_YEARS,
    POST_SERVICE_MONTHS,
    PUBLICATION_DAYS,
    RECONSIDERATION_DAYS,
    SET_ASIDE_MONTHS,
)
from mulberry_sip.m01_opening.dispute_facts import Dispute

PERIOD = Dispute.litigation_period
START = Dispute.started_on
SERVICE = PERIOD.one_of("post_service", "publication_service")
FOR_PARTIES_ABROAD = SERVICE | PERIOD.one_of("answer", "appeal", "appeal_answer")
LAST_DAY = score(
    PERIOD,
    {
        "post_service": add_months(START, POST_SERVICE_MONTHS),
        "publication_service": add_days(START, PUBLICATION_DAYS),
        "answer": next_working(add_days(START, ANSWER_DAYS)),
        "appeal": next_working(add_days(START, APPEAL_DAYS)),
        "appeal_answer": next_working(add_days(START, APPEAL_ANSWER_DAYS)),
        "mediation_confirmation": next_working(add_days(START, CONFIRMATION_DAYS)),
        "award_set_aside": next_working(add_months(START, SET_ASIDE_MONTHS)),
        "judgment_reconsideration": next_working(add_days(START, RECONSIDERATION_DAYS)),
        "execution": next_working(add_years(START, EXECUTION_YEARS)),
    },
)


class DisputePeriod(Decision[Dispute], id="dispute-period", system="1.5", clauses="1.4"):
    """The last day, and whether what was done was done by it."""

    title = t("涉外诉讼期间与送达", "Time limits and deemed service")
    dated_by = Dispute.started_on

    special_limits_apply = finding(
        ~(FOR_PARTIES_ABROAD & Dispute.party_domiciled_cn)
        & implies(PERIOD == "post_service", Dispute.circumstances_suffice),
        t(
            "适用本期间（送达、答辩、上诉限于在内地没有住所的当事人；邮寄须足以认定已经送达）",
            "This period applies: service, answer and appeal only for parties without domicile in the mainland, post "
            "only where service can be taken as made",
        ),
        [CIVIL_PROCEDURE.art(283), CIVIL_PROCEDURE.art(285), CIVIL_PROCEDURE.art(286)],
    )
    done_in_time = finding(
        Dispute.done_on <= LAST_DAY,
        t("在最后一日以前办理", "Done by the last day"),
        CIVIL_PROCEDURE.art(85),
    )

    result = first(
        route(
            "ordinary_limits",
            t("不适用本期间，按一般规定", "This period does not apply: the ordinary rules do"),
            ~special_limits_apply,
        ),
        route("in_time", t("在期限内", "In time"), done_in_time),
        otherwise=("late", t("已逾期", "Late")),
    )

    ends_on = amount(
        LAST_DAY,
        t("最后一日，或视为送达之日", "Last day, or the day on which service is deemed made"),
        [
            CIVIL_PROCEDURE.art(85),
            CIVIL_PROCEDURE.art(205),
            CIVIL_PROCEDURE.art(250),
            CIVIL_PROCEDURE.art(283),
            CIVIL_PROCEDURE.art(285),
            CIVIL_PROCEDURE.art(286),
            CIVIL_PROCEDURE.art(303),
            ARBITRATION_LAW.art(72),
        ],
        when=special_limits_apply,
    )

    posted_in_time_is_enough = warn(
        ~SERVICE,
        t(
            "期满前交邮的不算过期；因不可抗拒的事由耽误的，障碍消除后十日内可申请顺延。",
            "What is posted before the end is in time; whoever was prevented by force majeure may ask for an "
            "extension within ten days after it.",
        ),
        [CIVIL_PROCEDURE.art(85), CIVIL_PROCEDURE.art(86)],
    )
    confirm_which_arbitration_law = warn(
        (PERIOD == "award_set_aside") & ~in_force(ARBITRATION_LAW) & (ARBITRATION_LAW.since <= LAST_DAY),
        t(
            "裁决在新仲裁法施行前收到、期限跨过施行日：此处按收到时的六个月计算，为稳妥请按三个月办理。",
            "Received under the old Arbitration Law, with a period that runs into the new one: six months are counted "
            "here, by the day of receipt. To be safe, act within three.",
        ),
        ARBITRATION_LAW.art(72),
    )
    execution_can_be_interrupted = warn(
        PERIOD == "execution",
        t(
            "申请执行时效可以中止、中断；分期履行的，从最后一期届满起算。",
            "The period can be suspended or interrupted; performance by instalments counts from the last one.",
        ),
        CIVIL_PROCEDURE.art(250),
    )
