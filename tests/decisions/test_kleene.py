"""The truth tables of strong Kleene logic, in every form."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from mulberry.decisions.expression import Expr
from mulberry.decisions.vocabulary import all_of, any_of, implies, ite
from tests.decisions.forms import holds
from tests.decisions.subjects import UNSETTLED, Firm

TRUTHS = (True, False, None)
A, B, C = Firm.listed, Firm.clean, Firm.in_zone


def known(**facts: bool | None) -> dict[str, Any]:
    return {name: value for name, value in facts.items() if value is not None}


@pytest.mark.parametrize(("a", "b"), list(product(TRUTHS, TRUTHS)))
def test_and_or_and_implication_are_kleenes(a: bool | None, b: bool | None) -> None:
    facts = known(listed=a, clean=b)
    both = False if False in (a, b) else None if None in (a, b) else True
    one = True if True in (a, b) else None if None in (a, b) else False
    assert holds(A & B, **facts) is both
    assert holds(A | B, **facts) is one
    assert holds(implies(~A, B), **facts) is one


@pytest.mark.parametrize("a", TRUTHS)
def test_not_leaves_the_unknown_unknown(a: bool | None) -> None:
    assert holds(~A, **known(listed=a)) is (None if a is None else not a)


@pytest.mark.parametrize(("c", "a", "b"), list(product(TRUTHS, TRUTHS, TRUTHS)))
def test_a_choice_is_settled_where_both_branches_agree(c: bool | None, a: bool | None, b: bool | None) -> None:
    facts = known(in_zone=c, listed=a, clean=b)
    expected = a if c else b if c is False else a if a == b else None
    assert holds(ite(C, A, B), **facts) is expected
    # the same as written out with and, or and not, as other backends will have it
    assert holds(any_of(all_of(C, A), all_of(~C, B), all_of(A, B)), **facts) is expected


@pytest.mark.parametrize(("a", "expected"), [(True, None), (False, False), (None, None)])
def test_a_missing_parameter_is_unknown_like_a_fact(a: bool | None, expected: bool | None) -> None:
    assert holds(A & (Firm.staff >= UNSETTLED), staff=3, **known(listed=a)) is expected


def test_a_fact_or_its_contrary_is_not_looked_through() -> None:
    # Kleene's logic knows no excluded middle: sound, and the same in every backend
    assert holds(A | ~A) is None


@pytest.mark.parametrize("asked", [Firm.size == "small", Firm.size != "small", Firm.size.one_of("small", "large")])
def test_comparing_with_the_unknown_is_unknown_never_false(asked: Expr) -> None:
    assert holds(asked) is None
    assert holds(~asked) is None
