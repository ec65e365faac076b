"""The statuses against tables written out a second time, and what must hold for any firm."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from mulberry.decisions.run import decide
from mulberry.law.calendar_years import CHINA
from mulberry.mechanisms import run as mechanisms
from mulberry.mechanisms.declare import Setting
from mulberry_sip.m07_finance.hnte import HnteEligibility
from mulberry_sip.m07_finance.hnte_growth import hnte_growth_points
from mulberry_sip.m07_finance.innovative_sme import InnovativeSme
from mulberry_sip.m07_finance.sci_tech_sme import SciTechSme

DAY = date(2026, 6, 1)
SETTING = Setting(DAY, CHINA)
SUMS = st.integers(0, 400) | st.sampled_from([5_000_000, 50_000_000, 200_000_000, 200_000_001])


def steps(share: Fraction | int, *rows: tuple[int, int]) -> int:
    """Points by a table whose bounds are whole per cent, or whole numbers."""
    return max((points for bound, points in rows if share >= bound), default=0)


def per_cent(part: int, whole: int) -> Fraction | int:
    return Fraction(100 * part, whole) if whole else -1


@given(
    staff=st.integers(1, 40),
    part=st.integers(0, 40),
    rd=SUMS,
    sales=SUMS,
    cost=SUMS,
    a=st.integers(0, 2),
    b=st.integers(0, 6),
)
def test_points_of_a_sci_tech_sme_are_those_of_the_table(
    staff: int, part: int, rd: int, sales: int, cost: int, a: int, b: int
) -> None:
    part = min(part, staff)
    facts = {
        "staff_total": staff,
        "sci_staff": part,
        "rd_expense_y3_cny": rd,
        "revenue_y3_cny": sales,
        "cost_total_y3_cny": cost,
        "ip_class1": a,
        "ip_class2": b,
    }
    told = decide(SciTechSme, facts, DAY).amounts
    assert told["staff_points"] == steps(per_cent(part, staff), (10, 4), (15, 8), (20, 12), (25, 16), (30, 20))
    assert told["rd_points"] == max(
        steps(per_cent(rd, sales), (2, 10), (3, 20), (4, 30), (5, 40), (6, 50)),
        steps(per_cent(rd, cost), (10, 10), (15, 20), (20, 30), (25, 40), (30, 50)),
    )
    assert told["results_points"] == (30 if a else min(6 * b, 24))
    assert told["total_points"] == told["staff_points"] + told["rd_points"] + told["results_points"]


@given(
    ip=st.sampled_from(["high_value_class1", "self_made_class1", "class1", "class2", "none"]),
    rd=st.integers(0, 8),
    growth=st.integers(-20, 20),
    debt=st.integers(0, 100),
    field=st.booleans(),
    main=st.integers(0, 100),
)
def test_an_innovative_sme_passes_exactly_by_sum_and_floors(
    ip: str, rd: int, growth: int, debt: int, field: bool, main: int
) -> None:
    rate = Decimal("0.01")
    facts: dict[str, Any] = {
        "ip_best": ip,
        "revenue_y3_cny": 100,
        "rd_expense_y3_cny": rd,
        "main_revenue_growth": growth * rate,
        "debt_ratio": debt * rate,
        "strategic_emerging_field": field,
        "main_revenue_share": main * rate,
        "award_3y": False,
        "valid_statuses": [],
        "provincial_rd_body": False,
        "new_equity_3y_cny": 0,
    }
    rights = {"high_value_class1": 20, "self_made_class1": 15, "class1": 10, "class2": 5, "none": 0}[ip]
    innovation = rights + steps(rd, (1, 5), (2, 10), (3, 15), (5, 20))
    growing = steps(growth, (0, 5), (5, 10), (10, 15), (15, 20)) + (10 if debt <= 55 else 5 if debt <= 75 else 0)
    special = (10 if field else 5) + steps(main, (50, 5), (55, 10), (60, 15), (70, 20))
    answer = decide(InnovativeSme, facts, DAY)
    assert answer.amounts["total_points"] == innovation + growing + special
    passes = innovation + growing + special >= 60 and innovation >= 20 and growing >= 15 and special >= 15
    assert answer.outcome == ("qualifies" if passes else "does_not_qualify")


@given(years=st.tuples(SUMS, SUMS, SUMS), rd=st.tuples(SUMS, SUMS, SUMS))
def test_hnte_asks_the_share_of_the_last_years_sales_of_three_years(
    years: tuple[int, int, int], rd: tuple[int, int, int]
) -> None:
    facts = {f"revenue_y{n}_cny": sum_ for n, sum_ in enumerate(years, 1)}
    facts |= {f"rd_expense_y{n}_cny": sum_ for n, sum_ in enumerate(rd, 1)}
    asked = 5 if years[2] <= 50_000_000 else 4 if years[2] <= 200_000_000 else 3
    answer = decide(HnteEligibility, facts, DAY)
    assert answer.amounts["required_rd_ratio"] == Decimal(asked) / 100
    holds = sum(years) > 0 and 100 * sum(rd) >= asked * sum(years)
    assert ("rd_ratio" in answer.held()) is holds


@given(st.tuples(st.integers(0, 300), st.integers(0, 300), st.integers(-50, 300)))
def test_growth_points_follow_the_rate(years: tuple[int, int, int]) -> None:
    y1, y2, y3 = years
    told = mechanisms.run(hnte_growth_points, {"y1_cny": y1, "y2_cny": y2, "y3_cny": y3}, SETTING)
    if y2 == 0:
        rate = Fraction(0)
    else:
        last = Fraction(y3, y2) - 1
        rate = last if y1 == 0 else (Fraction(y2, y1) - 1 + last) / 2
    most = 0 if rate <= 0 else steps(100 * rate, (0, 2), (5, 4), (15, 6), (25, 8), (35, 10))
    assert (told["points_min"], told["points_max"]) == (max(0, most - 1), most)
    assert abs(Fraction(told["growth_rate"]) - rate) <= Fraction(1, 10**8)
