"""The case page, the confirmation, and the list of one's own cases."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from mulberry_web.page.now import local_now
from mulberry_web.page.who import who
from mulberry_web.policy.described import laws
from mulberry_web.procedures.drafts import all_own
from mulberry_web.procedures.evidence import evidence
from mulberry_web.procedures.guarded import or_404
from mulberry_web.procedures.known import movers, named, opening, procedures
from mulberry_web.procedures.look import Seen, seen
from mulberry_web.procedures.rows import rows
from mulberry_web.record import read

PER_PAGE = 30


@login_required
@require_GET
@or_404
def case(request: HttpRequest, instrument: str, key: str) -> HttpResponse:
    """One case: where it stands, until when, what is asked of whom, and all that happened."""
    found = seen(who(request), instrument, key, local_now())
    shown: dict[str, Any] = {"seen": found, "waiting": waiting_for(found), "laws": laws(found.procedure)}
    if found.roles and not found.as_applicant:
        shown["evidence"] = evidence(found)
    return render(request, "procedures/case.html", shown)


@login_required
@require_GET
@or_404
def sent(request: HttpRequest, instrument: str, key: str) -> HttpResponse:
    """What one is told after sending: the number, what happens next and by when, whom to ask, and how to keep proof."""
    found = seen(who(request), instrument, key, local_now())
    return render(request, "procedures/sent.html", {"seen": found, "waiting": waiting_for(found)})


@login_required
@require_GET
def mine(request: HttpRequest) -> HttpResponse:
    """The reader's own cases and those of his or her organisations; and what was not sent yet."""
    looking, at = who(request), local_now()
    if looking.person is None:  # pragma: no cover - login_required has seen to it
        raise PermissionError
    streams = read.mine(looking.person).filter(instrument__in=procedures())
    page = Paginator(streams.select_related("owner_organisation"), PER_PAGE).get_page(request.GET.get("page"))
    known = procedures()
    drafts = [
        (draft, known[draft.instrument])
        for draft in all_own(looking.person, timezone.now())
        if draft.instrument in known
    ]
    offered = [one for one in known.values() if opening(one)]
    return render(
        request,
        "procedures/mine.html",
        {"page": page, "rows": rows(page.object_list, at), "drafts": drafts, "offered": offered},
    )


def waiting_for(found: Seen) -> dict[str, Any]:
    """Who is to act next: those whom a running clock names, or else those who can move the case on."""
    running = next((strip for strip in found.strips if strip.reading.word == "running"), None)
    roles = running.reading.clock.acts if running else () if found.ended else movers(found.procedure, found.case.state)
    yours = bool({role.id for role in roles} & found.roles)
    theirs = bool({role.id for role in roles} & found.procedure.applicant_roles)
    return {"strip": running, "roles": roles, "names": named(roles), "applicant": theirs, "yours": yours}
