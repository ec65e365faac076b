"""Runs every rule over the sources."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from dev.lint import rules
from dev.lint.rule import Allowance, Rule, allowances
from dev.lint.source import Finding, Source

ROOT = Path(__file__).resolve().parents[2]
SUFFIXES = {".py", ".html", ".css", ".js", ".sql"}


def all_rules() -> list[Rule]:
    """One instance of each rule; adding a rule is adding a file to ``dev.lint.rules``."""
    found: list[Rule] = []
    for module in pkgutil.iter_modules(rules.__path__):
        names = vars(importlib.import_module(f"{rules.__name__}.{module.name}")).values()
        found += [cls() for cls in names if isinstance(cls, type) and issubclass(cls, Rule) and cls is not Rule]
    return found


def sources(root: Path = ROOT) -> Iterator[Source]:
    for path in sorted((root / "src").rglob("*")):
        if path.is_file() and path.suffix in SUFFIXES:
            yield Source.read(root, path)


def lint(files: Iterable[Source], checked: Iterable[Rule], allowed: Iterable[Allowance]) -> list[Finding]:
    """All findings in order of file and line; a file that is not Python at all is a finding too."""
    checked, allowed = list(checked), list(allowed)
    return sorted(finding for source in files for finding in _lint_one(source, checked, allowed))


def _lint_one(source: Source, checked: list[Rule], allowed: list[Allowance]) -> Iterator[Finding]:
    try:
        for rule in checked:
            if not any(allowance.covers(rule.id, source.path) for allowance in allowed):
                yield from rule.check(source)
    except SyntaxError as error:
        yield Finding(source.path, error.lineno or 1, "syntax", f"this is not Python: {error.msg}")


def main() -> int:
    """Print every finding; the exit status is 1 if there is one."""
    files = list(sources())
    findings = lint(files, all_rules(), allowances())
    for finding in findings:
        print(finding)
    print(f"{len(files)} files, {len(findings)} findings")
    return 1 if findings else 0
