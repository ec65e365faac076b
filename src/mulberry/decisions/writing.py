"""How one value is written in a generated function: as text that may be put inline, and what must be known for it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from mulberry.decisions.lists import Scope

DEEPEST = 12
"""How deep one line nests before a value gets a name: long lines are hard to read and Python's parser has an end."""


class Code(NamedTuple):
    """A value in the generated function. ``tests`` are the names that may hold ``None``, and ``text`` is the value
    where none of them does. Without tests the value is certain. ``nested`` counts the brackets inside ``text``."""

    text: str
    tests: tuple[str, ...] = ()
    nested: int = 0

    @property
    def certain(self) -> bool:
        return not self.tests

    @property
    def named(self) -> bool:
        """Whether the text is a name or a literal and costs nothing to say twice."""
        return self.nested == 0

    @property
    def unknown(self) -> bool:
        """Whether the value is known to be unknown, as that of a missing parameter."""
        return self is UNKNOWN

    @property
    def or_none(self) -> str:
        """The value, or ``None`` where it is unknown, as one expression."""
        if self.certain or self.tests == (self.text,):
            return self.text
        return f"None if {self.is_unknown} else {self.text}"

    @property
    def is_unknown(self) -> str:
        return " or ".join(f"{test} is None" for test in self.tests)

    @property
    def is_known(self) -> str:
        return " and ".join(f"{test} is not None" for test in self.tests)


UNKNOWN = Code("None", ("None",))


def inner(code: Code) -> str:
    """The text of a value inside another expression."""
    return code.text if code.named else f"({code.text})"


def together(text: str, args: Iterable[Code]) -> Code:
    """The code of an operation that is unknown as soon as one of its arguments is."""
    args = list(args)
    if any(arg.unknown for arg in args):
        return UNKNOWN
    tests = tuple(dict.fromkeys(test for arg in args for test in arg.tests))
    return Code(text, tests, 1 + max((arg.nested for arg in args), default=0))


class Block:
    """Lines of one function: the whole, or what is asked of one record of a list."""

    def __init__(self, scope: Scope | None = None) -> None:
        self.scope = scope
        self.lines: list[str] = []

    def add(self, *lines: str) -> None:
        self.lines += lines

    def function(self, head: str, result: str) -> list[str]:
        """The lines as a function of their own, one step further in."""
        return [head, *(f"    {line}" for line in self.lines), f"    return {result}"]
