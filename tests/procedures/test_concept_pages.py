"""The examples on the pages about procedures are run, so that they stay true."""

from __future__ import annotations

import doctest
from pathlib import Path

import pytest

PAGES = Path(__file__).parents[2] / "docs" / "concepts"


@pytest.mark.parametrize("page", ["procedures.md", "unknown-time.md"])
def test_the_examples_on_the_page_give_what_it_says(page: str) -> None:
    outcome = doctest.testfile(
        str(PAGES / page), module_relative=False, encoding="utf-8", verbose=False, optionflags=doctest.ELLIPSIS
    )
    assert outcome.attempted > 0
    assert outcome.failed == 0
