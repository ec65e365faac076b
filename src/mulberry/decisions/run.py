"""Deciding one subject's question."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from datetime import date
from typing import Any

from mulberry.decisions.answer import UNDETERMINED_TEXT, Answer, Reason
from mulberry.decisions.coherence import contradictions
from mulberry.decisions.declare import Decision
from mulberry.decisions.evaluate import Reading
from mulberry.decisions.scalar import compiled
from mulberry.decisions.sound import UNDETERMINED
from mulberry.errors import Invalid
from mulberry.law.dates import check_day
from mulberry.law.parameters import Parameter
from mulberry.law.text import t
from mulberry.record.field import Field

__all__ = ["UNDETERMINED", "UNDETERMINED_TEXT", "Answer", "Reason", "answer", "decide", "read_facts", "read_parameters"]

SHOWN = 60
"""How much of a name that nobody knows is repeated to whoever gave it."""


def decide(
    decision: type[Decision[Any]], facts: Mapping[str, Any], as_of: date, parameters: Mapping[str, Any] | None = None
) -> Answer:
    """Answer a decision for facts as given from outside (unread; ``None`` or absent is unknown), as of a day.

    ``parameters`` sets values for this answer alone. Raises ``Invalid`` naming the fact or parameter that makes no
    sense or is not known to the decision.
    """
    day = check_day(as_of, "as_of")
    return answer(decision, read_facts(decision, facts), day, read_parameters(decision, parameters or {}))


def answer(
    decision: type[Decision[Any]], values: Mapping[str, Any], as_of: date, parameters: Mapping[str, Any] | None = None
) -> Answer:
    """Answer a decision for facts already read by ``read_facts``. ``Invalid`` where they contradict each other."""
    law_day = as_of
    if decision.dated_by is not None:
        law_day = values.get(decision.dated_by.name, as_of)
    if decision.coherences:
        for wrong in contradictions(decision.coherences, Reading(values, as_of, parameters, law_day)):
            raise wrong.refused()
    overrides = tuple(sorted(parameters.items())) if parameters else ()
    verdict = compiled(decision, as_of, overrides, law_day)(values)
    return Answer(decision, values, as_of, law_day, parameters or {}, verdict)


def read_facts(decision: type[Decision[Any]], facts: Mapping[str, Any]) -> dict[str, Any]:
    """Facts from outside as counted values; those of the subject that this decision does not read are checked and left
    out."""
    known = {**decision.subject_type.facts(), **decision.facts}
    for name in facts:
        if name not in known:
            raise _no_such("事实", "fact", name, known)
    values = {name: known[name].read(value) for name, value in facts.items()}
    return {name: value for name, value in values.items() if value is not None and name in decision.facts}


def read_parameters(decision: type[Decision[Any]], given: Mapping[str, Any]) -> dict[str, Any]:
    """Parameter values set for one answer, as values of the parameter's own type."""
    known = {parameter.key: parameter for parameter in decision.parameters}
    for key in given:
        if key not in known:
            raise _no_such("参数", "parameter", key, known)
    return {key: _field(known[key]).read(key, value) for key, value in given.items() if value is not None}


def _field(parameter: Parameter) -> Field:
    """A parameter as a field of a form: what no version has below zero cannot be set below zero."""
    values = [version.value for version in parameter.versions if version.value is not None]
    negative = any(not isinstance(value, str | date) and value < 0 for value in values)
    name = "str" if parameter.type == "enum" else parameter.type
    return Field(name, parameter.title, unit=parameter.unit, low=None if negative or not values else 0, places=12)


def _no_such(zh: str, en: str, name: object, known: Mapping[str, Any]) -> Invalid:
    shown = str(name)[:SHOWN]
    near = difflib.get_close_matches(shown, known, n=1)
    ask_zh, ask_en = (f"；是否应为“{near[0]}”？", f"; did you mean “{near[0]}”?") if near else ("", "")
    return Invalid(shown, t(f"没有名为“{shown}”的{zh}{ask_zh}", f"there is no {en} named “{shown}”{ask_en}"))
