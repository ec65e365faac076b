"""What can we use: every decision of the packs answered for a subject, and each answer explained."""

from __future__ import annotations

from datetime import date

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from mulberry.errors import Invalid
from mulberry.law.text import Text
from mulberry_web.facts.catalogue import decisions
from mulberry_web.facts.headroom import next_due, rooms
from mulberry_web.facts.offers import offer, offers, sorted_offers
from mulberry_web.facts.subjects import subjects
from mulberry_web.facts.views import found
from mulberry_web.page.now import local_now
from mulberry_web.page.packs import packs
from mulberry_web.page.who import who
from mulberry_web.policy.described import clauses
from mulberry_web.policy.trial import AS_OF_FIELD


@login_required
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """The first subject of the reader."""
    listed = subjects(who(request))
    if not listed:
        raise Http404
    return redirect("use-of", listed[0].key)


def _as_of(request: HttpRequest) -> tuple[date, Text | None]:
    """The day asked for, or today with what is wrong with the day asked for."""
    today, typed = local_now().date(), request.GET.get("as_of", "").strip()
    if not typed:
        return today, None
    try:
        chosen: date = AS_OF_FIELD.read("as_of", typed)
    except Invalid as error:
        return today, error.text
    return chosen, None


@login_required
@require_GET
def page(request: HttpRequest, key: str) -> HttpResponse:
    """Yes, one step away, not settled, no: each with the reason."""
    looking, one = found(request, key)
    as_of, error = _as_of(request)
    now = local_now()
    answered = offers(one.kind, one.values, as_of)
    told = {
        "subject": one,
        "subjects": subjects(looking),
        "groups": sorted_offers(answered),
        "as_of": as_of,
        "error": error,
    }
    return render(
        request, "facts/use.html", told | {"due": next_due(looking), "rooms": rooms(looking, now), "today": now.date()}
    )


@login_required
@require_GET
def answer(request: HttpRequest, key: str, id: str) -> HttpResponse:
    """One answer, explained requirement by requirement."""
    _, one = found(request, key)
    decision = next((found for found in decisions(one.kind) if found.id == id), None)
    if decision is None:
        raise Http404
    as_of, error = _as_of(request)
    told = {"subject": one, "offer": offer(decision, one.values, as_of), "as_of": as_of, "error": error}
    pack = packs().pack_of(decision)
    told |= {"decision": decision, "pack": pack, "clauses": clauses(pack, decision)}
    return render(request, "facts/answer.html", told)
