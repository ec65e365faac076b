"""A pack with one procedure that has something of everything, so that pages are tested on what they do not know."""

from __future__ import annotations

from pathlib import Path

from mulberry.decisions.declare import Decision, require
from mulberry.decisions.facts import Subject, boolean, integer
from mulberry.law.basis import Law
from mulberry.law.parameters import fixed
from mulberry.law.text import t
from mulberry.pack.clauses import Clause, Measure
from mulberry.pack.pack import Pack
from mulberry.procedures import (
    ALREADY_DONE,
    WORKING_DAY,
    Fields,
    Procedure,
    Refusal,
    branch,
    clock,
    command,
    document,
    figure,
    guard,
    role,
    silence,
    state,
)
from mulberry.record import fields

ACT = Law("mill-act", t("缫丝条例", "Mill Act"), "丝令第2号", confirmed=True)
RULES = Law("mill-rules", t("缫丝细则", "Mill Rules"))
CHECK_DAYS = fixed("mill.check_days", t("查验天数", "Days to check"), 5, RULES.art(2), unit="working-day")
DECIDE_DAYS = fixed(
    "mill.decide_days", t("决定天数", "Days to decide"), 20, ACT.art(3), unit="working-day", standing="confirmed"
)
MORE_DAYS = fixed(
    "mill.more_days", t("延长天数", "Days more"), 10, ACT.art(4), unit="working-day", standing="confirmed"
)

NO_SURVEY = Refusal("survey_missing", t("须先作水质检测。", "Have the water surveyed first."), ACT.art(6))
TOO_MANY = Refusal("too_many_basins", t("最多一百口锅。", "No more than a hundred basins."), ACT.art(7))

applicant = role("applicant", t("申请人", "Applicant"), applicant=True)
officer = role("officer", t("经办人", "Officer"))
head = role("head", t("机关负责人", "Head of the office"))
OUTCOMES = {"granted": t("准予", "grant"), "refused": t("不准", "refuse")}


class Firm(Subject, kind="enterprise"):
    """A firm."""

    basins = integer(t("锅数", "Basins"), unit="piece")
    clean = boolean(t("水质达标", "Clean water"))


class MayReel(Decision[Firm], id="may-reel", system="1.1", clauses="1.1"):
    """Whether a firm may reel."""

    title = t("可否缫丝", "Whether the firm may reel")
    small = require(Firm.basins <= 100, t("不超过一百口锅", "At most a hundred basins"), ACT.art(7))
    clean_water = require(Firm.clean, t("水质达标", "The water is clean"), ACT.art(6))
    result = ("may", t("可以", "It may")), ("may_not", t("不可以", "It may not"))


class MillCase(Procedure, id="mill-case", system="1.1", clauses=("1.1",), subject="enterprise"):
    """Leave to run a mill."""

    title = t("缫丝许可", "Leave to run a mill")

    submitted = state(t("已收件", "Received"))
    correcting = state(t("待补正", "Waiting for what is missing"))
    accepted = state(t("已受理", "Accepted"))
    suspended = state(t("中止", "Stopped"))
    proposed = state(t("已拟办", "Proposed"))
    granted = state(t("准予", "Granted"), end=True)
    refused = state(t("不准", "Refused"), end=True)
    withdrawn = state(t("已撤回", "Withdrawn"), end=True)

    checking = clock(
        t("查验期限", "Time to check"), CHECK_DAYS, WORKING_DAY, acts=officer, runs_in=(submitted,), basis=RULES.art(2)
    )
    deciding = clock(
        t("决定期限", "Time to decide"),
        DECIDE_DAYS,
        WORKING_DAY,
        acts=officer,
        runs_in=(accepted, proposed),
        pauses_in=(suspended,),
        extension=MORE_DAYS,
        main=True,
        basis=ACT.art(3),
    )
    deemed = silence(t("视为受理", "Deemed accepted"), clock=checking, to=accepted, from_start=True, basis=RULES.art(2))
    last_day = figure(t("决定最后日", "Last day to decide"), lambda look: look.due("deciding"))

    submit = command(
        applicant,
        start=True,
        to=submitted,
        takes=Fields(
            applicant=fields.text(t("申请单位", "Applying firm"), length=100),
            purpose=fields.choice(t("用途", "Purpose"), {"silk": t("生丝", "raw silk"), "floss": t("丝绵", "floss")}),
            basins=fields.whole(t("锅数", "Basins"), low=1, unit="piece"),
            holder=fields.text(t("负责人姓名", "Name of the manager"), length=100, personal=True),
            survey=fields.text(t("水质检测编号", "Number of the water survey"), length=100, absent=NO_SURVEY),
            remark=fields.text(t("说明", "Remark"), optional=True),
        ),
        guards=(guard(lambda scene: scene.given["basins"] <= 100, TOO_MANY),),
        documents=(
            document("plan", t("厂区图", "Plan of the site"), ACT.art(6)),
            document("photos", t("照片", "Photographs"), optional=True),
        ),
        basis=ACT.art(2),
    )
    correct = command(
        officer,
        from_=submitted,
        to=correcting,
        once=ALREADY_DONE,
        takes=Fields(missing=fields.many(t("缺少的材料", "What is missing"), least=1)),
        basis=RULES.art(2),
    )
    supply = command(
        applicant,
        from_=correcting,
        to=submitted,
        takes=Fields(documents=fields.many(t("补交的材料", "Papers supplied"), least=1)),
        basis=RULES.art(2),
    )
    accept = command(officer, from_=submitted, to=accepted, basis=RULES.art(2))
    suspend = command(
        officer,
        from_=accepted,
        to=suspended,
        takes=Fields(reason=fields.text(t("理由", "Reason"))),
        basis=ACT.art(5),
    )
    resume = command(officer, from_=suspended, to=accepted, basis=ACT.art(5))
    extend = command(
        head, from_=accepted, extends=deciding, once=ALREADY_DONE, takes=Fields(reason=fields.text(t("理由", "Reason")))
    )
    recommend = command(
        officer,
        from_=accepted,
        to=proposed,
        takes=Fields(outcome=fields.choice(t("拟办意见", "Proposal"), OUTCOMES)),
        basis=ACT.art(3),
    )
    decide_ = command(
        officer,
        head,
        from_=proposed,
        to=branch("outcome", {"granted": granted, "refused": refused}),
        other_than=("recommend",),
        takes=Fields(outcome=fields.choice(t("决定", "Outcome"), OUTCOMES), reason=fields.text(t("理由", "Reason"))),
        basis=ACT.art(3),
    )
    withdraw = command(applicant, from_=(submitted, correcting, accepted), to=withdrawn, basis=ACT.art(2))


pack = Pack(
    "mill",
    t("缫丝办法", "Mill measures"),
    "丝发〔2026〕2号",
    t("桑蚕局", "Silk Office"),
    (
        Measure(
            "1", t("缫丝", "Mills"), t("一、正文", "I. Text"), (Clause("1.1", t("缫丝须许可。", "Mills need leave.")),)
        ),
    ),
    (MayReel, MillCase),
    Path(__file__).parent,
    {"1.1": t("缫丝", "Mills")},
)
