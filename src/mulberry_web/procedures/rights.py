"""In which roles somebody may act on a case: asked for what a page offers. The write door asks again by itself."""

from __future__ import annotations

from dataclasses import dataclass

from mulberry.procedures import Procedure
from mulberry.procedures.case import Case
from mulberry.procedures.parts import Step
from mulberry.procedures.views import commands_open
from mulberry.record.acts import Role
from mulberry_web.page.who import Who
from mulberry_web.people.models import Membership, Organisation, Post
from mulberry_web.record.models import Stream


@dataclass(frozen=True, slots=True)
class Offer:
    """An act that the state of the case allows and that this person may do, in these roles.

    ``second_person`` is the act whose doer may not do this one, where that was this very person.
    """

    step: Step
    roles: tuple[Role, ...]
    second_person: Step | None = None


def acts_for(looking: Who) -> tuple[Organisation, ...]:
    """The organisations for which the person may act and not only read."""
    return tuple(one.organisation for one in looking.memberships if one.role in Membership.ACTING)


def roles_in(procedure: type[Procedure], stream: Stream, looking: Who) -> frozenset[str]:
    """The roles in which the person may act on this case."""
    if looking.person is None:
        return frozenset()
    own = stream.owner_person_id == looking.person.pk
    of_organisation = stream.owner_organisation_id in {one.pk for one in acts_for(looking)}
    as_applicant = procedure.applicant_roles if own or of_organisation else frozenset()
    return as_applicant | (offices_roles(procedure, looking) - procedure.applicant_roles)


def offices_roles(procedure: type[Procedure], looking: Who) -> frozenset[str]:
    """The roles that the person holds in offices which handle the procedure."""
    held = Post.objects.filter(person=looking.person, office__competences__instrument=procedure.id)
    return frozenset(held.values_list("role", flat=True))


def offers(procedure: type[Procedure], case: Case, roles: frozenset[str], ref: str) -> list[Offer]:
    """The acts that are open to somebody in these roles, as the procedure itself tells which are open."""
    open_ = [procedure.commands[told["command"]] for told in commands_open(procedure, case, None)]
    return [
        Offer(step, mine, _barred(procedure, case, step, ref))
        for step in open_
        if (mine := tuple(role for role in step.roles if role.id in roles))
    ]


def _barred(procedure: type[Procedure], case: Case, step: Step, ref: str) -> Step | None:
    before = (name for name in step.other_than if ref in {actor.name for actor in case.doers(name)})
    return next((procedure.commands[name] for name in before), None)
