"""The engine calculates; its edges read and write."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from dev.lint.rule import Rule
from dev.lint.source import Source

FILES = frozenset({"open", "io.open", "os.open", "os.environ", "os.getenv", "input"})
PATH_METHODS = frozenset({"read_bytes", "write_text", "write_bytes", "iterdir", "mkdir", "unlink", "touch"})
NETWORK = (
    "aiohttp",
    "ftplib",
    "http.client",
    "httpx",
    "requests",
    "smtplib",
    "socket",
    "subprocess",
    "urllib.request",
    "urllib3",
)


class NoIO(Rule):
    """A calculation that reads a file, the environment or the network gives another answer elsewhere.

    Facts, parameters and documents are handed in; the command line, readers and writers fetch them.
    Nobody uses the network.
    """

    id = "no-io"

    def applies(self, source: Source) -> bool:
        return source.is_python and source.under("src/mulberry", "src/mulberry_sip")

    def broken(self, source: Source) -> Iterator[tuple[int, str]]:
        for node in source.nodes:
            what = _outside(source, node)
            if what:
                yield getattr(node, "lineno", 1), f"{what} looks outside: take the value as an argument"


def _outside(source: Source, node: ast.AST) -> str:
    match node:
        case ast.Import(names=names):
            return next((alias.name for alias in names if _network(alias.name)), "")
        case ast.ImportFrom(module=str(module), names=names):
            full = [module, *(f"{module}.{alias.name}" for alias in names)]
            return next(filter(_network, full), "")
        case ast.Call(func=ast.Name() | ast.Attribute() as func) if source.dotted(func) in FILES:
            return source.dotted(func)
        case ast.Attribute() if source.dotted(node) == "os.environ":
            return "os.environ"
        case ast.Call(func=ast.Attribute(attr=name)) if name in PATH_METHODS or _reads_text(node):
            return f".{name}(…)"
    return ""


def _network(module: str) -> bool:
    return any(module == banned or module.startswith(f"{banned}.") for banned in NETWORK)


def _reads_text(call: ast.Call) -> bool:
    """``path.read_text()`` or with an encoding; a function of that name with other arguments is something else."""
    if not isinstance(call.func, ast.Attribute) or call.func.attr != "read_text":
        return False
    return not call.args or isinstance(call.args[0], ast.Constant)
