"""8.5 Ledger of contribution months / 延缴台账.

One line for each person and month, counted in months; the money stands on the line. Our readings: a month may be
posted until the end of the month after it, and what is older is backdated, unless it takes the place of a line that was
reversed; nothing forbids a month ahead. The yearly limits of the base are not established: while they are missing a
line is posted with a warning.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from mulberry.accounts import (
    Account,
    Book,
    Fields,
    Look,
    Posting,
    Refusal,
    Scene,
    Warning,
    entry,
    figure,
    guard,
    refuse_if,
    role,
    sense,
)
from mulberry.law.month import Month
from mulberry.law.text import t
from mulberry.record.acts import amount_of
from mulberry.record.fields import day, money, month, text, whole, yes_no
from mulberry.record.lifecycle import ALREADY_DONE
from mulberry_sip.law.pension import O16, RET, SIL
from mulberry_sip.law.policy import POLICY
from mulberry_sip.law.social_insurance import BASE_LOWER, BASE_UPPER

CLAUSE = POLICY.art("（八）")

PERMIT_INVALID = Refusal(
    "permit_invalid",
    t(
        "当月工作许可无效，不得缴费；请先办妥许可。",
        "The work permit is not valid in this month; see to the permit first.",
    ),
    O16.art(4),
)
DUPLICATE_MONTH = Refusal(
    "duplicate_month",
    t(
        "{month}已有缴费记录，每人每月一条；如有误请先冲正。",
        "{month} has its line already; reverse it first if it is wrong.",
    ),
    SIL.art(60),
)
BACKDATED = Refusal(
    "backdated",
    t(
        "不得补记以前月份：{month}早于可缴费的{first}。",
        "No backdating: {month} lies before {first}, the first month open.",
    ),
    CLAUSE,
)
BASE_OUT_OF_RANGE = Refusal(
    "base_out_of_range",
    t("缴费基数须在{lower}元至{upper}元之间。", "The base must lie between CNY {lower} and CNY {upper}."),
    SIL.art(12),
)
COMPLETE = Refusal(
    "complete",
    t(
        "已缴满{required}个月，延缴终止，请申领养老金。",
        "All {required} months are paid: the extension has ended; claim the pension.",
    ),
    RET.art(2),
)
AFTER_PENSION_START = Refusal(
    "after_pension_start",
    t("养老金自{start}起领取，此后不得再缴费。", "The pension starts on {start}; nothing is paid from that month on."),
    SIL.art(16),
)
NO_SUCH_LINE = Refusal(
    "no_such_month",
    t("{month}没有可冲正的缴费记录。", "There is no line of {month} to reverse."),
    SIL.art(60),
)
LIMITS_NOT_ESTABLISHED = Warning(
    "base_limits_not_established",
    t(
        "当年缴费基数上下限尚未确定，基数未经核对。",
        "The year's limits of the base are not established; it was not checked.",
    ),
    lambda scene: None in _limits(scene),
)

applicant = role("applicant", t("申请单位", "Applying employer"), applicant=True)
officer = role("officer", t("社保经办人员", "Social-insurance officer"))

PAID = "paid_months"


def _paid(book: Book) -> int:
    return int(book.held(PAID))


def _remaining(look: Look) -> int:
    return max(0, (look.book.whole("required_months") or 0) - _paid(look.book))


def _employee_total(look: Look) -> Decimal:
    return sum((lot.number("employee_cny") for lot in look.book.lots.values()), Decimal(0))


def _limits(scene: Scene[Book]) -> tuple[Decimal | None, Decimal | None]:
    """The limits of the base in the month's year; not established is not unlimited, and is warned of."""
    on = scene.given["month"].first_day
    return amount_of(BASE_LOWER, on, scene.context), amount_of(BASE_UPPER, on, scene.context)


def _base_out_of_range(scene: Scene[Book]) -> bool:
    lower, upper = _limits(scene)
    base = scene.given["base_cny"]
    return (lower is not None and base < lower) or (upper is not None and base > upper)


def _range(scene: Scene[Book]) -> dict[str, object]:
    lower, upper = _limits(scene)
    return {"lower": "—" if lower is None else lower, "upper": "—" if upper is None else upper}


def _first_open(scene: Scene[Book]) -> Month:
    """The first month that may still be posted: not before the extension, not older than last month."""
    starts = Month.parse(scene.state.text("starts_month"))
    return max(starts, Month.of(scene.on) - 1)


def _backdated(scene: Scene[Book]) -> bool:
    again: Any = scene.state.data.get("reversed") or ()
    return scene.given["month"] < _first_open(scene) and str(scene.given["month"]) not in again


def _after_start(scene: Scene[Book]) -> bool:
    start = scene.state.day("pension_from")
    return start is not None and scene.given["month"] >= Month.of(start)


def _line(scene: Scene[Book]) -> str:
    return str(scene.given["month"])


def _lines_from(scene: Scene[Book], start: date) -> bool:
    return any(Month.parse(line) >= Month.of(start) for line in scene.state.lots)


class PensionLedger(
    Account, id="pension-ledger", system="8.5", clauses=("8.5",), subject="person", unit="month", key="person"
):
    title = t("延缴台账", "Ledger of contribution months")
    reads = (BASE_LOWER, BASE_UPPER)

    paid_months = figure(t("已缴月数", "Months paid"), lambda look: _paid(look.book))
    remaining_months = figure(t("尚缺月数", "Months to go"), _remaining)
    employee_total_cny = figure(t("个人缴费合计（元）", "Employee's contributions, CNY"), _employee_total)

    open_ = entry(
        officer,
        start=True,
        takes=Fields(
            opening_months=whole(t("延缴前已缴月数", "Months paid before"), high=1200, unit="month"),
            required_months=whole(t("须缴满的月数", "Months required"), low=1, high=1200, unit="month"),
            starts_month=month(t("延缴起始月", "First month of the extension")),
        ),
        posts=lambda scene: [Posting(Decimal(scene.given["opening_months"]), to=PAID)],
        basis=CLAUSE,
    )
    issue = entry(
        applicant,
        takes=Fields(
            month=month(t("缴费月份", "Month")),
            base_cny=money(t("缴费基数", "Base"), personal=True),
            employer_cny=money(t("单位缴费", "Employer's contribution"), personal=True),
            employee_cny=money(t("个人缴费", "Employee's contribution"), personal=True),
            work_permit_valid=yes_no(t("当月工作许可有效", "The work permit is valid in this month")),
        ),
        guards=(
            refuse_if(_after_start, AFTER_PENSION_START, lambda scene: {"start": scene.state.day("pension_from")}),
            refuse_if(
                lambda scene: _line(scene) in scene.state.lots,
                DUPLICATE_MONTH,
                lambda scene: {"month": _line(scene)},
            ),
            refuse_if(
                lambda scene: _paid(scene.state) >= (scene.state.whole("required_months") or 0),
                COMPLETE,
                lambda scene: {"required": scene.state.whole("required_months")},
            ),
            refuse_if(_backdated, BACKDATED, lambda scene: {"month": _line(scene), "first": _first_open(scene)}),
            guard(lambda scene: scene.given["work_permit_valid"], PERMIT_INVALID),
            refuse_if(_base_out_of_range, BASE_OUT_OF_RANGE, _range),
        ),
        warns=(LIMITS_NOT_ESTABLISHED,),
        posts=lambda scene: [Posting(Decimal(1), to=PAID, lot=_line(scene))],
        title=t("登记缴费", "Post a month"),
        basis=SIL.art(60),
    )
    reverse = entry(
        officer,
        takes=Fields(month=month(t("缴费月份", "Month")), reason=text(t("冲正的理由", "Reason"))),
        guards=(
            guard(lambda scene: _line(scene) in scene.state.lots, NO_SUCH_LINE, lambda scene: {"month": _line(scene)}),
        ),
        posts=lambda scene: [Posting(Decimal(1), from_=PAID, lot=_line(scene))],
        notes={"reversed": lambda scene: sorted({*(scene.state.data.get("reversed") or ()), _line(scene)})},
        basis=SIL.art(60),
    )
    retire = entry(
        officer,
        once=ALREADY_DONE,
        takes=Fields(pension_from=day(t("养老金起领日", "Day from which the pension is paid"))),
        senses=(
            sense(
                lambda scene: not _lines_from(scene, scene.given["pension_from"]),
                "pension_from",
                t(
                    "养老金起领日（pension_from）：该月及以后已有缴费记录，请核对日期或先冲正。",
                    "pension_from: months are posted from then on; correct the day, or reverse them first.",
                ),
            ),
        ),
        title=t("起领养老金", "Begin the pension"),
        basis=SIL.art(16),
    )
