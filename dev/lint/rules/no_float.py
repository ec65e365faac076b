"""Money and quantities are integers or decimals."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from dev.lint.rule import Rule
from dev.lint.source import Source

FLOAT_TYPES = frozenset({"Float32", "Float64", "float16", "float32", "float64"})


class NoFloat(Rule):
    """No floats where money, quantities and legal numbers live: 0.1 + 0.2 is not 0.3, and a threshold decides rights.

    A check that refuses floats, ``isinstance(value, float)``, is welcome; anything else says ``# float: reason``.
    """

    id = "no-float"

    def applies(self, source: Source) -> bool:
        return source.is_python and source.under("src/mulberry/law", "src/mulberry/accounts", "src/mulberry_sip")

    def broken(self, source: Source) -> Iterator[tuple[int, str]]:
        guards = {id(name) for node in source.nodes for name in _guard(node)}
        for node in source.nodes:
            what = _float(node)
            if what and id(node) not in guards and not source.excused(node, "float"):
                yield getattr(node, "lineno", 1), f"{what} is a float: write an int, a Decimal or a Fraction"


def _float(node: ast.AST) -> str:
    match node:
        case ast.Constant(value=float() | complex() as value):
            return repr(value)
        case ast.Name(id="float" | "complex" as name):
            return name
        case ast.Attribute(attr=attr) if attr in FLOAT_TYPES:
            return attr
    return ""


def _guard(node: ast.AST) -> Iterator[ast.AST]:
    """The types named in the second argument of ``isinstance`` and ``issubclass``."""
    match node:
        case ast.Call(func=ast.Name(id="isinstance" | "issubclass"), args=[_, types]):
            yield from ast.walk(types)
