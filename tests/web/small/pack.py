"""A pack of a few instruments, so that the pages are tested on something that the pages do not know."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mulberry.decisions.declare import Decision, amount, finding, first, require, route, warn
from mulberry.decisions.facts import Subject, boolean, choice, day, integer, money, records, words
from mulberry.decisions.vocabulary import count_in
from mulberry.indicators.declare import indicator
from mulberry.law.basis import Law
from mulberry.law.parameters import fixed, missing
from mulberry.law.text import t
from mulberry.mechanisms.declare import Setting, mechanism
from mulberry.pack.clauses import Clause, Measure
from mulberry.pack.pack import Pack
from mulberry.policy.fingerprints import digest, sketch
from mulberry.procedures import WORKING_DAY, Fields, Procedure, branch, clock, command, role, state
from mulberry.record import fields

ACT = Law("silk-act", t("桑蚕条例", "Silk Act"), "丝令第1号", confirmed=True)
RULES = Law("silk-rules", t("桑蚕细则", "Silk Rules"))
LEAST_STAFF = fixed("silk.least_staff", t("最少人数", "Least staff"), 10, RULES.art(2), unit="person")
LARGE = missing("silk.large", t("规模较大的营业额", "Turnover of a large firm"), RULES.art(4), type="money", unit="CNY")
DAYS = fixed("silk.days", t("办理天数", "Days to decide"), 5, ACT.art(3), unit="working-day", standing="confirmed")

OFFICIAL = ("鼓励企业养蚕。", "对人数达到要求的绿色企业给予补助。", "本办法自公布之日起施行。")
TEXT = f"桑蚕办法\n\n一、正文\n（一）补助\n{OFFICIAL[0]}{OFFICIAL[1]}\n\n（二）附则\n{OFFICIAL[2]}\n"


def _print(text: str) -> str:
    return f"{digest(text)}-{sketch(text)}"


class Firm(Subject, kind="enterprise"):
    """A firm."""

    staff = integer(t("职工人数", "Staff"), t("年末人数。", "At the end of the year."), unit="person", changeable=True)
    green = boolean(t("绿色企业", "Green firm"))
    turnover = money(t("营业额", "Turnover"))
    sector = choice(t("行业", "Sector"), {"silk": t("丝绸", "silk"), "tea": t("茶叶", "tea")})
    sites = records(
        t("厂区", "Sites"),
        {"place": words(t("地点", "Place")), "area": integer(t("面积", "Area"), unit="m2")},
    )


class Worker(Subject, kind="person"):
    """A worker."""

    foreign = boolean(t("外籍", "Foreign"))
    born = day(t("出生日期", "Born"))


class Grant(Decision[Firm], id="silk-grant", system="1.1", clauses="1.1"):
    """Whether the firm gets the grant."""

    title = t("养蚕补助", "Silk grant")
    enough_staff = require(Firm.staff >= LEAST_STAFF, t("人数达到要求", "Has enough staff"), RULES.art(2))
    is_green = require(Firm.green, t("是绿色企业", "Is a green firm"), ACT.art(1))
    large = finding(Firm.turnover >= LARGE, t("规模较大", "Is large"), ACT.art(2))
    extra = amount(Firm.staff - LEAST_STAFF, t("超出人数", "Staff above the least"), RULES.art(2))
    keep_leaves = warn(Firm.sector == "silk", t("须保存桑叶台账。", "Keep a record of leaves."), ACT.art(4))
    result = ("granted", t("可以获得补助", "The grant is due")), ("refused", t("不能获得补助", "No grant"))


class Way(Decision[Firm], id="silk-way", system="1.2", clauses="1.2"):
    """Which way the firm goes; it asks for nothing."""

    title = t("办理方式", "Which way")
    several = finding(count_in(Firm.sites) >= 2, t("有多处厂区", "Has several sites"), ACT.art(5))
    with_tea = finding(Firm.sector == "tea", t("兼营茶叶", "Also deals in tea"), ACT.art(5))
    result = first(
        route("tea", t("茶叶窗口", "The tea counter"), with_tea), otherwise=("silk", t("丝绸窗口", "The silk counter"))
    )


class Permit(Decision[Worker], id="worker-permit", system="1.3", clauses="1.2"):
    """Whether a worker needs a permit."""

    title = t("用工许可", "Permit for a worker")
    is_foreign = require(Worker.foreign, t("是外籍", "Is foreign"), ACT.art(6))
    result = ("needed", t("须办许可", "A permit is needed")), ("free", t("无须许可", "No permit is needed"))


applicant = role("applicant", t("申请人", "Applicant"), applicant=True)
officer = role("officer", t("经办人", "Officer"))


class GrantCase(Procedure, id="silk-grant-case", system="1.1", clauses=("1.1",), subject="enterprise"):
    """Asking for the grant."""

    title = t("养蚕补助申请", "Application for the silk grant")
    submitted = state(t("已提交", "Submitted"))
    granted = state(t("已批准", "Granted"), end=True)
    refused = state(t("不予批准", "Refused"), end=True)
    deciding = clock(
        t("办理期限", "Time to decide"),
        DAYS,
        WORKING_DAY,
        acts=officer,
        runs_in=(submitted,),
        main=True,
        basis=ACT.art(3),
    )
    submit = command(
        applicant, start=True, to=submitted, takes=Fields(cocoons=fields.whole(t("蚕茧", "Cocoons"))), basis=ACT.art(3)
    )
    decide_ = command(
        officer,
        from_=submitted,
        to=branch("outcome", {"granted": granted, "refused": refused}),
        takes=Fields(
            outcome=fields.choice(
                t("结果", "Outcome"), {"granted": t("批准", "grant"), "refused": t("不批准", "refuse")}
            )
        ),
        basis=ACT.art(3),
    )


@mechanism(
    id="silk-share",
    system="1.2",
    clauses="1.2",
    title=t("蚕茧分配", "Sharing the cocoons"),
    takes=Fields(cocoons=fields.whole(t("蚕茧", "Cocoons"), low=1), firms=fields.whole(t("企业数", "Firms"), low=1)),
    gives=Fields(
        each=fields.whole(t("每家", "Each")),
        rows=fields.many(
            t("明细", "Rows"), Fields(firm=fields.whole(t("企业", "Firm")), got=fields.whole(t("所得", "Got")))
        ),
    ),
    bases=(ACT.art(7),),
)
def share(given: Mapping[str, Any], _setting: Setting) -> Mapping[str, Any]:
    each = given["cocoons"] // given["firms"]
    return {"each": each, "rows": [{"firm": n + 1, "got": each} for n in range(given["firms"])]}


@indicator(
    id="silk-rate",
    system="1.2",
    clauses="1.2",
    title=t("成活率", "Survival rate"),
    unit="percent",
    better="up",
    formula=t("成活 ÷ 总数", "alive / all"),
    takes=Fields(alive=fields.whole(t("成活", "Alive")), all=fields.whole(t("总数", "All"), low=1)),
    gives=Fields(value=fields.percent(t("成活率", "Survival rate"))),
    bases=(ACT.art(8),),
)
def rate(given: Mapping[str, Any]) -> Mapping[str, Any]:
    from decimal import Decimal

    return {"value": Decimal(given["alive"]) / Decimal(given["all"])}


PART = t("一、正文", "I. Text")
pack = Pack(
    "silk",
    t("桑蚕办法", "Silk measures"),
    "丝发〔2026〕1号",
    t("桑蚕局", "Silk Office"),
    (
        Measure(
            "1",
            t("补助", "Grants"),
            PART,
            (
                Clause("1.1", t("给企业补助。", "Grants for firms."), _print(OFFICIAL[0])),
                Clause("1.2", t("绿色企业有补助。", "Green firms get a grant."), _print(OFFICIAL[1])),
            ),
        ),
        Measure(
            "2",
            t("附则", "Final"),
            PART,
            (
                Clause(
                    "2.1",
                    t("何时施行。", "When it applies."),
                    _print(OFFICIAL[2]),
                    t("只说施行日期。", "Only says from when it applies."),
                ),
                Clause("2.2", t("谁来解释。", "Who interprets it.")),
            ),
        ),
    ),
    (Grant, Way, Permit, GrantCase, share, rate),
    Path(__file__).parent,
    {"1.1": t("补助", "Grants"), "1.2": t("分配", "Sharing"), "1.3": t("用工", "Workers")},
)
