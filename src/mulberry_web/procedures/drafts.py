"""Reading drafts: one guard, and nobody but the author gets past it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.http import Http404, HttpRequest
from django.utils import timezone

from mulberry_web.page.who import who
from mulberry_web.people.models import Person
from mulberry_web.procedures.door import KEPT_DAYS
from mulberry_web.procedures.known import opening, procedure_or_404
from mulberry_web.procedures.models import Draft
from mulberry_web.procedures.tasks import Application


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


def application(request: HttpRequest, instrument: str, ref: str) -> Application:
    """The reader's own draft with what it is for; the same 404 for any other."""
    procedure, looking = procedure_or_404(instrument), who(request)
    step = opening(procedure)
    if looking.person is None or step is None:
        raise Http404
    found = own(looking.person, instrument, ref, timezone.now())
    if found is None:
        raise Http404
    return Application(found, procedure, step, looking, looking.person)
