"""A page asks what a state allows, not what it is called."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from dev.lint.rule import Rule
from dev.lint.source import Source

STATE = re.compile(r"(.*_)?(state|status|stage|phase)")
LOOKUP = re.compile(rf"{STATE.pattern}(__(exact|iexact|in))?")
LOOKUPS = frozenset({"filter", "exclude", "get", "aget", "Q", "When"})
IN_TEMPLATE = re.compile(
    r"""{%\s*(?:el)?if\b[^%]*?\b(?:\w*_)?(?:state|status|stage|phase)(?:\.\w+)?\s*(?:==|!=|in)\s*["']"""
    r"""|{%\s*(?:el)?if\b[^%]*?["']\s*(?:==|!=)\s*[\w.]*\b(?:\w*_)?(?:state|status|stage|phase)\b""",
)
ADVICE = "a state is compared with a string: ask the lifecycle (is it final, may it be changed) or use its constant"


class NoStateString(Rule):
    """A procedure or register names its own states, so a page that knows one by its name works for one instrument only.

    It also breaks silently when the name changes.
    """

    id = "no-state-string"

    def applies(self, source: Source) -> bool:
        return source.under("src/mulberry_web") and "/migrations/" not in source.path

    def broken(self, source: Source) -> Iterator[tuple[int, str]]:
        if source.is_python:
            yield from ((line, ADVICE) for node in source.nodes if (line := _line(node)))
        elif source.path.endswith(".html"):
            for found in IN_TEMPLATE.finditer(source.text):
                yield source.text.count("\n", 0, found.start()) + 1, ADVICE


def _line(node: ast.AST) -> int:
    """The line on which a node compares a state with a string, or 0 if it does not."""
    if isinstance(node, ast.Match) and _matches(node):
        return node.lineno
    return node.lineno if isinstance(node, ast.expr) and _compares(node) else 0


def _compares(node: ast.expr) -> bool:
    match node:
        case ast.Compare(left=left, comparators=others):
            sides = [left, *others]
            return any(map(_is_state, sides)) and any(map(_is_text, sides))
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), keywords=words) if name in LOOKUPS:
            return any(word.arg and LOOKUP.fullmatch(word.arg) and _is_text(word.value) for word in words)
    return False


def _matches(node: ast.Match) -> bool:
    patterns = [part for case in node.cases for part in ast.walk(case)]
    return _is_state(node.subject) and any(isinstance(p, ast.MatchValue) and _is_text(p.value) for p in patterns)


def _is_state(node: ast.expr) -> bool:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name) | ast.Subscript(slice=ast.Constant(value=str(name))):
            return bool(STATE.fullmatch(name.lower()))
    return False


def _is_text(node: ast.expr) -> bool:
    match node:
        case ast.Constant(value=str()):
            return True
        case ast.Tuple(elts=parts) | ast.List(elts=parts) | ast.Set(elts=parts):
            return any(map(_is_text, parts))
    return False
