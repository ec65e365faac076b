"""The machines that this desk runs, found through the installed packs, and what it needs to know about each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import import_module
from importlib.util import find_spec
from typing import Any, cast

from django.conf import settings

from mulberry.errors import Invalid
from mulberry.instrument import Kind
from mulberry.law.calendar import Calendar
from mulberry.law.calendar_years import CHINA
from mulberry.law.text import t
from mulberry.record.acts import Summary
from mulberry.record.events import Context, Machine
from mulberry.record.memory import KeepsCalendar
from mulberry_web.record import calendars
from mulberry_web.rooms import rooms

KINDS_WITH_A_HISTORY = frozenset({Kind.PROCEDURE, Kind.REGISTER, Kind.ACCOUNT})


@dataclass(frozen=True)
class Programme:
    """All machines by id, and the calendar that comes with the engine."""

    machines: Mapping[str, Machine[Any]]
    base: Calendar

    @cached_property
    def keepers(self) -> tuple[KeepsCalendar, ...]:
        """The machines whose entries are the calendar."""
        return tuple(machine for machine in self.machines.values() if isinstance(machine, KeepsCalendar))

    @property
    def calendar(self) -> Calendar:
        """The calendar in force now; read anew each time, so keep it while making a page."""
        return calendars.current(self.base, self.keepers)

    def calendar_of(self, mark: str) -> Calendar:
        """The calendar that the log's head carries the mark of."""
        return calendars.in_force(mark, self.base, self.keepers)

    def machine(self, instrument: str) -> Machine[Any]:
        """The machine of an instrument; ``Invalid`` where nothing of that name keeps a history."""
        found = self.machines.get(instrument)
        if found is None:
            zh, en = (
                f"没有名为“{instrument[:80]}”的办理事项。",
                f"there is nothing to act on called “{instrument[:80]}”.",
            )
            raise Invalid("instrument", t(zh, en))
        return found

    def context(self, read: Callable[[str, str], Any] | None = None, calendar: Calendar | None = None) -> Context:
        """What a machine may look at; ``read`` gives the state of another stream."""
        calendar = self.calendar if calendar is None else calendar
        return Context(calendar, read) if read is not None else Context(calendar)


def applicant_roles(machine: Machine[Any]) -> frozenset[str]:
    """The roles in which people of the owner act; every other role is an officer's."""
    roles: frozenset[str] = getattr(machine, "applicant_roles", frozenset())
    return roles


def officer_roles(machine: Machine[Any]) -> frozenset[str]:
    """Every role in which one may act that is no applicant's."""
    return frozenset(getattr(machine, "roles", ())) - applicant_roles(machine)


def summary_of(machine: Machine[Any], state: Any, context: Context) -> Summary:
    """What worklists show of a state and order by: as its kind tells it, or else its name alone."""
    own: Callable[[Any, Context], Summary] | None = getattr(machine, "summary", None)
    return own(state, context) if own is not None else Summary(str(getattr(state, "state", "")))


def rests(machine: Machine[Any], summary: Summary) -> bool:
    """Whether nothing more is to be expected. A register's entry and an account may rest in any state but never end."""
    return summary.ended and machine.kind is Kind.PROCEDURE


def found_machines() -> dict[str, Machine[Any]]:
    """The desk's own machines (every room's ``machines.MACHINES``), and those of its packs.

    The packs are those that ``MULBERRY_PACKS`` names (``module:object``), or all that are installed.
    """
    names: list[str] = settings.MULBERRY_PACKS
    if names:
        packs = [getattr(import_module(name.partition(":")[0]), name.partition(":")[2]) for name in names]
    else:
        from mulberry.pack.pack import installed

        packs = list(installed())
    instruments = [instrument for pack in packs for instrument in pack.instruments]
    found = {one.id: cast("Machine[Any]", one) for one in instruments if one.kind in KINDS_WITH_A_HISTORY}
    return {one.id: one for one in _of_rooms()} | found


def _of_rooms() -> Iterator[Machine[Any]]:
    """A room that keeps a history of its own declares its machine; it is then written and read like any other."""
    for room in rooms():
        if find_spec(f"{room}.machines"):
            yield from import_module(f"{room}.machines").MACHINES


@cache
def programme() -> Programme:
    """The programme of this process."""
    return Programme(found_machines(), CHINA)
