"""Applying: a task list, one thing per page, check your answers, send."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from mulberry.errors import Invalid, MulberryError
from mulberry.law.text import Text, t
from mulberry.procedures import Procedure
from mulberry.procedures.parts import Step
from mulberry.record.events import Actor, Command
from mulberry_web.page.inputs import Form, blank, filled
from mulberry_web.page.now import local_now
from mulberry_web.page.who import who
from mulberry_web.people.models import Person
from mulberry_web.procedures import door as drafts_door
from mulberry_web.procedures.drafts import own, own_draft
from mulberry_web.procedures.known import opened_by, questions
from mulberry_web.procedures.models import Draft
from mulberry_web.procedures.tasks import Answered, answered, next_task, paper_tasks
from mulberry_web.record import door, read


@login_required
@require_GET
def tasks(request: HttpRequest, instrument: str, ref: str) -> HttpResponse:
    """The task list: every question, and whether it is answered."""
    draft, procedure, step, _ = own_draft(request, instrument, ref)
    listed, papers = answered(procedure, step, draft), paper_tasks(procedure, step, draft)
    shown = {"draft": draft, "procedure": procedure, "step": step, "tasks": listed, "papers": papers}
    ready = all(task.done for task in listed) and all(task.done for task in papers)
    return render(request, "procedures/tasks.html", shown | {"ready": ready})


@login_required
@require_http_methods(["GET", "POST"])
def question(request: HttpRequest, instrument: str, ref: str, name: str) -> HttpResponse:
    """One thing per page."""
    draft, procedure, step, _ = own_draft(request, instrument, ref)
    fields = questions(procedure, step)
    if name not in fields:
        raise Http404
    asked = {name: fields[name]}
    listed = answered(procedure, step, draft)
    here = next(task for task in listed if task.name == name)
    form = blank(asked, {name: here.value if here.given else here.suggested})
    if request.method == "POST" and f"{name}.more" not in request.POST:
        form, error = _answer(request, draft, here)
        if not error:
            return HttpResponseRedirect(_onwards(request, procedure, step, draft, name))
    elif request.method == "POST":
        form = filled(asked, request.POST)
        form = Form(form.inputs, form.raw, form.values)
    shown = {"draft": draft, "procedure": procedure, "step": step, "form": form, "task": here, "of": len(listed)}
    return render(request, "procedures/question.html", shown, status=422 if form.errors else 200)


def _answer(request: HttpRequest, draft: Draft, here: Answered) -> tuple[Form, bool]:
    """Keep what was answered; gives the form as sent, and whether something is wrong with it."""
    form = filled({here.name: here.field}, request.POST)
    value = form.values.get(here.name)
    later = "later" in request.POST
    if form.ok and value is None and here.field.absent is not None and not here.field.optional and not later:
        form = form.refused(Invalid(here.name, here.field.absent.text))
    if not form.ok and later and form.raw.get(here.name) is None:
        return form, False  # nothing was typed: nothing to keep, and nothing to complain of
    if form.ok:
        drafts_door.keep(draft, {here.name: here.written(value)}, timezone.now())
    return form, not form.ok


def _onwards(request: HttpRequest, procedure: type[Procedure], step: Step, draft: Draft, name: str) -> str:
    if "later" in request.POST:
        return reverse("cases")
    if request.GET.get("from") == "check":
        return reverse("apply-check", args=[procedure.id, draft.ref])
    following = next_task(answered(procedure, step, draft), name)
    if following is None:
        paper = next((one for one in paper_tasks(procedure, step, draft) if not one.given), None)
        address, more = ("apply-paper", [paper.name]) if paper else ("apply-check", [])
        return reverse(address, args=[procedure.id, draft.ref, *more])
    return reverse("apply-question", args=[procedure.id, draft.ref, following.name])


@login_required
@require_http_methods(["GET", "POST"])
def check(request: HttpRequest, instrument: str, ref: str) -> HttpResponse:
    """Check your answers; sending them opens the case."""
    if _already_sent(request, instrument, ref):
        return HttpResponseRedirect(reverse("case-sent", args=[instrument, ref]))
    draft, procedure, step, person = own_draft(request, instrument, ref)
    listed, papers = answered(procedure, step, draft), paper_tasks(procedure, step, draft)
    errors: dict[str, Text] = {}
    lacking: dict[str, Text] = {}
    error = None
    if request.method == "POST":
        errors = {task.name: _missing(task.field.title) for task in listed if not task.done}
        lacking = {task.name: _missing(task.document.title) for task in papers if not task.done}
        if not errors and not lacking:
            try:
                return _sent(procedure, step, draft, person)
            except Invalid as invalid:
                errors = {invalid.field: invalid.text}
            except MulberryError as refused:
                error = refused.text
    shown = {"draft": draft, "procedure": procedure, "step": step, "tasks": listed, "papers": papers}
    shown |= {"errors": errors, "lacking": lacking, "error": error}
    return render(request, "procedures/check.html", shown, status=422 if errors or lacking or error else 200)


def _missing(title: Text) -> Text:
    return t(f"还没有提供：{title.zh}。", f"Not given yet: {title.en}.")


def _already_sent(request: HttpRequest, instrument: str, ref: str) -> bool:
    """Whether the person's own application of that number has become a case: sent twice, it is still one."""
    person = who(request).person
    if person is None or own(person, instrument, ref, timezone.now()) is not None:
        return False
    return read.mine(person).filter(instrument=instrument, key=ref).exists()


def _sent(procedure: type[Procedure], step: Step, draft: Draft, person: Person) -> HttpResponse:
    """Send the draft through the write door. Its number is the case's, so that sending it twice makes one case."""
    fields = {procedure.key_field: draft.ref, **draft.given}
    at = local_now()
    command = Command(procedure.id, step.name, fields, Actor(opened_by(step).id), at)
    drafts_door.seal_papers(person, procedure.id, draft.ref, step.name, at, draft.organisation)
    door.execute(person, command, idempotency_key=f"draft-{draft.ref}", owner=draft.organisation)
    drafts_door.forget(draft)
    return HttpResponseRedirect(reverse("case-sent", args=[procedure.id, draft.ref]))


@login_required
@require_POST
def drop(request: HttpRequest, instrument: str, ref: str) -> HttpResponse:
    """Throw a draft away."""
    draft, *_ = own_draft(request, instrument, ref)
    drafts_door.drop(draft)
    return HttpResponseRedirect(reverse("cases"))
