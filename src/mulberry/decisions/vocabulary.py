"""The words a rule may be written with, besides the operators of an expression: one door to all of them."""

from __future__ import annotations

from mulberry.decisions.choosing import (
    among,
    bands,
    chosen,
    contains,
    is_empty,
    members_where,
    only_if,
    score,
    size,
)
from mulberry.decisions.dated import LAW_DAY, at, established, in_force, value
from mulberry.decisions.expression import AS_OF, all_of, any_of, between, greatest, implies, ite, least
from mulberry.decisions.lists import Item, all_in, any_in, count_in, sum_in
from mulberry.decisions.shares import Growth, Share, as_money, growth, ratio, rounded, share
from mulberry.decisions.times import (
    add_days,
    add_hours,
    add_months,
    add_working_days,
    add_years,
    completed_months,
    completed_years,
    day_of,
    days_from,
    month,
    months_from,
    next_working,
    working_days_from,
    year,
)

# fmt: off
__all__ = [
    "AS_OF",
    "LAW_DAY",
    "Growth",
    "Item",
    "Share",
    "add_days",
    "add_hours",
    "add_months",
    "add_working_days",
    "add_years",
    "all_in",
    "all_of",
    "among",
    "any_in",
    "any_of",
    "as_money",
    "at",
    "bands",
    "between",
    "chosen",
    "completed_months",
    "completed_years",
    "contains",
    "count_in",
    "day_of",
    "days_from",
    "established",
    "greatest",
    "growth",
    "implies",
    "in_force",
    "is_empty",
    "ite",
    "least",
    "members_where",
    "month",
    "months_from",
    "next_working",
    "only_if",
    "ratio",
    "rounded",
    "score",
    "share",
    "size",
    "sum_in",
    "value",
    "working_days_from",
    "year",
]
# fmt: on
