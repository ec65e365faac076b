"""What is refused when a decision is declared, with words that tell its author what to write instead."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from mulberry.decisions.expression import Expr
from mulberry.decisions.facts import Fact
from mulberry.decisions.parts import Notice, Part, Routes, id_of
from mulberry.decisions.tree import free_scopes, walk
from mulberry.law.text import Text

if TYPE_CHECKING:
    from mulberry.decisions.declare import Decision

UNDETERMINED = "undetermined"
_KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

# fmt: off
OWN_NAMES = frozenset({
    "also_about", "amounts", "bases", "clauses", "coherences", "dated_by", "facts", "good", "id", "kind", "parameters",
    "requirements", "result", "routes", "subject", "subject_type", "system", "title", "warnings",
})
# fmt: on


def check_heading(cls: type[Decision[Any]]) -> None:
    """Id, system, clauses and title; no part under a name that a decision keeps for itself."""
    if not _KEBAB.fullmatch(cls.id):
        raise TypeError(f"{cls.id!r} is no id: write it in kebab-case, as work-permit-class")
    if not cls.system or not cls.clauses or not all(cls.clauses):
        raise TypeError(f"{cls.id}: name the system and the clauses it carries out, as system='8.5', clauses='8.5.1'")
    if not isinstance(getattr(cls, "title", None), Text):
        raise TypeError(f"{cls.id} has no title: title = t('中文', 'English')")
    for name, value in vars(cls).items():
        if name in OWN_NAMES - {"dated_by"} and isinstance(value, Expr | Notice):
            raise TypeError(f"{cls.id}: a decision keeps {name!r} for itself; write {name}_ = …, its id stays {name!r}")
        if isinstance(value, Part | Notice) and value.id != id_of(name):
            raise TypeError(f"{cls.id}: {value.id!r} is declared a second time as {name!r}: one part has one id")


def pair_of_outcomes(id_: str, result: Any) -> tuple[tuple[str, Text], tuple[str, Text]]:
    """The two outcomes of a decision without routes."""
    match result:
        case ((str(), Text()) as granted, (str(), Text()) as refused):
            return granted, refused
    raise TypeError(
        f"{id_}: result is first(route(…), …, otherwise=…) or two outcomes with their words, "
        "as ('eligible', t(…)), ('not_eligible', t(…))"
    )


def good_outcomes(cls: type[Decision[Any]]) -> tuple[str, ...]:
    """The outcomes a subject would rather have. Of ordered routes nobody can tell: there they are declared, or none."""
    if not cls.good:
        return () if isinstance(getattr(cls, "result", None), Routes) else (cls.routes.ordered[0].outcome,)
    given = tuple(cls.good)
    known = cls.routes.outcomes()
    if wrong := [outcome for outcome in given if outcome not in known]:
        raise TypeError(f"{cls.id}: no outcome is called {', '.join(wrong)}; the outcomes are {', '.join(known)}")
    return given


def check_facts(cls: type[Decision[Any]], read: Iterable[Fact]) -> None:
    """Every fact belongs to the subject, or to another kind for a stated reason; one name means one fact."""
    known: dict[str, Fact] = {}
    for fact in read:
        if not fact.name or not fact.subject:
            raise TypeError(f"{cls.id} reads a fact of nobody ({fact.title.en}): declare facts inside a Subject")
        if known.setdefault(fact.name, fact) is not fact:
            raise TypeError(f"{cls.id} reads two different facts named {fact.name!r}: give one of them another name")
        if fact.subject != cls.subject and not isinstance(cls.also_about.get(fact.subject), Text):
            raise TypeError(
                f"{cls.id} is about a {cls.subject} and reads {fact.name!r} of a {fact.subject}: "
                f"say why in also_about = {{{fact.subject!r}: t(…)}}"
            )


def check_rule(cls: type[Decision[Any]]) -> None:
    """What only shows when the whole rule is there."""
    _check_outcomes(cls.id, cls.routes)
    for parts in (cls.requirements, cls.amounts, cls.warnings):
        repeated = [id_ for id_, times in Counter(part.id for part in parts).items() if times > 1]
        if repeated:
            raise TypeError(f"{cls.id}: more than one part is called {', '.join(repeated)}")
    conditions = [*cls.requirements, *(r.when for r in cls.routes.ordered), *(w.condition for w in cls.warnings)]
    every = [*conditions, *cls.amounts]
    if free_scopes(*every):
        raise TypeError(f"{cls.id}: a record of a list is spoken of outside any_in, all_in, count_in or sum_in")
    for root in conditions:
        _check_has_value(cls.id, root)


def _check_outcomes(id_: str, routes: Routes) -> None:
    words: dict[str, Text] = {}
    for route in routes.ordered:
        if route.outcome == UNDETERMINED:
            raise TypeError(f"{id_}: no route leads to {UNDETERMINED!r}; it is the answer while facts are missing")
        if words.setdefault(route.outcome, route.text) != route.text:
            raise TypeError(
                f"{id_}: the outcome {route.outcome!r} is said in two ways; one outcome has one wording, "
                "and what tells the routes apart is a finding or a warning"
            )


def _check_has_value(id_: str, root: Expr) -> None:
    """A condition may be unknown for want of a fact, never because a value does not exist."""
    said = root.text.en if isinstance(root, Part) else str(root)
    for node in walk(root):
        if (node.op == "ratio" and len(node.args) == 2) or node.op == "growth":
            raise TypeError(
                f"{id_}: “{said}” rests on a quotient that does not exist where the whole is 0: compare with "
                "share(…) or growth(…), or give ratio(…, of_nothing=…)"
            )
        if node.op == "const" and node.value is None:
            raise TypeError(f"{id_}: “{said}” rests on a value that there is not always; ask its condition instead")
