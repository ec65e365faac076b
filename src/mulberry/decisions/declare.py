"""Declaring a decision: a class whose body reads like the rule it carries out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, TypeVar, get_args

from mulberry.decisions.expression import Expr, Operand, all_of, leaves, lift
from mulberry.decisions.facts import Fact, Subject
from mulberry.instrument import Kind
from mulberry.law.basis import Basis
from mulberry.law.parameters import Parameter
from mulberry.law.text import Text

S = TypeVar("S", bound=Subject)
Cited = Basis | Iterable[Basis]


class Requirement(Expr):
    """A condition with the words a person reads and the law it rests on. It is an expression too, to be used in others.

    ``decides`` is false for those that only say whether a further right or duty exists.
    """

    __slots__ = ("basis", "clause", "decides", "id", "text")

    def __init__(self, condition: Operand, text: Text, basis: Cited, *, clause: str, decides: bool) -> None:
        node = lift(condition)
        if node.type.name != "bool":
            raise TypeError(f"a requirement is a condition, not {node.type.name}: {text.en}")
        super().__init__("require", node.type, (node,))
        self.id, self.text, self.basis, self.clause, self.decides = "", text, citations(basis), clause, decides

    __hash__ = object.__hash__

    def __set_name__(self, owner: type, name: str) -> None:
        self.id = self.id or name

    @property
    def condition(self) -> Expr:
        return self.args[0]


class Amount(Expr):
    """A figure or a day the decision gives, with its unit."""

    __slots__ = ("basis", "id", "text")

    def __init__(self, value: Operand, text: Text, basis: Cited) -> None:
        node = lift(value)
        super().__init__("amount", node.type, (node,))
        self.id, self.text, self.basis = "", text, citations(basis)

    __hash__ = object.__hash__

    def __set_name__(self, owner: type, name: str) -> None:
        self.id = self.id or name


@dataclass(slots=True)
class Notice:
    """Something the answer must also say where its condition holds; it changes no outcome."""

    condition: Expr
    text: Text
    basis: tuple[Basis, ...]
    id: str = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self.id = self.id or name


@dataclass(frozen=True, slots=True)
class Route:
    """One outcome and when it is reached."""

    outcome: str
    text: Text
    when: Expr


@dataclass(frozen=True, slots=True)
class Routes:
    """Outcomes in the order of the law: the first whose condition holds is the answer; the last one always holds."""

    ordered: tuple[Route, ...]

    def outcomes(self) -> Mapping[str, Text]:
        return {route.outcome: route.text for route in reversed(self.ordered)}


def citations(basis: Cited) -> tuple[Basis, ...]:
    return (basis,) if isinstance(basis, Basis) else tuple(basis)


def require(condition: Operand, text: Text, basis: Cited, *, clause: str = "") -> Requirement:
    """What must hold. Where a decision declares no routes, all of these together give the first outcome."""
    return Requirement(condition, text, basis, clause=clause, decides=True)


def finding(condition: Operand, text: Text, basis: Cited, *, clause: str = "") -> Requirement:
    """What is told as holding or not without being asked for: an exemption, an alternative, a further right or duty."""
    return Requirement(condition, text, basis, clause=clause, decides=False)


def amount(value: Operand, text: Text, basis: Cited) -> Amount:
    """A figure that the decision gives."""
    return Amount(value, text, basis)


def warn(condition: Operand, text: Text, basis: Cited) -> Notice:
    """A duty or risk to be told where the condition holds."""
    return Notice(lift(condition), text, citations(basis))


def route(outcome: str, text: Text, when: Operand) -> Route:
    """One way an answer can go, in ``first(…)``."""
    return Route(outcome, text, lift(when))


def first(*routes: Route, otherwise: tuple[str, Text]) -> Routes:
    """Ordered routes: the first that holds, and what is said when none does."""
    return Routes((*routes, Route(otherwise[0], otherwise[1], lift(True))))


class Decision(Generic[S]):
    """Rules over the facts of a subject, and parameters of the law, that give an outcome with its reasons.

    Declare requirements, amounts and warnings as class attributes. ``result`` is ``first(…)``, or a pair of outcomes
    ``("eligible", text), ("not_eligible", text)``: the first where every deciding requirement holds.
    """

    id: ClassVar[str]
    kind: ClassVar[Kind] = Kind.DECISION
    system: ClassVar[str]
    clauses: ClassVar[tuple[str, ...]]
    title: ClassVar[Text]
    subject: ClassVar[str]
    subject_type: ClassVar[type[Subject]]
    result: ClassVar[Any]
    dated_by: ClassVar[Fact | None] = None
    routes: ClassVar[Routes]
    requirements: ClassVar[tuple[Requirement, ...]]
    amounts: ClassVar[tuple[Amount, ...]]
    warnings: ClassVar[tuple[Notice, ...]]
    facts: ClassVar[Mapping[str, Fact]]
    parameters: ClassVar[tuple[Parameter, ...]]
    bases: ClassVar[tuple[Basis, ...]]

    def __init_subclass__(cls, *, id: str, system: str, clauses: tuple[str, ...] | str, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls.id, cls.system, cls.clauses = id, system, (clauses,) if isinstance(clauses, str) else clauses
        cls.subject_type = next(get_args(base)[0] for base in cls.__orig_bases__ if get_args(base))  # type: ignore[attr-defined]
        cls.subject = cls.subject_type.kind_of_subject
        declared = vars(cls).values()
        cls.requirements = tuple(part for part in declared if isinstance(part, Requirement))
        cls.amounts = tuple(part for part in declared if isinstance(part, Amount))
        cls.warnings = tuple(part for part in declared if isinstance(part, Notice))
        cls.routes = _routes(cls)
        read = [leaf for node in roots(cls) for leaf in leaves(node)]
        cls.facts = {leaf.value.name: leaf.value for leaf in read if leaf.op == "fact"} | _dating(cls.dated_by)
        looked_up = [node.value for root in roots(cls) for node in nodes(root) if node.op in {"param", "lookup"}]
        cls.parameters = tuple({parameter.key: parameter for parameter in looked_up}.values())
        cls.bases = _bases(cls)


def nodes(root: Expr) -> Iterable[Expr]:
    """Every node of a tree, the root first."""
    yield root
    for arg in root.args:
        yield from nodes(arg)


def roots(cls: type[Decision[Any]]) -> list[Expr]:
    return [
        *cls.requirements,
        *(route.when for route in cls.routes.ordered),
        *cls.amounts,
        *(w.condition for w in cls.warnings),
    ]


def _routes(cls: type[Decision[Any]]) -> Routes:
    if isinstance(cls.result, Routes):
        return cls.result
    (granted, granted_text), (refused, refused_text) = cls.result
    conditions = [requirement for requirement in cls.requirements if requirement.decides]
    if not conditions:
        raise TypeError(f"{cls.id}: two outcomes and nothing required; declare require(…) or first(…)")
    return first(route(granted, granted_text, all_of(*conditions)), otherwise=(refused, refused_text))


def _dating(fact: Fact | None) -> dict[str, Fact]:
    return {} if fact is None else {fact.name: fact}


def _bases(cls: type[Decision[Any]]) -> tuple[Basis, ...]:
    parts: list[Requirement | Amount | Notice] = [*cls.requirements, *cls.amounts, *cls.warnings]
    cited = [basis for part in parts for basis in part.basis]
    return tuple(dict.fromkeys([*cited, *(basis for parameter in cls.parameters for basis in parameter.bases)]))
