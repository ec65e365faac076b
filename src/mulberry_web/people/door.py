"""Entering people, organisations and offices, and the ties between them. Nothing else writes these tables."""

from __future__ import annotations

from mulberry.law.text import Text
from mulberry_web.people.models import Competence, Membership, Office, Organisation, Oversight, Person, Post


def enrol(username: str, name: Text, *, password: str | None = None, language: str = "zh-hans") -> Person:
    """A new person; without a password he or she cannot sign in."""
    person = Person(username=Person.normalize_username(username), name_zh=name.zh, name_en=name.en, language=language)
    person.set_password(password)
    person.full_clean(exclude=["password"])
    person.save()
    return person


def organisation(code: str, name: Text) -> Organisation:
    """A new organisation under its unified social credit code."""
    return Organisation.objects.create(code=code, name_zh=name.zh, name_en=name.en)


def office(code: str, name: Text, *, parent: Office | None = None, handles: tuple[str, ...] = ()) -> Office:
    """A new office and the instruments that it handles."""
    made = Office.objects.create(code=code, name_zh=name.zh, name_en=name.en, parent=parent)
    Competence.objects.bulk_create(Competence(office=made, instrument=instrument) for instrument in handles)
    return made


def join(person: Person, to: Organisation, role: Membership.Role = Membership.Role.AGENT) -> Membership:
    """The person now belongs to the organisation, or changes the role in it."""
    membership, _ = Membership.objects.update_or_create(person=person, organisation=to, defaults={"role": role})
    return membership


def appoint(person: Person, to: Office, *roles: str) -> None:
    """The person serves in the office in these roles."""
    for role in roles:
        Post.objects.get_or_create(person=person, office=to, role=role)


def dismiss(person: Person, of: Office, *roles: str) -> None:
    """The person no longer serves in the office in these roles."""
    Post.objects.filter(person=person, office=of, role__in=roles).delete()


def oversee(person: Person, over: Office) -> None:
    """The person supervises the office and those below it."""
    Oversight.objects.get_or_create(person=person, office=over)
