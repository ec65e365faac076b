"""A desk in a process of its own, for tests that race and kill: ``python -m tests.web.record.worker ACTION ARGUMENTS``.

What it is told comes by the environment (``MULBERRY_DATA``, ``DATABASE_URL``) and its arguments; what it did goes to
standard output, a line each, flushed at once, so that what was acknowledged is known even if it is killed.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from datetime import datetime

os.environ["MULBERRY_PACKS"] = "tests.web.record.permit:pack"
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mulberry_web.settings")

import django

django.setup()

from django.core.management import call_command  # noqa: E402 - Django must be set up before its models are imported

from mulberry.errors import Refused  # noqa: E402
from mulberry_web.people.models import Organisation, Person  # noqa: E402
from mulberry_web.record import door  # noqa: E402
from mulberry_web.record.check import check  # noqa: E402
from mulberry_web.record.models import Event, Stream  # noqa: E402
from tests.web.record.park import NINE, make_park  # noqa: E402
from tests.web.record.permit import STEPS, command  # noqa: E402

NAMES = list(STEPS)


def tell(*words: object) -> None:
    print(*words, flush=True)


def person(username: str) -> Person:
    return Person.objects.get(username=username)


def act(name: str, id: str, at: datetime = NINE) -> door.Answer:
    enterprise = Organisation.objects.order_by("pk")[0] if name == "submit" else None
    who = person("owner" if name == "submit" else "officer")
    return door.execute(who, command(name, id, at), owner=enterprise)


def prepare(cases: str = "0", until: str = "submit") -> None:
    """Make the tables and the people, and so many cases up to a step."""
    call_command("migrate", verbosity=0)
    make_park()
    for number in range(int(cases)):
        for name in NAMES[: NAMES.index(until) + 1]:
            act(name, f"R{number}")


def race(name: str, cases: str) -> None:
    """Do one step of every case, each as soon as the other process is ready for it too; tell what came of it."""
    who, ready = person("officer"), sys.stdin
    tell("ready")
    for number in range(int(cases)):
        ready.readline()
        try:
            door.execute(who, command(name, f"R{number}", NINE))
            tell("won")
        except Refused as refused:
            tell(refused.code)


def submit(cases: str) -> None:
    """Submit so many cases under the same numbers as the other process."""
    tell("ready")
    for number in range(int(cases)):
        sys.stdin.readline()
        try:
            act("submit", f"S{number}")
            tell("won")
        except Refused as refused:
            tell(refused.code)


def cross(turns: str, first: str, then: str) -> None:
    """Acts on one case that are followed, in the same transaction, by an act on another."""
    officer = person("officer")
    tell("ready")
    sys.stdin.readline()
    for _ in range(int(turns)):
        door.execute(officer, command("note", first, NINE, note="x", also=then))
    tell("end")


def crowd(case: str, turns: str) -> None:
    """Notes on one case, one after the other."""
    officer = person("officer")
    tell("ready")
    sys.stdin.readline()
    for number in range(int(turns)):
        door.execute(officer, command("note", case, NINE, note=f"n{number}"))
    tell("end")


def load(prefix: str, seconds: str) -> None:
    """Run whole cases for so long; tell each acknowledged step, by case and version."""
    owner, officer = person("owner"), person("officer")
    enterprise = Organisation.objects.order_by("pk")[0]
    tell("ready")
    sys.stdin.readline()
    until, number = time.monotonic() + float(seconds), 0
    while time.monotonic() < until:
        for name in NAMES:
            first = name == "submit"
            how = command(name, f"{prefix}{number}", NINE)
            answer = door.execute(owner if first else officer, how, owner=enterprise if first else None)
            tell("done", answer.key, answer.version, answer.last)
        number += 1
    tell("end", number)


def look() -> None:
    """Check the record and tell what is in it."""
    report = check()
    tell("differences", len(report.differences), report.page("en").replace("\n", " | "))
    tell("twice", sum(1 for _ in _decided_twice()))
    for key, version in Stream.objects.values_list("key", "version"):
        tell("stream", key, version)


def _decided_twice() -> list[int]:
    found = Event.objects.filter(type="decide").values_list("stream_id", flat=True)
    streams = list(found)
    return [stream for stream in set(streams) if streams.count(stream) > 1]


ACTIONS: dict[str, Callable[..., None]] = {
    "prepare": prepare,
    "race": race,
    "submit": submit,
    "cross": cross,
    "crowd": crowd,
    "load": load,
    "look": look,
}

if __name__ == "__main__":
    ACTIONS[sys.argv[1]](*sys.argv[2:])
