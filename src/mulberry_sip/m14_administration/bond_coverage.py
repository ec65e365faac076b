"""14.5 Coverage and yearly debt service / 融资与收益平衡测算.

Coverage over the whole term hides a year that falls short and interest of the building years that nothing pays for, so
all three are told. A year's figure is revenue less operating cost; interest of a year without income needs a source of
its own, which is never bond money.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate
from typing import Any

from mulberry.errors import Invalid
from mulberry.law.exact import Rounding, round_to
from mulberry.law.parameters import is_missing
from mulberry.law.text import Text, t
from mulberry.mechanisms.declare import Setting, mechanism
from mulberry.record.fields import Field, Fields, choice, decimal, many, money, optional, percent, whole, yes_no
from mulberry_sip.law.government_bonds import COVERAGE_REQUIRED, GOB52, MOF89
from mulberry_sip.m14_administration.debt_service import Year, schedule

FEN = Decimal("0.000001")
"""A fen, in units of 10,000 yuan."""
TIMES = Decimal("0.00000001")
UNIT = "1e4 CNY"
LONGEST = 50
WAYS = {
    "bullet": t("到期一次还本", "principal at the end"),
    "equal_principal": t("等额本金", "equal principal"),
    "annuity": t("等额本息", "equal yearly sums"),
}
GRACE = t(
    "宽限期（grace_years）：{grace}年不短于期限{term}年，没有还本的年份。",
    "Years of grace (grace_years): {grace} leave no year of a term of {term} to repay in.",
)
YEARS = t(
    "分年净收益（net_income_10k）：应逐年列出{term}个数，收到{got}个。",
    "Net income by year (net_income_10k): give one figure for each of {term} years; there are {got}.",
)
SUMS = t(
    "净收益合计（net_income_total_10k）：{total}与分年之和{sum}不一致，请核对。",
    "Net income in all (net_income_total_10k): {total} is not the sum of the years, {sum}; check both.",
)


def _sum(title: Text, *, low: int | None = 0) -> Field:
    return money(title, low=low, places=6, unit=UNIT)


@mechanism(
    id="bond-coverage",
    system="14.5",
    clauses="14.4",
    title=t("融资与收益平衡测算", "Coverage and yearly debt service"),
    subject="project",
    takes=Fields(
        bond_amount_10k=money(t("债券金额（万元）", "Bond, in 10,000 yuan"), low=FEN, places=6, unit=UNIT),
        rate=percent(t("年利率", "Yearly rate")),
        term_years=whole(t("期限", "Term"), unit="year", low=1, high=LONGEST),
        repay=choice(t("还本方式", "Way of repaying"), WAYS),
        grace_years=optional(whole(t("只付息的宽限年数", "Years of grace, interest only"), unit="year")),
        net_income_10k=optional(
            many(
                t("分年净收益（万元）", "Net income by year"),
                _sum(t("当年收入减运营成本", "Revenue less cost"), low=None),
            )
        ),
        net_income_total_10k=optional(_sum(t("净收益合计（万元）", "Net income in all"), low=None)),
        coverage_required=optional(decimal(t("要求的覆盖倍数", "Coverage asked for"))),
    ),
    gives=Fields(
        total_debt_service_10k=_sum(t("还本付息总额", "Principal and interest in all")),
        yearly_debt_service_10k=_sum(t("每年相同的还本付息额", "Debt service, where the same every year")),
        coverage=decimal(t("覆盖倍数", "Coverage"), low=None, places=8),
        statutory_balance=yes_no(t("收益与融资自求平衡", "Income balances the financing")),
        meets_required=yes_no(t("达到要求的倍数", "Reaches the coverage asked for")),
        dscr_min=decimal(t("最低年度偿债备付率", "Lowest yearly debt-service cover"), low=None, places=8),
        dscr_min_year=whole(t("出现在第几年", "Year of the lowest cover"), unit="year"),
        unfunded_interest_10k=_sum(t("无收益年份的利息", "Interest of the years without income")),
        cumulative_cash_min_10k=_sum(t("累计现金流最低点", "Lowest cumulative cash"), low=None),
        cumulative_cash_min_year=whole(t("最低点在第几年", "Year of the lowest cash"), unit="year"),
    ),
    bases=(MOF89.art(""), GOB52.art("")),
    parameters=(COVERAGE_REQUIRED,),
)
def bond_coverage(given: Mapping[str, Any], setting: Setting) -> Mapping[str, Any]:
    """Debt service, coverage of the whole term, the worst year, and the interest that nothing pays for."""
    years = _schedule(given)
    incomes, total = _incomes(given)
    service = sum((year.service for year in years), Fraction(0))
    required = _required(given, setting)
    coverage = None if total is None else total / service
    return {
        "total_debt_service_10k": _money(service),
        "yearly_debt_service_10k": _money(years[0].service) if len({year.service for year in years}) == 1 else None,
        "coverage": _times(coverage),
        "statutory_balance": None if coverage is None else coverage >= 1,
        "meets_required": None if coverage is None or required is None else coverage >= required,
        **(_by_year(years, incomes) if incomes is not None else NO_YEARS),
    }


NO_YEARS: Mapping[str, None] = dict.fromkeys(
    ("dscr_min", "dscr_min_year", "unfunded_interest_10k", "cumulative_cash_min_10k", "cumulative_cash_min_year")
)


def _schedule(given: Mapping[str, Any]) -> tuple[Year, ...]:
    term, grace = given["term_years"], given["grace_years"] or 0
    if grace >= term and given["repay"] != "bullet":
        raise Invalid("grace_years", GRACE.format(grace=grace, term=term))
    return schedule(Fraction(given["bond_amount_10k"]), Fraction(given["rate"]), term, given["repay"], grace)


def _incomes(given: Mapping[str, Any]) -> tuple[Sequence[Fraction] | None, Fraction | None]:
    """The yearly figures and their sum, as far as they are given; what is given twice must agree."""
    listed, total, term = given["net_income_10k"], given["net_income_total_10k"], given["term_years"]
    if listed is None:
        return None, None if total is None else Fraction(total)
    if len(listed) != term:
        raise Invalid("net_income_10k", YEARS.format(term=term, got=len(listed)))
    incomes = [Fraction(income) for income in listed]
    if total is not None and Fraction(total) != sum(incomes):
        raise Invalid("net_income_total_10k", SUMS.format(total=total, sum=_money(sum(incomes, Fraction(0)))))
    return incomes, sum(incomes, Fraction(0))


def _required(given: Mapping[str, Any], setting: Setting) -> Fraction | None:
    """The coverage asked for: as given, else as entered with its origin; no national figure stands in for it."""
    if given["coverage_required"] is not None:
        return Fraction(given["coverage_required"])
    if COVERAGE_REQUIRED.key in setting.parameters:
        return Fraction(str(setting.parameters[COVERAGE_REQUIRED.key]))
    version = COVERAGE_REQUIRED.at(setting.as_of)
    return None if version is None or is_missing(version) else Fraction(str(version.value))


def _by_year(years: Sequence[Year], incomes: Sequence[Fraction]) -> Mapping[str, Any]:
    """The worst year of those with a figure, the interest of those without income, and the lowest cash."""
    pairs = list(enumerate(zip(years, incomes, strict=True), 1))
    covers = [(income / year.service, n) for n, (year, income) in pairs if income and year.service]
    cash = [
        (left, n) for n, left in enumerate(accumulate(i - y.service for y, i in zip(years, incomes, strict=True)), 1)
    ]
    worst, lowest = min(covers, default=(None, None)), min(cash)
    unfunded = sum((year.interest for _, (year, income) in pairs if income <= 0), Fraction(0))
    return {
        "dscr_min": _times(worst[0]),
        "dscr_min_year": worst[1],
        "unfunded_interest_10k": _money(unfunded),
        "cumulative_cash_min_10k": _money(lowest[0]),
        "cumulative_cash_min_year": lowest[1],
    }


def _money(value: Fraction) -> Decimal:
    return round_to(value, FEN, Rounding.HALF_UP)


def _times(value: Fraction | None) -> Decimal | None:
    return None if value is None else round_to(value, TIMES, Rounding.HALF_UP)
