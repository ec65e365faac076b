"""Static findings: what is wrong with a rule before anybody asks it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from mulberry.decisions import vocabulary as v
from mulberry.decisions.check import findings, unread
from mulberry.decisions.declare import amount, first, require, route
from mulberry.findings import Severity
from mulberry.law.basis import Law
from mulberry.law.text import t
from tests.decisions.subjects import ARTICLE, LEAST_STAFF, RATE, WORDS, Firm, declared, requiring


def found(asked: Any, code: str) -> list[tuple[str, Severity]]:
    return [(finding.place, finding.severity) for finding in findings(asked) if finding.code == code]


def test_a_sound_decision_has_no_findings() -> None:
    assert findings(requiring(Firm.staff >= LEAST_STAFF, v.share(Firm.experts, Firm.staff) >= RATE, Firm.listed)) == []


def test_a_number_that_decides_must_be_a_parameter() -> None:
    assert found(requiring(Firm.staff >= 10), "uncited-number") == [("r0", Severity.FAULT)]
    assert found(requiring(v.share(Firm.experts, Firm.staff) >= Decimal("0.1")), "uncited-number") == [
        ("r0", Severity.FAULT)
    ]
    assert found(requiring(v.count_in(Firm.members, lambda m: m.persons > 7) >= 1), "uncited-number") == [
        ("r0", Severity.FAULT)
    ]


def test_none_one_and_listed_numbers_are_no_thresholds() -> None:
    assert found(requiring(Firm.staff >= 1, Firm.experts > 0), "uncited-number") == []
    assert found(requiring(v.among(Firm.staff, 50, 55)), "uncited-number") == [("r0", Severity.DOUBT)] * 2


def test_what_a_table_gives_rests_on_the_basis_of_its_part() -> None:
    points = v.score(Firm.size, {"small": 5, "middle": 10, "large": 15})
    asked = declared(
        enough=require(points >= LEAST_STAFF, WORDS, ARTICLE), points=amount(points, t("分", "Points"), ARTICLE)
    )
    assert findings(asked) == []


def test_a_condition_that_the_bounds_of_its_facts_settle_is_found() -> None:
    assert found(requiring(Firm.staff >= 0), "settled-already") == [("r0", Severity.FAULT)]
    assert found(requiring(Firm.foreign_share > 1), "settled-already") == [("r0", Severity.FAULT)]
    assert found(requiring(Firm.staff + Firm.experts <= 80), "settled-already") == [("r0", Severity.FAULT)]
    assert found(requiring(Firm.staff + Firm.experts <= 79), "settled-already") == []
    assert found(requiring(Firm.result >= 0), "settled-already") == []


def test_a_law_in_force_is_no_dead_condition_but_two_constant_days_are() -> None:
    law = Law("l", t("法", "Law"), since=date(2020, 1, 1))
    assert found(requiring(v.in_force(law)), "settled-already") == []
    assert found(requiring(v.value(LEAST_STAFF) >= LEAST_STAFF, Firm.listed), "settled-already") == []


def test_a_requirement_on_which_no_outcome_depends_is_found() -> None:
    result = first(route("a", t("甲", "A"), Firm.listed), otherwise=("b", t("乙", "B")))
    assert found(requiring(Firm.clean, result=result), "idle-requirement") == [("r0", Severity.FAULT)]


def test_a_route_behind_one_that_always_holds_is_found() -> None:
    condition = Firm.staff >= LEAST_STAFF
    result = first(
        route("a", t("甲", "A"), condition), route("b", t("乙", "B"), condition), otherwise=("c", t("丙", "C"))
    )
    asked = requiring(condition, result=result)
    assert found(asked, "unreachable-route") == [("b", Severity.FAULT)]


def test_whole_division_of_what_may_be_negative_is_doubted() -> None:
    assert found(
        declared(a=amount(Firm.result // 2, WORDS, ARTICLE), r=require(Firm.listed, WORDS, ARTICLE)),
        "negative-division",
    ) == [("", Severity.DOUBT)]
    assert found(requiring(v.greatest(0, Firm.result) // 2 >= LEAST_STAFF), "negative-division") == []


def test_facts_that_no_decision_reads_are_told() -> None:
    places = {finding.place for finding in unread(Firm, [requiring(Firm.listed, Firm.staff >= LEAST_STAFF)])}
    assert {"clean", "members"} <= places
    assert not {"listed", "staff"} & places


def test_a_finding_is_said_in_both_languages() -> None:
    (finding,) = findings(requiring(Firm.staff >= 10))
    told = finding.to_json()
    assert told["code"] == "uncited-number"
    assert told["severity"] == "fault"
    assert "10" in told["zh"] and "10" in told["en"]
    assert finding.fault
