"""Major hazards: sums that do not depend on how they are written down, and a second reading of the lines."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from mulberry.law.calendar_years import CHINA
from mulberry.mechanisms.declare import Setting
from mulberry.mechanisms.run import run
from mulberry_sip.m02_bonded_zone.hazard_grading import major_hazard_grading
from mulberry_sip.m02_bonded_zone.hazard_substances import BY_NAME, TABLE_1, well_formed

SETTING = Setting(date(2026, 11, 21), CHINA)
# (how it is named, critical quantity in kilograms, ten times the factor): written down apart from the tables
KNOWN: tuple[tuple[dict[str, Any], int, int], ...] = (
    ({"cas": "7664-41-7"}, 10_000, 20),
    ({"cas": "7782-50-5"}, 5_000, 40),
    ({"cas": "75-44-5"}, 300, 200),
    ({"cas": "7446-11-9", "classes": ["J2"]}, 75_000, 10),
    ({"cas": "67-56-1", "classes": ["W5.3"]}, 500_000, 10),
    ({"name": "silane", "classes": ["W2"]}, 10_000, 15),
    ({"name": "thinner", "classes": ["W5.4", "J5"]}, 500_000, 10),
)
stores = st.lists(st.tuples(st.sampled_from(KNOWN), st.integers(0, 60_000)), max_size=6)
people = st.sampled_from([0, 1, 29, 30, 49, 50, 99, 100, 4_000])


def graded(chemicals: list[dict[str, Any]], persons: int) -> dict[str, Any]:
    return run(major_hazard_grading, {"chemicals": chemicals, "exposed_persons": persons}, SETTING)


def listed(store: list[tuple[tuple[dict[str, Any], int, int], int]]) -> list[dict[str, Any]]:
    return [{**named, "quantity_t": Decimal(kg) / 1000} for (named, _, _), kg in store]


@given(stores, people)
def test_the_grade_is_the_one_that_whole_numbers_give(
    store: list[tuple[tuple[dict[str, Any], int, int], int]], persons: int
) -> None:
    s = sum((Fraction(kg, critical) for (_, critical, _), kg in store), Fraction(0))
    weighed = sum((Fraction(kg * tenths, critical * 10) for (_, critical, tenths), kg in store), Fraction(0))
    alpha = 20 if persons > 99 else 15 if persons > 49 else 12 if persons > 29 else 10 if persons else 5
    r = weighed * alpha / 10
    grade = None if s < 1 else 4 if r < 10 else 3 if r < 50 else 2 if r < 100 else 1
    result = graded(listed(store), persons)
    assert (result["major"], result["grade"]) == (s >= 1, grade)
    assert 0 <= s - Fraction(result["s"]) < Fraction(1, 10**12)
    assert 0 <= r - Fraction(result["r"]) < Fraction(1, 10**12)


@given(stores, people, st.integers(2, 7))
def test_equal_vessels_may_be_listed_one_by_one_or_counted(
    store: list[tuple[tuple[dict[str, Any], int, int], int]], persons: int, vessels: int
) -> None:
    chemicals = listed(store)
    counted = graded([{**one, "count": vessels} for one in chemicals], persons)
    one_by_one = graded([one for one in chemicals for _ in range(vessels)], persons)
    assert {**counted, "lines": ()} == {**one_by_one, "lines": ()}


@given(stores, people, people)
def test_more_residents_never_make_a_unit_less_grave(
    store: list[tuple[tuple[dict[str, Any], int, int], int]], one: int, other: int
) -> None:
    few, many = (graded(listed(store), persons) for persons in sorted((one, other)))
    assert few["r"] <= many["r"]
    assert (few["grade"] or 9) >= (many["grade"] or 9)


def test_the_table_names_85_substances_and_every_number_passes_its_check_digit() -> None:
    assert len(TABLE_1) == 85
    assert all(well_formed(cas) for row in TABLE_1 for cas in row.cas)
    assert len({row.name.zh for row in TABLE_1} | {row.name.en for row in TABLE_1}) == 2 * len(TABLE_1)
    assert all(BY_NAME[row.name.en.casefold()] is row for row in TABLE_1)
