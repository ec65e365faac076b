"""Declaring a decision: a class whose body reads like the rule it carries out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, Generic, TypeVar, get_args

from mulberry.decisions import coherence, sound
from mulberry.decisions.coherence import Coherence, coherent
from mulberry.decisions.expression import Expr, all_of
from mulberry.decisions.facts import Fact, Subject
from mulberry.decisions.parts import (
    Amount,
    Notice,
    Requirement,
    Route,
    Routes,
    amount,
    finding,
    first,
    require,
    route,
    warn,
)
from mulberry.decisions.tree import walk
from mulberry.instrument import Kind
from mulberry.law.basis import Basis
from mulberry.law.parameters import Parameter
from mulberry.law.text import Text

# fmt: off
__all__ = [
    "Amount", "Coherence", "Decision", "Notice", "Requirement", "Route", "Routes", "amount", "coherent", "finding",
    "first", "nodes", "require", "roots", "route", "warn",
]
# fmt: on

S = TypeVar("S", bound=Subject)


class Decision(Generic[S]):
    """Rules over the facts of a subject, and parameters of the law, that give an outcome with its reasons.

    Declare requirements, amounts and warnings as class attributes. ``result`` is ``first(…)``, or a pair of outcomes
    ``("eligible", text), ("not_eligible", text)``: the first where every deciding requirement holds. ``dated_by`` is
    the fact whose day picks the law and the numbers; without it, or while it is unknown, the as-of date does.
    ``good`` names the outcomes that a subject would rather have, the first of two where there are no routes.
    ``also_about`` gives, for another kind of subject whose facts are read too, the reason why.
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
    good: ClassVar[tuple[str, ...]] = ()
    also_about: ClassVar[Mapping[str, Text]] = {}
    routes: ClassVar[Routes]
    requirements: ClassVar[tuple[Requirement, ...]]
    amounts: ClassVar[tuple[Amount, ...]]
    warnings: ClassVar[tuple[Notice, ...]]
    facts: ClassVar[Mapping[str, Fact]]
    coherences: ClassVar[tuple[Coherence, ...]]
    parameters: ClassVar[tuple[Parameter, ...]]
    bases: ClassVar[tuple[Basis, ...]]

    def __init_subclass__(cls, *, id: str, system: str, clauses: tuple[str, ...] | str, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls.id, cls.system, cls.clauses = id, system, (clauses,) if isinstance(clauses, str) else tuple(clauses)
        sound.check_heading(cls)
        cls.subject_type = _subject_type(cls)
        cls.subject = cls.subject_type.kind_of_subject
        declared = vars(cls).values()
        cls.requirements = tuple(part for part in declared if isinstance(part, Requirement))
        cls.amounts = tuple(part for part in declared if isinstance(part, Amount))
        cls.warnings = tuple(part for part in declared if isinstance(part, Notice))
        cls.routes = _routes(cls)
        cls.good = sound.good_outcomes(cls)
        every = list(walk(*roots(cls)))
        cls.facts = _facts(cls, every)
        cls.coherences = coherence.of(cls.id, declared, cls.subject_type, cls.facts)
        looked_up = [node.value for node in every if node.op in {"param", "lookup"}]
        cls.parameters = tuple({parameter.key: parameter for parameter in looked_up}.values())
        cls.bases = _bases(cls)
        sound.check_rule(cls)


def nodes(*roots: Expr) -> Iterator[Expr]:
    """Every node of some trees once, arguments before what uses them."""
    return walk(*roots)


def roots(cls: type[Decision[Any]]) -> list[Expr]:
    """Everything that is evaluated: requirements, routes, amounts, warnings, each in the order declared."""
    return [
        *cls.requirements,
        *(route.when for route in cls.routes.ordered),
        *cls.amounts,
        *(warning.condition for warning in cls.warnings),
    ]


def _subject_type(cls: type[Decision[Any]]) -> type[Subject]:
    bases: tuple[Any, ...] = getattr(cls, "__orig_bases__", ())
    named = [arg for base in bases for arg in get_args(base) if isinstance(arg, type)]
    if not named:
        raise TypeError(f"{cls.id}: say whom it is about, as in class {cls.__name__}(Decision[Enterprise], …)")
    subject: type[Subject] = named[0]
    return subject


def _routes(cls: type[Decision[Any]]) -> Routes:
    result = getattr(cls, "result", None)
    if isinstance(result, Routes):
        return result
    (granted, granted_text), (refused, refused_text) = sound.pair_of_outcomes(cls.id, result)
    conditions = [requirement for requirement in cls.requirements if requirement.decides]
    if not conditions:
        raise TypeError(f"{cls.id}: two outcomes and nothing required; declare require(…) or first(…)")
    return first(route(granted, granted_text, all_of(*conditions)), otherwise=(refused, refused_text))


def _facts(cls: type[Decision[Any]], every: list[Expr]) -> dict[str, Fact]:
    read = [node for node in every if isinstance(node, Fact)] + ([cls.dated_by] if cls.dated_by is not None else [])
    sound.check_facts(cls, read)
    return {fact.name: fact for fact in read}


def _bases(cls: type[Decision[Any]]) -> tuple[Basis, ...]:
    parts: list[Requirement | Amount | Notice] = [*cls.requirements, *cls.amounts, *cls.warnings]
    cited = [basis for part in parts for basis in part.basis]
    return tuple(dict.fromkeys([*cited, *(basis for parameter in cls.parameters for basis in parameter.bases)]))
