"""4.2.2 Certification of personal-information export / 个人信息出境认证.

Our readings: a renewal is asked for on the same case and may be refused without touching the certificate's remaining
term; the six months of lead time are recalled, so a later request is warned of and not refused.
"""

from __future__ import annotations

from datetime import date

from mulberry.law.dates import add_months, add_years
from mulberry.law.text import t
from mulberry.procedures import (
    Case,
    Fields,
    Procedure,
    Refusal,
    Scene,
    Warning,
    branch,
    command,
    figure,
    guard,
    refuse_if,
    role,
    silence,
    state,
    term,
)
from mulberry.record.fields import choice, text, whole, yes_no
from mulberry_sip.law.data_export import (
    CAC_ORDER_16,
    CERTIFICATE_RENEWAL_MONTHS,
    CERTIFICATE_VALIDITY_YEARS,
    CERTIFICATION_MEASURES,
    NONSENSITIVE_ASSESSMENT,
    NONSENSITIVE_CONTRACT,
    PIPL,
    SENSITIVE_ASSESSMENT,
    SENSITIVE_CONTRACT,
)
from mulberry_sip.m04_singapore.security_assessment import standing_term, still_valid
from mulberry_sip.m04_singapore.standard_contract import exporter

MEASURES = CERTIFICATION_MEASURES.art("")

IMPORTANT_DATA_INSIDE = Refusal(
    "important_data_inside",
    t(
        "含重要数据的不适用认证，须申报安全评估。",
        "Important data is inside: not certification, a security assessment is needed.",
    ),
    CAC_ORDER_16.art(7),
)
ASSESSMENT_NEEDED = Refusal(
    "assessment_needed",
    t(
        "关键信息基础设施运营者，或人数达到评估标准的，须申报安全评估。",
        "An operator of critical infrastructure, or this many persons: a security assessment is needed.",
    ),
    CAC_ORDER_16.art(7),
)
NOT_NEEDED = Refusal(
    "not_needed",
    t(
        "人数未达标准且不含敏感个人信息的，无需认证、标准合同或评估。",
        "So few persons and nothing sensitive: no certificate, contract or assessment is needed.",
    ),
    CAC_ORDER_16.art(5),
)

NO_CERTIFICATE = Refusal(
    "no_certificate",
    t("尚无有效证书可供撤销。", "There is no certificate in force to withdraw."),
    MEASURES,
)

certification_body = role("certification_body", t("专业认证机构", "Certification body"))

OUTCOMES = {"granted": t("颁发证书", "certified"), "refused": t("不予认证", "not certified")}


def _assessment_needed(scene: Scene[Case]) -> bool:
    given = scene.given
    many = given["persons_nonsensitive"] >= scene.number(NONSENSITIVE_ASSESSMENT)
    return bool(given["is_ciio"] or many or given["persons_sensitive"] >= scene.number(SENSITIVE_ASSESSMENT))


def _not_needed(scene: Scene[Case]) -> bool:
    few = scene.given["persons_nonsensitive"] < scene.number(NONSENSITIVE_CONTRACT)
    return bool(few and scene.given["persons_sensitive"] < scene.number(SENSITIVE_CONTRACT))


def _asked_late(scene: Scene[Case]) -> bool:
    until = scene.state.day("valid_until")
    return until is not None and scene.on > add_months(until, -scene.number(CERTIFICATE_RENEWAL_MONTHS))


RENEWAL_ASKED_LATE = Warning(
    "renewal_asked_late",
    t(
        "距证书届满不足六个月，请尽快完成认证。",
        "Less than six months before expiry; the new certificate may come too late.",
    ),
    _asked_late,
)


def _valid_until(scene: Scene[Case]) -> date | None:
    if scene.given["outcome"] != "granted":
        return scene.state.day("valid_until")
    return add_years(scene.on, scene.number(CERTIFICATE_VALIDITY_YEARS))


def _decided(scene: Scene[Case]) -> str:
    outcome = str(scene.given["outcome"])
    return "kept" if outcome == "refused" and still_valid(scene) else outcome


class Certification(Procedure, id="pi-certification-case", system="4.2.2", clauses=("4.1",), subject="enterprise"):
    title = t("个人信息出境认证", "Certification of personal-information export")
    rests_on = (PIPL.art(38),)
    reads = (
        NONSENSITIVE_ASSESSMENT, SENSITIVE_ASSESSMENT, NONSENSITIVE_CONTRACT, SENSITIVE_CONTRACT,
        CERTIFICATE_VALIDITY_YEARS, CERTIFICATE_RENEWAL_MONTHS,
    )  # fmt: skip

    draft = state(t("草稿", "Draft"), draft=True)
    submitted = state(t("已申请", "Submitted"))
    in_review = state(t("认证中", "Under examination"))
    granted = state(t("已获证书", "Certified"), end=True)
    refused = state(t("不予认证", "Not certified"), end=True)
    suspended = state(t("证书暂停", "Certificate suspended"))
    withdrawn = state(t("证书撤销", "Certificate withdrawn"), end=True)
    expired = state(t("证书到期", "Certificate expired"), end=True)

    validity = term(
        t("证书有效期", "Validity of the certificate"),
        "valid_until",
        acts=exporter,
        runs_in=(granted, in_review, suspended),
        basis=MEASURES,
    )
    expiry = silence(
        t("证书有效期届满", "The certificate has expired"),
        clock=validity,
        from_=(granted, suspended),
        to=expired,
        basis=MEASURES,
    )

    valid_until = figure(t("有效期至", "Valid until"), standing_term)

    submit = command(
        exporter,
        start=True,
        to=submitted,
        takes=Fields(
            exporter=text(t("个人信息处理者", "Exporter")),
            scope=text(t("认证的出境范围", "Scope to be certified")),
            is_ciio=yes_no(t("关键信息基础设施运营者", "Operator of critical information infrastructure")),
            persons_nonsensitive=whole(
                t("本年出境人数（不含敏感）", "Persons this year, non-sensitive"), unit="person"
            ),
            persons_sensitive=whole(t("本年出境人数（敏感）", "Persons this year, sensitive"), unit="person"),
            important_data=yes_no(t("含重要数据", "Important data inside"), optional=True),
        ),
        guards=(
            refuse_if(lambda scene: scene.given["important_data"] is True, IMPORTANT_DATA_INSIDE),
            refuse_if(_assessment_needed, ASSESSMENT_NEEDED),
            refuse_if(_not_needed, NOT_NEEDED),
        ),
        basis=MEASURES,
    )
    accept = command(certification_body, from_=submitted, to=in_review, marks="accepted_on", basis=MEASURES)
    decide_ = command(
        certification_body,
        from_=(submitted, in_review),
        to=branch(_decided, {"granted": granted, "refused": refused, "kept": granted}),
        takes=Fields(outcome=choice(t("认证决定", "Outcome"), OUTCOMES), reason=text(t("理由", "Reason"))),
        notes={"valid_until": _valid_until},
        marks="decided_on",
        basis=MEASURES,
    )
    extend = command(
        exporter,
        from_=granted,
        to=in_review,
        title=t("申请延续证书", "Ask for a renewal"),
        warns=(RENEWAL_ASKED_LATE,),
        basis=MEASURES,
    )
    suspend = command(
        certification_body,
        from_=granted,
        to=suspended,
        title=t("暂停证书", "Suspend the certificate"),
        takes=Fields(reason=text(t("暂停的理由", "Reason"))),
        basis=MEASURES,
    )
    resume = command(
        certification_body, from_=suspended, to=granted, title=t("恢复证书", "Restore the certificate"), basis=MEASURES
    )
    withdraw = command(
        certification_body,
        from_=(granted, in_review, suspended),
        to=withdrawn,
        guards=(guard(still_valid, NO_CERTIFICATE),),
        title=t("撤销证书", "Withdraw the certificate"),
        takes=Fields(reason=text(t("撤销的理由", "Reason"))),
        basis=MEASURES,
    )
