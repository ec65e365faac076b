"""Dated law inside a rule: the value of a parameter, its value on another day, whether a law is in force."""

from __future__ import annotations

from mulberry.decisions.expression import DATE, Expr, Operand, all_of, lift
from mulberry.law.basis import Law
from mulberry.law.parameters import Parameter

LAW_DAY = Expr("law_day", DATE)
"""The day whose law applies: that of the fact named by ``dated_by``, else the as-of date."""


def value(parameter: Parameter) -> Expr:
    """A parameter as an expression, where it stands to the left: ``value(CENTRALISATION) == "all_basic_courts"``."""
    return lift(parameter)


def established(parameter: Parameter, *others: Parameter) -> Expr:
    """Whether figures that a fact claims to reach are known at all: it holds, or stays open while one is missing, so
    that a claim nobody can check yet is not granted."""
    return all_of(*(value(one) == value(one) for one in (parameter, *others)))


def at(parameter: Parameter, day: Operand) -> Expr:
    """The value a parameter had on a day that the facts tell, not on the day whose law applies."""
    node = lift(day)
    if node.type.name != "date":
        raise TypeError(f"a parameter is looked up by a day, not by {node.type.name}: {node}")
    return Expr("lookup", lift(parameter).type, (node,), parameter)


def in_force(law: Law) -> Expr:
    """Whether a law is in force on the day whose law applies; both its first and its last day count."""
    begun = lift(True) if law.since is None else law.since <= LAW_DAY
    return begun if law.until is None else all_of(begun, law.until >= LAW_DAY)
