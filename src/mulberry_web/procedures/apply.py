"""Applying: a task list, one thing per page, check your answers, send."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from mulberry.errors import Invalid, MulberryError
from mulberry.law.text import Text, t
from mulberry.record.events import Actor, Command
from mulberry.record.values import write
from mulberry_web.page.inputs import Form, blank, filled
from mulberry_web.page.now import local_now
from mulberry_web.page.who import who
from mulberry_web.procedures import door as drafts_door
from mulberry_web.procedures.drafts import application, own
from mulberry_web.procedures.known import opened_by
from mulberry_web.procedures.tasks import Application, Question
from mulberry_web.record import door, read


@login_required
@require_GET
def tasks(request: HttpRequest, instrument: str, ref: str) -> HttpResponse:
    """The task list: every question, and whether it is answered."""
    return render(request, "procedures/tasks.html", {"application": application(request, instrument, ref)})


@sensitive_post_parameters()
@login_required
@require_http_methods(["GET", "POST"])
def question(request: HttpRequest, instrument: str, ref: str, name: str) -> HttpResponse:
    """One thing per page."""
    found = application(request, instrument, ref)
    here = found.question(name)
    if here is None:
        raise Http404
    form = blank({name: here.field}, {name: here.value if here.given else here.suggested})
    if request.method == "POST":
        form = filled({name: here.field}, request.POST)
        if f"{name}.more" in request.POST:
            form = Form(form.inputs)
        else:
            form, kept = _answered(request, found, here, form)
            if kept:
                return HttpResponseRedirect(_onwards(request, instrument, ref, name))
    shown = {"application": found, "form": form, "task": here}
    return render(request, "procedures/question.html", shown, status=422 if form.errors else 200)


def _answered(request: HttpRequest, found: Application, here: Question, form: Form) -> tuple[Form, bool]:
    """Keep what was answered; gives the form as sent, and whether one may go on."""
    later = "later" in request.POST
    if later and form.raw.get(here.name) is None:
        return form, True  # nothing was typed: nothing to keep, and nothing to complain of
    value = form.values.get(here.name)
    if form.ok and value is None and here.field.absent is not None and not here.field.optional:
        form = form.refused(Invalid(here.name, here.field.absent.text))
    if form.ok:
        drafts_door.keep(found.draft, {here.name: None if value is None else write(value)}, timezone.now())
    return form, form.ok


def _onwards(request: HttpRequest, instrument: str, ref: str, name: str) -> str:
    """Where one goes from a question: back to the check, to what is still open, or away for now."""
    if "later" in request.POST:
        return reverse("cases")
    found = application(request, instrument, ref)
    following = found.open_question(name) if request.GET.get("from") != "check" else None
    if following is not None:
        return reverse("apply-question", args=[instrument, ref, following.name])
    paper = found.open_paper() if request.GET.get("from") != "check" else None
    if paper is not None:
        return reverse("apply-paper", args=[instrument, ref, paper.name])
    return reverse("apply-check", args=[instrument, ref])


@login_required
@require_http_methods(["GET", "POST"])
def check(request: HttpRequest, instrument: str, ref: str) -> HttpResponse:
    """Check your answers; sending them opens the case."""
    if _already_sent(request, instrument, ref):
        return HttpResponseRedirect(reverse("case-sent", args=[instrument, ref]))
    found = application(request, instrument, ref)
    errors: dict[str, Text] = {}
    lacking: dict[str, Text] = {}
    error = None
    if request.method == "POST":
        errors = {task.name: _missing(task.field.title) for task in found.questions if not task.done}
        lacking = {task.name: _missing(task.document.title) for task in found.papers if not task.done}
        if found.ready:
            try:
                return _sent(found)
            except Invalid as invalid:
                named = invalid.field.partition("[")[0].partition(".")[0]
                errors, error = ({named: invalid.text}, None) if named in found.fields else ({}, invalid.text)
            except MulberryError as refused:
                error = refused.text
    shown = {"application": found, "errors": errors, "lacking": lacking, "error": error}
    return render(request, "procedures/check.html", shown, status=422 if errors or lacking or error else 200)


def _missing(title: Text) -> Text:
    return t(f"还没有提供：{title.zh}。", f"Not given yet: {title.en}.")


def _already_sent(request: HttpRequest, instrument: str, ref: str) -> bool:
    """Whether the person's own application of that number has become a case: sent twice, it is still one."""
    person = who(request).person
    if person is None or own(person, instrument, ref, timezone.now()) is not None:
        return False
    return read.mine(person).filter(instrument=instrument, key=ref).exists()


def _sent(found: Application) -> HttpResponse:
    """Send the draft through the write door. Its number is the case's, so that sending it twice makes one case."""
    draft, procedure, step, at = found.draft, found.procedure, found.step, local_now()
    fields = {procedure.key_field: draft.ref, **draft.given}
    command = Command(procedure.id, step.name, fields, Actor(opened_by(step).id), at)
    drafts_door.seal_papers(found.person, procedure.id, draft.ref, step.name, at, draft.organisation)
    door.execute(found.person, command, idempotency_key=f"draft-{draft.ref}", owner=draft.organisation)
    drafts_door.forget(draft)
    return HttpResponseRedirect(reverse("case-sent", args=[procedure.id, draft.ref]))


@login_required
@require_POST
def drop(request: HttpRequest, instrument: str, ref: str) -> HttpResponse:
    """Throw a draft away."""
    drafts_door.drop(application(request, instrument, ref).draft)
    return HttpResponseRedirect(reverse("cases"))
