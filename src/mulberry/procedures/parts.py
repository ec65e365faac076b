"""The parts that a procedure is declared from: states, counts, clocks, steps, silences and figures."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from mulberry.law.basis import Basis
from mulberry.law.parameters import Parameter
from mulberry.law.periods import Unit
from mulberry.law.text import Text
from mulberry.procedures.case import Case
from mulberry.record.acts import Role
from mulberry.record.field import Refusal
from mulberry.record.lifecycle import Branch, Move, Named, Notes, State, Target, Then, targets

__all__ = [
    "Branch",
    "ByField",
    "Clock",
    "Count",
    "Figure",
    "Given",
    "Notes",
    "Silence",
    "State",
    "Step",
    "Target",
    "Then",
    "parameters_of",
    "targets",
]


@dataclass(frozen=True, slots=True)
class ByField:
    """A count that a field of the case chooses: the ordinary period, or the longer one of joint handling."""

    field: str
    counts: Mapping[Any, Parameter]
    otherwise: Parameter

    def of(self, case: Case) -> Parameter:
        return self.counts.get(case.data.get(self.field), self.otherwise)


@dataclass(frozen=True, slots=True)
class Given:
    """A count that was given as a field: so many days of notice, so many for the answer."""

    field: str


Count = Parameter | ByField | Given


def parameters_of(count: Count | None) -> tuple[Parameter, ...]:
    match count:
        case Parameter():
            return (count,)
        case ByField():
            return tuple(dict.fromkeys((*count.counts.values(), count.otherwise)))
        case _:
            return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock(Named):
    """A period within which somebody must act.

    It starts when the case enters ``runs_in`` and stands still in ``pauses_in``; leaving both stops it, coming back
    starts it anew. It counts from the day of that event, or from the day given in the field ``counts_from``. Instead of
    a count it may end on a day given in the field ``until``. A clock that runs in no state is measured by the steps
    that ``meet`` it. ``when`` says for which cases it runs at all. ``main`` is the clock that the case as a whole is
    judged by. A ``term`` is how long something is valid, not a period to act in: it is never the case's due day.
    """

    title: Text
    basis: Basis
    acts: tuple[Role, ...]
    count: Count | None = None
    unit: Unit = Unit.WORKING_DAY
    until: str = ""
    counts_from: str = ""
    first_day_counts: bool = False
    runs_in: tuple[State, ...] = ()
    pauses_in: tuple[State, ...] = ()
    extension: Count | None = None
    extension_basis: Basis | None = None
    when: Callable[[Case], bool] | None = None
    main: bool = False
    term: bool = False
    name: str = ""

    def runs(self, state: str) -> bool:
        return any(state == each.name for each in self.runs_in)

    def pauses(self, state: str) -> bool:
        return any(state == each.name for each in self.pauses_in)

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        return (*parameters_of(self.count), *parameters_of(self.extension))

    @property
    def bases(self) -> tuple[Basis, ...]:
        return tuple(basis for basis in (self.basis, self.extension_basis) if basis)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Move):
    """One command of a procedure.

    ``other_than`` names commands whose doer may not do this one. ``extends`` makes a clock's period longer, ``meets``
    are clocks that the step is measured by.
    """

    other_than: tuple[str, ...] = ()
    same_person: Refusal | None = None
    extends: Clock | None = None
    meets: tuple[Clock, ...] = ()

    def refusals(self) -> list[Refusal]:
        return [*Move.refusals(self), *([self.same_person] if self.same_person else [])]


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence(Named):
    """What the law itself makes of a clock that has run out: acceptance or approval that nobody has spoken.

    It holds from the day the period began (``from_start``) or from the day it ended. It never rests on a provisional
    calendar: what cannot be taken back waits until the day is certain.
    """

    title: Text
    basis: Basis
    clock: Clock
    to: State
    from_: tuple[State, ...] = ()
    from_start: bool = False
    marks: str = ""
    when: Callable[[Case], bool] | None = None
    name: str = ""

    def applies(self, case: Case) -> bool:
        states = self.from_ or self.clock.runs_in
        return any(case.state == state.name for state in states) and (self.when is None or self.when(case))


@dataclass(frozen=True, slots=True)
class Figure(Named):
    """Something about a case that is computed rather than given, such as the day until which a grant is valid."""

    title: Text
    tell: Callable[[Any], date | int | str | bool | list[Any] | None]
    name: str = ""
