"""The people of these tests: of every relation to a firm one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.test import Client

from mulberry.law.text import t
from mulberry.record.events import Actor, Command
from mulberry_web.facts.machine import ID
from mulberry_web.page.now import local_now
from mulberry_web.people import door as people
from mulberry_web.people.models import Membership, Organisation, Person
from mulberry_web.record import door
from mulberry_web.record.door import Answer

FIRM = "org-SILK-1"


@dataclass
class Desk:
    """Owner, colleague and reader belong to one firm, the stranger to another; the officer handles the grant."""

    firm: Organisation
    owner: Person
    colleague: Person
    reader: Person
    stranger: Person
    officer: Person
    supervisor: Person
    alone: Person

    def client(self, name: str | None, language: str = "zh-CN") -> Client:
        """A browser of that person, or of a visitor."""
        browser = Client(HTTP_ACCEPT_LANGUAGE=language)
        if name:
            browser.force_login(getattr(self, name))
        return browser

    def state(self, name: str = "owner", subject: str = FIRM, kind: str = "enterprise", **facts: Any) -> Answer:
        """Facts stated through the write door."""
        person: Person = getattr(self, name)
        fields: Mapping[str, Any] = {"subject": subject, "kind": kind, "source": "台账", "facts": facts}
        owner = self.firm if name in {"owner", "colleague", "reader"} else None
        return door.execute(person, Command(ID, "state", fields, Actor("owner"), local_now()), owner=owner)

    def add_person(self, key: str = "person-1", name: str = "Ada Silk") -> None:
        fields = {"subject": key, "kind": "person", "name": name}
        door.execute(self.owner, Command(ID, "open", fields, Actor("owner"), local_now()), owner=self.firm)


def make_desk() -> Desk:
    """Everybody with their ties."""
    firm, other = (
        people.organisation("SILK-1", t("桑田丝绸", "Mulberry Silk")),
        people.organisation("TEA-1", t("茶行", "Tea House")),
    )
    office = people.office("silk", t("桑蚕局", "Silk Office"), handles=("silk-grant-case",))
    names = ("owner", "colleague", "reader", "stranger", "officer", "supervisor", "alone")
    who = {name: people.enrol(name, t(f"{name}甲", name.title())) for name in names}
    for name in ("owner", "colleague"):
        people.join(who[name], firm)
    people.join(who["reader"], firm, Membership.Role.READER)
    people.join(who["stranger"], other)
    people.appoint(who["officer"], office, "officer")
    people.oversee(who["supervisor"], office)
    return Desk(firm, **who)
