"""Trying an instrument out with input typed on its page. Nothing is stored; what was typed goes nowhere else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import QueryDict

from mulberry.decisions.run import Answer, decide
from mulberry.errors import Invalid
from mulberry.indicators.run import run as run_indicator
from mulberry.instrument import Kind
from mulberry.law.calendar_years import CHINA
from mulberry.law.text import t
from mulberry.mechanisms.declare import Setting
from mulberry.mechanisms.run import run as run_mechanism
from mulberry.record.field import Field
from mulberry_web.page.inputs import Form, blank, filled

AS_OF = "as_of"
AS_OF_FIELD = Field("date", t("按哪一天的法律", "As the law stands on"), optional=True)
KINDS = frozenset({Kind.DECISION, Kind.MECHANISM, Kind.INDICATOR})


@dataclass(frozen=True)
class Trial:
    """The form, and once it was sent and made sense the answer or result."""

    form: Form
    as_of: date
    answer: Answer | None = None
    result: Mapping[str, Any] | None = None


def asked(instrument: Any) -> dict[str, Field]:
    """The fields of the form: the day of the law, and then what the instrument reads."""
    own = (
        {name: fact.field for name, fact in instrument.facts.items()}
        if instrument.kind is Kind.DECISION
        else dict(instrument.takes)
    )
    return {AS_OF: AS_OF_FIELD, **own} if AS_OF not in own else own


def trial(instrument: Any, data: QueryDict | None, today: date) -> Trial:
    """The empty form, or what was sent with its result."""
    fields, lenient = asked(instrument), instrument.kind is Kind.DECISION
    hints = {name: fact.hint for name, fact in instrument.facts.items()} if lenient else {}
    if data is None:
        return Trial(blank(fields, {AS_OF: today}, hints=hints, unknown=lenient), today)
    form = filled(fields, data, hints=hints, unknown=lenient)
    as_of = form.values.get(AS_OF) or today
    if not form.ok or any(name.endswith(".more") for name in data):
        return Trial(form, as_of)
    try:
        return _tried(instrument, form, as_of)
    except Invalid as error:
        return Trial(form.refused(error), as_of)


def _tried(instrument: Any, form: Form, as_of: date) -> Trial:
    own = instrument.facts if instrument.kind is Kind.DECISION else instrument.takes
    given = {name: form.raw.get(name) for name in own if form.raw.get(name) is not None}
    if instrument.kind is Kind.DECISION:
        return Trial(form, as_of, answer=decide(instrument, given, as_of))
    if instrument.kind is Kind.MECHANISM:
        return Trial(form, as_of, result=run_mechanism(instrument, given, Setting(as_of, CHINA)))
    return Trial(form, as_of, result=run_indicator(instrument, given))
