"""Whatever people do in whatever order, a case stays lawful. Random people, random commands, random days."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mulberry.law.calendar_years import CHINA
from mulberry.procedures import Procedure
from mulberry.procedures.case import Case
from mulberry.record.events import LAW, Context, Event
from mulberry_sip.m04_singapore.certification import Certification
from mulberry_sip.m04_singapore.security_assessment import SecurityAssessment
from mulberry_sip.m04_singapore.standard_contract import StandardContractFiling
from mulberry_sip.m08_talent.pension_case import PensionExtensionCase
from mulberry_sip.programme.licensing import LicenceCase
from tests.procedures.random_people import course, history

PROCEDURES: list[type[Procedure]] = [
    LicenceCase,
    StandardContractFiling,
    SecurityAssessment,
    Certification,
    PensionExtensionCase,
]


@pytest.mark.parametrize("procedure", PROCEDURES, ids=lambda procedure: str(procedure.id))
@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_state_is_the_replay_of_events_and_every_step_was_possible(procedure: type[Procedure], data: Any) -> None:
    for programme in course(procedure, procedure.commands, {"id": "K1"}, data):
        events = history(programme, procedure, "K1")
        if not events:
            continue
        case: Case = programme.streams[procedure.id, "K1"].state
        assert programme.replayed()[procedure.id, "K1"] == case
        assert case.state in procedure.states
        _check_course(procedure, events)
        _check_runs(procedure, case)
        json.dumps([[event.type, event.data, event.personal] for event in events], allow_nan=False)


def _check_course(procedure: type[Procedure], events: list[Event]) -> None:
    """Every event begins in a state that its step allows, was done by somebody competent, and not before the last."""
    state, before = "", None
    for event in events:
        if event.by == LAW:
            silence = procedure.silences[event.type]
            assert state in {each.name for each in silence.from_ or silence.clock.runs_in}
        else:
            step = procedure.commands[event.type]
            assert state in {each.name for each in step.from_} or (step.start and state == "")
            assert event.by.role in {role.id for role in step.roles}
        assert before is None or event.at >= before
        state, before = str(event.data["to"]), event.at


def _check_runs(procedure: type[Procedure], case: Case) -> None:
    """A clock is live exactly in its states, and a running clock's last day is not before its first."""
    assert case.last_at is not None
    for name, clock in procedure.clocks.items():
        reading = procedure.reading(case, name, case.last_at, Context(CHINA))
        if reading.word == "running":
            assert clock.runs(case.state)
        elif reading.word == "suspended":
            assert clock.pauses(case.state)
        else:
            assert not clock.runs(case.state) or clock.when or clock.until
        if reading.due and reading.started_on and not clock.until:
            assert reading.due >= reading.started_on


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_a_licence_case_never_breaks_the_licensing_law(data: Any) -> None:
    for programme in course(LicenceCase, LicenceCase.commands, {"id": "K1"}, data):
        events = history(programme, LicenceCase, "K1")
        names = [event.type for event in events]
        assert names.count("correct") <= 1
        assert names.count("extend") <= 1
        for at, event in enumerate(events):
            given_: Any = event.data.get("given", {})
            if event.type == "decide":
                assert {"accept", "deemed_accepted"} & set(names[:at])
                if given_["outcome"] == "refused":
                    assert given_["reason"]
                    assert given_["review_body"]
                    assert given_["review_days"] >= 60
            if event.type == "suspend":
                assert given_["notified_in_writing"] is True
        for silence in (event for event in events if event.by == LAW):
            assert silence.at.time().hour == 0
