"""What this room shows on the home page: to applicants the cases that wait for them, to officers the most urgent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest

from mulberry_web.page.now import local_now
from mulberry_web.page.who import who
from mulberry_web.procedures.known import procedures
from mulberry_web.procedures.rows import rows
from mulberry_web.record import read

MOST = 5
LOOKED_AT = 60


def waiting_for_me(request: HttpRequest) -> Mapping[str, Any] | None:
    """The reader's open cases in which it is the applicant's turn."""
    person = who(request).person
    if person is None:
        return None
    opened = read.mine(person).filter(ended=False, instrument__in=procedures())[:LOOKED_AT]
    waiting = [row for row in rows(opened, local_now()) if row.with_applicant]
    return {"rows": sorted(waiting, key=lambda row: (row.days is None, row.days))[:MOST]} if waiting else None


def most_urgent(request: HttpRequest) -> Mapping[str, Any] | None:
    """The first rows of the reader's worklist."""
    looking = who(request)
    if looking.person is None:
        return None
    known = list(procedures())
    listed = read.worklist if looking.is_officer else read.overseen
    found = listed(looking.person, instruments=known, limit=MOST)
    return {"rows": rows(found, local_now(), people=looking.is_officer), "supervising": not looking.is_officer}
