"""Filling the park from its script: offices and officers first, then companies and people, then their facts."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from typing import Any

from mulberry.law.text import Text
from mulberry_web.demo import cast
from mulberry_web.demo.facts import state_all
from mulberry_web.demo.park import Park
from mulberry_web.demo.script import scripts
from mulberry_web.page import demonstration
from mulberry_web.page.demonstration import Guest
from mulberry_web.page.now import local_now
from mulberry_web.people import door
from mulberry_web.people.models import Membership, Office, Organisation, Person

Entry = Mapping[str, Any]


def fill() -> Park:
    """Everybody and everything but the cases. What is there already is left as it is."""
    made_at, password = demonstration.begin(local_now(), f"mulberry-{secrets.token_hex(4)}")
    park, guests = Park(made_at), []
    for script in scripts():
        _offices(park, script, password)
        _organisations(park, script, password)
        _individuals(park, script, password)
        cast.fill_in(park, password)
        guests += [_guest(entry) for entry in script["guests"]]
        state_all(park, script)
    demonstration.list_guests(tuple(guest for guest in guests if guest.username in park.people))
    return park


def _name(entry: Entry) -> Text:
    return Text(entry["zh"], entry["en"])


def person(park: Park, entry: Entry, password: str) -> Person:
    """The person of an entry, made if not there."""
    username = entry["username"]
    known = Person.objects.filter(username=username).first()
    language = entry.get("language", "zh-hans")
    park.people[username] = known or door.enrol(username, _name(entry), password=password, language=language)
    return park.people[username]


def office(park: Park, code: str, name: Text, parent: Office | None, handles: tuple[str, ...]) -> Office:
    """An office, made if not there."""
    known = Office.objects.filter(code=code).first()
    park.offices[code] = known or door.office(code, name, parent=parent, handles=handles)
    return park.offices[code]


def _offices(park: Park, script: Entry, password: str) -> None:
    for entry in script["offices"]:
        handles = tuple(cast.known(entry.get("handles", ())))
        made = office(park, entry["code"], _name(entry), park.offices.get(entry.get("parent", "")), handles)
        for officer in entry.get("officers", ()):
            serving = person(park, officer, password)
            door.appoint(serving, made, *officer["roles"])
            _note(park, serving, handles, officer["roles"])
        for supervisor in entry.get("supervisors", ()):
            door.oversee(person(park, supervisor, password), made)


def _note(park: Park, serving: Person, handles: Iterable[str], roles: Iterable[str]) -> None:
    for instrument in handles:
        for role in roles:
            park.officers.setdefault((instrument, role), []).append(serving)


def _organisations(park: Park, script: Entry, password: str) -> None:
    for entry in script["organisations"]:
        code = entry["code"]
        known = Organisation.objects.filter(code=code).first()
        made = park.organisations[code] = known or door.organisation(code, _name(entry))
        for member in entry["members"]:
            joining, role = person(park, member, password), Membership.Role(member.get("role", "agent"))
            door.join(joining, made, role)
            if role in Membership.ACTING:
                park.agents.setdefault(code, joining)


def _individuals(park: Park, script: Entry, password: str) -> None:
    for entry in script.get("individuals", ()):
        person(park, entry, password)


def _guest(entry: Entry) -> Guest:
    about = entry["about"]
    return Guest(entry["username"], entry["zh"], entry["en"], about["zh"], about["en"])
