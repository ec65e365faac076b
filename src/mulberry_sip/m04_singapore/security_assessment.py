"""4.2.2 Security assessment of a data export / 数据出境安全评估.

Our readings: an assessment is extended by submitting the same case again in its last sixty working days, with nothing
changed; while that is examined the old result stands, and an extension that is refused or withdrawn leaves it standing
to its last day. The second assessment has no period of its own in the measures.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from mulberry.law.dates import add_years
from mulberry.law.periods import Unit, deadline
from mulberry.law.text import t
from mulberry.procedures import (
    WORKING_DAY,
    Case,
    Fields,
    Look,
    Procedure,
    Refusal,
    Scene,
    branch,
    clock,
    command,
    document,
    figure,
    given,
    guard,
    refuse_if,
    role,
    sense,
    silence,
    state,
    term,
)
from mulberry.record.fields import choice, day, many, text, whole, yes_no
from mulberry_sip.law.data_export import (
    ASSESSMENT_ACCEPTANCE_DAYS,
    ASSESSMENT_COMPLETENESS_DAYS,
    ASSESSMENT_DAYS,
    ASSESSMENT_RENEWAL_DAYS,
    ASSESSMENT_VALIDITY_YEARS,
    CAC_ORDER_11,
    CAC_ORDER_16,
    NETWORK_DATA_REGULATION,
    PIPL,
    REASSESSMENT_DAYS,
)
from mulberry_sip.m04_singapore.standard_contract import exporter, provincial_cac

SCOPE_CHANGED = Refusal(
    "scope_changed",
    t(
        "出境的范围或接收方与评估通过的不一致，请另行申报评估。",
        "The scope or the recipient is not the one assessed; apply for a new assessment.",
    ),
    NETWORK_DATA_REGULATION.art(38),
)
EXTENSION_NOT_OPEN = Refusal(
    "extension_not_open",
    t(
        "有效期至{until}，届满前{days}个工作日内方可申请延长。",
        "It is valid until {until}; an extension may be asked for in the last {days} working days.",
    ),
    CAC_ORDER_16.art(9),
)
APPEAL_LATE = Refusal(
    "appeal_late",
    t("申请复评的期限已于{last}届满。", "The period to ask for a second assessment ended on {last}."),
    CAC_ORDER_11.art(13),
)
NOT_OPEN_TO_APPEAL = Refusal(
    "no_second_assessment",
    t(
        "只能对评估结果申请一次复评，复评结论为最终结论。",
        "Only a result of an assessment can be assessed again, once; the second is final.",
    ),
    CAC_ORDER_11.art(13),
)
ALREADY_ASKED = Refusal(
    "already_corrected",
    t("须一次告知全部需补充的材料，已经告知过。", "Everything missing is asked for at once, and has been."),
    CAC_ORDER_11.art(7),
)

national_cac = role("national_cac", t("国家网信部门", "Cyberspace Administration of China"))

OUTCOMES = {"granted": t("评估通过", "passed"), "refused": t("评估不通过", "not passed")}


def _unchanged(scene: Scene[Case]) -> bool:
    names = ("exporter", "recipient", "scope")
    return not scene.state.exists or all(scene.given[name] == scene.state.text(name) for name in names)


def _window_open(scene: Scene[Case]) -> bool:
    until = scene.state.day("valid_until")
    if until is None:
        return True
    return scene.context.calendar.working_days_between(scene.on, until) <= scene.number(ASSESSMENT_RENEWAL_DAYS)


def _window(scene: Scene[Case]) -> dict[str, object]:
    return {"until": scene.state.day("valid_until"), "days": scene.number(ASSESSMENT_RENEWAL_DAYS)}


def _last_day_of_appeal(scene: Scene[Case]) -> date:
    days = scene.number(REASSESSMENT_DAYS)
    return deadline(scene.given["received_on"], days, Unit.WORKING_DAY, calendar=scene.context.calendar).deadline


def still_valid(scene: Scene[Case]) -> bool:
    """Whether an earlier grant of the same case still stands."""
    until = scene.state.day("valid_until")
    return until is not None and scene.on <= until


def _decided(scene: Scene[Case]) -> str:
    """A refused extension leaves the earlier result standing; a refused second assessment takes it away."""
    extending = scene.state.state != "re_review" and still_valid(scene)
    return "kept" if scene.given["outcome"] == "refused" and extending else str(scene.given["outcome"])


def _valid_until(scene: Scene[Case]) -> date | None:
    """Three years from issue; an extension adds three years to the former term. A second assessment adds nothing."""
    before = scene.state.day("valid_until")
    if scene.given["outcome"] != "granted" or (scene.state.state == "re_review" and before):
        return before
    return add_years(before or scene.on, scene.number(ASSESSMENT_VALIDITY_YEARS))


def _after_result(scene: Scene[Case]) -> bool:
    decided: Any = scene.state.day("decided_on")
    return decided is None or decided <= scene.given["received_on"] <= scene.on


def standing_term(look: Look) -> date | None:
    """Until when a grant stands; nothing where it was taken back or never given."""
    return None if look.case.state in {"refused", "withdrawn"} else look.case.day("valid_until")


class SecurityAssessment(
    Procedure, id="data-export-assessment-case", system="4.2.2", clauses=("4.1",), subject="enterprise"
):
    title = t("数据出境安全评估", "Security assessment of a data export")
    rests_on = (PIPL.art(40),)
    reads = (ASSESSMENT_RENEWAL_DAYS, ASSESSMENT_VALIDITY_YEARS, REASSESSMENT_DAYS)

    draft = state(t("草稿", "Draft"), draft=True)
    submitted = state(t("已申报", "Submitted"))
    correcting = state(t("待补充", "To be completed"))
    complete = state(t("材料完备", "Found complete"))
    accepted = state(t("已受理", "Accepted"))
    in_review = state(t("评估中", "Under assessment"))
    suspended = state(t("计时中止", "Clock stopped"))
    granted = state(t("评估通过", "Passed"), end=True)
    refused = state(t("未通过或不予受理", "Not passed or not accepted"), end=True)
    re_review = state(t("复评中", "Second assessment"))
    withdrawn = state(t("已撤回", "Withdrawn"), end=True)
    expired = state(t("评估结果已过期", "Expired"), end=True)

    completeness = clock(
        t("完备性查验期限", "Time limit to check completeness"),
        ASSESSMENT_COMPLETENESS_DAYS,
        WORKING_DAY,
        acts=provincial_cac,
        runs_in=(submitted,),
        basis=CAC_ORDER_11.art(7),
    )
    acceptance = clock(
        t("受理期限", "Time limit to accept"),
        ASSESSMENT_ACCEPTANCE_DAYS,
        WORKING_DAY,
        acts=national_cac,
        runs_in=(complete,),
        basis=CAC_ORDER_11.art(7),
    )
    assessment = clock(
        t("评估期限", "Time limit for the assessment"),
        ASSESSMENT_DAYS,
        WORKING_DAY,
        acts=national_cac,
        runs_in=(accepted, in_review),
        pauses_in=(suspended,),
        extension=given("working_days"),
        main=True,
        basis=CAC_ORDER_11.art(12),
    )
    validity = term(
        t("评估结果有效期", "Validity of the result"),
        "valid_until",
        acts=exporter,
        runs_in=(granted,),
        basis=CAC_ORDER_16.art(9),
    )
    expiry = silence(t("有效期届满", "The validity has ended"), clock=validity, to=expired, basis=CAC_ORDER_16.art(9))

    valid_until = figure(t("有效期至", "Valid until"), standing_term)

    submit = command(
        exporter,
        start=True,
        from_=granted,
        to=submitted,
        takes=Fields(
            exporter=text(t("数据处理者", "Exporter")),
            recipient=text(t("境外接收方", "Recipient abroad")),
            scope=text(t("出境数据的目的、范围和种类", "Purpose, scope and kind of the data exported")),
        ),
        guards=(guard(_unchanged, SCOPE_CHANGED), guard(_window_open, EXTENSION_NOT_OPEN, _window)),
        notes={"asked": lambda _: False},
        documents=(
            document("application", t("申报书", "Application"), CAC_ORDER_11.art(6)),
            document("self_assessment", t("数据出境风险自评估报告", "Self-assessment of risks"), CAC_ORDER_11.art(6)),
            document("legal_document", t("与境外接收方的法律文件", "Document with the recipient"), CAC_ORDER_11.art(6)),
        ),
        basis=CAC_ORDER_11.art(6),
    )
    correct = command(
        provincial_cac,
        from_=submitted,
        to=correcting,
        first=(refuse_if(lambda scene: scene.state.flag("asked") is True, ALREADY_ASKED),),
        notes={"asked": lambda _: True},
        takes=Fields(missing=many(t("需补充的全部材料", "Everything that is missing"), least=1)),
        basis=CAC_ORDER_11.art(7),
    )
    supply = command(
        exporter,
        from_=correcting,
        to=submitted,
        takes=Fields(documents=many(t("补充的材料", "Documents supplied"), least=1)),
        basis=CAC_ORDER_11.art(7),
    )
    review = command(
        provincial_cac,
        from_=submitted,
        to=branch("complete", {True: complete, False: correcting}),
        title=t("完备性查验", "Check completeness"),
        takes=Fields(complete=yes_no(t("材料完备", "The papers are complete"))),
        basis=CAC_ORDER_11.art(7),
    )
    accept = command(national_cac, from_=complete, to=accepted, marks="accepted_on", basis=CAC_ORDER_11.art(7))
    reject = command(
        national_cac,
        from_=complete,
        to=branch(lambda scene: "kept" if still_valid(scene) else "refused", {"refused": refused, "kept": granted}),
        takes=Fields(reason=text(t("不予受理的理由", "Reason"))),
        basis=CAC_ORDER_11.art(7),
    )
    begin_review = command(
        national_cac,
        from_=accepted,
        to=in_review,
        title=t("组织评估", "Begin the assessment"),
        basis=CAC_ORDER_11.art(10),
    )
    suspend = command(
        national_cac,
        from_=(accepted, in_review),
        to=suspended,
        takes=Fields(reason=text(t("中止的理由", "Reason"))),
        basis=CAC_ORDER_11.art(11),
    )
    resume = command(national_cac, from_=suspended, to=in_review, basis=CAC_ORDER_11.art(11))
    extend = command(
        national_cac,
        from_=(accepted, in_review),
        extends=assessment,
        takes=Fields(working_days=whole(t("延长的工作日数", "Working days more"), low=1, high=500, unit="working-day")),
        basis=CAC_ORDER_11.art(12),
    )
    decide_ = command(
        national_cac,
        from_=(accepted, in_review, re_review),
        to=branch(_decided, {"granted": granted, "refused": refused, "kept": granted}),
        takes=Fields(outcome=choice(t("评估结果", "Outcome"), OUTCOMES), reason=text(t("理由", "Reason"))),
        notes={"valid_until": _valid_until, "final": lambda scene: scene.state.state == "re_review"},
        marks="decided_on",
        documents=(document("result", t("评估结果通知书", "Notice of the result"), CAC_ORDER_11.art(12)),),
        basis=CAC_ORDER_11.art(12),
    )
    appeal = command(
        exporter,
        from_=(granted, refused),
        to=re_review,
        title=t("申请复评", "Ask for a second assessment"),
        takes=Fields(received_on=day(t("收到评估结果之日", "Day on which the result was received"))),
        senses=(
            sense(
                _after_result,
                "received_on",
                t(
                    "收到评估结果之日（received_on）：须在结果作出之后、今日之前。",
                    "received_on: between the day of the result and today.",
                ),
            ),
        ),
        first=(refuse_if(lambda scene: scene.state.flag("final") is True, NOT_OPEN_TO_APPEAL),),
        guards=(
            guard(lambda scene: scene.state.day("decided_on") is not None, NOT_OPEN_TO_APPEAL),
            guard(
                lambda scene: scene.on <= _last_day_of_appeal(scene),
                APPEAL_LATE,
                lambda scene: {"last": _last_day_of_appeal(scene)},
            ),
        ),
        basis=CAC_ORDER_11.art(13),
    )
    withdraw = command(
        exporter,
        from_=(submitted, correcting, complete, accepted, in_review, suspended),
        to=branch(lambda scene: "kept" if still_valid(scene) else "gone", {"gone": withdrawn, "kept": granted}),
        basis=CAC_ORDER_11.art(6),
    )
