"""Listing standards against a second reading of them, and what must hold for any firm."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from mulberry.decisions.run import UNDETERMINED, decide
from mulberry_sip.m06_science_system.listing_sets import ListingSets
from mulberry_sip.m06_science_system.star_attributes import StarAttributes

MILLION = 1_000_000
DAYS = [date(2024, 4, 29), date(2024, 4, 30), date(2025, 6, 17), date(2025, 6, 18), date(2026, 6, 30)]
CAPS = st.sampled_from([199, 200, 400, 800, 999, 1000, 1499, 1500, 2000, 3000, 4000, 5000, 10_000])
REVENUES = st.sampled_from([0, 80, 99, 100, 200, 260, 299, 300, 400, 500])
PROFITS = st.sampled_from([-10, 0, 1, 15, 25, 40, 49, 50, 59, 60])
SMALL = st.sampled_from([0, 8, 16, 25, 30, 45, 60])
FIRMS = st.fixed_dictionaries(
    {
        "cap": CAPS,
        **{f"r{n}": REVENUES for n in (1, 2, 3)},
        **{f"d{n}": SMALL for n in (1, 2, 3)},
        "p2": PROFITS,
        "p3": PROFITS,
        "cash": st.sampled_from([-1, 0, 1, 34, 100]),
        "roe": st.sampled_from([0, 7, 8, 9]),
        **{name: st.booleans() for name in ("needs", "large", "staged", "pharma", "phase2", "edge", "red")},
    }
)


def facts(board: str, firm: dict[str, Any]) -> dict[str, Any]:
    told: dict[str, Any] = {"board": board, "market_cap_expected_cny": firm["cap"] * MILLION}
    for n in (1, 2, 3):
        told[f"revenue_y{n}_cny"] = firm[f"r{n}"] * MILLION
        told[f"rd_expense_y{n}_cny"] = firm[f"d{n}"] * MILLION
        told[f"op_cash_flow_y{n}_cny"] = firm["cash"] * MILLION
    for n in (2, 3):
        told[f"net_profit_y{n}_cny"] = firm[f"p{n}"] * MILLION
        told[f"roe_weighted_y{n}"] = f"0.0{firm['roe']}"
    names = {
        "product_needs_approval": "needs",
        "large_market": "large",
        "staged_results": "staged",
        "pharma": "pharma",
        "biopharma_phase2_approved": "phase2",
        "technical_edge": "edge",
        "red_chip": "red",
    }
    return told | {name: firm[key] for name, key in names.items()}


def star(f: dict[str, Any]) -> set[str]:
    both = f["p2"] > 0 and f["p3"] > 0
    rd, revenue = f["d1"] + f["d2"] + f["d3"], f["r1"] + f["r2"] + f["r3"]
    holds = {
        "S1": f["cap"] >= 1000 and ((both and f["p2"] + f["p3"] >= 50) or (f["p3"] > 0 and f["r3"] >= 100)),
        "S2": f["cap"] >= 1500 and f["r3"] >= 200 and rd * 100 >= revenue * 15,
        "S3": f["cap"] >= 2000 and f["r3"] >= 300 and 3 * f["cash"] >= 100,
        "S4": f["cap"] >= 3000 and f["r3"] >= 300,
        "S5": f["cap"] >= 4000
        and f["needs"]
        and f["large"]
        and f["staged"]
        and (f["phase2"] if f["pharma"] else f["edge"]),
        "red_chip": f["red"] and (f["cap"] >= 10_000 or (f["cap"] >= 5000 and f["r3"] >= 500)),
    }
    return {name for name, held in holds.items() if held}


def chinext(f: dict[str, Any], day: date) -> set[str]:
    new, both = day >= date(2024, 4, 30), f["p2"] > 0 and f["p3"] > 0
    sum_, last, cap, revenue = (100, 60, 1500, 400) if new else (50, 0, 1000, 100)
    open_to_all = day >= date(2025, 6, 18)
    holds = {
        "C1": both and f["p2"] + f["p3"] >= sum_ and f["p3"] >= last,
        "C2": f["cap"] >= cap and f["p3"] > 0 and f["r3"] >= revenue,
        "C3": f["cap"] >= 5000 and f["r3"] >= 300 and (open_to_all or f["p3"] > 0),
    }
    return {name for name, held in holds.items() if held}


def beijing(f: dict[str, Any]) -> set[str]:
    rd, revenue, roe = f["d2"] + f["d3"], f["r2"] + f["r3"], f["roe"] >= 8
    holds = {
        "B1": f["cap"] >= 200 and roe and ((f["p2"] >= 15 and f["p3"] >= 15) or f["p3"] >= 25),
        "B2": f["cap"] >= 400 and revenue >= 200 and f["r2"] > 0 and f["r3"] * 10 >= f["r2"] * 13 and f["cash"] > 0,
        "B3": f["cap"] >= 800 and f["r3"] >= 200 and rd * 100 >= revenue * 8,
        "B4": f["cap"] >= 1500 and rd >= 50,
    }
    return {name for name, held in holds.items() if held}


@given(firm=FIRMS, board=st.sampled_from(["STAR", "ChiNext", "BSE"]), day=st.sampled_from(DAYS))
def test_the_sets_that_fit_are_those_of_the_second_reading(firm: dict[str, Any], board: str, day: date) -> None:
    expected = {"STAR": star(firm), "ChiNext": chinext(firm, day), "BSE": beijing(firm)}[board]
    answer = decide(ListingSets, facts(board, firm), day)
    assert answer.amounts["sets"] == expected
    assert answer.outcome == ("fits" if expected else "none")
    if day >= date(2025, 7, 13):
        assert answer.amounts["growth_tier"] is (board == "STAR" and bool(expected) and firm["p3"] <= 0)


@given(firm=FIRMS, board=st.sampled_from(["STAR", "ChiNext", "BSE"]), hidden=st.sets(st.integers(0, 30)))
def test_a_verdict_on_fewer_facts_never_changes_when_the_rest_is_known(
    firm: dict[str, Any], board: str, hidden: set[int]
) -> None:
    known = facts(board, firm)
    fewer = {name: value for place, (name, value) in enumerate(known.items()) if place not in hidden}
    partial = decide(ListingSets, fewer, DAYS[-1])
    whole = decide(ListingSets, known, DAYS[-1])
    assert partial.outcome in {whole.outcome, UNDETERMINED}
    assert set(partial.held()) <= set(whole.held())
    assert set(partial.failed()) <= set(whole.failed())
    assert bool(partial.needed) is (partial.outcome == UNDETERMINED)


@given(
    r1=st.integers(0, 2000), r3=st.integers(0, 3000), rd=st.integers(0, 300), staff=st.integers(1, 40),
    researchers=st.integers(0, 40), patents=st.integers(0, 60), software=st.booleans(), s5=st.booleans(),
    core=st.integers(45, 55), day=st.sampled_from(DAYS[:2]),
)  # fmt: skip
def test_star_attributes_are_those_of_the_second_reading(
    r1: int,
    r3: int,
    rd: int,
    staff: int,
    researchers: int,
    patents: int,
    software: bool,
    s5: bool,
    core: int,
    day: date,
) -> None:
    researchers = min(researchers, staff)
    told: dict[str, Any] = {
        "revenue_y1_cny": r1 * MILLION,
        "revenue_y2_cny": r1 * MILLION,
        "revenue_y3_cny": r3 * MILLION,
        "rd_expense_y1_cny": rd * MILLION,
        "rd_expense_y2_cny": 0,
        "rd_expense_y3_cny": 0,
        "rd_staff": researchers,
        "staff_total": staff,
        "core_industrialised_invention_patents": patents,
        "software_firm": software,
        "listing_set": "S5" if s5 else "S4",
        "exceptions": [],
        "core_technology_invention_patents": core,
    }
    new = day >= date(2024, 4, 30)
    sum_, rights, growth = (80, 7, 125) if new else (60, 5, 120)
    revenue = 2 * r1 + r3
    ratio = revenue > 0 and rd * 100 >= revenue * (10 if software else 5)
    grown = r1 > 0 and r3 * 100**2 >= r1 * growth**2
    four = [
        ratio or (not software and rd >= sum_),
        researchers * 10 >= staff,
        software or patents >= rights,
        s5 or grown or r3 >= 300,
    ]
    answer = decide(StarAttributes, told, day)
    assert answer.outcome == ("pass" if all(four) else "pass_by_exception" if core >= 50 else "fail")
