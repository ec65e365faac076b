"""Values as the solver sees them: a term, and the condition under which it is known.

What does not depend on anything free stays a plain Python value, so that the solver is only told what is open. Numbers
are quotients of integers compared by cross-multiplying; days are ordinals, moments microseconds, choices and words
codes, sets one truth per member, lists records each of which may be absent.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from math import lcm
from typing import Any, NamedTuple

from mulberry.decisions.types import Type
from mulberry.errors import Refused
from mulberry.law.text import t

Term = Any  # a Python int or bool, or an expression of the solver: which it is shows by isinstance(…, bool | int)

NO_SOLVER = t(
    "需要求解器，尚未安装：请运行 pip install 'mulberry[verify]'。",
    "This asks a solver that is not installed: run pip install 'mulberry[verify]'.",
)
_EPOCH, _MICROSECOND = datetime.combine(date.min, time.min), timedelta(microseconds=1)


class Beyond(Exception):
    """The rule holds an operation on open facts that is not put to the solver; the question is not settled."""


class Val(NamedTuple):
    """A value: ``term`` over ``den`` for numbers, the term alone otherwise, where ``known`` holds."""

    term: Any
    known: Term = True
    den: Any = 1


def solver() -> Any:
    """The solver's module. ``Refused`` where it is not installed."""
    try:
        import z3
    except ImportError:
        raise Refused("no-solver", NO_SOLVER) from None
    return z3


# ------------------------------------------------------------------ logic that folds what is plain


def both(*parts: Term) -> Term:
    """Conjunction."""
    return _joined(parts, stop=False)


def either(*parts: Term) -> Term:
    """Disjunction."""
    return _joined(parts, stop=True)


def negated(part: Term) -> Term:
    """Negation."""
    return (not part) if isinstance(part, bool) else solver().Not(part)


def pick(condition: Term, then: Term, otherwise: Term) -> Term:
    """One of two terms of one sort."""
    if isinstance(condition, bool):
        return then if condition else otherwise
    if then is otherwise or (isinstance(then, bool | int) and isinstance(otherwise, bool | int) and then == otherwise):
        return then
    return solver().If(condition, then, otherwise)


def same(a: Term, b: Term) -> Term:
    """Equality of two terms of one sort."""
    return a == b


def total(parts: Iterable[Term]) -> Term:
    """The sum of terms, of which there may be none."""
    result: Term = 0
    for part in parts:
        result = result + part
    return result


def div(a: Term, b: int) -> Term:
    """The next lower whole number of a quotient by a positive one."""
    return a // b if isinstance(a, int) else a / b


def _joined(parts: Iterable[Term], *, stop: bool) -> Term:
    open_ = []
    for part in parts:
        if isinstance(part, bool):
            if part is stop:
                return stop
        else:
            open_.append(part)
    if not open_:
        return not stop
    join = solver().Or if stop else solver().And
    return open_[0] if len(open_) == 1 else join(*open_)


# ------------------------------------------------------------------ numbers


def level(a: Val, b: Val) -> tuple[Term, Term, Term]:
    """Two numbers over one denominator: both numerators and the denominator, which is positive."""
    if isinstance(a.den, int) and isinstance(b.den, int):
        den = lcm(a.den, b.den)
        return _times(a.term, den // a.den), _times(b.term, den // b.den), den
    return a.term * b.den, b.term * a.den, a.den * b.den


def _times(term: Term, factor: int) -> Term:
    return term if factor == 1 else term * factor


def choose(condition: Term, a: Val, b: Val, type_: Type) -> Any:
    """The term, and for numbers the denominator, of one of two values of a type."""
    if type_.is_number:
        x, y, den = level(a, b)
        return pick(condition, x, y), den
    if type_.name == "set":
        return {member: pick(condition, a.term[member], b.term[member]) for member in type_.values}, 1
    if type_.name == "list":
        raise Beyond("a choice between lists")
    return pick(condition, a.term, b.term), 1


def equal(a: Val, b: Val, type_: Type) -> Term:
    """Whether two values of a type are the same."""
    if type_.is_number:
        x, y, _ = level(a, b)
        return same(x, y)
    if type_.name == "set":
        return both(*(same(a.term[member], b.term[member]) for member in type_.values))
    return same(a.term, b.term)


# ------------------------------------------------------------------ in and out


class Codes:
    """Words and members as numbers, the same word always the same number."""

    def __init__(self) -> None:
        self._words: list[str] = []
        self._numbers: dict[str, int] = {}

    def of(self, word: str) -> int:
        if word not in self._numbers:
            self._numbers[word] = len(self._words)
            self._words.append(word)
        return self._numbers[word]

    def word(self, number: int) -> str:
        """The word of a number; a number that stands for no known word is some other word."""
        return self._words[number] if 0 <= number < len(self._words) else f"other {number}"

    def plain(self, value: Any, type_: Type) -> Val:
        """A counted value, ``None`` where it is unknown."""
        if type_.name == "set":
            term = {member: member in value if value is not None else False for member in type_.values}
            return Val(term, value is not None)
        if type_.name == "list":
            return Val([(True, self._record(record, type_.items)) for record in value or ()], value is not None)
        if value is None:
            return Val(False if type_.name == "bool" else 0, known=False)
        if isinstance(value, Fraction):
            return Val(value.numerator, True, value.denominator)
        return Val(self.ordinal(value))

    def _record(self, record: Mapping[str, Any], items: Mapping[str, Type]) -> dict[str, Val]:
        return {name: self.plain(record.get(name), inner) for name, inner in items.items()}

    def ordinal(self, value: Any) -> Term:
        """One plain value as a number or a truth."""
        if isinstance(value, datetime):
            return (value - _EPOCH) // _MICROSECOND
        if isinstance(value, date):
            return value.toordinal()
        return self.of(value) if isinstance(value, str) else value

    def back(self, number: Any, type_: Type) -> Any:
        """A number or truth of the solver as the counted value of a type."""
        match type_.name:
            case "date":
                return date.fromordinal(number)
            case "datetime":
                return _EPOCH + number * _MICROSECOND
            case "enum" | "str":
                return self.word(number)
        return number
