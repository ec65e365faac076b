"""Who is looking at the page: the person's organisations, posts and oversight, read once per request."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest

from mulberry_web.people.models import Membership, Organisation, Oversight, Person, Post


@dataclass(frozen=True, slots=True)
class Who:
    """The reader of a page; ``person`` is ``None`` for a visitor."""

    person: Person | None = None
    memberships: tuple[Membership, ...] = ()
    posts: tuple[Post, ...] = ()
    oversights: tuple[Oversight, ...] = ()

    @property
    def organisations(self) -> tuple[Organisation, ...]:
        return tuple(membership.organisation for membership in self.memberships)

    @property
    def is_applicant(self) -> bool:
        """Somebody who may apply: for an organisation, or, holding no office, for himself or herself."""
        return self.person is not None and (bool(self.memberships) or not (self.posts or self.oversights))

    @property
    def is_officer(self) -> bool:
        return bool(self.posts)

    @property
    def is_supervisor(self) -> bool:
        return bool(self.oversights)


VISITOR = Who()


def who(request: HttpRequest) -> Who:
    """Who is looking, with three queries the first time it is asked within a request and none after that."""
    known = getattr(request, "who", None)
    if isinstance(known, Who):
        return known
    person = getattr(request, "user", None)
    found = _of(person) if isinstance(person, Person) and person.is_active else VISITOR
    request.who = found  # type: ignore[attr-defined]
    return found


def _of(person: Person) -> Who:
    return Who(
        person,
        tuple(person.memberships.select_related("organisation").order_by("organisation__code")),
        tuple(person.posts.select_related("office").order_by("office__code", "role")),
        tuple(person.oversights.select_related("office").order_by("office__code")),
    )
