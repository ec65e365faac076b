"""The subjects of whoever is looking: the organisations, the people these have named, or oneself."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mulberry.law.text import Text, t
from mulberry_web.facts.catalogue import kind_title
from mulberry_web.facts.kept import kept
from mulberry_web.facts.machine import ID, SubjectState
from mulberry_web.page.now import local_now
from mulberry_web.page.who import Who
from mulberry_web.people.models import Membership, Organisation, Person
from mulberry_web.record import read
from mulberry_web.record.models import Stream
from mulberry_web.record.refusals import NotFound

UNNAMED = t("未具名人员", "Unnamed person")


@dataclass(frozen=True, slots=True)
class Subject:
    """One subject: what is known of it, whose it is, and whether the reader may change it."""

    key: str
    kind: str
    title: Text
    state: SubjectState
    version: int
    organisation: Organisation | None
    writable: bool

    @property
    def kind_title(self) -> Text:
        return kind_title(self.kind)

    @property
    def values(self) -> Mapping[str, Any]:
        return self.state.values


def enterprise_key(organisation: Organisation) -> str:
    return f"org-{organisation.code}"


def own_key(person: Person) -> str:
    return f"me-{person.ref}"


def new_person_key() -> str:
    """A number for a person that tells nothing about him or her."""
    return f"person-{secrets.token_hex(5)}"


def subjects(looking: Who) -> list[Subject]:
    """Every subject of the reader, organisations first and each followed by its people. Two queries."""
    if looking.person is None:
        return []
    known = [_kept(stream, looking) for stream in read.mine(looking.person).filter(instrument=ID)]
    found = {subject.key: subject for subject in known}
    listed: list[Subject] = []
    for organisation in looking.organisations:
        key = enterprise_key(organisation)
        listed.append(
            found.pop(key) if key in found else _unstated(key, "enterprise", organisation.name, organisation, looking)
        )
        people = [one for one in found.values() if one.organisation == organisation]
        listed += sorted(people, key=lambda one: (one.title.zh, one.key))
    own = own_key(looking.person)
    if not looking.memberships and looking.is_applicant:
        listed.append(found.get(own) or _unstated(own, "person", looking.person.name, None, looking))
    return listed


def subject(looking: Who, key: str) -> Subject:
    """One of them; ``NotFound`` where there is none or it is not the reader's."""
    for one in subjects(looking):
        if one.key == key:
            return one
    raise NotFound


def facts_of_owner(person: Person, organisation: Organisation | None, applicant: Person | None) -> Mapping[str, Any]:
    """What the owner of a case has stated of himself, as far as the person asking may see it; empty otherwise."""
    key = enterprise_key(organisation) if organisation else own_key(applicant) if applicant else ""
    try:
        state: SubjectState = read.case(person, ID, key, local_now()).state
    except NotFound:
        return {}
    return state.values


def _unstated(key: str, kind: str, title: Text, organisation: Organisation | None, looking: Who) -> Subject:
    return Subject(key, kind, title, SubjectState(key), 0, organisation, _writable(organisation, looking))


def _kept(stream: Stream, looking: Who) -> Subject:
    state: SubjectState = kept(stream, looking)
    organisation = next((one for one in looking.organisations if one.pk == stream.owner_organisation_id), None)
    title = _title(stream.key, state, organisation, looking)
    return Subject(stream.key, state.kind, title, state, stream.version, organisation, _writable(organisation, looking))


def _title(key: str, state: SubjectState, organisation: Organisation | None, looking: Who) -> Text:
    if organisation is not None and key == enterprise_key(organisation):
        return organisation.name
    if looking.person is not None and key == own_key(looking.person):
        return looking.person.name
    return t(state.name, state.name) if state.name else UNNAMED


def _writable(organisation: Organisation | None, looking: Who) -> bool:
    if organisation is None:
        return True
    ties = [tie for tie in looking.memberships if tie.organisation_id == organisation.pk]
    return any(tie.role in Membership.ACTING for tie in ties)
