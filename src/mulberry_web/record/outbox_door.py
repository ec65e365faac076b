"""Telling people what happened: the outbox is filled by the write door and emptied here, at least once and in order."""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.db import transaction
from django.db.models import Q

from mulberry_web.people.models import Membership, Person, Post
from mulberry_web.record.models import Notice
from mulberry_web.record.programme import officer_roles, programme

log = logging.getLogger(__name__)
MOST_ATTEMPTS = 20


def recipients(notice: Notice) -> list[Person]:
    """Who is to be told: the owner's people, or the officers who may act in the instrument."""
    stream = notice.stream
    if notice.to == Notice.To.OFFICERS:
        roles = officer_roles(programme().machine(stream.instrument))
        posts = Post.objects.filter(office__competences__instrument=stream.instrument, role__in=roles)
        chosen = Q(pk__in=posts.values("person"))
    elif stream.owner_person is not None:
        chosen = Q(pk=stream.owner_person.pk)
    else:
        members = Membership.objects.filter(organisation=stream.owner_organisation)
        chosen = Q(pk__in=members.values("person"))
    return list(Person.objects.filter(chosen, is_active=True).order_by("pk"))


def deliver(tell: Callable[[Notice, list[Person]], None], limit: int = 100) -> int:
    """Hand the oldest notices to ``tell`` and delete those that it took; gives how many.

    A notice may be handed over twice, should the process die in between: ``tell`` goes by stream and event. One that
    it refuses (by any exception) is kept and tried again, but does not hold up those behind it.
    """
    waiting = Notice.objects.filter(attempts__lt=MOST_ATTEMPTS).order_by("attempts", "pk")
    return sum(_one(pk, tell) for pk in list(waiting.values_list("pk", flat=True)[:limit]))


def _one(pk: int, tell: Callable[[Notice, list[Person]], None]) -> bool:
    with transaction.atomic():
        notice = Notice.objects.select_for_update(of=("self",)).select_related("stream").filter(pk=pk).first()
        if notice is None:
            return False  # another worker was quicker
        try:
            with transaction.atomic():
                tell(notice, recipients(notice))
        except Exception:
            log.exception("a notice could not be delivered")
            Notice.objects.filter(pk=pk).update(attempts=notice.attempts + 1)
            return False
        notice.delete()
        return True
