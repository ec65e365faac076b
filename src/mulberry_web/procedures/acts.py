"""Acting on a case: a form made from the command's fields, sent through the write door, refusals told in place."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from mulberry.errors import Invalid, Refused
from mulberry.law.text import Text, t
from mulberry.procedures.parts import Step, targets
from mulberry.record.acts import Role
from mulberry.record.events import Actor, Command
from mulberry_web.page.inputs import Form, blank, filled
from mulberry_web.page.now import local_now
from mulberry_web.page.who import who
from mulberry_web.people.models import Person
from mulberry_web.procedures.attach import changed
from mulberry_web.procedures.door import seal_papers
from mulberry_web.procedures.evidence import evidence
from mulberry_web.procedures.guarded import or_404
from mulberry_web.procedures.known import questions
from mulberry_web.procedures.look import Seen, seen
from mulberry_web.procedures.models import Paper
from mulberry_web.procedures.papers import ENDINGS, kinds
from mulberry_web.procedures.rights import Offer
from mulberry_web.record import door
from mulberry_web.templatetags.mulberry import said

DONE = t("已办理：{act}。", "Done: {act}.")
OK, WRONG, CONFLICT = 200, 422, 409
CHANGED = "changed_meanwhile"


@sensitive_post_parameters()
@login_required
@require_http_methods(["GET", "POST"])
@or_404
def act(request: HttpRequest, instrument: str, key: str, name: str) -> HttpResponse:
    """One act on a case: asked for, then done."""
    found = seen(who(request), instrument, key, local_now())
    step = found.procedure.commands.get(name)
    roles = tuple(role for role in step.roles if role.id in found.roles) if step else ()
    if step is None or not roles:
        raise Http404
    offer = next((one for one in found.offers if one.step is step), None)
    page = Page(found, step, roles, offer)
    if request.method == "POST" and page.asks_for_more(request):
        return page.more(request)
    if request.method == "POST":
        return page.done(request)
    return page.shown(request, blank(page.fields))


class Page:
    """The page of one act for one person."""

    def __init__(self, found: Seen, step: Step, roles: Sequence[Role], offer: Offer | None) -> None:
        self.seen, self.step, self.roles, self.offer = found, step, roles, offer
        self.fields = questions(found.procedure, step)

    @property
    def takes_papers(self) -> bool:
        """Whether papers can be handed in with it: with whatever an applicant does."""
        return self.seen.as_applicant and any(role.applicant for role in self.roles)

    @property
    def place(self) -> tuple[str, str, str, str]:
        return self.seen.procedure.id, self.seen.key, self.step.name, ""

    def asks_for_more(self, request: HttpRequest) -> bool:
        """Whether the person only wants another row of a list, or to take a paper back."""
        return "remove" in request.POST or any(name.endswith(".more") for name in request.POST)

    def more(self, request: HttpRequest) -> HttpResponse:
        """The form as it stands, with another row, or with one paper less."""
        if self.takes_papers:
            changed(request, self.person, self.place)
        return self.shown(request, Form(filled(self.fields, request.POST).inputs))

    @property
    def person(self) -> Person:
        person = self.seen.looking.person
        if person is None:  # pragma: no cover - login_required has seen to it
            raise Http404
        return person

    def done(self, request: HttpRequest) -> HttpResponse:
        """Do it, and go back to the case; or show the form again with what is in the way."""
        wrong = changed(request, self.person, self.place) if self.takes_papers else None
        form = filled(self.fields, self._named(request))
        if not form.ok or wrong:
            return self.shown(request, form, WRONG, wrong)
        try:
            self._execute(request, form)
        except Invalid as invalid:
            return self.shown(request, form.refused(invalid), WRONG)
        except Refused as refused:
            return self._refused(request, form, refused)
        messages.success(request, said(DONE.format(act=self.step.title)), extra_tags="good")
        return HttpResponseRedirect(reverse("case", args=[self.seen.procedure.id, self.seen.key]))

    def _named(self, request: HttpRequest) -> QueryDict:
        """What was typed; a list of documents that was left empty names the papers handed in."""
        lists = [name for name, field in self.fields.items() if field.type == "list" and field.inner.type == "str"]
        if len(lists) != 1 or request.POST.get(lists[0], "").strip() or not self.takes_papers:
            return request.POST
        data = request.POST.copy()
        data[lists[0]] = "\n".join(paper.name for paper in self.waiting)
        return data

    @property
    def waiting(self) -> list[Paper]:
        """The papers that the person has handed in with this act and that are not on record yet."""
        instrument, key, step, _ = self.place
        return list(Paper.objects.filter(instrument=instrument, key=key, step=step, person=self.person, sealed=None))

    def _execute(self, request: HttpRequest, form: Form) -> None:
        given = {name: value for name, value in form.values.items() if value is not None}
        fields = {self.seen.procedure.key_field: self.seen.key, **given}
        chosen = request.POST.get("role")
        role = next((one for one in self.roles if one.id == chosen), self.roles[0])
        if self.takes_papers:
            stream = self.seen.held.stream
            seal_papers(
                self.person, self.seen.procedure.id, self.seen.key, self.step.name, self.seen.now,
                stream.owner_organisation,
            )  # fmt: skip
        door.execute(
            self.person,
            Command(self.seen.procedure.id, self.step.name, fields, Actor(role.id), self.seen.now),
            expected_version=_version(request),
            idempotency_key=request.POST.get("once", "")[:100] or None,
        )

    def _refused(self, request: HttpRequest, form: Form, refused: Refused) -> HttpResponse:
        """A refusal told where it happened. Where somebody else was quicker, what happened since is told too."""
        if refused.code != CHANGED:
            return self.shown(request, form, WRONG, refused.text)
        since = _version(request) or 0
        meanwhile = [one for one in self.seen.course if one.version > since]
        return self.shown(request, form, CONFLICT, refused.text, meanwhile)

    def shown(
        self,
        request: HttpRequest,
        form: Form,
        status: int = OK,
        error: Text | None = None,
        meanwhile: Sequence[object] = (),
    ) -> HttpResponse:
        shown: dict[str, Any] = {
            "seen": self.seen,
            "step": self.step,
            "roles": self.roles,
            "chosen": request.POST.get("role") or self.roles[0].id,
            "offer": self.offer,
            "form": form,
            "error": error,
            "meanwhile": meanwhile,
            "refusals": [
                one for one in self.step.refusals() if one is not self.step.wrong_role and "{" not in one.text.zh
            ],
            "papers": self.waiting if self.takes_papers else [],
            "takes_papers": self.takes_papers,
            "accept": ",".join(kinds()),
            "kinds": ENDINGS,
            "version": self.seen.held.version,
            "once": secrets.token_hex(16) if status == CONFLICT else request.POST.get("once") or secrets.token_hex(16),
        }
        if self.seen.roles and not self.seen.as_applicant and any(state.end for state in targets(self.step.to)):
            shown["evidence"] = evidence(self.seen)
        return render(request, "procedures/act.html", shown, status=status)


def _version(request: HttpRequest) -> int | None:
    given = request.POST.get("version", "")
    return int(given) if given.isascii() and given.isdecimal() and len(given) < 10 else None
