"""One generated Python function per decision and day: verdict and reasons for one subject at hand-written speed.

Parameters and days are folded to literals, facts become locals, and nothing is called that can be written out. Two
forms are made: for facts that are all known, and for facts any of which may be unknown. Only masks come back; sentences
are built when somebody asks for them. The code is generated from the typed tree alone: no text of a user is compiled.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from mulberry.decisions.declare import Decision, roots
from mulberry.decisions.evaluate import Reading
from mulberry.decisions.facts import Fact
from mulberry.decisions.generate import Writer
from mulberry.decisions.helpers import HELPERS
from mulberry.decisions.tree import walk


class Verdict(NamedTuple):
    """What a compiled decision gives: the outcome's place among the outcomes (``None``: undetermined), bit masks over
    the requirements in the order declared, the amounts counted in their smallest part, and a mask over the warnings."""

    outcome: int | None
    failed: int
    unknown: int
    amounts: tuple[Any, ...]
    warned: int


Masks = tuple[int | None, int, int, tuple[Any, ...], int]
"""The fields of a verdict, without the name: what a generated function gives."""
Overrides = tuple[tuple[str, Any], ...]


class Compiled:
    """The two functions of a decision on a day, each written when it is first asked for.

    ``complete`` needs every fact that the rule reads and gives ``None`` where one is unknown after all; ``partial``
    takes any.
    """

    def __init__(self, decision: type[Decision[Any]], reading: Reading) -> None:
        self._decision, self._reading = decision, reading
        self._facts = sum(isinstance(node, Fact) for node in walk(*roots(decision)))

    def __call__(self, facts: Mapping[str, Any]) -> Masks:
        if len(facts) < self._facts:
            return self.partial(facts)
        return self.complete(facts) or self.partial(facts)

    @cached_property
    def complete(self) -> Callable[[Mapping[str, Any]], Masks | None]:
        return _function(Writer(self._decision, self._reading, certain=True))

    @cached_property
    def partial(self) -> Callable[[Mapping[str, Any]], Masks]:
        return _function(Writer(self._decision, self._reading, certain=False))


def run(
    decision: type[Decision[Any]],
    facts: Mapping[str, Any],
    as_of: date,
    overrides: Overrides = (),
    law_day: date | None = None,
) -> Verdict:
    """The verdict for facts already read into counted values; absent ones are unknown."""
    return Verdict(*compiled(decision, as_of, overrides, law_day)(facts))


def _compile(
    decision: type[Decision[Any]], as_of: date, overrides: Overrides = (), law_day: date | None = None
) -> Compiled:
    return Compiled(decision, Reading({}, as_of, dict(overrides), law_day))


compiled: Callable[..., Compiled] = lru_cache(maxsize=1024)(_compile)
"""The functions of a decision on a day, with some parameter values set for this call alone. ``law_day`` is the day
whose law applies, where a fact picks it. Writing and compiling them takes milliseconds, so they are kept."""


def source(decision: type[Decision[Any]], as_of: date, *, certain: bool = True) -> str:
    """The text of a generated function, for whoever wants to read what runs."""
    return Writer(decision, Reading({}, as_of), certain=certain).source()


def _function(writer: Writer) -> Callable[[Mapping[str, Any]], Any]:
    code = compile(writer.source(), f"<decision {writer.decision.id}>", "exec")
    namespace: dict[str, Any] = {**HELPERS, **writer.constants}
    exec(code, namespace)  # noqa: S102  # the text is our own, written from a typed tree
    decide: Callable[[Mapping[str, Any]], Any] = namespace["decide"]
    return decide
