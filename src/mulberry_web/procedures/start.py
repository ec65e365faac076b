"""What can be applied for, and the page that one reads before applying."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from mulberry.errors import Invalid, MulberryError
from mulberry.law.text import t
from mulberry.pack.clauses import Measure, covers
from mulberry.procedures import Procedure
from mulberry.procedures.parts import Step
from mulberry_web.page.now import local_now
from mulberry_web.page.packs import packs
from mulberry_web.page.who import Who, who
from mulberry_web.people.models import Organisation
from mulberry_web.policy.described import laws
from mulberry_web.procedures import door
from mulberry_web.procedures.known import (
    decisions_beside,
    opened_by,
    opening,
    periods,
    procedure_or_404,
    procedures,
    questions,
)
from mulberry_web.procedures.models import Draft
from mulberry_web.procedures.rights import acts_for

CHOOSE_ORGANISATION = t("请选择为哪个单位申请。", "Choose for whom you apply.")


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """Everything that one can apply for."""
    offered = [one for one in procedures().values() if opening(one)]
    return render(request, "procedures/index.html", {"groups": _by_measure(offered)})


def _by_measure(offered: Sequence[type[Procedure]]) -> list[tuple[Measure, list[type[Procedure]]]]:
    """Procedures under the first measure that each carries out, in the order of the policy."""
    groups: dict[tuple[str, str], tuple[Measure, list[type[Procedure]]]] = {}
    for pack in packs().packs:
        for measure in pack.measures:
            groups[pack.id, measure.id] = (measure, [])
    for one in offered:
        pack = packs().pack_of(one)
        measures = [measure for measure in pack.measures if any(_of(measure, clause) for clause in one.clauses)]
        if measures:
            groups[pack.id, measures[0].id][1].append(one)
    return [(measure, held) for measure, held in groups.values() if held]


def _of(measure: Measure, clause: str) -> bool:
    return any(covers(clause, one.id) for one in measure.clauses)


@require_http_methods(["GET", "POST"])
def start(request: HttpRequest, instrument: str) -> HttpResponse:
    """What one should know before applying: who, with what, under which law, how long it takes."""
    procedure = procedure_or_404(instrument)
    step = opening(procedure)
    if step is None:
        raise Http404
    looking, error = who(request), None
    if request.method == "POST":
        if looking.person is None:
            return HttpResponseRedirect(f"{reverse('sign-in')}?next={request.path}")
        try:
            draft = _started(request, procedure, looking)
            return HttpResponseRedirect(reverse("apply-tasks", args=[procedure.id, draft.ref]))
        except MulberryError as refused:
            error = refused.text
    return render(request, "procedures/start.html", _about(procedure, step, looking) | {"error": error})


def _started(request: HttpRequest, procedure: type[Procedure], looking: Who) -> Draft:
    if looking.person is None or not looking.is_applicant:
        raise Http404
    return door.start(looking.person, _for_whom(request, looking), procedure.id, timezone.now())


def _for_whom(request: HttpRequest, looking: Who) -> Organisation | None:
    """The organisation chosen, the only one there is, or none: then the person applies for himself or herself."""
    mine = {str(one.pk): one for one in acts_for(looking)}
    if looking.memberships and not mine:
        raise Http404  # somebody who may only read for an organisation
    if len(mine) <= 1:
        return next(iter(mine.values()), None)
    chosen = mine.get(request.POST.get("organisation", ""))
    if chosen is None:
        raise Invalid("organisation", CHOOSE_ORGANISATION)
    return chosen


def _may_apply(looking: Who) -> bool:
    """A visitor is asked to sign in first; who only reads for an organisation may not apply for it."""
    return looking.person is None or (looking.is_applicant and (bool(acts_for(looking)) or not looking.memberships))


def _about(procedure: type[Procedure], step: Step, looking: Who) -> dict[str, Any]:
    today, pack = local_now().date(), packs().pack_of(procedure)
    return {
        "procedure": procedure,
        "pack": pack,
        "step": step,
        "asked": questions(procedure, step),
        "applicant": opened_by(step),
        "clocks": [(clock, periods(clock, today, procedure)) for clock in procedure.clocks.values() if not clock.term],
        "silences": list(procedure.silences.values()),
        "acts": list(procedure.commands.values()),
        "clauses": [(name, pack.clauses.get(name)) for name in procedure.clauses],
        "decisions": decisions_beside(procedure),
        "organisations": acts_for(looking),
        "may_apply": _may_apply(looking),
        "laws": laws(procedure),
    }
