"""Deciding within one transaction: the command itself, and the commands that follow from it."""

from __future__ import annotations

import dataclasses
from collections import deque
from collections.abc import Mapping
from typing import Any

from mulberry.errors import Invalid
from mulberry.law.text import t
from mulberry.record.events import Command, Decided, Machine
from mulberry_web.record import refusals
from mulberry_web.record.work import Opened, Work

MAX_FOLLOWING = 100
MAX_KEY = 200


def key_of(machine: Machine[Any], command: Command) -> str:
    key = machine.key(command.name, command.fields)
    if not 0 < len(key) <= MAX_KEY or not key.isprintable():
        zh, en = (f"编号须为1至{MAX_KEY}个可显示的字符。", f"the number must be 1 to {MAX_KEY} printable characters.")
        raise Invalid("id", t(zh, en))
    return key


def decide(work: Work, opened: Opened, command: Command) -> Mapping[str, Any]:
    """Decide the command and those that follow from it; gives the answer to the first."""
    work.lapse(opened)
    decided = _one(work, opened, command)
    following, count = deque(decided.then), 0
    while following:
        count += 1
        if count > MAX_FOLLOWING:
            raise refusals.refused("runaway", refusals.RUNAWAY)
        after = following.popleft()
        machine = work.programme.machine(after.instrument)
        stream = work.opened(after.instrument, key_of(machine, after))
        if stream.version == 0:
            _inherit(stream, opened)
        following.extend(_one(work, stream, after).then)
    return decided.answer


def _inherit(stream: Opened, opened: Opened) -> None:
    """A stream that comes about in consequence of another belongs to the same owner."""
    found = opened.found
    stream.owner = opened.owner
    stream.found = stream.found._replace(owner_organisation=found.owner_organisation, owner_person=found.owner_person)


def _one(work: Work, opened: Opened, command: Command) -> Decided:
    command = dataclasses.replace(command, at=work.moment(opened))
    decided = opened.machine.decide(opened.state, command, work.context)
    work.append(opened, decided.events)
    return decided
