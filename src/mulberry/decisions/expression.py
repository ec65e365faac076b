"""The expression tree: a rule as a value, not a running computation.

One small typed tree is evaluated for one person with a full explanation, compiled for millions of rows, asked about by a
solver and printed as a sentence. So an expression has no truth value of its own (``bool()`` is refused: ``a < b < c`` or ``and``
would silently drop half a rule), and its types, units and members are checked when it is written, not when it runs.

Unknown is a value of every type. Logic is Kleene's: ``False & unknown`` is False, ``True & unknown`` is unknown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, NoReturn

from mulberry.decisions.types import Name, Type
from mulberry.law.parameters import Parameter

BOOL, DATE, MONTH = Type("bool"), Type("date"), Type("month")
Operand = Any  # Expr | Parameter | int | str | bool | Decimal | Fraction | date: lifted by `lift`


class Expr:
    """One node: an operation, its arguments, the type of its value, and what the operation needs besides (``value``)."""

    __slots__ = ("args", "op", "type", "value")

    def __init__(self, op: str, type_: Type, args: tuple[Expr, ...] = (), value: Any = None) -> None:
        self.op, self.type, self.args, self.value = op, type_, args, value

    def __bool__(self) -> NoReturn:
        raise TypeError("an expression has no truth value: use &, |, ~, between(…) instead of and, or, not, a < b < c")

    __hash__ = object.__hash__

    # comparisons keep the operator the law uses; the parts may be numbers, days or months of one unit
    def __lt__(self, other: Operand) -> Expr:
        return _compare("lt", self, other)

    def __le__(self, other: Operand) -> Expr:
        return _compare("le", self, other)

    def __gt__(self, other: Operand) -> Expr:
        return _compare("gt", self, other)

    def __ge__(self, other: Operand) -> Expr:
        return _compare("ge", self, other)

    def __eq__(self, other: Operand) -> Expr:  # type: ignore[override]
        return _compare("eq", self, other)

    def __ne__(self, other: Operand) -> Expr:  # type: ignore[override]
        return _compare("ne", self, other)

    def one_of(self, *members: str) -> Expr:
        """Whether an enum fact is one of these members; a mistyped member is refused."""
        _members(self, members)
        return Expr("in", BOOL, (self,), frozenset(members))

    def has(self, member: str) -> Expr:
        """Whether a set fact contains this member."""
        if self.type.name != "set":
            raise TypeError(f"{self} is no set")
        _members(self, (member,))
        return Expr("has", BOOL, (self,), member)

    def has_any(self, *members: str) -> Expr:
        """Whether a set fact contains at least one of these."""
        return any_of(*(self.has(member) for member in members))

    def __and__(self, other: Operand) -> Expr:
        return all_of(self, other)

    def __rand__(self, other: Operand) -> Expr:
        return all_of(other, self)

    def __or__(self, other: Operand) -> Expr:
        return any_of(self, other)

    def __ror__(self, other: Operand) -> Expr:
        return any_of(other, self)

    def __invert__(self) -> Expr:
        return Expr("not", BOOL, (_boolean(self),))

    def __add__(self, other: Operand) -> Expr:
        return _sum("add", self, other)

    def __radd__(self, other: Operand) -> Expr:
        return _sum("add", other, self)

    def __sub__(self, other: Operand) -> Expr:
        return _sum("sub", self, other)

    def __rsub__(self, other: Operand) -> Expr:
        return _sum("sub", other, self)

    def __mul__(self, other: Operand) -> Expr:
        return _product(self, other)

    __rmul__ = __mul__

    def __neg__(self) -> Expr:
        return _sum("sub", 0, self)

    def __floordiv__(self, other: int) -> Expr:
        return _whole_division("floordiv", self, other)

    def __mod__(self, other: int) -> Expr:
        return _whole_division("mod", self, other)

    def __truediv__(self, other: Operand) -> NoReturn:
        raise TypeError(
            "write share(part, whole) for a comparison with a rate, or ratio(part, whole) for an amount: both say what 0 of 0 is"
        )

    def __repr__(self) -> str:
        inner = ", ".join(map(repr, self.args))
        return (
            f"{self.op}({inner})"
            if self.value is None
            else f"{self.op}[{getattr(self.value, 'name', self.value)!s}]({inner})"
        )


# ------------------------------------------------------------------ making nodes


def lift(value: Operand, like: Type | None = None) -> Expr:
    """Anything a rule may be written with, as a node. Constants take the type of what they meet, so units stay unmixed."""
    if isinstance(value, Expr):
        return value
    if isinstance(value, Parameter):
        return Expr("param", Type(value.type, unit=value.unit), (), value)
    if isinstance(value, float):
        raise TypeError("no floats in a rule: write Decimal('0.05') or Fraction(2, 37)")
    return _constant(value, like)


def _constant(value: Any, like: Type | None) -> Expr:
    if isinstance(value, bool):
        return Expr("const", BOOL, (), value)
    if isinstance(value, date):
        return Expr("const", DATE, (), value)
    if isinstance(value, str):
        if like is None or like.name not in {"enum", "str"}:
            raise TypeError(f"{value!r} is compared with something that is no text or choice")
        if like.name == "enum" and value not in like.values:
            raise TypeError(f"{value!r} is no member; the members are {', '.join(like.values)}")
        return Expr("const", like, (), value)
    if isinstance(value, int | Decimal | Fraction):
        return _number(Fraction(value), like)
    raise TypeError(f"{value!r} cannot stand in a rule")


def _number(value: Fraction, like: Type | None) -> Expr:
    if like is not None and like.is_number and (value * like.scale).denominator == 1:
        return Expr("const", Type(like.name, unit=like.unit, places=like.places), (), int(value * like.scale))
    places = next((p for p in range(13) if (value * 10**p).denominator == 1), None)
    if places is None:
        raise TypeError(f"{value} has no finite decimal: compare by cross-multiplying, as in 3 * a >= 2 * b")
    unit = like.unit if like is not None and like.is_number else ""
    return Expr(
        "const", Type("int" if places == 0 else "decimal", unit=unit, places=places), (), int(value * 10**places)
    )


def _pair(left: Operand, right: Operand) -> tuple[Expr, Expr]:
    like_left = left.type if isinstance(left, Expr) else None
    like_right = right.type if isinstance(right, Expr) else None
    return lift(left, like_right), lift(right, like_left)


def _compare(op: str, left: Operand, right: Operand) -> Expr:
    a, b = _pair(left, right)
    if a.type.is_number and b.type.is_number:
        a, b = same_scale(a, b)
    elif a.type.name != b.type.name:
        raise TypeError(f"cannot compare {a.type.name} with {b.type.name}: {a} and {b}")
    elif a.type.name in {"set", "list"} or (a.type.name in {"enum", "bool", "str"} and op not in {"eq", "ne"}):
        raise TypeError(f"{op} is not defined for {a.type.name}")
    return Expr(op, BOOL, (a, b))


def same_scale(a: Expr, b: Expr) -> tuple[Expr, Expr]:
    """Two numbers of one unit, counted in the same smallest part. Different units are refused."""
    if a.type.unit != b.type.unit and a.type.unit and b.type.unit:
        raise TypeError(f"units differ: {a.type.unit} and {b.type.unit}")
    places = max(a.type.places, b.type.places)
    return _rescale(a, places), _rescale(b, places)


def _rescale(node: Expr, places: int) -> Expr:
    factor = 10 ** (places - node.type.places)
    if factor == 1:
        return node
    type_ = Type(node.type.name if node.type.name != "int" else "decimal", unit=node.type.unit, places=places)
    if node.op == "const":
        return Expr("const", type_, (), node.value * factor)
    return Expr("scale", type_, (node,), factor)


def _sum(op: str, left: Operand, right: Operand) -> Expr:
    a, b = _pair(left, right)
    if a.type.name == "month" and b.type.is_number:
        return Expr(op, MONTH, (a, _whole(b)))
    if not (a.type.is_number and b.type.is_number):
        raise TypeError(f"cannot {op} {a.type.name} and {b.type.name}; for days use add_days, add_months")
    a, b = same_scale(a, b)
    named = a if a.type.unit or not b.type.unit else b
    return Expr(op, Type(named.type.name, unit=named.type.unit, places=a.type.places), (a, b))


def _product(left: Operand, right: Operand) -> Expr:
    a, b = lift(left), lift(right)
    if not (a.type.is_number and b.type.is_number):
        raise TypeError(f"cannot multiply {a.type.name} by {b.type.name}")
    pure = {"", "percent"}
    unit = "·".join(u for u in (a.type.unit, b.type.unit) if u not in pure)
    names = {a.type.name, b.type.name}
    name: Name = "money" if "money" in names else "int" if names == {"int"} else "decimal"
    return Expr("mul", Type(name, unit=unit, places=a.type.places + b.type.places), (a, b))


def _whole_division(op: str, left: Expr, by: int) -> Expr:
    if not isinstance(by, int) or by <= 0:
        raise TypeError(f"{op} is by a positive whole number only: back ends differ on the rest")
    return Expr(op, Type("int", unit=left.type.unit), (_whole(left), Expr("const", Type("int"), (), by)))


def _whole(node: Expr) -> Expr:
    if not node.type.is_number or node.type.places:
        raise TypeError(f"{node} must be a whole number here")
    return node


def _boolean(value: Operand) -> Expr:
    node = lift(value)
    if node.type.name != "bool":
        raise TypeError(f"{node} is no condition")
    return node


def _members(node: Expr, members: Iterable[str]) -> None:
    for member in members:
        if member not in node.type.values:
            raise TypeError(f"{member!r} is no member of {node}; the members are {', '.join(node.type.values)}")


# ------------------------------------------------------------------ words of the language


def all_of(*conditions: Operand) -> Expr:
    """Every condition holds."""
    return Expr("and", BOOL, tuple(_flat("and", conditions)))


def any_of(*conditions: Operand) -> Expr:
    """At least one condition holds."""
    return Expr("or", BOOL, tuple(_flat("or", conditions)))


def implies(condition: Operand, consequence: Operand) -> Expr:
    """Where the condition holds, so must the consequence; otherwise nothing is asked."""
    return any_of(~_boolean(condition), consequence)


def between(low: Operand, value: Expr, high: Operand) -> Expr:
    """low <= value <= high."""
    return all_of(value >= low, value <= high)


def ite(condition: Operand, then: Operand, otherwise: Operand) -> Expr:
    """One of two values of one type; with the condition unknown, the value if both are the same, else unknown."""
    c, (a, b) = _boolean(condition), _pair(then, otherwise)
    if a.type.is_number and b.type.is_number:
        a, b = same_scale(a, b)
    elif a.type.name != b.type.name:
        raise TypeError(f"the two branches differ in type: {a.type.name}, {b.type.name}")
    if a.type.name == "bool":
        # the last term decides when both branches agree although the condition is unknown
        return any_of(all_of(c, a), all_of(~c, b), all_of(a, b))
    return Expr("ite", a.type if a.op != "const" else b.type, (c, a, b))


def least(first: Operand, *others: Operand) -> Expr:
    """The smallest of several; unknown as soon as one is."""
    return _fold("min", first, *others)


def greatest(first: Operand, *others: Operand) -> Expr:
    """The largest of several; unknown as soon as one is."""
    return _fold("max", first, *others)


def _fold(op: str, first: Operand, *others: Operand) -> Expr:
    result = lift(first)
    for other in others:
        a, b = _pair(result, other)
        if a.type.is_number:
            a, b = same_scale(a, b)
        result = Expr(op, a.type if a.op != "const" else b.type, (a, b))
    return result


def _flat(op: str, conditions: Iterable[Operand]) -> Iterator[Expr]:
    for condition in conditions:
        node = _boolean(condition)
        if node.op == op:
            yield from node.args
        else:
            yield node


def leaves(node: Expr) -> Iterator[Expr]:
    """Every fact, parameter and as-of date below a node, in the order written, repeats included."""
    if node.op in {"fact", "param", "as_of", "item"}:
        yield node
    for arg in node.args:
        yield from leaves(arg)
    if isinstance(node.value, Mapping):
        for inner in node.value.values():
            if isinstance(inner, Expr):
                yield from leaves(inner)


AS_OF = Expr("as_of", DATE)
"""The day for which the answer is asked."""
