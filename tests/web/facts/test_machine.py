"""The register of facts as a machine: what is stated, forgotten, refused."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mulberry.errors import Invalid, Refused
from mulberry.law.calendar_years import CHINA
from mulberry.record.events import Actor, Command, Context, fold
from mulberry_web.facts.machine import ID, SubjectFacts, SubjectState
from tests.web.small.pack import Firm, Worker

NOW = datetime.fromisoformat("2026-03-02T09:00:00")
KINDS = {"enterprise": Firm.facts(), "person": Worker.facts()}
MACHINE = SubjectFacts(lambda kind: KINDS.get(kind, {}))
CONTEXT = Context(CHINA)


def command(act: str, role: str = "owner", **fields: Any) -> Command:
    return Command(ID, act, {"subject": "S", **fields}, Actor(role, "somebody"), NOW)


def after(*commands: Command) -> SubjectState:
    state = MACHINE.initial("S")
    for one in commands:
        for event in MACHINE.decide(state, one, CONTEXT).events:
            state = MACHINE.evolve(state, event)
    return state


def stated(**facts: Any) -> Command:
    return command("state", kind="enterprise", facts=facts)


def test_the_first_statement_creates_the_subject() -> None:
    state = after(stated(staff=12))
    assert (state.kind, state.values) == ("enterprise", {"staff": 12})


def test_a_fact_keeps_its_source_and_its_day() -> None:
    state = after(command("state", kind="enterprise", source="年报", as_of="2025-12-31", facts={"staff": 12}))
    known = state.facts["staff"]
    assert (known.value, known.source, known.as_of, known.stated_at) == (12, "年报", date(2025, 12, 31), NOW)


def test_none_makes_a_fact_unknown_again() -> None:
    assert after(stated(staff=12, green=True), stated(staff=None)).values == {"green": True}


def test_saying_the_same_again_adds_nothing_to_the_record() -> None:
    once = stated(staff=12)
    assert MACHINE.decide(after(once), once, CONTEXT).events == []


def test_a_fact_about_a_person_is_kept_apart_from_what_is_sealed() -> None:
    told = MACHINE.decide(MACHINE.initial("S"), command("state", kind="person", facts={"foreign": True}), CONTEXT)
    event = told.events[-1]
    assert "foreign" in event.personal and "facts" not in event.data


def test_the_name_of_a_person_is_personal() -> None:
    (event,) = MACHINE.decide(MACHINE.initial("S"), command("open", kind="person", name="Ada"), CONTEXT).events
    assert event.personal == {"name": "Ada"} and "Ada" not in str(event.data)


def test_what_has_been_erased_is_unknown() -> None:
    from dataclasses import replace

    told = MACHINE.decide(MACHINE.initial("S"), command("state", kind="person", facts={"foreign": True}), CONTEXT)
    assert fold(MACHINE, "S", [replace(event, personal={}) for event in told.events]).values == {}


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"kind": "enterprise", "facts": {"staff": -1}}, "staff"),
        ({"kind": "enterprise", "facts": {"staff": "many"}}, "staff"),
        ({"kind": "enterprise", "facts": {"foreign": True}}, "foreign"),
        ({"kind": "enterprise", "facts": ["staff"]}, "facts"),
        ({"kind": "moon", "facts": {}}, "kind"),
        ({"kind": "enterprise", "as_of": "2026-03-03", "facts": {"staff": 1}}, "as_of"),
        ({"kind": "enterprise", "colour": "red", "facts": {}}, "colour"),
    ],
)
def test_what_makes_no_sense_is_told_by_the_name_of_its_field(fields: dict[str, Any], field: str) -> None:
    with pytest.raises(Invalid) as told:
        after(command("state", **fields))
    assert told.value.field == field


def test_facts_of_a_subject_that_nobody_created_are_refused() -> None:
    with pytest.raises(Refused) as told:
        after(command("state", facts={"staff": 1}))
    assert told.value.code == "not_opened"


def test_a_subject_is_created_once() -> None:
    with pytest.raises(Refused) as told:
        after(stated(staff=1), command("open", kind="enterprise"))
    assert told.value.code == "already_opened"


def test_nobody_but_the_subject_itself_states_facts() -> None:
    with pytest.raises(Refused) as told:
        after(command("state", role="officer", kind="enterprise", facts={"staff": 1}))
    assert told.value.code == "not_competent"


STATEMENTS = st.fixed_dictionaries(
    {},
    optional={
        "staff": st.none() | st.integers(0, 10**6),
        "green": st.none() | st.booleans(),
        "sector": st.none() | st.sampled_from(["silk", "tea"]),
        "turnover": st.none() | st.decimals(0, 10**9, places=2, allow_nan=False),
    },
)


@given(statements=st.lists(STATEMENTS, max_size=6))
def test_the_last_word_on_every_fact_holds(statements: list[dict[str, Any]]) -> None:
    last: dict[str, Any] = {}
    for one in statements:
        last |= one
    state = after(*(stated(**one) for one in statements))
    expected = {name: Firm.facts()[name].read(value) for name, value in last.items() if value is not None}
    assert {name: Firm.facts()[name].read(value) for name, value in state.values.items()} == expected
