"""What an answer tells, and in which shape."""

from __future__ import annotations

import json
from decimal import Decimal

from mulberry import jsontext
from mulberry.decisions import vocabulary as v
from mulberry.decisions.declare import amount, finding, require, warn
from mulberry.decisions.run import decide
from mulberry.law.text import t
from tests.decisions.subjects import ARTICLE, AS_OF, LEAST_STAFF, RATE, UNSETTLED, WORDS, Firm, declared

GRANT = declared(
    id="grant",
    enough=require(Firm.staff >= LEAST_STAFF, t("人数足够", "Enough staff"), ARTICLE, clause="0.1.2"),
    clean=require(Firm.clean, t("无违法", "Clean record"), ARTICLE),
    exempt=finding(Firm.in_zone, t("免予公示", "Exempt from publication"), ARTICLE),
    sum=amount(Firm.capital * RATE, t("金额", "Sum"), ARTICLE),
    until=amount(v.add_years(Firm.founded_on, 1), t("截止", "Until"), ARTICLE),
    stale=warn(Firm.audited_on < Firm.founded_on, t("审计过期", "The audit is stale"), ARTICLE),
)
FACTS = {
    "staff": 12,
    "clean": True,
    "capital": "1000.20",
    "founded_on": "2026-02-28",
    "audited_on": "2025-01-01",
    "tags": ["red"],
}


def test_the_json_has_the_agreed_shape() -> None:
    told = decide(GRANT, FACTS, AS_OF).to_json()
    assert told["instrument"] == "grant"
    assert (told["as_of"], told["law_day"]) == ("2026-11-21", "2026-11-21")
    assert (told["outcome"], told["determined"]) == ("yes", True)
    assert told["outcome_text"] == {"zh": "是", "en": "Yes"}
    assert told["amounts"]["sum"] == {"value": Decimal("50.01"), "unit": "CNY"}
    assert told["needed"] == []
    assert told["unconfirmed"] == ["param:least_staff", "param:rate"]
    assert told["warnings"] == [{"id": "stale", "zh": "审计过期", "en": "The audit is stale"}]
    assert told["reasons"][0] == {
        "id": "enough",
        "holds": True,
        "zh": "人数足够",
        "en": "Enough staff",
        "decides": True,
        "clause": "0.1.2",
        "basis": [ARTICLE.to_json()],
        "read": {"staff": 12},
    }
    assert [(reason["id"], reason["holds"], reason["clause"]) for reason in told["reasons"][1:]] == [
        ("clean", True, "0.1"),
        ("exempt", None, "0.1"),
    ]


def test_the_json_is_written_exactly_and_read_back() -> None:
    text = jsontext.dumps(decide(GRANT, FACTS, AS_OF).to_json())
    told = json.loads(text)
    assert told["amounts"] == {"sum": {"value": 50.01, "unit": "CNY"}, "until": {"value": "2027-02-28", "unit": ""}}
    assert "人数足够" in text


def test_an_undetermined_answer_says_so_in_words() -> None:
    told = decide(GRANT, {}, AS_OF).to_json()
    assert (told["outcome"], told["determined"]) == ("undetermined", False)
    assert told["outcome_text"] == {"zh": "尚不能判定", "en": "Undetermined"}
    assert told["needed"] == ["staff", "clean"]
    assert told["amounts"]["sum"]["value"] is None
    assert told["warnings"] == []


def test_a_finding_decides_nothing() -> None:
    answer = decide(GRANT, {**FACTS, "in_zone": False}, AS_OF)
    assert (answer.outcome, answer.failed(), answer.held()) == ("yes", ["exempt"], ["enough", "clean"])


def test_every_parameter_tells_its_version_and_basis() -> None:
    told = {one["key"]: one for one in decide(GRANT, FACTS, AS_OF).to_json()["parameters"]}
    assert told["least_staff"]["value"] == 10
    assert told["least_staff"]["standing"] == "unconfirmed"
    assert told["least_staff"]["since"] == "2000-01-01"
    assert told["rate"]["basis"] == ARTICLE.to_json()


def test_a_missing_parameter_is_told_as_missing() -> None:
    asked = declared(enough=require(Firm.staff >= UNSETTLED, WORDS, ARTICLE))
    told = decide(asked, {"staff": 3}, AS_OF).to_json()["parameters"]
    assert [(one["key"], one["value"], one["standing"]) for one in told] == [("unsettled", None, "missing")]


def test_a_decision_is_an_instrument_with_all_it_rests_on() -> None:
    from mulberry.instrument import Instrument

    asked: object = GRANT
    assert isinstance(asked, Instrument)
    assert (GRANT.id, GRANT.kind.value, GRANT.subject) == ("grant", "decision", "enterprise")
    assert GRANT.parameters == (LEAST_STAFF, RATE)
    assert GRANT.bases == (ARTICLE,)
    assert set(GRANT.facts) == {"staff", "clean", "in_zone", "capital", "founded_on", "audited_on"}


def test_facts_of_the_subject_that_the_decision_does_not_read_are_checked_and_left_out() -> None:
    assert "tags" not in decide(GRANT, FACTS, AS_OF).facts
