"""Handing in papers with an application, and reading those of a case."""

from __future__ import annotations

from urllib.parse import quote

from django.contrib.auth.decorators import login_required
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from mulberry.errors import Invalid, MulberryError
from mulberry.law.text import Text
from mulberry_web.page.now import local_now
from mulberry_web.page.who import who
from mulberry_web.people.models import Person
from mulberry_web.procedures import door, papers
from mulberry_web.procedures.drafts import application
from mulberry_web.procedures.guarded import or_404
from mulberry_web.procedures.look import seen
from mulberry_web.procedures.models import Paper

MOST_AT_ONCE = 20


@login_required
@require_http_methods(["GET", "POST"])
def document(request: HttpRequest, instrument: str, ref: str, name: str) -> HttpResponse:
    """The papers of one kind: those handed in so far, and room for more."""
    found = application(request, instrument, ref)
    here = found.paper(name)
    if here is None:
        raise Http404
    error = None
    if request.method == "POST":
        error = changed(request, found.person, (instrument, ref, found.step.name, name))
        if error is None:
            return HttpResponseRedirect(_onwards(request, instrument, ref, name))
        here = application(request, instrument, ref).paper(name)
    shown = {"application": found, "task": here, "error": error, "kinds": papers.ENDINGS}
    shown |= {"accept": ",".join(papers.kinds())}
    return render(request, "procedures/papers.html", shown, status=422 if error else 200)


def _onwards(request: HttpRequest, instrument: str, ref: str, name: str) -> str:
    """Back to the same page after every change, until the person asks to go on."""
    if "onwards" not in request.POST:
        return request.get_full_path()
    following = application(request, instrument, ref).open_paper(name) if request.GET.get("from") != "check" else None
    if following is not None:
        return reverse("apply-paper", args=[instrument, ref, following.name])
    return reverse("apply-check", args=[instrument, ref])


def changed(request: HttpRequest, person: Person, place: tuple[str, str, str, str]) -> Text | None:
    """Take out the paper named, take in the files sent; gives what is wrong with one of them."""
    instrument, key, step, document = place
    for paper in Paper.objects.filter(
        ref=request.POST.get("remove", ""), instrument=instrument, key=key, person=person, sealed=None
    ):
        door.give_back(paper)
    try:
        for file in files(request):
            door.take_in(file, person, instrument, key, step, document, timezone.now())
    except MulberryError as error:
        return error.text
    return None


def files(request: HttpRequest) -> list[UploadedFile[bytes]]:
    """The files sent with a form."""
    return request.FILES.getlist("papers")[:MOST_AT_ONCE]


@login_required
@require_GET
@or_404
def paper(request: HttpRequest, instrument: str, key: str, ref: str) -> HttpResponse:
    """One paper of a case, for whoever may see the case with what it holds about people."""
    found = seen(who(request), instrument, key, local_now())
    kept = next((one for one in found.papers if one.ref == ref), None)
    if kept is None:
        raise Http404
    try:
        content = papers.taken_up(kept)
    except Invalid as error:
        return render(request, "procedures/withheld.html", {"error": error.text, "seen": found}, status=409)
    response = HttpResponse(content, content_type="application/octet-stream")
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(kept.name)}"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
