"""What worklists show of a stream and order by: derived from its state and the calendar, by the rules of its kind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from mulberry.procedures import Procedure
from mulberry.procedures.case import Case
from mulberry.procedures.views import look
from mulberry.record.events import Context, Machine


@dataclass(frozen=True, slots=True)
class Summary:
    """``due`` is the last lawful day of the clock that ends first; ``published`` whether its calendar is."""

    state: str = ""
    due: date | None = None
    published: bool | None = None
    ended: bool = False


def summary_of(machine: Machine[Any], state: Any, context: Context) -> Summary:
    """The summary of a state."""
    if isinstance(machine, type) and issubclass(machine, Procedure):
        return _of_case(machine, state, context)
    return Summary(state=str(getattr(state, "state", "")))


def _of_case(procedure: type[Procedure], case: Case, context: Context) -> Summary:
    declared = procedure.states.get(case.state)
    ended = declared is not None and declared.end
    if case.last_at is None:
        return Summary(case.state, ended=ended)
    # A running clock's last day does not depend on the day on which it is asked, only on the calendar.
    seen = look(procedure, case, datetime.combine(case.last_at, time()), context)
    running = [one for one in seen.clocks.values() if one.word == "running" and one.due is not None]
    if not running:
        return Summary(case.state, ended=ended)
    first = min(running, key=lambda one: one.due or date.max)
    return Summary(case.state, first.due, first.published, ended)
