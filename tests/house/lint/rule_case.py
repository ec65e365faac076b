"""How a rule is tried: a snippet, the path it would have, and the lines on which the rule should speak."""

from textwrap import dedent

from dev.lint.rule import Allowance, Rule
from dev.lint.runner import lint
from dev.lint.source import Source


def lines(rule: Rule, path: str, snippet: str, allowed: list[Allowance] | None = None) -> list[int]:
    """The lines of the snippet on which the rule is broken; the snippet's first line is line 1."""
    source = Source(path, dedent(snippet).lstrip("\n"))
    return [finding.line for finding in lint([source], [rule], allowed or [])]
