"""Static findings about a decision: what can be said of a rule without deciding anybody's question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any

from mulberry.decisions.declare import Decision, roots
from mulberry.decisions.expression import Expr
from mulberry.decisions.facts import Subject
from mulberry.decisions.intervals import interval, never_negative
from mulberry.decisions.operations import COMPARISONS
from mulberry.decisions.parts import Notice, Requirement
from mulberry.decisions.tree import OVER_LIST, READ, TRANSPARENT, leaves, walk
from mulberry.findings import Finding, Severity
from mulberry.law.text import Text, t

STRUCTURAL = frozenset({Fraction(-1), Fraction(0), Fraction(1)})
"""Numbers that say "none", "one" or "the whole" and rest on no article."""


def findings(decision: type[Decision[Any]]) -> list[Finding]:
    """Everything wrong or doubtful in one decision."""
    return [
        *_settled_already(decision),
        *_idle(decision),
        *_unreachable(decision),
        *_uncited_numbers(decision),
        *_negative_remainders(decision),
    ]


def unread(subject: type[Subject], decisions: Iterable[type[Decision[Any]]]) -> list[Finding]:
    """Facts of a subject that no decision reads: a form would ask for them in vain."""
    read = {fact for decision in decisions for fact in decision.facts.values()}
    return [
        Finding(
            "unread-fact",
            subject.__name__,
            t("没有任何判定用到这一事实，请删除或说明", "no decision reads this fact: remove it or use it"),
            fact.name,
            Severity.DOUBT,
        )
        for fact in subject.facts().values()
        if fact not in read
    ]


# ------------------------------------------------------------------ conditions that ask nothing


def _settled_already(decision: type[Decision[Any]]) -> Iterator[Finding]:
    """Requirements and warnings that come out the same whatever the facts."""
    for place, condition in [*_parts(decision.requirements), *_parts(decision.warnings)]:
        always = _always(condition)
        if always is not None or _is_fixed(condition):
            said = ALWAYS[always]
            text = Text(
                f"该条件{said.zh}：核对比较方向、界限与参数；若有意如此请删去",
                f"it {said.en}: check the direction, the bounds and the parameters, or leave it out",
            )
            yield Finding("settled-already", decision.id, text, place)


ALWAYS = {
    True: t("总是成立", "always holds"),
    False: t("从不成立", "never holds"),
    None: t("与事实无关", "asks no fact"),
}


def _parts(parts: Iterable[Requirement | Notice]) -> Iterator[tuple[str, Expr]]:
    return ((part.id, part.condition) for part in parts)


def _always(condition: Expr) -> bool | None:
    """Whether a comparison comes out the same for every value its facts may have; ``None`` where it can differ."""
    while condition.op in TRANSPARENT:
        condition = condition.args[0]
    if condition.op == "const":
        return bool(condition.value)
    if condition.op not in COMPARISONS or not condition.args[0].type.is_number:
        return None
    (low, high), (least, most) = interval(condition.args[0]), interval(condition.args[1])
    above = low is not None and most is not None and low >= most
    strictly_above = low is not None and most is not None and low > most
    below = high is not None and least is not None and high <= least
    strictly_below = high is not None and least is not None and high < least
    match condition.op:
        case "ge":
            return True if above else False if strictly_below else None
        case "gt":
            return True if strictly_above else False if below else None
        case "le":
            return True if below else False if strictly_above else None
        case "lt":
            return True if strictly_below else False if above else None
    return (condition.op == "ne") if strictly_above or strictly_below else None


def _is_fixed(node: Expr) -> bool:
    """Whether neither a fact nor the day nor a parameter can change it: a law in force or not is no dead condition."""
    return not any(leaf.op in READ | {"as_of", "law_day", "param"} for leaf in leaves(node))


def _idle(decision: type[Decision[Any]]) -> Iterator[Finding]:
    """What is required although no outcome depends on it."""
    used = set(walk(*(route.when for route in decision.routes.ordered)))
    for requirement in decision.requirements:
        if requirement.decides and requirement not in used:
            text = t(
                "没有结果取决于这一要求：写入路径，或改用 finding(…)",
                "no outcome depends on this requirement: use it in a route, or declare it as finding(…)",
            )
            yield Finding("idle-requirement", decision.id, text, requirement.id)


def _unreachable(decision: type[Decision[Any]]) -> Iterator[Finding]:
    """Routes behind one that always holds, or behind one with the very same condition."""
    seen: list[Expr] = []
    for route in decision.routes.ordered:
        if any(one is route.when or _always(one) for one in seen):
            text = t(
                f"结果“{route.outcome}”的这条路径到不了：前面的路径已先成立",
                f"this route to {route.outcome!r} is never reached: one before it holds already",
            )
            yield Finding("unreachable-route", decision.id, text, route.outcome)
        seen.append(route.when)


# ------------------------------------------------------------------ numbers


def _uncited_numbers(decision: type[Decision[Any]]) -> Iterator[Finding]:
    """Numbers that a condition compares with and that are no parameter: they are law, and law changes by date. Being at
    least or at most a number is a fault; being one of several listed numbers may be how the law tells cases apart."""
    told: dict[Fraction, Severity] = {}
    for place, condition in _conditions(decision):
        for number, severity in _compared_numbers(condition):
            if number not in told or (told[number] is Severity.DOUBT and severity is Severity.FAULT):
                told[number] = severity
                yield Finding("uncited-number", decision.id, _uncited(number), place, severity)


def _uncited(number: Fraction) -> Text:
    shown = str(number) if number.denominator == 1 else f"{number.numerator}/{number.denominator}"
    return t(
        f"数值 {shown} 没有出处：改为注明条款和施行期间的参数",
        f"the number {shown} stands without an article: make it a dated parameter with its basis",
    )


def _conditions(decision: type[Decision[Any]]) -> Iterator[tuple[str, Expr]]:
    yield from _parts(decision.requirements)
    yield from _parts(decision.warnings)
    for route in decision.routes.ordered:
        yield route.outcome, route.when


def _compared_numbers(condition: Expr) -> Iterator[tuple[Fraction, Severity]]:
    """Constants that stand on one side of a comparison, alone or as the rate by which that side is multiplied. What a
    score, a band or a formula is computed with rests on the basis of the part it computes."""
    for node in _skeleton(condition):
        if node.op in COMPARISONS:
            for arg in node.args:
                for constant in (arg, *(arg.args if arg.op in {"mul", "scale"} else ())):
                    number = _plain_number(constant)
                    if number is not None and number not in STRUCTURAL:
                        yield number, Severity.DOUBT if node.op in {"eq", "ne"} else Severity.FAULT


def _skeleton(condition: Expr) -> Iterator[Expr]:
    """The conditions that a condition is joined of, also those asked of the records of a list."""
    waiting, seen = [condition], set[Expr]()
    while waiting:
        node = waiting.pop()
        if node not in seen:
            seen.add(node)
            yield node
            waiting += [arg for arg in node.args if arg.type.name == "bool" or arg.op in OVER_LIST]


def _plain_number(node: Expr) -> Fraction | None:
    if node.op != "const" or not node.type.is_number or node.value is None:
        return None
    return Fraction(node.value) / node.type.scale


def _negative_remainders(decision: type[Decision[Any]]) -> Iterator[Finding]:
    """Whole divisions of what may be negative: the language floors, and not every tool it is exported to does."""
    divided = [node.args[0] for node in walk(*roots(decision)) if node.op in {"floordiv", "mod"}]
    for shown in dict.fromkeys(str(node) for node in divided if not never_negative(node)):
        text = t(
            f"{shown} 可能为负，整除一律向下取整；若不应为负，请声明下限或用 greatest(0, …)",
            f"{shown} may be negative, and whole division rounds down; "
            "where it never should be, declare its low or write greatest(0, …)",
        )
        yield Finding("negative-division", decision.id, text, severity=Severity.DOUBT)
