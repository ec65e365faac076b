"""What the solver finds in a rule, and what it leaves alone."""

from __future__ import annotations

from datetime import date
from typing import Any

from mulberry.decisions import vocabulary as v
from mulberry.decisions.declare import Decision, coherent, first, require, route
from mulberry.decisions.solve.inquiry import Inquiry
from mulberry.decisions.solve.questions import findings
from mulberry.findings import Severity
from mulberry.law.text import t
from tests.decisions.subjects import ARTICLE, AS_OF, STEPPED, UNSETTLED, WORDS, Firm, declared, requiring


def told(decision: type[Decision[Any]], as_of: date = AS_OF) -> list[tuple[str, str]]:
    return [(finding.code, finding.place) for finding in findings(decision, as_of)]


def test_a_sound_rule_is_left_alone() -> None:
    assert told(requiring(Firm.staff >= 10, Firm.clean, v.share(Firm.experts, Firm.staff) > 0)) == []


def test_requirements_that_exclude_each_other_leave_nobody() -> None:
    rule = requiring(Firm.staff >= 10, Firm.staff - Firm.experts <= 3, Firm.experts < 5)
    assert ("no-such-outcome", "yes") in told(rule)


def test_a_requirement_that_the_others_imply_never_decides() -> None:
    assert told(requiring(Firm.staff >= 10, Firm.staff >= 8)) == [("never-decides", "r1")]


def test_declared_ranges_are_what_is_assumed() -> None:
    assert told(requiring(Firm.staff + Firm.experts <= 80)) == [("no-such-outcome", "no"), ("never-decides", "r0")]
    assert told(requiring(Firm.staff + Firm.experts <= 79)) == []


def test_conditions_on_facts_that_make_sense_are_assumed() -> None:
    held = coherent(Firm.experts <= Firm.staff, Firm.experts, t("过多", "too many"))
    rule = requiring(v.implies(Firm.staff == 0, Firm.experts == 0))
    assert told(rule) == []
    assert ("no-such-outcome", "no") in told(requiring(v.implies(Firm.staff == 0, Firm.experts == 0), held=held))


def test_a_route_behind_one_that_covers_it_is_never_taken() -> None:
    rule = declared(
        small=require(Firm.staff < 20, WORDS, ARTICLE),
        result=first(
            route("a", t("甲", "A"), Firm.staff < 30),
            route("b", t("乙", "B"), Firm.clean),
            route("a", t("甲", "A"), Firm.staff < 20),
            otherwise=("c", t("丙", "C")),
        ),
    )
    assert told(rule) == [("route-never-taken", "a")]


def test_a_former_rule_is_no_dead_rule() -> None:
    before = date(2020, 1, 1) > v.LAW_DAY
    rule = declared(
        asked=require(Firm.clean, WORDS, ARTICLE),
        result=first(route("former", WORDS, before & Firm.clean), otherwise=("now", t("今", "Now"))),
    )
    assert told(rule) == []


def test_a_missing_parameter_may_be_anything() -> None:
    assert told(requiring(Firm.staff >= UNSETTLED)) == []
    assert told(requiring(Firm.staff >= STEPPED)) == []


def test_lists_are_looked_at_up_to_three_records() -> None:
    assert told(requiring(v.count_in(Firm.members, lambda m: m.domestic, unit="") >= 3)) == []
    rule = requiring(v.count_in(Firm.members, lambda m: m.domestic, unit="") >= 4)
    assert "at most three records" in findings(rule, AS_OF)[0].text.en


def test_what_is_not_put_to_the_solver_is_told_as_not_settled() -> None:
    rule = requiring(v.next_working(Firm.founded_on) > Firm.audited_on)
    assert {finding.code for finding in findings(rule, AS_OF)} == {"not-settled"}
    assert {finding.severity for finding in findings(rule, AS_OF)} == {Severity.DOUBT}


def test_a_subject_that_is_found_has_been_decided_by_the_rule() -> None:
    rule = requiring(Firm.staff * 3 >= 100, Firm.tags.has("red"), Firm.size == "large", Firm.founded_on < v.AS_OF)
    inquiry = Inquiry(rule, AS_OF)
    found = inquiry.found(inquiry.holds(rule.routes.ordered[0].when), lambda answer: answer.outcome == "yes")
    assert found is not None
    assert found.outcome == "yes"
    assert found.facts["staff"] >= 34
