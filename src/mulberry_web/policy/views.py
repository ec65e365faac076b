"""Pages of the policy. They show the programme itself, which is public; nothing here reads the record."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters

from mulberry.instrument import Kind
from mulberry.pack.coverage import State, strays
from mulberry.pack.pack import Pack
from mulberry_web.page.answers import shown as shown_answer
from mulberry_web.page.packs import packs
from mulberry_web.policy import described
from mulberry_web.policy.lines import sections, tally
from mulberry_web.policy.reader_views import pack_of
from mulberry_web.policy.results import results
from mulberry_web.policy.trial import KINDS, trial

SHOWN = {state.value: state for state in State}


def index(request: HttpRequest) -> HttpResponse:
    """The policies that this desk carries out; the policy itself where there is one."""
    return _only_one(request, "reader", "policy/index.html")


def coverage_index(request: HttpRequest) -> HttpResponse:
    return _only_one(request, "coverage-of", "policy/index.html")


def _only_one(request: HttpRequest, name: str, template: str) -> HttpResponse:
    known = packs().packs
    if len(known) == 1:
        return redirect(name, known[0].id)
    return render(request, template, {"packs": known, "to": name})


def coverage_page(request: HttpRequest, pack: str) -> HttpResponse:
    """Sentence by instrument; ``?state=`` shows the sentences of one state."""
    found = pack_of(pack)
    shown = sections(found)
    chosen = SHOWN.get(request.GET.get("state", ""))
    rows = [(section, [line for line in section.lines if chosen in (None, line.line.state)]) for section in shown]
    reverse = [(instrument, described.clauses(found, instrument)) for instrument in found.instruments]
    told = {"pack": found, "rows": [row for row in rows if row[1]], "tally": tally(shown), "chosen": chosen}
    return render(request, "policy/coverage.html", told | {"reverse": reverse, "strays": strays(found)})


def instruments(request: HttpRequest) -> HttpResponse:
    """All instruments under their systems."""
    chosen = request.GET.get("kind", "")
    told = [(pack, _by_system(pack, chosen)) for pack in packs().packs]
    return render(request, "policy/instruments.html", {"packs": told, "kinds": list(Kind), "chosen": chosen})


def _by_system(pack: Pack, chosen: str) -> list[tuple[str, Any, list[Any]]]:
    listed = [one for one in pack.instruments if not chosen or one.kind == chosen]
    numbers = sorted({one.system for one in listed}, key=_ordered)
    return [(number, pack.systems.get(number), [one for one in listed if one.system == number]) for number in numbers]


def _ordered(number: str) -> list[tuple[int, str]]:
    return [(int("".join(c for c in part if c.isdigit()) or 0), part) for part in number.split(".")]


@sensitive_post_parameters()
def instrument_page(request: HttpRequest, id: str) -> HttpResponse:
    """One instrument: what it carries out, how, on which law; what calculates can be tried out here."""
    instrument: Any = packs().by_id.get(id)
    if instrument is None:
        raise Http404
    pack, today = packs().pack_of(instrument), timezone.localdate()
    tried = (
        trial(instrument, request.POST if request.method == "POST" else None, today)
        if instrument.kind in KINDS
        else None
    )
    told = {
        "instrument": instrument,
        "pack": pack,
        "system": pack.systems.get(instrument.system),
        "asks": described.ASKS[instrument.kind],
        "template": described.TEMPLATES[instrument.kind],
        "clauses": described.clauses(pack, instrument),
        "parameters": described.parameters(instrument, today),
        "laws": described.laws(instrument),
        "trial": tried,
        "results": results(instrument, tried.result) if tried else None,
        "answered": shown_answer(tried.answer) if tried and tried.answer else None,
        **described.described(instrument, today),
    }
    return render(request, "policy/instrument.html", told, status=422 if tried and not tried.form.ok else 200)
