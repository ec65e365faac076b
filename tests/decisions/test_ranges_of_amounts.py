"""An open choice behind an amount or a finding settles a comparison as well as one that is written out."""

from __future__ import annotations

from typing import Any

import pytest

from mulberry.decisions.declare import amount, require
from mulberry.decisions.run import decide
from mulberry.decisions.vocabulary import bands, chosen, greatest, share
from tests.decisions.subjects import ARTICLE, AS_OF, KINDS, WORDS, Firm, declared

STAFF = amount(bands(Firm.staff, (10, 20), (20, 40), below=0), WORDS, ARTICLE)
SHARE = amount(bands(share(Firm.experts, Firm.staff), (1, 30), below=0), WORDS, ARTICLE)
KIND = amount(chosen(KINDS, (Firm.listed, "small"), otherwise="large"), WORDS, ARTICLE)


@pytest.mark.parametrize(
    ("condition", "outcome"),
    [
        (STAFF + SHARE >= 0, "yes"),
        (STAFF + SHARE > 70, "no"),
        (greatest(STAFF, SHARE) <= 40, "yes"),
        (STAFF + SHARE >= 30, "undetermined"),
        (KIND != "middle", "yes"),
        (KIND == "middle", "no"),
        (KIND == "small", "undetermined"),
    ],
)
def test_points_that_cannot_change_the_answer_are_not_asked_for(condition: Any, outcome: str) -> None:
    points = {"staff_points": STAFF, "share_points": SHARE, "kind_given": KIND}
    asked = declared(asked=require(condition, WORDS, ARTICLE), **points)
    answer = decide(asked, {}, AS_OF)
    assert answer.outcome == outcome
    assert bool(answer.needed) is (outcome == "undetermined")
