"""The people of the tests of cases, and a case that they have brought as far as a test wants it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from mulberry.law.text import t
from mulberry.record.events import Actor, Command
from mulberry_web.facts.machine import ID as FACTS
from mulberry_web.people import door as people
from mulberry_web.people.models import Membership, Organisation, Person
from mulberry_web.record import door
from mulberry_web.record.door import Answer

MILL = "mill-case"
NINE = datetime.fromisoformat("2026-03-02T09:00:00")
ANSWERS: dict[str, Any] = {
    "applicant": "桑田丝绸",
    "purpose": "silk",
    "basins": 40,
    "holder": "沈如意",
    "survey": "W-7",
}
ROLES = {"submit": "applicant", "supply": "applicant", "withdraw": "applicant", "extend": "head"}


def pdf(name: str = "厂区图.pdf", content: bytes = b"%PDF-1.4 plan") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


@dataclass
class Town:
    """Owner, colleague and reader belong to one firm, the stranger to another; ``double`` acts for both.

    ``officer``, ``second`` and ``chief`` serve in the office that handles mills, ``elsewhere`` in one that does not.
    ``alone`` belongs to nobody.
    """

    firm: Organisation
    other: Organisation
    owner: Person
    colleague: Person
    reader: Person
    stranger: Person
    double: Person
    officer: Person
    second: Person
    chief: Person
    elsewhere: Person
    supervisor: Person
    alone: Person

    def client(self, name: str | None, language: str = "zh-CN") -> Client:
        """A browser of that person, or of a visitor."""
        browser = Client(HTTP_ACCEPT_LANGUAGE=language)
        if name:
            browser.force_login(getattr(self, name))
        return browser

    def do(self, name: str, key: str = "2026-TEST-0001", by: str = "", at: datetime = NINE, **fields: Any) -> Answer:
        """One act through the write door."""
        role = ROLES.get(name, "officer")
        person: Person = getattr(self, by or {"applicant": "owner", "head": "chief"}.get(role, "officer"))
        given = {**ANSWERS, **fields} if name == "submit" else fields
        owner = self.firm if name == "submit" and not by else None
        return door.execute(person, Command(MILL, name, {"id": key, **given}, Actor(role), at), owner=owner)

    def state(self, **facts: Any) -> None:
        """Facts of the firm."""
        fields = {"subject": f"org-{self.firm.code}", "kind": "enterprise", "source": "台账", "facts": facts}
        door.execute(self.owner, Command(FACTS, "state", fields, Actor("owner"), NINE), owner=self.firm)


def make_town() -> Town:
    """Everybody with their ties."""
    firm = people.organisation("SILK-1", t("桑田丝绸", "Mulberry Silk"))
    other = people.organisation("TEA-1", t("茶行", "Tea House"))
    above = people.office("town", t("市政府", "Town"))
    mills = people.office("mills", t("桑蚕局", "Silk Office"), parent=above, handles=(MILL, FACTS))
    parks = people.office("parks", t("绿化局", "Gardens Office"), handles=("garden-case",))
    names = ("owner", "colleague", "reader", "stranger", "double", "officer", "second", "chief", "elsewhere")
    who = {name: people.enrol(name, t(f"{name}甲", name.title())) for name in (*names, "supervisor", "alone")}
    for name in ("owner", "colleague", "double"):
        people.join(who[name], firm)
    people.join(who["reader"], firm, Membership.Role.READER)
    people.join(who["stranger"], other)
    people.join(who["double"], other)
    people.appoint(who["officer"], mills, "officer")
    people.appoint(who["second"], mills, "officer")
    people.appoint(who["chief"], mills, "head")
    people.appoint(who["elsewhere"], parks, "officer")
    people.oversee(who["supervisor"], above)
    return Town(firm, other, **who)


def hidden(page: str) -> dict[str, str]:
    """The fields that a form sends by itself."""
    found = re.findall(r'<input type="hidden" name="(version|once|role)" value="([^"]*)"', page)
    return dict(found)
