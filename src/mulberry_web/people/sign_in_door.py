"""Checking a password, and making the guessing of one slow.

After five failures in a row from one address for one name, each further try must wait twice as long, up to a quarter of
an hour; after fifty from one address for whatever names, likewise. A name alone is never locked: nobody can shut
somebody else out from elsewhere. Who signs in has a clean slate.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone

from mulberry_web.people.models import Person, SignInFailures

FREE_FOR_A_NAME, FREE_FOR_AN_ADDRESS = 5, 50
LONGEST_WAIT = timedelta(minutes=15)
FORGOTTEN_AFTER = timedelta(days=1)


class SlowedBackend(ModelBackend):
    """Django's own check of passwords, behind the wait. ``request.sign_in_wait`` tells a page the seconds left."""

    def authenticate(
        self, request: HttpRequest | None, username: str | None = None, password: str | None = None, **kwargs: Any
    ) -> Person | None:
        if request is None or username is None:
            return _person(super().authenticate(request, username, password, **kwargs))
        keys, now = _keys(request, username), timezone.now()
        wait = max(_wait(key, free, now) for key, free in keys.items())
        if wait > timedelta():
            request.sign_in_wait = int(wait.total_seconds()) + 1  # type: ignore[attr-defined]
            raise PermissionDenied
        person = _person(super().authenticate(request, username, password, **kwargs))
        if person is None:
            _failed(list(keys), now)
        else:
            SignInFailures.objects.filter(key__in=list(keys)).delete()
        return person


def forget_failures(now: datetime) -> int:
    """Throw away failures that no longer slow anybody down; gives how many."""
    deleted, _ = SignInFailures.objects.filter(last_at__lt=now - FORGOTTEN_AFTER).delete()
    return deleted


def _person(found: Any) -> Person | None:
    return found if isinstance(found, Person) else None


def _keys(request: HttpRequest, username: str) -> dict[str, int]:
    """What failures are counted under, and how many are free. Digests: what people type by mistake is not kept."""
    address = request.META.get("REMOTE_ADDR", "")
    name = Person.normalize_username(username).casefold()
    return {_digest("name", name, address): FREE_FOR_A_NAME, _digest("address", address): FREE_FOR_AN_ADDRESS}


def _digest(*parts: str) -> str:
    return sha256("\n".join(parts).encode()).hexdigest()


def _wait(key: str, free: int, now: datetime) -> timedelta:
    found = SignInFailures.objects.filter(key=key).first()
    if found is None or found.count < free:
        return timedelta()
    # The exponent is bounded first: a number of seconds with thousands of digits helps nobody.
    pause = min(timedelta(seconds=2 ** min(found.count - free + 1, 20)), LONGEST_WAIT)
    return found.last_at + pause - now


def _failed(keys: list[str], now: datetime) -> None:
    with transaction.atomic():
        for key in keys:
            changed = SignInFailures.objects.filter(key=key).update(count=F("count") + 1, last_at=now)
            if not changed:
                SignInFailures.objects.get_or_create(key=key, defaults={"count": 1, "last_at": now})
