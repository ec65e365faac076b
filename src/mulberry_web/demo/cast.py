"""Roles that the script gives to nobody: an office and two officers are invented for each, so that cases go on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mulberry.law.text import Text, t
from mulberry.record.acts import Role
from mulberry_web.demo.park import Park
from mulberry_web.people import door
from mulberry_web.people.models import Office, Person
from mulberry_web.record.programme import applicant_roles, programme

OFFICERS = (t("甲", "A"), t("乙", "B"))


def known(instruments: Iterable[str]) -> Iterator[str]:
    """Those of the instruments that this desk runs; the script may name some that are not written yet."""
    machines = programme().machines
    return (instrument for instrument in instruments if instrument in machines)


def fill_in(park: Park, password: str) -> None:
    """An office and two officers for every role of an instrument in which nobody serves."""
    for instrument, role in _vacant(park):
        code = f"demo-{instrument}-{role.id}".replace("_", "-")
        name = Text(f"{role.title.zh}（演示）", f"{role.title.en} (demonstration)")
        office = Office.objects.filter(code=code).first() or door.office(code, name, handles=(instrument,))
        park.offices[code] = office
        for letter in OFFICERS:
            username = f"{code}-{letter.en.lower()}"
            serving = Person.objects.filter(username=username).first()
            title = Text(f"{role.title.zh}{letter.zh}", f"{role.title.en} {letter.en}")
            serving = serving or door.enrol(username, title, password=password)
            door.appoint(serving, office, role.id)
            park.people[username] = serving
            park.officers.setdefault((instrument, role.id), []).append(serving)


def _vacant(park: Park) -> Iterator[tuple[str, Role]]:
    for id, machine in sorted(programme().machines.items()):
        roles: dict[str, Role] = getattr(machine, "roles", {})
        for name, role in roles.items():
            if name not in applicant_roles(machine) and (id, name) not in park.officers:
                yield id, role
