from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mulberry.errors import Invalid
from mulberry.law import units
from mulberry.law.exact import Rounding
from mulberry.law.measure import UnitOfMeasure, per
from mulberry.law.quantity import Quantity, quantity_text
from mulberry.law.units import all_units, unit

numbers = st.decimals(-(10**9), 10**9, places=3)
any_unit = st.sampled_from(all_units())


@pytest.mark.parametrize(
    "code",
    [
        *(
            "CNY",
            "USD",
            "1e4 CNY",
            "percent",
            "ratio",
            "person",
            "month",
            "year",
            "day",
            "hour",
            "working-day",
            "calendar-day",
        ),
        *(
            "kWh",
            "MWh",
            "GJ",
            "kW",
            "MW",
            "kV",
            "kVA",
            "m2",
            "km2",
            "t",
            "kg",
            "tCO2",
            "tce",
            "1e4Nm3",
            "GEC",
            "card-hour",
        ),
        *(
            "point",
            "case",
            "item",
            "piece",
            "park",
            "task",
            "seat",
            "pool",
            "place",
            "permit",
            "patent",
            "sample",
            "post",
        ),
        *("inspection", "generation", "firm", "body", "patent per 10000 people"),
        *("CNY/m2", "CNY/km2", "CNY/kWh", "tCO2/tce", "riders/hour", "1e4 riders/day/km"),
    ],
)
def test_every_unit_in_use_is_known_by_its_code(code: str) -> None:
    assert unit(code).code == code


@given(any_unit)
def test_every_unit_has_a_name_and_a_written_form_in_both_languages(of: UnitOfMeasure) -> None:
    text = quantity_text(2, of)
    assert text.zh.startswith("2")
    assert text.en.startswith("2")
    assert unit(of.code) is of


@given(numbers, any_unit, any_unit)
def test_different_units_never_mix(number: Decimal, a: UnitOfMeasure, b: UnitOfMeasure) -> None:
    x, y = Quantity(number, a), Quantity(number, b)
    if a == b:
        assert x + y == x * 2
        assert x - y == Quantity(Decimal(0), a)
        return
    assert x != y
    for mix in (lambda: x + y, lambda: x < y, lambda: x.ratio(y)):
        with pytest.raises(Invalid) as caught:
            mix()
        assert caught.value.field == "unit"


@given(
    numbers, st.sampled_from([("kWh", "MWh"), ("m2", "km2"), ("kg", "t"), ("CNY", "1e4 CNY"), ("CNY/MWh", "CNY/kWh")])
)
def test_converting_there_and_back_gives_the_same_quantity(number: Decimal, pair: tuple[str, str]) -> None:
    small, large = map(unit, pair)
    assert Quantity(number, small).to(large).to(small) == Quantity(number, small)


@pytest.mark.parametrize(
    ("a", "b"), [("day", "working-day"), ("month", "day"), ("CNY", "USD"), ("kWh", "kW"), ("person", "case")]
)
def test_what_measures_different_things_does_not_convert(a: str, b: str) -> None:
    with pytest.raises(Invalid) as caught:
        Quantity.of(1, unit(a)).to(unit(b))
    assert caught.value.field == "unit"
    assert a in caught.value.text.zh


def test_exact_conversions_give_exact_numbers() -> None:
    assert Quantity.of("3000.5", units.KWH).to(units.MWH) == Quantity.of("3.0005", units.MWH)
    assert Quantity.of(3, units.YEAR).to(units.MONTH) == Quantity.of(36, units.MONTH)
    assert Quantity.of("3.6", units.GJ).to(units.KWH) == Quantity.of(1000, units.KWH)
    assert Quantity.of("0.42", unit("CNY/kWh")).to(unit("CNY/MWh")) == Quantity.of(420, unit("CNY/MWh"))


def test_a_conversion_whose_decimals_never_end_asks_for_a_rounding_rule() -> None:
    with pytest.raises(Invalid) as caught:
        Quantity.of(1, units.MONTH).to(units.YEAR)
    assert caught.value.field == "quantity"


def test_an_unknown_unit_names_its_field() -> None:
    for code in ("", "furlong", "CNY/", "CNY/furlong", "/"):
        with pytest.raises(Invalid) as caught:
            unit(code, "unit_of_account")
        assert caught.value.field == "unit_of_account"


def test_a_float_is_no_quantity() -> None:
    with pytest.raises(Invalid) as caught:
        Quantity.of(0.5, units.KWH, "generated")  # type: ignore[arg-type]
    assert caught.value.field == "generated"


@pytest.mark.parametrize(
    ("number", "of", "zh", "en"),
    [
        ("20", units.WORKING_DAY, "20个工作日", "20 working days"),
        ("1", units.WORKING_DAY, "1个工作日", "1 working day"),
        ("180", units.MONTH, "180个月", "180 months"),
        ("3000.50", units.KWH, "3,000.5千瓦时", "3,000.5 kWh"),
        ("0.055", units.PERCENT, "5.5%", "5.5%"),
        ("1200", units.PERSON, "1,200人", "1,200 people"),
        ("0.42", per(units.CNY, units.KWH), "0.42元/千瓦时", "0.42 CNY/kWh"),
        ("100", units.M2, "100平方米", "100 m²"),
    ],
)
def test_a_quantity_is_written_for_people_in_both_languages(number: str, of: UnitOfMeasure, zh: str, en: str) -> None:
    text = Quantity.of(number, of).text()
    assert (text.zh, text.en) == (zh, en)


def test_digits_round_what_is_shown_and_rounding_is_named_where_it_counts() -> None:
    third = Quantity.of("0.33335", units.PERCENT)
    assert third.text(digits=2).en == "33.34%"
    assert third.round_to(Decimal("0.001"), Rounding.DOWN).number == Decimal("0.333")
    assert Quantity.of(10, units.KWH).ratio(Quantity.of(3, units.KWH)) == Fraction(10, 3)
