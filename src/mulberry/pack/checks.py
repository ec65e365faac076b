"""The static checks of a pack: every kind's own, and what only shows across instruments."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from typing import Any, cast

from mulberry.accounts import check as accounts
from mulberry.decisions import check as decisions
from mulberry.findings import Finding
from mulberry.indicators import check as indicators
from mulberry.instrument import Instrument, Kind
from mulberry.law.text import t
from mulberry.mechanisms import check as mechanisms
from mulberry.pack.coverage import strays
from mulberry.pack.pack import Pack
from mulberry.procedures import check as procedures
from mulberry.registers import check as registers

CHECKS: Mapping[Kind, Callable[[Any], list[Finding]]] = {
    Kind.DECISION: decisions.findings,
    Kind.PROCEDURE: procedures.findings,
    Kind.REGISTER: registers.findings,
    Kind.ACCOUNT: accounts.findings,
    Kind.MECHANISM: mechanisms.findings,
    Kind.INDICATOR: indicators.findings,
}


def findings(pack: Pack) -> Iterator[Finding]:
    """Everything that is wrong or doubtful in a pack, instrument by instrument."""
    for instrument in pack.instruments:
        yield from CHECKS[instrument.kind](instrument) if instrument.kind in CHECKS else ()
        yield from _uncited(instrument)
    yield from (_stray(instrument) for instrument in strays(pack))


def questions(pack: Pack, as_of: date, chosen: Collection[str] = ()) -> Iterator[Finding]:
    """What a solver finds in the decisions of a pack, or in those chosen by id. ``Refused`` without a solver."""
    from mulberry.decisions.solve import questions

    for decision in pack.of_kind(Kind.DECISION):
        if not chosen or decision.id in chosen:
            yield from questions.findings(cast("Any", decision), as_of)


def _uncited(instrument: Instrument) -> Iterator[Finding]:
    for parameter in instrument.parameters:
        if not parameter.versions:
            text = t(f"参数 {parameter.key} 没有依据", f"the parameter {parameter.key} has no basis")
            yield Finding("uncited-parameter", instrument.id, text)


def _stray(instrument: Instrument) -> Finding:
    named = "、".join(instrument.clauses), ", ".join(instrument.clauses)
    text = t(f"所列条款 {named[0]} 不在政策中", f"no clause of the policy is called {named[1]}")
    return Finding("no-clause", instrument.id, text)
