"""Facts that contradict each other are refused before anything is decided."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mulberry.decisions.declare import Decision, coherent, require
from mulberry.decisions.facts import Subject, integer
from mulberry.decisions.run import UNDETERMINED, decide
from mulberry.decisions.vocabulary import in_force
from mulberry.errors import Invalid
from mulberry.law.basis import Law
from mulberry.law.text import t
from tests.decisions.subjects import ARTICLE, AS_OF, WORDS, Firm, declared

MORE = t("不能多于职工（staff）", "cannot be more than staff (staff)")
LATER = Law("later", t("后法", "A later law"), since=date(2026, 1, 1))


class Office(Subject, kind="office"):
    """Facts of which one is a part of the other, said once beside them."""

    staff = integer(t("职工", "Staff"))
    experts = integer(t("专家", "Experts"))
    desks = integer(t("工位", "Desks"))
    experts_within_staff = coherent(experts <= staff, experts, MORE)


def about(*conditions: Any, **more: Any) -> type[Decision[Any]]:
    required = {f"r{place}": require(condition, WORDS, ARTICLE) for place, condition in enumerate(conditions)}
    return declared(about=Office, **required, **more)


def test_facts_that_contradict_each_other_are_refused_by_name() -> None:
    with pytest.raises(Invalid) as refused:
        decide(about(Office.experts > 1, Office.staff > 1), {"staff": 3, "experts": 4}, AS_OF)
    assert refused.value.field == "experts"
    assert refused.value.text.en == "Experts (experts): cannot be more than staff (staff)."
    assert refused.value.text.zh == "专家（experts）：不能多于职工（staff）。"


@pytest.mark.parametrize("facts", [{"staff": 3, "experts": 3}, {"staff": 3}, {"experts": 4}, {}])
def test_what_is_equal_or_unknown_contradicts_nothing(facts: dict[str, int]) -> None:
    decide(about(Office.experts > 1, Office.staff > 1), facts, AS_OF)


def test_a_condition_on_facts_of_which_one_is_not_read_is_not_asked() -> None:
    asked = about(Office.experts > 1)
    assert asked.coherences == ()
    assert decide(asked, {"staff": 3, "experts": 4}, AS_OF).outcome == "yes"


def test_a_condition_of_one_decision_may_rest_on_the_law_of_the_day() -> None:
    own = coherent(~in_force(LATER) | (Office.desks > 0), Office.desks, t("须有工位", "needs a desk"))
    asked = about(Office.desks < 9, own=own)
    assert decide(asked, {"desks": 0}, date(2025, 12, 31)).outcome == "yes"
    with pytest.raises(Invalid, match="needs a desk"):
        decide(asked, {"desks": 0}, date(2026, 1, 1))


def test_a_condition_on_facts_that_no_rule_reads_is_refused_at_declaration() -> None:
    with pytest.raises(TypeError, match="compares desks"):
        about(Office.staff > 1, own=coherent(Office.desks > 0, Office.desks, MORE))


def test_it_changes_no_answer_of_facts_that_make_sense() -> None:
    plain = declared(asked=require(Firm.staff > 3, WORDS, ARTICLE))
    held = declared(asked=require(Firm.staff > 3, WORDS, ARTICLE), own=coherent(Firm.staff < 30, Firm.staff, MORE))
    for staff in (None, 3, 4):
        given = {} if staff is None else {"staff": staff}
        assert decide(plain, given, AS_OF).to_json() == decide(held, given, AS_OF).to_json()
    assert decide(held, {}, AS_OF).outcome == UNDETERMINED
