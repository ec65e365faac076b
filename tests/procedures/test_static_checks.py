"""The static checks over what is declared here: procedures, registers and accounts without a fault."""

from __future__ import annotations

from typing import Any

import pytest

from mulberry.accounts.check import findings as of_account
from mulberry.instrument import Instrument, Kind
from mulberry.procedures.check import findings as of_procedure
from mulberry.record.events import Machine
from mulberry.registers.check import findings as of_register
from mulberry_sip.m04_singapore.certification import Certification
from mulberry_sip.m04_singapore.data_exports import DataExports
from mulberry_sip.m04_singapore.export_counter import DataExportCounter
from mulberry_sip.m04_singapore.negative_list import DataNegativeList
from mulberry_sip.m04_singapore.security_assessment import SecurityAssessment
from mulberry_sip.m04_singapore.standard_contract import StandardContractFiling
from mulberry_sip.m08_talent.pension_case import PensionExtensionCase
from mulberry_sip.m08_talent.pension_ledger import PensionLedger
from mulberry_sip.programme.calendar_register import WorkingDayCalendar
from mulberry_sip.programme.licensing import LicenceCase

MACHINES: list[Any] = [
    LicenceCase,
    StandardContractFiling,
    SecurityAssessment,
    Certification,
    PensionExtensionCase,
    DataExports,
    DataNegativeList,
    WorkingDayCalendar,
    DataExportCounter,
    PensionLedger,
]
CHECKS: dict[Kind, Any] = {Kind.PROCEDURE: of_procedure, Kind.REGISTER: of_register, Kind.ACCOUNT: of_account}


@pytest.mark.parametrize("machine", MACHINES, ids=lambda machine: str(machine.id))
def test_nothing_is_wrong_with_it_and_it_is_instrument_and_machine(machine: Any) -> None:
    assert [finding.text.en for finding in CHECKS[machine.kind](machine) if finding.fault] == []
    instrument: Instrument = machine
    runs: Machine[Any] = machine
    assert isinstance(instrument, Instrument)
    assert runs.initial("1").id == "1"
    assert all(parameter.bases for parameter in instrument.parameters)
    assert instrument.bases


@pytest.mark.parametrize("machine", MACHINES, ids=lambda machine: str(machine.id))
def test_every_word_a_person_reads_has_both_languages(machine: Any) -> None:
    for act in machine.commands.values():
        told = act.to_json()
        assert told["title"]["zh"] != told["title"]["en"]
        for field in told["fields"].values():
            assert field["title"]["zh"]
            assert field["title"]["en"]
        for refusal in act.refusals():
            assert refusal.text.zh
            assert refusal.text.en
