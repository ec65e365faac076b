"""Reading drafts: one guard, and nobody but the author gets past it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.http import Http404, HttpRequest
from django.utils import timezone

from mulberry.procedures import Procedure
from mulberry.procedures.parts import Step
from mulberry_web.page.who import who
from mulberry_web.people.models import Person
from mulberry_web.procedures.door import KEPT_DAYS
from mulberry_web.procedures.known import opening, procedure_or_404
from mulberry_web.procedures.models import Draft


def own(person: Person, instrument: str, ref: str, now: datetime) -> Draft | None:
    """The person's own draft of that number; ``None`` for any other, whether there is one or not."""
    found = Draft.objects.select_related("organisation").filter(ref=ref, instrument=instrument).first()
    if found is None:
        return None
    if found.person_id != person.pk:
        return None
    if found.updated_at < now - timedelta(days=KEPT_DAYS):
        return None
    return found


def all_own(person: Person, now: datetime) -> Iterable[Draft]:
    """Every draft of the person, the last touched first."""
    since = now - timedelta(days=KEPT_DAYS)
    mine = Draft.objects.filter(person=person, updated_at__gte=since)
    return mine.select_related("organisation").order_by("-updated_at")


def own_draft(request: HttpRequest, instrument: str, ref: str) -> tuple[Draft, type[Procedure], Step, Person]:
    """The reader's own draft with what it is for; the same 404 for any other."""
    procedure, person = procedure_or_404(instrument), who(request).person
    step = opening(procedure)
    if person is None or step is None:
        raise Http404
    found = own(person, instrument, ref, timezone.now())
    if found is None:
        raise Http404
    return found, procedure, step, person
