"""The moment of a page: taken once per request, so that a page tells of one moment."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone


def local_now() -> datetime:
    """Now in local time, to the second, as the record counts: its day is the event day of periods."""
    return timezone.localtime().replace(tzinfo=None, microsecond=0)
