"""The columns that a decision gives: for every requirement, amount and warning, the outcome, and what is refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from mulberry.decisions.columns.ir import Builder, Node
from mulberry.decisions.columns.lowering import Lowering
from mulberry.decisions.columns.numbers import Number
from mulberry.decisions.columns.sources import Source, declared
from mulberry.decisions.declare import Decision
from mulberry.errors import Invalid
from mulberry.law.text import t

BEYOND = t("{field}：结果超出1949年至2200年。", "{field}: the result lies outside 1949 to 2200.")
OUTCOME, REFUSED = "outcome", "refused"


@dataclass(frozen=True, slots=True)
class Plan:
    """Nodes to compute. ``holds`` are requirements and ``warned`` warnings by id; ``amounts`` give the counted value,
    or two integers where it is a quotient. ``outcome`` is the place among the outcomes, null where undetermined;
    ``refused`` the place of the first of the ``refusals`` that a row meets, null where there is none."""

    builder: Builder
    holds: Mapping[str, Node]
    amounts: Mapping[str, tuple[Node, ...]]
    warned: Mapping[str, Node]
    outcome: Node
    refused: Node
    refusals: tuple[Invalid, ...]

    def columns(self) -> dict[str, Node]:
        """Every column by a name of its own: ``r_ID``, ``a_ID`` (and ``d_ID``, by which to divide), ``w_ID``."""
        found = {f"r_{name}": node for name, node in self.holds.items()}
        for name, nodes in self.amounts.items():
            found |= {f"{letter}_{name}": node for letter, node in zip("ad", nodes, strict=False)}
        found |= {f"w_{name}": node for name, node in self.warned.items()}
        return {**found, OUTCOME: self.outcome, REFUSED: self.refused}


def plan(
    decision: type[Decision[Any]],
    as_of: date,
    sources: Mapping[str, Source] | None = None,
    overrides: Mapping[str, Any] | None = None,
) -> Plan:
    """The plan of a decision on a day for a population whose columns are described by ``sources``."""
    known = {name: (sources or {}).get(name) or declared(fact) for name, fact in decision.facts.items()}
    low = Lowering(known, as_of, overrides, decision.dated_by)
    holds = {one.id: low.truth(one) for one in decision.requirements}
    outcome = _outcome(decision, low)
    amounts = {one.id: _amount(low, low.value(one)) for one in decision.amounts}
    warned = {one.id: low.truth(one.condition) for one in decision.warnings}
    held_to = [(low.b.not_(low.truth(one.condition)), one.refused()) for one in decision.coherences]
    guards = [(node, Invalid(field, BEYOND.format(field=field))) for node, field in low.days.guards]
    refused: Node = low.b.lit("int", None)
    refusals = [*held_to, *guards]
    for place, (met, _) in reversed(list(enumerate(refusals))):
        certain = low.b.and_(met, low.b.not_(low.b.is_null(met))) if met.nullable else met
        refused = low.b.case(certain, low.b.whole(place), refused, refused)
    return Plan(low.b, holds, amounts, warned, outcome, refused, tuple(error for _, error in refusals))


def _outcome(decision: type[Decision[Any]], low: Lowering) -> Node:
    places = list(decision.routes.outcomes())
    *ways, last = decision.routes.ordered
    result = low.b.whole(places.index(last.outcome))
    for way in reversed(ways):
        result = low.b.ite(low.truth(way.when), low.b.whole(places.index(way.outcome)), result)
    return result


def _amount(low: Lowering, value: Node | Number) -> tuple[Node, ...]:
    if isinstance(value, Node):
        return (value,)
    above, under = low.numbers.over(value)
    return (above,) if under.is_lit and under.value == 1 else (above, under)


def shared(roots: Iterable[Node], fixed: Iterable[Node] = ()) -> list[list[Node]]:
    """The nodes that are computed once under a name of their own, in stages: each stage needs only those before it.

    A node is named where it is used twice, where it is wanted itself, or where the expression would grow too deep.
    """
    wanted = list(roots)
    order = _below(wanted)
    uses = Counter(arg.number for node in order for arg in node.args)
    uses.update(node.number for node in wanted)
    always = {node.number for node in fixed} | {node.number for node in wanted}
    stage: dict[int, int] = {}
    depth: dict[int, int] = {}
    stages: dict[int, list[Node]] = {}
    for node in order:
        base = max((stage[arg.number] for arg in node.args), default=0)
        deep = 1 + max((depth[arg.number] for arg in node.args), default=0)
        plain = node.op in {"col", "lit"}
        looked_up = node.op in {"working_upto", "working_day"}
        if not plain and (node.number in always or uses[node.number] > 1 or deep > 20 or looked_up):
            stages.setdefault(base, []).append(node)
            base, deep = base + 1, 0
        stage[node.number], depth[node.number] = base, deep
    return [stages[place] for place in sorted(stages)]


def _below(roots: Iterable[Node]) -> list[Node]:
    done: dict[int, Node] = {}
    waiting = list(roots)
    while waiting:
        node = waiting.pop()
        if node.number not in done:
            done[node.number] = node
            waiting.extend(node.args)
    return [done[number] for number in sorted(done)]
