"""Time is an argument."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from dev.lint.rule import Rule
from dev.lint.source import Source

CLOCKS = frozenset(
    [
        "datetime.datetime.now",
        "datetime.datetime.today",
        "datetime.datetime.utcnow",
        "datetime.date.today",
        "time.time",
        "time.time_ns",
        "time.localtime",
        "time.gmtime",
        "time.ctime",
        "time.strftime",
    ]
)


class NoClock(Rule):
    """The engine and the packs never look at the clock: an answer is given as of a date that the caller names.

    The command line, where a person has left the date out, may say ``# clock: reason``.
    """

    id = "no-clock"

    def applies(self, source: Source) -> bool:
        return source.is_python and source.under("src/mulberry", "src/mulberry_sip")

    def broken(self, source: Source) -> Iterator[tuple[int, str]]:
        for node in source.nodes:
            # Any mention counts, not only a call: `default_factory=date.today` looks at the clock as well.
            if isinstance(node, ast.Attribute | ast.Name) and source.dotted(node) in CLOCKS:
                if source.under("src/mulberry/cli") and source.excused(node, "clock"):
                    continue
                yield node.lineno, f"{source.dotted(node)} looks at the clock: take the date or instant as an argument"
