"""Procedures: where a case stands, who acts next, and until when.

A procedure is a class whose body declares it; see ``docs/concepts/procedures.md``. The words of the declaration are all
here, together with those that it shares with registers and accounts.
"""

from mulberry.procedures.case import Case
from mulberry.procedures.declare import Procedure
from mulberry.procedures.views import Look
from mulberry.procedures.vocabulary import (
    CALENDAR_DAY,
    MONTH,
    WORKING_DAY,
    YEAR,
    by_field,
    clock,
    command,
    figure,
    given,
    silence,
    term,
    until,
)
from mulberry.record.acts import Scene, Warning, document, guard, refuse_if, role, sense
from mulberry.record.field import Fields, Refusal
from mulberry.record.lifecycle import ALREADY_DONE, branch, in_states, state

__all__ = [
    "ALREADY_DONE",
    "CALENDAR_DAY",
    "MONTH",
    "WORKING_DAY",
    "YEAR",
    "Case",
    "Fields",
    "Look",
    "Procedure",
    "Refusal",
    "Scene",
    "Warning",
    "branch",
    "by_field",
    "clock",
    "command",
    "document",
    "figure",
    "given",
    "guard",
    "in_states",
    "refuse_if",
    "role",
    "sense",
    "silence",
    "state",
    "term",
    "until",
]
