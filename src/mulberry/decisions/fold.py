"""Conditions on the time since a day, turned into conditions on the day itself: exact, and no date is subtracted.

``days_from(founded_on, AS_OF) >= 365`` is ``founded_on <= the day 365 days before``: one comparison of two days.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from mulberry.decisions.expression import BOOL, DATE, Expr
from mulberry.decisions.operations import completed_months, completed_years
from mulberry.law.dates import FIRST_DAY, LAST_DAY

Known = Callable[[Expr], Any]
"""The value of a node that no fact changes; ``None`` where facts do, or where there is no value."""

MIRRORED = {"ge": "le", "le": "ge", "gt": "lt", "lt": "gt", "eq": "eq", "ne": "ne"}
COMPLETED = {"completed_months": (completed_months, 28, 31), "completed_years": (completed_years, 365, 366)}
"""How a completed time is measured, and the fewest and most days that one of it takes."""


def folded(node: Expr, known: Known) -> Expr | None:
    """A comparison of a time since, or until, a known day with a known number, as a comparison of two days."""
    if node.op not in MIRRORED:
        return None
    elapsed, bound = node.args
    if (count := known(bound)) is None or not isinstance(count, int) or isinstance(count, bool):
        return None
    if elapsed.op == "days_from":
        return _days(node.op, elapsed, count, known)
    if elapsed.op in COMPLETED and node.op not in {"eq", "ne"}:
        return _completed(node.op, elapsed, count, known)
    return None


def _days(op: str, elapsed: Expr, count: int, known: Known) -> Expr | None:
    start, end = elapsed.args
    if (last := known(end)) is not None:
        return _against(MIRRORED[op], start, last, -count)
    if (first := known(start)) is not None:
        return _against(op, end, first, count)
    return None


def _against(op: str, day: Expr, known_day: date, shift: int) -> Expr | None:
    try:
        edge = known_day + timedelta(days=shift)
    except OverflowError:
        return None
    return Expr(op, BOOL, (day, Expr("const", DATE, (), edge)))


def _completed(op: str, elapsed: Expr, count: int, known: Known) -> Expr | None:
    """At least n are completed on a day exactly where the start is not after the last day that still completes n."""
    since, on = elapsed.args
    if (last := known(on)) is None:
        return None
    least = count if op in {"ge", "lt"} else count + 1
    edge = _latest_start(elapsed.op, last, least)
    if edge is None:
        return None
    return Expr("le" if op in {"ge", "gt"} else "gt", BOOL, (since, Expr("const", DATE, (), edge)))


def _latest_start(op: str, on: date, least: int) -> date | None:
    """The latest day from which ``least`` are completed by a day, by halving: a later start never completes more."""
    measure, shortest, longest = COMPLETED[op]
    if (abs(least) + 2) * longest > (LAST_DAY - FIRST_DAY).days:
        return None
    # one more is completed at low, and one less at high, whichever side of the day the start lies on
    low = on - timedelta(days=max((least + 1) * longest, (least + 1) * shortest))
    high = on - timedelta(days=min((least - 1) * longest, (least - 1) * shortest) - longest)
    if low < FIRST_DAY or high > LAST_DAY:
        return None
    while (high - low).days > 1:
        middle = low + (high - low) // 2
        low, high = (middle, high) if measure(middle, on) >= least else (low, middle)
    return low
