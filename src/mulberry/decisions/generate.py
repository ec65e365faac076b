"""Writing the Python function that decides: what is fetched, which masks are set, which route is taken.

The same writer serves both forms. With all facts known nearly every value is certain, and the lines are what a person
would have written; with unknown facts Kleene's logic is written out, but only where something may be unknown.
"""

from __future__ import annotations

from mulberry.decisions.values import Values, mask
from mulberry.decisions.writing import Code, inner


class Writer(Values):
    """Writes the function of one decision on one day."""

    def source(self) -> str:
        """The text of the function, for whoever wants to read what runs."""
        for bit, number in enumerate(self.requirements):
            self.main.add(*self._mask(self._code(number), mask(1 << bit)))
        outcome = self._outcome()
        amounts = "".join(f"{self._code(number).or_none}, " for number in self.amounts)
        for bit, number in enumerate(self.warnings):
            self.main.add(*self._warned(self._code(number), mask(1 << bit)))
        head = [*self._fetch(), "failed = unknown = warned = 0"]
        self.main.lines = [*head, *self.main.lines]
        return "\n".join(self.main.function("def decide(facts):", f"{outcome}, failed, unknown, ({amounts}), warned"))

    def _fetch(self) -> list[str]:
        if not self.facts:
            return []
        if not self.certain:
            return ["get = facts.get", *(f"{local} = get({name!r})" for name, local in self.facts.items())]
        lines = [f"    {local} = facts[{name!r}]" for name, local in self.facts.items()]
        missing = [f"{local} is None" for local in self.facts.values()]
        lists = [name for name in self.facts if self.decision.facts[name].type.name == "list"]
        missing += [f"gaps({self.facts[name]})" for name in lists]
        return ["try:", *lines, "except KeyError:", "    return None", f"if {' or '.join(missing)}:", "    return None"]

    def _mask(self, code: Code, bit: str) -> list[str]:
        if code.unknown:
            return [f"unknown |= {bit}"]
        if code.certain:
            return [f"if not {inner(code)}: failed |= {bit}"]
        return [f"if {code.is_unknown}: unknown |= {bit}", f"elif not {inner(code)}: failed |= {bit}"]

    def _warned(self, code: Code, bit: str) -> list[str]:
        if code.unknown:
            return []
        known = "" if code.certain or code.tests == (code.text,) else f"{code.is_known} and "
        return [f"if {known}{inner(code)}: warned |= {bit}"]

    def _outcome(self) -> str:
        """Lines from the last route to the first: each leaves what follows, takes its own outcome, or leaves it open
        unless both are the same."""
        outcomes = list(self.decision.routes.outcomes())
        places = [outcomes.index(route.outcome) for route in self.decision.routes.ordered]
        codes = [self._code(number) for number in self.routes]
        if len(codes) == 2 and codes[0].certain:
            return f"{places[0]} if {inner(codes[0])} else {places[1]}"
        self.main.add(f"outcome = {places[-1]}")
        for code, place in reversed(list(zip(codes[:-1], places[:-1], strict=True))):
            if code.unknown:
                self.main.add(f"if outcome != {place}: outcome = None")
            elif code.certain:
                self.main.add(f"if {inner(code)}: outcome = {place}")
            else:
                self.main.add(
                    f"if {code.is_unknown}:",
                    f"    if outcome != {place}: outcome = None",
                    f"elif {inner(code)}: outcome = {place}",
                )
        return "outcome"
