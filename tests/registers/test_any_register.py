"""Whatever people do in whatever order, a register stays what it says; and what was erased leaves it whole."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mulberry.record.events import LAW, fold
from mulberry.registers import Entry, Register
from mulberry.registers.check import moves
from mulberry_sip.m04_singapore.data_exports import DataExports
from mulberry_sip.m04_singapore.negative_list import DataNegativeList
from mulberry_sip.m08_talent.pension_case import PensionExtensionCase
from mulberry_sip.m08_talent.pension_ledger import PensionLedger
from tests.procedures.random_people import course, history
from tests.procedures.scenarios import Office

REGISTERS: list[type[Register]] = [DataExports, DataNegativeList]


@pytest.mark.parametrize("register", REGISTERS, ids=lambda register: str(register.id))
@settings(max_examples=100, deadline=None)
@given(data=st.data())
def test_every_move_is_one_that_the_register_allows(register: type[Register], data: Any) -> None:
    allowed = moves(register)
    for programme in course(register, register.commands, {"id": "X1"}, data):
        events = history(programme, register, "X1")
        if not events:
            continue
        entry: Entry = programme.streams[register.id, "X1"].state
        assert programme.replayed()[register.id, "X1"] == entry
        state = ""
        for event in events:
            to = str(event.data.get("to", state))
            assert to == state or (state, to) in allowed
            assert event.by == LAW or event.by.role in {role.id for role in register.commands[event.type].roles}
            state = to
        assert entry.state == state


def test_what_was_erased_leaves_the_rest_readable() -> None:
    case = Office(PensionExtensionCase)
    asked = {"person": "P1", "listing_proof": "L", "work_permit": "W", "person_consents": True}
    case.do("2026-03-02", "applicant", "submit", id="E1", **asked)
    ledger = Office(PensionLedger)
    ledger.do("2027-05-20", "officer", "open", person="P1", opening_months=0, required_months=9, starts_month="2027-06")
    paid = {"base_cny": 8000, "employer_cny": 1280, "employee_cny": 640, "work_permit_valid": True}
    ledger.do("2027-06-15", "applicant", "issue", person="P1", month="2027-06", **paid)
    for office, key in ((case, "E1"), (ledger, "P1")):
        kept = [replace(event, personal={}) for event in office.programme.events(office.machine.id, key)]
        state = fold(office.machine, key, kept)
        assert state.state == office.programme.streams[office.machine.id, key].state.state
        now = kept[-1].at
        view = "case" if office is case else "balance"
        assert office.machine.view(state, view, {}, now, office.programme.context)["state"]
