"""Who may see what. One rule, one condition a line: the single guard and every list are made of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import Q

from mulberry.instrument import Kind
from mulberry.record.events import Machine
from mulberry_web.people.models import Competence, Membership, Office, Organisation, Oversight, Person, Post

NOBODY = Q(pk__in=())


def own(person: Person) -> Q:
    """The person's own."""
    return Q(owner_person=person)


def of_organisations(person: Person) -> Q:
    """Those of organisations that the person belongs to."""
    return Q(owner_organisation__in=organisations(person))


def served(person: Person) -> Q:
    """Those of instruments that an office handles in which the person serves."""
    return Q(instrument__in=instruments_served(person))


def overseen(person: Person) -> Q:
    """Those of instruments that an office handles which the person supervises, or one below it."""
    return Q(instrument__in=instruments_overseen(person))


RULE = (own, of_organisations, served, overseen)
# A supervisor sees the case, not what it holds about natural persons.
PERSONAL_RULE = (own, of_organisations, served)


def visible_to(person: Person | None) -> Q:
    """The streams this person may see; a visitor and somebody whose account is closed see none."""
    return _any(RULE, person)


def personal_visible_to(person: Person | None) -> Q:
    """The streams of which this person may see personal values too."""
    return _any(PERSONAL_RULE, person)


def _any(rule: tuple[Callable[[Person], Q], ...], person: Person | None) -> Q:
    allowed = NOBODY
    if person is not None and person.is_active:
        for condition in rule:
            allowed |= condition(person)
    return allowed


PUBLIC_VIEW = "public"


def is_public(machine: Machine[Any]) -> bool:
    """Whether everybody may see the entries, by the view that the register declares for the public and by no other."""
    return machine.kind is Kind.REGISTER and PUBLIC_VIEW in getattr(machine, "views", {})


def organisations(person: Person) -> list[Organisation]:
    """The organisations the person belongs to, in whatever role."""
    return [tie.organisation for tie in Membership.objects.filter(person=person).select_related("organisation")]


def instruments_served(person: Person) -> list[str]:
    """The instruments of the offices in which the person serves."""
    offices = Post.objects.filter(person=person).values("office")
    return _handled(Q(office__in=offices))


def instruments_overseen(person: Person) -> list[str]:
    """The instruments of the offices that the person supervises and of all offices below them."""
    found = set(Oversight.objects.filter(person=person).values_list("office", flat=True))
    if not found:
        return []
    below, newest = set(found), found
    while newest:
        newest = set(Office.objects.filter(parent__in=newest).values_list("pk", flat=True)) - below
        below |= newest
    return _handled(Q(office__in=below))


def _handled(offices: Q) -> list[str]:
    return sorted(set(Competence.objects.filter(offices).values_list("instrument", flat=True)))
