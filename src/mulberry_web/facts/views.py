"""Pages of facts: fill them once, see what they are, change a group or a single one."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods

from mulberry.decisions.facts import Fact
from mulberry.errors import Invalid, Refused
from mulberry.law.text import Text, t
from mulberry.record.fields import text
from mulberry_web.facts import stating
from mulberry_web.facts.catalogue import groups
from mulberry_web.facts.machine import Known
from mulberry_web.facts.subjects import Subject, new_person_key, subject, subjects
from mulberry_web.page.inputs import Form, blank, filled
from mulberry_web.page.now import local_now
from mulberry_web.page.who import Who, who
from mulberry_web.page.written import field_text
from mulberry_web.people.models import Membership, Person
from mulberry_web.record.refusals import NotFound
from mulberry_web.templatetags.mulberry import said

SAVED = t("已保存，改动 {n} 项。", "Saved: {n} changed.")
UNCHANGED = t("没有改动。", "Nothing was changed.")
ADDED = t("已添加，请填写其情况。", "Added. Now fill in the facts.")
NAME = {"name": text(t("姓名", "Name"), length=100, personal=True)}


@dataclass(frozen=True, slots=True)
class Row:
    """One fact on the page of a subject."""

    name: str
    fact: Fact
    known: Known | None
    text: Text


def found(request: HttpRequest, key: str) -> tuple[Who, Subject]:
    """The subject of an address; one 404 for what is not there and what is not the reader's."""
    looking = who(request)
    try:
        return looking, subject(looking, key)
    except NotFound as error:
        raise Http404 from error


@login_required
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """The reader's organisations and people."""
    looking = who(request)
    acting = any(tie.role in Membership.ACTING for tie in looking.memberships)
    return render(request, "facts/index.html", {"subjects": subjects(looking), "acting": acting})


@login_required
@require_GET
def page(request: HttpRequest, key: str) -> HttpResponse:
    """All facts of a subject, group by group; what is unknown is shown as unknown."""
    _, one = found(request, key)
    rows = [(group, [_row(name, fact, one) for name, fact in group.facts.items()]) for group in groups(one.kind)]
    shown = [(group, listed, sum(row.known is not None for row in listed)) for group, listed in rows]
    told = {"known": sum(count for *_, count in shown), "total": sum(len(listed) for _, listed, _ in shown)}
    return render(request, "facts/page.html", {"subject": one, "groups": shown, **told})


def _row(name: str, fact: Fact, of: Subject) -> Row:
    known = of.state.facts.get(name)
    return Row(name, fact, known, field_text(fact.field, known.value if known else None))


@sensitive_post_parameters()
@login_required
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, key: str, what: str) -> HttpResponse:
    """The form of a group of facts, or of one fact. What was typed stays when something is wrong."""
    looking, one = found(request, key)
    wanted = stating.asked(one.kind, what)
    if wanted is None or not one.writable or looking.person is None:
        raise Http404
    group, asked = wanted
    form = _form(request, one, asked)
    error: Text | None = None
    if request.method == "POST" and form.ok and not _adds_a_row(request):
        try:
            return _saved(request, looking.person, one, form)
        except Invalid as invalid:
            form = form.refused(invalid)
        except Refused as refused:
            error = refused.text
    told = {"subject": one, "group": group, "form": form, "error": error, "single": len(asked) == 1}
    told |= {
        "key": request.POST.get("key") or secrets.token_hex(16),
        "version": one.version if error else request.POST.get("version") or one.version,
    }
    return render(request, "facts/change.html", told, status=422 if form.errors or error else 200)


def _form(request: HttpRequest, one: Subject, asked: Mapping[str, Fact]) -> Form:
    fields = {name: fact.field for name, fact in asked.items()} | dict(stating.ABOUT)
    hints = {**{name: fact.hint for name, fact in asked.items()}, **stating.ABOUT_HINTS}
    if request.method == "POST":
        return filled(fields, request.POST, hints=hints, unknown=True)
    known = [one.state.facts[name] for name in asked if name in one.state.facts]
    about = {stating.SOURCE: known[0].source, stating.AS_OF: known[0].as_of} if known else {}
    return blank(fields, {**one.values, **about}, hints=hints, unknown=True)


def _adds_a_row(request: HttpRequest) -> bool:
    return any(name.endswith(".more") for name in request.POST)


def _saved(request: HttpRequest, person: Person, one: Subject, form: Form) -> HttpResponse:
    version, key = request.POST.get("version", ""), request.POST.get("key", "")[:100] or secrets.token_hex(16)
    seen = int(version) if version.isdecimal() and len(version) < 12 else one.version
    answer = stating.state_facts(person, one, form, at=local_now(), version=seen, key=key)
    changed = answer["changed"]
    messages.success(request, said(SAVED.format(n=changed) if changed else UNCHANGED), extra_tags="good")
    return redirect("facts-of", one.key)


@sensitive_post_parameters()
@login_required
@require_http_methods(["GET", "POST"])
def add_person(request: HttpRequest, code: str) -> HttpResponse:
    """Name a person about whom the organisation states facts."""
    looking = who(request)
    ties = [tie for tie in looking.memberships if tie.organisation.code == code and tie.role in Membership.ACTING]
    if not ties or looking.person is None:
        raise Http404
    organisation = ties[0].organisation
    form = filled(NAME, request.POST) if request.method == "POST" else blank(NAME)
    key = request.POST.get("key", "") if request.POST.get("key", "").startswith("person-") else new_person_key()
    if request.method == "POST" and form.ok:
        try:
            stating.add_person(looking.person, organisation, key[:100], form.values["name"], at=local_now())
            messages.success(request, said(ADDED), extra_tags="good")
            return redirect("facts-of", key)
        except Invalid as invalid:
            form = form.refused(invalid)
    return render(
        request,
        "facts/person.html",
        {"organisation": organisation, "form": form, "key": key},
        status=422 if form.errors else 200,
    )
