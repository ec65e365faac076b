"""A route that is itself a choice between conditions."""

from __future__ import annotations

from typing import Any

import pytest

from mulberry.decisions.declare import first, require, route
from mulberry.decisions.run import decide
from mulberry.decisions.vocabulary import ite
from mulberry.law.text import t
from tests.decisions.subjects import ARTICLE, AS_OF, WORDS, Firm, declared

CHOSEN = declared(
    told=require(Firm.clean, WORDS, ARTICLE),
    result=first(
        route("yes", t("是", "Yes"), ite(Firm.listed, (Firm.staff > 3) | (Firm.experts > 3), Firm.clean)),
        otherwise=("no", t("否", "No")),
    ),
)


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        ({"listed": True, "staff": 4, "experts": 0, "clean": False}, "yes"),
        ({"listed": True, "staff": 3, "experts": 3, "clean": True}, "no"),
        ({"listed": False, "staff": 9, "experts": 9, "clean": False}, "no"),
        ({"listed": False, "staff": 0, "experts": 0, "clean": True}, "yes"),
        ({"staff": 4, "clean": True}, "yes"),
        ({"staff": 4, "clean": False}, "undetermined"),
    ],
)
def test_two_outcomes_by_a_choice_of_conditions(facts: dict[str, Any], outcome: str) -> None:
    assert decide(CHOSEN, facts, AS_OF).outcome == outcome
