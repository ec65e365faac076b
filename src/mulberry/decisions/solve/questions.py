"""What is asked of every decision: whether each outcome, each route and each requirement can ever matter.

A rule is looked at on the day asked about and, where something cannot happen then, on the other days on which its law
begins, ends or changes: a former rule is no dead rule.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from mulberry.decisions.answer import Answer
from mulberry.decisions.declare import Decision, roots
from mulberry.decisions.parts import Requirement
from mulberry.decisions.solve.inquiry import Inquiry, Unsettled
from mulberry.decisions.solve.terms import Beyond, Term, both
from mulberry.decisions.tree import walk
from mulberry.findings import Finding, Severity
from mulberry.law.dates import FIRST_DAY, LAST_DAY
from mulberry.law.text import Text, t

DAYS = 12
"""On how many days at most a question is asked before it is told as it stands."""

NEVER_REACHED = t(
    "在事实的申报范围内没有任何对象会得到结果“{id}”：核对路径的顺序和条件",
    "no subject with facts in their declared ranges gets the outcome “{id}”: check the routes' order and terms",
)
NEVER_TAKEN = t(
    "通往“{id}”的第{place}条路径永远走不到：前面的路径已先成立，或其条件自相矛盾",
    "route {place}, to “{id}”, is never taken: an earlier one holds already, or its terms contradict each other",
)
NEVER_DECIDES = t(
    "只要其他要求成立，这一要求就成立：核对界限，或删去",
    "it holds whenever the other requirements do: check its bounds, or leave it out",
)
NOT_SETTLED = t(
    "求解器未能在限度内回答这一问题：{what}", "the solver did not settle this question within its limits: {what}"
)
RECORDS = t("（清单至多三条）", " (lists of at most three records)")

Question = tuple[str, str, Text, Callable[[Inquiry], Term], Callable[[Answer], bool]]


def findings(decision: type[Decision[Any]], as_of: date) -> list[Finding]:
    """What the solver has to say of a decision. ``Refused`` where it is not installed."""
    days = [as_of, *days_of_change(decision, as_of)][:DAYS]
    inquiries: dict[date, Inquiry] = {}
    return [finding for one in _questions(decision) if (finding := _asked(decision, one, days, inquiries))]


def days_of_change(decision: type[Decision[Any]], as_of: date) -> list[date]:
    """The days on which the law or a parameter that a decision reads begins, and those before; the nearest first."""
    begun: set[date] = set()
    for node in walk(*roots(decision)):
        if node.op in {"param", "lookup"}:
            begun |= {version.since for version in node.value.versions if version.since is not None}
        elif node.op == "const" and node.type.name == "date" and node.value is not None:
            begun.add(node.value)
    days = {day - back for day in begun for back in (timedelta(0), timedelta(1))}
    return sorted((day for day in days if FIRST_DAY <= day <= LAST_DAY), key=lambda day: abs(day - as_of))


def _asked(
    decision: type[Decision[Any]], question: Question, days: Iterable[date], inquiries: dict[date, Inquiry]
) -> Finding | None:
    """The finding that a question ends with, none where some subject on some day shows that all is well."""
    code, place, text, goal, so = question
    try:
        for day in days:
            if day not in inquiries:
                inquiries[day] = Inquiry(decision, day)
            if inquiries[day].found(goal(inquiries[day]), so) is not None:
                return None
    except (Unsettled, Beyond):
        what = NOT_SETTLED.format(what=code)
        return Finding("not-settled", decision.id, what, place, Severity.DOUBT)
    if any(fact.type.name == "list" for fact in decision.facts.values()):
        text = Text(text.zh + RECORDS.zh, text.en + RECORDS.en)
    return Finding(code, decision.id, text, place, Severity.DOUBT)


def _questions(decision: type[Decision[Any]]) -> Iterator[Question]:
    ordered = decision.routes.ordered
    for outcome in decision.routes.outcomes():
        yield "no-such-outcome", outcome, NEVER_REACHED.format(id=outcome), _reaches(outcome), _is(outcome)
    repeated = [route.outcome for route in ordered]
    for place, route in enumerate(ordered):
        if repeated.count(route.outcome) > 1:
            text = NEVER_TAKEN.format(id=route.outcome, place=str(place + 1))
            yield "route-never-taken", route.outcome, text, _takes(place), _is(route.outcome)
    deciding = [one for one in decision.requirements if one.decides]
    if not hasattr(decision, "result") or isinstance(decision.result, tuple):
        for one in deciding:
            others = [other for other in deciding if other is not one]
            yield "never-decides", one.id, NEVER_DECIDES, _only(one, others), _failed(one)


def _reaches(outcome: str) -> Callable[[Inquiry], Term]:
    def goal(inquiry: Inquiry) -> Term:
        value = inquiry.encoder.outcome(inquiry.decision.routes.ordered)
        return both(value.known, value.term == inquiry.codes.of(outcome))

    return goal


def _takes(place: int) -> Callable[[Inquiry], Term]:
    def goal(inquiry: Inquiry) -> Term:
        *earlier, taken = [route.when for route in inquiry.decision.routes.ordered[: place + 1]]
        return both(*(inquiry.fails(when) for when in earlier), inquiry.holds(taken))

    return goal


def _only(one: Requirement, others: list[Requirement]) -> Callable[[Inquiry], Term]:
    return lambda inquiry: both(inquiry.fails(one), *(inquiry.holds(other) for other in others))


def _is(outcome: str) -> Callable[[Answer], bool]:
    return lambda answer: answer.outcome == outcome


def _failed(one: Requirement) -> Callable[[Answer], bool]:
    return lambda answer: one.id in answer.failed()
