"""A process that races another one: ``python -m tests.web.record.racer``.

It reads what to do from standard input, a line each: ``open NAME`` (which database), ``prepare N`` (what comes before
turn N), ``race N`` (carry out turn N), ``check`` (the record of the database), and answers each with one line.
"""

from __future__ import annotations

import os
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mulberry_web.settings")

import django

django.setup()

from django.db import connection  # noqa: E402 - Django must be set up before its models are imported

from mulberry.errors import Invalid, Refused  # noqa: E402
from mulberry_web.record import door  # noqa: E402
from mulberry_web.record.check import check  # noqa: E402
from tests.web.record.scenarios import Turn, command, let_everybody, person_of, turns  # noqa: E402


def act(turn: Turn) -> str:
    wanted = command(turn.step)
    try:
        door.execute(person_of(wanted.by), wanted)
    except Refused as refused:
        return f"refused {refused.code}"
    except Invalid as invalid:
        return f"invalid {invalid.field}"
    return "done"


def prepare(turn: Turn) -> str:
    for step in (*turn.before, turn.step):
        person_of(command(step).by)  # both processes find the people there
    for step in turn.before:
        wanted = command(step)
        door.execute(person_of(wanted.by), wanted)
    return "ready"


def answer(word: str, about: str, known: list[Turn]) -> str:
    match word:
        case "open":
            connection.close()
            connection.settings_dict["NAME"] = about
            return "opened"
        case "prepare":
            return prepare(known[int(about)])
        case "race":
            return act(known[int(about)])
        case _:
            return " ".join(one.at + " " + one.field for one in check().differences) or "sound"


def main() -> None:
    known = list(turns())
    let_everybody()
    print(len(known), flush=True)
    for line in sys.stdin:
        word, _, about = line.strip().partition(" ")
        print(answer(word, about, known), flush=True)


if __name__ == "__main__":
    main()
