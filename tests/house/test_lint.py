"""The linter as a whole; each rule has its own file of good and bad snippets in lint/."""

from pathlib import Path

import pytest

from dev.lint.rule import Allowance, Rule, allowances
from dev.lint.runner import ROOT, all_rules, lint
from dev.lint.source import Source

SNIPPETS = Path(__file__).with_name("lint")


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.id)
def test_every_rule_says_why_and_has_its_tests(rule: Rule) -> None:
    assert rule.__doc__ and rule.__doc__ != Rule.__doc__
    assert (SNIPPETS / f"test_{rule.id.replace('-', '_')}.py").is_file()


def test_no_two_rules_have_one_name() -> None:
    names = [rule.id for rule in all_rules()]
    assert names and len(names) == len(set(names))


@pytest.mark.parametrize("allowance", allowances(), ids=lambda allowance: f"{allowance.rule} {allowance.path}")
def test_every_allowance_names_a_rule_a_source_and_a_reason(allowance: Allowance) -> None:
    assert allowance.rule in {rule.id for rule in all_rules()}
    assert allowance.path.startswith("src/")
    assert len(allowance.reason.split()) > 3


def test_a_file_that_is_not_python_is_reported_once_per_file() -> None:
    (finding,) = lint([Source("src/mulberry/broken.py", "def (:\n")], all_rules(), [])
    assert (finding.line, finding.rule) == (1, "syntax")


def test_findings_come_in_the_order_of_files_and_lines() -> None:
    later = Source("src/mulberry/b.py", "x = 1\neval(x)\nexec(x)\n")
    earlier = Source("src/mulberry/a.py", "eval(1)\n")
    findings = lint([later, earlier], all_rules(), [])
    assert [(finding.path[-4:], finding.line) for finding in findings] == [("a.py", 1), ("b.py", 2), ("b.py", 3)]


def test_the_linter_is_run_on_the_project_it_belongs_to() -> None:
    assert (ROOT / "pyproject.toml").is_file()
