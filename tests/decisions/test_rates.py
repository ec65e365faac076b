"""A quotient told as a rate."""

from __future__ import annotations

from decimal import Decimal

import pytest

from mulberry.decisions.run import decide
from mulberry.decisions.vocabulary import as_percent, ratio
from tests.decisions.subjects import AS_OF, Firm, giving


def test_a_quotient_of_like_things_is_told_in_per_cent() -> None:
    asked = giving(as_percent(ratio(Firm.experts, Firm.staff)))
    answer = decide(asked, {"experts": 1, "staff": 8, "listed": True}, AS_OF)
    assert answer.amounts["given"] == Decimal("0.125")
    assert asked.amounts[0].type.name == "percent"
    assert decide(asked, {"experts": 0, "staff": 0, "listed": True}, AS_OF).amounts["given"] is None
    assert decide(asked, {"staff": 8}, AS_OF).amounts["given"] is None


def test_a_third_keeps_its_digits() -> None:
    answer = decide(giving(as_percent(ratio(Firm.experts, Firm.staff))), {"experts": 1, "staff": 3}, AS_OF)
    assert str(answer.amounts["given"]).startswith("0.333333333333")


def test_a_sum_of_money_is_no_rate() -> None:
    with pytest.raises(TypeError, match="only a quotient of like things"):
        as_percent(Firm.capital)
