"""The law of the right day: parameters by date, looked up on another day, set for one answer, missing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from mulberry.decisions import vocabulary as v
from mulberry.decisions.declare import amount, require
from mulberry.decisions.run import decide
from mulberry.errors import Invalid
from mulberry.law.basis import Law
from mulberry.law.parameters import parameter
from mulberry.law.text import t
from tests.decisions.subjects import ARTICLE, AS_OF, RATE, STEPPED, UNSETTLED, WORDS, Firm, declared, requiring

ENOUGH = Firm.staff >= STEPPED
"""5 until 2019, 15 until 2024, not established since."""


@pytest.mark.parametrize(
    ("day", "staff", "outcome"),
    [
        ("2019-12-31", 5, "yes"),
        ("2020-01-01", 5, "no"),
        ("2024-12-31", 15, "yes"),
        ("2025-01-01", 15, "undetermined"),
    ],
)
def test_the_version_of_the_day_decides(day: str, staff: int, outcome: str) -> None:
    assert decide(requiring(ENOUGH), {"staff": staff}, date.fromisoformat(day)).outcome == outcome


def test_a_missing_version_is_needed_and_nothing_else() -> None:
    assert decide(requiring(ENOUGH), {"staff": 15}, AS_OF).needed == ("param:stepped",)


def test_what_nobody_compared_with_the_official_text_says_so() -> None:
    assert decide(requiring(ENOUGH), {"staff": 5}, date(2019, 1, 1)).unconfirmed == ()
    assert decide(requiring(ENOUGH), {"staff": 5}, date(2021, 1, 1)).unconfirmed == ("param:stepped",)


def test_a_value_may_be_set_for_one_answer_and_is_told_as_assumed() -> None:
    asked = requiring(ENOUGH)
    answer = decide(asked, {"staff": 15}, AS_OF, {"stepped": 16})
    assert (answer.outcome, answer.unconfirmed) == ("no", ())
    assert answer.to_json()["parameters"][0] | {"value": 16, "standing": "assumed"} == answer.to_json()["parameters"][0]
    assert decide(asked, {"staff": 15}, AS_OF).outcome == "undetermined"


@pytest.mark.parametrize("given", [0.5, "much", -3, True, [1]])
def test_a_value_set_for_one_answer_must_make_sense(given: Any) -> None:
    with pytest.raises(Invalid) as refused:
        decide(requiring(ENOUGH), {"staff": 15}, AS_OF, {"stepped": given})
    assert refused.value.field == "stepped"


def test_a_parameter_that_the_decision_does_not_read_is_refused() -> None:
    with pytest.raises(Invalid, match="did you mean “stepped”"):
        decide(requiring(ENOUGH), {}, AS_OF, {"steped": 3})


def test_an_assumed_rate_is_exact() -> None:
    asked = requiring(v.share(Firm.experts, Firm.staff) >= RATE)
    assert decide(asked, {"experts": 1, "staff": 40}, AS_OF, {"rate": Decimal("0.025")}).outcome == "yes"
    assert decide(asked, {"experts": 1, "staff": 40}, AS_OF, {"rate": "0.025000000001"}).outcome == "no"


# ------------------------------------------------------------------ the law of another day


def test_a_fact_may_pick_the_law() -> None:
    asked = requiring(ENOUGH, dated_by=Firm.founded_on)
    answer = decide(asked, {"staff": 10, "founded_on": "2019-06-01"}, AS_OF)
    assert (answer.outcome, answer.law_day, answer.as_of) == ("yes", date(2019, 6, 1), AS_OF)
    assert decide(asked, {"staff": 10, "founded_on": "2020-06-01"}, AS_OF).outcome == "no"
    assert decide(asked, {"staff": 10}, AS_OF).needed == ("param:stepped",)  # the law of the as-of date


def test_the_day_that_picks_the_law_does_not_move_the_day_of_the_facts() -> None:
    asked = declared(
        dated_by=Firm.founded_on,
        enough=require(ENOUGH, WORDS, ARTICLE),
        age=amount(v.completed_years(Firm.founded_on, v.AS_OF), WORDS, ARTICLE),
    )
    assert decide(asked, {"staff": 10, "founded_on": "2019-06-01"}, AS_OF).amounts == {"age": 7}


def test_a_parameter_is_looked_up_on_a_day_of_the_facts() -> None:
    asked = declared(
        enough=require(Firm.staff >= v.at(STEPPED, Firm.founded_on), WORDS, ARTICLE),
        least=amount(v.at(STEPPED, Firm.founded_on), WORDS, ARTICLE),
    )
    answer = decide(asked, {"staff": 10, "founded_on": "2019-06-01"}, AS_OF)
    assert (answer.outcome, answer.amounts) == ("yes", {"least": 5})
    assert [(key, version and version.value) for key, version in answer.versions.items()] == [("stepped@2019-06-01", 5)]
    assert decide(asked, {"staff": 10, "founded_on": "2020-06-01"}, AS_OF).unconfirmed == ("param:stepped",)
    assert decide(asked, {"staff": 10}, AS_OF).needed == ("founded_on",)
    assert decide(asked, {"staff": 10, "founded_on": "2025-06-01"}, AS_OF).needed == ("param:stepped",)


def test_a_law_is_in_force_from_its_first_to_its_last_day() -> None:
    old = Law("old", t("旧法", "Old law"), since=date(2020, 1, 1), until=date(2024, 12, 31))
    asked = requiring(v.in_force(old))
    days = {date(2019, 12, 31): "no", date(2020, 1, 1): "yes", date(2024, 12, 31): "yes", date(2025, 1, 1): "no"}
    assert {day: decide(asked, {}, day).outcome for day in days} == days
    by_fact = requiring(v.in_force(old), Firm.listed, dated_by=Firm.founded_on)
    assert decide(by_fact, {"founded_on": "2021-05-05", "listed": True}, AS_OF).outcome == "yes"


def test_a_choice_among_ways_of_the_law_may_be_a_parameter() -> None:
    way = parameter("way", t("方式", "Way"), (None, None, None, ARTICLE, "missing"), type="enum")
    asked = requiring(v.value(way) == "all_courts", Firm.listed)
    assert decide(asked, {"listed": True}, AS_OF).needed == ("param:way",)
    assert decide(asked, {"listed": True}, AS_OF, {"way": "all_courts"}).outcome == "yes"
    assert decide(asked, {"listed": True}, AS_OF, {"way": "one_court"}).outcome == "no"
    assert v.value(UNSETTLED).type.name == "int"


def test_the_day_asked_for_must_lie_in_the_calendar() -> None:
    with pytest.raises(Invalid) as refused:
        decide(requiring(ENOUGH), {"staff": 3}, date(1900, 1, 1))
    assert refused.value.field == "as_of"
