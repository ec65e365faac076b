"""A file is a room."""

from __future__ import annotations

from collections.abc import Iterator

from dev.lint.rule import Rule
from dev.lint.source import Source

LONGEST = 400


class FileLength(Rule):
    """A file past 400 lines is a room that wants dividing."""

    id = "file-length"

    def applies(self, source: Source) -> bool:
        return source.under("src")

    def broken(self, source: Source) -> Iterator[tuple[int, str]]:
        if len(source.lines) > LONGEST:
            yield LONGEST + 1, f"{len(source.lines)} lines: divide the file by subject, at most {LONGEST} lines each"
