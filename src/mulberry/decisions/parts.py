"""The parts of a decision: requirements, amounts, warnings and routes, each with its words and its law."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mulberry.decisions.choosing import only_if
from mulberry.decisions.expression import Expr, Operand, lift
from mulberry.law.basis import Basis
from mulberry.law.text import Text

Cited = Basis | Iterable[Basis]


class Part(Expr):
    """An expression with the words a person reads and the law it rests on; it can be used in other expressions.

    Its id is the name it is declared by, without a trailing underscore: ``rd_ratio_`` is the amount "rd_ratio" of a
    decision that has a requirement of that name too.
    """

    __slots__ = ("basis", "id", "text")

    def __init__(self, op: str, node: Expr, text: Text, basis: Cited) -> None:
        super().__init__(op, node.type, (node,))
        self.id, self.text, self.basis = "", worded(op, text), citations(op, text, basis)

    __hash__ = object.__hash__

    def __set_name__(self, owner: type, name: str) -> None:
        self.id = self.id or id_of(name)

    def __repr__(self) -> str:
        return self.id or super().__repr__()


class Requirement(Part):
    """A condition that holds, fails or is unknown. ``decides`` is false for those that only say whether a further right
    or duty exists."""

    __slots__ = ("clause", "decides")

    def __init__(self, condition: Operand, text: Text, basis: Cited, *, clause: str, decides: bool) -> None:
        super().__init__("require", asked("a requirement", condition, text), text, basis)
        self.clause, self.decides = clause, decides

    __hash__ = object.__hash__

    @property
    def condition(self) -> Expr:
        return self.args[0]


class Amount(Part):
    """A figure, a day, a choice or a set that the decision gives, with its unit."""

    __slots__ = ()

    def __init__(self, value: Operand, text: Text, basis: Cited) -> None:
        super().__init__("amount", lift(value), text, basis)

    __hash__ = object.__hash__


@dataclass(slots=True)
class Notice:
    """Something the answer must also say where its condition holds; it changes no outcome."""

    condition: Expr
    text: Text
    basis: tuple[Basis, ...]
    id: str = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self.id = self.id or id_of(name)


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
        """Every outcome once, in the order in which the routes lead to them."""
        return {route.outcome: route.text for route in self.ordered}


def require(condition: Operand, text: Text, basis: Cited, *, clause: str = "") -> Requirement:
    """What must hold. Where a decision declares no routes, all of these together give the first outcome."""
    return Requirement(condition, text, basis, clause=clause, decides=True)


def finding(condition: Operand, text: Text, basis: Cited, *, clause: str = "") -> Requirement:
    """What is told as holding or not without being asked for: an exemption, an alternative, a further right or duty."""
    return Requirement(condition, text, basis, clause=clause, decides=False)


def amount(value: Operand, text: Text, basis: Cited, *, when: Operand | None = None) -> Amount:
    """A figure that the decision gives; where it does not always apply, only ``when`` a condition holds."""
    return Amount(value if when is None else only_if(when, value), text, basis)


def warn(condition: Operand, text: Text, basis: Cited) -> Notice:
    """A duty or risk to be told where the condition holds."""
    return Notice(asked("a warning", condition, text), worded("warn", text), citations("warn", text, basis))


def route(outcome: str, text: Text, when: Operand) -> Route:
    """One way an answer can go, in ``first(…)``."""
    return Route(outcome, worded("route", text), asked(f"the route {outcome}", when, text))


def first(*routes: Route, otherwise: tuple[str, Text]) -> Routes:
    """Ordered routes: the first that holds, and what is said when none does."""
    outcome, text = otherwise
    return Routes((*routes, Route(outcome, worded("route", text), lift(True))))


# ------------------------------------------------------------------ what every part must have


def asked(what: str, condition: Operand, text: Text) -> Expr:
    """The condition of a part, refused where it is none."""
    if isinstance(condition, bool):
        raise TypeError(
            f"{what} that is always {condition}: “{text.en}”; was a parameter compared from the left? "
            "write value(PARAMETER) == … instead"
        )
    node = lift(condition)
    if node.type.name != "bool":
        raise TypeError(f"{what} is a condition, not {node.type.name}: “{text.en}”")
    return node


def worded(what: str, text: Text) -> Text:
    """The words of a part, refused where they are not in both languages."""
    if not isinstance(text, Text):
        raise TypeError(f"{what}: say it in both languages, as t('中文', 'English'), not {text!r}")
    return text


def citations(what: str, text: Text, basis: Cited) -> tuple[Basis, ...]:
    """The law a part rests on, refused where there is none."""
    cited = (basis,) if isinstance(basis, Basis) else tuple(basis)
    if not cited or not all(isinstance(one, Basis) for one in cited):
        raise TypeError(f"{what} without a basis: “{text.en}”; cite the article, as LAW.art(12)")
    return cited


def id_of(name: str) -> str:
    """The id of a part by the name it is declared under."""
    return name.removesuffix("_")
