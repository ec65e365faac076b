"""What somebody has chosen to see of the policy, as the address says it: shareable, and the same without JavaScript."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import QueryDict

from mulberry.law.text import Text, t
from mulberry.pack.coverage import State
from mulberry.policy.model import Clause
from mulberry_web.policy.actors import KIND_NAMES, KIND_PREFIX, NOBODY, is_wanted
from mulberry_web.policy.forces import force
from mulberry_web.policy.lines import STATE_TEXTS
from mulberry_web.policy.searching import Search, search

CONDITIONS = {"yes": t("附条件", "on a condition"), "no": t("不附条件", "without condition")}
FINDINGS = {
    "translation": t("译文有提示", "notes on the translation"),
    "text": t("文本有提示", "notes on the text"),
    "any": t("有任何提示", "notes of any kind"),
}
NOBODY_NAMED = t("未写明主体", "no actor named")
# Longer than any name in a text that a person would read, so that an address cannot be made to carry a book.
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Chip:
    """One thing chosen, in words, with the address without it."""

    text: Text
    without: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is to be shown. Empty is everything."""

    search: Search
    forces: tuple[str, ...] = ()
    actor: str = ""
    condition: str = ""
    state: str = ""
    finding: str = ""

    @property
    def of_clauses(self) -> bool:
        """Whether something is asked of single clauses, which only an attached text has."""
        return bool(self.forces or self.actor or self.condition)

    @property
    def of_text(self) -> bool:
        return self.of_clauses or bool(self.finding)

    @property
    def filtered(self) -> bool:
        return self.of_text or bool(self.state)

    def __bool__(self) -> bool:
        return self.filtered or bool(self.search)

    def wants(self, clause: Clause) -> bool:
        """Whether one clause is all that is asked of clauses."""
        return (
            (not self.forces or clause.cls in self.forces)
            and is_wanted(clause.actor, self.actor)
            and (not self.condition or bool(clause.conditions) is (self.condition == "yes"))
        )

    def wants_findings(self, translation: int, repairs: int) -> bool:
        counts = {"": 1, "translation": translation, "text": repairs, "any": translation + repairs}
        return counts[self.finding] > 0

    def wants_state(self, state: State) -> bool:
        return not self.state or state.value == self.state


def chosen(given: QueryDict) -> Chosen:
    """Read from an address. What is no choice at all is passed over; a name that the text lacks finds nothing."""
    return Chosen(
        search(given.get("q", "")),
        tuple(dict.fromkeys(code[:_LONGEST] for code in given.getlist("force") if code))[:40],
        given.get("actor", "").strip()[:_LONGEST],
        _one(given, "condition", CONDITIONS),
        _one(given, "state", STATE_TEXTS),
        _one(given, "finding", FINDINGS),
    )


def _one(given: QueryDict, name: str, known: object) -> str:
    value = given.get(name, "")
    return value if isinstance(known, dict) and value in known else ""


def chips(choice: Chosen, given: QueryDict) -> tuple[Chip, ...]:
    """Everything chosen, each with the way to drop it."""
    told = [("q", choice.search.text, t(f"“{choice.search.text}”", f"“{choice.search.text}”"))] if choice.search else []
    told += [("force", code, force(code).name) for code in choice.forces]
    told += [("actor", choice.actor, actor_name(choice.actor))] if choice.actor else []
    told += [("condition", choice.condition, CONDITIONS[choice.condition])] if choice.condition else []
    told += [("state", choice.state, STATE_TEXTS[State(choice.state)][0])] if choice.state else []
    told += [("finding", choice.finding, FINDINGS[choice.finding])] if choice.finding else []
    return tuple(Chip(text, without(given, name, value)) for name, value, text in told)


def actor_name(value: str) -> Text:
    """A chosen actor in words; a name from the text stands as it is in both languages."""
    if value == NOBODY:
        return NOBODY_NAMED
    if value.startswith(KIND_PREFIX):
        return KIND_NAMES.get(value.removeprefix(KIND_PREFIX), t(value, value))
    return t(value, value)


def without(given: QueryDict, name: str, value: str) -> str:
    """The query without one thing."""
    left = given.copy()
    rest = [one for one in left.getlist(name) if name == "force" and one != value]
    if rest:
        left.setlist(name, rest)
    else:
        left.pop(name, None)
    return f"?{left.urlencode()}"
