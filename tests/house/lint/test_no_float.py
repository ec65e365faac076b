import pytest

from dev.lint.rules.no_float import NoFloat
from tests.house.lint.rule_case import lines

PACK = "src/mulberry_sip/m08_talent/pension.py"


@pytest.mark.parametrize(
    "snippet",
    [
        "rate = 0.05",
        "rate = -1e3",
        "rate = float('0.05')",
        "rate: float = 0",
        "def pay(amount: 'int', rate: float) -> int: ...",
        "import polars as pl; kind = pl.Float64",
        "import numpy as np; kind = np.float64",
        "convert = float",
    ],
)
def test_floats_are_found_in_the_packs_the_law_and_the_accounts(snippet: str) -> None:
    for path in (PACK, "src/mulberry/law/parameters.py", "src/mulberry/accounts/lots.py"):
        assert set(lines(NoFloat(), path, snippet)) == {1}


@pytest.mark.parametrize(
    "snippet",
    [
        "from decimal import Decimal\nrate = Decimal('0.05')",
        "from fractions import Fraction\nrate = Fraction(2, 37)",
        "months = 180",
        "if isinstance(value, float):\n    raise TypeError",
        "if isinstance(value, (int, float)):\n    raise TypeError",
        "seconds = 0.5  # float: a pause, no quantity of the law",
    ],
)
def test_exact_numbers_refusals_of_floats_and_reasons_are_fine(snippet: str) -> None:
    assert lines(NoFloat(), PACK, snippet) == []


def test_an_excuse_without_a_reason_does_not_count() -> None:
    assert lines(NoFloat(), PACK, "seconds = 0.5  # float:") == [1]


def test_statistics_may_use_floats() -> None:
    assert lines(NoFloat(), "src/mulberry/indicators/effect.py", "alpha = 0.05") == []
