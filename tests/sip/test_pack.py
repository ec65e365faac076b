"""What holds for every instrument of the pack."""

from __future__ import annotations

from typing import Any

import pytest

from mulberry.decisions.declare import Decision
from mulberry.instrument import Instrument, Kind
from mulberry.pack.coverage import carrying, strays
from mulberry_sip import pack

DECISIONS: list[type[Decision[Any]]] = [i for i in pack.instruments if isinstance(i, type) and issubclass(i, Decision)]


@pytest.mark.parametrize("instrument", pack.instruments, ids=lambda instrument: instrument.id)
def test_an_instrument_names_a_system_sentences_and_law(instrument: Instrument) -> None:
    assert instrument.system in pack.systems
    assert set(instrument.clauses) <= set(pack.clauses)
    assert instrument.bases or instrument.kind is Kind.ACCOUNT


@pytest.mark.parametrize("decision", DECISIONS, ids=lambda decision: decision.id)
def test_every_requirement_amount_and_warning_cites_the_law(decision: type[Decision[Any]]) -> None:
    assert all(part.basis for part in decision.requirements)
    assert all(part.basis for part in decision.amounts)
    assert all(part.basis for part in decision.warnings)


def test_every_declared_fact_is_read_by_some_decision() -> None:
    read = {(fact.subject, name) for decision in DECISIONS for name, fact in decision.facts.items()}
    declared = {(fact.subject, name) for decision in DECISIONS for name, fact in decision.subject_type.facts().items()}
    assert declared <= read


def test_no_instrument_is_without_a_sentence() -> None:
    assert strays(pack) == ()


@pytest.mark.parametrize("sentence", ["4.1", "8.5", "13.1", "C.5", "C.6"])
def test_these_sentences_are_carried_out(sentence: str) -> None:
    assert carrying(pack, sentence)
