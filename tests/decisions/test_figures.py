"""Money, shares, growth and rounding are exact: on the line, one fen beside it, and beyond what a double can hold."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mulberry.decisions import facts
from mulberry.decisions import vocabulary as v
from mulberry.decisions.facts import Subject
from mulberry.decisions.operations import growth, rounded
from mulberry.decisions.run import decide
from mulberry.law.exact import Rounding, round_to
from mulberry.law.text import t
from tests.decisions.forms import holds, value
from tests.decisions.subjects import AS_OF, ODD_RATE, RATE, Firm, giving, requiring
from tests.decisions.trees import naive_rounded


@pytest.mark.parametrize("rate", ["0.07", "0.05", "0.03", "0.6", "0.1", "0.333333"])
def test_exactly_on_the_line_is_on_the_line(rate: str) -> None:
    for whole in range(1, 3_000, 41):
        part = Decimal(whole) * Decimal(rate)
        paid = part.quantize(Decimal("0.01"))
        asked: dict[str, Any] = {"turnover": whole, "spending": paid}
        if paid == part:
            assert holds(v.share(Firm.spending, Firm.turnover) >= Decimal(rate), **asked) is True
            assert holds(v.share(Firm.spending, Firm.turnover) > Decimal(rate), **asked) is False


def test_one_fen_beside_the_line_is_beside_it() -> None:
    asked = v.share(Firm.spending, Firm.turnover) >= RATE
    assert holds(asked, turnover="900000000000000.00", spending="45000000000000.00") is True
    assert holds(asked, turnover="900000000000000.00", spending="44999999999999.99") is False


def test_a_rate_without_an_end_is_compared_exactly() -> None:
    assert holds(v.share(Firm.experts, Firm.staff) >= Fraction(2, 37), experts=2, staff=37) is True
    assert holds(v.share(Firm.experts, Firm.staff) > Fraction(2, 37), experts=2, staff=37) is False
    assert holds(v.share(Firm.experts, Firm.staff) >= ODD_RATE, experts=2, staff=37) is True
    assert holds(v.share(Firm.experts, Firm.staff) > ODD_RATE, experts=2, staff=37) is False


def test_money_keeps_every_fen_beyond_a_double() -> None:
    sum_ = Decimal("90071992547409.93")
    assert value(Firm.capital + Decimal("0.01"), capital=sum_) == Decimal("90071992547409.94")
    assert value(Firm.capital * 1000, capital="999999999999999.99") == Decimal(999999999999999990)
    assert value(Firm.capital * Firm.foreign_share, capital="999999999999999.99", foreign_share="0.123456") == (
        Decimal("999999999999999.99") * Decimal("0.123456")
    )


@given(
    st.fractions(-(10**9), 10**9),
    st.integers(0, 4),
    st.sampled_from(["half_up", "half_even", "down", "up", "floor", "ceiling"]),
)
def test_rounding_is_that_of_the_law(number: Fraction, places: int, mode: str) -> None:
    counted = rounded(number, (0, places, mode.upper()))
    step = Decimal(1).scaleb(-places)
    assert counted * Fraction(step) == naive_rounded(number, places, mode)
    assert counted * step == round_to(number, step, Rounding[mode.upper()])


@given(st.integers(0, 10**17), st.sampled_from(["half_up", "down", "floor", "up"]), st.integers(0, 2))
def test_rounding_written_out_is_rounding_called(fen: int, mode: str, places: int) -> None:
    sum_ = Decimal(fen) / 100
    shown = value(v.rounded(Firm.capital * RATE, places, mode), capital=sum_)
    assert shown == naive_rounded(Fraction(sum_) / 20, places, mode)


@pytest.mark.parametrize("mode", ["half_up", "half_even", "down", "up", "floor", "ceiling"])
@pytest.mark.parametrize("tenths", [-25, -15, -10, -5, -1, 0, 1, 5, 10, 15, 25])
def test_halves_are_rounded_as_named_above_and_below_zero(tenths: int, mode: str) -> None:
    shown = naive_rounded(Fraction(tenths, 10), 0, mode)
    assert value(v.rounded(Firm.result * Decimal("0.1"), 0, mode), result=tenths) == shown
    if tenths >= 0:
        assert value(v.rounded(Firm.staff * Decimal("0.1"), 0, mode), staff=tenths) == shown


def test_a_quotient_is_exact_until_it_is_shown() -> None:
    third = v.ratio(Firm.experts, Firm.staff)
    assert value(third * 3, experts=1, staff=3) == 1
    assert value(third, experts=1, staff=3) == Decimal("0.3333333333333333333333333333")
    assert value(v.rounded(third, 4), experts=2, staff=3) == Decimal("0.6667")
    assert value(v.ratio(Firm.capital, Firm.staff), capital="10.01", staff=2) == Decimal("5.005")
    assert value(v.ratio(Firm.staff, Firm.capital), capital="0.01", staff=2) == 200
    assert value(v.ratio(Firm.experts, Firm.staff, of_nothing=0), experts=1, staff=0) == 0


def test_growth_is_compared_without_taking_a_root() -> None:
    quarter = v.growth(Firm.spending, Firm.turnover, years=2) >= Decimal("0.25")
    assert holds(quarter, spending="428", turnover="668.75") is True
    assert holds(quarter, spending="428", turnover="668.74") is False
    assert holds(quarter, spending="0", turnover="100") is False


@given(st.integers(1, 10**12), st.integers(0, 10**12), st.integers(1, 5), st.integers(0, 6))
def test_the_rate_of_growth_is_the_nearest_one(first: int, last: int, years: int, places: int) -> None:
    shown = growth(first, last, (years, places))
    assert shown is not None
    one = 10**places
    below, above = Fraction(2 * (shown + one) - 1, 2 * one), Fraction(2 * (shown + one) + 1, 2 * one)
    quotient = Fraction(last, first)
    assert below <= 0 or below**years <= quotient
    assert quotient < above**years


def test_a_rate_of_growth_is_an_amount() -> None:
    rate = v.growth(Firm.spending, Firm.turnover, years=2).rate()
    assert value(rate, spending="428", turnover="668.75") == Decimal("0.25")
    assert value(rate, spending="200", turnover="288") == Decimal("0.2")
    assert value(rate, spending="0", turnover="288") is None


def test_a_sum_of_money_may_come_from_a_rate_of_exchange() -> None:
    converted = v.as_money(v.ite(Firm.name == "CNY", Firm.turnover, Firm.turnover * Firm.spending))
    assert converted.type.unit == "CNY"
    assert value(converted, name="CNY", turnover="39999999.99") == Decimal("39999999.99")
    assert value(converted, name="USD", turnover="100", spending="7.1") == 710
    assert holds(converted >= 1000, name="CNY", turnover="1000") is True


def test_whole_division_rounds_down_also_below_zero() -> None:
    assert value(Firm.result // 2, result=-7) == -4
    assert value(Firm.result % 2, result=-7) == 1
    assert value(Firm.result // 2, result=7) == 3


def test_numbers_do_not_overflow() -> None:
    product: Any = Firm.capital * Firm.capital * Firm.capital * Firm.capital
    assert Fraction(value(product, capital="999999999999999.99")) == Fraction(10**17 - 1, 100) ** 4
    assert holds(product > 0, capital="999999999999999.99") is True


class Priced(Subject, kind="goods"):
    """A price finer than the fen."""

    price = facts.money(t("单价", "Price"), places=5)
    total = facts.money(t("总价", "Total"))


def test_money_of_two_finenesses_is_compared_in_the_finer() -> None:
    asked = requiring(Priced.price * 100 >= Priced.total, about=Priced)
    assert decide(asked, {"price": "0.01999", "total": "2.00"}, AS_OF).outcome == "no"
    assert decide(asked, {"price": "0.02000", "total": "2.00"}, AS_OF).outcome == "yes"
    assert giving(Firm.staff).amounts[0].type.unit == ""
