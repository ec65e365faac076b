"""X.2 The statutory clock of a licence case / 行政许可办件.

How an application for an administrative licence goes, wherever a system has no clock of its own: 行政许可法 arts 32 and
42 to 50. Readings of ours, where the law is silent: after everything was supplied the five days run again, and silence
then is acceptance as of that second receipt; a case that waits for the applicant's papers is not deemed renewed; the
seven days before a hearing are the agency's own and so working days (art 82).
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from mulberry.law.statutes import LICENSING_LAW
from mulberry.law.text import t
from mulberry.procedures import (
    WORKING_DAY,
    Case,
    Fields,
    Procedure,
    Refusal,
    Scene,
    Warning,
    branch,
    by_field,
    clock,
    command,
    document,
    guard,
    in_states,
    refuse_if,
    role,
    sense,
    silence,
    state,
    until,
)
from mulberry.record.fields import choice, day, many, text, whole, yes_no
from mulberry_sip.law.licensing import (
    COMPLETENESS_DAYS,
    DECISION_DAYS,
    DECISION_EXTENSION_DAYS,
    DELIVERY_DAYS,
    HEARING_NOTICE_DAYS,
    JOINT_DECISION_DAYS,
    JOINT_EXTENSION_DAYS,
    RECONSIDERATION_LAW,
    RENEWAL_LEAD_DAYS,
    REVIEW_DAYS,
)

SECOND_CORRECTION = Refusal(
    "second_correction",
    t(
        "须一次告知全部补正内容，不得再次要求补正。",
        "All missing items must be named at once; there is no second notice.",
    ),
    LICENSING_LAW.art(32),
)
ALREADY_DEEMED_ACCEPTED = Refusal(
    "already_deemed_accepted",
    t(
        "逾期未告知，自收到材料之日起已视为受理，请进入审查。",
        "Nothing was told in time: the case is deemed accepted from receipt; go on to examine it.",
    ),
    LICENSING_LAW.art(32),
)
NOT_ACCEPTED_YET = Refusal(
    "not_accepted_yet",
    t("申请尚未受理，请先受理。", "The application is not accepted yet; accept it first."),
    LICENSING_LAW.art(32),
)
EXTENSION_ALREADY_USED = Refusal(
    "extension_already_used",
    t("期限只能延长一次，已经延长过。", "The period may be extended once, and it has been."),
    LICENSING_LAW.art(42),
)
APPROVER_NOT_COMPETENT = Refusal(
    "approver_not_competent",
    t(
        "一般办件由本行政机关负责人批准延长，联合办理由本级人民政府负责人批准。",
        "The agency's head approves an ordinary extension, the head of the government one of joint handling.",
    ),
    LICENSING_LAW.art(42),
)
EXTENSION_WITHOUT_REASON = Refusal(
    "extension_without_reason",
    t(
        "延长期限须将理由告知申请人，请填写理由。",
        "The applicant must be told the reasons for an extension; give them.",
    ),
    LICENSING_LAW.art(42),
)
EXTENSION_TOO_LATE = Refusal(
    "extension_too_late",
    t("期限已经届满，不能再延长；请尽快作出决定。", "The period is over and cannot be extended; decide without delay."),
    LICENSING_LAW.art(42),
)
SUSPENSION_NOT_NOTIFIED = Refusal(
    "suspension_not_notified",
    t(
        "未书面告知申请人的，不停止计时；请先书面告知。",
        "Without written notice the clock does not stop; notify the applicant.",
    ),
    LICENSING_LAW.art(45),
)
HEARING_NOTICE_TOO_SHORT = Refusal(
    "hearing_notice_too_short",
    t(
        "听证须提前七日通知，最早可定在{earliest}。",
        "A hearing needs seven days' notice; {earliest} is the first day possible.",
    ),
    LICENSING_LAW.art(48),
)
REFUSAL_WITHOUT_REMEDY_LINE = Refusal(
    "refusal_without_remedy_line",
    t(
        "不予许可须载明理由、复议机关和申请复议的期限（不少于六十日）。",
        "A refusal must state its reasons, the review body and the period for review, not under sixty days.",
    ),
    LICENSING_LAW.art(38),
)
LICENCE_EXPIRED = Refusal(
    "licence_expired",
    t(
        "许可已于{expired}到期，不能延续；请重新申请。",
        "The licence expired on {expired} and cannot be renewed; apply anew.",
    ),
    LICENSING_LAW.art(50),
)
RENEWAL_ASKED_LATE = Warning(
    "renewal_asked_late",
    t(
        "提出延续申请距届满不足三十日，到期未答复的不视为准予延续。",
        "Asked for less than thirty days before expiry: silence until then will not renew the licence.",
    ),
    lambda scene: scene.given["request"] == "renewal" and not _in_time(scene),
)

applicant = role("applicant", t("申请人", "Applicant"), applicant=True)
officer = role("officer", t("承办人员", "Officer in charge"))
agency_head = role("agency_head", t("行政机关负责人", "Head of the agency"))
government_head = role("government_head", t("本级人民政府负责人", "Head of the government of the same level"))

REQUESTS = {
    "new": t("新申请", "New licence"),
    "change": t("变更", "Change of a licence"),
    "renewal": t("延续", "Renewal of a licence"),
}
SUSPENSION_REASONS = {
    "hearing": t("听证", "hearing"),
    "bidding": t("招标", "bidding"),
    "auction": t("拍卖", "auction"),
    "test": t("检验", "test"),
    "inspection": t("检测", "inspection"),
    "quarantine": t("检疫", "quarantine"),
    "appraisal": t("鉴定", "appraisal"),
    "expert_review": t("专家评审", "expert review"),
}
OUTCOMES = {"granted": t("准予许可", "granted"), "refused": t("不予许可", "refused")}


def _in_time(scene: Scene[Case]) -> bool:
    """Whether a renewal is asked for early enough; counted in the applicant's favour, in calendar days."""
    expires = scene.given["licence_expires_on"]
    return expires is not None and scene.on <= expires - timedelta(days=scene.number(RENEWAL_LEAD_DAYS))


def _earliest_hearing(scene: Scene[Case]) -> Any:
    return scene.context.calendar.add_working_days(scene.on, scene.number(HEARING_NOTICE_DAYS))


def _competent(scene: Scene[Case]) -> bool:
    joint = scene.state.flag("joint_handling") is True
    return scene.by.role == (government_head.id if joint else agency_head.id)


def _told_of_remedy(scene: Scene[Case]) -> bool:
    days = scene.given["review_days"]
    told = scene.given["review_body"] is not None and days is not None and days >= scene.number(REVIEW_DAYS)
    return scene.given["outcome"] != "refused" or told


def _still_in_time(scene: Scene[Case]) -> bool:
    return not LicenceCase.reading(scene.state, "decision", scene.at, scene.context).late


class LicenceCase(Procedure, id="licence-case", system="X.2", clauses=("13.1", "C.5"), subject="application"):
    title = t("行政许可办件", "Licence case with its statutory clock")
    reads = (HEARING_NOTICE_DAYS, RENEWAL_LEAD_DAYS, REVIEW_DAYS)

    submitted = state(t("已收件", "Received"))
    correcting = state(t("待补正", "Waiting for what is missing"))
    accepted = state(t("已受理", "Accepted"))
    not_accepted = state(t("不予受理", "Not accepted"), end=True)
    suspended = state(t("计时中止", "Clock stopped"))
    granted = state(t("准予许可", "Granted"))
    refused = state(t("不予许可", "Refused"), end=True)
    issued = state(t("已颁证", "Licence issued"), end=True)
    deemed_renewed = state(t("视为准予延续", "Deemed renewed"), end=True)
    withdrawn = state(t("已撤回", "Withdrawn"), end=True)

    completeness = clock(
        t("受理期限", "Time limit to accept, or to tell what is missing"),
        COMPLETENESS_DAYS,
        WORKING_DAY,
        acts=officer,
        runs_in=(submitted,),
        basis=LICENSING_LAW.art(32),
    )
    decision = clock(
        t("许可决定期限", "Time limit for the decision"),
        by_field("joint_handling", {True: JOINT_DECISION_DAYS}, otherwise=DECISION_DAYS),
        WORKING_DAY,
        acts=officer,
        runs_in=(accepted,),
        pauses_in=(suspended,),
        extension=by_field("joint_handling", {True: JOINT_EXTENSION_DAYS}, otherwise=DECISION_EXTENSION_DAYS),
        main=True,
        basis=LICENSING_LAW.art(42),
    )
    expiry = until(
        t("原许可届满", "Expiry of the licence to be renewed"),
        "licence_expires_on",
        acts=officer,
        runs_in=(submitted, accepted, suspended),
        when=lambda case: case.flag("renewal_in_time") is True,
        basis=LICENSING_LAW.art(50),
    )
    delivery = clock(
        t("颁证送达期限", "Time limit to issue and deliver"),
        DELIVERY_DAYS,
        WORKING_DAY,
        acts=officer,
        runs_in=(granted,),
        basis=LICENSING_LAW.art(44),
    )

    deemed_accepted = silence(
        t("逾期未告知，视为受理", "Deemed accepted: nothing was told in time"),
        clock=completeness,
        to=accepted,
        from_start=True,
        marks="accepted_on",
        basis=LICENSING_LAW.art(32),
    )
    renewed_by_silence = silence(
        t("届满未作决定，视为准予延续", "Deemed renewed: no decision by expiry"),
        clock=expiry,
        to=deemed_renewed,
        marks="renewed_on",
        basis=LICENSING_LAW.art(50),
    )

    submit = command(
        applicant,
        start=True,
        to=submitted,
        takes=Fields(
            request=choice(t("申请事项", "Request"), REQUESTS),
            licence_expires_on=day(t("原许可届满日", "Day on which the licence expires"), optional=True),
        ),
        senses=(
            sense(
                lambda scene: scene.given["request"] != "renewal" or scene.given["licence_expires_on"] is not None,
                "licence_expires_on",
                t(
                    "原许可届满日（licence_expires_on）：申请延续须填写。",
                    "licence_expires_on: a renewal needs the day on which the licence expires.",
                ),
            ),
        ),
        guards=(
            refuse_if(
                lambda scene: scene.given["request"] == "renewal" and scene.given["licence_expires_on"] < scene.on,
                LICENCE_EXPIRED,
                lambda scene: {"expired": scene.given["licence_expires_on"]},
            ),
        ),
        warns=(RENEWAL_ASKED_LATE,),
        notes={"renewal_in_time": lambda scene: scene.given["request"] == "renewal" and _in_time(scene)},
        marks="received_on",
        basis=LICENSING_LAW.art(29),
    )
    correct = command(
        officer,
        from_=submitted,
        to=correcting,
        once=SECOND_CORRECTION,
        first=(refuse_if(lambda scene: scene.state.times("deemed_accepted") > 0, ALREADY_DEEMED_ACCEPTED),),
        takes=Fields(missing=many(t("全部需补正的内容", "Everything that is missing"), least=1)),
        documents=(document("correction_notice", t("补正告知书", "Notice of what is missing"), LICENSING_LAW.art(32)),),
        basis=LICENSING_LAW.art(32),
    )
    supply = command(
        applicant,
        from_=correcting,
        to=submitted,
        takes=Fields(documents=many(t("补正的材料", "Documents supplied"), least=1)),
        basis=LICENSING_LAW.art(32),
    )
    accept = command(
        officer,
        from_=submitted,
        to=accepted,
        first=(refuse_if(lambda scene: scene.state.times("deemed_accepted") > 0, ALREADY_DEEMED_ACCEPTED),),
        takes=Fields(joint_handling=yes_no(t("统一、联合或集中办理", "Unified, joint or centralised handling"))),
        marks="accepted_on",
        documents=(document("acceptance", t("受理通知书", "Written voucher of acceptance"), LICENSING_LAW.art(32)),),
        basis=LICENSING_LAW.art(32),
    )
    reject = command(
        officer,
        from_=submitted,
        to=not_accepted,
        first=(refuse_if(lambda scene: scene.state.times("deemed_accepted") > 0, ALREADY_DEEMED_ACCEPTED),),
        takes=Fields(
            reason=text(t("不予受理的理由", "Reason")),
            competent_body=text(t("有权的行政机关", "The body that is competent"), optional=True),
        ),
        documents=(document("refusal", t("不予受理通知书", "Written voucher of refusal"), LICENSING_LAW.art(32)),),
        basis=LICENSING_LAW.art(32),
    )
    hear = command(
        officer,
        from_=(accepted, suspended),
        first=(in_states(NOT_ACCEPTED_YET, submitted, correcting),),
        takes=Fields(hearing_on=day(t("听证日期", "Day of the hearing"))),
        guards=(
            guard(
                lambda scene: scene.given["hearing_on"] >= _earliest_hearing(scene),
                HEARING_NOTICE_TOO_SHORT,
                lambda scene: {"earliest": _earliest_hearing(scene)},
            ),
        ),
        title=t("通知听证", "Give notice of a hearing"),
        documents=(document("hearing_notice", t("听证通知书", "Notice of the hearing"), LICENSING_LAW.art(48)),),
        basis=LICENSING_LAW.art(48),
    )
    suspend = command(
        officer,
        from_=accepted,
        to=suspended,
        first=(in_states(NOT_ACCEPTED_YET, submitted, correcting),),
        takes=Fields(
            reason=choice(t("不计入期限的事由", "Why the time does not count"), SUSPENSION_REASONS),
            notified_in_writing=yes_no(
                t("已书面告知申请人", "The applicant was told in writing"), absent=SUSPENSION_NOT_NOTIFIED
            ),
        ),
        guards=(guard(lambda scene: scene.given["notified_in_writing"], SUSPENSION_NOT_NOTIFIED),),
        documents=(document("suspension_notice", t("所需时间告知书", "Written notice"), LICENSING_LAW.art(45)),),
        basis=LICENSING_LAW.art(45),
    )
    resume = command(officer, from_=suspended, to=accepted, basis=LICENSING_LAW.art(45))
    extend = command(
        agency_head,
        government_head,
        from_=accepted,
        extends=decision,
        wrong_role=APPROVER_NOT_COMPETENT,
        once=EXTENSION_ALREADY_USED,
        first=(in_states(NOT_ACCEPTED_YET, submitted, correcting),),
        takes=Fields(reason=text(t("延长的理由", "Reason"), absent=EXTENSION_WITHOUT_REASON)),
        guards=(guard(_competent, APPROVER_NOT_COMPETENT), guard(_still_in_time, EXTENSION_TOO_LATE)),
        documents=(document("extension_notice", t("延期告知书", "Notice of the extension"), LICENSING_LAW.art(42)),),
        basis=LICENSING_LAW.art(42),
    )
    decide_ = command(
        officer,
        from_=accepted,
        to=branch("outcome", {"granted": granted, "refused": refused}),
        first=(in_states(NOT_ACCEPTED_YET, submitted, correcting),),
        takes=Fields(
            outcome=choice(t("决定", "Outcome"), OUTCOMES),
            reason=text(t("理由", "Reason")),
            review_body=text(t("行政复议机关", "Review body"), optional=True),
            review_days=whole(t("申请复议的期限（日）", "Days to apply for review"), low=1, unit="day", optional=True),
        ),
        guards=(guard(_told_of_remedy, REFUSAL_WITHOUT_REMEDY_LINE),),
        marks="decided_on",
        documents=(
            document("decision", t("行政许可决定书", "Written decision"), LICENSING_LAW.art(38)),
            document("remedy", t("救济途径告知", "Line on remedies"), RECONSIDERATION_LAW.art(20)),
        ),
        basis=LICENSING_LAW.art(42),
    )
    issue = command(
        officer,
        from_=granted,
        to=issued,
        marks="issued_on",
        documents=(document("licence", t("行政许可证件", "The licence"), LICENSING_LAW.art(39)),),
        basis=LICENSING_LAW.art(44),
    )
    withdraw = command(
        applicant, from_=(submitted, correcting, accepted, suspended), to=withdrawn, basis=LICENSING_LAW.art(29)
    )
