"""Text is data, never code."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from dev.lint.rule import Rule
from dev.lint.source import Source

RUNNERS = frozenset({"eval", "exec", "compile", "__import__"})


class NoEval(Rule):
    """Policies, facts and uploads are read, never run. Only the compiler of typed trees may run what it generated."""

    id = "no-eval"

    def applies(self, source: Source) -> bool:
        return source.is_python

    def broken(self, source: Source) -> Iterator[tuple[int, str]]:
        for node in source.nodes:
            # Attributes such as re.compile and a column's eval are other functions; builtins.eval is not.
            if isinstance(node, ast.Name | ast.Attribute):
                name = source.dotted(node).removeprefix("builtins.")
                if name in RUNNERS:
                    yield node.lineno, f"{name} runs text as code: read it with a parser instead"
