"""A claim to reach figures of the law that nobody has established yet."""

from __future__ import annotations

from datetime import date

import pytest

from mulberry.decisions import vocabulary as v
from mulberry.decisions.run import decide
from tests.decisions.subjects import AS_OF, RATE, UNSETTLED, Firm, requiring

CLAIM = requiring(Firm.listed & v.established(RATE, UNSETTLED))


def test_a_claim_stays_open_while_a_figure_is_missing_and_asks_for_the_figure() -> None:
    answer = decide(CLAIM, {"listed": True}, AS_OF)
    assert (answer.outcome, answer.needed) == ("undetermined", (f"param:{UNSETTLED.key}",))


def test_what_is_not_claimed_is_answered_all_the_same() -> None:
    assert decide(CLAIM, {"listed": False}, AS_OF).outcome == "no"


@pytest.mark.parametrize("listed", [True, False])
def test_with_the_figure_set_the_claim_alone_decides(listed: bool) -> None:
    answer = decide(CLAIM, {"listed": listed}, AS_OF, {UNSETTLED.key: 3})
    assert answer.outcome == ("yes" if listed else "no")


def test_established_figures_ask_nothing() -> None:
    asked = requiring(Firm.listed & v.established(RATE))
    assert decide(asked, {"listed": True}, date(2026, 11, 21)).outcome == "yes"
