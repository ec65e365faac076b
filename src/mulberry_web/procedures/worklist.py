"""The worklist of officers, and of those who supervise them: what is open, the most urgent first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.contrib.auth.decorators import login_required
from django.db.models import F
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.views.decorators.http import require_GET

from mulberry.procedures import Procedure
from mulberry.procedures.parts import State
from mulberry_web.page.now import local_now
from mulberry_web.page.who import Who, who
from mulberry_web.people.models import Competence, Office, Person
from mulberry_web.procedures.known import procedures
from mulberry_web.procedures.rows import rows
from mulberry_web.record import guard, read
from mulberry_web.record.models import Stream

PER_PAGE = 40
CLOSED = "closed"


@dataclass(frozen=True)
class Filters:
    """What the reader wants to see of what is open to him or her."""

    person: Person
    supervising: bool
    handled: dict[str, tuple[Office, ...]]
    office: str
    procedure: str
    case_state: str
    after: tuple[date | None, int] | None

    @property
    def offices(self) -> list[Office]:
        found = {office.pk: office for offices in self.handled.values() for office in offices}
        return sorted(found.values(), key=lambda office: office.code)

    @property
    def procedures(self) -> list[type[Procedure]]:
        known = procedures()
        return [known[name] for name in sorted(self.handled.keys() & known.keys())]

    @property
    def states(self) -> list[State]:
        """The states that can be asked for: those of the procedure chosen that a case may stand in and not rest."""
        chosen = procedures().get(self.procedure)
        return [one for one in chosen.states.values() if not one.end and not one.draft] if chosen else []

    @property
    def wanted(self) -> list[str]:
        """The instruments asked for."""
        of_office = [
            one.id
            for one in self.procedures
            if not self.office or self.office in {office.code for office in self.handled[one.id]}
        ]
        return [name for name in of_office if self.procedure in {"", name}]

    def streams(self) -> list[Stream]:
        """One row more than a page shows, where there is one."""
        if not self.wanted:
            return []
        if self.case_state:
            return self._in_one_state()
        listed = read.overseen if self.supervising else read.worklist
        return listed(self.person, instruments=self.wanted, after=self.after, limit=PER_PAGE + 1)

    def _in_one_state(self) -> list[Stream]:
        found = read.streams(self.person).filter(instrument__in=self.wanted)
        if self.case_state == CLOSED:
            return list(found.filter(ended=True).order_by("-updated_at", "-pk")[:PER_PAGE])
        return list(found.filter(state=self.case_state).order_by(F("due").asc(nulls_last=True), "pk")[:PER_PAGE])

    def following(self, last: Stream) -> str:
        """The query that asks for what comes after a row."""
        asked = {"office": self.office, "procedure": self.procedure, "state": self.case_state}
        place = f"{last.due.isoformat() if last.due else ''}~{last.pk}"
        return urlencode({name: value for name, value in asked.items() if value} | {"after": place})


@login_required
@require_GET
def worklist(request: HttpRequest) -> HttpResponse:
    """What is open in the reader's offices, or in those that he or she supervises."""
    asked, at = filters(request, who(request)), local_now()
    listed = asked.streams()
    shown = listed[:PER_PAGE]
    more = asked.following(shown[-1]) if len(listed) > PER_PAGE else ""
    told = {"rows": rows(shown, at, people=not asked.supervising), "filters": asked, "more": more, "closed": CLOSED}
    return render(request, "procedures/worklist.html", told)


def filters(request: HttpRequest, looking: Who) -> Filters:
    """The filters as sent; what is not open to the reader, or makes no sense, filters nothing."""
    if looking.person is None or not (looking.is_officer or looking.is_supervisor):
        raise Http404
    supervising = not looking.is_officer
    handled = _handled(looking.person, supervising)
    procedure = _one_of(request.GET.get("procedure"), handled.keys() & procedures().keys())
    states = procedures()[procedure].states if procedure else {}
    return Filters(
        looking.person,
        supervising,
        handled,
        _one_of(request.GET.get("office"), {office.code for offices in handled.values() for office in offices}),
        procedure,
        _one_of(request.GET.get("state"), {*states, CLOSED}),
        _place(request.GET.get("after", "")),
    )


def _handled(person: Person, supervising: bool) -> dict[str, tuple[Office, ...]]:
    """The instruments that the reader sees all cases of, with the offices that handle them."""
    allowed = guard.instruments_overseen(person) if supervising else guard.instruments_served(person)
    found = Competence.objects.filter(instrument__in=allowed).select_related("office").order_by("office__code")
    if not supervising:
        found = found.filter(office__posts__person=person).distinct()
    handled: dict[str, tuple[Office, ...]] = {}
    for one in found:
        handled[one.instrument] = (*handled.get(one.instrument, ()), one.office)
    return handled


def _one_of(given: str | None, allowed: set[str]) -> str:
    return given if given is not None and given in allowed else ""


def _place(given: str) -> tuple[date | None, int] | None:
    day, _, number = given.partition("~")
    if not number.isascii() or not number.isdecimal() or len(number) > 18:
        return None
    try:
        return (date.fromisoformat(day) if day else None, int(number))
    except ValueError:
        return None
