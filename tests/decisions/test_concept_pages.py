"""The examples on the pages about decisions are run, so that they stay true; every word of the language is on them."""

from __future__ import annotations

import doctest
from pathlib import Path

import pytest

from mulberry.decisions import vocabulary

PAGES = Path(__file__).parents[2] / "docs" / "concepts"


@pytest.mark.parametrize("page", ["expressions.md", "unknown-facts.md"])
def test_the_examples_on_the_page_give_what_it_says(page: str) -> None:
    outcome = doctest.testfile(str(PAGES / page), module_relative=False, encoding="utf-8", verbose=False)
    assert outcome.attempted > 0
    assert outcome.failed == 0


def test_every_word_of_the_language_is_on_its_page() -> None:
    page = (PAGES / "expressions.md").read_text(encoding="utf-8")
    types = {"Growth", "Item", "Share"}
    assert [word for word in vocabulary.__all__ if word not in types and f"`{word}`" not in page] == []
