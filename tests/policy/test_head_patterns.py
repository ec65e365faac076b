"""What makes a verb the head of a clause and what does not, in invented sentences, one group to a pattern."""

from __future__ import annotations

import pytest

from mulberry.policy.clauses import split
from tests.policy.marked import FOLDER, Marked, parse


def patterns() -> dict[str, list[Marked]]:
    """The marked sentences by the pattern that they show."""
    out: dict[str, list[Marked]] = {}
    for line in (FOLDER / "patterns.txt").read_text("utf-8").splitlines():
        if line.startswith("# "):
            out[line[2:]] = []
        elif line:
            out[list(out)[-1]].append(parse(line))
    return out


@pytest.mark.parametrize("pattern", patterns())
def test_heads_follow_the_pattern(pattern: str) -> None:
    for sentence in patterns()[pattern]:
        found = [(c.head.at, c.head.word, c.cls, c.under or "") for c in split(sentence.text)]
        assert found == sentence.heads, sentence.text


def test_the_patterns_are_all_shown() -> None:
    assert len(patterns()) >= 10
    assert all(len(sentences) >= 1 for sentences in patterns().values())
    assert sum(map(len, patterns().values())) >= 40
