"""8.5 Application to go on contributing / 延长缴费申请.

The employer of a listed foreign talent applies; the desk checks age, months and listing and decides. Our readings: the
ten working days for a change of registration run from receipt of the papers, and anew from receipt of what was missing;
they stand still while the case is suspended.
"""

from __future__ import annotations

from mulberry.law.text import t
from mulberry.procedures import (
    WORKING_DAY,
    Fields,
    Procedure,
    Refusal,
    branch,
    clock,
    command,
    document,
    guard,
    in_states,
    role,
    state,
)
from mulberry.record.fields import choice, day, many, text, yes_no
from mulberry_sip.law.pension import O16, SIL
from mulberry_sip.law.policy import POLICY
from mulberry_sip.law.social_insurance import HANDLING_REGULATION, REGISTRATION_DAYS

CLAUSE = POLICY.art("（八）")

ALREADY_CORRECTED = Refusal(
    "already_corrected",
    t("须一次告知全部需补正的材料，已经告知过。", "Everything missing is asked for at once, and has been."),
    HANDLING_REGULATION.art(10),
)
CONSENT_MISSING = Refusal(
    "consent_missing",
    t("须由本人选择延长缴费，请附本人同意。", "The person must choose to go on contributing; attach the consent."),
    CLAUSE,
)
NOT_ACCEPTED = Refusal(
    "not_accepted",
    t("申请尚未受理，请先受理。", "The application is not accepted yet; accept it first."),
    HANDLING_REGULATION.art(10),
)
REASON_MISSING = Refusal(
    "reason_missing",
    t("不予批准或中止须说明理由。", "A refusal or a suspension must state its reasons."),
    HANDLING_REGULATION.art(10),
)

applicant = role("applicant", t("申请单位", "Applying employer"), applicant=True)
officer = role("officer", t("社保经办人员", "Social-insurance officer"))

OUTCOMES = {"granted": t("同意延长缴费", "granted"), "refused": t("不予同意", "refused")}


class PensionExtensionCase(Procedure, id="pension-extension-case", system="8.5", clauses=("8.5",), subject="person"):
    title = t("延长缴费申请", "Application to go on contributing")
    rests_on = (CLAUSE,)

    draft = state(t("草稿", "Draft"), draft=True)
    submitted = state(t("已提交", "Submitted"))
    correcting = state(t("待补正", "Waiting for what is missing"))
    accepted = state(t("已受理", "Accepted"))
    in_review = state(t("审核中", "Under review"))
    suspended = state(t("计时中止", "Clock stopped"))
    granted = state(t("同意延长缴费", "Granted"), end=True)
    refused = state(t("不予同意", "Refused"), end=True)
    withdrawn = state(t("已撤回", "Withdrawn"), end=True)
    closed = state(t("已办结领取养老金", "Closed: the pension is paid"), end=True)

    handling = clock(
        t("参保登记变更办理期限", "Time limit to change the registration"),
        REGISTRATION_DAYS,
        WORKING_DAY,
        acts=officer,
        runs_in=(submitted, accepted, in_review),
        pauses_in=(suspended,),
        main=True,
        basis=HANDLING_REGULATION.art(10),
    )

    submit = command(
        applicant,
        start=True,
        to=submitted,
        takes=Fields(
            person=text(t("参保人编号", "Insured person"), length=100, personal=True),
            listing_proof=text(t("人才计划入选证明编号", "Proof of the talent-plan listing"), personal=True),
            work_permit=text(t("工作许可编号", "Number of the work permit"), personal=True),
            person_consents=yes_no(t("本人同意延长缴费", "The person consents"), absent=CONSENT_MISSING),
        ),
        guards=(guard(lambda scene: scene.given["person_consents"], CONSENT_MISSING),),
        documents=(
            document("listing", t("人才计划入选证明", "Proof of the talent-plan listing"), CLAUSE),
            document("permit", t("工作许可", "Work permit"), O16.art(4)),
            document("consent", t("本人同意书", "Consent of the person"), CLAUSE),
        ),
        basis=CLAUSE,
    )
    correct = command(
        officer,
        from_=submitted,
        to=correcting,
        once=ALREADY_CORRECTED,
        takes=Fields(missing=many(t("全部需补正的材料", "Everything that is missing"), least=1)),
        basis=HANDLING_REGULATION.art(10),
    )
    supply = command(
        applicant,
        from_=correcting,
        to=submitted,
        takes=Fields(documents=many(t("补正的材料", "Documents supplied"), least=1)),
        basis=HANDLING_REGULATION.art(10),
    )
    accept = command(officer, from_=submitted, to=accepted, marks="accepted_on", basis=HANDLING_REGULATION.art(10))
    review = command(
        officer,
        from_=accepted,
        to=in_review,
        first=(in_states(NOT_ACCEPTED, submitted, correcting),),
        basis=HANDLING_REGULATION.art(10),
    )
    suspend = command(
        officer,
        from_=(accepted, in_review),
        to=suspended,
        first=(in_states(NOT_ACCEPTED, submitted, correcting),),
        takes=Fields(reason=text(t("中止的理由", "Reason"), absent=REASON_MISSING)),
        basis=HANDLING_REGULATION.art(10),
    )
    resume = command(
        officer,
        from_=suspended,
        to=branch(lambda scene: scene.state.times("review") > 0, {True: in_review, False: accepted}),
        basis=HANDLING_REGULATION.art(10),
    )
    decide_ = command(
        officer,
        from_=(accepted, in_review),
        to=branch("outcome", {"granted": granted, "refused": refused}),
        first=(in_states(NOT_ACCEPTED, submitted, correcting),),
        takes=Fields(outcome=choice(t("决定", "Outcome"), OUTCOMES), reason=text(t("理由", "Reason"), optional=True)),
        guards=(
            guard(
                lambda scene: scene.given["outcome"] == "granted" or scene.given["reason"] is not None,
                REASON_MISSING,
            ),
        ),
        marks="decided_on",
        documents=(document("decision", t("办理结果告知书", "Notice of the result"), HANDLING_REGULATION.art(10)),),
        basis=HANDLING_REGULATION.art(10),
    )
    withdraw = command(
        applicant, from_=(submitted, correcting, accepted, in_review, suspended), to=withdrawn, basis=CLAUSE
    )
    close = command(
        officer,
        from_=granted,
        to=closed,
        title=t("办结并起领养老金", "Close: the pension begins"),
        takes=Fields(pension_from=day(t("养老金起领日", "Day from which the pension is paid"))),
        basis=SIL.art(16),
    )
