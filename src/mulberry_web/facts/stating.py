"""Stating facts: from a form through the write door."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from mulberry.decisions.facts import Fact
from mulberry.law.text import t
from mulberry.record.events import Actor, Command
from mulberry.record.field import Field
from mulberry.record.fields import day, text
from mulberry_web.facts.catalogue import Group, facts, groups
from mulberry_web.facts.machine import ID, OWNER
from mulberry_web.facts.subjects import Subject
from mulberry_web.page.inputs import Form
from mulberry_web.people.models import Organisation, Person
from mulberry_web.record import door

SOURCE, AS_OF = "about.source", "about.as_of"
ABOUT: Mapping[str, Field] = {
    SOURCE: text(t("信息来源", "Source"), length=200, optional=True),
    AS_OF: day(t("截至日期", "As of"), optional=True),
}
ABOUT_HINTS = {
    SOURCE: t(
        "例如：社保缴费记录、企业内部台账。用于本页改动的各项。",
        "Such as the social-insurance record. It applies to what you change on this page.",
    ),
    AS_OF: t("以上信息是哪一天的情况；不填则为今天。", "The day on which this was so; today if left open."),
}


def asked(kind: str, what: str) -> tuple[Group, Mapping[str, Fact]] | None:
    """What a change page asks: a group by its slug, or one fact by its name."""
    for group in groups(kind):
        if group.slug == what:
            return group, group.facts
        if what in group.facts:
            return group, {what: group.facts[what]}
    return None


def state_facts(
    person: Person, subject: Subject, form: Form, *, at: datetime, version: int, key: str
) -> Mapping[str, Any]:
    """Write what a form says, all of it in one step. What was left open becomes unknown."""
    own = facts(subject.kind)
    fields = {
        "subject": subject.key,
        "kind": subject.kind,
        "source": form.raw.get(SOURCE),
        "as_of": form.raw.get(AS_OF) or at.date().isoformat(),
        "facts": {name: value for name, value in form.raw.items() if name in own},
    }
    command = Command(ID, "state", fields, Actor(OWNER.id), at)
    answer = door.execute(person, command, expected_version=version, idempotency_key=key, owner=subject.organisation)
    return answer.said


def add_person(person: Person, organisation: Organisation, subject: str, name: str, *, at: datetime) -> None:
    """A person about whom an organisation states facts, under a number that tells nothing about him or her."""
    fields = {"subject": subject, "kind": "person", "name": name}
    door.execute(person, Command(ID, "open", fields, Actor(OWNER.id), at), idempotency_key=subject, owner=organisation)
