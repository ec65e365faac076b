"""What a rule is, and the places where one of them does not apply."""

from __future__ import annotations

import tomllib
from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from dev.lint.source import Finding, Source

ALLOWED = Path(__file__).with_name("allowed.toml")


@dataclass(frozen=True, slots=True)
class Allowance:
    """A file, or a pattern of files, in which a rule does not apply, with the reason why."""

    rule: str
    path: str
    reason: str

    def covers(self, rule: str, path: str) -> bool:
        return rule == self.rule and fnmatchcase(path, self.path)


def allowances(text: str | None = None) -> list[Allowance]:
    """Those of ``allowed.toml``, or of the text given."""
    tables = tomllib.loads(ALLOWED.read_text(encoding="utf-8") if text is None else text)
    return [Allowance(rule, **entry) for rule, entries in tables.items() for entry in entries]


class Rule(ABC):
    """One thing this project forbids. Its docstring says why; findings and allowances call it by its ``id``."""

    id: str

    @abstractmethod
    def applies(self, source: Source) -> bool:
        """Whether the rule speaks about this file."""

    @abstractmethod
    def broken(self, source: Source) -> Iterator[tuple[int, str]]:
        """Each place where the file breaks the rule: a line number and what to do instead."""

    def check(self, source: Source) -> Iterator[Finding]:
        if self.applies(source):
            for line, message in self.broken(source):
                yield Finding(source.path, line, self.id, message)
