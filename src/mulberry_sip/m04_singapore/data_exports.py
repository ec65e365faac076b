"""4.2.2 Register of data-export activities / 数据出境活动登记.

Every export stands on a route. Where the route needs a document, the document must be named, still be valid, and be
about this exporter and this recipient; if the document is a case of this programme, that is looked up there, and
otherwise the entry carries a warning that nobody has compared them. An assessment or a certificate states its scope in
words: the purpose of an export is given in those words, so that a new purpose is seen to be one.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from mulberry.law.text import t
from mulberry.procedures import Case
from mulberry.record.acts import Guard
from mulberry.record.fields import choice, day, many, text, whole, yes_no
from mulberry.registers import (
    Entry,
    Fields,
    Refusal,
    Register,
    Scene,
    Warning,
    branch,
    change,
    guard,
    lapsing,
    moves,
    refuse_if,
    state,
)
from mulberry_sip.law.data_export import CAC_ORDER_16, NETWORK_DATA_REGULATION, PIPL
from mulberry_sip.m04_singapore.standard_contract import exporter

DOCUMENT_EXPIRED = Refusal(
    "document_expired",
    t(
        "路径文件已于{until}失效，失效后不得出境；请先取得新的文件。",
        "The route's document expired on {until}; obtain a new one before anything is exported.",
    ),
    CAC_ORDER_16.art(9),
)
OUTSIDE_SCOPE = Refusal(
    "outside_scope",
    t(
        "文件“{document}”不含该处理者、接收方或目的，请按其载明的范围填写，或另行申报。",
        "Document “{document}” does not name this exporter, recipient or purpose; keep to its words or file anew.",
    ),
    NETWORK_DATA_REGULATION.art(38),
)
ROUTE_DOCUMENT_MISSING = Refusal(
    "route_document_missing",
    t(
        "该路径须有已生效的评估、合同备案或认证文件，请填写其编号。",
        "This route needs an assessment, a filed contract or a certificate in force; give its number.",
    ),
    PIPL.art(38),
)
PIPIA_MISSING = Refusal(
    "pipia_missing",
    t(
        "向境外提供个人信息须先作影响评估，请填写报告编号。",
        "Exporting personal information needs an impact assessment first; give its number.",
    ),
    PIPL.art(55),
)
DOCUMENT_NOT_ON_RECORD = Warning(
    "document_not_on_record",
    t(
        "所列文件不在本系统办理，其范围和效力未经比对。",
        "The document was not issued here; nobody has compared its scope and validity.",
    ),
    lambda scene: _document_needed(scene) and _document(scene) is None,
)

ROUTES = {
    "security_assessment": t("安全评估", "security assessment"),
    "standard_contract": t("标准合同", "standard contract"),
    "certification": t("个人信息保护认证", "certification"),
    "standard_contract_or_certification": t("标准合同或认证", "standard contract or certification"),
    "exempt": t("负面清单外或其他免予", "exempt"),
    "exempt_art3": t("免予：不含个人信息和重要数据", "exempt: neither personal nor important data"),
    "exempt_non_personal": t("免予：非个人信息", "exempt: no personal information"),
    "exempt_art4": t("免予：境外收集境内加工", "exempt: collected abroad, processed here"),
    "exempt_art5_1": t("免予：履行个人合同", "exempt: contract with the individual"),
    "exempt_art5_2": t("免予：跨境人力资源管理", "exempt: management of staff"),
    "exempt_art5_3": t("免予：紧急情况", "exempt: emergency"),
    "exempt_art5_4": t("免予：人数未达标准", "exempt: few persons"),
    "exempt_reg35_6": t("免予：履行法定义务", "exempt: legal duty"),
    "exempt_art6": t("免予：自贸区负面清单外", "exempt: outside the zone's negative list"),
}
NO_PERSONAL_INFORMATION = {"exempt_art3", "exempt_non_personal"}
CASES = {
    "security_assessment": ("data-export-assessment-case",),
    "standard_contract": ("pi-standard-contract-case",),
    "certification": ("pi-certification-case",),
    "standard_contract_or_certification": ("pi-standard-contract-case", "pi-certification-case"),
}
"""The procedures whose cases are the documents of a route."""

IN_FORCE = {"granted", "filed"}


def _value(scene: Scene[Entry], name: str) -> Any:
    """What is given now, or else what is recorded."""
    given = scene.given.get(name)
    return scene.state.fields.get(name) if given is None else given


def _until(scene: Scene[Entry]) -> date | None:
    """The last day of the route's document: as given, and never later than its case says."""
    given: date | None = scene.given.get("valid_until") or scene.state.day("valid_until")
    case = _document(scene)
    known = [each for each in (given, case.day("valid_until") if case else None) if each]
    return min(known, default=None)


def _document_needed(scene: Scene[Entry]) -> bool:
    return _value(scene, "route") in CASES


def _document(scene: Scene[Entry]) -> Case | None:
    """The case that is the route's document, where it is one of this programme."""
    number = _value(scene, "document_no")
    for procedure in CASES.get(_value(scene, "route"), ()) if number else ():
        case = scene.context.read(procedure, number)
        if isinstance(case, Case):
            return case
    return None


def _has_document(scene: Scene[Entry]) -> bool:
    return not _document_needed(scene) or _value(scene, "document_no") is not None


def _in_scope(scene: Scene[Entry]) -> bool:
    case = _document(scene)
    if case is None:
        return True
    same_exporter = case.text("exporter") == _value(scene, "exporter")
    # A certificate names no single recipient: it covers the exporter's own scope.
    same_recipient = not case.text("recipient") or case.text("recipient") == _value(scene, "recipient")
    return same_exporter and same_recipient and _named(str(_value(scene, "purpose")), case.text("scope"))


def _named(purpose: str, scope: str) -> bool:
    """Whether a scope names a purpose, in the same words; a standard contract on record states none."""
    a, b = purpose.casefold().strip(), scope.casefold().strip()
    return not b or a in b or b in a


def _in_force(scene: Scene[Entry]) -> bool:
    case = _document(scene)
    return case is None or case.state in IN_FORCE or case.state == "expired"


def _expired(scene: Scene[Entry]) -> bool:
    until, case = _until(scene), _document(scene)
    return (until is not None and until < scene.on) or (case is not None and case.state == "expired")


def _assessed(scene: Scene[Entry]) -> bool:
    return _value(scene, "pipia") is not None or _value(scene, "route") in NO_PERSONAL_INFORMATION


STANDS = (
    guard(_has_document, ROUTE_DOCUMENT_MISSING),
    guard(_in_scope, OUTSIDE_SCOPE, lambda scene: {"document": _value(scene, "document_no")}),
    guard(_in_force, ROUTE_DOCUMENT_MISSING),
    refuse_if(_expired, DOCUMENT_EXPIRED, lambda scene: {"until": _until(scene)}),
)
"""What must hold before data leave: a document where one is needed, in scope, in force and not expired."""


def _when_starting(stands: Guard) -> Guard:
    return guard(lambda scene: scene.given["to"] != "running" or stands.holds(scene), stands.refusal, stands.told)


class DataExports(Register, id="data-exports", system="4.2.2", clauses=("4.1",), subject="enterprise"):
    title = t("数据出境活动登记", "Data-export activities")
    rests_on = (PIPL.art(56),)

    planned = state(t("计划中", "Planned"))
    running = state(t("进行中", "Running"))
    expired = state(t("文件失效", "Document expired"))
    ended = state(t("已结束", "Ended"), end=True)

    enter = change(
        exporter,
        start=True,
        to=planned,
        takes=Fields(
            exporter=text(t("数据处理者", "Exporter")),
            recipient=text(t("境外接收方", "Recipient abroad")),
            country=text(t("接收方所在国家或地区", "Country or region of the recipient"), length=100),
            purpose=text(t("目的", "Purpose")),
            fields=many(t("数据项", "Data items"), least=1),
            sensitive=yes_no(t("含敏感个人信息", "Sensitive personal information inside"), optional=True),
            persons=whole(t("涉及人数", "Persons concerned"), unit="person", optional=True),
            route=choice(t("出境路径", "Route"), ROUTES),
            document_no=text(t("路径文件编号", "Number of the route's document"), length=100, optional=True),
            valid_until=day(t("文件有效期至", "The document is valid until"), optional=True),
            pipia=text(t("个人信息保护影响评估报告编号", "Number of the impact assessment"), optional=True),
        ),
        notes={"valid_until": _until},
        guards=(*STANDS, guard(_assessed, PIPIA_MISSING)),
        warns=(DOCUMENT_NOT_ON_RECORD,),
        basis=PIPL.art(56),
    )
    amend = change(
        exporter,
        from_=(planned, running, expired),
        to=branch(lambda scene: scene.state.state, {"expired": planned}),
        takes=Fields(
            document_no=text(t("路径文件编号", "Number of the route's document"), length=100),
            valid_until=day(t("文件有效期至", "The document is valid until")),
        ),
        notes={"valid_until": _until},
        guards=STANDS,
        warns=(DOCUMENT_NOT_ON_RECORD,),
        basis=CAC_ORDER_16.art(9),
    )
    move = moves(
        exporter,
        allows={planned: (running, ended), running: (planned, ended), expired: (ended,)},
        refuses={(expired, running): DOCUMENT_EXPIRED},
        guards=tuple(_when_starting(each) for each in STANDS),
        basis=PIPL.art(38),
    )
    expiry = lapsing(
        t("路径文件有效期届满", "The route's document has expired"),
        field="valid_until",
        from_=(planned, running),
        to=expired,
        basis=CAC_ORDER_16.art(9),
    )
