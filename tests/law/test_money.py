from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mulberry.errors import Invalid
from mulberry.law.exact import Rounding, as_decimal, round_to
from mulberry.law.money import CNY, CURRENCIES, JPY, USD, Money, currency

amounts = st.decimals(-(10**15), 10**15, places=4)
steps = st.sampled_from([Decimal(s) for s in ("0.01", "0.05", "1", "100", "10000")])
FEN = Decimal("0.01")


@given(amounts, amounts)
def test_adding_and_taking_away_again_gives_the_same_money(a: Decimal, b: Decimal) -> None:
    assert Money(a) + Money(b) - Money(b) == Money(a)
    assert Fraction((Money(a) + Money(b)).amount) == Fraction(a) + Fraction(b)


@given(amounts, st.integers(-1000, 1000))
def test_a_multiple_is_a_repeated_sum(a: Decimal, n: int) -> None:
    assert Fraction((Money(a) * n).amount) == Fraction(a) * n
    assert n * Money(a) == Money(a) * n


@given(amounts)
def test_money_is_written_and_read_back_without_loss(a: Decimal) -> None:
    written = Money(a).text().en
    assert Money.parse(written.removeprefix("CNY ")) == Money(a)


@given(st.integers(-(10**18), 10**18))
def test_whole_fen_are_a_whole_number(count: int) -> None:
    assert Money.from_smallest(count).in_smallest() == count


@given(st.fractions(-(10**9), 10**9, max_denominator=997), steps, st.sampled_from(Rounding))
def test_rounding_goes_to_a_neighbouring_step(value: Fraction, step: Decimal, rounding: Rounding) -> None:
    rounded = Fraction(round_to(value, step, rounding))
    assert (rounded / Fraction(step)).denominator == 1
    assert abs(rounded - value) < Fraction(step)
    if rounding is Rounding.FLOOR:
        assert rounded <= value
    if rounding is Rounding.CEILING:
        assert rounded >= value
    if rounding in (Rounding.HALF_UP, Rounding.HALF_EVEN):
        assert abs(rounded - value) <= Fraction(step) / 2


@given(amounts, st.sampled_from(Rounding))
def test_rounding_to_fen_agrees_with_the_decimal_module(a: Decimal, rounding: Rounding) -> None:
    assert round_to(a, FEN, rounding) == a.quantize(FEN, rounding=rounding.value)


@pytest.mark.parametrize(
    ("rounding", "up", "down"),
    [
        (Rounding.HALF_UP, "2.13", "-2.13"),
        (Rounding.HALF_EVEN, "2.12", "-2.12"),
        (Rounding.DOWN, "2.12", "-2.12"),
        (Rounding.UP, "2.13", "-2.13"),
        (Rounding.FLOOR, "2.12", "-2.13"),
        (Rounding.CEILING, "2.13", "-2.12"),
    ],
)
def test_each_rounding_rule_treats_the_half_as_its_name_says(rounding: Rounding, up: str, down: str) -> None:
    assert Money.parse("2.125").round_to(FEN, rounding) == Money.parse(up)
    assert Money.parse("-2.125").round_to(FEN, rounding) == Money.parse(down)
    assert rounding.label.zh


def test_a_third_is_rounded_once_at_the_end() -> None:
    assert Money.parse(100).share(Fraction(1, 3), FEN, Rounding.HALF_UP) == Money.parse("33.33")
    assert Money.parse("1000").share(Fraction(2, 3), Decimal(1), Rounding.UP) == Money.parse(667)


def test_a_step_of_nothing_is_invalid() -> None:
    with pytest.raises(Invalid) as caught:
        round_to(Decimal(1), Decimal(0), Rounding.UP)
    assert caught.value.field == "step"


def test_two_currencies_never_mix() -> None:
    a, b = Money(Decimal(1), CNY), Money(Decimal(1), USD)
    assert a != b
    for mix in (lambda: a + b, lambda: a - b, lambda: a < b, lambda: a.ratio(b)):
        with pytest.raises(Invalid) as caught:
            mix()
        assert caught.value.field == "currency"


def test_equal_amounts_are_equal_however_they_are_written() -> None:
    assert Money.parse("1.50") == Money.parse("1.5")
    assert hash(Money.parse("1.50")) == hash(Money.parse("1.5"))
    assert Money.parse("1.5") != Decimal("1.5")
    assert not Money.parse("0.00")
    assert Money.parse("2") >= Money.parse("1.99")
    assert abs(-Money.parse(3)) == Money.parse(3)


@pytest.mark.parametrize(
    "value", [0.1, 1.0, True, None, "", "abc", "NaN", "Infinity", "1,23", "1_000", "--1", "1e400", "9" * 40]
)
def test_what_is_no_exact_number_names_its_field(value: object) -> None:
    with pytest.raises(Invalid) as caught:
        as_decimal(value, "assets")
    assert caught.value.field == "assets"
    assert "assets" in caught.value.text.zh


@pytest.mark.parametrize("value", [Decimal("NaN"), Decimal("Infinity"), Decimal("1E+50")])
def test_a_decimal_that_is_no_amount_is_invalid(value: Decimal) -> None:
    with pytest.raises(Invalid):
        Money(value)


def test_a_product_too_long_to_be_exact_is_refused_not_rounded() -> None:
    with pytest.raises(Invalid):
        Money(Decimal("1.00000000000000000001")) * Decimal("1.00000000000000000001")


def test_a_finer_part_than_the_smallest_coin_must_be_rounded_first() -> None:
    with pytest.raises(Invalid) as caught:
        Money.parse("0.005").in_smallest()
    assert caught.value.field == "amount"
    assert Money(Decimal(5), JPY).in_smallest() == 5


@pytest.mark.parametrize(
    ("amount", "zh", "en", "large_zh", "large_en"),
    [
        ("12345678.9", "12,345,678.90元", "CNY 12,345,678.90", "1,234.56789万元", "CNY 12.3456789 million"),
        ("0", "0.00元", "CNY 0.00", "0.00元", "CNY 0.00"),
        ("-0.005", "-0.005元", "CNY -0.005", "-0.005元", "CNY -0.005"),
        ("10000", "10,000.00元", "CNY 10,000.00", "1万元", "CNY 10,000.00"),
        ("1250000000", "1,250,000,000.00元", "CNY 1,250,000,000.00", "12.5亿元", "CNY 1.25 billion"),
        ("-50000", "-50,000.00元", "CNY -50,000.00", "-5万元", "CNY -50,000.00"),
    ],
)
def test_money_is_written_for_people_in_both_languages(
    amount: str, zh: str, en: str, large_zh: str, large_en: str
) -> None:
    money = Money.parse(amount)
    assert (money.text().zh, money.text().en) == (zh, en)
    assert (money.text(large=True).zh, money.text(large=True).en) == (large_zh, large_en)


def test_digits_round_what_is_shown_and_not_the_amount() -> None:
    money = Money.parse("12345678.9")
    assert money.text(large=True, digits=2).zh == "1,234.57万元"
    assert money.text(digits=0).en == "CNY 12,345,679"
    assert money.amount == Decimal("12345678.9")
    assert str(money) == "12345678.9 CNY"


def test_an_unknown_currency_names_the_known_ones() -> None:
    with pytest.raises(Invalid) as caught:
        currency("RMB")
    assert caught.value.field == "currency"
    assert all(code in caught.value.text.en for code in CURRENCIES)
