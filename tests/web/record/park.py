"""The people of the tests: of every relation to a case one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from mulberry.law.text import t
from mulberry_web.people import door as people
from mulberry_web.people.models import Membership, Organisation, Person
from mulberry_web.record import door
from mulberry_web.record.door import Answer
from mulberry_web.record.erasure import DATA_OFFICER, ERASURE
from tests.web.record.permit import STEPS, command

NINE = datetime.fromisoformat("2026-03-02T09:00:00")
HANDLED = ("permit-case", "permit-quota")


@dataclass
class Park:
    """Owner, colleague and reader belong to one enterprise, the stranger to another; officers to two offices."""

    enterprise: Organisation
    owner: Person
    colleague: Person
    reader: Person
    stranger: Person
    officer: Person
    elsewhere: Person
    supervisor: Person
    data_officer: Person

    def act(self, name: str, id: str, *, person: Person | None = None, at: datetime = NINE, **how: Any) -> Answer:
        """One command of the permit by whoever it is for."""
        door_words = {"expected_version", "idempotency_key", "owner"}
        given = {word: how.pop(word) for word in door_words & how.keys()}
        who = person or (self.owner if name == "submit" else self.officer)
        return door.execute(who, command(name, id, at, **how), **given)

    def run(self, id: str, until: str = "notify", **fields: Any) -> None:
        """The steps of a case up to one of them, an hour apart."""
        for hour, name in enumerate(STEPS):
            self.act(name, id, at=NINE + timedelta(hours=hour), **(fields if name == "submit" else {}))
            if name == until:
                return


def make_park() -> Park:
    """Everybody with their ties."""
    enterprise = people.organisation("913200000000000001", t("桑蚕公司", "Silkworm Ltd"))
    other = people.organisation("913200000000000002", t("茧公司", "Cocoon Ltd"))
    centre = people.office("sip", t("园区管委会", "Park committee"))
    office = people.office("permits", t("许可局", "Permit office"), parent=centre, handles=HANDLED)
    other_office = people.office("parks", t("绿化局", "Gardens office"), parent=centre, handles=("garden-case",))
    privacy = people.office("privacy", t("个保办", "Privacy office"), handles=(ERASURE, *HANDLED))
    names = ("owner", "colleague", "reader", "stranger", "officer", "elsewhere", "supervisor", "data_officer")
    who = {name: people.enrol(name, t(name, name)) for name in names}
    for name in ("owner", "colleague"):
        people.join(who[name], enterprise)
    people.join(who["reader"], enterprise, Membership.Role.READER)
    people.join(who["stranger"], other)
    people.appoint(who["officer"], office, "officer")
    people.appoint(who["elsewhere"], other_office, "officer")
    people.oversee(who["supervisor"], centre)
    people.appoint(who["data_officer"], privacy, DATA_OFFICER.id)
    return Park(enterprise, **who)
