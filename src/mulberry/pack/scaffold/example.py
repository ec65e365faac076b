"""The first worked example of a new pack: whether the policy is in force on a day. True of every policy, small enough
to read in a minute, and the author's to replace."""

from __future__ import annotations

from datetime import date, timedelta

from mulberry.pack.scaffold.literal import quoted
from mulberry.pack.scaffold.names import Named
from mulberry.policy.model import Reading
from mulberry.policy.validity import in_force

SYSTEM = "G.1"
_DECISION = '''"""{system} Is the policy in force? / 政策是否施行.

AN EXAMPLE, YOURS TO REPLACE. It shows how a decision reads: facts, dated parameters with their standing, requirements
with their basis, outcomes. The days were read in the text by a program: compare them with the official text, and then
set their standing to "confirmed".{stand_in}
"""

from __future__ import annotations

from mulberry.decisions.declare import Decision, require
from mulberry.decisions.facts import Subject, day
from mulberry.law.parameters import {imports}
from mulberry.law.text import t
from {module}.law.policy import POLICY

{parameters}

class Asking(Subject, kind="project"):
    """What is asked about: here only the day."""

    {fact} = day(
        t("申请日期", "Day of application"),
        t("以收到申请之日为准。", "The day on which the application arrives."),
    )


class InForce(Decision[Asking], id="{id}-in-force", system="{system}", clauses="{clause}"):
    """Whether the policy applies to an application of that day."""

    title = t("政策是否施行", "Is the policy in force")

    begun = require(
        Asking.{fact} >= IN_FORCE_FROM,
        t("已经开始施行", "It has begun to apply"),
        POLICY.art("{clause}"),
    )
{ended}
    result = (
        ("in_force", t("施行中", "In force")),
        ("not_in_force", t("不在施行期内", "Not in force")),
    )
'''
_STAND_IN = """

No sentence of the text says from when it applies; {clause} is named in its place until you know which does."""
_ENDED = """    not_ended = require(
        Asking.{fact} <= IN_FORCE_UNTIL,
        t("尚未失效", "It has not ended"),
        POLICY.art("{clause}"),
    )
"""
_GIVEN = """{name} = parameter(
    "{key}",
    t({zh}, {en}),
    (date({day.year}, {day.month}, {day.day}), None, None, POLICY.art("{clause}"), "unconfirmed"),
    type="date",
)
"""
_MISSING = '''IN_FORCE_FROM = missing(
    "{key}",
    t("施行首日", "First day in force"),
    POLICY.art("{clause}"),
    type="date",
)
"""No such day was found in the text: the answer stays undetermined and asks for it, until you enter it."""
'''


def clause_of(reading: Reading) -> tuple[str, bool]:
    """The sentence that says from when the policy applies, and true; where none does, the one that issues it (or the
    last), and false."""
    for sentence in reversed(reading.sentences):
        if in_force(sentence.text, reading.header.dated)[0]:
            return sentence.id, True
    issuing = (s.id for s in reading.sentences if any(clause.cls == "enact" for clause in s.clauses))
    return next(issuing, reading.sentences[-1].id), False


def fact(names: Named) -> str:
    """The name of the fact, the pack's own so that no other pack's fact of that name is meant."""
    return f"{names.id.replace('-', '_')}_applied_on"


def _key(names: Named, end: str) -> str:
    return f"{names.id.replace('-', '_')}.in_force_{end}"


def decision(names: Named, reading: Reading) -> str:
    """The module of the example."""
    since, until = reading.header.valid_from, reading.header.valid_until
    clause, said = clause_of(reading)
    end = until if since else None
    made = _MISSING.format(key=_key(names, "from"), clause=clause)
    if since:
        made = _given("IN_FORCE_FROM", _key(names, "from"), "施行首日", "First day in force", since, clause)
    if end:
        made += _given("IN_FORCE_UNTIL", _key(names, "until"), "施行末日", "Last day in force", end, clause)
    text = _DECISION.format(
        system=SYSTEM,
        stand_in="" if said else _STAND_IN.format(clause=clause),
        imports="parameter" if since else "missing",
        module=names.module,
        parameters=made,
        fact=fact(names),
        id=names.id,
        clause=clause,
        ended=_ENDED.format(fact=fact(names), clause=clause) if end else "",
    )
    if since:
        text = text.replace("annotations\n\nfrom", "annotations\n\nfrom datetime import date\n\nfrom", 1)
    return text.replace(")\n\n\n    result", ")\n\n    result")


def _given(name: str, key: str, zh: str, en: str, day: date, clause: str) -> str:
    return _GIVEN.format(name=name, key=key, zh=quoted(zh), en=quoted(en), day=day, clause=clause)


def cases(names: Named, reading: Reading) -> str:
    """Worked cases of the example, on both sides of each day that the text gives."""
    since, until = reading.header.valid_from, reading.header.valid_until
    head = "# Worked cases of the example: replace them together with it.\n"
    if since is None:
        key = _key(names, "from")
        return head + _case(names, "The text gives no first day", date(2026, 1, 5), "undetermined", f"param:{key}")
    made = [
        _case(names, "The day before", since - timedelta(days=1), "not_in_force"),
        _case(names, "The first day", since, "in_force"),
    ]
    if until:
        made.append(_case(names, "The last day", until, "in_force"))
        made.append(_case(names, "The day after", until + timedelta(days=1), "not_in_force"))
    made.append(_case(names, "Nobody knows the day", None, "undetermined", fact(names), since))
    return head + "".join(made)


def _case(names: Named, title: str, on: date | None, outcome: str, needed: str = "", as_of: date | None = None) -> str:
    facts = "{}" if on is None else f"{{{fact(names)}: {on.isoformat()}}}"
    expect = f"{{outcome: {outcome}, needed: [{quoted(needed) if needed else ''}]}}"
    return (
        f'\n- title: {title}\n  system: "{SYSTEM}"\n  instrument: {names.id}-in-force\n'
        f"  as_of: {(on or as_of or date(2026, 1, 5)).isoformat()}\n  facts: {facts}\n  expect: {expect}\n"
        "  because: the text of the policy\n"
    )
