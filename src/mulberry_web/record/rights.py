"""Who may act on a stream. The other half, who may see one, is in ``read``."""

from __future__ import annotations

from typing import Any

from mulberry.record.events import Command, Machine
from mulberry_web.people.models import Membership
from mulberry_web.record import refusals
from mulberry_web.record.leaf import Owner
from mulberry_web.record.programme import applicant_roles
from mulberry_web.record.store import Asker, Found
from mulberry_web.record.work import Opened, Work

ACTING = tuple(str(role) for role in Membership.ACTING)


def may_act(machine: Machine[Any], found: Found, asker: Asker) -> bool:
    """Whether the asker may act in the role asked for: in an applicant's role the owner's people, else who holds it."""
    if not found.active:
        return False
    if asker.role not in applicant_roles(machine):
        return found.posts > 0
    if found.id is None and asker.owner is None:
        return True  # a person's own, about to be made
    if found.owner_person is not None:
        return found.owner_person == asker.person
    return found.membership in ACTING


def check_right(work: Work, opened: Opened, command: Command, asker: Asker) -> None:
    """The right to act, and on a new stream whose it will be."""
    machine, role = opened.machine, command.by.role
    applicant = role in applicant_roles(machine)
    if opened.id is None:
        asker = _own(work, opened, asker, applicant, command.by.name)
    if may_act(machine, opened.found, asker):
        return
    stranger = applicant and opened.id is not None and opened.found.membership is None
    if stranger and opened.found.active:
        # To a stranger what exists must look like what does not: he is told what would then be said.
        machine.decide(machine.initial(opened.key), command, work.programme.context())
        raise refusals.refused("taken", refusals.TAKEN)
    raise refusals.refused("not_competent", refusals.NOT_COMPETENT, role=role)


def _own(work: Work, opened: Opened, asker: Asker, applicant: bool, ref: str) -> Asker:
    """Say whose stream this becomes: the organisation's, or an applicant's own."""
    found = opened.found
    if applicant and asker.owner is None:
        sole = work.store.sole_organisation(asker.person, ACTING)
        if sole is not None:
            asker = asker._replace(owner=sole[0], owner_code=sole[1])
            work.reopen(opened, asker)
            found = opened.found
    if asker.owner is not None:
        opened.owner = Owner(organisation=asker.owner_code)
        found = found._replace(owner_organisation=asker.owner)
    elif applicant:
        opened.owner = Owner(person=ref)
        found = found._replace(owner_person=asker.person)
    opened.found = found
    return asker
