"""The desk writes through one door."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from dev.lint.rule import Rule
from dev.lint.source import Source

ALWAYS = frozenset({"create", "get_or_create", "update_or_create", "bulk_create", "bulk_update", "_raw_delete"})
ALWAYS_ASYNC = frozenset(f"a{name}" for name in ALWAYS)
EXECUTES = frozenset({"execute", "executemany", "executescript", "raw"})
WRITING_SQL = re.compile(r"\s*(insert|update|delete|replace|merge|truncate|drop|alter|create|copy)\b", re.IGNORECASE)


class OneWriteDoor(Rule):
    """A state, entry or balance changes in one function that locks, checks, decides and appends in one transaction.

    A write anywhere else would be a change that the record does not tell.
    """

    id = "one-write-door"

    def applies(self, source: Source) -> bool:
        return source.is_python and source.under("src/mulberry_web")

    def broken(self, source: Source) -> Iterator[tuple[int, str]]:
        for node in source.nodes:
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and _writes(node, node.func.attr):
                yield (
                    node.lineno,
                    f".{node.func.attr}(…) writes round the door: call the function of the write door instead",
                )


def _writes(call: ast.Call, name: str) -> bool:
    """Whether the call has the shape of a write by the ORM or by SQL.

    Many other things have methods of these names; the arguments tell them apart. A query set's ``update`` takes
    keywords where a dict's or a hash's takes a mapping or bytes; a model's or a form's ``save`` takes nothing by
    position where a workbook's takes a path; a model's ``delete`` takes nothing where a cache's takes a key.
    """
    if name in ALWAYS or name in ALWAYS_ASYNC:
        return True
    if name in {"update", "aupdate"}:
        return bool(call.keywords) and not call.args
    if name in {"save", "asave"}:
        return len(call.args) != 1
    if name in {"delete", "adelete"}:
        return not call.args
    return name in EXECUTES and bool(call.args) and bool(WRITING_SQL.match(_opening(call.args[0])))


def _opening(node: ast.expr) -> str:
    """The literal text with which a string expression begins."""
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=[first, *_]):
            return _opening(first)
        case ast.BinOp(left=left):
            return _opening(left)
    return ""
