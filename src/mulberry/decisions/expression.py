"""The expression tree: a rule as a value, not a running computation.

One small typed tree is evaluated for one person with a full explanation, compiled for millions of rows, asked about by
a solver and printed as a sentence. So an expression has no truth value of its own (``bool()`` is refused: ``a < b < c``
or ``and`` would silently drop half a rule), and its types, units and members are checked when it is written, not when
it runs.

Unknown is a value of every type. Logic is Kleene's: ``False & unknown`` is False, ``True & unknown`` is unknown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any, ClassVar, NoReturn

from mulberry.decisions import units
from mulberry.decisions.types import Name, Type
from mulberry.law.parameters import Parameter

BOOL, DATE, MOMENT, MONTH = Type("bool"), Type("date"), Type("datetime"), Type("month")
Operand = Any  # Expr | Parameter | int | str | bool | Decimal | Fraction | date: made a node by `lift`

MAX_DEPTH = 200
"""Deeper trees are refused: not every backend can walk them, and no article of law is nested two hundred deep."""


class Expr:
    """One node: an operation, its arguments, the type of its value, and what else the operation needs (``value``)."""

    __slots__ = ("args", "depth", "op", "type", "value")
    max_depth: ClassVar[int] = MAX_DEPTH
    depth: int

    def __init__(self, op: str, type_: Type, args: tuple[Expr, ...] = (), value: Any = None) -> None:
        self.op, self.type, self.args, self.value = op, type_, args, value
        self.depth = 1 + max((arg.depth for arg in args), default=0)
        if self.depth > self.max_depth:
            raise TypeError(
                f"a rule nested more than {MAX_DEPTH} deep: join conditions by all_of(…) or any_of(…), which stay flat"
            )

    def __bool__(self) -> NoReturn:
        raise TypeError(
            "an expression has no truth value: write a & b, a | b, ~a, between(a, x, b), x.one_of(…), ite(…), least(…) "
            "where Python would have and, or, not, a < x < b, in, if, min"
        )

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
        if self.type.name != "enum":
            raise TypeError(f"{self} is {self.type.name}, not a choice: one_of(…) asks which member a choice is")
        _members(self, members)
        return Expr("in", BOOL, (self,), frozenset(members))

    def has(self, member: str) -> Expr:
        """Whether a set fact contains this member."""
        if self.type.name != "set":
            raise TypeError(f"{self} is {self.type.name}, not a set: has(…) asks what a set contains")
        _members(self, (member,))
        return Expr("has", BOOL, (self,), member)

    def has_any(self, *members: str) -> Expr:
        """Whether a set fact contains at least one of these."""
        return any_of(*(self.has(member) for member in members))

    def has_all(self, *members: str) -> Expr:
        """Whether a set fact contains every one of these."""
        return all_of(*(self.has(member) for member in members))

    def __and__(self, other: Operand) -> Expr:
        return all_of(self, other)

    def __rand__(self, other: Operand) -> Expr:
        return all_of(other, self)

    def __or__(self, other: Operand) -> Expr:
        return any_of(self, other)

    def __ror__(self, other: Operand) -> Expr:
        return any_of(other, self)

    def __invert__(self) -> Expr:
        return Expr("not", BOOL, (_condition(self),))

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
            "write share(part, whole) for a comparison with a rate, or ratio(part, whole) for an amount: "
            "both say what 0 of 0 is"
        )

    def __repr__(self) -> str:
        return _shown(self, 4)


def _shown(node: Expr, room: int) -> str:
    value = getattr(node.value, "name", None) or getattr(node.value, "key", node.value)
    if not node.args:
        return str(value) if value is not None else node.op
    inner = ", ".join(_shown(arg, room - 1) if room else "…" for arg in node.args)
    return f"{node.op}({inner})" if value is None else f"{node.op}[{value}]({inner})"


# ------------------------------------------------------------------ making nodes


def lift(value: Operand, like: Type | None = None) -> Expr:
    """Anything a rule may be written with, as a node. A constant takes the type of what it meets."""
    if isinstance(value, Expr):
        return value
    if isinstance(value, Parameter):
        # a parameter does not list its members, so that a choice among them is compared as text
        name: Name = "str" if value.type == "enum" else value.type
        return Expr("param", Type(name, unit=value.unit), (), value)
    if isinstance(value, float):
        raise TypeError("no floats in a rule: write Decimal('0.05') or Fraction(2, 37)")
    return _constant(value, like)


def _constant(value: Any, like: Type | None) -> Expr:
    if isinstance(value, bool):
        return Expr("const", BOOL, (), value)
    if isinstance(value, datetime):
        return Expr("const", MOMENT, (), value)
    if isinstance(value, date):
        return Expr("const", DATE, (), value)
    if isinstance(value, str):
        return _word(value, like)
    if isinstance(value, int | Decimal | Fraction):
        return _number(Fraction(value), like)
    if value is None:
        raise TypeError("None cannot stand in a rule: an unknown fact leaves the answer open by itself")
    raise TypeError(f"a {type(value).__name__} cannot stand in a rule by itself")


def _word(value: str, like: Type | None) -> Expr:
    if like is None or like.name not in {"enum", "str"}:
        raise TypeError(f"{value!r} is compared with something that is no text or choice; a set is asked by has(…)")
    if like.name == "enum" and value not in like.values:
        raise TypeError(f"{value!r} is no member; the members are {', '.join(like.values)}")
    return Expr("const", like, (), value)


def _number(value: Fraction, like: Type | None) -> Expr:
    if like is not None and like.is_number and (value * like.scale).denominator == 1:
        return Expr("const", Type(like.name, unit=like.unit, places=like.places), (), int(value * like.scale))
    places = next((p for p in range(13) if (value * 10**p).denominator == 1), None)
    if places is None:
        raise TypeError(f"{value} has no finite decimal: compare by cross-multiplying, as in 3 * a >= 2 * b")
    unit = like.unit if like is not None and like.is_number else ""
    type_ = Type("int" if places == 0 else "decimal", unit=unit, places=places)
    return Expr("const", type_, (), int(value * 10**places))


def _pair(left: Operand, right: Operand) -> tuple[Expr, Expr]:
    like_left = left.type if isinstance(left, Expr) else None
    like_right = right.type if isinstance(right, Expr) else None
    return lift(left, like_right), lift(right, like_left)


def alike(a: Expr, b: Expr) -> tuple[Expr, Expr]:
    """Two values that may stand in each other's place: of one type, one unit and one scale. Others are refused."""
    if a.type.is_number and b.type.is_number:
        return same_scale(a, b)
    if {a.type.name, b.type.name} == {"date", "datetime"}:
        raise TypeError(f"{a} and {b} are a day and a moment: write day_of(moment) for the day")
    names = {a.type.name, b.type.name}
    if len(names) > 1 and names != {"str", "enum"}:
        raise TypeError(f"{a} is {a.type.name} and {b} is {b.type.name}: they cannot be compared")
    if a.type.name == b.type.name == "enum" and a.type.values.keys() != b.type.values.keys():
        raise TypeError(f"{a} and {b} are choices among different members")
    return a, b


def _compare(op: str, left: Operand, right: Operand) -> Expr:
    a, b = alike(*_pair(left, right))
    if a.type.name in {"set", "list"} or not (a.type.is_ordered or op in {"eq", "ne"}):
        raise TypeError(f"{op} is not defined for {a.type.name}: {a}")
    return Expr(op, BOOL, (a, b))


def same_scale(a: Expr, b: Expr) -> tuple[Expr, Expr]:
    """Two numbers of one unit, counted in the same smallest part. Different units are refused."""
    if a.type.unit != b.type.unit and a.type.unit and b.type.unit:
        raise TypeError(f"units differ: {a} in {a.type.unit}, {b} in {b.type.unit}")
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
    if b.type.name == "month" and a.type.is_number and op == "add":
        a, b = b, a
    if a.type.name == "month" and b.type.is_number:
        return Expr(op, MONTH, (a, whole(b, "month")))
    if not (a.type.is_number and b.type.is_number):
        raise TypeError(f"cannot {op} {a.type.name} and {b.type.name}: for days there are add_days, days_from …")
    if {a.type.name, b.type.name} == {"money", "percent"}:
        raise TypeError(f"cannot {op} money and a rate: multiply the rate first ({a}, {b})")
    a, b = same_scale(a, b)
    return Expr(op, _common(a, b), (a, b))


def _common(a: Expr, b: Expr) -> Type:
    """The type of what may be either of two values of one scale."""
    named = b if (b.type.unit and not a.type.unit) or a.op == "const" else a
    return named.type if not named.type.is_number else Type(named.type.name, named.type.unit, places=a.type.places)


def _product(left: Operand, right: Operand) -> Expr:
    a, b = lift(left), lift(right)
    if not (a.type.is_number and b.type.is_number):
        raise TypeError(f"cannot multiply {a.type.name} by {b.type.name}: {a}, {b}")
    names = {a.type.name, b.type.name}
    name: Name = "money" if "money" in names else "int" if names == {"int"} else "decimal"
    places = a.type.places + b.type.places
    return Expr("mul", Type(name, units.product(a.type.unit, b.type.unit), places=places), (a, b))


def _whole_division(op: str, left: Expr, by: int) -> Expr:
    if type(by) is not int or by <= 0:
        raise TypeError(f"{op} is by a positive whole number only; for a quotient of facts there are share and ratio")
    return Expr(op, Type("int", unit=left.type.unit), (whole(left), Expr("const", Type("int"), (), by)))


def whole(value: Operand, unit: str = "") -> Expr:
    """A whole number, of the unit where one is named and the number has any."""
    node = lift(value)
    if not node.type.is_number or node.type.places:
        raise TypeError(f"{node} must be a whole number here")
    if unit and node.type.unit not in {"", unit}:
        raise TypeError(f"{node} counts {node.type.unit}, but {unit}s are asked for")
    return node


def _condition(value: Operand) -> Expr:
    if isinstance(value, bool):
        raise TypeError(
            f"{value} is no condition: was a parameter compared from the left? write value(PARAMETER) == … instead"
        )
    node = lift(value)
    if node.type.name != "bool":
        raise TypeError(f"{node} is {node.type.name}, not a condition")
    return node


def _members(node: Expr, members: Iterable[str]) -> None:
    for member in members:
        if member not in node.type.values:
            raise TypeError(f"{member!r} is no member of {node}; the members are {', '.join(node.type.values)}")


# ------------------------------------------------------------------ words of the language


def all_of(*conditions: Operand) -> Expr:
    """Every condition holds."""
    return _joined("and", conditions)


def any_of(*conditions: Operand) -> Expr:
    """At least one condition holds."""
    return _joined("or", conditions)


def _joined(op: str, conditions: Iterable[Operand]) -> Expr:
    parts = tuple(_flat(op, conditions))
    if not parts:
        raise TypeError("nothing is joined: all_of(…) and any_of(…) need conditions")
    return parts[0] if len(parts) == 1 else Expr(op, BOOL, parts)


def _flat(op: str, conditions: Iterable[Operand]) -> Iterator[Expr]:
    for condition in conditions:
        node = _condition(condition)
        if node.op == op:
            yield from node.args
        else:
            yield node


def implies(condition: Operand, consequence: Operand) -> Expr:
    """Where the condition holds, so must the consequence; otherwise nothing is asked."""
    return any_of(~_condition(condition), consequence)


def between(low: Operand, value: Operand, high: Operand) -> Expr:
    """low <= value <= high."""
    return all_of(value >= low, value <= high)


def ite(condition: Operand, then: Operand, otherwise: Operand) -> Expr:
    """One of two values of one type; with the condition unknown, the value if both are the same, else unknown."""
    c, (a, b) = _condition(condition), alike(*_pair(then, otherwise))
    return Expr("ite", _common(a, b), (c, a, b))


def least(first: Operand, *others: Operand) -> Expr:
    """The smallest of several; unknown as soon as one is."""
    return _fold("min", first, *others)


def greatest(first: Operand, *others: Operand) -> Expr:
    """The largest of several; unknown as soon as one is."""
    return _fold("max", first, *others)


def _fold(op: str, first: Operand, *others: Operand) -> Expr:
    result = lift(first, next((other.type for other in others if isinstance(other, Expr)), None))
    for other in others:
        a, b = alike(*_pair(result, other))
        if not a.type.is_ordered:
            raise TypeError(f"there is no least or greatest {a.type.name}: {a}")
        result = Expr(op, _common(a, b), (a, b))
    return result


AS_OF = Expr("as_of", DATE)
"""The day for which the answer is asked."""
