"""A file as the rules see it: its path, its text, and for Python its tree and what its names stand for."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath


@dataclass(frozen=True, order=True, slots=True)
class Finding:
    """One place where a rule is broken. ``line`` counts from 1."""

    path: str
    line: int
    rule: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.rule}: {self.message}"


@dataclass(frozen=True)
class Source:
    """One file; ``path`` is relative to the project, with forward slashes."""

    path: str
    text: str = field(repr=False)

    @classmethod
    def read(cls, root: Path, path: Path) -> Source:
        return cls(path.relative_to(root).as_posix(), path.read_text(encoding="utf-8"))

    @property
    def is_python(self) -> bool:
        return self.path.endswith(".py")

    def under(self, *folders: str) -> bool:
        return any(PurePosixPath(self.path).is_relative_to(folder) for folder in folders)

    @cached_property
    def lines(self) -> list[str]:
        return self.text.splitlines()

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text, filename=self.path)

    @cached_property
    def nodes(self) -> list[ast.AST]:
        return list(ast.walk(self.tree))

    @cached_property
    def imported(self) -> dict[str, str]:
        """What each imported name stands for: ``from datetime import date as d`` gives ``{"d": "datetime.date"}``."""
        return dict(pair for node in self.nodes for pair in _bindings(node))

    def dotted(self, node: ast.AST) -> str:
        """The full dotted name of an expression such as ``dt.now``, or the empty string if it is no plain name."""
        if isinstance(node, ast.Name):
            return self.imported.get(node.id, node.id)
        if isinstance(node, ast.Attribute) and (head := self.dotted(node.value)):
            return f"{head}.{node.attr}"
        return ""

    def excused(self, node: ast.AST, word: str) -> bool:
        """Whether a line of the node says ``# word: reason``; an excuse without a reason is none."""
        first = getattr(node, "lineno", 1)
        last = getattr(node, "end_lineno", first) or first
        pattern = re.compile(rf"#\s*{word}:\s*\S")
        return any(pattern.search(line) for line in self.lines[first - 1 : last])


def _bindings(node: ast.AST) -> Iterator[tuple[str, str]]:
    if isinstance(node, ast.Import):
        for alias in node.names:
            # `import a.b` binds `a`; `import a.b as c` binds `c` to a.b.
            yield (alias.asname, alias.name) if alias.asname else (alias.name.split(".")[0],) * 2
    elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
        for alias in node.names:
            yield alias.asname or alias.name, f"{node.module}.{alias.name}"
