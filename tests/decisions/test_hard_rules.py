"""Rules of very different shapes that the language must hold: each is a shortened piece of real law."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from mulberry.decisions import facts as f
from mulberry.decisions import vocabulary as v
from mulberry.decisions.declare import Decision, amount, finding, first, require, route
from mulberry.decisions.expression import Expr
from mulberry.decisions.facts import Subject
from mulberry.decisions.run import decide
from mulberry.law.parameters import Parameter, fixed, missing, parameter
from mulberry.law.text import Text, t
from tests.decisions.subjects import ARTICLE, AS_OF, members


def said(text: str) -> Text:
    return t(text, text)


def number(key: str, value: int | str, type: Any = "int", unit: str = "") -> Parameter:
    return fixed(key, said(key), Decimal(value) if isinstance(value, str) else value, ARTICLE, type=type, unit=unit)


# ------------------------------------------------------------------ a court: currencies, a way nobody has established


class Dispute(Subject, kind="dispute"):
    foreign_elements = f.choices(said("foreign elements"), members("foreign_party", "fact_abroad"))
    claim_amount = f.decimal(said("claim"), places=2)
    claim_currency = f.words(said("currency"))
    exchange_rate = f.decimal(said("rate of exchange"))
    started_on = f.day(said("served on"))
    done_on = f.day(said("done on"))
    litigation_period = f.choice(said("period"), members("appeal", "confirmation", "execution"))


COURTS = members("park_court", "local_court", "commercial_court")
WAY = parameter("way", said("division"), (None, None, None, ARTICLE, "missing"), type="enum")


class FirstInstance(Decision[Dispute], id="first-instance", system="0", clauses="0.1"):
    title = said("court of first instance")

    claim = v.as_money(
        v.ite(Dispute.claim_currency == "CNY", Dispute.claim_amount, Dispute.claim_amount * Dispute.exchange_rate)
    )
    foreign = require(~v.is_empty(Dispute.foreign_elements), said("foreign-related"), ARTICLE)
    high = finding(claim >= number("high", 2_000_000_000, "money", "CNY"), said("from two billion"), ARTICLE)
    middle = finding(claim >= number("middle", 40_000_000, "money", "CNY"), said("from forty million"), ARTICLE)

    claim_cny = amount(claim, said("claim in CNY"), ARTICLE)
    alternatives = amount(
        v.members_where(COURTS, dict.fromkeys(COURTS, foreign & ~middle)), said("possible courts"), ARTICLE
    )
    result = first(
        route("not_governed", said("not foreign-related"), ~foreign),
        route("high_court", said("high court"), high),
        route("commercial_court", said("commercial court"), middle | (v.value(WAY) == "all_commercial")),
        route("park_court", said("court of the park"), v.value(WAY) == "park_court"),
        otherwise=("local_court", said("local court")),
    )


def test_a_claim_needs_no_rate_of_exchange_in_the_own_currency() -> None:
    claim = {"foreign_elements": ["foreign_party"], "claim_currency": "CNY", "claim_amount": "40000000"}
    answer = decide(FirstInstance, claim, AS_OF)
    assert (answer.outcome, answer.amounts["claim_cny"]) == ("commercial_court", 40_000_000)
    abroad = {**claim, "claim_currency": "USD"}
    assert decide(FirstInstance, abroad, AS_OF).needed[0] == "exchange_rate"
    assert decide(FirstInstance, {**abroad, "exchange_rate": "300"}, AS_OF).outcome == "high_court"


def test_what_nobody_has_established_leaves_a_set_of_possible_answers() -> None:
    claim = {"foreign_elements": ["fact_abroad"], "claim_currency": "CNY", "claim_amount": "39999999.99"}
    answer = decide(FirstInstance, claim, AS_OF)
    assert (answer.outcome, answer.needed) == ("undetermined", ("param:way",))
    assert answer.amounts["alternatives"] == set(COURTS)
    assert decide(FirstInstance, claim, AS_OF, {"way": "park_court"}).outcome == "park_court"


class Period(Decision[Dispute], id="litigation-period", system="0", clauses="0.1"):
    title = said("litigation period")

    ends_on = v.next_working(
        v.score(
            Dispute.litigation_period,
            {
                "appeal": v.add_days(Dispute.started_on, number("appeal", 30, unit="day")),
                "confirmation": v.add_days(Dispute.started_on, number("confirmation", 30, unit="day")),
                "execution": v.add_years(Dispute.started_on, number("execution", 2, unit="year")),
            },
        )
    )
    done_in_time = require(Dispute.done_on <= ends_on, said("done in time"), ARTICLE)
    last_day = amount(ends_on, said("last day"), ARTICLE)
    result = ("in_time", said("in time")), ("late", said("late"))


def test_a_period_by_kind_ends_on_a_working_day() -> None:
    served = {"litigation_period": "confirmation", "started_on": "2026-05-06"}
    assert decide(Period, served, AS_OF).amounts == {"last_day": date(2026, 6, 5)}
    assert decide(Period, {**served, "started_on": "2026-05-07"}, AS_OF).amounts == {"last_day": date(2026, 6, 8)}
    assert decide(Period, {**served, "done_on": "2026-06-06"}, AS_OF).outcome == "late"
    assert decide(Period, {"started_on": "2026-05-06", "done_on": "2026-05-20"}, AS_OF).outcome == "in_time"


# ------------------------------------------------------------------ a listing: growth, exceptions, a set of standards


class Issuer(Subject, kind="enterprise"):
    revenue_y1 = f.money(said("revenue, first year"))
    revenue_y3 = f.money(said("revenue, third year"))
    market_cap = f.money(said("market capitalisation"))
    profit_y3 = f.money(said("profit"), low=None)
    board = f.choice(said("board"), members("STAR", "ChiNext"))
    listing_set = f.choice(said("standard"), members("S1", "S5"))
    exceptions = f.choices(said("exceptions"), members("award", "leading"))


class StarAttributes(Decision[Issuer], id="star-attributes", system="0", clauses="0.1"):
    title = said("science attributes")

    revenue_growth = v.growth(Issuer.revenue_y1, Issuer.revenue_y3, years=2)
    growth_or_revenue = require(
        (Issuer.listing_set == "S5")
        | (revenue_growth >= number("growth", "0.25", "percent"))
        | (Issuer.revenue_y3 >= number("revenue", 300_000_000, "money", "CNY")),
        said("growth or revenue"),
        ARTICLE,
    )
    excepted = finding(~v.is_empty(Issuer.exceptions), said("an exception"), ARTICLE)
    revenue_cagr = amount(revenue_growth.rate(), said("growth"), ARTICLE)
    result = first(
        route("pass", said("pass"), growth_or_revenue),
        route("pass_by_exception", said("pass by exception"), excepted),
        otherwise=("fail", said("fail")),
    )


@pytest.mark.parametrize(
    ("first_year", "third_year", "exceptions", "outcome", "rate"),
    [
        ("428000000", "668750000", [], "pass", "0.25"),
        ("200000000", "288000000", [], "fail", "0.2"),
        ("160000000", "250000000", [], "pass", "0.25"),
        ("160000000", "249999999.99", [], "fail", "0.25"),  # shown as 25 %, and compared before it is rounded
        ("200000000", "288000000", ["award"], "pass_by_exception", "0.2"),
    ],
)
def test_growth_is_compared_before_it_is_rounded(
    first_year: str, third_year: str, exceptions: list[str], outcome: str, rate: str
) -> None:
    issuer = {"revenue_y1": first_year, "revenue_y3": third_year, "exceptions": exceptions, "listing_set": "S1"}
    answer = decide(StarAttributes, issuer, AS_OF)
    assert (answer.outcome, answer.amounts) == (outcome, {"revenue_cagr": Decimal(rate)})


SETS = members("S1", "S4", "C1")


class ListingSets(Decision[Issuer], id="listing-sets", system="0", clauses="0.1"):
    title = said("standards that fit")

    star, chinext = Issuer.board == "STAR", Issuer.board == "ChiNext"
    s1 = finding(
        star & (Issuer.profit_y3 > 0) & (Issuer.market_cap >= number("s1", 1_000_000_000, "money")), said("S1"), ARTICLE
    )
    s4 = finding(star & (Issuer.revenue_y3 >= number("s4", 300_000_000, "money")), said("S4"), ARTICLE)
    c1 = finding(chinext & (Issuer.profit_y3 >= number("c1", 60_000_000, "money")), said("C1"), ARTICLE)

    sets = amount(v.members_where(SETS, {"S1": s1, "S4": s4, "C1": c1}), said("standards"), ARTICLE)
    growth_tier = amount(s4 & ~s1, said("growth tier"), ARTICLE, when=star)
    result = first(route("fits", said("fits"), s1 | s4 | c1), otherwise=("none", said("none")))


def test_only_the_standards_of_the_board_asked_for_need_facts() -> None:
    answer = decide(ListingSets, {"board": "ChiNext", "profit_y3": "60000000"}, AS_OF)
    assert (answer.outcome, answer.failed()) == ("fits", ["s1", "s4"])
    assert answer.amounts == {"sets": {"C1"}, "growth_tier": None}
    star = decide(ListingSets, {"board": "STAR", "revenue_y3": "300000000", "profit_y3": "-5"}, AS_OF)
    assert (star.outcome, star.amounts) == ("fits", {"sets": {"S4"}, "growth_tier": True})


# ------------------------------------------------------------------ points, grounds and gates


class Foreigner(Subject, kind="person"):
    age = f.integer(said("age"), unit="year")
    pay = f.money(said("pay"))
    local_wage = f.money(said("local wage"))
    degree = f.choice(said("degree"), members("none", "bachelor", "master", "doctor"))
    chinese = f.choice(said("Chinese"), members("none", "hsk3", "hsk5"))
    work_years = f.decimal(said("work"), places=1, unit="year")
    listed_in_plan = f.boolean(said("in a plan"))
    founder = f.boolean(said("founder"))
    investment = f.money(said("investment"))
    quota_ground = f.choice(said("quota"), members("none", "seasonal"))


FOUNDER_LINE = missing("founder_line", said("investment of founders"), ARTICLE, type="money", unit="CNY")


class PermitClass(Decision[Foreigner], id="permit-class", system="0", clauses="0.1"):
    title = said("class of permit")

    points_sum: Expr = (
        v.bands(Foreigner.pay, (50_000, 5), (150_000, 10), (450_000, 20), below=0)
        + v.score(Foreigner.degree, {"bachelor": 10, "master": 15, "doctor": 20}, default=0)
        + v.score(Foreigner.chinese, {"hsk3": 3, "hsk5": 5}, default=0)
        + v.least(v.rounded(Foreigner.work_years, 0, "down"), 20)
    )
    age_18 = require(Foreigner.age >= number("age", 18, unit="year"), said("18 or more"), ARTICLE)
    plan = finding(Foreigner.listed_in_plan, said("in a plan"), ARTICLE)
    pay_6x = finding(Foreigner.pay >= Foreigner.local_wage * number("times", 6), said("six times the wage"), ARTICLE)
    founder = finding(Foreigner.founder & (Foreigner.investment >= FOUNDER_LINE), said("founder"), ARTICLE)
    points_40 = finding(points_sum >= number("points", 40), said("40 points"), ARTICLE)
    points = amount(points_sum, said("points"), ARTICLE)
    result = first(
        route("refused", said("refused"), ~age_18),
        route("A", said("class A"), plan | pay_6x | founder),
        route("B", said("class B"), points_40),
        route("C", said("class C"), Foreigner.quota_ground != "none"),
        otherwise=("refused", said("refused")),
    )


def test_a_failing_gate_asks_for_nothing_else() -> None:
    answer = decide(PermitClass, {"age": 17, "listed_in_plan": True}, AS_OF)
    assert (answer.outcome, answer.needed, answer.failed()) == ("refused", (), ["age_18"])
    assert "plan" in answer.held()


def test_exactly_six_times_is_six_times() -> None:
    person = {"age": 30, "local_wage": "130000", "listed_in_plan": False, "founder": False, "quota_ground": "none"}
    person |= {"degree": "none", "chinese": "none", "work_years": 0}
    assert decide(PermitClass, {**person, "pay": "780000"}, AS_OF).outcome == "A"
    assert decide(PermitClass, {**person, "pay": "779999.99"}, AS_OF).outcome == "refused"


def test_points_that_can_no_longer_matter_are_not_asked() -> None:
    person = {"age": 30, "local_wage": "900000", "listed_in_plan": False, "founder": False, "pay": "450000"}
    answer = decide(PermitClass, {**person, "degree": "doctor", "work_years": 0}, AS_OF)
    assert (answer.outcome, answer.amounts["points"]) == ("B", None)  # 40 already, with Chinese or without
    enough = decide(PermitClass, {**person, "degree": "none", "work_years": 0, "quota_ground": "none"}, AS_OF)
    assert (enough.outcome, enough.needed) == ("refused", ())  # 25 at most


def test_a_line_that_nobody_has_drawn_matters_only_to_founders() -> None:
    person = {"age": 30, "pay": "1", "local_wage": "900", "listed_in_plan": False, "quota_ground": "none"}
    person |= {"degree": "none", "chinese": "none", "work_years": 0}
    assert decide(PermitClass, {**person, "founder": False}, AS_OF).outcome == "refused"
    founder = decide(PermitClass, {**person, "founder": True, "investment": "1000000"}, AS_OF)
    assert founder.needed == ("param:founder_line",)


# ------------------------------------------------------------------ headroom under a ceiling


class Bond(Subject, kind="project"):
    scale = f.money(said("bonds of the province"))
    used = f.money(said("used as capital"))
    asked = f.money(said("asked for"))


class BondAsCapital(Decision[Bond], id="bond-as-capital", system="0", clauses="0.1"):
    title = said("bonds as capital")

    ceiling = v.rounded(Bond.scale * number("ceiling", "0.30", "percent"), 2, "down")
    within = require(Bond.used + Bond.asked <= ceiling, said("within the ceiling"), ARTICLE)
    headroom = amount(v.greatest(0, ceiling - Bond.used), said("headroom"), ARTICLE)
    share_after = amount(v.ratio(Bond.used + Bond.asked, Bond.scale), said("share"), ARTICLE)
    result = ("allowed", said("allowed")), ("refused", said("refused"))


def test_the_next_fen_over_the_ceiling_is_too_much() -> None:
    project = {"scale": "100000000000", "used": "30000000000"}
    answer = decide(BondAsCapital, {**project, "asked": "0.01"}, AS_OF)
    assert (answer.outcome, answer.amounts["headroom"]) == ("refused", 0)
    assert decide(BondAsCapital, {**project, "asked": 0}, AS_OF).amounts["share_after"] == Decimal("0.3")
    assert decide(BondAsCapital, {**project, "asked": 0}, AS_OF).outcome == "allowed"
