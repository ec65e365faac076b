"""Worked cases: plain YAML that a policy officer can read and write, run against a pack's instruments.

A case names an instrument with facts or input and what is expected of the answer, or a scenario of commands and views
on an empty programme. The format is told in docs/reference/worked-cases.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

from mulberry.decisions import run as decisions
from mulberry.errors import Invalid, MulberryError, Refused
from mulberry.indicators import run as indicators
from mulberry.instrument import Instrument, Kind
from mulberry.law.calendar_years import CHINA
from mulberry.law.text import t
from mulberry.mechanisms import run as mechanisms
from mulberry.mechanisms.declare import Setting
from mulberry.pack import documents
from mulberry.pack.compare import ABSENT, Difference, differences
from mulberry.pack.pack import find
from mulberry.record.events import Actor, Command, Context
from mulberry.record.memory import Programme

Instruments = Mapping[str, Instrument]
MACHINES = {Kind.PROCEDURE, Kind.REGISTER, Kind.ACCOUNT}
OFFICE_OPENS = time(9)
"""A scenario's step that gives a day only happens when the office opens."""


@dataclass(frozen=True, slots=True)
class Result:
    """One case as run."""

    file: str
    title: str
    system: str
    differs: tuple[Difference, ...]

    @property
    def ok(self) -> bool:
        return not self.differs

    def to_json(self) -> dict[str, Any]:
        return {
            "file": self.file,
            "title": self.title,
            "system": self.system,
            "ok": self.ok,
            "differs": [difference.to_json() for difference in self.differs],
        }


def run_file(path: Path, instruments: Instruments, today: date) -> Iterator[Result]:
    """Run every case of a file in order. ``Invalid`` when the file cannot be read or is no list of cases."""
    cases = documents.load(path)
    if not isinstance(cases, list) or not all(isinstance(case, Mapping) for case in cases):
        raise Invalid(str(path), t(f"{path} 应是一组工作用例（YAML 列表）", f"{path} must be a list of worked cases"))
    for case in cases:
        yield run_case(case, instruments, today, path)


def run_case(case: Mapping[str, Any], instruments: Instruments, today: date, path: Path) -> Result:
    """Run one case; whatever it raises that was not expected is a difference, never a crash of the run."""
    try:
        differs = tuple(_run(case, instruments, today, path.parent))
    except MulberryError as error:
        differs = (Difference(_place(error), ABSENT, error.text.zh + " / " + error.text.en),)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError, ArithmeticError) as error:
        differs = (Difference("(error)", ABSENT, f"{type(error).__name__}: {error}"),)
    return Result(str(path), str(case.get("title", "")), str(case.get("system", "")), differs)


def _run(case: Mapping[str, Any], instruments: Instruments, today: date, folder: Path) -> Iterator[Difference]:
    tolerance = Decimal(str(case.get("tolerance", 0)))
    if "scenario" in case:
        yield from _scenario(case["scenario"], instruments, tolerance, case.get("params") or {})
        return
    instrument = find(instruments, str(case.get("instrument")))
    expected = dict(case.get("expect") or {})
    as_of = _day(case.get("as_of"), today)
    given = _input(case, folder)
    ask = ASK.get(instrument.kind)
    if ask is None:
        raise Invalid("instrument", _NEEDS_SCENARIO.format(id=instrument.id, kind=instrument.kind.value))
    if "invalid" in expected:
        yield from _refusal(lambda: ask(instrument, given, as_of, case.get("params") or {}), expected)
        return
    yield from COMPARE[instrument.kind](expected, ask(instrument, given, as_of, case.get("params") or {}), tolerance)


_NEEDS_SCENARIO = t("{id} 是{kind}，用例须写成 scenario", "{id} is a {kind}: its case must be written as a scenario")


def _input(case: Mapping[str, Any], folder: Path) -> Mapping[str, Any]:
    given = dict(case.get("facts") or case.get("input") or {})
    if "data" in case:
        given |= documents.load(folder / str(case["data"]))
    return given


# ------------------------------------------------------------------ decisions, mechanisms, indicators


def _decide(instrument: Any, facts: Mapping[str, Any], as_of: date, params: Mapping[str, Any]) -> decisions.Answer:
    return decisions.decide(instrument, facts, as_of, params)


def _calculate(instrument: Any, given: Mapping[str, Any], as_of: date, params: Mapping[str, Any]) -> Mapping[str, Any]:
    return mechanisms.run(instrument, given, Setting(as_of, CHINA, params))


def _measure(instrument: Any, given: Mapping[str, Any], _as_of: date, _params: Mapping[str, Any]) -> Mapping[str, Any]:
    return indicators.run(instrument, given)


def _answer(expected: Mapping[str, Any], got: decisions.Answer, tolerance: Decimal) -> Iterator[Difference]:
    plain = {"outcome": got.outcome, "amounts": got.amounts}
    named = {key: expected[key] for key in ("outcome", "amounts") if key in expected}
    yield from differences(named, plain, tolerance)
    among = {"failed": got.failed(), "held": got.held(), "warnings": list(got.warnings)}
    for key, found in among.items():
        if not set(expected.get(key) or ()) <= set(found):
            yield Difference(key, expected[key], found)
    if "needed" in expected:
        # what is asked for is among the expected; nothing expected means that nothing may be asked
        asked, allowed = set(got.needed), set(expected["needed"] or ())
        if not asked <= allowed or bool(asked) != bool(allowed):
            yield Difference("needed", expected["needed"], list(got.needed))


def _result(expected: Mapping[str, Any], got: Mapping[str, Any], tolerance: Decimal) -> Iterator[Difference]:
    yield from differences(expected.get("result") or {}, got, tolerance)


ASK: Mapping[Kind, Callable[[Any, Mapping[str, Any], date, Mapping[str, Any]], Any]] = {
    Kind.DECISION: _decide,
    Kind.MECHANISM: _calculate,
    Kind.INDICATOR: _measure,
}
COMPARE: Mapping[Kind, Callable[[Mapping[str, Any], Any, Decimal], Iterator[Difference]]] = {
    Kind.DECISION: _answer,
    Kind.MECHANISM: _result,
    Kind.INDICATOR: _result,
}


# ------------------------------------------------------------------ scenarios


def _scenario(
    steps: Sequence[Mapping[str, Any]], instruments: Instruments, tolerance: Decimal, params: Mapping[str, Any]
) -> Iterator[Difference]:
    machines = {id_: instrument for id_, instrument in instruments.items() if instrument.kind in MACHINES}
    programme = Programme(machines, Context(CHINA, parameters=params))  # type: ignore[arg-type]  # kinds that are machines
    for number, step in enumerate(steps, 1):
        expected = dict(step.get("expect") or {})
        act = _act(programme, instruments, step)
        if {"refused", "invalid"} & expected.keys():
            found = _refusal(act, expected)
        else:
            found = _allowed(act, expected, tolerance)
        for difference in found:
            yield Difference(f"step {number}: {difference.at}", difference.expected, difference.got)


def _act(programme: Programme, instruments: Instruments, step: Mapping[str, Any]) -> Callable[[], Mapping[str, Any]]:
    moment, fields = _moment(step["at"]), dict(step.get("with") or {})
    instrument, _, name = str(step.get("do") or step["see"]).rpartition(".")
    find(instruments, instrument)
    if "see" in step:
        return lambda: programme.see(instrument, name, fields, moment)
    role, _, person = str(step["by"]).partition(":")
    command = Command(instrument, name, fields, Actor(role, person), moment)
    return lambda: programme.do(command)


def _allowed(act: Callable[[], Any], expected: Mapping[str, Any], tolerance: Decimal) -> Iterator[Difference]:
    try:
        answer = act()
    except MulberryError as error:
        yield Difference(_place(error), expected or "(done)", error.text.zh + " / " + error.text.en)
        return
    yield from differences(expected, answer, tolerance)


def _refusal(act: Callable[[], Any], expected: Mapping[str, Any]) -> Iterator[Difference]:
    wanted = str(expected.get("refused") or expected.get("invalid"))
    try:
        answer = act()
    except Refused as error:
        if expected.get("refused") != error.code:
            yield Difference("refused", wanted, error.code)
    except Invalid as error:
        if expected.get("invalid") not in _names(error.field):
            yield Difference("invalid", wanted, error.field)
    else:
        yield Difference("refused" if "refused" in expected else "invalid", wanted, _told(answer))


def _names(field: str) -> set[str]:
    """What a field may be called: its whole place (``members[2].share``), the list it stands in, its own name."""
    return {field, field.partition("[")[0].partition(".")[0], field.rpartition(".")[2]}


def _told(answer: Any) -> Any:
    return answer.outcome if isinstance(answer, decisions.Answer) else answer


def _place(error: MulberryError) -> str:
    return f"refused ({error.code})" if isinstance(error, Refused) else f"invalid ({getattr(error, 'field', '')})"


def _moment(value: Any) -> datetime:
    value = datetime.fromisoformat(value) if isinstance(value, str) else value
    return value if isinstance(value, datetime) else datetime.combine(value, OFFICE_OPENS)


def _day(value: Any, today: date) -> date:
    if value is None:
        return today
    value = date.fromisoformat(value) if isinstance(value, str) else value
    return value.date() if isinstance(value, datetime) else value
